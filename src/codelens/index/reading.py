"""Reads one blob in a worker: what is too large, binary or minified becomes a skip, all else an extraction."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from codelens.extract.extractor import extract
from codelens.index.cache import ReadFile
from codelens.model import MAX_BLOB, SkipReason

if TYPE_CHECKING:
    from codelens.extract.language import Language
    from codelens.extract.languages import Languages

SNIFFED = 8_000  # bytes in which a NUL makes a file binary, as git has it
LONG_LINE = 20_000  # bytes; a source file with a longer line was made by a program
LONG_LINES = 400  # bytes; a source file whose lines are longer on average was made by a program


def read_file(
    blob: bytes, language: Language | None, languages: Languages, *, words_only: bool = False, silent: bool = False
) -> ReadFile:
    """Take one blob's occurrences, or say why not.

    Args:
        blob: The file's bytes.
        language: Of its path, if its path tells.
        languages: For files whose first line names the language.
        words_only: For a file whose parsing took too long or ended a worker.
        silent: For a file whose statements are not wanted.
    """
    if len(blob) > MAX_BLOB:
        return ReadFile(None, skipped=SkipReason.TOO_LARGE)
    if b"\0" in blob[:SNIFFED]:
        return ReadFile(None, skipped=SkipReason.BINARY)
    language = languages.of_blob(blob, language)
    if language is not None and is_minified(blob):
        return ReadFile(None, language.name, skipped=SkipReason.MINIFIED)
    extraction = extract(blob, None if words_only else language, languages.captures, silent=silent)
    return ReadFile(
        msgspec.msgpack.encode(extraction),
        language.name if language else "",
        lines=len(extraction.line_starts) // 4,
        generated=extraction.generated,
        package=extraction.package,
        skipped=SkipReason.UNPARSABLE if extraction.unparsable else "",
    )


def is_minified(blob: bytes) -> bool:
    """Whether a source file's lines are so long that a program made it."""
    if len(blob) <= LONG_LINE:
        return False
    if len(blob) / (blob.count(b"\n") + 1) > LONG_LINES:
        return True
    # A line that is longer has no end in one of the halves of its length that the blob is made of.
    half = LONG_LINE // 2
    candidates = any(blob.find(b"\n", at, at + half) < 0 for at in range(0, len(blob) - half + 1, half))
    return candidates and max(map(len, blob.split(b"\n"))) > LONG_LINE
