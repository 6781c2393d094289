"""Shell completion: ``completion`` prints the script, the functions here answer it while somebody types.

Nothing here may fail or write: what can't be answered is answered with nothing. Symbols come from the index by prefix.
"""

from __future__ import annotations

import functools
import os
from contextlib import suppress
from typing import TYPE_CHECKING

import click
from click.shell_completion import (
    BashComplete,
    CompletionItem,
    FishComplete,
    ShellComplete,
    ZshComplete,
    split_arg_string,
)

from codelens.errors import RecipeError
from codelens.locations import home, manifest_file, queries_folders

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from codelens.query.recipes.recipe import Parameter

    Complete = Callable[[click.Context, click.Parameter, str], list[CompletionItem]]

SHELLS = ("bash", "zsh", "fish")
VARIABLE = "_CODELENS_COMPLETE"
_MOST = 30
_NAMES = ("name", "calls", "calledby", "implements", "scope")  # fields whose values are names of symbols


@click.command("completion", short_help="The completion script of a shell.")
@click.argument("shell", type=click.Choice(SHELLS))
def completion(shell: str) -> int:
    """Print what makes a shell complete commands, recipes, repositories, kinds, parameters and symbols.

    \b
    Example: bash: echo 'eval "$(codelens completion bash)"' >> ~/.bashrc
             zsh:  echo 'eval "$(codelens completion zsh)"' >> ~/.zshrc
             fish: codelens completion fish > ~/.config/fish/completions/codelens.fish
    """
    root = click.get_current_context().find_root().command
    script = _CLASSES[shell](root, {}, "codelens", VARIABLE)
    click.echo(script.source_template % script.source_vars())  # source() would start a shell to learn its version
    return 0


class _Bash(BashComplete):
    """Takes the whole line: to bash a colon ends a word, to codelens it stands within one, ``kind:struct``."""

    source_template = """\
%(complete_func)s() {
    local IFS=$'\\n' answer
    COMPREPLY=()
    for answer in $(env COMP_LINE="${COMP_LINE:0:$COMP_POINT}" %(complete_var)s=bash_complete "$1" 2>/dev/null); do
        case $answer in
            file,*) compopt -o default ;;
            *) COMPREPLY+=("${answer#*,}") ;;
        esac
    done
}
complete -o nosort -F %(complete_func)s %(prog_name)s
"""

    def get_completion_args(self) -> tuple[list[str], str]:
        """The words before the one at the cursor, and that one."""
        line = os.environ["COMP_LINE"]
        words = split_arg_string(line)[1:]
        if not words or line[-1:].isspace():
            return words, ""
        return words[:-1], words[-1]

    def format_completion(self, item: CompletionItem) -> str:
        """What bash puts in the place of what it takes for the word: what follows the last colon or equals sign."""
        _, word = self.get_completion_args()
        known = max(word.rfind(":"), word.rfind("=")) + 1
        return f"{item.type},{item.value[known:] if item.value.startswith(word[:known]) else item.value}"


_CLASSES: dict[str, type[ShellComplete]] = {"bash": _Bash, "zsh": ZshComplete, "fish": FishComplete}


def complete(command: click.Command) -> int:
    """Answer a shell, without a word when anything goes wrong."""
    with suppress(Exception):
        shell, _, _ = os.environ[VARIABLE].partition("_")
        found = _CLASSES[shell](command, {}, "codelens", VARIABLE).complete()
        if found:
            click.echo(found)
    return 0


def _quiet(find: Callable[[click.Context, str], Iterable[str | CompletionItem]]) -> Complete:
    """Completions of what begins with what has been typed; none when anything goes wrong."""

    @functools.wraps(find)
    def complete(ctx: click.Context, _param: click.Parameter, incomplete: str) -> list[CompletionItem]:
        try:
            items = (
                each if isinstance(each, CompletionItem) else CompletionItem(each) for each in find(ctx, incomplete)
            )
            return [item for item in items if item.value.startswith(incomplete)]
        except Exception:  # noqa: BLE001 - whatever it is, nobody who types wants to read it
            return []

    return complete


@_quiet
def repositories(ctx: click.Context, incomplete: str) -> Iterable[str]:
    """Indexed repositories; their aliases once something has been typed."""
    names = _indexed(ctx)
    yield from names
    if incomplete and not any(name.startswith(incomplete) for name in names):
        from codelens.fetch.manifest import load_manifest  # noqa: PLC0415 - reading it takes longer than all else

        for entry in load_manifest(manifest_file()).repositories:
            if entry.name in names:
                yield from entry.aliases


@_quiet
def listed_repositories(_ctx: click.Context, _incomplete: str) -> Iterable[str]:
    """Repositories and groups of the manifest."""
    from codelens.fetch.manifest import load_manifest  # noqa: PLC0415

    entries = load_manifest(manifest_file()).repositories
    yield from sorted({word for entry in entries for word in (entry.name, *entry.groups)})


