"""The training plan: a page for each person to hand out, or all of it in one list."""

from collections.abc import Sequence
from itertools import groupby

from reportlab.platypus import Flowable, PageBreak

from lean_desktop.domain.competence.papers import TrainingPaper
from lean_desktop.domain.competence.training import WAY_NAMES, TrainingItem, TrainingState
from lean_desktop.handouts.form import Tick
from lean_desktop.handouts.page import build, width
from lean_desktop.handouts.sheet import Sheet
from lean_desktop.handouts.style import head, rows
from lean_desktop.handouts.type import paragraph
from lean_desktop.i18n import Language


def training_plan_pdf(told: TrainingPaper, sheet: Sheet, t: Language) -> bytes:
    """A page for each person who is to learn something."""
    title = t("Training plan")
    by_person = sorted(told.items, key=lambda each: (t.sort_key(each.person), each.person_id))
    story: list[Flowable] = []
    for _, items in groupby(by_person, key=lambda each: each.person_id):
        story += [PageBreak()] if story else []
        story += _one(list(items), told, sheet, t)
    if not story:
        story = [*head(sheet, "", title, []), paragraph(t("Nothing is planned."))]
    scope = told.scope or title
    return build(story, sheet, t, title=f"{title}, {scope}", scope=scope)


def _one(
    items: Sequence[TrainingItem], told: TrainingPaper, sheet: Sheet, t: Language
) -> list[Flowable]:
    whole = width(sheet)
    day = paragraph(t.long_day(told.day), "body_right")
    heads = ["", t("What"), t("To level"), t("Begins"), t("By when"), t("How"), t("Trained by")]
    widths = [18.0, 0.0, 44.0, 66.0, 74.0, whole * 0.16, whole * 0.18]
    widths[1] = whole - sum(widths)
    body = [_row(each, told, t) for each in items]
    return [*head(sheet, t("Training plan"), items[0].person, [day]), rows(heads, body, widths)]


def _row(each: TrainingItem, told: TrainingPaper, t: Language) -> list[object]:
    late = each.state(told.day) is TrainingState.LATE
    by_when = t.date(each.by_when) if each.by_when else ""
    return [
        Tick(),
        paragraph(each.skill, "strong"),
        paragraph(f"→ {each.level}"),
        paragraph(t.date(each.starts) if each.starts else ""),
        paragraph(f"■ {by_when}" if late else by_when, "strong" if late else "body"),
        paragraph(each.course or t(WAY_NAMES[each.way])),
        paragraph(each.trainer),
    ]
