"""The terms of symbols answer as a look at each would, with prefixes that end in any byte and with symbols gone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from codelens.index.ranked import Ranked, Symbols, write_ranked

if TYPE_CHECKING:
    from pathlib import Path

LETTERS = (b"a", b"b", b"\xff", "é".encode(), b"_")
TERM = st.lists(st.sampled_from(LETTERS), min_size=1, max_size=4).map(b"".join)
SYMBOL = st.tuples(st.integers(0, 30), st.integers(0, 1 << 48))


def _pairs(symbols: Symbols) -> list[tuple[int, int]]:
    return list(zip(*symbols, strict=True))


@given(
    st.dictionaries(TERM, st.lists(SYMBOL, min_size=1, max_size=3), max_size=8), TERM | st.just(b""), st.sets(SYMBOL)
)
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_ranked_terms_have_what_a_scan_finds(
    tmp_path: Path, terms: dict[bytes, list[tuple[int, int]]], prefix: bytes, gone: set[tuple[int, int]]
) -> None:
    postings = {term: [part for symbol in symbols for part in symbol] for term, symbols in terms.items()}
    write_ranked(tmp_path / "terms", tmp_path / "symbols", postings)
    left = frozenset(number for number, _ in gone)
    ranked = Ranked(tmp_path / "terms", tmp_path / "symbols", left)

    def scan(*, exact: bool, beyond: bool) -> list[tuple[int, int]]:
        return [
            symbol
            for term in sorted(terms)
            if (term == prefix and exact) or (term.startswith(prefix) and term != prefix and beyond)
            for symbol in terms[term]
            if symbol[0] not in left
        ]

    assert _pairs(ranked.having(prefix)) == scan(exact=True, beyond=False)
    assert _pairs(ranked.beyond(prefix)) == scan(exact=False, beyond=True)
    assert _pairs(ranked.starting(prefix)) == scan(exact=True, beyond=True)
