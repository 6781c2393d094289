"""What leads out of the search screen: the line where one is, and all that its view found."""

from __future__ import annotations

from typing import TYPE_CHECKING

from codelens.present.tui import questions
from codelens.present.tui.outside import At, Findings

if TYPE_CHECKING:
    from collections.abc import Callable

    from codelens.present.exporting import Export
    from codelens.present.tui.runs import RecipeRun
    from codelens.present.tui.screens.search import SearchScreen
    from codelens.present.tui.views import View
    from codelens.query.session import Session

_MOST = 100_000  # matches


def at_of(screen: SearchScreen) -> At | None:
    """The line under the cursor of the source, or that of the selected row."""
    code = screen.reader.code
    if screen.is_reading and code.file is not None:
        line, column = code.cursor
        return At(code.file.place, line, code.file.byte_column_of(line, column))
    row = screen.results.row
    if row is None or row.match is None:
        return None
    return At(row.match.place, row.match.range.line, row.match.range.column)


def findings_of(view: View | None) -> Findings | None:
    """What a view found, to be asked for again when it was too much to be shown at once."""
    if view is not None and view.run is not None:
        return _findings_of_run(view.run)
    if view is None or view.answer is None or not view.answer.matches:
        return None
    answer = view.answer

    def lines(session: Session, export: Export) -> list[str]:
        from codelens.present.exporting import export_answer  # noqa: PLC0415 - when asked for

        found, seconds = answer, view.seconds
        if not view.is_whole:
            whole = _question(view)(session)
            found, seconds = whole.answer, whole.seconds
        return list(export_answer(found, export, seconds))

    total = max(answer.total, len(answer.matches))
    least = "at least " if answer.truncated else ""
    count = f"{least}{total:,} {'match' if total == 1 else 'matches'}"
    return Findings(view.title, count, lines, has_tree=bool(answer.tree))


def _findings_of_run(run: RecipeRun) -> Findings | None:
    """What a recipe has found so far, each step on its own."""
    if not any(each.answer and each.answer.matches for each in run.answers):
        return None
    answers, seconds = list(run.answers), sum(run.took)

    def lines(_session: Session, export: Export) -> list[str]:
        from codelens.present.recipe_exporting import export_recipe  # noqa: PLC0415 - when asked for

        return list(export_recipe(run.asked.recipe, answers, export, seconds))

    shown = sum(len(each.answer.matches) for each in answers if each.answer)
    count = f"{shown:,} {'match' if shown == 1 else 'matches'} of {len(answers)} steps"
    return Findings(run.asked.title, count, lines, has_tree=True)


def _question(view: View) -> Callable[[Session], questions.Found]:
    if view.follow is None or view.subject is None:
        return questions.searched(view.query, _MOST)
    return questions.followed(view.follow, view.subject, _MOST)
