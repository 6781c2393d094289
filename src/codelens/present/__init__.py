"""matches -> a person or a program."""
