"""References by name: each place with its kind, and the definition around it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import corpus

if TYPE_CHECKING:
    from pathlib import Path

FILES = {
    "main": {
        "go.mod": "module example.org/root\n",
        "lease/lease.go": "package lease\n\ntype Lease struct{}\n\nfunc New() *Lease { return &Lease{} }\n",
        "server/server.go": 'package server\n\nimport "example.org/root/lease"\n\n'
        "type Server struct {\n\tl *lease.Lease\n}\n\nfunc (s *Server) Grant() {\n"
        "\ts.l = lease.New()\n\tNew := 1 // New in a comment\n\t_ = New\n}\n",
        "server/server_test.go": "package server\n\nfunc TestGrant() { (&Server{}).Grant() }\n",
        "tool/use.py": "from lease import New\n\nclass Sub(New):\n    def run(self):\n        return New(1)\n",
    }
}


def told(answer: object) -> list[tuple[str, str, str]]:
    return [
        (f"{match.place.path}:{match.range.line + 1}:{match.range.column + 1}", match.kind, match.symbol)
        for match in answer.matches
    ]


def test_each_reference_has_its_kind_and_the_definition_around_it(home: Path) -> None:
    assert told(corpus.refer(home, "New")) == [
        ("server/server.go:10:14", "call", "Server.Grant"),
        ("server/server.go:11:2", "name", "Server.Grant"),  # a local variable: references are by name
        ("server/server.go:12:6", "name", "Server.Grant"),
        ("tool/use.py:1:19", "import", ""),
        ("tool/use.py:3:11", "implementation", "Sub"),
        ("tool/use.py:5:16", "call", "Sub.run"),
    ]


def test_the_line_that_is_shown_is_the_line_in_the_file(home: Path) -> None:
    shown = {match.signature for match in corpus.refer(home, "Lease").matches}
    assert "l *lease.Lease" in shown


def test_kinds_filter_references(home: Path) -> None:
    assert {kind for _, kind, _ in told(corpus.refer(home, "New", kinds=("call",)))} == {"call"}
    assert not corpus.refer(home, "New", kinds=("struct",)).matches


def test_tests_come_after_the_code_they_test(home: Path) -> None:
    found = [match.place.path for match in corpus.refer(home, "Server").matches]
    assert found == sorted(found, key=lambda path: path.endswith("_test.go"))
    assert found[-1] == "server/server_test.go"


def test_a_qualified_name_says_that_references_are_by_name(home: Path) -> None:
    answer = corpus.refer(home, "lease.New")
    assert answer.total == corpus.refer(home, "New").total
    assert answer.notes == ["references are by name: these are all uses of New, whatever it belongs to"]


def test_a_name_that_nobody_uses_has_no_references(home: Path) -> None:
    assert corpus.refer(home, "TestGrant").total == 0
    assert corpus.refer(home, "\udcff").total == 0


def test_the_query_language_asks_the_same(home: Path) -> None:
    assert told(corpus.query(home, "role:reference New")) == told(corpus.refer(home, "New"))
    assert told(corpus.query(home, "New role:reference kind:import")) == told(
        corpus.refer(home, "New", kinds=("import",))
    )


def test_a_source_that_has_changed_since_is_said_and_its_places_stay(tmp_path: Path) -> None:
    source = corpus.write(tmp_path / "source", FILES["main"])
    corpus.index(source, tmp_path / "home")
    corpus.write(source, {"tool/use.py": "changed = 1\n"})
    answer = corpus.refer(tmp_path / "home", "New")
    assert [match.signature for match in answer.matches if match.place.path == "tool/use.py"] == ["", "", ""]
    assert any("can't be read any more" in note and "codelens update demo" in note for note in answer.notes)
