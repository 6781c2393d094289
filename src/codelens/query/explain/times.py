"""Time stamps as logs write them, in seconds since 1970.

A stamp without a zone is taken for UTC, one without a year for the latest that does not lie ahead.
"""

from __future__ import annotations

import re
import time
from datetime import UTC, date, datetime
from functools import lru_cache

_NAMES = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTHS = {name: number for number, name in enumerate(_NAMES, 1)}
_EPOCH = date(1970, 1, 1).toordinal()
_DAY = 86_400.0
_NUMBER = re.compile(r"\d{9,19}(?:\.\d{1,9})?")
_DIGITS = 10  # of seconds; stamps with more are in thousandths and so on
_CLOCK = r"(?P<hour>\d\d):(?P<minute>\d\d):(?P<second>\d\d)(?:[.,](?P<fraction>\d{1,9}))?\s?(?P<zone>Z|[+-]\d\d:?\d\d)?"
_SHAPES = tuple(
    re.compile(shape)
    for shape in (
        rf"(?P<year>\d{{4}})[-/.]?(?P<month>\d\d)[-/.]?(?P<day>\d\d)[T :_-]{_CLOCK}",
        rf"(?P<month>\d\d)(?P<day>\d\d)\s{_CLOCK}",
        rf"(?P<year>\d\d)(?P<month>\d\d)(?P<day>\d\d)\s{_CLOCK}",
        rf"(?P<month>\d\d)-(?P<day>\d\d)\s{_CLOCK}",
        rf"(?P<day>\d{{1,2}})[-/ ](?P<name>[A-Za-z]{{3}})[-/ ](?P<year>\d{{4}})[: ]{_CLOCK}",
        rf"(?:[A-Za-z]{{3}},?\s)?(?P<name>[A-Za-z]{{3}})\s{{1,2}}(?P<day>\d{{1,2}})\s{_CLOCK}(?:\s(?P<year>\d{{4}}))?",
    )
)


def seconds_of(text: str) -> float | None:
    """The time that a stamp means, None when it is none."""
    if _NUMBER.fullmatch(text):
        whole = len(text.partition(".")[0])
        return float(text) / float(1000 ** -(-max(whole - _DIGITS, 0) // 3))
    for shape in _SHAPES:
        if found := shape.match(text):
            return _seconds(found.groupdict())
    return None


def _seconds(parts: dict[str, str | None]) -> float | None:
    clock = (
        int(parts["hour"] or 0) * 3600
        + int(parts["minute"] or 0) * 60
        + int(parts["second"] or 0)
        + float(f"0.{parts['fraction'] or 0}")
        - _offset(parts["zone"] or "Z")
    )
    month = _MONTHS.get((parts.get("name") or "").lower()) or int(parts.get("month") or 0)
    day = int(parts["day"] or 0)
    if parts.get("year"):
        return _started(int(parts["year"] or 0) % 10_000, month, day, clock)
    now = time.time()
    year = datetime.fromtimestamp(now, UTC).year
    found = _started(year, month, day, clock)
    return _started(year - 1, month, day, clock) if found is None or found > now + _DAY else found


def _started(year: int, month: int, day: int, clock: float) -> float | None:
    start = _midnight(year + 2000 if year < 100 else year, month, day)  # noqa: PLR2004 - two digits
    return None if start is None else start + clock


@lru_cache(maxsize=64)
def _midnight(year: int, month: int, day: int) -> float | None:
    try:
        return (date(year, month, day).toordinal() - _EPOCH) * _DAY
    except ValueError:
        return None


def _offset(zone: str) -> int:
    if zone == "Z":
        return 0
    ahead = int(zone[1:3]) * 3600 + int(zone[-2:]) * 60
    return -ahead if zone[0] == "-" else ahead
