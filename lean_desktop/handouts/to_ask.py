"""The actions to be asked about, with boxes to fill in: part of the agenda and of lists."""

from collections.abc import Sequence
from datetime import date

from reportlab.platypus import Flowable

from lean_desktop.domain.actions import Action
from lean_desktop.handouts.form import Tick
from lean_desktop.handouts.page import width
from lean_desktop.handouts.sheet import Sheet
from lean_desktop.handouts.style import heading, rows
from lean_desktop.handouts.type import paragraph
from lean_desktop.i18n import Language


def to_ask(actions: Sequence[Action], day: date, sheet: Sheet, t: Language) -> list[Flowable]:
    """A row for each: asked, done, and room for a new date and why."""
    if not actions:
        return []
    whole = width(sheet)
    widths = (34, 30, whole * 0.31, whole * 0.17, 96, 34, whole * 0.52 - 194)
    heads = [t("Asked"), t("No."), t("Action"), t("Owner"), t("Due"), t("Done")]
    body = [_row(each, day, t) for each in actions]
    return [
        *heading(t("Actions to ask about")),
        rows([*heads, t("New date, and why")], body, widths, numbers=(1,)),
    ]


def _row(action: Action, day: date, t: Language) -> list[object]:
    return [
        Tick(),
        paragraph(str(action.number), "body_right"),
        paragraph(action.title),
        paragraph(action.owner),
        due(action, day, t),
        Tick(),
        "",
    ]


def due(action: Action, day: date, t: Language) -> list[Flowable]:
    """The date, and in words how long it is over and how often it was moved."""
    if action.due is None:
        return [paragraph(t("no date"), "label")]
    told = []
    if days := action.days_over(day):
        told.append(t("{n} d over", n=days))
    if action.slips:
        told.append(t("moved {n}", n=action.slips))
    date_line = paragraph(t.day_month(action.due), "strong" if told else "body")
    return [date_line, *([paragraph(", ".join(told), "small")] if told else [])]
