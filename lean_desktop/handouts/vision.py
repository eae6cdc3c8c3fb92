"""Where we are going: the vision, our values, and the goals with the groups that work for them.

Mission §1, A1: a clear picture of vision, whole, goals and connections. On A3 it is set larger,
to be read on a wall.
"""

from collections.abc import Sequence
from typing import Any

from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Flowable, Spacer, Table, TableStyle

from lean_desktop.domain.goals import CoreValue, Direction, Goal, tree
from lean_desktop.handouts.page import build, width
from lean_desktop.handouts.sheet import Sheet
from lean_desktop.handouts.style import BARE, Beside, Rows, bar, head, heading, rows
from lean_desktop.handouts.type import RULE, RULE_STRONG, paragraph, style
from lean_desktop.i18n import Language

DEEPEST = 8
"""Goals deeper down are set no further in, so that there is room for their words."""

_STEP = 16
"""Points a part stands further in than its whole."""


def vision(direction: Direction, sheet: Sheet, t: Language) -> bytes:
    """The whole picture, on as many pages as it takes."""
    title = t("Vision, values and goals")
    story = [
        *head(sheet, sheet.owner, title, []),
        *_vision(direction.vision, sheet, t),
        *_values(direction.values, sheet, t),
        *_goals(direction.goals, sheet, t),
    ]
    return build(story, sheet, t, title=f"{title}, {sheet.owner}", scope=title)


def _vision(text: str, sheet: Sheet, t: Language) -> list[Flowable]:
    if not text:
        return [paragraph(t("No vision has been written yet."), "label")]
    return [Spacer(0, 4), Beside(paragraph(text, _look("vision", sheet)), 14, bar, around=4)]


def _values(values: Sequence[CoreValue], sheet: Sheet, t: Language) -> list[Flowable]:
    """Two beside each other, on A3 four: name over what it means."""
    if not values:
        return []
    columns = 2 if sheet.paper == "A4" else 4
    told: list[Any] = [
        [
            paragraph(each.name, _look("strong", sheet)),
            *([paragraph(each.meaning, _look("body", sheet))] if each.meaning else []),
        ]
        for each in values
    ]
    told += [""] * (-len(told) % columns)
    grid = [told[at : at + columns] for at in range(0, len(told), columns)]
    widths = [width(sheet) / columns] * columns
    spaced = [*BARE, ("BOTTOMPADDING", (0, 0), (-1, -1), 8), ("RIGHTPADDING", (0, 0), (-1, -1), 16)]
    return [
        *heading(t("Our values"), _look("heading", sheet)),
        Rows(grid, colWidths=widths, style=TableStyle(spaced)),
    ]


def _goals(goals: Sequence[Goal], sheet: Sheet, t: Language) -> list[Flowable]:
    """Every goal below what it is part of, with lines between them, and who works for it."""
    story = heading(t("Our goals"), _look("heading", sheet))
    if not goals:
        return [*story, paragraph(t("No goals yet."), "label")]
    placed = [(each.goal, min(each.depth, DEEPEST)) for each in tree(goals)]
    heads = [t("Goal, and how we see that it is reached"), t("Group"), t("Due")]
    body = [_row(goal, depth, sheet, t) for goal, depth in placed]
    widths = [share * width(sheet) for share in (0.52, 0.34, 0.14)]
    table = rows(heads, body, widths, ruled=False, look=_look("head", sheet))
    table.setStyle(TableStyle(_lines([depth for _, depth in placed], sheet)))
    return [*story, table]


def _row(goal: Goal, depth: int, sheet: Sheet, t: Language) -> list[Any]:
    name = paragraph(goal.name, _look("body" if depth else "strong", sheet))
    measure = [paragraph(goal.measure, _look("small", sheet))] if goal.measure else []
    due = t.date(goal.due) if goal.due else ""
    return [
        [name, *measure],
        paragraph(goal.group, _look("body", sheet)),
        paragraph(due, _look("body", sheet)),
    ]


def _lines(depths: Sequence[int], sheet: Sheet) -> list[tuple[Any, ...]]:
    """How far in each row stands, and the lines at its left; a hairline above each whole goal.

    A goal stands on the same page as the first of its parts.
    """
    middle = 3 + style(_look("body", sheet)).leading / 2
    commands: list[tuple[Any, ...]] = []
    for row, (depth, rails) in enumerate(zip(depths, going_on(depths), strict=True), 1):
        cell = ((0, row), (0, row))
        commands.append(("LEFTPADDING", *cell, depth * _STEP))
        commands.append(("BACKGROUND", *cell, _Branch(depth, rails, middle)))
        if depth == 0 and row > 1:
            commands.append(("LINEABOVE", (0, row), (-1, row), 0.5, RULE))
        if row < len(depths) and depths[row] > depth:
            commands.append(("NOSPLIT", (0, row), (-1, row + 1)))
    return commands


def going_on(depths: Sequence[int]) -> list[frozenset[int]]:
    """For each row of a tree, at which depths another row follows below the same whole."""
    found: list[frozenset[int]] = []
    later: frozenset[int] = frozenset()
    for depth in reversed(depths):
        later = frozenset(each for each in later if each <= depth)
        found.append(later)
        later |= {depth}
    return found[::-1]


class _Branch:
    """Draws the lines from the wholes above to one row, and on to the rows below it."""

    def __init__(self, depth: int, rails: frozenset[int], middle: float) -> None:
        self._depth, self._rails, self._middle = depth, rails, middle

    def __call__(
        self, _: Table, canvas: Canvas, x: float, top: float, __: float, height: float
    ) -> None:
        canvas.saveState()
        canvas.setStrokeColor(RULE_STRONG)
        canvas.setLineWidth(0.75)
        for depth in range(1, self._depth + 1):
            at = x + (depth - 1) * _STEP + 4
            if depth in self._rails:
                canvas.line(at, top, at, top + height)
            elif depth == self._depth:
                canvas.line(at, top, at, top - self._middle)
        if self._depth:
            at = x + (self._depth - 1) * _STEP + 4
            canvas.line(at, top - self._middle, at + _STEP - 8, top - self._middle)
        canvas.restoreState()


def _look(name: str, sheet: Sheet) -> str:
    return name if sheet.paper == "A4" else f"large_{name}"
