"""Editors: which one is taken, how each is told a place, and what is wrong with the data."""

from __future__ import annotations

from pathlib import Path

import pytest

import corpus
from codelens.errors import EditorError, SettingsError
from codelens.locations import configuration
from codelens.present.editing import edit
from codelens.present.editors import Caret, Editor, find_editor, load_presets
from codelens.present.opening import Laid

FILE = Path("/tmp/a b.go")
CARET = Caret(line=11, column=4, byte=6)


@pytest.fixture
def programs(tmp_path: Path) -> Path:
    """A folder of programs that end at once."""
    folder = tmp_path / "bin"
    for name in (
        "vim",
        "vim.basic",
        "nvim",
        "emacs",
        "emacsclient",
        "hx",
        "nano",
        "code",
        "subl",
        "other",
        "kak",
        "gvim",
    ):
        file = corpus.write(folder, {name: "#!/bin/sh\nexit 0\n"}) / name
        file.chmod(0o755)
    return folder


def found(programs: Path, command: str, *, copy: bool = False) -> list[str]:
    editor = find_editor(command, {"PATH": str(programs)})
    told = editor.command(FILE, CARET, copy=copy)
    assert told[0] == str(programs / editor.words[0])
    return told[1:]


@pytest.mark.parametrize(
    ("command", "told"),
    [
        ("emacsclient -nw", ["-nw", "+12:5", "/tmp/a b.go"]),
        ("hx", ["/tmp/a b.go:12:5"]),
        ("nano", ["+12,5", "/tmp/a b.go"]),
        ("kak", ["+12:5", "/tmp/a b.go"]),
        ("code", ["--wait", "--goto", "/tmp/a b.go:12:5"]),
        ("code --wait -n", ["--wait", "-n", "--goto", "/tmp/a b.go:12:5"]),
        ("code -w", ["-w", "--goto", "/tmp/a b.go:12:5"]),
        ("subl --project 'my project'", ["--project", "my project", "--wait", "/tmp/a b.go:12:5"]),
        ("other", ["/tmp/a b.go"]),
        ("other -x", ["-x", "/tmp/a b.go"]),
        ("other --at {line}:{column}:{byte} {file} {}", ["--at", "12:5:7", "/tmp/a b.go", "{}"]),
        ("vim --remote {file}", ["--remote", "/tmp/a b.go"]),
    ],
)
def test_an_editor_is_told_the_place_as_it_wants_it(programs: Path, command: str, told: list[str]) -> None:
    assert found(programs, command) == told


@pytest.mark.parametrize("command", ["vim", "nvim", "vim.basic"])
def test_vim_is_told_the_byte_and_to_read_no_modeline_and_a_copy_is_not_to_be_written(
    programs: Path, command: str
) -> None:
    told = found(programs, command)
    assert told[-2:] == ["+call cursor(12, 7) | normal! zz", "/tmp/a b.go"]
    assert told[:2] == ["--cmd", "autocmd BufReadPre * setlocal nomodeline"]
    assert "-R" in found(programs, command, copy=True)
    assert "-R" not in told


def test_emacs_is_told_to_take_no_variables_from_a_file_before_it_reads_one(programs: Path) -> None:
    told = found(programs, "emacs -nw")
    assert told.index("--eval") < told.index("+12:5")
    assert "enable-local-variables nil" in told[told.index("--eval") + 1]


def test_what_an_editor_really_is_counts_before_what_it_is_called(programs: Path) -> None:
    (programs / "editor").symlink_to("vim.basic")
    (programs / "vi").symlink_to("nano")
    assert found(programs, "editor")[-2].startswith("+call cursor")
    assert found(programs, "vi") == ["+12,5", "/tmp/a b.go"]


def test_the_setting_comes_before_visual_and_that_before_editor(programs: Path) -> None:
    environment = {"PATH": str(programs), "VISUAL": "hx", "EDITOR": "nano"}
    assert find_editor("kak", environment).name == "kak"
    assert find_editor("", environment).name == "hx"
    assert find_editor("", {**environment, "VISUAL": "  "}).name == "nano"


