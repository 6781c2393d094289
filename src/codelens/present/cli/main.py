"""The group of all commands, and the one place that owns standard error and the exit status.

Exit status: 0 matches, 1 none, 2 an error or bad usage, 130 interrupted (128 and the signal, for other signals); a
broken pipe is success.
"""

from __future__ import annotations

import os
import sys
from importlib import import_module
from typing import TYPE_CHECKING

import click

from codelens import __version__
from codelens.errors import CodelensError
from codelens.present.formats import printable

if TYPE_CHECKING:
    from collections.abc import Iterable

    from click.shell_completion import CompletionItem

    from codelens.present.fronts import Fronts

# Each command with the module that has it: a command that is not run is not imported.
COMMANDS = {
    "app": "app",
    "fetch": "fetching",
    "index": "fetching",
    "update": "fetching",
    "repos": "repos",
    "status": "status",
    "search": "asking",
    "explain": "explaining",
    "where-defined": "asking",
    "references": "asking",
    "callers": "relations",
    "callees": "relations",
    "implementers": "relations",
    "call-path": "relations",
    "show": "reading",
    "open": "opening",
    "outline": "reading",
    "tags": "reading",
    "export": "reading",
    "serve": "app",
    "recipes": "recipes",
    "check": "checking",
    "completion": "completing",
}


class _Commands(click.Group):
    """Finds commands by name without importing the others."""

    def list_commands(self, _ctx: click.Context) -> list[str]:
        return list(COMMANDS)

    def get_command(self, _ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in COMMANDS:
            return _recipe(cmd_name)
        module = import_module(f"codelens.present.cli.{COMMANDS[cmd_name]}")
        return next(
            command
            for command in vars(module).values()
            if isinstance(command, click.Command) and command.name == cmd_name
        )

    def shell_complete(self, ctx: click.Context, incomplete: str) -> list[CompletionItem]:
        from codelens.present.cli.completing import commands  # noqa: PLC0415 - only a shell needs it

        options = click.Command.shell_complete(self, ctx, incomplete) if incomplete.startswith("-") else []
        return [*commands(COMMANDS, _recipes(), incomplete), *options]

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        if args[:1] == ["help"]:  # as other programs have it
            args = [*args[1:2], "--help"]
            if len(args) == 1:
                click.echo(ctx.get_help())
                ctx.exit()
        if args and not args[0].startswith("-") and args[0] not in COMMANDS and not _is_recipe(args[0]):
            from difflib import get_close_matches  # noqa: PLC0415 - only a typo needs it

            close = get_close_matches(args[0], (*COMMANDS, *_recipes()), 1)
            hint = f"did you mean {close[0]}?" if close else f"to look for it: codelens search {args[0]}"
            message = f"no command {args[0]!r}; {hint}"
            raise click.UsageError(message)
        return super().resolve_command(ctx, args)


def _recipes() -> Iterable[str]:
    from codelens.query.recipes.files import recipe_files  # noqa: PLC0415 - other commands need no recipe

    return recipe_files()


def _is_recipe(name: str) -> bool:
    return name in _recipes()


def _recipe(name: str) -> click.Command | None:
    if not _is_recipe(name):
        return None
    from codelens.present.cli.recipe_command import recipe_command  # noqa: PLC0415

    return recipe_command(name)


@click.command(cls=_Commands, invoke_without_command=True, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, message="codelens %(version)s")
@click.pass_context
def codelens(context: click.Context) -> object:
    """Read other people's code while debugging: from a name or a text to its place in the source.

    \b
    First:   codelens repos                 what there is to read
             codelens update etcd           fetch and index a repository of it
    Then:    codelens where-defined Lessor
             codelens references Lessor
             codelens search '"took too long"'
             codelens recipes               questions that are saved, each a command of its own
             codelens                       the app: search, read and follow on one screen
    """
    if context.invoked_subcommand is not None:
        return None
    from codelens.present.cli.app import open_or_help  # noqa: PLC0415 - other commands need it not

    return open_or_help(context)


def run(fronts: Fronts) -> None:
    """Run the command line, which may open the app, and end the process with its exit status."""
    for stream in (sys.stdout, sys.stderr):
        stream.reconfigure(errors="backslashreplace")  # type: ignore[union-attr]
    try:
        status = _invoke(fronts)
        sys.stdout.flush()
    except BrokenPipeError:
        status = _hush()
    except click.UsageError as error:
        status = _complain(f"{error.format_message().rstrip('.')}; see: {_help_of(error)}")
    except click.ClickException as error:
        status = _complain(error.format_message())
    except CodelensError as error:
        status = _complain(str(error))
    except OSError as error:
        status = _complain(f"{error.filename or 'the system says'}: {error.strerror or error}")
    except (KeyboardInterrupt, click.Abort) as stop:
        status = _interrupted(stop)
    except Exception as error:
        if os.environ.get("CODELENS_TRACEBACK"):
            raise
        what = f"{type(error).__name__}: {error}"
        status = _complain(f"a defect of codelens ({what}); please report it with what CODELENS_TRACEBACK=1 adds")
    sys.exit(status if isinstance(status, int) else 0)


def _invoke(fronts: Fronts) -> object:
    """Run the command as ``codelens.main`` does, which however takes a broken pipe for a failure."""
    if "_CODELENS_COMPLETE" in os.environ:
        from codelens.present.cli.completing import complete  # noqa: PLC0415 - only a shell needs it

        return complete(codelens)
    try:
        with codelens.make_context("codelens", sys.argv[1:], obj=fronts) as context:
            return codelens.invoke(context)
    except click.exceptions.Exit as end:
        return end.exit_code


def _complain(message: str) -> int:
    text = printable(" ".join(message.split()))
    try:
        print(f"codelens: error: {text}", file=sys.stderr)
    except OSError:  # whoever reads it has gone, or its terminal
        _hush()
    return 2


def _interrupted(stop: BaseException) -> int:
    """Say why the command was stopped; returns the exit status, as a shell has it."""
    from codelens.present.cli.stopping import Stopped  # noqa: PLC0415 - other commands don't stop in such good order

    if isinstance(stop, Stopped) and stop.lost is not None:
        status = _hush()
        lost = stop.lost
        return status if isinstance(lost, BrokenPipeError) else _complain(f"standard output: {lost.strerror}")
    _complain("interrupted")
    return 128 + stop.number if isinstance(stop, Stopped) else 130


def _help_of(error: click.UsageError) -> str:
    return f"{error.ctx.command_path if error.ctx else 'codelens'} --help"


def _hush() -> int:
    """The reader of our output has gone; say nothing more, not even at exit."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return 0
