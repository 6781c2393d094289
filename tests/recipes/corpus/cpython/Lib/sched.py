"""An imitation: it sleeps until it is time."""

from time import sleep


def wait(delay: float) -> None:
    sleep(delay)
