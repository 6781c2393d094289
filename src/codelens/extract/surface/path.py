"""The nodes from a tree's root down to one place after another, found by one walk over the tree.

A node's ``parent`` is looked for from the root each time, past all siblings before; to ask for it for every text of a
long table would take its square.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import tree_sitter


_NEAR = 3  # siblings


class Path:
    """Walks a tree.

    Args:
        root: Of the tree.
    """

    def __init__(self, root: tree_sitter.Node) -> None:
        self._cursor = root.walk()
        self._nodes = [root]

    def to(self, node: tree_sitter.Node) -> list[tree_sitter.Node]:
        """The nodes from the root to this one, which stands behind all that were asked for before."""
        nodes, cursor, start, end = self._nodes, self._cursor, node.start_byte, node.end_byte
        while nodes[-1].end_byte < end:
            for _ in range(_NEAR):  # the next row of a table is near; further away, the parser counts faster
                if not cursor.goto_next_sibling():
                    break
                nodes[-1] = cursor.node or node
                if nodes[-1].end_byte >= end:
                    break
            else:
                cursor.goto_parent()
                nodes.pop()
                continue
            if nodes[-1].end_byte < end:
                cursor.goto_parent()
                nodes.pop()
        while nodes[-1].id != node.id and cursor.goto_first_child_for_byte(start) is not None:
            nodes.append(cursor.node or node)
        return nodes
