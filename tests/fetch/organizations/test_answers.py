"""Whatever a host answers ends, costs a bounded amount, and is one line; what is remembered stands in."""

from __future__ import annotations

import gzip
import json
import socket
import threading
from contextlib import suppress
from typing import TYPE_CHECKING

import pytest
from loopback_host import BOUNDS, NOW, SECRET, send

from codelens.errors import FetchError
from codelens.fetch.organizations.asking import Bounds
from codelens.fetch.organizations.expansion import Reason

if TYPE_CHECKING:
    from collections.abc import Callable

    from loopback_host import Asked, Handler, Host

HOUR, DAY = 3_600, 86_400


def told(asked: Asked, **fields: object) -> str:
    """What a person is told when there is no list."""
    with pytest.raises(FetchError) as raised:
        asked.expand(**fields)
    message = str(raised.value)
    assert message.startswith(f"repos.yaml: coreos/*: 127.0.0.1:{asked.host.port} ")
    assert message.isprintable()
    return message


def answers(status: int, body: object, **headers: str) -> Callable[[Handler], None]:
    return lambda request: send(request, status, body, {name.replace("_", "-"): text for name, text in headers.items()})


def breaks_off(request: Handler) -> None:
    """The line breaks in the middle of an answer."""
    request.send_response_only(200)
    request.send_header("Content-Length", "1000")
    request.end_headers()
    request.wfile.write(b"[")
    request.wfile.flush()
    request.connection.shutdown(socket.SHUT_RDWR)
    request.close_connection = True


def is_silent(request: Handler) -> None:
    """Nothing comes until the other side gives up."""
    request.send_response_only(200)
    request.connection.settimeout(5)
    with suppress(OSError):
        request.connection.recv(1)
    request.close_connection = True


def has_no_end(request: Handler) -> None:
    """JSON that goes on and on."""
    request.send_response_only(200)
    request.send_header("Content-Type", "application/json")
    request.end_headers()
    with suppress(OSError):
        while True:
            request.wfile.write(b'["",' * 4_000)


def drips(request: Handler) -> None:
    """A byte now and then."""
    request.send_response_only(200)
    request.send_header("Content-Type", "application/json")
    request.end_headers()
    gone = threading.Event()
    with suppress(OSError):
        while not gone.wait(0.02):
            request.wfile.write(b" ")


BOMB = gzip.compress(b"[" + b" " * 5_000_000 + b"]")
DEEP = b"[" * 100_000
NO_LIST = pytest.mark.parametrize(
    ("fault", "words"),
    [
        (
            answers(200, b"<html>Sign in</html>", Content_Type="text/html; charset=utf-8"),
            "answers text/html instead of",
        ),
        (answers(200, b'[{"full_name": '), "answers something that is not JSON"),
        (answers(200, b""), "answers something that is not JSON"),
        (answers(200, b"\xff\xfe["), "answers something that is not JSON"),
        (answers(200, DEEP), "answers something that is not JSON"),
        (answers(200, {"message": "hello\x1b[31m"}), "answers JSON that is no list (hello [31m)"),
        (answers(200, 7), "answers JSON that is no list (no message)"),
        (
            answers(302, None, Location="https://login.example.org/?from=x"),
            "a redirect is of https://login.example.org, which was not asked",
        ),
        (answers(302, None, Location="file:///etc/passwd"), "leads elsewhere: a redirect is of file://"),
        (answers(401, {"message": "Requires authentication"}), "asks for a token; set CODELENS_TOKEN_127_0_0_1"),
        (
            answers(403, {"message": "Resource protected by SAML"}),
            "denies access (Resource protected by SAML); check the token in CODELENS_",
        ),
        (answers(403, b"no"), "denies access; check"),
        (answers(418, {"error": "x" * 999}), "answers 418 (" + "x" * 200 + "…)"),
        (
            answers(200, [], Link='<https://evil.example/2>; rel="next"'),
            "the next page is of https://evil.example, which",
        ),
        (answers(200, [], Link='<http://127.0.0.1:1/2>; rel="next"'), "the next page is of http://127.0.0.1:1, which"),
        (answers(200, [], Link='<http://[::1>; rel="next"'), "leads to what is no address"),
        (answers(200, BOMB, Content_Encoding="gzip"), "sends a page of more than 200,000 bytes"),
        (answers(200, b"no gzip", Content_Encoding="gzip"), "can't be asked"),
        (has_no_end, "sends a page of more than 200,000 bytes, whose rest was not read"),
    ],
)


