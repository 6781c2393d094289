"""Trees and chains as pictures: lines for a terminal, a flowchart for Mermaid, a digraph for Graphviz.

A picture is drawn of links alone, whatever made them. In a graph a definition is one node, however often it is met.
"""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from codelens.present.formats import printable
from codelens.query.matches import Confidence

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from codelens.query.matches import Link, Match


class PictureForm(StrEnum):
    """How a tree is drawn."""

    TEXT = "text"
    MERMAID = "mermaid"
    DOT = "dot"


_BOXES = ("├── ", "└── ", "│   ", "    ", "…")
_PLAIN = ("|-- ", "`-- ", "|   ", "    ", "...")
_NARROWEST = 20  # columns
_MERMAID = {
    "&": "#amp;",
    "#": "#35;",
    '"': "#quot;",
    "<": "#lt;",
    ">": "#gt;",
    "`": "#96;",
    "|": "#124;",
    "\\": "#92;",
}


def draw(links: Sequence[Link], form: PictureForm, *, width: int | None = None, boxes: bool = True) -> Iterator[str]:
    """The lines of a picture.

    Args:
        links: The roots; of a chain its one end.
        form: How it is drawn.
        width: Columns at the most, of lines for a terminal; None does not cut.
        boxes: Whether box-drawing characters can be shown; else plain ones are.
    """
    if form is PictureForm.MERMAID:
        yield from _mermaid(links)
    elif form is PictureForm.DOT:
        yield from _dot(links)
    else:
        yield from _tree(links, width, _BOXES if boxes else _PLAIN)


def title_of(match: Match) -> str:
    """What a match is called in a picture: its symbol, or its file where it stands in none."""
    return printable(match.symbol or match.place.path.rpartition("/")[2])


def place_of(match: Match, *, several: bool) -> str:
    """Where a match stands: path and line, 1-based, and the repository where there are several."""
    place = f"{printable(match.place.path)}:{match.range.line + 1}"
    return f"{place} [{match.place.repository}]" if several else place


def _tree(links: Sequence[Link], width: int | None, marks: tuple[str, ...]) -> Iterator[str]:
    several = _has_several(links)
    for link in links:
        yield _cut(_line(link, several=several), width, marks[4])
        yield from _below(link, "", width, marks, several=several)


def _below(link: Link, indent: str, width: int | None, marks: tuple[str, ...], *, several: bool) -> Iterator[str]:
    """The lines of what a link leads to; deep chains need no deep stack here."""
    waiting = [(each, indent, number == len(link.links) - 1) for number, each in enumerate(link.links)][::-1]
    while waiting:
        each, before, last = waiting.pop()
        yield _cut(before + marks[1 if last else 0] + _line(each, several=several), width, marks[4])
        inner = before + marks[3 if last else 2]
        waiting += [(link, inner, number == len(each.links) - 1) for number, link in enumerate(each.links)][::-1]


def _line(link: Link, *, several: bool) -> str:
    edge = f"{link.edge} " if link.edge else ""
    guess = "a guess" if link.edge and link.match.confidence is Confidence.HEURISTIC else ""
    notes = ", ".join(filter(None, (printable(link.note), guess)))
    note = f"  ({notes})" if notes else ""
    return f"{edge}{title_of(link.match)}  {place_of(link.match, several=several)}{note}"


def _cut(line: str, width: int | None, mark: str) -> str:
    if width is None or len(line) <= max(width, _NARROWEST):
        return line
    return line[: max(width, _NARROWEST) - len(mark)] + mark


def _has_several(links: Iterable[Link]) -> bool:
    return len({each.match.place.repository for each in _all(links)}) > 1


def _all(links: Iterable[Link]) -> Iterator[Link]:
    waiting = list(links)[::-1]
    while waiting:
        link = waiting.pop()
        yield link
        waiting += link.links[::-1]


# --- graphs ----------------------------------------------------------------------------------------------------------


def _graph(links: Sequence[Link]) -> tuple[dict[object, list[str]], dict[tuple[object, object, str], None]]:
    """The nodes with the lines of their labels, and the edges, in the order in which the tree has them."""
    several = _has_several(links)
    nodes: dict[object, list[str]] = {}
    edges: dict[tuple[object, object, str], None] = {}
    waiting: list[tuple[object, Link]] = [(None, link) for link in reversed(links)]
    while waiting:
        above, link = waiting.pop()
        node = _identity(link.match)
        lines = nodes.setdefault(node, [title_of(link.match), place_of(link.match, several=several)])
        if link.note and "shown above" not in link.note and printable(link.note) not in lines:
            lines.append(printable(link.note))
        if above is not None:
            edges[above, node, link.edge] = None
        waiting += [(node, each) for each in link.links][::-1]
    return nodes, edges


def _identity(match: Match) -> object:
    """The same for all links to one definition: its calls and the definition itself."""
    return match.place.repository, match.place.path, match.symbol or match.range


def _mermaid(links: Sequence[Link]) -> Iterator[str]:
    nodes, edges = _graph(links)
    names = {node: f"n{number}" for number, node in enumerate(nodes)}
    yield "flowchart TD"
    for node, lines in nodes.items():
        yield f'    {names[node]}["{"<br>".join(_escaped_for_mermaid(line) for line in lines)}"]'
    for above, below, edge in edges:
        label = f'|"{_escaped_for_mermaid(printable(edge))}"|' if edge else ""
        yield f"    {names[above]} -->{label} {names[below]}"


def _escaped_for_mermaid(text: str) -> str:
    return "".join(_MERMAID.get(character, character) for character in text)


def _dot(links: Sequence[Link]) -> Iterator[str]:
    nodes, edges = _graph(links)
    names = {node: f"n{number}" for number, node in enumerate(nodes)}
    yield "digraph codelens {"
    yield "    node [shape=box];"
    for node, lines in nodes.items():
        label = "\\n".join(_escaped_for_dot(line) for line in lines)
        yield f'    {names[node]} [label="{label}"];'
    for above, below, edge in edges:
        label = f' [label="{_escaped_for_dot(printable(edge))}"]' if edge else ""
        yield f"    {names[above]} -> {names[below]}{label};"
    yield "}"


def _escaped_for_dot(text: str) -> str:
    return text.replace("\\", "\\\\").replace('"', '\\"')
