"""What is read out of stack traces: what happened and the frames, with paths that say what a repository would."""

from __future__ import annotations

import pytest

from codelens.query.explain.events import Event, Kind, events
from codelens.query.explain.formats import load_formats


def only(text: str) -> Event:
    (event,) = events(text.split("\n"))
    return event


def frames(event: Event) -> list[tuple[str, str, int | None]]:
    return [(each.text, each.hints.path, each.hints.line) for each in event.pieces if each.kind is Kind.FRAME]


def errors(event: Event) -> list[tuple[str, str]]:
    return [(each.detail, each.text) for each in event.pieces if each.kind is Kind.MESSAGE]


GOROUTINES = """\
panic: no water [recovered]
\tpanic: no water

goroutine 1 [running]:
example.org/dam/pump.(*Pump).Start(0xc000, {0x1, 0x2})
\t/go/pkg/mod/example.org/dam@v1.2.3/pump/pump.go:42 +0x1d
main.main.func1(...)
\t/build/main.go:7
created by main.main in goroutine 7
\t/build/main.go:9 +0x3

goroutine 8 [select, 3 minutes]:
example.org/dam/tank.watch(0x1)
\t/src/vendor/example.org/dam/tank/watch.go:3 +0x1

goroutine 9 [select, 4 minutes]:
example.org/dam/tank.watch(0x2)
\t/src/vendor/example.org/dam/tank/watch.go:3 +0x1
exit status 2"""


def test_a_panic_gives_its_message_and_frames_and_folds_goroutines_that_are_equal() -> None:
    event = only(GOROUTINES)
    assert errors(event) == [("", "no water")]
    assert frames(event) == [
        ("example.org/dam/pump.(*Pump).Start", "example.org/dam/pump/pump.go", 41),
        ("main.main.func1", "main.go", 6),
        ("main.main", "main.go", 8),
        ("example.org/dam/tank.watch", "example.org/dam/tank/watch.go", 2),
    ]
    assert event.pieces[-1].detail == "2 times"


TRACEBACK = """\
Traceback (most recent call last):
  File "/usr/lib/python3/dist-packages/dam/pump.py", line 3, in start
    valve.open()
    ^^^^^^^^^^
KeyError: 'valve'

During handling of the above exception, another exception occurred:

Traceback (most recent call last):
  File "dam.py", line 9, in <module>
    main()
dam.errors.Dry: no water: tank 3"""


def test_a_traceback_gives_the_frames_and_errors_of_its_whole_chain() -> None:
    event = only(TRACEBACK)
    assert frames(event) == [("start", "dam/pump.py", 2), ("<module>", "dam.py", 8)]
    assert errors(event) == [("KeyError", "'valve'"), ("dam.errors.Dry", "no water: tank 3")]


def test_a_line_after_a_traceback_is_an_event_of_its_own() -> None:
    first, second = events([*TRACEBACK.split("\n"), "Pump stopped."])
    assert (first.lines, second.text) == (12, "Pump stopped.")


def test_exceptions_with_causes_belong_to_the_line_of_the_log_above() -> None:
    event = only("""\
2026-07-04 08:01:02,003 [main] ERROR org.dam.Pump - cannot start
org.dam.DryException: no water
\tat org.dam.Pump.start(Pump.java:42)
\tat java.base/java.lang.Thread.run(Thread.java:840)
Caused by: java.io.IOException: tank 3 is gone
\tat org.dam.Tank$Reader.read(Tank.java:7) ~[dam.jar:1.0]
\t... 2 more""")
    assert errors(event) == [
        ("", "cannot start"),
        ("org.dam.DryException", "no water"),
        ("java.io.IOException", "tank 3 is gone"),
    ]
    assert frames(event) == [
        ("org.dam.Pump.start", "org/dam/Pump.java", 41),
        ("java.lang.Thread.run", "java/lang/Thread.java", 839),
        ("org.dam.Tank$Reader.read", "org/dam/Tank.java", 6),
    ]


def test_frames_of_scripts_are_read_with_and_without_a_function() -> None:
    event = only("""\
TypeError: no water
    at Pump.start (/srv/app/node_modules/dam/lib/pump.js:42:7)
    at async file:///srv/app/main.mjs:3:1
    at new Tank (node:internal/tank:9:1) {
  code: 'DRY'
}""")
    assert errors(event) == [("TypeError", "no water")]
    assert frames(event) == [
        ("Pump.start", "dam/lib/pump.js", 41),
        ("", "app/main.mjs", 2),
        ("Tank", "internal/tank", 8),
    ]


