"""The forms of a text find what they were made for, leave out what is another thing, and take nothing for syntax."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from codelens.query.recipes.forms import EXPRESSIONS, FORMS

FOUND = [
    ("bare", "--snap-count=5", "snap-count"),
    ("bare", "-v 4", "v"),
    ("bare", "-", "-"),
    ("last", "pier.example.org/rope", "rope"),
    ("last", "rope", "rope"),
    ("words", "--HTTPSnap-count", "http snap count"),
]

# A form, a text, what it finds whole, and what it doesn't.
MATCHES = [
    ("spelled", "--snap-count", ["snap-count", "SnapCount", "SNAP_COUNT", "snap.count"],
     ["snap", "snap/count", "snapcounts"]),
    ("spelled", "ttl", ["ttl", "TTL"], ["tt", "t.t.l"]),
    ("dotted", "net.ipv4.ip_forward", ["net/ipv4/ip_forward", "net.ipv4.ip_forward"], ["net_ipv4_ip_forward"]),
    ("tail", "pier_rope_wear_seconds", ["pier_rope_wear_seconds", "rope_wear_seconds", "wear_seconds", "WearSeconds"],
     ["seconds", "pier_wear_seconds", "pier_rope"]),
    ("tail", "PIER_ROPE", ["rope", "pier-rope"], ["pier"]),
    ("tail", "up", ["up"], ["u"]),
    ("most", "pier-rope-wear", ["pier_rope", "PierWear", "rope.wear"], ["pier", "pier-rope-wear"]),
    ("metric", "pier_rope_wear_seconds_bucket", ["pier_rope_wear_seconds", "wear_seconds"], ["seconds", "wear"]),
    ("metric", "pier_wear_total", ["wear_total", "pier_wear_total"], ["wear", "pier_wear", "WearTotal"]),
    ("metric", "pier_boats_moored_total", ["boats_moored_total", "boats_moored"], ["moored_total"]),
    ("head", "PIER_GATE_Wide", ["PIER_GATE_", "PIER_", "PIER"], ["PIER_GATE_Wide", "pier_", "GATE_"]),
    ("templates", 'Boat "emma" (PID 7) is 3.5m too long, says Anna',
     ["Boat %q (PID %d) is %.1fm too long, says %s", "Boat {} ({}) is {} too long, says {}".replace("({})", "({} {})"),
      "boat ${name} (PID ${pid}) is %v too long, says $who"],
     ["Boat %q (PID %d) is %.1fm too short, says %s", "%s"]),
    ("templates", "PLEG is not healthy", ["%s is not healthy", "pleg is not healthy"], ["%s is %s healthy"]),
    ("path", "POST /boats/{id}/moor",
     ["/boats/{name:.*}/moor", "/boats/:id/moor", "/boats/<int:id>/moor", "/boats/%s/moor", "/boats/${id}/moor",
      "boats/*/moor", '/boats/" + id + "/moor', "/boats/(?P<id>[0-9]+)/moor"],
     ["/boats/moor", "/boats/{id}/{x}/moor", "/piers/{id}/moor", "/boats/{id}/start"]),
    ("path", "https://pier.example.org/v1.4/boats/7?all=1", ["/{version}/boats/{id}", "/boats/7"],
     ["/x/boats/{id}"]),
    ("path", "/-/reload", ["/-/reload"], ["/{x}/reload", "/:a/:b"]),
    ("ending", "/v1.4/boats/7", ["/boats/{id}", "/{version}/boats/{id}"], ["/{id}", "/piers/{id}"]),
    ("ending", "/api/boats/list", ["/list", "/boats/list", "/api/boats/list"], ["/api/list", "/boats"]),
]  # fmt: skip


@pytest.mark.parametrize(("form", "text", "expected"), FOUND)
def test_a_plain_form_is_a_text(form: str, text: str, expected: str) -> None:
    assert list(FORMS[form](text)) == [expected]


@pytest.mark.parametrize(("form", "text", "matching", "other"), MATCHES)
def test_a_form_matches_the_spellings_of_a_text_and_nothing_else(
    form: str, text: str, matching: list[str], other: list[str]
) -> None:
    (expression,) = FORMS[form](text)
    assert [each for each in matching if not re.fullmatch(expression, each)] == []
    assert [each for each in other if re.fullmatch(expression, each)] == []


def test_a_wrapped_message_has_its_layers() -> None:
    text = 'ship failed: rpc error: code = Unknown desc = no berth 7: "pier": it: no berth 7'
    assert list(FORMS["pieces"](text)) == ["ship failed", "rpc error", "code = Unknown", "no berth 7", '"pier"']
    assert list(FORMS["pieces"]("no berth 7: it")) == []


@pytest.mark.parametrize("form", sorted(FORMS))
@given(text=st.text(max_size=60))
def test_no_text_breaks_a_form(form: str, text: str) -> None:
    for each in FORMS[form](text):
        assert each
        if form in EXPRESSIONS:
            re.compile(each)


@given(text=st.text(min_size=1, alphabet=".*+?()[]{}|^$\\ab/"))
def test_nothing_of_a_path_is_taken_for_an_expression(text: str) -> None:
    for segment in filter(None, text.split("/")):
        for each in FORMS["path"](f"/a/{segment.replace('.', '')}"):
            assert not re.fullmatch(each, "/a/bb/aa")
