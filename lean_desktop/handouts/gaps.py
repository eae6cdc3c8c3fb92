"""What each is below target in: a page for each person, for that person and their leader."""

from collections.abc import Sequence

from reportlab.platypus import Flowable, PageBreak

from lean_desktop.domain.competence.papers import GapLine, GapsPaper
from lean_desktop.handouts.form import Lines
from lean_desktop.handouts.listed import listed
from lean_desktop.handouts.page import build
from lean_desktop.handouts.sheet import Sheet
from lean_desktop.handouts.style import cells, head
from lean_desktop.handouts.type import paragraph
from lean_desktop.i18n import Language


def gaps_pdf(papers: Sequence[GapsPaper], sheet: Sheet, t: Language) -> bytes:
    """A page for each person who lacks anything."""
    title = t("Gaps to target")
    story: list[Flowable] = []
    for each in papers:
        story += [PageBreak()] if story else []
        story += _one(each, sheet, t)
    story = story or [*head(sheet, "", title, []), paragraph(t("Nobody is below target."))]
    whose = papers[0].person if len(papers) == 1 else title
    scope = t("Personal list, only for {name}", name=whose) if len(papers) == 1 else title
    return build(story, sheet, t, title=f"{title}, {whose}", scope=scope)


def _one(told: GapsPaper, sheet: Sheet, t: Language) -> list[Flowable]:
    right = [paragraph(t.long_day(told.day), "body_right"), paragraph(told.unit, "body_right")]
    heads = [t("Skill"), t("Level now"), t("Target"), t("Required by")]
    body = [_row(each, t) for each in told.lines]
    return [
        *head(sheet, t("Gaps to target"), told.person, right),
        *listed(heads, body, (0.34, 0.22, 0.22, 0.22), sheet, ""),
        Lines(t("What we agree"), least=3, most=8),
    ]


def _row(each: GapLine, t: Language) -> list[object]:
    more = [paragraph(t("critical"), "small")] if each.critical else []
    return [
        [paragraph(each.skill, "strong"), *more],
        *cells([each.level, each.required, each.whose]),
    ]
