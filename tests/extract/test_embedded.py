"""Code of another language in a file is read as that language, at its own place."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from codelens.errors import LanguageError
from codelens.extract import languages
from codelens.extract.extractor import extract
from codelens.extract.languages import load_languages
from codelens.locations import queries_folders
from codelens.model import CODE_MASK, PLACE_BITS, unpack_places

if TYPE_CHECKING:
    from pathlib import Path

LANGUAGES = load_languages()
PAGE = LANGUAGES.by_name["html"]
SCRIPT = LANGUAGES.by_name["javascript"]
SOURCE = b"""<p id="before"></p>
<script>
function first() { throw new Error('no such shop'); }
</script>
<p id="between"></p>
<script>first(undefined_name)</script>
"""


def test_definitions_stand_in_the_order_of_their_places() -> None:
    found = extract(SOURCE, PAGE, LANGUAGES.captures).definitions
    assert [(each.kind, each.name, each.range.line) for each in found] == [
        ("field", "before", 0),
        ("function", "first", 2),
        ("field", "between", 4),
    ]


def test_a_name_is_found_in_all_pieces_by_its_offset_in_the_file() -> None:
    places = unpack_places(extract(SOURCE, PAGE, LANGUAGES.captures).occurrences[b"first"])
    assert [(place >> PLACE_BITS) for place in places] == [SOURCE.index(b"first"), SOURCE.rindex(b"first")]
    assert [place & CODE_MASK for place in places] == [0, LANGUAGES.captures.code("call")]


def test_what_a_script_shows_is_shown() -> None:
    (one,) = extract(SOURCE, PAGE, LANGUAGES.captures).statements
    assert (one.kind, one.pieces, one.range.line) == ("error", ("no such shop",), 2)
    assert extract(SOURCE, PAGE, LANGUAGES.captures, silent=True).statements == ()


def test_what_a_script_breaks_is_told_and_breaks_nothing_else() -> None:
    source = b"<script>function ( {{{</script>\n<script>function whole() {}</script>\n<p id=after></p>"
    found = extract(source, PAGE, LANGUAGES.captures)
    assert [each.name for each in found.definitions] == ["whole", "after"]
    assert found.unparsable


def test_bytes_that_are_no_text_move_nothing() -> None:
    source = b"<p>\xff\xfe</p>\r\n<script>\r\nvar a\xe9 = 1; function f() {}</script>"
    (found,) = (each for each in extract(source, PAGE, LANGUAGES.captures).definitions if each.kind == "function")
    assert (found.name, found.range.line, found.range.column) == ("f", 2, 21)


def test_rules_of_the_language_within_change_what_is_extracted() -> None:
    assert PAGE.embedded == {"javascript": SCRIPT}
    assert LANGUAGES.fingerprint_of("a.html") == PAGE.fingerprint != SCRIPT.fingerprint


def test_a_language_that_embeds_an_unknown_one_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = tmp_path / "languages" / "page"
    folder.mkdir(parents=True)
    (folder / "language.yaml").write_text("{name: page, title: Page, grammar: html, files: ['*.page']}")
    (folder / "tags.scm").write_text("(raw_text) @embedded.klingon")
    monkeypatch.setattr(languages, "queries_folders", lambda: [tmp_path, *queries_folders()])
    with pytest.raises(LanguageError, match=r"@embedded\.klingon: there is no language 'klingon'"):
        languages.load_languages.__wrapped__()
