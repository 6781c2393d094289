"""Copying: the platform's program where it has a clipboard, else the terminal; what refuses or hangs is said."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

import corpus
from codelens.present.clipboard import MOST, copy

if TYPE_CHECKING:
    from pathlib import Path

TAKES = "#!/bin/sh\necho $0 $@ >$OUT\ncat >>$OUT\n"
REFUSES = '#!/bin/sh\necho "can\'t open\n  display" >&2\nexit 1\n'
HANGS = "#!/bin/sh\nexec sleep 600\n"
STAYS = "#!/bin/sh\ncat >$OUT\n(sleep 600) &\n"  # as those do that hold the clipboard


class Clipboard:
    """Programs in a folder of their own, and a terminal that remembers."""

    def __init__(self, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        self.folder = folder
        self.sent: list[str] = []
        monkeypatch.setenv("OUT", str(folder / "out"))
        monkeypatch.setenv("PATH", f"{folder}:/usr/bin:/bin")

    def has(self, **programs: str) -> None:
        for name, script in programs.items():
            file = corpus.write(self.folder, {name.replace("_", "-"): script}) / name.replace("_", "-")
            file.chmod(0o755)

    def copy(
        self, text: str = "a.go:3", setting: str = "", *, here: bool = True, **environment: str
    ) -> tuple[bool, str]:
        environment["PATH"] = str(self.folder)
        copied = copy(text, setting, self.sent.append, here=here, environment=environment)
        return copied.done, copied.said

    @property
    def taken(self) -> str:
        return (self.folder / "out").read_text().replace(f"{self.folder}/", "")


@pytest.fixture
def clipboard(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Clipboard:
    return Clipboard(tmp_path, monkeypatch)


TERMINAL = (True, "sent to the terminal, which copies it if it may")


@pytest.mark.parametrize(
    ("environment", "command"),
    [
        ({"WAYLAND_DISPLAY": "wayland-0", "DISPLAY": ":0"}, "wl-copy --type text/plain"),
        ({"DISPLAY": ":0"}, "xclip -selection clipboard"),
        ({"TMUX": "/tmp/tmux,1,0"}, "tmux load-buffer -w -"),
        ({"SSH_CONNECTION": "1 2 3 4", "DISPLAY": "localhost:10.0"}, "xclip -selection clipboard"),
    ],
)
def test_the_program_that_has_a_clipboard_takes_it(
    clipboard: Clipboard, environment: dict[str, str], command: str
) -> None:
    clipboard.has(wl_copy=TAKES, xclip=TAKES, xsel=TAKES, tmux=TAKES)
    done, said = clipboard.copy("a b.go:3\nü", **environment)
    assert (done, said.split(",")[0]) == (True, f"copied with {command.split(maxsplit=1)[0]}")
    assert clipboard.taken == f"{command}\na b.go:3\nü"
    assert clipboard.sent == []


def test_without_a_display_the_terminal_is_asked(clipboard: Clipboard) -> None:
    clipboard.has(wl_copy=TAKES, xclip=TAKES, pbcopy=TAKES)
    assert clipboard.copy(SSH_CONNECTION="1 2 3 4") == TERMINAL
    assert clipboard.copy(DISPLAY=":0", here=False) == (True, "sent to the browser, which copies it if it may")
    assert clipboard.sent == ["a.go:3"] * 2


def test_a_program_of_this_machine_needs_no_display(clipboard: Clipboard) -> None:
    clipboard.has(pbcopy=TAKES)
    assert clipboard.copy() == (True, "copied with pbcopy")


def test_one_that_refuses_is_said_and_the_next_is_asked(clipboard: Clipboard) -> None:
    clipboard.has(xclip=REFUSES, xsel=TAKES)
    assert clipboard.copy(DISPLAY=":0") == (True, "copied with xsel")
    clipboard.has(xsel=REFUSES)
    done, said = clipboard.copy(DISPLAY=":0")
    assert (done, said.split("; ")) == (
        True,
        ["xclip refuses it (can't open display)", "xsel refuses it (can't open display)", TERMINAL[1]],
    )


def test_one_that_hangs_is_ended(clipboard: Clipboard, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("codelens.present.clipboard._SECONDS", 0.1)
    clipboard.has(xclip=HANGS)
    assert clipboard.copy(DISPLAY=":0") == (True, f"xclip does not answer; {TERMINAL[1]}")


def test_one_that_stays_to_hold_the_clipboard_is_not_waited_for(clipboard: Clipboard) -> None:
    clipboard.has(xclip=STAYS)
    assert clipboard.copy(DISPLAY=":0") == (True, "copied with xclip")
    assert clipboard.taken == "a.go:3"


def test_a_setting_is_the_only_way(clipboard: Clipboard) -> None:
    clipboard.has(xclip=TAKES, mine=TAKES, bad=REFUSES)
    assert clipboard.copy(setting="terminal", DISPLAY=":0") == TERMINAL
    assert clipboard.copy(setting="mine 'two words'", DISPLAY=":0") == (True, "copied with mine")
    assert clipboard.taken == "mine two words\na.go:3"
    clipboard.sent.clear()
    assert clipboard.copy(setting="bad", DISPLAY=":0") == (False, "not copied: bad refuses it (can't open display)")
    assert clipboard.copy(setting="nope")[1] == "not copied: nope can't be started (No such file or directory)"
    assert clipboard.copy(setting="'x")[1] == "not copied: the setting clipboard is no command: no closing quotation"
    assert clipboard.sent == []


def test_where_nothing_can_copy_that_is_said() -> None:
    copied = copy("x", environment={"PATH": "/no", "SSH_CONNECTION": "1"})
    assert (copied.done, copied.said) == (False, "not copied: there is no program for it and no terminal to ask")


def test_what_no_terminal_takes_is_refused(clipboard: Clipboard) -> None:
    done, said = clipboard.copy("x" * (MOST + 1))
    assert not done
    assert "longer than 70,000 bytes" in said
    assert clipboard.sent == []
