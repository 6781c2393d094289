"""The commands that open the app: ``app`` in this terminal, which is also what no command means, and ``serve``."""

from __future__ import annotations

import os
import sys

import click

from codelens.errors import UsageError
from codelens.locations import Home, home
from codelens.present.cli.asking import QueryCommand
from codelens.present.cli.options import completed, home_option
from codelens.present.fronts import LOOPBACK, PORT, Fronts, Opening, Serving

_repos = click.option("--repos", metavar="FILE", help="The manifest; else ./repos.yaml, your own, or the shipped one.")


@click.command("app", cls=QueryCommand, short_help="Open the app: search, read, follow; codelens alone does too.")
@click.argument("query", nargs=-1, shell_complete=completed("query"))
@_repos
@home_option
@click.pass_context
def app(context: click.Context, query: tuple[str, ...], repos: str | None, home: Home) -> int:
    """Open the app in this terminal; codelens without a command does the same.

    QUERY stands in the prompt at first, in the language of codelens search.

    \b
    Example: codelens app kind:struct Pod
    """
    if why := _why_not():
        message = f"the app needs a terminal, and {why}; in a browser: codelens serve; without: codelens search QUERY"
        raise UsageError(message)
    return _fronts(context)[0](Opening(home, repos, " ".join(query)))


@click.command("serve", short_help="The app in a browser.")
@click.option("--host", default=LOOPBACK, show_default=True, metavar="ADDRESS", help="The address to listen at.")
@click.option("--port", type=click.IntRange(0, 65535), default=PORT, show_default=True, help="0 is any free one.")
@click.option(
    "--public-url", default="", metavar="URL", help="What the browser opens, when a tunnel or a proxy is between."
)
@click.option("--listen-anywhere", "anywhere", is_flag=True, help="Listen at an address that other machines reach.")
@_repos
@home_option
@click.pass_context
def serve(  # noqa: PLR0913 - its options
    context: click.Context, host: str, port: int, public_url: str, repos: str | None, home: Home, *, anywhere: bool
) -> int:
    """Show the app in a browser: prints an address that can be opened once, and serves until Ctrl-C.

    Whoever opens it first reads all that is indexed, and can fetch and index: it is no address to pass on. Only this
    machine can reach it, unless --host and --listen-anywhere say otherwise; then nothing is encrypted.

    \b
    Example: codelens serve
             ssh -t -L 8642:127.0.0.1:8642 there codelens serve
             codelens serve --public-url http://localhost:9000
    """
    return _fronts(context)[1](Serving(Opening(home, repos), host, port, public_url, anywhere))


def open_or_help(context: click.Context) -> object:
    """What no command means: the app on a terminal, the help where there is none."""
    if why := _why_not():
        click.echo(context.get_help())
        if sys.stdout.isatty() and sys.stdin.isatty():
            click.echo(f"codelens: the app is not opened: {why}", err=True)
        return 0
    return _fronts(context)[0](Opening(home()))


def _why_not() -> str:
    """Why no screen can be drawn here; empty when one can."""
    if os.environ.get("TERM") == "dumb":
        return "TERM=dumb says that this one can't move its cursor"
    streams = {"input": sys.stdin, "output": sys.stdout, "error": sys.stderr}  # screens are drawn on standard error
    return next((f"standard {name} is none" for name, stream in streams.items() if not stream.isatty()), "")


def _fronts(context: click.Context) -> Fronts:
    fronts: Fronts = context.find_root().obj
    return fronts