def test_without_a_word_the_first_usual_one_is_taken(programs: Path, tmp_path: Path) -> None:
    assert find_editor("", {"PATH": str(programs)}).name == "nano"
    with pytest.raises(EditorError, match=r"no editor is known and none of .* is installed; set VISUAL or EDITOR"):
        find_editor("", {"PATH": str(tmp_path)})


@pytest.mark.parametrize(
    ("environment", "said"),
    [
        ({"EDITOR": "nope -x"}, "EDITOR: nope: no such program; name another editor in EDITOR"),
        ({"VISUAL": "/no/such", "EDITOR": "nano"}, "VISUAL: /no/such: no such program"),
        ({"EDITOR": "vim '"}, "EDITOR: vim ': is no command: no closing quotation"),
    ],
)
def test_an_editor_that_is_not_there_says_where_it_was_named(
    programs: Path, environment: dict[str, str], said: str
) -> None:
    with pytest.raises(EditorError, match=said):
        find_editor("", {"PATH": str(programs), **environment})


def test_only_one_with_a_window_leaves_the_terminal_alone(programs: Path) -> None:
    windows = {
        name for name in ("vim", "gvim", "code", "hx", "other") if find_editor(name, {"PATH": str(programs)}).has_window
    }
    assert windows == {"gvim", "code"}


# --- running ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("script", "said"),
    [
        ("#!/bin/sh\nexit 3\n", "ed ended with status 3"),
        ("#!/bin/sh\nkill -9 $$\n", "ed was ended by a signal: Killed"),
        ("#!/no/such/shell\n", "ed: can't be started: No such file or directory"),
        ("\x7fELF", "ed: can't be started: Exec format error"),
    ],
)
def test_an_editor_that_fails_is_one_line(tmp_path: Path, script: str, said: str) -> None:
    program = corpus.write(tmp_path, {"ed": script}) / "ed"
    program.chmod(0o755)
    editor = Editor(str(program), ("ed",), None)
    with pytest.raises(EditorError) as failed:
        edit(editor, Laid(tmp_path / "a.txt", CARET, None))
    assert str(failed.value) == said


def test_an_interrupt_is_for_the_editor(tmp_path: Path) -> None:
    """The editor asks for an interrupt of both; it traps its own, and we go on."""
    script = f"#!/bin/sh\ntrap 'echo trapped >{tmp_path}/out; exit 0' INT\nkill -INT $PPID\nkill -INT $$\nsleep 5\n"
    program = corpus.write(tmp_path, {"ed": script}) / "ed"
    program.chmod(0o755)
    edit(Editor(str(program), ("ed",), None), Laid(tmp_path / "a.txt", CARET, None))
    assert (tmp_path / "out").read_text() == "trapped\n"


# --- the data --------------------------------------------------------------------------------------------------------


def own(text: str) -> None:
    corpus.write(configuration() / "queries", {"editors.yaml": text})


def test_ones_own_presets_come_first_and_the_others_stay(programs: Path) -> None:
    own("editors:\n  mine: {programs: [other, 'v*'], place: ['{file}#{line}']}\nusual: [other]\n")
    assert found(programs, "other") == ["/tmp/a b.go#12"]
    assert found(programs, "vim") == ["/tmp/a b.go#12"]
    assert found(programs, "hx") == ["/tmp/a b.go:12:5"]
    assert find_editor("", {"PATH": str(programs)}).name == "other"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("editor: {}", ':1: unknown field "editor"; did you mean editors?'),
        ("editors:\n  a: {programs: [x]}", ':2: "place" is missing'),
        ("editors:\n  a: {programs: x, place: [y]}", ":2: programs: must be a list, not text"),
        (
            "editors:\n  a: {programs: [x], place: ['{lin}']}",
            ":2: place: nothing is known as {lin}; did you mean line?",
        ),
        ("editors:\n  a: {programs: [x], place: [y], window: yes}", ":2: window: must be true or false, not text"),
        ("editors: {a: vim}", ":1: a: must be a mapping"),
    ],
)
def test_what_is_wrong_with_the_data_is_said_with_its_line(text: str, said: str) -> None:
    own(text)
    with pytest.raises(SettingsError) as wrong:
        load_presets()
    assert said in str(wrong.value)
