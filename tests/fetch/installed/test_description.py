"""``queries/installed.yaml``: the shipped one is right, and whatever is wrong in another is said with its line."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from codelens.errors import SettingsError
from codelens.fetch.installed.description import load_kinds

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

RIGHT = """\
tide:
  meaning: tides
  roots: [/srv/tides]
  forms:
    - marker: '(?P<name>.+)-(?P<version>\\d)'
"""
FORM = "tide:\n  meaning: m\n  roots: [/x]\n  forms:\n    - "


@pytest.fixture
def own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A user's own file, not written yet."""
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    load_kinds.cache_clear()
    file = tmp_path / "codelens" / "queries" / "installed.yaml"
    file.parent.mkdir(parents=True)
    yield file
    load_kinds.cache_clear()


def test_the_shipped_file_is_right() -> None:
    load_kinds.cache_clear()
    kinds = load_kinds()
    assert {"pypi", "npm", "golang", "src"} <= set(kinds)
    assert [kind.name for kind in kinds.values() if kind.last] == ["deb"]


def test_a_kind_of_one_s_own_comes_first_and_replaces_the_shipped_one(own: Path) -> None:
    shipped = list(load_kinds())
    load_kinds.cache_clear()
    own.write_text(RIGHT + RIGHT.replace("tide:", "npm:", 1))
    assert list(load_kinds()) == ["tide", "npm", *(name for name in shipped if name != "npm")]
    assert load_kinds()["npm"].meaning == "tides"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (RIGHT.replace("tide:", "Tide Table:", 1), "1: Tide Table: a kind must be letters in lower case"),
        (RIGHT.replace("meaning: tides\n  ", ""), 'yaml:1: "meaning" is missing'),
        (
            RIGHT.replace("/srv/tides", "srv/tides"),
            '3: roots: "srv/tides" must begin with /, ~/, ./, $NAME or <program>/',
        ),
        (RIGHT.replace("[/srv/tides]", "[]"), "1: tide: roots and forms must not be empty"),
        (RIGHT.replace("P<name>", "P<nome>"), '5: marker: must capture a group "name", unless there is a name:'),
        (RIGHT + "      name: x\n", '5: marker: must capture a group "name", unless there is a name:'),
        (RIGHT.replace("(?P<version>", "(?P<version>("), "5: marker: is no regular expression: "),
        (RIGHT + "      beneath: x\n", "beneath"),
        (FORM + "{marker: '(?P<name>x)', version: [{file: a}]}", "5: 0: needs a match or a key, and not both"),
        (FORM + "{marker: '(?P<name>x)', version: [{file: a, match: x}]}", "5: match: must capture what is said"),
        (FORM + "{marker: '(?P<name>x)', linked: [{file: a, match: '(}'}]}", "5: 0: is no regular expression"),
        (FORM + "{marker: '(?P<name>x)', files: [{file: a, match: x}]}", "5: match: must capture the path in a group"),
        (
            FORM + "{marker: '(?P<name>x)', version: [{file: '{no}', match: (x)}]}",
            "nothing is known as {no}; there are",
        ),
        (FORM + "{marker: '(?P<name>x)', archive: '{fil}'}", "5: archive: nothing is known as {fil}; there are base"),
        (FORM + "{marker: '(?P<name>x)', otherwise: ['{nom}']}", "5: otherwise: nothing is known as {nom}; there are"),
        (FORM + "{marker: '(?P<name>x)', leave: ['!a']}", '5: leave: is no glob: "!a" is negated'),
        (RIGHT + "  same: '['\n", "6: same: is no regular expression"),
        (RIGHT + "  pinned: {file: x}\n", "6: pinned: needs a match or a key"),
        (RIGHT + "  variables: {X: [{file: x, match: x}]}\n", "6: match: must capture what is said"),
        ("- a\n", "must be a mapping"),
    ],
)
def test_what_is_wrong_is_said_with_its_line(own: Path, text: str, said: str) -> None:
    own.write_text(text)
    with pytest.raises(SettingsError) as error:
        load_kinds()
    assert str(error.value).startswith(f"{own}:")
    assert said in str(error.value)
