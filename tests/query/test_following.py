"""What leads on from a row of an answer, or from the identifier under a cursor, and to where."""

from __future__ import annotations

from contextlib import closing, contextmanager
from enum import StrEnum
from typing import TYPE_CHECKING

import pytest

import graph_corpus
from codelens.errors import NotIndexedError, UsageError
from codelens.locations import Home
from codelens.query import following, operations
from codelens.query.filters import Filters
from codelens.query.following import Subject, below, follows, subject_at, subject_of
from codelens.query.matches import Answer, Place
from codelens.query.operations import OPERATIONS, Operation
from codelens.query.search import search
from codelens.query.session import Session
from codelens.query.syntax import parse
from codelens.query.tree import RelationKind

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from codelens.query.matches import Match

FILES = {
    "shop": graph_corpus.GO,
    "pier": {
        "go.mod": "module example.org/pier\n",
        "dock/dock.go": """package dock

import (
	"fmt"

	"example.org/pier/rope"
)

// Limit is how many ships may land.
const Limit = 3

type Dock struct {
	Name  string
	ropes []*rope.Rope
}

func (d *Dock) Land(ship string, count int) error {
	total := count + Limit
	if count := total; count > 2 {
		total = count
	}
	line := &rope.Rope{Length: total, Name: ship}
	d.ropes = append(d.ropes, line)
	for _, each := range d.ropes {
		each.Tie(d.Name)
	}
	fmt.Println(ship)
	return free(func(name string) error { return line.Tie(name) })
}

func free(tie func(name string) error) error {
	return tie("every") // free the Dock
}
""",
        "dock/doc.go": "// Package dock (a dock by the sea) is where ships land.\npackage dock\n",
        "rope/rope.go": """package rope

type Rope struct {
	Length int
	Name   string
}

func (r *Rope) Tie(to string) error { return nil }
""",
        "py/quay.py": """import os


class Quay:
    def __init__(self, name):
        self.name = name

    def land(self, ship, *others):
        first = ship
        for each in others:
            self.tie(each)
        return first

    def tie(self, ship):
        return os.fspath(ship)
""",
        "c/mole.c": """struct mole { int length; };

static int measure(struct mole *m) {
	int found = m->length;
	return found;
}
""",
        "c/mole.h": "int length_of(struct mole *m, int unit);\n",
        "c/use.c": '#include "mole.h"\n\nint twice(mole *l) { return 2 * l->length; }\n',
        "web/quay.ts": "import { moor } from './moor';\n\nexport const quay = moor(1);\n",
        "web/moor.ts": "export function moor(n: number) { return n; }\n",
        "php/Pier.php": """<?php
namespace Harbor;

use Harbor\\Ropes\\Rope;

class Pier
{
    private $ropes = [];

    public function add(Rope $rope, $count)
    {
        foreach ($this->ropes as $each) {
            $count = $count + 1;
        }
        $this->ropes[] = $rope;
        return $this->total($count);
    }

    private function total($count)
    {
        return $count;
    }
}
""",
        "php/Ropes/Rope.php": "<?php\nnamespace Harbor\\Ropes;\n\nclass Rope\n{\n}\n",
        "notes.txt": "the Dock has ropes\n",
    },
}


@contextmanager
def opened(home: Path) -> Iterator[Session]:
    with closing(Session(Home(home))) as session:
        yield session


def first(session: Session, text: str) -> Match:
    return search(session, parse(text), text, Filters(), 50).matches[0]


def follow(session: Session, name: str, subject: Subject, limit: int = 50) -> Answer:
    (way,) = [each for each in follows() if each.name == name]
    return way.ask(session, subject, limit)


def shown(match: Match) -> str:
    return f"{match.place.path}:{match.range.line + 1} {match.symbol}"


def at(path: str, line_holds: str, word: str, nth: int = 0) -> tuple[Place, int, int]:
    """The place of a word in the first line that holds a text."""
    content = next(files[path] for files in FILES.values() if path in files)
    lines = content.split("\n")
    number = next(number for number, line in enumerate(lines) if line_holds in line)
    column = -1
    for _ in range(nth + 1):
        column = lines[number].index(word, column + 1)
    repository = next(name for name, files in FILES.items() if path in files)
    return Place(repository, "worktree", "", path, "", ""), number, column


