"""Recipes: questions of debugging that are saved as data, checked when they are read, and run step by step."""
