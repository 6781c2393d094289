"""What a barge carries, in a book."""

import atexit
import configparser
import glob
import logging
import os

log = logging.getLogger(__name__)


def reload_config():
    book = configparser.ConfigParser()
    book.read(sorted(glob.glob("conf.d/*.ini")))
    logging.basicConfig(level=os.environ.get("BARGE_LOG_LEVEL", "INFO"))
    return book


def close_book():
    log.info("book closed")


atexit.register(close_book)
