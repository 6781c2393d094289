"""The options that commands share, spelled as the fields of the query are."""

from __future__ import annotations

import functools
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, Any

import click

from codelens.locations import home
from codelens.present.cli.output import Output, output_options
from codelens.present.formats import printable

if TYPE_CHECKING:
    from collections.abc import Callable

    from click.shell_completion import CompletionItem

    from codelens.errors import CodelensError
    from codelens.index.shard import Shard
    from codelens.locations import Home
    from codelens.query.filters import Filters
    from codelens.query.operations import Question
    from codelens.query.session import Session

Command = "Callable[..., Any]"
_MOST = 50  # matches


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
    kinds: tuple[str, ...] = ()
    languages: tuple[str, ...] = ()
    files: tuple[str, ...] = ()
    limit: int = _MOST
    output: Output = field(default_factory=Output)
    broken: Broken = field(default_factory=Broken)

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
_ASKED = ("home", "repositories", "revision", "kinds", "languages", "files", "limit", "output")


def question_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """The options of every question, given on as one :class:`Asked`."""
    return _filter_options(_limit_option(output_options(_asked(command), pictures=False)))


def picture_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """The same for a question whose answer can be drawn."""
    return _filter_options(_limit_option(output_options(_asked(command), pictures=True)))


def explain_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """The same for a command that explains; a piece has few places."""
    limit = click.IntRange(min=1)
    several = click.option(
        "--limit", "-n", type=limit, default=3, show_default=True, help="How many places of a piece to show."
    )
    return _repository_options(several(output_options(_asked(command), pictures=False)))


def place_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """The same for a command that takes one place and gives no answer."""
    return _filter_options(_asked(command))


def _asked(command: Callable[..., Any]) -> Callable[..., Any]:
    @home_option
    @functools.wraps(command)
    def wrapped(*args: Any, **kwargs: Any) -> Any:  # noqa: ANN401
        return command(*args, asked=Asked(**{name: kwargs.pop(name) for name in _ASKED if name in kwargs}), **kwargs)

    return wrapped


def _limit_option(command: Callable[..., Any]) -> Callable[..., Any]:
    limit = click.IntRange(min=1)
    return click.option(
        "--limit", "-n", type=limit, default=_MOST, show_default=True, help="How many matches to show."
    )(command)


def _repository_options(command: Callable[..., Any]) -> Callable[..., Any]:
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
    @functools.wraps(command)
    def wrapped(*args: Any, **kwargs: Any) -> Any:  # noqa: ANN401
        return command(*args, **kwargs)

    return wrapped


def _filter_options(command: Callable[..., Any]) -> Callable[..., Any]:
    @_repository_options
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
    @functools.wraps(command)
    def wrapped(*args: Any, **kwargs: Any) -> Any:  # noqa: ANN401
        return command(*args, **kwargs)

    return wrapped
