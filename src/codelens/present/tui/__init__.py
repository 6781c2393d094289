"""The terminal app, on Textual: screens ask, widgets show, and neither reads the index itself."""
