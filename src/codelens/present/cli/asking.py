"""The commands that ask: search, where-defined, references."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

import click

from codelens.present.cli.options import give, question_options

if TYPE_CHECKING:
    from codelens.present.cli.options import Asked


@click.command("where-defined", short_help="Where a name is defined.")
@click.argument("name")
@question_options
def where_defined(name: str, asked: Asked) -> int:
    """Where a name is defined, the most likely place first.

    NAME may be qualified (Server.Run, v1.Pod, k8s.io/api/core/v1.Pod), a prefix (PodSp*), parts or initials of a
    CamelCase name (NSIF), or misspelt: then the nearest names are shown and the exit status is 1.

    \b
    Example: codelens where-defined Pod --repo kubernetes --kind struct
    """
    from codelens.query.definitions import where_defined as find  # noqa: PLC0415 - help needs no index
    from codelens.query.name_pattern import parse_name  # noqa: PLC0415
    from codelens.query.search import checked_filters  # noqa: PLC0415

    started = time.perf_counter()
    shards = asked.shards()
    answer = find(shards, parse_name(name), checked_filters(asked.filters(), shards), asked.limit)
    return give(answer, asked, started, found=bool(answer.total))


@click.command("references", short_help="Who refers to a name.")
@click.argument("name")
@question_options
def references(name: str, asked: Asked) -> int:
    """Every place that refers to a name, by file, each with the definition around it.

    Kinds: call, type, import, implementation, name. References are found by the last part of a name.

    \b
    Example: codelens references Errorf --kind call --limit 20
    """
    from codelens.query.blobs import Blobs  # noqa: PLC0415 - help needs no index
    from codelens.query.name_pattern import parse_name  # noqa: PLC0415
    from codelens.query.references import references as find  # noqa: PLC0415
    from codelens.query.search import checked_filters  # noqa: PLC0415

    started = time.perf_counter()
    shards = asked.shards()
    filters = checked_filters(asked.filters(), shards)
    answer = find(shards, parse_name(name), filters, asked.limit, Blobs())
    return give(answer, asked, started, grouped=True)


class _Search(click.Command):
    """Takes ``-file:test`` for the part of a query that it is, not for ``-f ile:test``."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        from codelens.query.syntax import FIELDS  # noqa: PLC0415 - help needs no query

        fields = tuple(f"-{field}:" for field in FIELDS)
        left_out = [arg for arg in args if arg.startswith(fields)]
        others = [arg for arg in args if not arg.startswith(fields)]
        if left_out:
            others += left_out if "--" in others else ["--", *left_out]
        return super().parse_args(ctx, others)


@click.command("search", cls=_Search)
@click.argument("query", nargs=-1, required=True)
@question_options
def search(query: tuple[str, ...], asked: Asked) -> int:
    """Search by the query language.

    Bare words are a name: exact first, then prefixes and CamelCase parts. "quoted" and /regex/ are text. Fields
    filter: name: kind: role: repo: lang: file: package: rev: text:, a minus before one leaves out what it lets
    through; case:yes makes upper and lower case count.

    \b
    Example: codelens search 'kind:interface Plugin -file:test'
             codelens search '"took too long" repo:etcd lang:go'
    """
    from codelens.query.blobs import Blobs  # noqa: PLC0415 - help needs no index
    from codelens.query.search import filters_of  # noqa: PLC0415
    from codelens.query.search import search as find  # noqa: PLC0415
    from codelens.query.syntax import parse  # noqa: PLC0415

    started = time.perf_counter()
    text = " ".join(query)
    parsed = parse(text)
    revisions = parsed.values("rev")
    shards = asked.shards(parsed.values("repo"), revisions[-1] if revisions else "")
    filters = filters_of(parsed, shards, asked.filters())
    answer = find(shards, parsed, text, filters, asked.limit, Blobs())
    return give(answer, asked, started, found=bool(answer.total), grouped=bool(parsed.texts))
