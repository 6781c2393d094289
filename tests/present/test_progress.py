"""The bars of a terminal: one for each repository that something is being done with, and none for the others."""

from __future__ import annotations

from io import StringIO

from rich.console import Console
from rich.progress import Progress as RichBars

from codelens.present.cli.progress import Bars
from codelens.present.events import Ended, Failed, Progress, Work


def test_a_bar_is_there_as_long_as_something_is_done() -> None:
    said = StringIO()
    bars = RichBars(console=Console(file=said, width=80))
    report = Bars(bars)

    def shown() -> list[str]:
        return [task.description for task in bars.tasks]

    for name in ("pier", "quay", "dam"):
        report.went_on(Progress(name, "receiving", 1, 9))
    report.went_on(Progress("pier", "done"))
    assert shown() == ["quay: receiving", "dam: receiving"]
    report.failed(Failed("quay", "the server broke off"))
    report.went_on(Progress("pier", "reading", 1, 9))
    assert shown() == ["dam: receiving", "pier: reading"]
    report.ended(Ended("pier", Work.INDEX, changed=True, text="indexed 9 files"))
    report.ended(Ended("nobody", Work.INDEX, changed=True, text="had no bar"))
    assert shown() == ["dam: receiving"]
    assert said.getvalue().splitlines() == [
        "codelens: error: the server broke off",
        "pier: indexed 9 files",
        "nobody: had no bar",
    ]
