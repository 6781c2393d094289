"""What a recipe is: a question, its parameters, and the steps that answer it. Data only; nothing of it is ever run.

The fields are those of the YAML file; ``queries/README.md`` explains them to who writes one.
"""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path

import msgspec

DEFAULT_LIMIT = 20
SEARCH = "search"
RECIPE = "recipe"
ANY = "*"  # of a condition: whatever is given


class ParameterType(StrEnum):
    """What a parameter takes; it decides how a value is checked and how a shell completes it."""

    REPOSITORY = "repository"
    SYMBOL = "symbol"
    TEXT = "text"
    FILE = "file"
    NUMBER = "number"
    CHOICE = "choice"
    KIND = "kind"
    LANGUAGE = "language"
    REVISION = "revision"


class Parameter(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What a recipe is told when it is asked.

    Args:
        name: How steps refer to it, and its option.
        type: What it takes.
        meaning: A few words for the help.
        example: A value that makes sense.
        default: What it is when it is not given; "" drops the terms that use it; None makes it required.
        choices: All values, of a choice.
        many: Whether it takes several values; a query has them as alternatives.
    """

    name: str
    type: ParameterType
    meaning: str
    example: str
    default: str | None = None
    choices: tuple[str, ...] = ()
    many: bool = False

    @property
    def required(self) -> bool:
        """Whether it must be given."""
        return self.default is None

    @property
    def is_place(self) -> bool:
        """Whether it is typed without its name, at its place; a choice that may be left out is an option only."""
        return self.required or self.type is not ParameterType.CHOICE


class Step(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A titled question of a recipe.

    Args:
        title: What its matches are; may hold parameters.
        operation: ``search``, ``recipe``, or one of the named operations.
        subject: The query, the recipe, or the name that the operation is asked for.
        to: The second name, of an operation between two.
        id: How later steps name its results.
        limit: How many matches at the most.
        depth: How many levels a tree has.
        repo: Repositories that it is confined to; the filters of an operation, as options spell them, follow.
        each: For how many distinct results of the step that it refers to it is asked.
        per: A parameter of several values, or a part of one: the step is asked once for each of them.
        only: Parameter to the values with which the step is asked at all; "" among them is: not given, "*": given.
        given: Parameter to value, of a step that is a recipe.
        nearest: Whether it shows what is nearest when nothing is found.
        without: A query; what it finds too, the same text or the same first line of a definition, is left out.
        edge: What leads here from the step before, in a chain: "call", "HTTP route".
        waits: What it can't see yet, one sentence shown with it.
    """

    title: str
    operation: str
    subject: str
    to: str = ""
    id: str = ""
    limit: int = DEFAULT_LIMIT
    depth: int = 1
    repo: tuple[str, ...] = ()
    rev: str = ""
    kind: tuple[str, ...] = ()
    lang: tuple[str, ...] = ()
    file: tuple[str, ...] = ()
    each: int = 5
    per: str = msgspec.field(default="", name="for")
    only: dict[str, tuple[str, ...]] = msgspec.field(default_factory=dict, name="if")
    given: dict[str, str] = msgspec.field(default_factory=dict, name="with")
    nearest: bool = False
    without: str = ""
    edge: str = ""
    waits: str = ""

    def texts(self) -> tuple[str, ...]:
        """All that may hold placeholders, the title and the query of a search left out."""
        asked = () if self.operation == SEARCH else (self.subject,)
        return (*asked, self.to, self.rev, *self.repo, *self.kind, *self.lang, *self.file, *self.given.values())


class Case(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What a recipe must find.

    Args:
        arguments: Parameter to its value or values.
        finds: Title or id of a step to ``repository/path: part of the line or symbol`` (or ``repository/path:line``).
        only: Whether these steps may find nothing else.
    """

    finds: dict[str, tuple[str, ...]]
    arguments: dict[str, str | tuple[str, ...]] = msgspec.field(default_factory=dict)
    only: bool = False


class Recipe(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A saved question.

    Args:
        name: Of the file, and of the command.
        question: What it answers, as a person asks.
        when: When to ask it.
        topics: What it is listed under.
        steps: What is asked, in this order.
        parameters: What it is told.
        asked: Numbers of questions that it answers; free words.
        repositories: Names or groups that are searched when none is named.
        chain: Whether the steps are the links of a chain.
        limits: What it can't see.
        test: What it must find in the corpus of the tests.
        real: What it must find in real repositories.
        file: Where it was read.
        lines: The place of a value (keys and numbers from the top) to its line, 1-based.
    """

    name: str
    question: str
    when: str
    topics: tuple[str, ...]
    steps: tuple[Step, ...]
    parameters: tuple[Parameter, ...] = ()
    asked: tuple[str, ...] = ()
    repositories: tuple[str, ...] = ()
    chain: bool = False
    limits: str = ""
    test: tuple[Case, ...] = ()
    real: tuple[Case, ...] = ()
    file: Path = Path()
    lines: dict[tuple[str, ...], int] = {}

    def parameter(self, name: str) -> Parameter | None:
        """The parameter of a name."""
        return next((parameter for parameter in self.parameters if parameter.name == name), None)

    def where(self, *place: object) -> str:
        """A place of the recipe as messages name it: file, line, and the step if it is in one."""
        keys = tuple(str(key) for key in place)
        known = next(keys[:end] for end in range(len(keys), -1, -1) if not end or keys[:end] in self.lines)
        where = f"{self.file}:{self.lines.get(known, 1)}"
        if len(keys) > 1 and keys[0] == "steps":
            return f'{where}: step {int(keys[1]) + 1} "{self.steps[int(keys[1])].title}":'
        return f"{where}:"
