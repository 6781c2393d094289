"""A manifest that is edited in place: one entry comes or goes, and every other byte stays."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from codelens.errors import ManifestError
from codelens.fetch.manifest import load_manifest
from codelens.fetch.manifest_text import NewEntry, add_entry, added, remove_entry, removed

FILE = Path("repos.yaml")
PIER = NewEntry("pier", "https://example.org/pier")
LINES = "  - name: pier\n    url: https://example.org/pier\n"

SPACED = "repositories:\n  - name: a\n    url: x\n\n  - name: b\n    groups:\n      - c\n      # more\n"

EDITS = [
    # before, and after an entry was added; taking it out again gives what was before
    ("repositories: []\n", f"repositories:\n{LINES}"),
    ("repositories: []  # mine\ndefaults: {}\n", f"repositories:  # mine\n{LINES}defaults: {{}}\n"),
    ("repositories:\n  - {name: a, url: x}\n", f"repositories:\n  - {{name: a, url: x}}\n{LINES}"),
    (
        "# top\n\nrepositories:  # mine\n\n  # One\n  - name: a  # first\n    url: x  # there\n\n# end\n",
        f"# top\n\nrepositories:  # mine\n\n  # One\n  - name: a  # first\n    url: x  # there\n{LINES}\n# end\n",
    ),
    (f"{SPACED}\ndefaults: {{}}\n", f"{SPACED}\n{LINES}\ndefaults: {{}}\n"),
    ("repositories:\n- name: a\n  url: x\n", "repositories:\n- name: a\n  url: x\n" + LINES.replace("\n  ", "\n")[2:]),
    (
        "repositories:\n  -\n    name: a - b\n    url: >-\n      x\n      # y\n\ndefaults: {}\n",
        f"repositories:\n  -\n    name: a - b\n    url: >-\n      x\n      # y\n{LINES}\ndefaults: {{}}\n",
    ),
    (
        "\ufeffrepositories:\r\n  - {name: a, url: x}\r\n",
        "\ufeffrepositories:\r\n  - {name: a, url: x}\r\n" + LINES.replace("\n", "\r\n"),
    ),
    (
        'repositories:\n  - {name: a, url: "\N{NEXT LINE}x"}\n',
        'repositories:\n  - {name: a, url: "\N{NEXT LINE}x"}\n' + LINES,
    ),
]


@pytest.mark.parametrize(("before", "after"), EDITS)
def test_an_entry_comes_and_goes_and_nothing_else_changes(before: str, after: str) -> None:
    assert added(FILE, before, PIER) == after
    assert removed(FILE, after, "pier") == before


def test_an_entry_in_the_middle_goes_with_its_comments_and_what_set_it_apart() -> None:
    first, last = "repositories:\n  # A\n  - name: a\n    url: x\n\n  # B\n", "\n  - name: c\n    url: z\n"
    entry = "  - name: b\n    url: y  # why\n    # and why\n"
    assert removed(FILE, first + entry + last, "b") == first + last


def test_the_last_entry_leaves_an_empty_list_and_an_empty_value_becomes_a_list() -> None:
    assert removed(FILE, f"repositories:\n{LINES}# end\n", "pier") == "repositories: []\n# end\n"
    assert added(FILE, "repositories:\n# end\n", PIER) == f"repositories:\n{LINES}# end\n"
    assert added(FILE, "shipped: false", PIER) == f"shipped: false\nrepositories:\n{LINES}"


def test_a_file_without_a_newline_at_its_end_is_given_one() -> None:
    assert (
        added(FILE, "repositories:\n  - {name: a, url: x}", PIER) == f"repositories:\n  - {{name: a, url: x}}\n{LINES}"
    )


NOT_EDITED = [
    ("repositories: [{name: a, url: x}]\n", "line 1", "in brackets"),
    ("{repositories: []}\n", "line 1", "in brackets"),
    ("repositories: *a\n", "no YAML", "codelens repos"),
    ("repositories: [\n", "no YAML", "codelens repos"),
    ("repositories: 7\n", "not edited", "add the entry yourself"),
    ("- a\n", "not edited", "add the entry yourself"),
    ("? repositories\n: - {name: a, url: x}\n", "not edited", "on a line of its own"),
    ("repositories:\n  - name: pier\n    url: x\n", "pier: is there already", "another name"),
]


@pytest.mark.parametrize(("text", "what", "hint"), NOT_EDITED)
def test_a_form_that_is_not_edited_is_told_what_to_do(text: str, what: str, hint: str) -> None:
    with pytest.raises(ManifestError) as raised:
        added(FILE, text, PIER)
    assert what in str(raised.value)
    assert hint in str(raised.value)


def test_what_others_refer_to_is_not_taken_out() -> None:
    text = "repositories:\n  - &a\n    name: a\n    url: x\n  - <<: *a\n    name: b\n"
    with pytest.raises(ManifestError, match="take the entry out yourself"):
        removed(FILE, text, "a")


def test_what_is_not_there_is_not_taken_out() -> None:
    with pytest.raises(ManifestError, match="b: is not there; it lists a"):
        removed(FILE, "repositories:\n  - {name: a, url: x}\n", "b")
    with pytest.raises(ManifestError, match="b: is not there; it lists"):
        removed(FILE, "repositories:\n  - {name: [a], url: x}\n", "b")


def test_values_are_quoted_where_yaml_would_read_something_else(tmp_path: Path) -> None:
    file = tmp_path / "new" / "repos.yaml"
    odd = NewEntry("pier", path="/tmp/a: b #c", revision="1.20", groups=("no", "kv"), aliases=("a/b",), exclude=())
    add_entry(file, odd)
    add_entry(file, NewEntry("quay", "https://example.org/quay"))
    pier, quay = load_manifest(file).repositories
    assert (str(pier.path), pier.revision, pier.groups, pier.exclude) == ("/tmp/a: b #c", "1.20", ("no", "kv"), ())
    assert (quay.aliases, quay.exclude) == ((), ("vendor", "third_party", "node_modules"))
    remove_entry(file, "pier")
    assert [entry.name for entry in load_manifest(file).repositories] == ["quay"]


def test_an_entry_that_is_wrong_leaves_the_file_as_it_was(tmp_path: Path) -> None:
    file = tmp_path / "repos.yaml"
    file.write_text("repositories: []\n")
    with pytest.raises(ManifestError) as raised:
        add_entry(file, NewEntry("Pier", "x"))
    assert str(raised.value).startswith(f"{file}: Pier: name:")
    assert [each.name for each in tmp_path.iterdir()] == ["repos.yaml"]
    assert file.read_text() == "repositories: []\n"


def test_a_link_stays_a_link_and_a_mode_a_mode(tmp_path: Path) -> None:
    real, link = tmp_path / "real.yaml", tmp_path / "repos.yaml"
    real.write_text("repositories: []\n")
    real.chmod(0o600)
    link.symlink_to(real)
    add_entry(link, PIER)
    assert link.is_symlink()
    assert real.stat().st_mode & 0o777 == 0o600
    assert load_manifest(real).repositories[0].name == "pier"


def test_a_folder_that_can_not_be_written_is_named(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(ManifestError, match=r"can't be written"):
        add_entry(tmp_path / "file" / "repos.yaml", PIER)
    file = tmp_path / "repos.yaml"
    file.write_bytes(b"# \xff\n")
    with pytest.raises(ManifestError, match="no UTF-8"):
        add_entry(file, PIER)


comments = st.sampled_from(["", "\n", "  # said\n", "# said - so: it is\n", "\n\n", "      # deep\n"])
forms = st.sampled_from(
    [
        "  - {{name: {}, url: x}}\n",
        "  - name: {}\n    url: x\n",
        "  - url: x # - name\n    name: {}\n",
        "  - url: 'a - b'\n    groups: [c,\n      d]\n    name: {}\n",
        "  -\n    name: {}\n    url: |\n      - x\n",
        "  - name: {}\n    url: x\n    groups:\n    - a\n    -   b\n",
    ]
)


@settings(max_examples=60)
@given(st.lists(st.tuples(comments, forms), min_size=1, max_size=5), comments, st.data())
def test_any_manifest_of_lines_can_be_edited(parts: list[tuple[str, str]], end: str, data: st.DataObject) -> None:
    text = "repositories:\n" + "".join(before + form.format(f"r{at}") for at, (before, form) in enumerate(parts)) + end
    more = added(FILE, text, PIER)
    assert [line for line in text.splitlines() if line.strip()] == [
        line for line in more.splitlines() if line.strip() and line + "\n" not in LINES.splitlines(keepends=True)
    ]
    assert removed(FILE, more, "pier") == text
    removed(FILE, text, f"r{data.draw(st.integers(0, len(parts) - 1))}")
