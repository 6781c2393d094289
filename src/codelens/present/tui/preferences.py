"""The settings as the app obeys them: its theme, its keys; and whether they agree with what the app has."""

from __future__ import annotations

import asyncio
import inspect
import pkgutil
from importlib import import_module
from typing import TYPE_CHECKING

from textual.app import App
from textual.dom import DOMNode
from textual.keys import KEY_NAME_REPLACEMENTS, Keys, _character_to_key
from textual.theme import BUILTIN_THEMES

from codelens.errors import SettingsError
from codelens.present import tui
from codelens.present.formats import printable
from codelens.present.settings import EVERYWHERE, Bound, Loaded, check_settings, load_settings, settings_file

if TYPE_CHECKING:
    from collections.abc import Iterator

    from codelens.present.settings import Settings
    from codelens.present.tui.app import CodelensApp

_MODIFIERS = {"ctrl", "shift", "alt", "super", "hyper", "meta"}
_ASCII = range(0x20, 0x7F)
_NAMED = (
    {key.value for key in Keys}
    | set(KEY_NAME_REPLACEMENTS.values())
    | {_character_to_key(chr(code)) for code in _ASCII}
    | {f"f{number}" for number in range(1, 25)}
)


def check(loaded: Loaded) -> None:
    """Find out whether the settings agree with what the app has.

    Raises:
        SettingsError: They do not; the message names file and line.
    """
    check_settings(loaded, BUILTIN_THEMES, list(bindings()) if loaded.settings.keys else (), spelled)


def spelled(key: str) -> str | None:
    """A key as Textual spells it; None for what is no key."""
    *modifiers, name = key.split("+")
    if len(name) == 1:
        name = _character_to_key(name)
    if not _MODIFIERS.issuperset(modifiers) or (len(name) != 1 and name not in _NAMED):
        return None
    return "+".join((*sorted(modifiers), name))


def bindings() -> Iterator[Bound]:
    """Every binding that has an id, for each class in which it counts."""
    for found in _classes():
        by_id: dict[str, list[str]] = {}
        for key, binding in found._merge_bindings():  # noqa: SLF001 - Textual, which is pinned, merges them nowhere else
            if binding.id:
                by_id.setdefault(binding.id, []).append(key)
        place = EVERYWHERE if issubclass(found, App) else found.__name__
        for name, keys in by_id.items():
            yield Bound(name, place, tuple(keys))
    yield from _follows()


def _follows() -> Iterator[Bound]:
    """The bindings that are made of the ways to follow."""
    from codelens.present.tui.screens.leading import follow_keys  # noqa: PLC0415 - only who has keys of
    from codelens.present.tui.screens.search import SearchScreen  # noqa: PLC0415 - their own needs it
    from codelens.query.following import follows  # noqa: PLC0415

    keys = {follow.name: key for key, follow in follow_keys(follows()).items()}
    for follow in follows():
        yield Bound(f"follow.{follow.name}", SearchScreen.__name__, (keys[follow.name],) if follow.name in keys else ())


def _classes() -> Iterator[type[DOMNode]]:
    """The classes of the app, those included that no screen has needed yet."""
    for module in pkgutil.walk_packages(tui.__path__, f"{tui.__name__}."):
        if not module.name.startswith(f"{tui.__name__}.browser"):
            for found in list(vars(import_module(module.name)).values()):
                if inspect.isclass(found) and issubclass(found, DOMNode) and found.__module__ == module.name:
                    yield found


class Preferences:
    """The settings of an app. When they are wrong that is said, and the app goes on as if there were none."""

    def __init__(self) -> None:
        self._loaded = Loaded()
        self._wrong = ""
        try:
            self._loaded = load_settings()
        except SettingsError as error:
            self._wrong = str(error)

    @property
    def settings(self) -> Settings:
        """The settings."""
        return self._loaded.settings

    def obey(self, app: CodelensApp) -> None:
        """Let an app that begins look and act as it is set."""
        keys = self.settings.keys
        app.set_keymap({name: ",".join(map(_spelled, of)) for name, of in keys.items()})
        if self.settings.theme in BUILTIN_THEMES:
            app.theme = self.settings.theme
        app.theme_changed_signal.subscribe(app, lambda theme: self._tell_theme(app, theme.name))
        if self._wrong or self._loaded.document:
            app.run_worker(self._check(app), group="settings")

    def _tell_theme(self, app: CodelensApp, name: str) -> None:
        """A theme that was chosen in the palette is gone with the app, unless it is written down."""
        if name not in (self.settings.theme, app.THEME):
            app.notify(f"to keep it, write  theme: {name}  into {settings_file()}", markup=False)

    async def _check(self, app: CodelensApp) -> None:
        """Find out, on a thread because it imports every screen, whether the app has what the settings speak of."""
        try:
            await asyncio.to_thread(check, self._loaded)
        except SettingsError as error:
            self._wrong = str(error)
            self._loaded = Loaded()
            app.set_keymap({})
            app.theme = app.THEME
        if self._wrong:
            app.notify(
                printable(f"{self._wrong}; the settings are left out"), severity="error", markup=False, timeout=15
            )


def _spelled(key: str) -> str:
    return spelled(key) or key
