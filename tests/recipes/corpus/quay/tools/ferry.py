"""Brings boats to the quay."""

import argparse
import logging
import os
import sys

DEFAULT_WIND = 3


def main() -> int:
    parser = argparse.ArgumentParser()
    parser.add_argument("--wind-force", type=int, default=DEFAULT_WIND)
    parser.add_argument("-v", "--verbose", action="store_true")
    arguments = parser.parse_args()
    if arguments.verbose:
        logging.getLogger().setLevel(logging.DEBUG)
    harbor = os.environ.get("FERRY_HARBOR", "harbor.example.org")
    if not harbor:
        sys.exit(3)
    raise SystemExit(arguments.wind_force)


if __name__ == "__main__":
    main()
