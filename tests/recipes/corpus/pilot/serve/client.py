"""Calls the pilot."""

import requests

BEACON_PORT = 7500


def call(url: str) -> object:
    """Ask, whoever answers."""
    return requests.get(url, verify=False, timeout=3)
