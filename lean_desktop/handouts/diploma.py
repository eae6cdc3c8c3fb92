"""A diploma: one sheet across, for the wall at home as much as for the one at work."""

from collections.abc import Sequence

from reportlab.platypus import Flowable, PageBreak, Spacer

from lean_desktop.domain.competence.papers import DiplomaPaper
from lean_desktop.handouts.form import Rule
from lean_desktop.handouts.page import build, width
from lean_desktop.handouts.sheet import Sheet
from lean_desktop.handouts.style import facts, head
from lean_desktop.handouts.type import paragraph
from lean_desktop.i18n import Language


def diploma_pdf(papers: Sequence[DiplomaPaper], sheet: Sheet, t: Language) -> bytes:
    """A sheet for each diploma."""
    sheet = sheet._replace(landscape=True)
    title = t("Diploma")
    story: list[Flowable] = []
    for each in papers:
        story += [PageBreak()] if story else []
        story += _one(each, sheet, t)
    if not story:
        story = [*head(sheet, "", title, []), paragraph(t("No diploma has been handed out yet."))]
    scope = f"{title}, {papers[0].person}" if len(papers) == 1 else title
    return build(story, sheet, t, title=scope, scope=sheet.owner)


def _one(told: DiplomaPaper, sheet: Sheet, t: Language) -> list[Flowable]:
    skills = ", ".join(told.skills)
    signed = [(t("Day and sign."), Rule()), (t("For {name}", name=sheet.owner), Rule())]
    gap = width(sheet) * 0.04
    return [
        *head(sheet, t("Diploma"), told.step, []),
        Spacer(0, gap),
        paragraph(t("is awarded to"), "large_small"),
        Spacer(0, 6),
        paragraph(told.person, "large_vision"),
        Spacer(0, gap),
        paragraph(t("who has shown what this step of the ladder asks for:"), "large_small"),
        Spacer(0, 4),
        paragraph(skills or told.ladder, "large_body"),
        Spacer(0, gap),
        paragraph(t.day(told.day), "large_strong"),
        Spacer(0, gap * 2),
        facts(signed, sheet, columns=2, label=160),
    ]
