"""Shell completion: ``completion`` prints the script, the functions here answer it while somebody types.

Nothing here may fail or write: what can't be answered is answered with nothing. What there is to offer is
:mod:`codelens.query.completing`'s.
"""

from __future__ import annotations

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

from codelens.locations import home
from codelens.query import completing as offers
from codelens.query.completing import Asked

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from codelens.index.shard import Shard
    from codelens.query.completing import Completion
    from codelens.query.recipes.recipe import Parameter

    Complete = Callable[[click.Context, click.Parameter, str], list[CompletionItem]]

SHELLS = ("bash", "zsh", "fish")
VARIABLE = "_CODELENS_COMPLETE"


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


def _quiet(find: Callable[[Asked, str], Iterable[Completion]]) -> Complete:
    """Completions of what begins with what has been typed; none when anything goes wrong."""

    def complete(ctx: click.Context, _param: click.Parameter, incomplete: str) -> list[CompletionItem]:
        try:
            return [CompletionItem(each.value, help=each.meaning or None) for each in find(_asked(ctx), incomplete)]
        except Exception:  # noqa: BLE001 - whatever it is, nobody who types wants to read it
            return []

    return complete


def _asked(ctx: click.Context) -> Asked:
    where = home(ctx.params.get("home_folder"))

    def shards(names: Sequence[str]) -> list[Shard]:
        from codelens.query.shards import open_shards  # noqa: PLC0415 - few completions open shards

        return open_shards(where, names)

    return Asked(where, shards, tuple(ctx.params.get("repositories") or ctx.params.get("parameter_repo") or ()))


repositories = _quiet(offers.repositories)
listed_repositories = _quiet(offers.listed_repositories)
listed_groups = _quiet(offers.groups)
installed_packages = _quiet(offers.installed_packages)
kinds = _quiet(offers.kinds)
languages = _quiet(offers.languages)
revisions = _quiet(offers.revisions)
topics = _quiet(offers.topics)
symbols = _quiet(offers.symbols)
query = _quiet(offers.query_words)


def updatable(ctx: click.Context, param: click.Parameter, incomplete: str) -> list[CompletionItem]:
    """What can be updated: repositories of the manifest, or packages that are installed, where these are asked for."""
    find = installed_packages if ctx.params.get("installed") else listed_repositories
    return find(ctx, param, incomplete)


def of_parameter(parameter: Parameter) -> Complete:
    """The completion of a recipe's parameter, by its type."""
    return _quiet(offers.of_parameter(parameter))


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
