"""What is read out of lines of logs, format by format: the message, its errors, and what the header says."""

from __future__ import annotations

import pytest

from codelens.query.explain.events import Event, Hints, Kind, events


def read(text: str) -> list[Event]:
    return list(events(text.split("\n")))


def only(text: str) -> Event:
    (event,) = read(text)
    return event


def messages(event: Event) -> list[str]:
    return [piece.text for piece in event.pieces if piece.kind is Kind.MESSAGE]


# A line, its format, its messages, and what its header must say.
LINES: list[tuple[str, str, list[str], dict[str, object]]] = [
    (
        "W0704 08:01:02.345678    17 pump.go:42] Water level of tank 3 is low",
        "klog",
        ["Water level of tank 3 is low"],
        {"level": "warning", "path": "pump.go", "line": 41},
    ),
    (
        'E20260704 08:01:02.345678 17 deep/pump.go:7] "Valve stuck" valve="north" err="no answer from \\"v1\\""',
        "klog",
        ["Valve stuck", 'no answer from "v1"'],
        {"level": "error", "path": "deep/pump.go", "line": 6},
    ),
    (
        'ts=2026-07-04T08:01:02Z caller=pump.go:42 level=warn component=tank msg="level is low" err="a \\"b\\"\\tc"',
        "logfmt",
        ["level is low", 'a "b"\tc'],
        {"level": "warning", "path": "pump.go", "line": 41, "logger": "tank", "seconds": 1783152062.0},
    ),
    ('time="2026-07-04T08:01:02Z" level=fatal msg="no water"', "logfmt", ["no water"], {"level": "fatal"}),
    ('msg="valve closed" valve=2', "logfmt", ["valve closed"], {}),
    ('err="valve 2: stuck"', "logfmt", ["valve 2: stuck"], {}),
    (
        "time=2026-07-04T08:01:02.000+02:00 level=INFO source=/usr/local/go/src/net/pump.go:9 msg=hello n=3",
        "logfmt",
        ["hello"],
        {"path": "net/pump.go", "line": 8, "seconds": 1783144862.0},
    ),
    (
        '{"level":"error","logger":"t","ts":1783152062.5,"caller":"wet/pump.go:42","msg":"pump \\u0041","error":"dry"}',
        "json",
        ["pump A", "dry"],
        {"level": "error", "path": "wet/pump.go", "line": 41, "seconds": 1783152062.5, "logger": "t"},
    ),
    (
        '{"name":"tank","pid":3,"level":40,"msg":"low","time":"2026-07-04T08:01:02Z","v":0}',
        "json",
        ["low"],
        {"level": "warning"},
    ),
    ('{"status":"error","error":"no such tank: \\"x\\""}', "json", ['no such tank: "x"'], {}),
    ('{"error":{"code":404,"message":"no such tank"}}', "json", ["no such tank"], {}),
    ('{"errors":[{"message":"first"},{"message":"second"}]}', "json", ["first", "second"], {}),
    (
        '{"log":"2026/07/04 08:01:02 pump.go:42: stuck\\n","stream":"stderr","time":"2026-07-04T08:01:03Z"}',
        "glog-like",
        ["stuck"],
        {"path": "pump.go", "line": 41},
    ),
    ("2026/07/04 08:01:02 listening on :80", "standard-log", ["listening on :80"], {"seconds": 1783152062.0}),
    ("2026/07/04 08:01:02 WARN low tank=3", "slog-default", ["low"], {"level": "warning"}),
    ("<13>Jul  4 08:01:02 dam pumpd[12]: valve open", "syslog-3164", ["valve open"], {"program": "pumpd"}),
    ("<13>1 2026-07-04T08:01:02Z dam pumpd 12 ID1 - valve open", "syslog-5424", ["valve open"], {"program": "pumpd"}),
    ("2026-07-04T08:01:02+0000 dam pumpd[12]: valve open", "syslog-iso", ["valve open"], {"program": "pumpd"}),
    (
        "Jul 04 08:01:02 dam pumpd[12]: I0704 08:01:02.000001 12 pump.go:3] open",
        "klog",
        ["open"],
        {"program": "pumpd", "level": "info", "line": 2},
    ),
    (
        '2026/07/04 08:01:02 [crit] 7#8: *9 open() failed, client: 10.0.0.1, server: x, request: "PUT /t HTTP/1.1"',
        "nginx",
        ["open() failed"],
        {"level": "fatal"},
    ),
    (
        "12:M 04 Jul 2026 08:01:02.003 # pump is low",
        "redis",
        ["pump is low"],
        {"level": "warning", "seconds": 1783152062.003},
    ),
    ("[1783152062] PUMP ALERT: north;DOWN", "epoch", ["PUMP ALERT: north;DOWN"], {"seconds": 1783152062.0}),
    (
        "2026-07-04 08:01:02,003 [worker-1] WARN  org.dam.Pump - low",
        "java-thread",
        ["low"],
        {"logger": "org.dam.Pump", "level": "warning"},
    ),
    (
        "2026-07-04T08:01:02.003Z ERROR 1 --- [   main] o.d.w.Pump    : stuck (a)",
        "java-level-first",
        ["stuck (a)"],
        {"logger": "o.d.w.Pump", "level": "error"},
    ),
    (
        "[2026-07-04 08:01:02,003] INFO [Pump 1] started (org.dam.Pump)",
        "java-bracketed",
        ["started"],
        {"level": "info"},
    ),
    ("CRITICAL:dam.pump:no power", "python-default", ["no power"], {"logger": "dam.pump", "level": "fatal"}),
    ("2026-07-04 08:01:02,003 - dam.pump - ERROR - no power", "python-dashes", ["no power"], {"logger": "dam.pump"}),
    ("[    2.345678] pump 1-1: new valve", "kernel", ["pump 1-1: new valve"], {}),
    ("2026-07-04T08:01:02.123456789Z stderr F valve open", "cri", ["valve open"], {"seconds": 1783152062.123456789}),
    ("[pod/dam-1/pump] valve open", "kubectl", ["valve open"], {"program": "dam-1/pump"}),
    ("pump-1  | valve open", "compose", ["valve open"], {"program": "pump"}),
    ("\x1b[33mWARN\x1b[0m[0012] low                  tank=3", "logrus-terminal", ["low"], {"level": "warning"}),
    ("[33mWARN[0m[0012] low                  tank=3", "logrus-terminal", ["low"], {"level": "warning"}),
    ("2026-07-04 08:01:02.003 | ERROR | pump is stuck", "dated", ["pump is stuck"], {"level": "error"}),
    ("2026-07-04T08:01:02Z pump is stuck", "dated", ["pump is stuck"], {"seconds": 1783152062.0}),
    ("[ERROR] pump is stuck", "bracketed-level", ["pump is stuck"], {"level": "error"}),
]