@NO_LIST
def test_each_answer_that_is_no_list_is_one_line(
    host: Host, asked: Asked, fault: Callable[[Handler], None], words: str
) -> None:
    host.faults = [fault]
    assert words in told(asked)
    assert not asked.waits


@NO_LIST
def test_and_what_is_remembered_stands_in_with_its_age(
    host: Host, asked: Asked, fault: Callable[[Handler], None], words: str
) -> None:
    host.organisation("coreos", host.repository("coreos/fleet"))
    fresh = asked.expand()
    asked.now += 3 * DAY + HOUR
    host.owners.clear()
    host.faults = [fault]
    found = asked.expand()
    assert found.repositories == fresh.repositories
    assert found.age == 3 * DAY + HOUR
    assert found.note.startswith(f"organisation list is 3 days old: 127.0.0.1:{host.port}")
    assert words in found.note


@pytest.mark.parametrize(
    ("fault", "words"),
    [
        (answers(500, b"<html>"), "is out of order (it answers 500)"),
        (answers(502, b""), "is out of order (it answers 502)"),
        (answers(503, b""), "is out of order (it answers 503)"),
        (breaks_off, "does not answer"),
        (is_silent, "does not answer"),
    ],
)
def test_what_is_broken_for_a_moment_is_asked_again(
    host: Host, asked: Asked, fault: Callable[[Handler], None], words: str
) -> None:
    host.organisation("coreos", host.repository("coreos/fleet"))
    host.faults = [fault, fault]
    bounds = Bounds(connecting=5, silence=0.2, request=5)
    assert [each.name for each in asked.expand(bounds=bounds).repositories] == ["fleet"]
    assert asked.waits == [1, 3]
    assert len(asked.told) == 2
    assert words in asked.told[0]
    host.faults = [fault, fault, fault]
    assert words in asked.expand(bounds=bounds).note


def test_a_next_page_that_is_not_there_is_said(host: Host, asked: Asked) -> None:
    host.faults = [answers(200, [], Link='</api/v3/nowhere>; rel="next"')]
    assert "says that the next page of the list is not there" in told(asked)


def test_an_unchanged_page_that_nobody_remembers_is_no_answer(host: Host, asked: Asked) -> None:
    host.faults = [answers(304, None)]
    assert "says that a page is as it was, and nobody had asked whether it is" in told(asked)


def test_a_redirect_to_what_is_no_address_is_no_answer(host: Host, asked: Asked) -> None:
    host.faults = [answers(302, None, Location="http://[::1")] * 3
    assert "does not answer (Invalid URL in location header" in told(asked)


def test_an_answer_that_drips_ends(host: Host, asked: Asked) -> None:
    host.faults = [drips]
    assert "sends a page without an end" in told(asked, bounds=Bounds(silence=5, request=0.3))


def test_a_host_that_is_not_there_is_not_waited_for(host: Host, asked: Asked) -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:
        host.port = server.getsockname()[1]
    assert "can't be reached" in told(asked)
    assert not asked.waits


def test_redirects_in_a_circle_end(host: Host, asked: Asked) -> None:
    host.faults = [answers(302, None, Location="/api/v3/a")] * 9
    assert "redirects without an end" in told(asked)


def test_next_pages_in_a_circle_end(host: Host, asked: Asked) -> None:
    again = answers(200, [], Link='</api/v3/again?page=2>; rel="next"')
    host.faults = [again, again]
    assert "so the list has no end" in told(asked)


def test_pages_without_an_end_end(host: Host, asked: Asked) -> None:
    host.faults = [answers(200, [], Link=f'</api/v3/more?page={page}>; rel="next"') for page in range(2, 40)]
    assert "has more than 9 pages of what coreos has" in told(asked)
    assert len(host.asked) == BOUNDS.pages


