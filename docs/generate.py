"""Writes the parts of the documentation that data and ``--help`` decide; ``--check`` says whether they are current."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from codelens.extract.languages import load_languages
from codelens.extract.tags_query import check_language
from codelens.model import SkipReason
from codelens.present.cli.main import codelens

ROOT = Path(__file__).parent.parent
WIDTH = 100


def languages_table() -> str:
    """The supported languages with their file types and the kinds that they define."""
    languages = load_languages()
    rows = ["| language | files | definitions |", "|---|---|---|"]
    for _, language in sorted(languages.by_name.items()):
        files = " ".join(f"`{pattern}`" for pattern in language.description.files)
        kinds = ", ".join(sorted(check_language(language, languages.captures)))
        rows.append(f"| {language.description.title} | {files} | {kinds} |")
    return "\n".join(rows)


def skips_table() -> str:
    """The reasons for which a file is not indexed."""
    rows = ["| reason | a file with it … |", "|---|---|"]
    return "\n".join(rows + [f"| {reason} | {reason.meaning} |" for reason in SkipReason])


def commands_text() -> str:
    """The help of every command."""
    parts = ["# Commands", "", "Written by `make docs` from `--help`.", ""]
    root = click.Context(codelens, info_name="codelens", terminal_width=WIDTH, max_content_width=WIDTH)
    for name in ("", *codelens.list_commands(root)):
        command = codelens.get_command(root, name) if name else codelens
        if command is None:
            continue
        context = click.Context(
            command, info_name=f"codelens {name}".strip(), terminal_width=WIDTH, max_content_width=WIDTH
        )
        parts += [f"## codelens {name}".strip(), "", "```", command.get_help(context), "```", ""]
    return "\n".join(parts)


def filled(text: str, name: str, content: str) -> str:
    """A text with what stands between the marks of a generated part replaced."""
    start, end = f"<!-- {name}: written by make docs -->\n", f"\n<!-- /{name} -->"
    before, found, rest = text.partition(start)
    _, closed, after = rest.partition(end)
    if not (found and closed):
        message = f"the marks of {name} are missing"
        raise SystemExit(message)
    return before + start + content + end + after


def main() -> int:
    """Write or check; returns the exit status."""
    readme = (ROOT / "README.md").read_text()
    wanted = {
        "README.md": filled(filled(readme, "languages", languages_table()), "skips", skips_table()),
        "docs/commands.md": commands_text(),
    }
    stale = [name for name, text in wanted.items() if not (ROOT / name).exists() or (ROOT / name).read_text() != text]
    if "--check" in sys.argv:
        for name in stale:
            print(f"{name}: is not what the program says today; run: make docs", file=sys.stderr)
        return 1 if stale else 0
    for name in stale:
        (ROOT / name).write_text(wanted[name])
        print(f"{name}: written")
    return 0


if __name__ == "__main__":
    sys.exit(main())
