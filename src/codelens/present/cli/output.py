"""How an answer leaves the command line: in which form, to where, and what of it goes to standard error."""

from __future__ import annotations

import functools
import shlex
import shutil
import sys
import time
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from codelens.errors import UsageError
from codelens.present.exporting import Export, Form, export_answer, form_of, json_of, text_of
from codelens.present.formats import is_truncated, json_summary, printable, summary_text
from codelens.present.pictures import PictureForm, draw

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from codelens.errors import CodelensError
    from codelens.locations import Home
    from codelens.present.cli.options import Asked
    from codelens.query.matches import Answer, Link, Match

_NO_PICTURES = (Form.TEXT, Form.JSON, Form.MARKDOWN)


@dataclass(frozen=True, slots=True)
class Output:
    """What the shared options of output said.

    Args:
        form: As what the answer is written.
        tree: Whether what hangs together is drawn.
        link: Whether matches are given as permalinks.
        file: Where it is written; None is standard output.
        force: Whether a file that is there is replaced.
    """

    form: Form = Form.TEXT
    tree: bool = False
    link: bool = False
    file: Path | None = None
    force: bool = False

    @property
    def is_json(self) -> bool:
        """Whether a program reads it."""
        return self.form is Form.JSON

    def export(self, home: Home, refused: Callable[[CodelensError], None]) -> Export:
        """The same for what writes lines.

        Args:
            home: Whose repositories are linked to.
            refused: Told why something has no link, where links were asked for.
        """
        links = None
        if self.link or self.form is Form.MARKDOWN:
            from codelens.present.links import MatchLinks, Permalinks  # noqa: PLC0415 - few ask for links

            links = MatchLinks(Permalinks(home), refused if self.link else lambda _: None)
        return Export(self.form, _title(), links, tree=self.tree)


def output_params(*, pictures: bool) -> list[click.Parameter]:
    """The options of output, to be read by :func:`read_output`.

    Args:
        pictures: Whether what hangs together can be drawn.
    """
    forms = [form.value for form in (Form if pictures else _NO_PICTURES)]
    tree = click.Option(
        ["--tree"],
        is_flag=True,
        help="Draw how the matches hang together; with --json, add it to the last line.",
    )
    return [
        click.Option(["--json"], is_flag=True, help="JSON Lines, the summary last; the same as --format json."),
        click.Option(
            ["--format", "form"],
            type=click.Choice(forms),
            help="As what the answer is written.  [default: text, or what the name of --output says]",
        ),
        *([tree] if pictures else []),
        click.Option(["--link"], is_flag=True, help="Give each match as the web page of its line at its commit."),
        click.Option(["--output", "-o"], type=click.Path(), metavar="FILE", help="Write to a new file."),
        click.Option(["--force"], is_flag=True, help="Replace the file of --output."),
    ]


def read_output(given: Mapping[str, Any]) -> Output:
    """What the options of output say.

    Raises:
        UsageError: They contradict each other.
    """
    file = Path(given["output"]) if given["output"] else None
    form = (
        Form(given["form"]) if given["form"] else Form.JSON if given["json"] else form_of(file) if file else Form.TEXT
    )
    if given["json"] and form is not Form.JSON:
        message = f"--json and --format {form} are two forms of one answer; choose one"
        raise UsageError(message)
    if given["force"] and file is None:
        message = "--force is about the file of --output; name one"
        raise UsageError(message)
    if file:
        from codelens.present.output_file import require_free  # noqa: PLC0415

        require_free(file, replace=given["force"])
    tree = given.get("tree", False) or form.picture is not None
    return Output(form, tree=tree, link=given["link"], file=file, force=given["force"])


def output_options(command: Callable[..., Any], *, pictures: bool) -> Callable[..., Any]:
    """A command with the options of output, given on as one :class:`Output`."""
    params = output_params(pictures=pictures)

    @functools.wraps(command)
    def wrapped(*args: Any, **kwargs: Any) -> Any:  # noqa: ANN401 - a decorator
        given = {str(param.name): kwargs.pop(str(param.name)) for param in params}
        return command(*args, output=read_output(given), **kwargs)

    wrapped.__click_params__ = [*getattr(command, "__click_params__", ()), *params[::-1]]  # type: ignore[attr-defined]
    return wrapped