@pytest.mark.parametrize(
    "wrong",
    [
        {"full_name": "coreos/../../etc"},
        {"full_name": "coreos/.."},
        {"full_name": "coreos/a/"},
        {"full_name": "coreos"},
        {"full_name": "coreos/a\x1b[2J"},
        {"full_name": "coreos/a b"},
        {"full_name": "coreos/" + "a" * 101},
        {"full_name": "coreos/\u0435tcd"},
        {"full_name": None},
        {"full_name": ["coreos/a"]},
        {"clone_url": "https://evil.example/coreos/a.git"},
        {"clone_url": "http://127.0.0.1:1/coreos/a.git"},
        {"clone_url": "file:///etc"},
        {"clone_url": "ssh://127.0.0.1/coreos/a"},
        {"clone_url": "{site}@evil.example/coreos/a"},
        {"clone_url": "{site}/coreos/a?x=1"},
        {"clone_url": "{site}/coreos/../a"},
        {"clone_url": "{site}/coreos/a\n"},
        {"clone_url": "http://[::1/coreos/a"},
        {"clone_url": "--upload-pack=x"},
        {"clone_url": None},
    ],
    ids=str,
)
def test_what_can_not_be_used_is_left_out_and_counted(host: Host, asked: Asked, wrong: dict[str, object]) -> None:
    site = {name: text.replace("{site}", host.site) if isinstance(text, str) else text for name, text in wrong.items()}
    host.organisation("coreos", {**host.repository("coreos/a"), **site}, host.repository("coreos/fleet"))
    found = asked.expand()
    assert [each.name for each in found.repositories] == ["fleet"]
    assert found.left_out == {Reason.UNUSABLE: 1}


def test_items_of_another_form_are_counted_and_odd_sizes_are_no_sizes(host: Host, asked: Asked) -> None:
    sizes = (-1, 0, True, "12", 10**30, 1.5, None)
    odd = [host.repository(f"coreos/r{number}", size=size) for number, size in enumerate(sizes)]
    host.owners["/orgs/coreos/repos"] = [7, "x", None, [], {}, *odd]
    found = asked.expand()
    assert found.left_out == {Reason.UNUSABLE: 5}
    assert [each.size_class for each in found.repositories] == [None] * len(sizes)


def test_a_page_that_did_not_change_is_not_sent_again(host: Host, asked: Asked) -> None:
    host.page_size = 100
    items = [host.repository(f"coreos/r{number:03}") for number in range(150)]
    host.organisation("coreos", *items)
    host.quota = 3
    first = asked.expand()
    asked.now += HOUR
    second = asked.expand()
    assert (first.repositories, second.age) == (second.repositories, 0)
    items.append(host.repository("coreos/r150"))
    host.organisation("coreos", *items)
    assert len(asked.expand().repositories) == 151
    assert host.statuses == [200, 200, 304, 304, 304, 200]
    assert host.quota == 0


def test_a_tag_that_no_header_can_hold_is_not_sent_back(host: Host, asked: Asked) -> None:
    host.organisation("coreos", host.repository("coreos/fleet"))
    asked.expand()
    (file,) = asked.cache.iterdir()
    record = json.loads(file.read_bytes())
    record["pages"][0]["tag"] = '"\u00e9"'
    file.write_text(json.dumps(record))
    assert [each.name for each in asked.expand().repositories] == ["fleet"]
    assert host.statuses[-1] == 200


def test_a_last_page_that_is_full_is_asked_for_anew(host: Host, asked: Asked) -> None:
    items = [host.repository(f"coreos/r{number:03}") for number in range(100)]
    host.organisation("coreos", *items)
    asked.expand()
    host.organisation("coreos", *items, host.repository("coreos/r100"))
    assert len(asked.expand().repositories) == 101


def test_a_limit_that_ends_soon_is_waited_for_and_said(host: Host, asked: Asked) -> None:
    host.organisation("coreos", host.repository("coreos/fleet"))
    host.faults = [
        answers(429, b"Retry later", Retry_After="30"),
        answers(403, {"message": "You have exceeded a secondary rate limit"}, Retry_After="9"),
    ]
    assert [each.name for each in asked.expand().repositories] == ["fleet"]
    assert asked.waits == [30, 9]
    assert asked.told[0] == f"127.0.0.1:{host.port} asks for fewer requests; asked again in 30 seconds"