def test_all_operations_on_one_name_can_be_followed_and_what_they_lack_of_the_relations() -> None:
    assert [(each.name, each.unfolds) for each in follows()] == [
        ("definition", False),
        ("references", False),
        ("callers", True),
        ("callees", True),
        ("implementers", True),
        ("imports", False),
        ("outline", False),
    ]
    assert all(each.meaning and "\n" not in each.meaning for each in follows())


def test_a_new_operation_and_a_new_relation_can_be_followed_at_once(
    home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = []

    def owners(_: Session, question: operations.Question) -> Answer:
        asked.append(question.name)
        return Answer([], 0, 0, 0, {})

    class Relations(StrEnum):
        IMPORTS = "imports"
        SERVES = "serves"

        @property
        def meaning(self) -> str:
            return f"what {self} it"

    monkeypatch.setitem(OPERATIONS, "owners", Operation(owners, "who owns it", unfolds=True))
    monkeypatch.setitem(OPERATIONS, "between", Operation(owners, "what is between", names=2))
    monkeypatch.setattr(following, "RelationKind", Relations)
    ways = {each.name: each for each in follows()}
    assert list(ways)[-4:] == ["owners", "imports", "serves", "outline"]
    assert (ways["owners"].meaning, ways["owners"].unfolds) == ("who owns it", True)
    with opened(home) as session:
        ways["owners"].ask(session, subject_of(first(session, "Dock.Land")), 5)
    assert asked == ["example.org/pier/dock.Dock.Land"]


def test_every_relation_and_operation_says_what_it_means() -> None:
    assert all(each.meaning for each in (*RelationKind, *OPERATIONS.values()))


@pytest.mark.parametrize(
    ("query", "name"),
    [
        ("Dock.Land", "Dock.Land"),
        ("Tie role:reference", "Tie"),
        ('"free the Dock"', "free"),
        ('"Limit"', "Limit"),
        ('"the Dock has"', ""),
        ("file:notes.txt", ""),
        ("imports:rope", "example.org/pier/rope"),
    ],
)
def test_a_row_is_followed_by_what_it_is_itself(home: Path, query: str, name: str) -> None:
    with opened(home) as session:
        assert subject_of(first(session, query)).name == name


@pytest.mark.parametrize(
    ("query", "name", "found"),
    [
        ("Dock.Land", "definition", ["dock/dock.go:17 Dock.Land"]),
        ("Rope.Tie", "callers", ["dock/dock.go:25 Dock.Land", "dock/dock.go:28 Dock.Land"]),
        ("Rope.Tie role:reference", "definition", ["rope/rope.go:8 Rope.Tie"]),
        ('"each.Tie"', "callees", ["dock/dock.go:31 free", "rope/rope.go:8 Rope.Tie"]),
        ('"Limit" file:dock in:code', "definition", ["dock/dock.go:10 Limit"]),
        ("Dock.Land", "outline", ["dock/dock.go:10 Limit", "dock/dock.go:12 Dock", "dock/dock.go:13 Dock.Name"]),
        ("file:notes.txt", "outline", []),
        ("Rope", "imports", ["dock/dock.go:6 "]),
        ("imports:rope", "imports", ["dock/dock.go:6 "]),
        ("imports:rope", "definition", ["rope/rope.go:1 "]),
        ("Store kind:interface", "implementers", ["store/store.go:20 Memory"]),
    ],
)
def test_a_row_leads_on(home: Path, query: str, name: str, found: list[str]) -> None:
    with opened(home) as session:
        answer = follow(session, name, subject_of(first(session, query)))
    assert set(found) <= set(map(shown, answer.matches))
    assert bool(answer.matches) == bool(found)


def test_a_name_that_was_typed_is_followed_as_the_operations_answer_it(home: Path) -> None:
    with opened(home) as session:
        for name in ("references", "callers", "callees", "implementers"):
            typed = OPERATIONS[name](session, operations.Question("Store.Get"))
            assert follow(session, name, Subject("Store.Get")) == typed
        outline = follow(session, "outline", Subject("Rope"))
        assert list(map(shown, outline.matches))[:2] == ["rope/rope.go:3 Rope", "rope/rope.go:4 Rope.Length"]


def test_what_has_no_name_says_so(home: Path) -> None:
    with opened(home) as session:
        subject = subject_of(first(session, '"the Dock has"'))
        for name in ("definition", "references", "callers"):
            with pytest.raises(UsageError, match="nothing is named here; choose a definition, or a name in the code"):
                follow(session, name, subject)
        assert follow(session, "outline", subject).matches == []


def test_a_tree_unfolds_level_by_level(home: Path) -> None:
    with opened(home) as session:
        subject = subject_of(first(session, "check kind:function repo:shop"))
        (row,) = follow(session, "callers", subject).matches
        assert below(session, row).name == "Memory.Get"
        above = follow(session, "callers", below(session, row))
        assert "store/store_test.go:5 TestGet" in map(shown, above.matches)
        down = follow(session, "callees", below(session, above.matches[0]))
        assert "store/store.go:24 NewMemory" in map(shown, down.matches) or down.matches


@pytest.mark.parametrize(
    ("path", "line", "word", "nth", "found"),
    [
        ("dock/dock.go", "total := count + Limit", "Limit", 0, "dock/dock.go:10 Limit"),
        ("dock/dock.go", "total := count + Limit", "count", 0, "dock/dock.go:17 Dock.Land.count"),
        ("dock/dock.go", "total := count + Limit", "total", 0, "dock/dock.go:18 Dock.Land.total"),
        ("dock/dock.go", "total = count", "count", 0, "dock/dock.go:19 Dock.Land.count"),
        ("dock/dock.go", "total = count", "total", 0, "dock/dock.go:18 Dock.Land.total"),
        ("dock/dock.go", "Length: total", "Length", 0, "rope/rope.go:4 Rope.Length"),
        ("dock/dock.go", "Length: total", "Name", 0, "rope/rope.go:5 Rope.Name"),
        ("dock/dock.go", "Length: total", "Rope", 0, "rope/rope.go:3 Rope"),
        ("dock/dock.go", "Length: total", "ship", 0, "dock/dock.go:17 Dock.Land.ship"),
        ("dock/dock.go", "append(d.ropes", "ropes", 1, "dock/dock.go:14 Dock.ropes"),
        ("dock/dock.go", "append(d.ropes", "line", 0, "dock/dock.go:22 Dock.Land.line"),
        ("dock/dock.go", "each.Tie", "each", 0, "dock/dock.go:24 Dock.Land.each"),
        ("dock/dock.go", "each.Tie", "Tie", 0, "rope/rope.go:8 Rope.Tie"),
        ("dock/dock.go", "each.Tie", "Name", 0, "dock/dock.go:13 Dock.Name"),
        ("dock/dock.go", "return free", "free", 0, "dock/dock.go:31 free"),
        ("dock/dock.go", "return free", "name", 1, "dock/dock.go:28 Dock.Land.name"),
        ("dock/dock.go", 'tie("every")', "tie", 0, "dock/dock.go:31 free.tie"),
        ("dock/dock.go", 'tie("every")', "Dock", 0, "dock/dock.go:12 Dock"),
        ("dock/dock.go", "func (d *Dock) Land", "Dock", 0, "dock/dock.go:12 Dock"),
        ("dock/dock.go", "func (d *Dock) Land", "Land", 0, "dock/dock.go:17 Dock.Land"),
        ("py/quay.py", "first = ship", "ship", 0, "py/quay.py:8 Quay.land.ship"),
        ("py/quay.py", "return first", "first", 0, "py/quay.py:9 Quay.land.first"),
        ("py/quay.py", "self.tie(each)", "each", 0, "py/quay.py:10 Quay.land.each"),
        ("py/quay.py", "self.tie(each)", "tie", 0, "py/quay.py:14 Quay.tie"),
        ("py/quay.py", "self.tie(each)", "self", 0, "py/quay.py:4 Quay"),
        ("c/mole.c", "return found", "found", 0, "c/mole.c:4 measure.found"),
        ("c/mole.c", "int found = m", "m->", 0, "c/mole.c:3 measure.m"),
        ("c/mole.c", "int found = m", "length", 0, "c/mole.c:1 mole.length"),
        ("c/mole.h", "length_of", "unit", 0, "c/mole.h:1 unit"),
        ("c/use.c", "twice", "length", 0, "c/mole.c:1 mole.length"),
        ("web/quay.ts", "import", "moor", 0, "web/moor.ts:1 moor"),
        ("web/quay.ts", "export", "moor", 0, "web/moor.ts:1 moor"),
        ("php/Pier.php", "use Harbor", "Rope;", 0, "php/Ropes/Rope.php:4 Rope"),
        ("php/Pier.php", "ropes[]", "ropes", 0, "php/Pier.php:8 Pier::ropes"),
        ("php/Pier.php", "ropes[]", "rope;", 0, "php/Pier.php:10 Pier::add::rope"),
        ("php/Pier.php", "$count + 1", "count", 1, "php/Pier.php:10 Pier::add::count"),
        ("php/Pier.php", "this->total", "total", 0, "php/Pier.php:19 Pier::total"),
    ],
)
def test_the_identifier_under_a_cursor_means_its_definition(
    home: Path, path: str, line: str, word: str, nth: int, found: str
) -> None:
    with opened(home) as session:
        subject = subject_at(session, *at(path, line, word, nth))
        assert [shown(match) for match in subject.definitions[:1]] == [found]
        assert shown(follow(session, "definition", subject).matches[0]) == found


def test_a_cursor_just_behind_an_identifier_means_it_too(home: Path) -> None:
    place, line, column = at("dock/dock.go", "return free", "free")
    with opened(home) as session:
        subjects = [subject_at(session, place, line, column + ahead) for ahead in range(5)]
        assert {each.name for each in subjects} == {"free"}
        with pytest.raises(UsageError, match=r"dock/dock.go:8:1: no name stands here; choose one"):
            subject_at(session, place, 7, 0)
        with pytest.raises(UsageError, match="no name stands here"):
            subject_at(session, place, 999, 0)


def test_an_imported_package_is_followed_as_one(home: Path) -> None:
    with opened(home) as session:
        own = subject_at(session, *at("dock/doc.go", "package dock", "dock"))
        assert (own.package, own.definitions) == ("example.org/pier/dock", ())
        subject = subject_at(session, *at("dock/dock.go", "Length: total", "rope"))
        assert (subject.package, subject.definitions) == ("example.org/pier/rope", ())
        assert [shown(match) for match in follow(session, "definition", subject).matches] == ["rope/rope.go:1 "]
        outside = subject_at(session, *at("dock/dock.go", "fmt.Println", "fmt"))
        answer = follow(session, "definition", outside)
        assert ([shown(match) for match in answer.matches], answer.notes) == (
            ["dock/dock.go:27 Dock.Land"],
            ["fmt is not in the index"],
        )


@pytest.mark.parametrize(
    ("path", "line", "word", "found"),
    [("c/use.c", "#include", "mole.h", "c/mole.h:1 "), ("web/quay.ts", "import", "./moor", "web/moor.ts:1 ")],
)
def test_a_file_that_is_included_is_followed_to_itself(home: Path, path: str, line: str, word: str, found: str) -> None:
    with opened(home) as session:
        answer = follow(session, "definition", subject_at(session, *at(path, line, word)))
    assert [shown(match) for match in answer.matches] == [found]


def test_a_name_that_nothing_defines_says_so_and_offers_no_others(home: Path) -> None:
    with opened(home) as session:
        subject = subject_at(session, *at("dock/dock.go", "append(d.ropes", "append"))
        answer = follow(session, "definition", subject)
    assert (answer.matches, answer.notes) == ([], ["append is not in the index"])


def test_what_is_not_indexed_is_followed_by_its_name(home: Path) -> None:
    with opened(home) as session:
        subject = subject_at(session, *at("dock/dock.go", "fmt.Println", "Println"))
        assert (subject.name, subject.definitions) == ("fmt.Println", ())
        assert "dock/dock.go:27 Dock.Land" in map(shown, follow(session, "callers", subject).matches)


def test_a_file_that_is_gone_is_not_followed(home: Path) -> None:
    gone = Place("pier", "worktree", "", "dock/gone.go", "", "")
    with opened(home) as session, pytest.raises(NotIndexedError, match=r"dock/gone.go: no such file at worktree"):
        subject_at(session, gone, 0, 0)


def test_a_word_of_a_string_that_names_nothing_stands_for_the_definition_around_it(home: Path) -> None:
    with opened(home) as session:
        subject = subject_at(session, *at("dock/dock.go", 'return tie("every")', "every"))
        assert (subject.name, [shown(match) for match in subject.definitions]) == ("free", ["dock/dock.go:31 free"])


def test_a_word_of_a_comment_that_names_something_stands_for_that(home: Path) -> None:
    with opened(home) as session:
        subject = subject_at(session, *at("dock/dock.go", "// free the Dock", "Dock"))
        assert subject.name == "Dock"


def test_a_text_found_in_a_string_is_followed_as_the_definition_around_it(home: Path) -> None:
    with opened(home) as session:
        (match,) = search(session, parse('"every" in:string repo:pier'), '"every"', Filters(), 5).matches
        assert subject_of(match).name == "free"