def _title() -> str:
    """The question, as it was typed."""
    context = click.get_current_context()
    values = [
        context.params.get(str(param.name)) for param in context.command.params if isinstance(param, click.Argument)
    ]
    words = [word for value in values for word in (value if isinstance(value, tuple) else (value,)) if word]
    return " ".join((context.info_name or "", *map(shlex.quote, words)))


def give(answer: Answer, asked: Asked, started: float, *, found: bool | None = None, grouped: bool = False) -> int:
    """Write an answer: matches to standard output or a file, all else to standard error.

    Args:
        answer: The answer.
        asked: How it is wanted.
        started: When the question came, from :func:`time.perf_counter`.
        found: Whether the matches are what was asked for; None when any match is.
        grouped: Whether a terminal shows them file by file.

    Returns:
        The exit status.
    """
    seconds = time.perf_counter() - started
    output = asked.output
    export = output.export(asked.home, asked.broken)
    if output.file:
        write_file(output, export_answer(answer, export, seconds))
    elif output.is_json:
        out = sys.stdout.buffer
        for match in answer.matches:
            out.write(json_of(match, export) + b"\n")
        out.write(json_summary(answer, seconds, tree=output.tree) + b"\n")
        out.flush()
    elif output.tree and answer.tree:
        draw_tree(answer.tree, output.form.picture or PictureForm.TEXT)
    elif output.form is Form.MARKDOWN:
        for line in export_answer(answer, export, seconds):
            print(line)
    else:
        write_matches(answer, export, grouped=grouped)
    for note in answer.notes:
        click.echo(f"codelens: {printable(note)}", err=True)
    if not output.is_json or output.file:
        more = f"; all of them: --limit {answer.total}" if is_truncated(answer) and not answer.truncated else ""
        click.echo(
            f"codelens: {summary_text(answer, short=sys.stderr.isatty())} ({seconds * 1000:.0f} ms){more}", err=True
        )
    if asked.broken.any:
        return 2
    return 0 if (bool(answer.matches) if found is None else found) else 1


def draw_tree(links: Sequence[Link], form: PictureForm) -> None:
    """Write a picture to standard output: as wide as a terminal is, whole where it goes elsewhere."""
    width = shutil.get_terminal_size().columns if sys.stdout.isatty() else None
    for line in draw(links, form, width=width, boxes=_shows_boxes()):
        print(line)


def _shows_boxes() -> bool:
    try:
        "├└│─…".encode(sys.stdout.encoding or "ascii")
    except (UnicodeEncodeError, LookupError):
        return False
    return True


def write_file(output: Output, lines: Iterable[str]) -> None:
    """Write to the file that was asked for, and say so."""
    from codelens.present.output_file import write_lines  # noqa: PLC0415 - few ask for a file

    if output.file:
        write_lines(output.file, lines, replace=output.force)
        click.echo(f"codelens: written to {printable(str(output.file))}", err=True)


def write_matches(answer: Answer, export: Export, *, grouped: bool, several: bool = False) -> None:
    """Write matches to standard output, file by file on a terminal when ``grouped``.

    Args:
        answer: The answer.
        export: Whether they are links.
        grouped: Whether a terminal shows the file above its matches.
        several: Whether the repository is named even where there is one.
    """
    if not sys.stdout.isatty():
        for match in answer.matches:
            print(text_of(match, export, several=several or answer.repositories > 1))
        return
    before = None
    for match in answer.matches:
        if grouped and match.place != before:
            click.secho(f"{printable(match.place.path)}  [{match.place.repository}]", bold=True)
            before = match.place
        _write_match(match, export.links(match) if export.links else None, grouped=grouped)


def _write_match(match: Match, link: str | None, *, grouped: bool) -> None:
    """One match on a terminal: where and what, and beneath it the line."""
    where = link or f"{match.range.line + 1}:{match.range.column + 1}"
    if grouped:
        around = f"  in {printable(match.symbol)}" if match.symbol else ""
        click.echo(f"  {click.style(where, fg='green')}  {printable(match.signature)}{click.style(around, dim=True)}")
        return
    path = link or f"{printable(match.place.path)}:{where}"
    title = f"{match.kind or match.stands or 'text'} {click.style(printable(match.symbol or match.name), bold=True)}"
    click.echo(f"{title}  {click.style(path, fg='green')}  [{match.place.repository}]")
    click.echo(f"    {printable(match.signature)}")
