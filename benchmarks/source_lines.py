"""The lines of indexed files, to see whether an answer stands where it says."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from codelens.index.records import FileRow
    from codelens.index.shard import Shard
    from codelens.query.matches import Match
    from codelens.query.session import Session

_TEST = "test"


class SourceLines:
    """Reads the files of a session."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._files: dict[tuple[str, str], tuple[Shard, FileRow]] | None = None
        self._lines: dict[tuple[str, str], list[str]] = {}

    @property
    def files(self) -> dict[tuple[str, str], tuple[Shard, FileRow]]:
        """Every file, by repository and path."""
        if self._files is None:
            self._files = {
                (shard.name, row.path): (shard, row)
                for shard in self._session.shards()
                for segment in shard.segments
                for row in map(segment.row, segment.files())
            }
        return self._files

    def lines(self, repository: str, path: str) -> list[str]:
        """The lines of a file; none when it can't be read."""
        key = (repository, path)
        if key not in self._lines:
            found = self.files.get(key)
            blob = self._session.blobs.read(*found) if found else None
            self._lines[key] = (blob or b"").decode("utf-8", "replace").split("\n")
        return self._lines[key]

    def line(self, match: Match) -> str:
        """The line that a match names."""
        return "\n".join(self.after(match, 1))

    def after(self, match: Match, count: int) -> list[str]:
        """The line that a match names, and those that follow it."""
        lines = self.lines(match.place.repository, match.place.path)
        return lines[match.range.line : match.range.line + count]

    def texts(self, repository: str) -> Iterator[str]:
        """The texts of a repository's files that have a grammar, tests left out."""
        for (name, path), (_, row) in self.files.items():
            if name == repository and row.language and _TEST not in row.classes:
                yield "\n".join(self.lines(name, path))
