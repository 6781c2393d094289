"""The commands that follow code: callers, callees, implementers, call-path."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

import click

from codelens.present.cli.options import completed, picture_options
from codelens.present.cli.output import give

if TYPE_CHECKING:
    from collections.abc import Callable

    from codelens.present.cli.options import Asked

_DEEPEST = 12


def _depth_option(what: str) -> Callable[..., Callable[..., int]]:
    return click.option(
        "--depth",
        "-d",
        type=click.IntRange(1, _DEEPEST),
        default=1,
        show_default=True,
        help=f"How many levels of {what}.",
    )


def _ask(operation: str, asked: Asked, name: str, to: str = "", depth: int = 1) -> int:
    """Put a question to an operation and give its answer."""
    from codelens.query.operations import OPERATIONS  # noqa: PLC0415 - help needs no index

    started = time.perf_counter()
    answer = OPERATIONS[operation](asked.session, asked.question(name, to=to, depth=depth))
    return give(answer, asked, started, found=bool(answer.total), grouped=operation == "callers")


@click.command("callers", short_help="Who calls a function.")
@click.argument("name", shell_complete=completed("symbols"))
@_depth_option("callers")
@picture_options
def callers(name: str, depth: int, asked: Asked) -> int:
    """Who calls NAME: one match a call, each with the definition that it stands in.

    A bare name asks for all calls of that name, whatever they mean. With a qualifier (Server.Run, wal.Save) only the
    calls that may mean that one are given, those through an interface that it implements among them; the confidence
    says how sure each is: resolved (by import, package or type), syntax (the only definition of the name), heuristic.

    \b
    Example: codelens callers Lessor.Grant --repo etcd --depth 3 --tree
    """
    return _ask("callers", asked, name, depth=depth)


@click.command("callees", short_help="What a function calls.")
@click.argument("name", shell_complete=completed("symbols"))
@_depth_option("callees")
@picture_options
def callees(name: str, depth: int, asked: Asked) -> int:
    """What NAME calls, in the order of its text: the place of each definition that is called.

    Calls that lead out of the index (a standard library, builtins) are counted and named beside the answer.

    \b
    Example: codelens callees EtcdServer.Put --repo etcd --tree
    """
    return _ask("callees", asked, name, depth=depth)


@click.command("implementers", short_help="What implements an interface.")
@click.argument("name", shell_complete=completed("symbols"))
@picture_options
def implementers(name: str, asked: Asked) -> int:
    """The types that implement NAME, by name or, where the language has it so, by having all its methods.

    Methods count with their parameters and results, and those that a type gets by embedding another. Of a class it
    gives what extends it, of a method (Snapshotter.Prepare) the methods that a call of it may run.

    \b
    Example: codelens implementers Snapshotter --repo containerd
             codelens implementers FilterPlugin --format mermaid
    """
    return _ask("implementers", asked, name)


@click.command("call-path", short_help="How one function leads to another.")
@click.argument("start", metavar="FROM", shell_complete=completed("symbols"))
@click.argument("end", metavar="TO", shell_complete=completed("symbols"))
@picture_options
def call_path(start: str, end: str, asked: Asked) -> int:
    """The shortest chain of calls that leads FROM one function TO another.

    It goes through interfaces to what implements them, and through functions that are kept in fields or given as
    arguments. Channels, processes and remote calls are not followed: when no chain is found, what was searched is said.

    \b
    Example: codelens call-path kvServer.Put EtcdServer.raftRequest --repo etcd --tree
    """
    return _ask("call-path", asked, start, end)
