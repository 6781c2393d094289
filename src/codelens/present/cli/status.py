"""``status``: what is indexed, at which commit, how old, and what was skipped."""

from __future__ import annotations

import sys
import time
from typing import TYPE_CHECKING

import click
import msgspec

from codelens.present.cli.options import Broken, completed, home_option
from codelens.present.formats import printable

if TYPE_CHECKING:
    from codelens.index.generations import Manifest
    from codelens.index.records import FileRow
    from codelens.locations import Home

_UNITS = ((86_400, "d"), (3_600, "h"), (60, "min"), (1, "s"))


@click.command("status", short_help="What is indexed, and what was skipped.")
@click.argument("repositories", nargs=-1, metavar="[NAME]...", shell_complete=completed("repositories"))
@click.option("--json", "as_json", is_flag=True, help="JSON Lines, one a repository.")
@click.option("--skips", is_flag=True, help="List the files that were skipped.")
@home_option
def status(repositories: tuple[str, ...], as_json: bool, skips: bool, home: Home) -> int:  # noqa: FBT001
    """What is indexed: files, symbols, skips by reason, size, commit and age.

    \b
    Example: codelens status etcd --skips
    """
    from codelens.query.shards import open_shards  # noqa: PLC0415 - help needs no index

    broken = Broken()
    shards = open_shards(home, repositories, broken=broken)
    for shard in shards:
        manifest = shard.manifest
        if as_json:
            sys.stdout.buffer.write(msgspec.json.encode(_fields(manifest)) + b"\n")
        else:
            click.echo(_line(manifest))
        if skips:
            for segment in shard.segments:
                for row in map(segment.row, segment.files()):
                    if row.skipped:
                        _write_skip(manifest, row, as_json=as_json)
    return 2 if broken.any else 0


def _write_skip(manifest: Manifest, row: FileRow, *, as_json: bool) -> None:
    path = printable(row.path)
    if as_json:
        skip = {"repository": manifest.repository, "path": path, "skipped": row.skipped}
        sys.stdout.buffer.write(msgspec.json.encode(skip) + b"\n")
    else:
        click.echo(f"    {path}: {row.skipped}")


def _fields(manifest: Manifest) -> dict[str, object]:
    left_out = ("checksums", "location", "rules", "kinds", "references")
    return {name: getattr(manifest, name) for name in manifest.__struct_fields__ if name not in left_out}


def _line(manifest: Manifest) -> str:
    commit = manifest.commit[:12] or "as it was"
    skips = ", ".join(f"{reason} {number:,}" for reason, number in manifest.skips.items()) or "none"
    languages = ", ".join(f"{name} {number:,}" for name, number in list(manifest.languages.items())[:4])
    languages = f" ({languages})" if languages else ""
    return (
        f"{click.style(manifest.repository, bold=True)}  {manifest.revision}  {commit}  "
        f"indexed {_age(time.time() - manifest.indexed_at)} ago\n"
        f"    {manifest.files:,} files{languages}, {manifest.lines:,} lines, {manifest.symbols:,} symbols, "
        f"{manifest.source_bytes / 1e6:,.1f} MB of source, {manifest.index_bytes / 1e6:,.1f} MB of index\n"
        f"    skipped: {skips}"
    )


def _age(seconds: float) -> str:
    for size, unit in _UNITS:
        if seconds >= size:
            return f"{int(seconds // size)} {unit}"
    return "0 s"
