"""What a program in C shows is told by how its literals are joined and by what they are given to."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

SHOWN = [
    ('printf("it took %d ms\\n", n);', [("log", "it took {d} ms\n")]),
    (
        'void f(void) { my_log(LVL, "cannot " "open %s: " /* why */\n "%ld of %" PRId64 "\\n", p, n, m); }',
        [("log", "cannot open {s}: {d} of {d}\n")],
    ),
    ('void f(void) { complain(c, "I could not do %s twice", what); }', [("log", "I could not do {s} twice")]),
    (
        'void f(void) { replyError(c, n ? "out of range" : "no such key"); }',
        [("error", "out of range"), ("error", "no such key")],
    ),
    ('void f(void) { fprintf(stderr, "fatal: \\x41 \\"q\\" %5.2f%%\\n", n); }', [("log", 'fatal: A "q" {f}%\n')]),
    ('void f(void) { printk(KERN_WARNING "disk %pI4 gone\\n", a); }', [("log", "disk {s} gone\n")]),
    ('void f(void) { trace("worker %ui of %uz", a, b); }', [("log", "worker {d} of {d}")]),
    ('void f(void) { log_warn(_("translated %s"), n); }', [("log", "translated {s}")]),
    (
        'void f(void) { write_stderr("first line" LINEFEED "second line" LINEFEED); }',
        [("log", "first line\nsecond line\n")],
    ),
    ('void f(void) { PyErr_Format(PyExc_ValueError, "bad value %R", x); }', [("error", "bad value {s}")]),
    ('void f(void) { snprintf(b, 3, "/x/%s.rdb", n); }', [("text", "/x/{s}.rdb")]),
    ("void f(void) { printf(\"<td class='x'>%s</td>\", n); }", [("text", "<td class='x'>{s}</td>")]),
    ('#define GONE "no such " THING ": %s"', [("text", "no such {$THING}: {s}")]),
    ('#include "config.h"', []),
    ('int z __attribute__((section("x y")));', []),
    (
        'static struct option longs[] = {{"daemon", no_argument, 0, \'d\'}, {"port", 1, NULL, 112}, {0}};',
        [("flag", "daemon"), ("flag", "port")],
    ),
    (
        'void f(void) { if (!strcmp(argv[1], "--quick")) getopt(argc, argv, "hV:"); }',
        [("flag", "quick"), ("flag", "h"), ("flag", "V")],
    ),
    (
        'void usage(void) { puts("Usage: x\\n  -d, --daemon  run behind\\n  -p PORT, --port=PORT  listen there\\n"); }',
        [
            ("flag", "d"),
            ("flag", "daemon"),
            ("flag", "p"),
            ("flag", "port"),
            ("text", "Usage: x\n  -d, --daemon  run behind\n  -p PORT, --port=PORT  listen there\n"),
        ],
    ),
    ('void usage(void) { puts("  -?,-h : this help\\n"); }', [("flag", "?"), ("flag", "h")]),
    ('void f(void) { secure_getenv("APP_HOME"); }', [("env", "APP_HOME")]),
    (
        'void report_stats(char *b) { out = appendf(b, "uptime:%d\\r\\nused_bytes:%" PRIu64 "\\r\\n", up, used); }',
        [("metric", "uptime"), ("metric", "used_bytes"), ("text", "uptime:{d}\r\nused_bytes:{d}\r\n")],
    ),
    ('void f(void) { add_stat("total_items", n); }', [("metric", "total_items")]),
    (
        'static struct stat_desc stats[] = {{.name = "hits", .desc = "Times found"}};',
        [("metric", "hits"), ("text", "Times found")],
    ),
    ('static conf_command_t commands[] = {{text_string("listen"), 1, set_listen}};', [("config", "listen")]),
    ('void load_config(char *key) { if (!strcasecmp(key, "max-clients")) return; }', [("config", "max-clients")]),
    ('void f(char *key) { if (!strcasecmp(key, "max-clients")) return; }', [("text", "max-clients")]),
    ('void f(void) { createBoolConfig("quiet", NULL, 0); }', [("config", "quiet")]),
    ('APP_INI_ENTRY("app.limit", "30", ALL, on_update)', [("config", "app.limit"), ("text", "30")]),
]


@pytest.mark.parametrize(("source", "expected"), SHOWN)
def test_texts_are_shown_as_what_they_are_given_to_says(
    shown: Callable[[str, str], list[tuple[str, str]]], source: str, expected: list[tuple[str, str]]
) -> None:
    assert shown("c", source) == expected
