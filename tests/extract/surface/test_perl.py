"""What a program in Perl shows: the name of what is called is the key of the texts that it is given."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

SHOWN = [
    ('die "no file $file: $!" unless -e $file;', [("error", "no file {$file}: {s}")]),
    ("open($f, '<', $name) or die 'not found: ' . $name . \"\\n\";", [("error", "not found: {$name}\n")]),
    ("Carp::croak qq{bad $x->{name}[0]};", [("error", "bad {s}")]),
    ('warn("slow disk\\n");', [("log", "slow disk\n")]),
    ('print STDERR "cannot open $file\\n";', [("error", "cannot open {$file}\n")]),
    ('printf STDERR ("started in %d s\\n", $t);', [("log", "started in {d} s\n")]),
    ('print "started in $t s\\n"; print $file "some text";', [("text", "started in {$t} s\n"), ("text", "some text")]),
    (
        '$log->info("started in time"); dbg("rule: got $x at all");',
        [("log", "started in time"), ("log", "rule: got {$x} at all")],
    ),
    ('$row->info("name");', [("text", "name")]),
    ('$ENV{STORE_HOME}; $ENV{"STORE_MODE"}; $args{name};', [("env", "STORE_HOME"), ("env", "STORE_MODE")]),
    ("$config{max_rows}; $self->{conf}{min}; $conf->{path};", [("config", "max_rows"), ("config", "path")]),
    (
        "GetOptions('help|h' => \\$help, \"port=i\" => \\$port, 'no-color!' => \\$c);",
        [("flag", "help"), ("flag", "h"), ("flag", "port"), ("flag", "no-color")],
    ),
    ("getopts('ab:', \\%opts);", [("flag", "a"), ("flag", "b")]),
    ("if ($ARGV[0] eq '--fast') { fast() }", [("flag", "fast")]),
    ("get '/users/:id' => sub { 1 };", [("route", "/users/:id")]),
    ("use Store qw(one two); require 'store.pl';", []),
    (
        'sub usage { print "  -f, --force  does it\\n"; }',
        [("flag", "f"), ("flag", "force")],
    ),
    ('die "can\'t open $file";', [("error", "can't open {$file}")]),
]


@pytest.mark.parametrize(("source", "expected"), SHOWN)
def test_texts_are_shown_as_what_is_called_says(
    shown: Callable[[str, str], list[tuple[str, str]]], source: str, expected: list[tuple[str, str]]
) -> None:
    assert shown("perl", source) == expected
