"""A listing answers as a look at each of its terms would."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from codelens.index.listing import Listing, write_listing

if TYPE_CHECKING:
    from pathlib import Path

TERM = st.text(alphabet="abcé_", min_size=1, max_size=5).map(str.encode)
PATTERNS = [rb"a", rb"^a", rb"b$", rb"", rb"a.c", rb"^$", rb"(?:ab|ba)", rb"^[^a]+$", rb"\xc3\xa9"]


@given(st.sets(TERM, max_size=12), TERM, st.sampled_from(PATTERNS))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_a_listing_finds_what_a_scan_finds(tmp_path: Path, terms: set[bytes], prefix: bytes, pattern: bytes) -> None:
    file = tmp_path / "terms.listing"
    write_listing(file, terms)
    listing = Listing(file)
    wanted = re.compile(pattern, re.MULTILINE)
    assert list(listing.starting(prefix)) == sorted(term for term in terms if term.startswith(prefix))
    assert list(listing.starting(b"")) == sorted(terms)
    assert list(listing.matching(wanted)) == sorted(term for term in terms if wanted.search(term))


@pytest.mark.parametrize("edge", [rb"\na", rb"b\n", rb"\nab\n"])
def test_a_line_feed_in_a_pattern_is_the_edge_of_a_term(tmp_path: Path, edge: bytes) -> None:
    terms = [b"a", b"ab", b"abb", b"b", b"bab", b"ca"]
    write_listing(tmp_path / "terms", terms)
    found = list(Listing(tmp_path / "terms").matching_edges(re.compile(edge)))
    assert sorted(found) == [term for term in terms if re.search(edge, b"\n%s\n" % term)]
