"""How a language ties its names together: the field ``relations`` of ``language.yaml``.

It is read when a question follows calls or types, and changes nothing of what is extracted.
"""

from __future__ import annotations

from enum import StrEnum

import msgspec


class Implements(StrEnum):
    """What makes a type implement an interface."""

    BY_NAME = "by-name"
    METHOD_SETS = "method-sets"


class Bare(StrEnum):
    """What a call without a qualifier may mean, beside a function of its own package or one that is imported."""

    MEMBERS = "members"
    REPOSITORY = "repository"


class Relations(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The fields of ``relations``.

    Args:
        implements: ``by-name`` (a type names what it implements) or ``method-sets`` (it has all the methods; what it
            embeds gives it its own).
        implementing: Where parts of a type stand outside of it and say what it implements: a regular expression for the
            text behind the name of that, whose group ``type`` is the type.
        same_types: Names of types that mean another one, for comparing the parameters of methods.
        interfaces: Of interfaces that are seldom indexed, by package and name, the methods.
        bare: What a call without a qualifier may mean besides: ``members`` of the type around it, anything in its
            ``repository``.
        here: Words that an import may begin with and that are no package: what follows them is near.
        receivers: Words for the object whose method it stands in.
        parents: Words for the type above that of the method.
        constructors: Names of the methods that run when a type is called.
    """

    implements: Implements = Implements.BY_NAME
    implementing: str = ""
    same_types: dict[str, str] = {}
    interfaces: dict[str, tuple[str, ...]] = {}
    bare: tuple[Bare, ...] = ()
    here: tuple[str, ...] = ()
    receivers: tuple[str, ...] = ()
    parents: tuple[str, ...] = ()
    constructors: tuple[str, ...] = ()
