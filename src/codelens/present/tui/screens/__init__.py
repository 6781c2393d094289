"""What fills the terminal: each screen asks, and gives its widgets what came back."""
