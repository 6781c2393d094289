"""a question -> matches: syntax, search, ranking."""
