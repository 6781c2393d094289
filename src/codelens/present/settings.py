"""The settings: one YAML file, ``settings.yaml`` in the configuration folder, of which every field may be left out.

    theme: nord                      # how the app looks; its command palette shows them all
    editor: nvim                     # instead of VISUAL and EDITOR
    clipboard: terminal              # or a command that takes the text; left out: what is found
    limit: 200                       # matches that a query is first asked for
    mouse: false                     # leave the mouse to the terminal
    keys:
      app.history: ctrl+h         # a binding's id, and the keys that it has instead of its own
      follow.callers: [c, f6]

Ids and themes are the app's: it says what there is, and :func:`check_settings` whether a file agrees with that.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Annotated

import msgspec

from codelens.errors import SettingsError
from codelens.locations import configuration

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence
    from pathlib import Path

    from codelens.document import Document

_KEY = re.compile(r"(?:(?:ctrl|shift|alt|super|hyper|meta)\+)*(?:\w+|[^\w\s,+])")
EVERYWHERE = ""
"""The place of a binding that counts wherever one is."""


class Settings(msgspec.Struct, frozen=True):
    """The settings.

    Args:
        theme: Of the app; "" is its own.
        editor: A command; "" leaves it to the environment.
        clipboard: ``terminal``, or a command that takes the text on standard input; "" finds out.
        limit: How many matches a query is first asked for; None leaves it to the app.
        mouse: Whether the app takes the mouse.
        keys: The id of a binding, and its keys.
    """

    theme: str = ""
    editor: str = ""
    clipboard: str = ""
    limit: Annotated[int, msgspec.Meta(ge=1, le=100_000)] | None = None
    mouse: bool = True
    keys: dict[str, tuple[str, ...]] = {}


@dataclass(frozen=True, slots=True)
class Loaded:
    """The settings with the file that they come from.

    Args:
        settings: What it says.
        document: The file, for messages; None when there is none.
    """

    settings: Settings = field(default_factory=Settings)
    document: Document | None = None


@dataclass(frozen=True, slots=True)
class Bound:
    """A binding of the app.

    Args:
        id: Its id.
        place: Where it counts; :data:`EVERYWHERE` for all places.
        keys: Those that it has unless told otherwise.
    """

    id: str
    place: str
    keys: tuple[str, ...]


def settings_file() -> Path:
    """Where the settings are, which need not exist."""
    return configuration() / "settings.yaml"


def load_settings() -> Loaded:
    """Read the settings; without a file they are the defaults.

    Raises:
        SettingsError: The file can't be read, or a field is unknown or of another form; names file and line.
    """
    file = settings_file()
    if not file.exists():
        return Loaded()
    from codelens.document import read_document  # noqa: PLC0415 - most have no settings, and need no YAML

    document = read_document(file, SettingsError)
    written = document.mapping(document.value)
    if written.get("keys"):
        keys = document.mapping(written["keys"], "keys")
        written = {**written, "keys": {name: _keys(document, name, value) for name, value in keys.items()}}
    return Loaded(document.convert({name: value for name, value in written.items() if value != ""}, Settings), document)


def _keys(document: Document, name: str, value: object) -> list[str]:
    """The keys of a binding: a text, in which commas part them, or a list."""
    texts = value if isinstance(value, list) else str(value).split(",")
    keys = [text.strip() for text in texts if isinstance(text, str) and text.strip()]
    if not keys or len(keys) != len(texts) or isinstance(value, dict):
        message = f"{name}: is a key, such as ctrl+h, or a list of keys"
        raise document.fault(message, "keys", name)
    for key in keys:
        if not _KEY.fullmatch(key):
            message = f'{name}: "{key}" is no key; write it as ctrl+h, alt+up, f6, question_mark or ?'
            raise document.fault(message, "keys", name)
    return keys


def check_settings(
    loaded: Loaded, themes: Iterable[str], bindings: Sequence[Bound], spelled: Callable[[str], str | None]
) -> None:
    """Find out whether the settings agree with what the app has.

    Args:
        loaded: The settings.
        themes: The names that there are.
        bindings: All that have an id.
        spelled: Gives the app's own spelling of a key, None for what is no key.

    Raises:
        SettingsError: A theme, an id or a key is not known, or a key would mean two things in one place; the message
            names file, line and what is nearest.
    """
    document, settings = loaded.document, loaded.settings
    if document is None:
        return
    from codelens.document import nearest  # noqa: PLC0415 - see above

    if settings.theme and settings.theme not in (known := list(themes)):
        message = f'theme: there is no theme "{settings.theme}"; {nearest(settings.theme, known)}'
        raise document.fault(message, "theme")
    by_id = {bound.id: bound for bound in bindings}
    for name, keys in settings.keys.items():
        if name not in by_id:
            message = f'there is no binding "{name}"; {nearest(name, by_id)}'
            raise document.fault(message, "keys", name)
        for key in keys:
            if spelled(key) is None:
                message = f'{name}: "{key}" is no key; write it as ctrl+h, alt+up, f6, question_mark or ?'
                raise document.fault(message, "keys", name)
    _require_distinct(document, settings.keys, bindings, spelled)


def _require_distinct(
    document: Document,
    keys: Mapping[str, tuple[str, ...]],
    bindings: Sequence[Bound],
    spelled: Callable[[str], str | None],
) -> None:
    """Refuse a key that a person gave to a binding where another has it."""
    held = [(bound, {spelled(key) or key for key in keys.get(bound.id, bound.keys)}) for bound in bindings]
    for bound, own in held:
        if bound.id not in keys:
            continue
        name = bound.id
        for other, theirs in held:
            meets = EVERYWHERE in (bound.place, other.place) or bound.place == other.place
            if other.id != name and meets and own & theirs:
                key = min(own & theirs)
                message = f'{name}: the key "{key}" is that of {other.id} already; give one of them another'
                raise document.fault(message, "keys", name)
