"""The relations of the query language, as sets of symbols and files."""

from __future__ import annotations

from contextlib import closing
from typing import TYPE_CHECKING

import pytest

import corpus
import graph_corpus
from codelens.query.blobs import Blobs
from codelens.query.graph.relations import related
from codelens.query.names.pattern import parse_name
from codelens.query.tree import RelationKind

if TYPE_CHECKING:
    from pathlib import Path

FILES = graph_corpus.ALL


def ask(home: Path, text: str, *names: str) -> set[str]:
    """What stands in a relation: symbols, or paths of files."""
    relation, _, name = text.partition(":")
    with corpus.shards(home, *names) as opened, closing(Blobs()) as blobs:
        found = related(opened, RelationKind(relation), parse_name(name), blobs)
        symbols = [segment.definition(number) for segment, numbers in found.symbols.items() for number in numbers]
        files = [segment.row(number).path for segment, numbers in found.files.items() for number in numbers]
        return {".".join((*definition.scope, definition.name)) for _, definition in symbols} | set(files)


def notes(home: Path, text: str) -> list[str]:
    relation, _, name = text.partition(":")
    with corpus.shards(home) as opened, closing(Blobs()) as blobs:
        return related(opened, RelationKind(relation), parse_name(name), blobs).notes


CALLS = [
    ("calls:Put", "shop", {"Server.save", "use"}),
    ("calls:Memory.Put", "shop", {"Server.save"}),
    ("calls:Log.Put", "shop", {"use"}),
    ("calls:store.NewMemory", "shop", {"New", "TestGet"}),
    ("calls:fmt.Println", "shop", {"Server.later"}),
    ("calls:Handle", "shop", {"start", "Server.later"}),
    ("calls:Plain.fire", "watching", {"Tree.change", "Louder.fire"}),
    ("calls:Watch.fire", "watching", {"Tree.change"}),
    ("calls:note", "watching", {"Plain.fire", "Louder.fire"}),
    ("calls:finish", "looping", {"later", "run"}),
    ("calls:times", "shapes", {"Square.area", "draw"}),
    ("calls:BaseCall.start", "calling", {"Client.run"}),
    ("calls:nothing_has_this_name", "shop", set()),
]


@pytest.mark.parametrize(("text", "name", "wanted"), CALLS)
def test_calls_are_the_definitions_whose_body_calls_a_name(home: Path, text: str, name: str, wanted: set[str]) -> None:
    assert ask(home, text, name) == wanted


CALLED_BY = [
    ("calledby:Memory.Get", "shop", {"check"}),
    ("calledby:Memory.Put", "shop", {"Base.Close"}),  # promoted
    ("calledby:Server.Handle", "shop", {"Server.notify", "Server.later", "Server.save"}),
    ("calledby:Server.save", "shop", {"Store.Put"}),
    ("calledby:start", "shop", {"New", "Server.Handle"}),
    ("calledby:Plain.fire", "watching", {"Plain.note", "Sink.write"}),
    ("calledby:Louder.fire", "watching", {"Plain.fire", "Plain.note"}),
    ("calledby:Tree.change", "watching", {"Watch.fire"}),
    ("calledby:loop", "looping", {"handle", "next"}),
    ("calledby:draw", "shapes", {"Square", "Square.area", "times"}),
    ("calledby:Client.run", "calling", {"Call.start", "makeCall", "BaseCall.start"}),
]


@pytest.mark.parametrize(("text", "name", "wanted"), CALLED_BY)
def test_called_by_are_the_definitions_that_a_body_calls(home: Path, text: str, name: str, wanted: set[str]) -> None:
    assert ask(home, text, name) == wanted


IMPLEMENTS = [
    ("implements:Store", "shop", {"Memory", "Wrapped", "Grouped", "fake"}),
    ("implements:closer", "shop", {"Base", "Memory", "Half", "Wrapped", "Grouped", "fake"}),
    ("implements:Base", "shop", {"Memory", "Half", "Grouped"}),  # no interface: what embeds it
    ("implements:Watch", "watching", {"Plain", "Louder"}),
    ("implements:Shape", "shapes", {"Square", "Tiny"}),
    ("implements:Call", "calling", {"BaseCall"}),
]


@pytest.mark.parametrize(("text", "name", "wanted"), IMPLEMENTS)
def test_implements_are_the_types_below_another(home: Path, text: str, name: str, wanted: set[str]) -> None:
    assert ask(home, text, name) == wanted


IMPORTS = [
    ("imports:example.org/shop/store", {"server/server.go"}),
    ("imports:shop/store", {"server/server.go"}),
    ("imports:store", {"server/server.go"}),
    ("imports:tore", set()),
    ("imports:org.shop.deep.Below", {"src/main/java/org/shop/Louder.java"}),
    ("imports:org.shop.deep", {"src/main/java/org/shop/Louder.java"}),
    ("imports:loop.h", {"src/loop.c", "src/run.c"}),
    ("imports:pack.shapes", {"pack/draw.py"}),
    ("imports:call", {"src/client.ts"}),
]


@pytest.mark.parametrize(("text", "wanted"), IMPORTS)
def test_imports_are_the_files_that_bring_a_package_in(home: Path, text: str, wanted: set[str]) -> None:
    assert ask(home, text) == wanted


def test_an_import_that_is_longer_than_the_index_knows_is_found_by_its_end(tmp_path: Path) -> None:
    long = "example.org/" + "a/" * 40 + "end"
    source = corpus.write(tmp_path / "source", {"a.go": f'package a\n\nimport "{long}"\n\nvar _ = end.X\n'})
    corpus.index(source, tmp_path / "home")
    assert ask(tmp_path / "home", "imports:a/a/end") == {"a.go"}
    assert ask(tmp_path / "home", "imports:a/a/other") == set()


def test_what_is_not_there_is_said_with_what_is_near(home: Path) -> None:
    assert any("nearest names are" in note and "Store" in note for note in notes(home, "implements:Stoer"))
    assert any("there are" in note and "Memory.Put" in note for note in notes(home, "calls:Nothing.Put"))
    assert notes(home, "imports:nowhere/near") == ["nothing imports nowhere/near"]


def test_sources_that_are_gone_are_said(tmp_path: Path) -> None:
    source = corpus.write(tmp_path / "source", FILES["shop"])
    corpus.index(source, tmp_path / "home")
    (source / "server/server.go").unlink()
    assert any("can't be read any more" in note for note in notes(tmp_path / "home", "calledby:Server.Handle"))