@pytest.mark.parametrize(
    ("fault", "seconds"),
    [
        (
            answers(
                403,
                {"message": "API rate limit exceeded"},
                X_RateLimit_Remaining="0",
                X_RateLimit_Reset=f"{NOW + 42:.0f}",
            ),
            42,
        ),
        (answers(429, b"Retry later", RateLimit_Remaining="0", RateLimit_Reset=f"{NOW + 7:.0f}"), 7),
        (answers(429, b"", Retry_After="Fri, 15 Jan 2027 08:00:20 GMT"), 20),
        (answers(403, {"message": "You have exceeded a secondary rate limit."}), 60),
        (answers(429, {"message": "slow down"}), 60),
        (answers(503, b"", Retry_After="5"), 5),
        (answers(403, {}, X_RateLimit_Remaining="0", X_RateLimit_Reset="1"), 1),
    ],
)
def test_a_host_says_in_many_ways_how_long(
    host: Host, asked: Asked, fault: Callable[[Handler], None], seconds: float
) -> None:
    host.organisation("coreos")
    host.faults = [fault]
    asked.now += 500  # the clock of this machine is wrong; the host's own counts
    asked.expand()
    assert asked.waits == [seconds]


def test_a_limit_that_ends_later_says_when_to_come_back(
    host: Host, asked: Asked, monkeypatch: pytest.MonkeyPatch
) -> None:
    host.quota = 0
    host.organisation("coreos", host.repository("coreos/fleet"))
    message = told(asked)
    assert " answers no more requests until " in message
    assert message.endswith(
        "(in 38 minutes); come back then, or set CODELENS_TOKEN_127_0_0_1 to a token, which may ask more often"
    )
    assert not asked.waits
    monkeypatch.setenv("CODELENS_TOKEN_127_0_0_1", SECRET)
    assert told(asked).endswith("come back then")


def test_all_waiting_together_is_bounded(host: Host, asked: Asked) -> None:
    host.faults = [answers(429, b"", Retry_After="25")] * 9
    assert "(in 25 seconds); come back then" in told(asked)
    assert asked.waits == [25, 25]


def test_numbers_that_nobody_can_mean_are_no_times(host: Host, asked: Asked) -> None:
    for odd in ("9" * 400, "-5", "soon", "1e9", "٣"):
        header = odd.encode().decode("latin-1")
        host.faults = [
            answers(429, b"", Retry_After=header),
            answers(403, b"", X_RateLimit_Remaining="0", X_RateLimit_Reset=header),
        ]
        assert "denies access" in told(asked)
    host.faults = [answers(429, b"", Retry_After="999999999999")]
    assert "(in 30 days)" in told(asked)


def test_what_is_remembered_and_damaged_is_as_if_it_were_not_there(host: Host, asked: Asked) -> None:
    host.organisation("coreos", host.repository("coreos/fleet"))
    asked.expand()
    (file,) = asked.cache.iterdir()
    whole = file.read_bytes()
    other_version = json.dumps({**json.loads(whole), "version": 0}).encode()
    for damaged in (b"", whole[:-9], b"[]", DEEP, other_version):
        file.write_bytes(damaged)
        host.faults = [answers(200, b"no")]
        assert "not JSON" in told(asked)
    assert [each.name for each in asked.expand().repositories] == ["fleet"]


def test_an_answer_that_can_not_be_kept_is_used_and_that_is_said(host: Host, asked: Asked) -> None:
    host.organisation("coreos", host.repository("coreos/fleet"))
    asked.cache.write_text("a file, where a folder should be")
    assert [each.name for each in asked.expand().repositories] == ["fleet"]
    assert "the list can't be kept in" in asked.told[0]


def test_an_answer_that_can_not_take_the_place_of_the_old_one_leaves_nothing(host: Host, asked: Asked) -> None:
    host.organisation("coreos", host.repository("coreos/fleet"))
    asked.expand()
    (file,) = asked.cache.iterdir()
    file.unlink()
    file.mkdir()
    asked.expand()
    assert "the list can't be kept in" in asked.told[0]
    assert list(asked.cache.iterdir()) == [file]
