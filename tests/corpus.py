"""Small corpora for the tests: written, indexed in process or by the command line, and asked for all they answer."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from contextlib import closing, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import pygit2
from msgspec.structs import astuple, replace
from pygit2.enums import FileMode

from codelens.fetch.manifest import Repository
from codelens.fetch.sources import open_source
from codelens.index.build import index_source
from codelens.locations import Home
from codelens.present.formats import json_line
from codelens.query.blobs import Blobs
from codelens.query.filters import Filters
from codelens.query.names.defined import where_defined
from codelens.query.names.pattern import NamePattern, parse_name
from codelens.query.names.ranking import Ranking
from codelens.query.reading import all_symbols
from codelens.query.references import references
from codelens.query.search import search
from codelens.query.session import Session
from codelens.query.shards import open_shards
from codelens.query.syntax import parse
from codelens.query.text.finding import find_lines, text_answer
from codelens.query.text.lines import TextQuestion
from codelens.query.tree import Text

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from codelens.index.build import IndexReport
    from codelens.index.shard import Shard
    from codelens.query.matches import Answer

SOURCE = Path(__file__).resolve().parents[1] / "src"
WHO = pygit2.Signature("A. Person", "person@example.org", 1_600_000_000, 0)
Contents = "Mapping[str, bytes | str]"
_FIELDS = ("repository", "files", "symbols", "lines", "source_bytes", "skips")
_ANY = re.compile(rb"[^\n]+")


def entry(path: Path, name: str = "demo", **fields: object) -> Repository:
    """An entry of a manifest that is read in place."""
    settings = {"revision": None, "groups": (), "include": (), "exclude": (), **fields}
    return Repository(name=name, url=None, path=path, **settings)


def write(folder: Path, files: Contents) -> Path:
    """Write files; a path may hold bytes that are no text, as Python spells them in a str."""
    for path, content in files.items():
        file = folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content.encode() if isinstance(content, str) else content)
    return folder


def replace_all(folder: Path, files: Contents) -> Path:
    """Make a folder hold these files and no others."""
    for file in [
        file for file in folder.rglob("*") if file.is_file() and file.relative_to(folder).as_posix() not in files
    ]:
        file.unlink()
    return write(folder, files)


def commit(folder: Path, files: Contents) -> str:
    """Commit these files and no others to a bare repository, which is made when it is not there."""
    repo = pygit2.init_repository(str(folder), bare=True, initial_head="main")
    tree = _tree(repo, {path: c.encode() if isinstance(c, str) else c for path, c in files.items()})
    parents = [repo.references["refs/heads/main"].target] if "refs/heads/main" in repo.references else []
    return str(repo.create_commit("refs/heads/main", WHO, WHO, "a commit", tree, parents))


def tag(folder: Path, name: str, *, again: bool = False) -> None:
    """Name the newest commit; ``again`` takes the name from the commit that has it."""
    repo = pygit2.Repository(str(folder))
    repo.references.create(f"refs/tags/{name}", repo.references["refs/heads/main"].target, force=again)


def _tree(repo: pygit2.Repository, files: Mapping[str, bytes]) -> pygit2.Oid:
    builder = repo.TreeBuilder()
    folders: dict[str, dict[str, bytes]] = {}
    for path, content in files.items():
        first, _, rest = path.partition("/")
        if rest:
            folders.setdefault(first, {})[rest] = content
        else:
            builder.insert(first, repo.create_blob(content), FileMode.BLOB)
    for name, below in folders.items():
        builder.insert(name, _tree(repo, below), FileMode.TREE)
    return builder.write()


def index(
    path: Path, home: Path, name: str = "demo", *, rebuild: bool = False, jobs: int = 1, **fields: object
) -> IndexReport:
    """Index what stands in a folder, in this process."""
    where = Home(home).create()
    with closing(open_source(entry(path, name, **fields), where.mirrors)) as source:
        return index_source(source, where, jobs=jobs, rebuild=rebuild)


@contextmanager
def shards(home: Path, *names: str) -> Iterator[list[Shard]]:
    """The shards of a home, closed afterwards."""
    opened = open_shards(Home(home), names)
    try:
        yield opened
    finally:
        for shard in opened:
            shard.close()


def ask(home: Path, name: str, limit: int = 1000, **filters: object) -> Answer:
    """Where a name is defined."""
    with shards(home) as opened:
        return where_defined(opened, parse_name(name), Filters(**filters), limit)


def find(
    home: Path, *texts: str, regex: bool = False, case: bool | None = True, limit: int = 100_000, **more: object
) -> Answer:
    """The lines that hold a text."""
    with shards(home) as opened, closing(Blobs()) as blobs:
        asked = TextQuestion(tuple(Text(text, regex) for text in texts), case=case, **more)
        return text_answer(opened, find_lines(opened, asked, Filters(), blobs), limit, blobs)


def refer(home: Path, name: str, **filters: object) -> Answer:
    """The places that refer to a name."""
    with shards(home) as opened, closing(Blobs()) as blobs:
        return references(opened, parse_name(name), Filters(**filters), 1000, blobs)


def query(home: Path, text: str, limit: int = 1000) -> Answer:
    """What the query language answers."""
    with closing(Session(Home(home))) as session:
        return search(session, parse(text), text, Filters(), limit)


def lines(answer: Answer) -> list[str]:
    """What an answer found, briefly."""
    return [f"{match.place.path}:{match.range.line + 1} {match.kind} {match.symbol}" for match in answer.matches]


def answers(home: Path, texts: Iterable[str] = (), gone: Iterable[str] = ()) -> dict[str, object]:
    """All that a home answers, in a form that two homes can be compared by; also asked for names that may be gone."""
    with shards(home) as opened, closing(Blobs()) as blobs:
        return dict(_answers(opened, texts, gone, blobs))


def _answers(
    opened: Sequence[Shard], texts: Iterable[str], gone: Iterable[str], blobs: Blobs
) -> Iterator[tuple[str, object]]:
    rows = [each.row(number) for shard in opened for each in shard.segments for number in each.files()]
    yield "files", sorted(astuple(replace(row, first_symbol=0)) for row in rows)
    yield "manifests", [[getattr(shard.manifest, field) for field in _FIELDS] for shard in opened]
    yield "languages", [sorted(shard.manifest.languages.items()) for shard in opened]
    yield "symbols", sorted(json_line(match) for match in all_symbols(opened))
    names = sorted({match.name for match in all_symbols(opened)})
    asked = [*names, *gone, *(name + "x" for name in names), *(name[:2] + "*" for name in names)]
    yield "definitions", {name: _told(where_defined(opened, parse_name(name), Filters(), 20)) for name in asked if name}
    ranking = Ranking(opened)
    yield "importers", {row.package: ranking.importers(row.package) for row in rows}
    yield "references", dict(_references(opened, blobs))
    found = {text: find_lines(opened, TextQuestion((Text(text, regex=False),)), Filters(), blobs) for text in texts}
    yield "texts", {text: _told(text_answer(opened, lines, 50, blobs)) for text, lines in found.items()}


def _references(opened: Sequence[Shard], blobs: Blobs) -> Iterator[tuple[bytes, object]]:
    for word in sorted(
        {bytes(word) for shard in opened for each in shard.segments for word in each.words_matching(_ANY)}
    ):
        name = word.decode("utf-8", "surrogateescape")
        found = references(opened, NamePattern(name, name, (), prefix=False), Filters(), 1000, blobs)
        if found.total:  # a word that only deleted records have may still be listed
            yield word, _told(found)


def _told(answer: Answer) -> tuple[object, ...]:
    return [json_line(match) for match in answer.matches], answer.total, answer.notes, answer.skipped, answer.files


def command(*arguments: str) -> list[str]:
    """The command line as a program's arguments."""
    return [sys.executable, "-m", "codelens", *arguments]


def environment(home: Path, **more: str) -> dict[str, str]:
    """The environment in which the command line runs here."""
    return {**os.environ, "PYTHONPATH": str(SOURCE), "CODELENS_HOME": str(home), **more}


def run(home: Path, *arguments: str, cwd: Path | None = None, **more: str) -> subprocess.CompletedProcess[bytes]:
    """Run the command line and wait for it."""
    env = environment(home, **more)
    return subprocess.run(
        command(*arguments), env=env, cwd=cwd or home.parent, capture_output=True, check=False, timeout=120
    )


def manifest(file: Path, **paths: Path) -> Path:
    """Write a repos.yaml with a repository for each path."""
    entries = "".join(f"  - name: {name}\n    path: {path}\n" for name, path in paths.items())
    file.write_text(f"repositories:\n{entries}")
    return file


def children_of_session(session: int) -> list[int]:
    """The living processes of a session."""
    found = []
    for stat in Path("/proc").glob("[0-9]*/stat"):
        try:
            fields = stat.read_text().rpartition(")")[2].split()
        except OSError:
            continue
        if int(fields[3]) == session and fields[0] != "Z":
            found.append(int(stat.parent.name))
    return found
