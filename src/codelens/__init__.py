"""codelens: from what production prints, or a name, to the place in the source."""

__version__ = "0.1.0"
