"""What is read out of short texts and of pieces of files: alternatives in order, and the sections around a key."""

from __future__ import annotations

import pytest

from codelens.query.explain.events import Event, Kind, events

CONFIG, METRIC, FLAG, ENV, ROUTE, FRAME, MESSAGE = (
    Kind.CONFIG,
    Kind.METRIC,
    Kind.FLAG,
    Kind.ENV,
    Kind.ROUTE,
    Kind.FRAME,
    Kind.MESSAGE,
)


def only(text: str) -> Event:
    (event,) = events(text.split("\n"))
    return event


def kinds(event: Event) -> list[tuple[Kind, str]]:
    return [(piece.kind, piece.text) for piece in event.pieces]


@pytest.mark.parametrize(
    ("text", "first", "also"),
    [
        ("tank_limit", (CONFIG, "tank_limit"), [METRIC, FLAG, ENV, MESSAGE]),
        ("dam_tank_level_total", (METRIC, "dam_tank_level_total"), [CONFIG, MESSAGE]),
        ("dam_valve_seconds_bucket", (METRIC, "dam_valve_seconds_bucket"), [CONFIG]),
        ("tank-limit", (CONFIG, "tank-limit"), [FLAG, MESSAGE]),
        ("tank_configs:", (CONFIG, "tank_configs"), [METRIC]),
        ("tank-limit 300", (CONFIG, "tank-limit"), [MESSAGE]),
        ("tank_limit 300", (METRIC, "tank_limit"), [CONFIG, MESSAGE]),
        ("tanks 3 4", (CONFIG, "tanks"), [MESSAGE]),
        ("tank_limit=300", (CONFIG, "tank_limit"), [METRIC, MESSAGE]),
        ("tank_limit: 300", (CONFIG, "tank_limit"), [MESSAGE]),
        ("tank_limit:300", (METRIC, "tank_limit"), [CONFIG, MESSAGE]),
        ("tank_limit 4;", (CONFIG, "tank_limit"), [MESSAGE]),
        ("DAM_TANK", (ENV, "DAM_TANK"), [CONFIG, MESSAGE]),
        ("DAM_TANK=3", (ENV, "DAM_TANK"), [MESSAGE]),
        ("export DAM_TANK=3", (ENV, "DAM_TANK"), [MESSAGE]),
        ("--tank.limit", (FLAG, "tank.limit"), [MESSAGE]),
        ("--tank-limit=3", (FLAG, "tank-limit"), [MESSAGE]),
        ("-X tank", (FLAG, "X"), [MESSAGE]),
        ("$ pumpd --tank 3", (FLAG, "tank"), [MESSAGE]),
        ("DRY=1 pumpd --tank 3", (ENV, "DRY"), [FLAG, MESSAGE]),
        ('dam_level{tank="3"} 4.5', (METRIC, "dam_level"), []),
        ("dam_level_low_total 4.5 1783152062000", (METRIC, "dam_level_low_total"), []),
        ("dam.level:3|g|#tank:3", (METRIC, "dam.level"), []),
        ("GET /tanks/3?all=1 HTTP/1.1", (ROUTE, "/tanks/3"), [MESSAGE]),
        ("DELETE https://dam.example.org/tanks/3", (ROUTE, "/tanks/3"), [MESSAGE]),
        ("https://dam.example.org/tanks?x=1", (ROUTE, "/tanks"), [MESSAGE]),
        ("/dam.v1.Tanks/List", (ROUTE, "/dam.v1.Tanks/List"), [MESSAGE]),
        ("[tank]", (CONFIG, "tank"), [MESSAGE]),
        ("Dam::Tank::open", (FRAME, "Dam::Tank::open"), [MESSAGE]),
        ("pump.go:42", (FRAME, ""), [MESSAGE]),
        ("no such tank", (MESSAGE, "no such tank"), []),
        ("Error: no such tank: 3", (MESSAGE, "Error: no such tank: 3"), []),
        ("-DRY there is no water in here", (MESSAGE, "-DRY there is no water in here"), [FLAG]),
        ("--tank must be one of 'a' and 'b'", (MESSAGE, "--tank must be one of 'a' and 'b'"), [FLAG]),
    ],
)
def test_a_short_text_gives_what_it_may_be_the_likeliest_first(
    text: str, first: tuple[Kind, str], also: list[Kind]
) -> None:
    found = kinds(only(text))
    assert found[0] == first
    assert set(also) <= {kind for kind, _ in found}
    if also == []:
        assert METRIC not in {kind for kind, _ in found[1:]}


def test_flags_know_their_program_and_value() -> None:
    event = only("DRY=1 ./bin/pumpd serve -v --tank '3 4' --limit=5")
    assert [(each.text, each.detail, each.hints.program) for each in event.pieces[:-1]] == [
        ("DRY", "1", ""),
        ("tank", "3 4", "pumpd"),
        ("limit", "5", "pumpd"),
        ("v", "", "pumpd"),
    ]


def test_help_output_gives_each_flag_with_what_it_says() -> None:
    text = """\
Usage: pumpd [OPTIONS]

Options:
  -d, --daemon              Run in the background
      --[no-]listen=ADDR    Where to listen
                            (default :80)
  -v                        Say more"""
    found = [piece for event in events(text.split("\n")) for piece in event.pieces if piece.kind is FLAG]
    assert [(each.text, each.detail, each.hints.program) for each in found] == [
        ("daemon", "Run in the background", "pumpd"),
        ("d", "Run in the background", "pumpd"),
        ("listen", "Where to listen (default :80)", "pumpd"),
        ("v", "Say more", "pumpd"),
    ]


def test_the_text_of_a_flag_may_stand_in_the_line_below() -> None:
    assert [(each.text, each.detail) for each in only("  -tank string\n    \tWhich tank").pieces] == [
        ("tank", "Which tank")
    ]


@pytest.mark.parametrize(
    ("text", "keys"),
    [
        ("dam:\n- name: a\n  level: 3", [("level", "dam"), ("name", "dam"), ("dam", "")]),
        (
            "dam:\n  tank:\n    level: 3\n  pump: 4",
            [("pump", "dam"), ("level", "dam.tank"), ("tank", "dam"), ("dam", "")],
        ),
        ("[dam]\nlevel = 3\n\n# more\npump=4", [("pump", "dam"), ("level", "dam"), ("dam", "")]),
        (
            "dam {\n  tank {\n    level 3;\n  }\n  pump on;\n}",
            [("pump", "dam"), ("level", "dam.tank"), ("tank", "dam"), ("dam", "")],
        ),
        ("define tank {\n level 3", [("level", "define tank"), ("define tank", "")]),
    ],
)
def test_a_part_of_a_config_file_gives_its_last_key_first_and_the_sections_around(
    text: str, keys: list[tuple[str, str]]
) -> None:
    assert [(each.text, each.detail) for each in only(text).pieces] == keys


def test_a_page_of_metrics_explains_samples_by_the_help_above() -> None:
    page = ["# HELP dam_level How full.", "# TYPE dam_level histogram", 'dam_level_bucket{le="3"} 4', "other 3"]
    found = [event.pieces[0] for event in events(page)]
    assert [(each.text, each.detail) for each in found] == [
        ("dam_level", "How full."),
        ("dam_level", "How full."),
        ("dam_level_bucket", "How full."),
        ("other", ""),
    ]
