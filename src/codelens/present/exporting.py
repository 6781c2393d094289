"""Answers as the lines of a file or of standard output: text, JSON Lines, Markdown, pictures.

Text has matches only, one a line, so that other programs can read it; the other forms have the summary, too.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from codelens.present import markdown
from codelens.present.formats import json_line, json_summary, plain_line
from codelens.present.pictures import PictureForm, draw

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import PurePath

    from codelens.query.matches import Answer, Match


class Form(StrEnum):
    """How an answer is written."""

    TEXT = "text"
    JSON = "json"
    MARKDOWN = "markdown"
    MERMAID = "mermaid"
    DOT = "dot"

    @property
    def picture(self) -> PictureForm | None:
        """The picture that it is."""
        return PictureForm(self) if self in (Form.MERMAID, Form.DOT) else None


_ENDINGS = {
    ".md": Form.MARKDOWN,
    ".markdown": Form.MARKDOWN,
    ".json": Form.JSON,
    ".jsonl": Form.JSON,
    ".ndjson": Form.JSON,
    ".mmd": Form.MERMAID,
    ".mermaid": Form.MERMAID,
    ".dot": Form.DOT,
    ".gv": Form.DOT,
}


def form_of(file: PurePath) -> Form:
    """The form that the name of a file means; text for any other."""
    return _ENDINGS.get(file.suffix.lower(), Form.TEXT)


@dataclass(frozen=True, slots=True)
class Export:
    """How an answer is exported.

    Args:
        form: As what.
        title: What was asked, for a person who reads the file later.
        links: Gives the page of a match; None has places only.
        tree: Whether what hangs together is written as a tree: drawn, or beside the summary.
    """

    form: Form
    title: str
    links: Callable[[Match], str | None] | None = None
    tree: bool = False


def export_answer(answer: Answer, export: Export, seconds: float) -> Iterator[str]:
    """The lines of an answer.

    Args:
        answer: The answer.
        export: How it is wanted.
        seconds: How long it took.
    """
    if export.form.picture or (export.tree and answer.tree and export.form is Form.TEXT):
        yield from draw(answer.tree, export.form.picture or PictureForm.TEXT)
    elif export.form is Form.MARKDOWN:
        yield from markdown.heading(export.title)
        yield from markdown.answer_lines(answer, export.links)
        yield from markdown.commits(answer.matches)
    elif export.form is Form.JSON:
        for match in answer.matches:
            yield json_of(match, export).decode()
        yield json_summary(answer, seconds, tree=export.tree).decode()
    else:
        for match in answer.matches:
            yield text_of(match, export, several=answer.repositories > 1)


def text_of(match: Match, export: Export, *, several: bool) -> str:
    """A match as one line of text."""
    return plain_line(match, several=several, link=export.links(match) if export.links else None)


def json_of(match: Match, export: Export, **more: str) -> bytes:
    """A match as one line of JSON; where links are asked for, with its ``link``, null for none."""
    return json_line(match, **more, **({"link": export.links(match)} if export.links else {}))
