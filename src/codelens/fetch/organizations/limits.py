"""Limits of requests: what an answer says about when to ask again, and how times are told.

GitHub Docs, "Rate limits for the REST API" and "Best practices for using the REST API": 403 or 429; ``retry-after`` in
seconds counts first, then ``x-ratelimit-remaining: 0`` with ``x-ratelimit-reset`` in seconds of the epoch, and a
secondary limit that says neither is waited for at least a minute. GitLab Docs, "User and IP rate limits": 429 with
``Retry-After``, ``RateLimit-Remaining`` and ``RateLimit-Reset``. RFC 9110, 10.2.3: ``Retry-After`` may be a date.
"""

from __future__ import annotations

import math
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

_REFUSED, _TOO_MANY, _UNAVAILABLE = 403, 429, 503
_SECONDARY = 60.0  # seconds to wait at the least when no header says how long
_LONGEST = 30 * 86_400.0  # what is said to be longer is no time that anybody waits for
_FAMILIES = ("x-ratelimit", "ratelimit")
_UNITS = ((86_400, "day"), (3_600, "hour"), (60, "minute"), (1, "second"))


def pause(status: int, headers: Mapping[str, str], said: str, now: float) -> float | None:
    """How long an answer asks to wait before the next request; None when it is not about a limit.

    Args:
        status: Of the answer.
        headers: Their names in any case.
        said: The message in its body.
        now: Seconds of the epoch, on this machine; the answer's own ``date`` is trusted more.

    Returns:
        Seconds, at least one.
    """
    if status not in {_REFUSED, _TOO_MANY, _UNAVAILABLE}:
        return None
    clock = _date(headers.get("date", "")) or now
    seconds = _after(headers.get("retry-after", ""), clock)
    if seconds is None:
        seconds = _reset(headers, clock)
        if seconds is None and (status == _TOO_MANY or "rate limit" in said.lower()):
            seconds = _SECONDARY
    return None if seconds is None else float(min(max(1, math.ceil(seconds)), _LONGEST))


def span(seconds: float) -> str:
    """A length of time in its largest unit: ``3 days``."""
    size, unit = next(((size, unit) for size, unit in _UNITS if seconds >= size), (1, "second"))
    number = int(seconds // size)
    return f"{number} {unit}{'' if number == 1 else 's'}"


def clock_time(seconds: float, now: float) -> str:
    """A time to come, as the clock on the wall says it; with its day when that is another one."""
    then, today = (datetime.fromtimestamp(each, UTC).astimezone() for each in (seconds, now))
    return f"{then:%H:%M}" if then.date() == today.date() else f"{then:%Y-%m-%d %H:%M}"


def _after(written: str, clock: float) -> float | None:
    number = _number(written)
    if number is not None:
        return number
    date = _date(written)
    return None if date is None else date - clock


def _reset(headers: Mapping[str, str], clock: float) -> float | None:
    for family in _FAMILIES:
        reset = _number(headers.get(f"{family}-reset", ""))
        if _number(headers.get(f"{family}-remaining", "")) == 0 and reset is not None:
            return reset - clock
    return None


def _number(written: str) -> float | None:
    written = written.strip()
    return float(written) if written.isascii() and written.isdecimal() and len(written) <= len(str(2**53)) else None


def _date(written: str) -> float | None:
    try:
        return parsedate_to_datetime(written).timestamp() if written else None
    except (ValueError, OverflowError, TypeError):
        return None
