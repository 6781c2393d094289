"""The options that commands share, spelled as the fields of the query are, and how an answer leaves."""

from __future__ import annotations

import functools
import shutil
import sys
import time
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import TYPE_CHECKING, Any

import click

from codelens.errors import UsageError
from codelens.locations import home
from codelens.present.formats import is_truncated, json_line, json_summary, plain_line, printable, summary_text
from codelens.present.pictures import PictureForm, draw

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from click.shell_completion import CompletionItem

    from codelens.errors import CodelensError
    from codelens.index.shard import Shard
    from codelens.locations import Home
    from codelens.query.filters import Filters
    from codelens.query.matches import Answer, Link, Match
    from codelens.query.operations import Question
    from codelens.query.session import Session

Command = "Callable[..., Any]"


class Broken:
    """Says on standard error what went wrong with one repository; the others go on. ``any`` remembers it."""

    def __init__(self) -> None:
        self.any = False

    def __call__(self, error: CodelensError) -> None:
        """Say one error."""
        self.any = True
        click.echo(f"codelens: error: {printable(' '.join(str(error).split()))}", err=True)


@dataclass(frozen=True)
class Asked:
    """What the shared options of a question said."""

    home: Home
    repositories: tuple[str, ...]
    revision: str
    kinds: tuple[str, ...]
    languages: tuple[str, ...]
    files: tuple[str, ...]
    limit: int
    json: bool
    broken: Broken = field(default_factory=Broken)
    tree: bool = False
    form: PictureForm = PictureForm.TEXT

    @cached_property
    def session(self) -> Session:
        """Where the question is asked."""
        from codelens.query.session import Session  # noqa: PLC0415 - help needs no index

        return Session(self.home, self.repositories, self.revision, self.broken)

    def question(self, name: str, **more: Any) -> Question:  # noqa: ANN401 - fields of a question
        """A question about a name, for an operation."""
        from codelens.query.operations import Question  # noqa: PLC0415

        return Question(name, filters=self.filters(), limit=self.limit, **more)

    def shards(self) -> list[Shard]:
        """The shards that the options ask for."""
        return self.session.shards()

    def filters(self) -> Filters:
        """The filters of the options."""
        from codelens.query.filters import Filters  # noqa: PLC0415

        return Filters(kinds=self.kinds, languages=self.languages, files=self.files)


def completed(what: str) -> Callable[[click.Context, click.Parameter, str], list[CompletionItem]]:
    """What completes a value: a function of ``completing``, imported only while somebody types."""

    def complete(ctx: click.Context, param: click.Parameter, incomplete: str) -> list[CompletionItem]:
        from codelens.present.cli import completing  # noqa: PLC0415

        found: list[CompletionItem] = getattr(completing, what)(ctx, param, incomplete)
        return found

    return complete


def home_option(command: Callable[..., Any]) -> Callable[..., Any]:
    """``--home``, given on as a :class:`~codelens.locations.Home`."""

    @click.option("--home", "home_folder", metavar="FOLDER", help="Where indexes are kept (or CODELENS_HOME).")
    @functools.wraps(command)
    def wrapped(*args: Any, home_folder: str | None, **kwargs: Any) -> Any:  # noqa: ANN401 - a decorator
        return command(*args, home=home(home_folder), **kwargs)

    return wrapped


# What the options are called here, as the fields of Asked are.
_ASKED = ("home", "repositories", "revision", "kinds", "languages", "files", "limit", "json")


def question_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """The options of every question, given on as one :class:`Asked`."""

    @click.option(
        "--repo",
        "-r",
        "repositories",
        multiple=True,
        metavar="NAME",
        shell_complete=completed("repositories"),
        help="Only this repository: a name, glob, alias or group; repeatable.",
    )
    @click.option(
        "--rev",
        "revision",
        default="",
        metavar="REV",
        help="The revision or commit that was indexed.",
        shell_complete=completed("revisions"),
    )
    @click.option(
        "--kind",
        "-k",
        "kinds",
        multiple=True,
        metavar="KIND",
        help="Only this kind; repeatable.",
        shell_complete=completed("kinds"),
    )
    @click.option(
        "--lang",
        "-l",
        "languages",
        multiple=True,
        metavar="NAME",
        help="Only this language; repeatable.",
        shell_complete=completed("languages"),
    )
    @click.option(
        "--file", "-f", "files", multiple=True, metavar="GLOB", help="Only paths that hold or match this; repeatable."
    )
    @click.option(
        "--limit", "-n", type=click.IntRange(min=1), default=50, show_default=True, help="How many matches to show."
    )
    @click.option("--json", is_flag=True, help="JSON Lines, the summary last.")
    @home_option
    @functools.wraps(command)
    def wrapped(*args: Any, **kwargs: Any) -> Any:  # noqa: ANN401
        return command(*args, asked=Asked(**{name: kwargs.pop(name) for name in _ASKED}), **kwargs)

    return wrapped


