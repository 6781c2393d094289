"""The command that explains: anything seen in production, and the place in the source that it comes from."""

from __future__ import annotations

import re
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from codelens.errors import UsageError
from codelens.present.cli.options import explain_options
from codelens.present.formats import printable

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from codelens.present.cli.options import Asked

_LONGEST_NAME = 255
_PATH = re.compile(r"(?:~|\.{1,2})?/\S+|\S+\.(?:log|txt|out|err|json|jsonl)")


@click.command("explain", short_help="What production printed, and the line that printed it.")
@click.argument("text", nargs=-1, metavar="[TEXT|FILE|-]")
@click.option("--summary", is_flag=True, help="Which statements produced it, how often, first and last seen.")
@explain_options
def explain(text: tuple[str, ...], asked: Asked, *, summary: bool) -> int:
    """What production printed, and the place in the source that it comes from.

    TEXT is anything seen there: a log line, an error with its causes, a stack trace, a metric, a flag, an environment
    variable, a key of a configuration, a route. A file, - (standard input) and the http address of a metrics page are
    read to their end, line by line. Each piece says what it was taken for. Exit status 1: it is nobody's.

    \b
    Example: codelens explain 'etcdserver: request timed out' --repo etcd
             kubectl logs etcd-0 | codelens explain - --summary
             codelens explain etcd_disk_wal_fsync_duration_seconds_bucket
    """
    from codelens.present.explaining import event_lines, explained_json, summary_lines  # noqa: PLC0415 - help needs none
    from codelens.query.explain.streaming import Stream  # noqa: PLC0415

    stream = Stream(asked.session, asked.limit)
    for event, found in stream.explain(_lines(text)):
        if summary:
            stream.count(event, found)
        elif asked.output.is_json:
            rows = [line for each in found for line in explained_json(event, each, asked.limit)]
            if rows:
                click.echo(b"\n".join(rows))
        else:
            near = None if found else stream.explainer.nearest(event)
            click.echo("\n".join(event_lines(event, found, asked.limit, near)))  # each echo is a write
    if summary:
        for shown in summary_lines(stream.seen.values()):
            click.echo(shown)
    searched = ", ".join(shard.name for shard in stream.explainer.store.shards[:12])
    click.echo(f"codelens: {stream.explained:,} of {stream.events:,} explained; searched: {searched}", err=True)
    if not stream.explained and len(text) == 1 and _PATH.fullmatch(text[0]):
        click.echo(f"codelens: nor is there a file {printable(text[0])}", err=True)
    return 0 if stream.explained else 1


def _lines(text: tuple[str, ...]) -> Iterable[str]:
    if not text and sys.stdin.isatty():
        message = "explain: nothing to explain; give it a text, a file, or - for standard input"
        raise UsageError(message)
    if not text or text == ("-",):
        return _read(sys.stdin.buffer)
    if len(text) == 1 and text[0].startswith(("http://", "https://")):
        from codelens.query.explain.pages import page_lines  # noqa: PLC0415 - few ask for a page

        return page_lines(text[0])
    if len(text) == 1 and len(text[0]) <= _LONGEST_NAME and Path(text[0]).is_file():
        return _file(Path(text[0]))
    return " ".join(text).split("\n")


def _file(path: Path) -> Iterator[str]:
    with path.open("rb") as file:
        yield from _read(file)


def _read(stream: Iterable[bytes]) -> Iterator[str]:
    """The lines of a stream; what is no text becomes what can be shown."""
    for line in stream:
        yield line.rstrip(b"\r\n").decode("utf-8", "replace")
