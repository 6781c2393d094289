"""Out of the app in a real terminal and a real browser: an editor gives the terminal back, a browser keeps a file."""

from __future__ import annotations

import asyncio
import sys
from typing import TYPE_CHECKING

from chromium import chromium
from serving import serving
from test_browser import shows
from waiting import until

import corpus

if TYPE_CHECKING:
    from pathlib import Path

    from tmux import Terminal

FILES = {
    "one": {
        "pod/pod.go": "package pod\n\n// Pod is what runs together.\ntype Pod struct {\n\tName string\n}\n",
        "kubelet/sync.go": 'package kubelet\n\nimport "example.org/one/pod"\n\nfunc syncPod(p *pod.Pod) {}\n',
    }
}
INTERRUPTED = "#!/bin/sh\necho editing $(basename $1)\nexec cat\n"


def begin(shell: Terminal, home: Path, editor: str, query: str = "") -> None:
    environment = {
        "CODELENS_HOME": str(home), "PYTHONPATH": str(corpus.SOURCE), "XDG_CONFIG_HOME": str(home / "none"),
        "EDITOR": editor, "VISUAL": "", "TERM": "screen-256color",
    }  # fmt: skip
    shell.start((sys.executable, "-m", "codelens", "app", query), (100, 30), environment)


def test_type_a_name_follow_it_open_the_editor_at_the_line_and_come_back(shell: Terminal, home: Path, vim: str) -> None:
    begin(shell, home, f"{vim} -N -u NONE --cmd 'set ruler'")
    shell.shows("❯")
    shell.type("Pod")
    shell.shows("type Pod struct {", "pod/pod.go:4")
    shell.press("Tab")
    shell.shows("r References")
    shell.press("r")
    shell.shows("› references of Pod", "func syncPod(p *pod.Pod) {}")
    shell.press("e")
    shell.shows("5,21", "All")  # vim's own last line
    assert not any("references of Pod" in line for line in shell.screen())
    shell.type(":q")
    shell.press("Enter")
    shell.shows("references of Pod")
    shell.press("/")  # to the prompt
    shell.shows("alt+e Editor")
    shell.type("Name")
    shell.shows("❯ Name")
    shell.press("C-q")
    assert shell.status() == 0


def test_ctrl_c_in_the_editor_is_the_editors(shell: Terminal, home: Path, tmp_path: Path) -> None:
    editor = corpus.write(tmp_path, {"ed": INTERRUPTED}) / "ed"
    editor.chmod(0o755)
    begin(shell, home, str(editor), "Pod")
    shell.shows("pod/pod.go:4")
    shell.press("M-e")
    shell.shows("editing pod.go")
    shell.press("C-c")
    shell.shows("ed was ended by a signal: Interrupt", "pod/pod.go:4")
    shell.type("Name")
    shell.shows("❯ PodName")


def test_a_browser_copies_the_place_and_keeps_what_is_exported(browser: str, tmp_path: Path, home: Path) -> None:
    kept = tmp_path / "kept"

    async def check() -> None:
        async with serving(home) as server, chromium(browser, tmp_path / "profile") as page:

            async def is_copied() -> bool:
                copied: str = await page.evaluate("navigator.clipboard.readText()")
                return copied == "pod/pod.go:4"

            await page.open(server.url)
            await shows(page, "❯")
            await page.call("Browser.grantPermissions", permissions=["clipboardReadWrite"])
            await page.call("Page.setDownloadBehavior", behavior="allow", downloadPath=str(kept))
            await page.type("Pod")
            await shows(page, "pod/pod.go:4")
            await page.press("s", control=True)
            await shows(page, "Export", "codelens.md")
            await page.type("\r")
            await until((kept / "codelens.md").exists, "the browser keeps the file")
            await page.type("\t")
            await shows(page, "r References")
            await page.type("y")
            await shows(page, "sent to the browser")
            await until(is_copied, "the place is in the clipboard")

    asyncio.run(check())
    assert "`type Pod struct {`" in (kept / "codelens.md").read_text()
