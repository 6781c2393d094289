"""The commands that read: show, outline, tags, export."""

from __future__ import annotations

import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

import click

from codelens.errors import NotIndexedError, UsageError
from codelens.model import MAX_BLOB, SkipReason
from codelens.present.cli.options import Broken, completed, home_option, place_options, question_options
from codelens.present.cli.output import give, write_file
from codelens.present.exporting import Form
from codelens.present.formats import ctags_lines, json_line, place_text, plain_line, printable

if TYPE_CHECKING:
    from codelens.locations import Home
    from codelens.present.cli.options import Asked
    from codelens.query.matches import Match


@click.command("show", short_help="The source of a definition.")
@click.argument("symbol", shell_complete=completed("symbols"))
@question_options
def show(symbol: str, asked: Asked) -> int:
    """The source of a definition: of the first that where-defined finds, or of the one around PATH:LINE.

    \b
    Example: codelens show Lessor.Grant --repo etcd
             codelens show server/lease/lessor.go:212 --repo etcd
    """
    from codelens.query.blobs import Blobs  # noqa: PLC0415 - help needs no index
    from codelens.query.names.defined import where_defined  # noqa: PLC0415
    from codelens.query.names.pattern import parse_name  # noqa: PLC0415
    from codelens.query.reading import definition_at, source_of  # noqa: PLC0415
    from codelens.query.shards import answer as found_alone  # noqa: PLC0415
    from codelens.query.shards import checked_filters  # noqa: PLC0415

    started = time.perf_counter()
    shards = asked.shards()
    filters = checked_filters(asked.filters(), shards)
    at = definition_at(shards, symbol, filters)
    if at is not None:
        answer = found_alone(shards, [at], 1)
    else:
        answer = where_defined(shards, parse_name(symbol), filters, asked.limit)
    output = asked.output
    if output.form is not Form.TEXT or not answer.total:
        return give(answer, asked, started, found=bool(answer.total))
    match = answer.matches[0]
    excerpt = source_of(shards, match, Blobs(), _comment(match.place.language))
    where = _link(match, asked) if output.link else place_text(match)
    click.echo(f"codelens: {match.place.repository} {where} {match.kind} {match.symbol}", err=True)
    lines = ["\t".join(map(printable, line.split("\t"))) for line in excerpt.lines]
    if output.file:
        write_file(output, lines)
    else:
        for line in lines:
            click.echo(line)
    if answer.total > 1:
        click.echo(f"codelens: {answer.total - 1} more; see: codelens where-defined {symbol}", err=True)
    return 0


def _link(match: Match, asked: Asked) -> str:
    from codelens.present.links import Permalinks  # noqa: PLC0415

    return Permalinks(asked.home).of(match.place, match.range.line, match.end_line)


def _comment(language: str) -> str:
    from codelens.extract.languages import load_languages  # noqa: PLC0415

    known = load_languages().by_name.get(language)
    return known.description.comment if known else ""


@click.command("outline", short_help="A file's definitions.")
@click.argument("file")
@question_options
def outline(file: str, asked: Asked) -> int:
    """A file's definitions, in the order of their places.

    FILE is a path of the index, or the end of one.

    \b
    Example: codelens outline core/v1/types.go --repo kubernetes
    """
    from codelens.query.reading import find_files  # noqa: PLC0415 - help needs no index
    from codelens.query.reading import outline as read  # noqa: PLC0415
    from codelens.query.shards import answer, checked_filters  # noqa: PLC0415

    started = time.perf_counter()
    shards = asked.shards()
    filters = checked_filters(asked.filters(), shards)
    first, *others = find_files(shards, file, filters)
    matches = [match for match in read(first) if filters.allows_kind(match.kind)]
    notes = [f"{printable(first.row.path)} of {first.shard.name}"]
    if first.row.skipped:
        notes.append(f"skipped: {first.row.skipped}; it {SkipReason(first.row.skipped).meaning}")
    if others:
        notes.append(
            f"{len(others)} more files end so, such as {printable(others[0].row.path)} of {others[0].shard.name}"
        )
    return give(answer([first.shard], matches[: asked.limit], len(matches), notes=notes), asked, started)


@click.command("tags", short_help="A file with all that was extracted.")
@click.argument("file")
@place_options
def tags(file: str, asked: Asked) -> int:
    """A file annotated with its occurrences, as the tests of the language folders are written.

    FILE is a file on the disk, or a path of the index, or the end of one.

    \b
    Example: codelens tags server.go
    """
    from codelens.extract.extractor import extract  # noqa: PLC0415 - help needs no grammar
    from codelens.extract.languages import load_languages  # noqa: PLC0415
    from codelens.present.annotate import annotate  # noqa: PLC0415

    languages = load_languages()
    path, blob = _bytes_of(file, asked)
    language = languages.of_blob(blob, languages.of_path(path))
    if language is None:
        message = f"{file}: no language claims it; see queries/languages/*/language.yaml"
        raise UsageError(message)
    click.echo(annotate(blob, extract(blob, language, languages.captures), language, languages.captures), nl=False)
    return 0


def _bytes_of(file: str, asked: Asked) -> tuple[str, bytes]:
    from codelens.query.blobs import Blobs  # noqa: PLC0415
    from codelens.query.reading import find_files  # noqa: PLC0415

    if Path(file).is_file():
        try:
            with Path(file).open("rb") as stream:
                content = stream.read(MAX_BLOB + 1)
        except OSError as error:
            message = f"{file}: can't be read ({error.strerror})"
            raise UsageError(message) from error
        if len(content) > MAX_BLOB:
            message = f"{file}: is larger than {MAX_BLOB >> 20} MiB; such files are findable by path only"
            raise UsageError(message)
        return file, content
    found = find_files(asked.shards(), file, asked.filters())[0]
    if found.row.skipped and not found.row.lines:
        message = f"{printable(found.row.path)}: {found.row.skipped}; it {SkipReason(found.row.skipped).meaning}"
        raise UsageError(message)
    blob = Blobs().read(found.shard, found.row) if found.row.size <= MAX_BLOB else None
    if blob is None:
        message = f"{found.row.path}: can't be read any more; run: codelens update {found.shard.name}"
        raise NotIndexedError(message)
    return found.row.path, blob


@click.command("export", short_help="All definitions, for other programs.")
@click.argument("repositories", nargs=-1, metavar="[NAME]...", shell_complete=completed("repositories"))
@click.option("--format", "form", type=click.Choice(["jsonl", "ctags", "text"]), default="jsonl", show_default=True)
@click.option("--rev", "revision", default="", metavar="REV", help="The revision or commit that was indexed.")
@home_option
def export(repositories: tuple[str, ...], form: str, revision: str, home: Home) -> int:
    """All definitions, as JSON Lines or as a tags file for an editor.

    \b
    Example: codelens export redis --format ctags >tags
    """
    from codelens.query.reading import all_symbols  # noqa: PLC0415 - help needs no index
    from codelens.query.shards import open_shards  # noqa: PLC0415

    broken = Broken()
    shards = open_shards(home, repositories, revision, broken)
    matches = all_symbols(shards)
    if form == "ctags" and len(shards) > 1:
        message = "a tags file has the paths of one repository; name it, such as: codelens export NAME --format ctags"
        raise UsageError(message)
    if form == "ctags":
        for line in ctags_lines(matches):
            print(line)
    elif form == "text":
        for match in matches:
            print(plain_line(match, several=len(shards) > 1))
    else:
        for match in matches:
            sys.stdout.buffer.write(json_line(match) + b"\n")
    return 2 if broken.any else 0
