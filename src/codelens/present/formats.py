"""The forms in which answers leave codelens: lines of text, JSON Lines, tags. ``+ 1`` happens here and only here."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from codelens.query.matches import Answer, Link, Match

_AGES = ((86_400, "d"), (3_600, "h"), (60, "min"), (1, "s"))
_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f\ud800-\udfff]")


def printable(text: str) -> str:
    """Text without what would move a cursor or could not be encoded: such characters are written as escapes."""
    return _CONTROL.sub(lambda found: _escape(found[0]), text)


def _escape(character: str) -> str:
    if "\udc80" <= character <= "\udcff":  # a byte that was no UTF-8
        return f"\\x{ord(character) - 0xDC00:02x}"
    named = {"\n": "\\n", "\t": " ", "\r": "\\r"}
    return named.get(character, f"\\x{ord(character):02x}")


def age_text(seconds: float) -> str:
    """How long ago something was, in the largest unit that fits: ``3 d``."""
    return next((f"{int(seconds // size)} {unit}" for size, unit in _AGES if seconds >= size), "0 s")


def path_text(path: Path) -> str:
    """A path as people write it: from the current folder, or from their home, where it is below it."""
    for folder, before in ((Path.cwd(), ""), (Path.home(), "~/")):
        if path.is_relative_to(folder):
            return printable(f"{before}{path.relative_to(folder)}")
    return printable(str(path))


def size_text(number: int) -> str:
    """Bytes as people write them: ``25.3 MB``, ``1.2 GB``."""
    return f"{number / 1e9:,.1f} GB" if number >= 1e9 else f"{number / 1e6:,.1f} MB"  # noqa: PLR2004


def one_based(number: int) -> int:
    """A line or a column as people and other programs count it."""
    return number + 1


def json_line(match: Match, **more: str | int | None) -> bytes:
    """A match as one line of JSON, the stable contract; ``more`` are fields that only some commands add."""
    added = {field: printable(value) if isinstance(value, str) else value for field, value in more.items()}
    return msgspec.json.encode({**_fields(match), **added})


def _fields(match: Match) -> dict[str, object]:
    place = match.place
    return {
        "repository": place.repository,
        "revision": place.revision,
        "commit": place.commit,
        "path": printable(place.path),
        "line": match.range.line + 1,
        "column": match.range.column + 1,
        "end_line": match.end_line + 1,
        "name": printable(match.name),
        "symbol": printable(match.symbol),
        "kind": match.kind,
        "role": match.role.value if match.role else None,
        "language": place.language,
        "package": printable(place.package),
        "signature": printable(match.signature),
        "match": match.tier.value,
        "score": match.score,
        "confidence": match.confidence.value,
        "in": match.stands,
    }


def json_summary(answer: Answer, seconds: float, *, tree: bool = False) -> bytes:
    """The last line of JSON: what was searched and what was not shown, and beside it the tree where it is asked for."""
    summary = {
        "total": answer.total,
        "shown": len(answer.matches),
        "truncated": is_truncated(answer),
        "searched": {"repositories": answer.repositories, "files": answer.files},
        "skipped": answer.skipped,
        "seconds": round(seconds, 4),
    }
    return msgspec.json.encode({"summary": summary, **({"tree": json_links(answer.tree)} if tree else {})})


def json_links(links: Sequence[Link]) -> list[dict[str, object]]:
    """A tree for JSON: each link with its match, what leads to it, and its own links."""
    return [
        {"match": _fields(link.match), "edge": link.edge, "note": link.note, "links": json_links(link.links)}
        for link in links
    ]


def is_truncated(answer: Answer) -> bool:
    """Whether there is more than is shown."""
    return answer.truncated or answer.total > len(answer.matches)


def plain_line(match: Match, *, several: bool, link: str | None = None) -> str:
    """A match as ``path:line:column: text``; with several repositories the text ends in the repository's name.

    Args:
        match: The match.
        several: Whether there are several repositories.
        link: What stands instead of the place, two spaces before the text: a link has no space, but may have a colon.
    """
    text = f"{f'{link} ' if link else f'{place_text(match)}:'} {printable(match.signature)}"
    return f"{text}  [{match.place.repository}]" if several else text


def place_text(match: Match) -> str:
    """``path:line:column``, 1-based, the column in bytes."""
    return f"{printable(match.place.path)}:{match.range.line + 1}:{match.range.column + 1}"


def ctags_lines(matches: Iterable[Match]) -> Iterator[str]:
    """A tags file in the extended format of ctags (version 2), sorted, which Vim and others read."""
    yield "!_TAG_FILE_FORMAT\t2\t/extended format/"
    yield "!_TAG_FILE_SORTED\t1\t/0=unsorted, 1=sorted, 2=foldcase/"
    yield "!_TAG_PROGRAM_NAME\tcodelens\t//"
    lines = []
    for match in matches:
        scope = match.symbol[: -len(match.name)].rstrip(".:\\")
        fields = f"kind:{match.kind}\tline:{match.range.line + 1}\tlanguage:{match.place.language}"
        if scope:
            fields += "\tscope:" + printable(scope).replace("\\", r"\\")
        lines.append(f'{printable(match.name)}\t{printable(match.place.path)}\t{match.range.line + 1};"\t{fields}')
    yield from sorted(lines)


def summary_text(answer: Answer, *, short: bool = False) -> str:
    """The summary as a sentence for a person.

    Args:
        answer: The answer.
        short: Whether the reasons for which files were skipped are left to ``codelens status``.
    """
    shown, total = len(answer.matches), max(answer.total, len(answer.matches))
    least = "at least " if answer.truncated else ""
    count = f"{shown:,} of {least}{total:,} matches" if is_truncated(answer) else count_text(shown, "match", "matches")
    where = (
        f"{count_text(answer.repositories, 'repository', 'repositories')}, {count_text(answer.files, 'file', 'files')}"
    )
    skipped = sum(answer.skipped.values())
    if short:
        return f"{count} in {where}" + (f"; {skipped:,} skipped, see: codelens status" if skipped else "")
    parts = ", ".join(f"{reason} {number:,}" for reason, number in answer.skipped.items())
    return f"{count} in {where}" + (f"; {skipped:,} skipped ({parts})" if skipped else "")


def count_text(number: int, one: str, many: str) -> str:
    """How many there are of something."""
    return f"{number:,} {one if number == 1 else many}"
