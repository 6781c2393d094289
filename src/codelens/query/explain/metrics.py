"""Lines of a page of metrics, and of the plainer ways to print a figure beside its name."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from codelens.query.explain.pieces import Kind, Piece

if TYPE_CHECKING:
    from codelens.query.explain.rows import Row

_NUMBER = r"(?:[+-]?(?:\d[\d_]*(?:\.\d*)?(?:[eE][+-]?\d{1,4})?|\.\d+|Inf|inf)|NaN|nan)"
_NAME = r"[a-zA-Z_:](?:[\w:]{0,200}\w)?"
_LABELLED = rf"(?P<labels>\{{.*\}})\s*(?:{_NUMBER}.*)?"
_VALUES = rf"(?:{_LABELLED}|\s+{_NUMBER}(?:\s+-?\d{{1,20}})?(?:\s+#.*)?)"
_SAMPLE = re.compile(rf"\s*(?P<name>{_NAME}){_VALUES}\s*")
_COMMENT = re.compile(rf"# (HELP|TYPE|UNIT) ({_NAME})(?: (.*))?")
_STATSD = re.compile(r"([A-Za-z][\w.-]{0,200}):[+-]?[\d.]{1,30}\|(?:[cghsmd]|ms)(?:\|.*)?")
_FIGURE = re.compile(r"([A-Za-z][\w.-]{0,100}):([^\s/:][^\s]{0,200}|)")


class Help:
    """What stood above and explains what follows: the help of a metric, the program whose help is read."""

    def __init__(self) -> None:
        self.program = ""
        self._name = ""
        self._text = ""

    def told(self, name: str, text: str) -> None:
        """Remember a help."""
        self._name, self._text = name, text

    def of(self, name: str) -> str:
        """The help of a metric, "" for none."""
        return self._text if self._name and name.startswith(self._name) else ""


def metric_piece(row: Row, known: Help) -> Piece | None:
    """The metric of a line that can be nothing else, None when it can."""
    text = row.inner
    if text.startswith("# ") and (found := _COMMENT.fullmatch(text.rstrip())):
        what, name, rest = found.groups()
        if what == "HELP":
            known.told(name, rest or "")
        detail = (rest or "") if what == "HELP" else known.of(name)
        return Piece(Kind.METRIC, name, *row.span(*found.span(2)), f"# {what} of a metric", detail=detail)
    if found := _SAMPLE.fullmatch(text):
        name = found["name"]
        if found["labels"] is not None or known.of(name) or name.count("_") > 1:
            return Piece(Kind.METRIC, name, *row.span(*found.span("name")), "sample of a metric", detail=known.of(name))
    if "|" in text and (found := _STATSD.fullmatch(text.strip())):
        start = text.find(found[1])
        return Piece(Kind.METRIC, found[1], *row.span(start, start + len(found[1])), "sample of statsd")
    return None


def is_sample(text: str) -> bool:
    """Whether a line may be a sample without labels."""
    return _SAMPLE.fullmatch(text) is not None


def figure_name(text: str) -> str:
    """The name in ``name:value`` without a space, "" when there is none."""
    found = _FIGURE.fullmatch(text)
    return found[1] if found else ""
