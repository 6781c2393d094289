"""The settings: what is left out is the default, and what is wrong is said with file, line and what is nearest."""

from __future__ import annotations

from pathlib import Path

import msgspec
import pytest

import corpus
from codelens.errors import SettingsError
from codelens.locations import configuration
from codelens.present.settings import EVERYWHERE, Bound, Settings, check_settings, load_settings, settings_file

BINDINGS = [
    Bound("app.quit", EVERYWHERE, ("ctrl+q",)),
    Bound("search.history", "search", ("ctrl+r",)),
    Bound("search.prompt", "search", ("escape",)),
    Bound("list.down", "list", ("down", "j")),
    Bound("code.down", "code", ("down", "j")),
]
SPELLED = {"?": "question_mark", "ctrl+shift+r": "ctrl+R"}


def spelled(key: str) -> str | None:
    return None if key.startswith("no") else SPELLED.get(key, key)


def own(text: str) -> None:
    corpus.write(configuration(), {"settings.yaml": text})


def check(text: str) -> Settings:
    own(text)
    loaded = load_settings()
    check_settings(loaded, ["nord", "gruvbox"], BINDINGS, spelled)
    return loaded.settings


def test_without_a_file_and_with_an_empty_one_all_is_as_it_was() -> None:
    assert load_settings().settings == Settings()
    for text in ("", "# nothing\n", "---\n", "keys:\n", "limit:\n"):
        own(text)
        assert load_settings().settings == Settings()


def test_every_field_is_read() -> None:
    found = check(
        "theme: nord\neditor: nvim -n\nclipboard: terminal\nlimit: 200\nmouse: false\n"
        "keys:\n  search.history: ctrl+h\n  list.down: [n, '?']\n  code.down: d, f6\n"
    )
    assert found == Settings(
        "nord", "nvim -n", "terminal", 200, mouse=False,
        keys={"search.history": ("ctrl+h",), "list.down": ("n", "?"), "code.down": ("d", "f6")},
    )  # fmt: skip


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("thme: nord", ':1: unknown field "thme"; did you mean theme?'),
        ("zzz: 1", ':1: unknown field "zzz"; there are clipboard, editor, keys, limit, mouse, theme'),
        ("\ntheme: [nord]", ":2: theme: must be text, not a list"),
        ("limit: many", ":1: limit: must be a number, not text"),
        ("limit: 0", ":1: limit: expected a number >= 1"),
        ("limit: 1000000", ":1: limit: expected a number <= 100000"),
        ("mouse: off", ":1: mouse: must be true or false, not text"),
        ("keys: ctrl+h", ":1: keys: must be a mapping"),
        ("keys:\n  search.history: ctrl + h", ':2: search.history: "ctrl + h" is no key; write it as ctrl+h'),
        ("keys:\n  search.history: []", ":2: search.history: is a key, such as ctrl+h, or a list of keys"),
        ("keys:\n  search.history: {a: b}", ":2: search.history: is a key"),
        ("keys:\n  search.history:", ":2: search.history: is a key"),
        ("- theme", ":1: must be a mapping"),
        ("theme: nord\ntheme: nord", ':2: "theme" is there twice'),
        ("theme: 'nord", ":1: column 13: "),
        ("theme: *x", ":1: an alias (*) is not allowed"),
    ],
)
def test_a_file_that_is_wrong_is_said_with_its_line(text: str, said: str) -> None:
    own(text)
    with pytest.raises(SettingsError) as wrong:
        load_settings()
    assert str(wrong.value).startswith(f"{settings_file()}{said}"), wrong.value


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("theme: gruvbx", ':1: theme: there is no theme "gruvbx"; did you mean gruvbox?'),
        ("keys:\n  search.histroy: ctrl+h", ':2: there is no binding "search.histroy"; did you mean search.history?'),
        ("keys:\n  search.history: nokey", ':2: search.history: "nokey" is no key'),
        ("keys:\n  search.history: escape", ':2: search.history: the key "escape" is that of search.prompt already'),
        ("keys:\n  search.history: f6\n  list.down: ctrl+q", ':3: list.down: the key "ctrl+q" is that of app.quit'),
        ("keys:\n  app.quit: [f6, j]", ':2: app.quit: the key "j" is that of list.down already'),
        (
            "keys:\n  list.down: '?'\n  app.quit: question_mark",
            ':3: app.quit: the key "question_mark" is that of list.down',
        ),
    ],
)
def test_what_the_app_does_not_have_is_said_with_its_line(text: str, said: str) -> None:
    with pytest.raises(SettingsError) as wrong:
        check(text)
    assert str(wrong.value).startswith(f"{settings_file()}{said}"), wrong.value


def test_one_key_may_mean_two_things_in_two_places_and_keys_may_change_places() -> None:
    check("keys:\n  list.down: x\n  code.down: x\n")
    check("keys:\n  search.history: escape\n  search.prompt: ctrl+r\n")


def test_a_file_that_can_not_be_read_is_said() -> None:
    settings_file().mkdir(parents=True)
    with pytest.raises(SettingsError, match=r"settings\.yaml: can't be read: Is a directory"):
        load_settings()


def test_the_guide_has_every_field() -> None:
    guide = (Path(__file__).parents[2] / "docs/app.md").read_text()
    assert [name for name in msgspec.structs.fields(Settings) if f"| `{name.name}` |" not in guide] == []


@pytest.mark.parametrize(
    ("file", "text", "said"),
    [
        ("settings.yaml", "limit: x", ":1: limit: must be a number, not text"),
        ("settings.yaml", "theme: nrd", ':1: theme: there is no theme "nrd"; did you mean nord?'),
        ("settings.yaml", "keys: {app.hlp: f9}", ':1: there is no binding "app.hlp"; did you mean app.help?'),
        ("queries/links.yaml", "hosts: {a: b}", ':1: a: there is no form "b"'),
        ("queries/apis.yaml", "forms: {github: {base: /x}}", ':1: "lists" is missing'),
        ("queries/editors.yaml", "usual: vi", ":1: usual: must be a list, not text"),
    ],
)
def test_check_says_what_is_wrong_with_ones_own_files(tmp_path: Path, file: str, text: str, said: str) -> None:
    corpus.write(tmp_path / "codelens", {file: text})
    ended = corpus.run(tmp_path / "home", "check", XDG_CONFIG_HOME=str(tmp_path))
    assert ended.returncode == 2
    assert f"codelens: error: {tmp_path / 'codelens' / file}{said}" in ended.stderr.decode()
