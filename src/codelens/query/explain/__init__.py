"""From what production prints to the place in the source that printed it."""