@pytest.mark.parametrize(("line", "form", "said", "hints"), LINES, ids=[row[0][:60] for row in LINES])
def test_a_line_of_a_known_format_gives_its_message_and_what_its_header_says(
    line: str, form: str, said: list[str], hints: dict[str, object]
) -> None:
    event = only(line)
    assert event.form == form
    assert messages(event) == said
    first = next(piece for piece in event.pieces if piece.kind is Kind.MESSAGE)
    assert {name: getattr(first.hints, name) for name in hints} == hints


@pytest.mark.parametrize("line", [row[0] for row in LINES if "\\" not in row[0]], ids=str)
def test_a_message_that_needs_no_decoding_stands_where_it_says(line: str) -> None:
    event = only(line)
    for piece in event.pieces:
        assert event.text[piece.start : piece.end] == piece.text


def test_a_decoded_field_says_where_it_was_written() -> None:
    event = only('level=error msg=low err="tank \\"3\\": empty"')
    error = event.pieces[1]
    assert event.text[error.start : error.end] == 'tank \\"3\\": empty'


def test_an_error_in_the_middle_of_a_message_is_a_piece_of_its_own() -> None:
    event = only("E0704 08:01:02.345678 1 pump.go:4] Stopping pump, err=valve stuck: no power tank=3")
    assert messages(event) == ["Stopping pump, err=valve stuck: no power tank=3", "valve stuck: no power"]


def test_indented_lines_continue_a_message() -> None:
    first, second = read("2026/07/04 08:01:02 config:\n\ttank: 3\n2026/07/04 08:01:03 next")
    assert messages(first) == ["config:\n\ttank: 3"]
    assert (first.lines, second.line) == (2, 2)


def test_a_request_in_a_log_is_a_route_with_its_method() -> None:
    for line in (
        '10.0.0.1 - bob [04/Jul/2026:08:01:02 +0000] "GET /tanks/3?x=1 HTTP/1.1" 200 12 "-" "agent"',
        '2026/07/04 08:01:02 [error] 7#8: *9 no, client: 10.0.0.1, server: x, request: "GET /tanks/3?x=1 HTTP/1.1"',
    ):
        route = only(line).pieces[0]
        assert (route.kind, route.text, route.detail) == (Kind.ROUTE, "/tanks/3", "GET")


def test_a_cut_line_of_json_gives_what_can_be_told_and_says_so() -> None:
    event = only('{"level":"warn","msg":"tank is low","err":"sensor is br')
    assert messages(event) == ["tank is low", "sensor is br"]
    assert "broken" in event.skipped


def test_json_over_several_lines_is_one_event() -> None:
    event = only('{\n  "kind": "Status",\n  "message": "no such tank"\n}')
    assert (event.lines, messages(event)) == (4, ["no such tank"])
    assert event.text[event.pieces[0].start : event.pieces[0].end] == "no such tank"


def test_a_line_of_no_known_format_is_a_message() -> None:
    event = only("The north pump has been started by somebody.")
    assert (event.form, messages(event)) == ("", ["The north pump has been started by somebody."])
    assert event.pieces[0].hints == Hints()


def test_lines_of_several_programs_are_not_put_together() -> None:
    first, second = read("a-1  | valve open\nb-1  |   and shut")
    assert [first.pieces[0].hints.program, second.pieces[0].hints.program] == ["a", "b"]


def test_a_log_line_without_a_message_is_where_it_was_logged() -> None:
    (event,) = events(["ts=2026-11-20T12:00:00Z caller=harbour.go:12 level=info berth=7"])
    (piece,) = event.pieces
    assert (event.form, piece.kind, piece.text) == ("logfmt", Kind.FRAME, "")
    assert (piece.hints.path, piece.hints.line) == ("harbour.go", 11)
