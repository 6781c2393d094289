"""What a script shows is told by the command that says it and by where its output goes."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

    from codelens.model import Statement

SHOWN = [
    ('echo "cannot open ${disk}" >&2', [("error", "cannot open {$disk}")]),
    ('echo "starting $unit" 1>&2', [("log", "starting {$unit}")]),
    ('echo >&2 "disk is full: $x"', [("log", "disk is full: {$x}")]),
    ("printf 'cannot open %s\\n' \"$file\" > /dev/stderr", [("error", "cannot open {s}\n")]),
    ('echo "starting $unit"', [("text", "starting {$unit}")]),
    ('echo "starting $unit" > "${log_file}.2"', [("text", "starting {$unit}"), ("text", "{$log_file}.2")]),
    ('[[ -n "$2" ]] || die "no second argument"', [("error", "no second argument")]),
    ('kube::log::error_exit "build failed"', [("error", "build failed")]),
    ('log_warn "disk $disk is slow"', [("log", "disk {$disk} is slow")]),
    ('diehard "a film"', [("text", "a film")]),
    (': "${REGION:?must be set}"', [("error", "must be set")]),
    ('${1:?"which node"}', [("error", "which node")]),
    (
        ': "${NODES:=3}"; ZONE=${ZONE:-a}; export MODE="${MODE-fast}"',
        [("env", "NODES"), ("env", "ZONE"), ("env", "MODE")],
    ),
    ('zone=${zone:-a}; OTHER="${ZONE:-some text}"', []),
    ('while getopts "hn:" o; do :; done; getopts x: o', [("flag", "h"), ("flag", "n"), ("flag", "x")]),
    (
        'case $1 in -h|--help) f "--other";; --name=*) ;; "-q") ;; fast) ;; esac',
        [("flag", "h"), ("flag", "help"), ("text", "--other"), ("flag", "name"), ("flag", "q")],
    ),
    ('usage() { echo "  -f, --force  does it"; }', [("flag", "f"), ("flag", "force")]),
    ('x="a $(run "$y") b"c', [("text", "a {s} bc")]),
    ("cat <<EOF\nnode ${name} is up\nEOF", [("text", "node {$name} is up\n")]),
    ("sed -e 's/a/bc/'", []),
]


@pytest.mark.parametrize(("source", "expected"), SHOWN)
def test_texts_are_shown_as_what_the_command_says(
    shown: Callable[[str, str], list[tuple[str, str]]], source: str, expected: list[tuple[str, str]]
) -> None:
    assert shown("shell", source) == expected


def test_the_command_says_the_level(statements: Callable[[str, str], list[Statement]]) -> None:
    source = 'log_warn "slow disk"; die "no disk"; kube::log::info "all well"; log "anything"'
    assert [one.level for one in statements("shell", source)] == ["warning", "error", "info", ""]
