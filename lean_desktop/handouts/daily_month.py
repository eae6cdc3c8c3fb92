"""A month of daily meetings on paper: a dot for green, a filled square for red, and what was wrong."""

from collections.abc import Sequence

from reportlab.platypus import Flowable, PageBreak

from lean_desktop.domain.daily import DailyMonth, Mark
from lean_desktop.handouts.page import build, width
from lean_desktop.handouts.sheet import Sheet
from lean_desktop.handouts.style import head, heading, rows
from lean_desktop.handouts.type import INK, RULE, paragraph
from lean_desktop.i18n import Language

NAME = 0.2
"""Of the width, for the names of the areas."""
ROW, HEAD = 22, 16


def daily_month(months: Sequence[DailyMonth], sheet: Sheet, t: Language) -> bytes:
    """A page for each unit's month."""
    story: list[Flowable] = []
    for each in months:
        story += [PageBreak()] if story else []
        story += month_story(each, sheet, t)
    title = t("Daily operational meetings")
    story = story or [*head(sheet, "", title, []), paragraph(t("No unit has a daily meeting."))]
    return build(story, sheet, t, title=title, scope=title)


def month_story(month: DailyMonth, sheet: Sheet, t: Language) -> list[Flowable]:
    """What one month is put together from."""
    name = t.day(month.first).split(" ", 1)[1]
    kicker = t("Daily operational meeting")
    return [
        *head(sheet, kicker, month.name or kicker, [paragraph(name, "strong_right")]),
        Grid(month, width(sheet)),
        paragraph(t("● green   ■ red   – planned, not recorded"), "small"),
        *_deviations(month, sheet, t),
    ]


def _deviations(month: DailyMonth, sheet: Sheet, t: Language) -> list[Flowable]:
    names = {area.id: area.name for area in month.areas}
    found = [
        (day, names.get(key, ""), mark.deviation)
        for day, marks in sorted(month.marks.items())
        for key, mark in marks.items()
        if mark.red
    ]
    if not found:
        return []
    whole = width(sheet)
    body = [
        [paragraph(t.short_day(day)), paragraph(area), paragraph(text or "–")]
        for day, area, text in found
    ]
    heads = [t("Day"), t("Area"), t("What was wrong")]
    return [*heading(t("Deviations")), rows(heads, body, (72, 110, whole - 182))]


class Grid(Flowable):
    """A row for each area, a column for each day; told in words below."""

    def __init__(self, month: DailyMonth, wide: float) -> None:
        super().__init__()
        self._month, self._wide = month, wide

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        return self._wide, HEAD + ROW * max(1, len(self._month.areas)) + 6

    def draw(self) -> None:
        month = self._month
        top = ROW * len(month.areas) + 6
        for column, day in enumerate(month.days):
            number = paragraph(str(day.day), "head")
            number.wrap(20, HEAD)
            number.drawOn(self.canv, self._left(column) + 2, top)
        for row, area in enumerate(month.areas):
            base = top - (row + 1) * ROW
            self._draw_row(base, area.name)
            for column, day in enumerate(month.days):
                mark = month.marks.get(day, {}).get(area.id)
                self._draw_mark(self._left(column), base, mark, planned=day in month.planned)

    def _left(self, column: int) -> float:
        return self._wide * NAME + column * self._wide * (1 - NAME) / 31

    def _draw_row(self, base: float, name: str) -> None:
        self.canv.setStrokeColor(RULE)
        self.canv.setLineWidth(0.5)
        self.canv.line(0, base + ROW, self._wide, base + ROW)
        told = paragraph(name, "strong")
        _, high = told.wrap(self._wide * NAME - 6, ROW)
        told.drawOn(self.canv, 0, base + (ROW - high) / 2)

    def _draw_mark(self, left: float, base: float, mark: Mark | None, *, planned: bool) -> None:
        self.canv.setFillColor(INK)
        middle = base + ROW / 2
        if mark and mark.red:
            self.canv.rect(left + 2, middle - 4.5, 9, 9, stroke=0, fill=1)
        elif mark:
            self.canv.circle(left + 6.5, middle, 2.6, stroke=0, fill=1)
        elif planned:
            self.canv.line(left + 3, middle, left + 10, middle)