def picture_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """How an answer that is a tree or a chain is drawn; stands beneath :func:`question_options`."""

    @click.option(
        "--tree", is_flag=True, help="Draw how the matches hang together; with --json, add it to the last line."
    )
    @click.option(
        "--format",
        "form",
        type=click.Choice([form.value for form in PictureForm]),
        default=PictureForm.TEXT.value,
        show_default=True,
        help="As what a tree is drawn.",
    )
    @functools.wraps(command)
    def wrapped(*args: Any, asked: Asked, tree: bool, form: str, **kwargs: Any) -> Any:  # noqa: ANN401
        drawn = PictureForm(form)
        if asked.json and drawn is not PictureForm.TEXT:
            message = f"--json and --format {drawn} are two forms of one answer; choose one"
            raise UsageError(message)
        return command(*args, asked=replace(asked, tree=tree or drawn is not PictureForm.TEXT, form=drawn), **kwargs)

    return wrapped


def give(answer: Answer, asked: Asked, started: float, *, found: bool | None = None, grouped: bool = False) -> int:
    """Write an answer: matches to standard output, all else to standard error.

    Args:
        answer: The answer.
        asked: How it is wanted.
        started: When the question came, from :func:`time.perf_counter`.
        found: Whether the matches are what was asked for; None when any match is.
        grouped: Whether a terminal shows them file by file.

    Returns:
        The exit status.
    """
    seconds = time.perf_counter() - started
    if asked.json:
        out = sys.stdout.buffer
        for match in answer.matches:
            out.write(json_line(match) + b"\n")
        out.write(json_summary(answer, seconds, tree=asked.tree) + b"\n")
        out.flush()
    elif asked.tree and answer.tree:
        draw_tree(answer.tree, asked.form)
    else:
        write_matches(answer, grouped=grouped)
    for note in answer.notes:
        click.echo(f"codelens: {printable(note)}", err=True)
    if not asked.json:
        more = f"; all of them: --limit {answer.total}" if is_truncated(answer) and not answer.truncated else ""
        click.echo(
            f"codelens: {summary_text(answer, short=sys.stderr.isatty())} ({seconds * 1000:.0f} ms){more}", err=True
        )
    if asked.broken.any:
        return 2
    return 0 if (bool(answer.matches) if found is None else found) else 1


def draw_tree(links: Sequence[Link], form: PictureForm) -> None:
    """Write a picture to standard output: as wide as a terminal is, whole where it goes elsewhere."""
    width = shutil.get_terminal_size().columns if sys.stdout.isatty() else None
    for line in draw(links, form, width=width, boxes=_shows_boxes()):
        print(line)


def _shows_boxes() -> bool:
    try:
        "├└│─…".encode(sys.stdout.encoding or "ascii")
    except (UnicodeEncodeError, LookupError):
        return False
    return True


def write_matches(answer: Answer, *, grouped: bool) -> None:
    """Write matches to standard output, file by file on a terminal when ``grouped``."""
    if not sys.stdout.isatty():
        for match in answer.matches:
            print(plain_line(match, several=answer.repositories > 1))
        return
    before = None
    for match in answer.matches:
        if grouped and match.place != before:
            click.secho(f"{printable(match.place.path)}  [{match.place.repository}]", bold=True)
            before = match.place
        _write_match(match, grouped=grouped)


def _write_match(match: Match, *, grouped: bool) -> None:
    """One match on a terminal: where and what, and beneath it the line."""
    where = f"{match.range.line + 1}:{match.range.column + 1}"
    if grouped:
        around = f"  in {printable(match.symbol)}" if match.symbol else ""
        click.echo(f"  {click.style(where, fg='green')}  {printable(match.signature)}{click.style(around, dim=True)}")
        return
    path = f"{printable(match.place.path)}:{where}"
    title = f"{match.kind or match.stands or 'text'} {click.style(printable(match.symbol or match.name), bold=True)}"
    click.echo(f"{title}  {click.style(path, fg='green')}  [{match.place.repository}]")
    click.echo(f"    {printable(match.signature)}")
