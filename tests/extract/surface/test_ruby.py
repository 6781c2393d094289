"""What a program in Ruby shows is told by its calls, whose names may be symbols, and by its formats."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

    from codelens.model import Statement

SHOWN = [
    ('log.warn "cannot connect", host: host', [("log", "cannot connect")]),
    ('@logger.error("no answer from #{peer}: " + why)', [("log", "no answer from {$peer}: {$why}")]),
    ('logger.debug { "took #{time} seconds" }', [("log", "took {$time} seconds")]),
    ("Puppet.warning _('Setting %{name} is old') % { name: n }", [("log", "Setting {s} is old")]),
    ("raise Failure, 'row %<id>d is bad' % { id: 3 }", [("error", "row {d} is bad")]),
    ('raise "not a " "table"', [("error", "not a table")]),
    ('fail ArgumentError.new("must be %s" % type)', [("error", "must be {s}")]),
    ('throw :done; throw "value"', [("text", "value")]),
    (
        "ENV['APP_HOME'] || ENV.fetch('APP_ROOT', 'any dir')",
        [("env", "APP_HOME"), ("env", "APP_ROOT"), ("text", "any dir")],
    ),
    ("class X\n config_param :host, :string, default: 'any host'\nend", [("config", "host"), ("text", "any host")]),
    ("class X\n config :port, :validate => :number\n config :other\nend", [("config", "port")]),
    ("settings.define_settings(:main, :confdir => {}, vardir: {})", [("config", "confdir"), ("config", "vardir")]),
    ("config['password']; row['password']", [("config", "password"), ("text", "password")]),
    (
        "opts.on('-v', '--[no-]verbose', 'say more') {}",
        [("flag", "v"), ("flag", "verbose"), ("text", "say more")],
    ),
    ("option '--target DIR', '-t DIR' do end", [("flag", "target"), ("flag", "t")]),
    ("method_option :force, desc: 'do it'", [("flag", "force"), ("text", "do it")]),
    ("registry.counter(:runs_total, docstring: 'All runs.')", [("metric", "runs_total"), ("text", "All runs.")]),
    ("Prometheus::Client::Gauge.new(:size)", [("metric", "size")]),
    ("get '/health' do\n 'fine'\nend", [("route", "/health"), ("text", "fine")]),
    ("require 'store'; describe 'a store' do end", []),
    ("TEXT = 'all of it'.freeze", [("text", "all of it")]),
]


@pytest.mark.parametrize(("source", "expected"), SHOWN)
def test_texts_are_shown_as_what_they_are_given_to_says(
    shown: Callable[[str, str], list[tuple[str, str]]], source: str, expected: list[tuple[str, str]]
) -> None:
    assert shown("ruby", source) == expected


def test_a_heredoc_is_a_text_without_the_word_that_ends_it(
    shown: Callable[[str, str], list[tuple[str, str]]],
) -> None:
    assert shown("ruby", "x = <<~TEXT\n  all of #{it}\nTEXT\n") == [("text", "\n  all of {$it}\n")]


def test_an_option_has_the_text_behind_it_as_its_help(statements: Callable[[str, str], list[Statement]]) -> None:
    found = statements("ruby", "opts.on('-v', '--verbose', 'say more')\nopts.on('-q', '--quiet')")
    assert [one.also for one in found if one.kind == "flag"] == [{"help": "say more"}, {"help": "say more"}, {}, {}]
