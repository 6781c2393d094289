"""What a barge carries, in a book."""

import atexit
import json
import logging

log = logging.getLogger(__name__)


def close_book():
    log.info("book closed")


atexit.register(close_book)
