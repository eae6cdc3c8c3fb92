"""The baseline assessment on paper: two columns of boxes, for oneself and for one's leader."""

from collections.abc import Sequence
from itertools import groupby
from typing import Any

from reportlab.platypus import Flowable, PageBreak, Spacer

from lean_desktop.domain.competence.levels import HIGHEST, LEVEL_NAMES
from lean_desktop.domain.competence.papers import BaselineLine, BaselinePaper
from lean_desktop.handouts.form import Rule
from lean_desktop.handouts.page import build, width
from lean_desktop.handouts.sheet import Sheet
from lean_desktop.handouts.style import facts, head, heading, rows
from lean_desktop.handouts.type import RULE_STRONG, paragraph, register
from lean_desktop.i18n import Language

BOX, APART = 12, 18
"""Points of a box, and from one to the next."""


def baseline_pdf(papers: Sequence[BaselinePaper], sheet: Sheet, t: Language) -> bytes:
    """A sheet for each person."""
    title = t("Baseline assessment")
    story: list[Flowable] = []
    for each in papers:
        story += [PageBreak()] if story else []
        story += _one(each, sheet, t)
    if not story:
        story = [*head(sheet, "", title, []), paragraph(t("No skill yet"))]
    scope = f"{title}, {papers[0].person}" if len(papers) == 1 else title
    return build(story, sheet, t, title=scope, scope=scope)


def _one(told: BaselinePaper, sheet: Sheet, t: Language) -> list[Flowable]:
    levels = " · ".join(f"{n} {t(name)}" for n, name in enumerate(LEVEL_NAMES))
    right = [paragraph(each, "body_right") for each in (told.unit, t.long_day(told.day)) if each]
    story: list[Flowable] = [
        *head(sheet, t("Baseline assessment"), told.person, right),
        paragraph(t("Tick one level for each skill, each of you without looking at the other.")),
        paragraph(levels, "small"),
    ]
    for category, lines in groupby(told.lines, key=lambda each: each.category):
        story += [*heading(category), _table(list(lines), sheet, t)]
    signed = [(t("Myself, day and sign."), Rule()), (t("Leader, day and sign."), Rule())]
    return [*story, Spacer(0, 16), facts(signed, sheet, columns=2, label=130)]


def _table(lines: Sequence[BaselineLine], sheet: Sheet, t: Language) -> Flowable:
    whole = width(sheet)
    boxes = APART * (HIGHEST + 1) + 12.0
    body = [
        [
            paragraph(each.skill),
            paragraph(str(each.target) if each.target else "–"),
            Boxes(),
            Boxes(),
        ]
        for each in lines
    ]
    heads = [t("Skill"), t("Target"), t("Myself"), t("Leader")]
    return rows(heads, body, [whole - 2 * boxes - 48, 48, boxes, boxes])


class Boxes(Flowable):
    """A box for each level, with its number inside in grey."""

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        return APART * (HIGHEST + 1), 14

    def draw(self) -> None:
        register()
        canvas: Any = self.canv
        canvas.setStrokeColor(RULE_STRONG)
        canvas.setLineWidth(0.6)
        canvas.setFont("Inter-Regular", 7)
        canvas.setFillColor(RULE_STRONG)
        for level in range(HIGHEST + 1):
            canvas.roundRect(level * APART, 0, BOX, BOX, 1.5)
            canvas.drawCentredString(level * APART + BOX / 2, 3.5, str(level))
