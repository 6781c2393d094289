"""One module for each thing that an alternative of a query can ask for: definitions, references, lines, files."""
