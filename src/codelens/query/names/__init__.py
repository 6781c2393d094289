"""Names: how they are typed, the symbols that may answer them, and the order of those."""
