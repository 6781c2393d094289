"""``open``: a definition or a place in one's own editor."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from codelens.errors import NotIndexedError, SettingsError
from codelens.present.cli.options import completed, place_options
from codelens.present.formats import one_based, printable

if TYPE_CHECKING:
    from codelens.present.cli.options import Asked
    from codelens.query.matches import Place


@click.command("open", short_help="A definition or a place in your editor.")
@click.argument("symbol", metavar="SYMBOL|PATH[:LINE]", shell_complete=completed("symbols"))
@place_options
def open_command(symbol: str, asked: Asked) -> int:
    """Open a definition, the first that where-defined finds, or a place of the index in your editor, at the line.

    The editor is that of the settings, of VISUAL or of EDITOR; those of queries/editors.yaml are told line and column.
    It opens a copy, which is removed when it is closed; of a repository that is read in place, and has not changed
    since, the file itself.

    \b
    Example: codelens open Lessor.Grant --repo etcd
             codelens open server/lease/lessor.go:212 --repo etcd
    """
    from codelens.present.editing import edit  # noqa: PLC0415 - help needs no index
    from codelens.present.editors import find_editor  # noqa: PLC0415
    from codelens.present.opening import lay_out  # noqa: PLC0415

    editor = find_editor(_setting(asked))
    found = _place(symbol, asked)
    if found is None:
        click.echo(f"codelens: nothing is called {printable(symbol)}; see: codelens where-defined {symbol}", err=True)
        return 1
    place, line, byte = found
    laid = lay_out(asked.session, place, line, byte)
    try:
        where = f"{place.repository} {printable(place.path)}:{one_based(laid.caret.line)}"
        click.echo(f"codelens: {where} in {editor.name}{f'; {laid.note}' if laid.note else ''}", err=True)
        edit(editor, laid)
    finally:
        laid.clear()
    return 2 if asked.broken.any else 0


def _setting(asked: Asked) -> str:
    """The editor of the settings; when they are wrong that is said, and the environment's is taken."""
    from codelens.present.settings import load_settings  # noqa: PLC0415

    try:
        return load_settings().settings.editor
    except SettingsError as error:
        asked.broken(error)
        return ""


def _place(symbol: str, asked: Asked) -> tuple[Place, int, int] | None:
    """What is meant: a place as answers have it, a symbol, or else a file."""
    from codelens.query.names.defined import where_defined  # noqa: PLC0415
    from codelens.query.names.pattern import parse_name  # noqa: PLC0415
    from codelens.query.reading import find_files, place_at  # noqa: PLC0415
    from codelens.query.shards import checked_filters, place_of  # noqa: PLC0415

    shards = asked.shards()
    filters = checked_filters(asked.filters(), shards)
    if (found := place_at(shards, symbol, filters)) is not None:
        return found
    answer = where_defined(shards, parse_name(symbol), filters, 1)
    if answer.total:
        match = answer.matches[0]
        return match.place, match.range.line, match.range.column
    try:
        file = find_files(shards, symbol, filters)[0]
    except NotIndexedError:
        return None
    return place_of(file.shard, file.row), 0, 0
