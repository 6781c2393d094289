"""The templates of the programs that are indexed, and what a run of the program could have printed of them.

A rendered text has everything that a template says and made-up values where it says nothing: no value is taken from a
source, so that what names the statement is its literals alone. The same seed gives the same texts.
"""

from __future__ import annotations

import string
from typing import TYPE_CHECKING

from codelens.index.segment import statement_of
from codelens.query.shards import place_of

if TYPE_CHECKING:
    import random
    from collections.abc import Callable, Iterator, Sequence

    from codelens.model import Statement
    from codelens.query.matches import Place
    from codelens.query.session import Session

SHOWN = ("log", "error")  # the kinds that are printed as whole texts
_FEWEST_LETTERS = 4  # in a row, of a template that can be told from any other text
_LONGEST = 2_000  # characters of a template that is a message, not a page of help
_SYLLABLES = (
    "ba",
    "dro",
    "fen",
    "gil",
    "hu",
    "jor",
    "kel",
    "lum",
    "mi",
    "nop",
    "qua",
    "rix",
    "sta",
    "tov",
    "wex",
    "zy",
)
_NAMED = "$"  # before the name of a constant, where a value is not known

Template = tuple["Place", "Statement"]


def statements(session: Session) -> Iterator[Template]:
    """Every statement of the repositories that a session asks, with its file."""
    for shard in session.shards():
        for segment in shard.segments:
            for file in segment.files():
                found = [statement_of(raw) for raw in segment.statements(file)]
                place = place_of(shard, segment.row(file)) if found else None
                for statement in found:
                    if place is not None:
                        yield place, statement


def messages(session: Session) -> list[Template]:
    """The templates that are printed as a text and have a word in them, always in one order."""
    found = [each for each in statements(session) if each[1].kind in SHOWN and is_telling(each[1].pieces)]
    return sorted(found, key=lambda each: (each[0].repository, each[0].path, each[1].range))


def is_telling(pieces: Sequence[str]) -> bool:
    """Whether the literals hold a word, and no more than fits a message."""
    literals = pieces[::2]
    return sum(map(len, literals)) <= _LONGEST and any(_longest_run(each) >= _FEWEST_LETTERS for each in literals)


def _longest_run(text: str) -> int:
    return max(map(len, "".join(each if each.isalpha() else " " for each in text).split()), default=0)


def literals_of(pieces: Sequence[str]) -> tuple[str, ...]:
    """What a template says in its order, the space around it and empty literals left out."""
    return tuple(filter(None, (" ".join(each.split()) for each in pieces[::2])))


def render(pieces: Sequence[str], chosen: random.Random) -> str:
    """A text that a template makes, as a terminal shows it: without its last line end."""
    parts = [
        _HOLES.get(piece, _word if piece.startswith(_NAMED) else _anything)(chosen) if number % 2 else piece
        for number, piece in enumerate(pieces)
    ]
    return "".join(parts).strip("\r\n")


def unknown(chosen: random.Random) -> str:
    """A line that nobody wrote."""
    return " ".join(_word(chosen) for _ in range(chosen.randint(3, 12)))


def _word(chosen: random.Random) -> str:
    return "".join(chosen.choice(_SYLLABLES) for _ in range(chosen.randint(2, 4)))


def _number(chosen: random.Random) -> str:
    return str(chosen.choice((0, 1, chosen.randrange(100), chosen.randrange(10**6))))


def _hexadecimal(chosen: random.Random) -> str:
    return "".join(chosen.choice("0123456789abcdef") for _ in range(chosen.choice((2, 8, 12))))


def _fraction(chosen: random.Random) -> str:
    return f"{chosen.uniform(0, 1000):.{chosen.randint(1, 6)}f}"


def _quoted(chosen: random.Random) -> str:
    return f'"{chosen.choice((_word, _path, _phrase))(chosen)}"'


def _path(chosen: random.Random) -> str:
    return f"/srv/{_word(chosen)}/{_word(chosen)}.{chosen.choice(('conf', 'yml', 'db'))}"


def _address(chosen: random.Random) -> str:
    return f"127.0.0.{chosen.randint(1, 254)}:{chosen.randint(1024, 65535)}"


def _phrase(chosen: random.Random) -> str:
    return f"{_word(chosen)} {_word(chosen)}"


def _name(chosen: random.Random) -> str:
    return f"{_word(chosen)}-{_hexadecimal(chosen)}"


def _anything(chosen: random.Random) -> str:
    """What most often stands where any text may: a name, a path, an address, a number."""
    return chosen.choice((_word, _word, _name, _path, _address, _number, _phrase))(chosen)


def _failure(chosen: random.Random) -> str:
    """A wrapped error, of a library that is nobody's."""
    return f"{_word(chosen)} {_path(chosen)}: {_phrase(chosen)}"


# The codes of holes that say more than that something stands there.
_HOLES: dict[str, Callable[[random.Random], str]] = {
    "d": _number,
    "x": _hexadecimal,
    "f": _fraction,
    "q": _quoted,
    "c": lambda chosen: chosen.choice(string.ascii_lowercase),
    "t": lambda chosen: chosen.choice(("true", "false")),
    "w": _failure,
}
