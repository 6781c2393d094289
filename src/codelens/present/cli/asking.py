"""The commands that ask: search, where-defined, references."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

import click

from codelens.present.cli.options import completed, question_options
from codelens.present.cli.output import give

if TYPE_CHECKING:
    from click.shell_completion import CompletionItem

    from codelens.present.cli.options import Asked
    from codelens.query.matches import Answer


@click.command("where-defined", short_help="Where a name is defined.")
@click.argument("name", shell_complete=completed("symbols"))
@question_options
def where_defined(name: str, asked: Asked) -> int:
    """Where a name is defined, the most likely place first.

    NAME may be qualified (Server.Run, v1.Pod, k8s.io/api/core/v1.Pod), a prefix (PodSp*), parts or initials of a
    CamelCase name (NSIF), or misspelt: then the nearest names are shown and the exit status is 1. A place,
    PATH:LINE:COLUMN as answers have it, asks for what the name that stands there means: by scope, imports and types
    where they tell, and then what else has the name.

    \b
    Example: codelens where-defined Pod --repo kubernetes --kind struct
             codelens where-defined server/lease/lessor.go:320:6 --repo etcd
    """
    started = time.perf_counter()
    answer = _defined(name, asked)
    return give(answer, asked, started, found=bool(answer.total))


def _defined(name: str, asked: Asked) -> Answer:
    from codelens.query.operations import OPERATIONS  # noqa: PLC0415 - help needs no index

    if ":" in name:
        from codelens.query.following import definition, subject_written  # noqa: PLC0415 - most ask for a name

        subject = subject_written(asked.session, name, asked.filters())
        if subject is not None:
            return definition(asked.session, subject, asked.limit)
    return OPERATIONS["where-defined"](asked.session, asked.question(name))


@click.command("references", short_help="Who refers to a name.")
@click.argument("name", shell_complete=completed("symbols"))
@question_options
def references(name: str, asked: Asked) -> int:
    """Every place that refers to a name, by file, each with the definition around it.

    Kinds: call, type, import, implementation, name. References are found by the last part of a name.

    \b
    Example: codelens references Errorf --kind call --limit 20
    """
    from codelens.query.operations import OPERATIONS  # noqa: PLC0415 - help needs no index

    started = time.perf_counter()
    answer = OPERATIONS["references"](asked.session, asked.question(name))
    return give(answer, asked, started, grouped=True)


class QueryCommand(click.Command):
    """Takes ``-file:test`` and ``-"text"`` for the parts of a query that they are, not for options."""

    def shell_complete(self, ctx: click.Context, incomplete: str) -> list[CompletionItem]:
        """What may follow; a part that is left out is completed as a part, not as an option."""
        if incomplete.startswith("-") and ":" in incomplete:
            return completed("query")(ctx, self.params[0], incomplete)
        return super().shell_complete(ctx, incomplete)

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Put what is left out behind the options."""
        from codelens.query.syntax import is_left_out  # noqa: PLC0415 - help needs no query

        left_out = [arg for arg in args if is_left_out(arg)]
        others = [arg for arg in args if not is_left_out(arg)]
        if left_out:
            others += left_out if "--" in others else ["--", *left_out]
        return super().parse_args(ctx, others)


@click.command("search", cls=QueryCommand)
@click.argument("query", nargs=-1, required=True, shell_complete=completed("query"))
@question_options
def search(query: tuple[str, ...], asked: Asked) -> int:
    """Search by the query language.

    Bare words are a name: exact first, then prefixes and CamelCase parts. "quoted" and /regex/ are text. Fields
    filter: name: text: kind: role: repo: lang: file: package: scope: in: rev:; relations follow edges: calls:
    calledby: implements: imports:. A minus leaves out, or and parentheses group; case: sort: limit: are of the whole
    query. All of it: docs/query-syntax.md

    \b
    Example: codelens search 'kind:interface Plugin -file:test'
             codelens search '"took too long" (repo:etcd or repo:kubernetes) lang:go in:string'
             codelens search 'kind:method calls:Fsync -calls:Lock'
    """
    from codelens.query.search import search as find  # noqa: PLC0415 - help needs no index
    from codelens.query.syntax import parse  # noqa: PLC0415

    started = time.perf_counter()
    text = " ".join(query)
    answer = find(asked.session, parse(text), text, asked.filters(), asked.limit)
    lines = any(match.tier == "text" and match.kind != "file" for match in answer.matches)
    return give(answer, asked, started, found=bool(answer.total), grouped=lines)