def test_a_fatal_error_with_numbered_frames_is_read() -> None:
    event = only("""\
PHP Fatal error:  Uncaught Dam\\Dry: no water in /var/www/html/src/Pump.php:42
Stack trace:
#0 /var/www/html/vendor/dam/tank/src/Tank.php(33): Dam\\Tank->read('a')
#1 {main}
  thrown in /var/www/html/src/Pump.php on line 42""")
    assert errors(event) == [("Dam\\Dry", "no water")]
    assert frames(event) == [("Dam\\Tank->read", "dam/tank/src/Tank.php", 32)]
    warning = only("PHP Warning:  Undefined variable $tank in /var/www/html/a.php on line 3").pieces[0]
    assert (warning.text, warning.hints.level, warning.hints.path, warning.hints.line) == (
        "Undefined variable $tank",
        "warning",
        "a.php",
        2,
    )


def test_frames_of_a_debugger_and_of_a_crashed_program_are_read() -> None:
    assert frames(
        only("#0  0x00007f in raise () from /lib/x.so\n#1  0x01 in pump_start (p=0x1, n=3) at src/pump.c:42")
    ) == [
        ("raise", "", None),
        ("pump_start", "src/pump.c", 41),
    ]
    event = only("pumpd 127.0.0.1:80(pump_start+0x26f)[0x5624]\n/lib/x86/libdam.so.6(dam_open+0x1) [0x7f]")
    assert [(each.text, each.hints.program) for each in event.pieces] == [
        ("pump_start", "pumpd"),
        ("dam_open", "libdam.so.6"),
    ]


def test_a_call_trace_of_a_kernel_is_one_event_and_what_follows_is_another() -> None:
    text = """\
[   12.345678] BUG: kernel NULL pointer dereference, address: 0000000000000000
[   12.345679] Oops: 0000 [#1] SMP PTI
[   12.345680] RIP: 0010:dam_open+0x12/0x34 [dam]
[   12.345681] Call Trace:
[   12.345682]  <TASK>
[   12.345683]  ? pump_start+0x1/0x2
[   12.345684] ---[ end trace 0 ]---
[   12.345699] pump 1-1: new valve"""
    trace, after = events(text.split("\n"))
    assert errors(trace) == [("", "BUG: kernel NULL pointer dereference, address: 0000000000000000")]
    assert frames(trace) == [("dam_open", "", None), ("pump_start", "", None)]
    assert after.pieces[0].text == "pump 1-1: new valve"


def test_a_trace_each_of_whose_lines_has_a_prefix_is_read_without_it() -> None:
    event = only("\n".join(f"2026-07-04T08:01:02.000000000Z stderr F {line}" for line in GOROUTINES.split("\n")))
    assert frames(event) == frames(only(GOROUTINES))


def test_a_trace_that_is_a_field_is_read() -> None:
    event = only('{"msg":"dry","stacktrace":"dam.start\\n\\t/go/src/dam/pump.go:42\\nmain.main\\n\\t/app/main.go:3"}')
    assert frames(event) == [("dam.start", "dam/pump.go", 41), ("main.main", "main.go", 2)]
    assert all("/go/src/dam" in event.text[each.start : each.end] for each in event.pieces if each.kind is Kind.FRAME)


def test_a_trace_that_is_cut_gives_the_frames_that_are_there() -> None:
    assert frames(only("goroutine 1 [running]:\ndam.start(0x1)")) == [("dam.start", "", None)]
    assert frames(only('Traceback (most recent call last):\n  File "a.py", line 3, in start')) == [("start", "a.py", 2)]


@pytest.mark.parametrize(
    ("path", "normal"),
    [
        ("/go/pkg/mod/example.org/dam@v1.2.3-rc.1+incompatible/pump/p.go", "example.org/dam/pump/p.go"),
        ("/home/bob/go/src/example.org/dam/p.go", "example.org/dam/p.go"),
        ("/usr/local/go/src/net/http/server.go", "net/http/server.go"),
        ("/usr/lib/go-1.22/src/net/http/server.go", "net/http/server.go"),
        ("/src/vendor/example.org/dam/p.go", "example.org/dam/p.go"),
        ("vendor/example.org/dam/p.go", "example.org/dam/p.go"),
        ("/usr/lib/python3.11/json/decoder.py", "json/decoder.py"),
        ("/opt/venv/lib/python3.12/site-packages/dam/p.py", "dam/p.py"),
        ("/srv/app/node_modules/a/node_modules/dam/p.js", "dam/p.js"),
        ("C:\\work\\dam\\p.c", "C:/work/dam/p.c"),
        ("/home/runner/work/dam/dam/pump/p.c", "pump/p.c"),
        ("/usr/src/debug/dam-1.2.3/pump/p.c", "pump/p.c"),
        ("../../pump/p.c", "pump/p.c"),
        ("pump/p.c", "pump/p.c"),
        ("/", "/"),
    ],
)
def test_a_path_loses_what_comes_from_a_build_or_an_installation(path: str, normal: str) -> None:
    assert load_formats().normalised(path) == normal


