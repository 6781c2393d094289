"""The command line. A command parses, calls one function of a stage, and renders."""
