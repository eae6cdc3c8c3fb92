"""How well skills are covered: the ones only one can first, then all of them. Gaps name nobody."""

from itertools import groupby

from reportlab.platypus import Flowable

from lean_desktop.domain.competence.papers import CoverageLine, CoveragePaper
from lean_desktop.handouts.listed import listed
from lean_desktop.handouts.page import build
from lean_desktop.handouts.sheet import Sheet
from lean_desktop.handouts.style import cells, head, heading
from lean_desktop.handouts.type import paragraph
from lean_desktop.i18n import Language


def coverage_pdf(told: CoveragePaper, sheet: Sheet, t: Language) -> bytes:
    """The report on one or more pages."""
    title = t("Coverage of skills")
    alone = [each for each in told.lines if each.qualified == 1]
    story: list[Flowable] = [
        *head(sheet, "", title, [paragraph(t.long_day(told.day), "body_right")]),
        *heading(t("Only one can")),
        *listed(
            [t("Skill"), t("Who"), t("Needed"), t("Can teach")],
            [
                [*_named(each, t), *cells([each.only_one, str(each.need), str(each.teachers)])]
                for each in alone
            ],
            (0.4, 0.32, 0.14, 0.14),
            sheet,
            t("Every skill that anybody has, more than one has."),
        ),
    ]
    for category, lines in groupby(told.lines, key=lambda each: each.category):
        story += [*heading(category), *_category(list(lines), sheet, t)]
    if not told.lines:
        story.append(paragraph(t("No skill yet"), "label"))
    return build(story, sheet, t, title=title, scope=title)


def _category(lines: list[CoverageLine], sheet: Sheet, t: Language) -> list[Flowable]:
    body = [
        [
            *_named(each, t),
            paragraph(f"{_sign(each)} {each.have}/{each.need}", "strong"),
            *cells([str(each.qualified), str(each.teachers), str(each.gaps)]),
        ]
        for each in lines
    ]
    heads = [t("Skill"), t("Covered"), t("Qualified"), t("Can teach"), t("Below target")]
    return listed(heads, body, (0.4, 0.15, 0.15, 0.15, 0.15), sheet, "")


def _named(each: CoverageLine, t: Language) -> list[list[Flowable]]:
    more = [paragraph(t("critical"), "small")] if each.critical else []
    return [[paragraph(each.skill, "strong"), *more]]


def _sign(each: CoverageLine) -> str:
    """A square where one alone can it or nobody, a triangle where too few, else a disc."""
    if each.qualified <= 1:
        return "■"
    return "▲" if each.have < each.need else "●"