PANIC = """\
thread 'main' panicked at 'no water: Dry', src/pump.rs:42:9
stack backtrace:
   0: rust_begin_unwind
             at /rustc/90c541806f23a127002de5b4038be731ba1458ca/library/std/src/panicking.rs:578:5
   1: dam::pump::Pump::start
             at ./src/pump.rs:42:9
   2: dam::main::{{closure}}
             at /home/ci/.cargo/registry/src/index.example.org-6f17d22bba15001f/dam-1.2.3/src/main.rs:7:5
   3: <dam::Tank as core::iter::Iterator>::next
   4: dam::watch::<u8>::h0123456789abcdef
note: run with `RUST_BACKTRACE=full` for a verbose backtrace."""


def test_a_panic_with_numbered_frames_gives_names_without_what_the_compiler_added() -> None:
    event = only(PANIC)
    assert errors(event) == [("", "no water: Dry")]
    assert event.pieces[0].hints.path == "src/pump.rs"
    assert frames(event) == [
        ("rust_begin_unwind", "library/std/src/panicking.rs", 577),
        ("dam::pump::Pump::start", "src/pump.rs", 41),
        ("dam::main", "src/main.rs", 6),
        ("dam::Tank", "", None),
        ("dam::watch", "", None),
    ]


def test_a_panic_that_says_its_place_first_gives_that_place() -> None:
    (event, said) = events(["thread 'tank-7' panicked at src/tank.rs:3:1:", "no water"])
    assert frames(event) == [("", "src/tank.rs", 2)]
    assert said.text == "no water"


RAISED = """\
/srv/dam/lib/pump.rb:42:in `block (2 levels) in start': no water (Dam::DryError)
\tfrom /usr/lib/ruby/gems/3.1.0/gems/tank-1.2.3/lib/tank.rb:3:in `each'
\tfrom lib/main.rb:7:in 'Dam::Pump#run'
\tfrom bin/dam:9:in `<main>'"""


def test_what_was_raised_gives_its_error_and_the_methods_around_blocks() -> None:
    event = only(RAISED)
    assert errors(event) == [("Dam::DryError", "no water")]
    assert frames(event) == [
        ("each", "lib/tank.rb", 2),
        ("Dam::Pump#run", "lib/main.rb", 6),
        ("", "bin/dam", 8),
    ]


DOTTED = """\
Unhandled exception. Dam.DryException: no water
 ---> System.IO.IOException: closed
   at Dam.Tank.Read(String name, Int32 count) in /src/Dam/Tank.cs:line 3
   --- End of inner exception stack trace ---
   at Dam.Pump.<>c__DisplayClass1_0.<Start>b__0() in /src/Dam/Pump.cs:line 42
   at System.Threading.Thread.Run()
   at Dam.Program.Main(String[] args)"""


def test_an_exception_with_its_inner_one_gives_both_and_their_frames() -> None:
    outer, inner = events(DOTTED.split("\n"))
    assert errors(outer) == [("Dam.DryException", "no water")]
    assert errors(inner) == [("System.IO.IOException", "closed")]
    assert [(text, line) for text, _, line in frames(inner)] == [
        ("Dam.Tank.Read", 2),
        ("Start", 41),
        ("System.Threading.Thread.Run", None),
        ("Dam.Program.Main", None),
    ]


@pytest.mark.parametrize(
    ("line", "frame"),
    [
        ("  in function  pump:start/2 (src/pump.erl, line 42)", ("pump:start", "src/pump.erl", 41)),
        ("  in call from pump:start/2 (src/pump.erl, line 42)", ("pump:start", "src/pump.erl", 41)),
        ("\t/opt/dam/pump.lua:42: in function 'start'", ("start", "dam/pump.lua", 41)),
        ("\t./pump.lua:42: in main chunk", ("", "pump.lua", 41)),
        (
            "\tDam::Pump::start('x', 1) called at /opt/lib/Dam/Pump.pm line 42",
            ("Dam::Pump::start", "lib/Dam/Pump.pm", 41),
        ),
    ],
)
def test_frames_of_other_languages_have_function_path_and_line(line: str, frame: tuple[str, str, int | None]) -> None:
    assert frames(only("stack traceback:\n" + line)) == [frame]
