"""``check``: compiles every language folder, checks every recipe, and says what is wrong with one."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from codelens.errors import LanguageError, SettingsError
from codelens.present.formats import printable

if TYPE_CHECKING:
    from codelens.present.fronts import Fronts


@click.command("check", short_help="Compile every language, check every recipe.")
def check() -> int:
    """Compile every language folder and check every recipe, the settings, and what is known of hosts and editors.

    Lists the languages with the kinds that they define, and the recipes. A user's own files are checked, too, and
    where packages are installed.

    \b
    Example: codelens check
    """
    from codelens.extract.languages import load_languages  # noqa: PLC0415
    from codelens.extract.lexical import lexical_of  # noqa: PLC0415
    from codelens.extract.tags_query import check_language  # noqa: PLC0415 - help needs no grammar
    from codelens.index.classes import load_path_classes  # noqa: PLC0415
    from codelens.present.cli.recipes import check_recipes  # noqa: PLC0415

    languages = load_languages()
    load_path_classes()
    status = 0
    for name, language in sorted(languages.by_name.items()):
        try:
            lexical_of(name)
            click.echo(f"{name}: {', '.join(check_language(language, languages.captures))}")
        except LanguageError as error:
            click.echo(f"codelens: error: {error}", err=True)
            status = 2
    return max(status, check_recipes(), _check_settings())


def _check_settings() -> int:
    """Check what a person may have written of the app, of hosts and of editors; returns the exit status."""
    from codelens.fetch.installed.description import load_kinds  # noqa: PLC0415
    from codelens.fetch.organizations.apis import load_api_forms  # noqa: PLC0415
    from codelens.present.editors import load_presets  # noqa: PLC0415
    from codelens.present.links import load_link_forms  # noqa: PLC0415
    from codelens.present.settings import load_settings, settings_file  # noqa: PLC0415

    fronts: Fronts = click.get_current_context().find_root().obj

    def check_all() -> None:
        fronts[2](load_settings())

    status = 0
    for load in (load_link_forms, load_api_forms, load_presets, load_kinds, check_all):
        try:
            load()
        except SettingsError as error:
            click.echo(f"codelens: error: {printable(str(error))}", err=True)
            status = 2
    file = settings_file()
    click.echo(f"settings: {printable(str(file))}{'' if file.exists() else ', which is not there'}")
    return status
