"""The structure of the year's meetings on A3: who meets in which week, and what became of it."""

from reportlab.platypus import Flowable

from lean_desktop.domain.meeting_year import MeetingYear, Tally
from lean_desktop.domain.meeting_year_words import told_closings, told_pair, told_tally
from lean_desktop.handouts.page import build
from lean_desktop.handouts.sheet import Sheet
from lean_desktop.handouts.style import head, heading
from lean_desktop.handouts.type import paragraph
from lean_desktop.handouts.year_table import table_of
from lean_desktop.i18n import Language

_CLASHES = 40
"""How many clashes are listed; the others are counted."""


def meeting_year(year: MeetingYear, sheet: Sheet, t: Language) -> bytes:
    """Every group and unit of the year, on as many A3 pages across as it takes."""
    sheet = sheet._replace(paper="A3", landscape=True)
    title = t("Meetings of {year}", year=year.year)
    story = [
        *head(sheet, t("Meeting structure"), title, [paragraph(_summed(year, t), "body_right")]),
        *([table_of(year, t)] if year.lines else [paragraph(t("Nobody meets yet."))]),
        *_closings(year, t),
        *_clashing(year, t),
    ]
    return build(story, sheet, t, title=title, scope=title)


def _summed(year: MeetingYear, t: Language) -> str:
    so_far = sum((line.so_far for line in year.lines), Tally())
    return t("Held so far: {n}", n=told_tally(so_far, t))


def _closings(year: MeetingYear, t: Language) -> list[Flowable]:
    told = told_closings(year, t)
    return [*heading(t("Closed days")), paragraph(" · ".join(told), "small")] if told else []


def _clashing(year: MeetingYear, t: Language) -> list[Flowable]:
    every = dict.fromkeys(each for found in year.clashes.values() for each in found)
    if not every:
        return []
    told = [told_pair(year, each, t) for each in list(every)[:_CLASHES]]
    more = len(every) - len(told)
    left = [t.plural("and {n} more", "and {n} more", more)] if more else []
    return [*heading(t("Clashes")), *(paragraph(each, "small") for each in (*told, *left))]
