"""What a program shows to its operator: the texts of a source file, each with what it is shown by."""
