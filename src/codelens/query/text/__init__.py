"""Text: what a match must hold, the files that can hold it, the lines that do, and the lines that nearly do."""
