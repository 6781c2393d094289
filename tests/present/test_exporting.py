"""Answers as files: each form whole, code in Markdown as it is written, and no file half written or lost."""

from __future__ import annotations

import errno
import json
import os
import re
import stat
from pathlib import PurePath
from typing import TYPE_CHECKING

import pytest

import corpus
from codelens.errors import OutputError
from codelens.present import markdown
from codelens.present.exporting import Export, Form, export_answer, form_of
from codelens.present.output_file import write_lines

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from codelens.query.matches import Match

FILES = {
    "one": {"a.py": "def one(): return f'`a` | <b> \\\\| ``c'\n\n\ndef two():\n    one()\n"},
    "other": {"b.py": "from a import one\n\none()\n"},
}


def page(match: Match) -> str | None:
    return f"https://x/{match.place.path}" if match.place.repository == "one" else None


def exported(home: Path, form: Form, query: str = "one", **fields: object) -> list[str]:
    return list(export_answer(corpus.query(home, query), Export(form, query, **fields), 0.5))


def test_text_is_one_line_a_match_and_nothing_else(home: Path) -> None:
    assert exported(home, Form.TEXT, "one repo:one") == ["a.py:1:5: def one(): return f'`a` | <b> \\\\| ``c'"]
    assert exported(home, Form.TEXT)[0].endswith("  [one]")


def test_a_link_stands_instead_of_the_place(home: Path) -> None:
    assert exported(home, Form.TEXT, "two repo:one", links=page) == ["https://x/a.py  def two():"]
    assert exported(home, Form.TEXT, "text:one repo:other", links=page)[0].startswith("b.py:1:15: ")


def test_json_is_the_contract_with_the_summary_last_and_links_only_when_asked(home: Path) -> None:
    *matches, summary = map(json.loads, exported(home, Form.JSON))
    assert [match["path"] for match in matches] == ["a.py"]
    assert all("link" not in match for match in matches)
    assert (summary["summary"]["total"], summary["summary"]["seconds"]) == (1, 0.5)
    linked = [json.loads(line).get("link") for line in exported(home, Form.JSON, "text:one", links=page)[:-1]]
    assert set(linked) == {"https://x/a.py", None}


def test_markdown_has_the_question_the_summary_a_link_for_each_match_and_the_commits(home: Path) -> None:
    lines = exported(home, Form.MARKDOWN, "two", links=page)
    assert lines == [
        "# two",
        "",
        "1 match in 2 repositories, 2 files.",
        "",
        "- [`a.py:4:5`](https://x/a.py) function `two` (one): `def two():`",
        "",
        "Read at: one.",
        "",
    ]


SPAN = re.compile(r"(?<!`)(`+)(?!`)(.+?)(?<!`)\1(?!`)")


@pytest.mark.parametrize("text", ["a | b", "`x`", "``", "` ", "<b>&amp;</b>", "a``b`c", "*x* [y](z)", " ", "\\`", "x`"])
def test_code_is_shown_as_it_is_written(text: str) -> None:
    (found,) = SPAN.finditer(markdown.code(text))
    inside = found[2]
    if inside.strip() and inside[0] == inside[-1] == " ":  # as CommonMark strips a code span
        inside = inside[1:-1]
    assert inside == text or (not text.strip() and not inside.strip())
    assert found[0] == markdown.code(text)


def test_what_is_no_code_is_never_taken_for_markdown() -> None:
    assert markdown.escaped("<img> *a* [b](c) `d` | #e & \\") == r"\<img\> \*a\* \[b\](c) \`d\` \| \#e \& \\"


@pytest.mark.parametrize(
    ("name", "form"),
    [("a.md", Form.MARKDOWN), ("a.JSON", Form.JSON), ("a.jsonl", Form.JSON), ("a.txt", Form.TEXT), ("a", Form.TEXT),
     ("a.dot", Form.DOT), ("a.mmd", Form.MERMAID)],
)  # fmt: skip
def test_the_name_of_a_file_means_a_form(name: str, form: Form) -> None:
    assert form_of(PurePath(name)) is form


# --- files -----------------------------------------------------------------------------------------------------------


def test_a_file_is_written_whole_and_not_over_another(tmp_path: Path) -> None:
    file = tmp_path / "a.txt"
    write_lines(file, ["one", "zwei ü \udcff"])
    assert file.read_text() == "one\nzwei ü \\udcff\n"
    with pytest.raises(OutputError, match="is there already; name another file"):
        write_lines(file, ["three"])
    assert file.read_text().startswith("one")
    write_lines(file, ["three"], replace=True)
    assert file.read_text() == "three\n"
    assert list(tmp_path.iterdir()) == [file]


def test_a_file_that_replaces_another_keeps_its_mode_and_its_links(tmp_path: Path) -> None:
    file = corpus.write(tmp_path, {"real/a.txt": "x"}) / "real/a.txt"
    file.chmod(0o600)
    link = tmp_path / "link.txt"
    link.symlink_to(file)
    write_lines(link, ["y"], replace=True)
    assert link.is_symlink()
    assert (file.read_text(), stat.S_IMODE(file.stat().st_mode)) == ("y\n", 0o600)


def test_a_file_that_comes_meanwhile_is_left_alone(tmp_path: Path) -> None:
    file = tmp_path / "a.txt"

    def lines() -> Iterator[str]:
        yield "mine"
        file.write_text("theirs")

    with pytest.raises(OutputError, match="is there already"):
        write_lines(file, lines())
    assert file.read_text() == "theirs"
    assert list(tmp_path.iterdir()) == [file]


@pytest.mark.parametrize("error", [errno.EPERM, errno.EMLINK])
def test_a_file_system_without_hard_links_is_no_hindrance(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, error: int
) -> None:
    def refuse(*_: object) -> None:
        raise OSError(error, os.strerror(error))

    monkeypatch.setattr("os.link", refuse)
    write_lines(tmp_path / "a.txt", ["x"])
    assert (tmp_path / "a.txt").read_text() == "x\n"
    with pytest.raises(OutputError, match="is there already"):
        write_lines(tmp_path / "a.txt", ["y"])


def test_a_full_disk_leaves_nothing_behind_and_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(_: int) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr("os.fsync", fail)
    with pytest.raises(OutputError, match=r"a\.txt: can't be written: No space left on device"):
        write_lines(tmp_path / "a.txt", ["x"])
    assert list(tmp_path.iterdir()) == []


def test_what_is_no_place_for_a_file_is_said(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    (tmp_path / "loop").symlink_to("loop")
    for name, said in {
        "no/a.txt": "there is no folder",
        ".": "is a folder; name a file in it",
        "pipe": "is no regular file",
        "loop": "loop: ",
        "x" * 300: "File name too long",
        "a\0b": "is no place for a file",
    }.items():
        with pytest.raises(OutputError, match=said):
            write_lines(tmp_path / name, ["x"])


def test_a_folder_that_can_not_be_written_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> int:
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))

    monkeypatch.setattr("os.open", refuse)
    with pytest.raises(OutputError, match=r"a\.txt: can't be written: Permission denied"):
        write_lines(tmp_path / "a.txt", ["x"])
