"""Lifts containers off ships."""

import logging

LIMIT = 40  # tonnes


class Crane:
    def lift(self, container):
        if container.weight > LIMIT:
            logging.warning("no berth left for %s", container)
            raise OverflowError("too heavy")
        return self.swing(container)

    def swing(self, container):
        return container


class TallTowerCrane(Crane):
    def swing(self, container):
        return super().swing(container)
