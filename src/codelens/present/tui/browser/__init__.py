"""The app in a browser: one server, and a process for each tab, spoken to as textual-serve does."""