@_quiet
def kinds(_ctx: click.Context, _incomplete: str) -> Iterable[CompletionItem]:
    """Kinds of definition and of reference, with their meaning."""
    from codelens.document import read_document  # noqa: PLC0415 - most completions need no YAML

    file = next(file for folder in queries_folders() if (file := folder / "captures.yaml").is_file())
    listed = read_document(file, RecipeError).value
    for kinds_of_role in listed.values() if isinstance(listed, dict) else ():
        for kind, meaning in kinds_of_role.items():
            yield CompletionItem(kind, help=meaning)


@_quiet
def languages(_ctx: click.Context, _incomplete: str) -> Iterable[str]:
    """Languages that there is a folder of."""
    files = (file for folder in queries_folders() for file in (folder / "languages").glob("*/language.yaml"))
    yield from sorted({file.parent.name for file in files})


@_quiet
def revisions(ctx: click.Context, _incomplete: str) -> Iterable[str]:
    """Revisions that something is indexed at."""
    folders = home(ctx.params.get("home_folder")).shards.iterdir()
    yield from sorted({folder.name.partition("@")[2] for folder in folders})


@_quiet
def topics(_ctx: click.Context, _incomplete: str) -> Iterable[CompletionItem]:
    """Topics of recipes."""
    from codelens.query.recipes.library import load_topics  # noqa: PLC0415

    for topic, meaning in load_topics().items():
        yield CompletionItem(topic, help=meaning)


@_quiet
def symbols(ctx: click.Context, incomplete: str) -> Iterable[str]:
    """Names of the index that begin so, the shortest first."""
    return _symbols(ctx, incomplete)


def _symbols(ctx: click.Context, incomplete: str) -> Iterable[str]:
    from codelens.query.names.completing import names_with_prefix  # noqa: PLC0415 - only this completion opens shards

    asked = tuple(ctx.params.get("repositories") or ctx.params.get("parameter_repo") or ())
    return names_with_prefix(home(ctx.params.get("home_folder")), asked, incomplete, _MOST) if incomplete else ()


@_quiet
def query(ctx: click.Context, incomplete: str) -> Iterable[str]:
    """Of a word of a query: its field, the field's value, or a name."""
    from codelens.query.syntax import CHOICES, KEYS  # noqa: PLC0415

    minus = "-" if incomplete.startswith("-") else ""
    field, colon, _ = incomplete.removeprefix("-").partition(":")
    if not colon:
        yield from (f"{minus}{key}:" for key in KEYS)
        if not minus:
            yield from _symbols(ctx, incomplete)
        return
    by_field = {"kind": kinds, "lang": languages, "repo": repositories, "rev": revisions}
    start = f"{minus}{field}:"
    if field in by_field:
        found = by_field[field](ctx, ctx.command.params[0], incomplete.removeprefix(start))
        yield from (start + item.value for item in found)
    elif field in CHOICES:
        yield from (start + choice for choice in CHOICES[field])
    elif field in _NAMES:
        yield from (start + name for name in _symbols(ctx, incomplete.removeprefix(start)))


@_quiet
def _files(_ctx: click.Context, _incomplete: str) -> Iterable[CompletionItem]:
    return ()


def of_parameter(parameter: Parameter) -> Complete:
    """The completion of a recipe's parameter, by its type."""
    if parameter.choices:
        return _quiet(lambda _ctx, _incomplete: parameter.choices)
    by_type = {
        "repository": repositories,
        "symbol": symbols,
        "kind": kinds,
        "language": languages,
        "revision": revisions,
    }
    return by_type.get(parameter.type.value, _files)


def places(parameters: Sequence[Parameter]) -> Complete:
    """The completion of arguments that stand alone: each is the next parameter that no option gives."""

    def complete(ctx: click.Context, param: click.Parameter, incomplete: str) -> list[CompletionItem]:
        given = len(ctx.params.get(param.name or "") or ())
        left = [each for each in parameters if not ctx.params.get(f"parameter_{each.name.replace('-', '_')}")]
        if left and given >= len(left) and left[-1].many:
            given = len(left) - 1
        return of_parameter(left[given])(ctx, param, incomplete) if given < len(left) else []

    return complete


def commands(names: Iterable[str], recipes: Iterable[str], incomplete: str) -> list[CompletionItem]:
    """Commands and recipes that begin so."""
    return [CompletionItem(name) for name in sorted({*names, *recipes}) if name.startswith(incomplete)]


def _indexed(ctx: click.Context) -> list[str]:
    folders = home(ctx.params.get("home_folder")).shards.iterdir()
    return sorted({folder.name.partition("@")[0] for folder in folders if (folder / "current").exists()})
