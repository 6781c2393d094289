"""What a statement says beside its text: its level, what belongs to it, and its place."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

    from codelens.model import Statement

    Read = Callable[[str, str], list[Statement]]


@pytest.mark.parametrize(
    ("language", "source", "level"),
    [
        ("c", 'void f(void) { my_log(LVL_WARNING, "no disk"); }', "warning"),
        ("c", 'void f(void) { printk(KERN_ERR "no disk"); }', "error"),
        ("c", 'void f(void) { fatal("no disk"); }', "error"),
        ("c", 'void f(int error) { my_log(error, "no disk"); }', ""),
        ("python", 'logging.log(logging.ERROR, "no disk")', "error"),
        ("python", 'log.warning("no disk")', "warning"),
        ("java", 'class A { void f() { log.log(Level.SEVERE, "no disk"); } }', "error"),
        ("go", 'package a\nfunc f() { klog.V(2).Infof("no disk") }', "info"),
        ("cpp", 'void f() { LOG(INFO) << "no disk"; }', "info"),
    ],
)
def test_a_level_is_that_of_a_constant_before_the_text_or_of_what_is_called(
    statements: Read, language: str, source: str, level: str
) -> None:
    assert [one.level for one in statements(language, source)] == [level]


@pytest.mark.parametrize(
    ("language", "source", "also"),
    [
        ("python", 'p.add_argument("--size", help="how big", default="3", dest="n")', ("how big", "3", "n")),
        ("go", 'package a\nfunc f() { fs.StringVar(&o.N, "size", "3", "how big") }', ("how big", "", "o.N")),
        ("php", '<?php $this->addOption("size", null, X, "how big", "3");', ("how big", "3", "")),
        ("javascript", 'program.option("--size <n>", "how big", "3");', ("how big", "3", "")),
    ],
)
def test_a_flag_has_its_help_its_default_and_what_it_is_bound_to(
    statements: Read, language: str, source: str, also: tuple[str, str, str]
) -> None:
    flag = statements(language, source)[0]
    assert flag.pieces == ("size",)
    assert tuple(flag.also.get(name, "") for name in ("help", "default", "bound")) == also


def test_a_constant_is_a_hole_with_its_name_and_found_by_it(statements: Read) -> None:
    bound, used = statements("python", 'LIMIT = "too many"\nraise E("there are " + LIMIT)\n')
    assert (bound.part, bound.key, bound.pieces) == ("binding", "LIMIT", ("too many",))
    assert used.pieces == ("there are ", "$LIMIT", "")


def test_each_name_in_a_text_of_many_lines_has_its_own_place(statements: Read) -> None:
    source = 'void report_stats(void) { say("uptime:%d\\n"\n  "used:%s\\n"\n  "used_peak:%s\\n"); }'
    found = [one for one in statements("c", source) if one.kind == "metric"]
    assert [(one.pieces[0], one.range.line, one.range.column) for one in found] == [
        ("uptime", 0, 31),
        ("used", 1, 3),
        ("used_peak", 2, 3),
    ]


def test_a_name_of_one_letter_stands_where_it_is_a_name(statements: Read) -> None:
    source = 'void usage(void) { puts("Usage: prog -d\\n  -d, --detach  run behind\\n"); }'
    found = [one for one in statements("c", source) if one.kind == "flag"]
    assert [(one.pieces[0], one.range.column) for one in found] == [("d", 44), ("detach", 49)]


@pytest.mark.parametrize(
    ("language", "source"),
    [
        ("python", 'raise E(f"{x}" "gone")'),
        ("php", '<?php throw new E("$x" . "gone");'),
        ("javascript", "throw E(`${x}` + 'gone')"),
    ],
)
def test_a_literal_that_is_all_hole_is_a_hole(statements: Read, language: str, source: str) -> None:
    assert [one.pieces for one in statements(language, source)] == [("", "$x", "gone")]


def test_a_joined_text_stands_where_its_first_literal_does(statements: Read) -> None:
    (one,) = statements("python", 'raise E(x +\n  "not there "\n  "at all")')
    assert (one.pieces, one.range.line, one.range.column) == (("", "$x", "not there at all"), 1, 2)


def test_a_text_that_a_call_makes_of_another_goes_to_what_takes_the_call(statements: Read) -> None:
    (one,) = statements("go", 'package a\nfunc f() { panic(fmt.Sprintf("no %d of them", n)) }')
    assert (one.kind, one.call, one.pieces) == ("error", "panic", ("no ", "d", " of them"))


def test_rows_of_a_long_table_have_the_name_of_the_table(statements: Read) -> None:
    rows = ", ".join(f'{{"key-{number}", {number}}}' for number in range(500))
    found = statements("c", f"static struct cfg_entry conf_entries[] = {{{rows}}};")
    assert len(found) == 500
    assert {(one.kind, one.call) for one in found} == {("config", "struct cfg_entry conf_entries")}


@pytest.mark.parametrize("language", ["c", "cpp", "go", "java", "javascript", "php", "python", "tsx", "typescript"])
@pytest.mark.parametrize("source", ["", '"', 'f("a', '((((("x y"', 'f("a" +', "%s", '{"a": {"b": ["c d",', "\x00\xff"])
def test_what_no_grammar_can_read_harms_nothing(statements: Read, language: str, source: str) -> None:
    for one in statements(language, source):
        assert len(one.pieces) % 2 == 1


def test_a_chain_of_a_thousand_texts_is_read(statements: Read) -> None:
    found = statements("python", "raise E(" + " + ".join(f'"part {number}"' for number in range(1_000)) + ")")
    assert found
    assert found[0].pieces[0].startswith("part ")
