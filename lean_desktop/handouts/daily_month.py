"""A month of daily meetings on one sheet: a ring for a green day, a square for a red one.

A day on which the meeting is planned and nothing is recorded has an empty box to mark by hand.
"""

from collections.abc import Iterator, Sequence
from datetime import date
from itertools import accumulate

from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Flowable, PageBreak, Paragraph, Spacer

from lean_desktop.domain.daily import USUAL_AREAS, Area, DailyMonth, Mark
from lean_desktop.handouts.page import Area as Place
from lean_desktop.handouts.page import build, width
from lean_desktop.handouts.sheet import Sheet
from lean_desktop.handouts.style import head, heading, rows
from lean_desktop.handouts.type import INK, RULE, RULE_STRONG, paragraph, width_of
from lean_desktop.handouts.year_marks import ring, shade, square, write, write_figure
from lean_desktop.i18n import Language

_NAME, _GREEN = 0.17, 50.0
"""The share of the width for the names of the areas; points for how many days were green."""

_ROW, _HEAD = 26.0, 28.0
_MARK, _OF_DAY = 11.0, 0.8
"""Points across a mark, and the most of the width of a day it may take."""
_FRIDAY = 4
_NOTHING = "–"


def daily_month(months: Sequence[DailyMonth], sheet: Sheet, t: Language) -> bytes:
    """The month of each unit on a sheet of its own, across."""
    sheet = sheet._replace(landscape=True)
    title = t("Daily operational meetings")
    story: list[Flowable] = []
    for each in months:
        story += [*([PageBreak()] if story else []), *month_story(each, sheet, t)]
    story = story or [*head(sheet, "", title, []), paragraph(t("No unit has a daily meeting."))]
    return build(story, sheet, t, title=title, scope=title)


def month_story(month: DailyMonth, sheet: Sheet, t: Language) -> list[Flowable]:
    """The grid of one month, and below it what was wrong on the red days; upright too."""
    kicker, when = t("Daily operational meeting"), t.day(month.first).partition(" ")[2]
    title = " · ".join(filter(None, (month.name, when)))
    areas = month.areas or tuple(Area(0, t(name)) for name in USUAL_AREAS)
    return [
        *head(sheet, kicker, title, [paragraph(_told(month, t), "body_right")]),
        _Grid(month, areas, sheet, t),
        Spacer(0, 8),
        _Legend(t),
        *_deviations(month, sheet, t),
    ]


def _told(month: DailyMonth, t: Language) -> str:
    return t("Recorded on {n} of {all} days", n=len(month.marks), all=len(month.planned))


def _deviations(month: DailyMonth, sheet: Sheet, t: Language) -> list[Flowable]:
    body = [
        [paragraph(t.short_day(day)), paragraph(area.name, "strong"), paragraph(wrong or _NOTHING)]
        for day, area, wrong in _red_days(month)
    ]
    title = heading(t("Deviations"))
    if not body:
        return [*title, paragraph(t("No area was red."), "label")]
    whole = width(sheet)
    widths = (70, whole * _NAME, whole * (1 - _NAME) - 70)
    return [*title, rows([t("Day"), t("Area"), t("What was wrong")], body, widths)]


def _red_days(month: DailyMonth) -> Iterator[tuple[date, Area, str]]:
    for day in month.days:
        for area in month.areas:
            mark = month.marks.get(day, {}).get(area.id)
            if mark and mark.red:
                yield day, area, mark.deviation


class _Grid(Flowable):
    """Days across, areas down; on how many recorded days each was green at the right."""

    def __init__(self, month: DailyMonth, areas: Sequence[Area], sheet: Sheet, t: Language) -> None:
        super().__init__()
        self._month, self._areas, self._sheet, self._t = month, areas, sheet, t
        self._width = width(sheet)
        self._name = self._width * _NAME
        self._day = (self._width - self._name - _GREEN) / len(month.days)
        self._names = [paragraph(area.name, "strong") for area in areas]
        for name in self._names:
            name.wrap(self._name - 8, 1000)

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        return self._width, _HEAD + sum(map(_high, self._names))

    def split(self, width: float, height: float) -> list[Flowable]:
        lower = accumulate(map(_high, self._names), initial=_HEAD)
        count = sum(edge <= height for edge in lower) - 1
        if count < 1:
            return []
        parts = self._areas[:count], self._areas[count:]
        return [_Grid(self._month, part, self._sheet, self._t) for part in parts if part]

    def draw(self) -> None:
        top = sum(map(_high, self._names))
        for day in self._month.days:
            if day.weekday() > _FRIDAY:
                shade(self.canv, Place(self._left(day), 0, self._day, top), whole=False)
            self._draw_day(day, top)
        write(self.canv, self._width, top + 6, self._t("Green"), "head_right")
        self._draw_rule(top, 0.75)
        for area, name in zip(self._areas, self._names, strict=True):
            bottom = top - _high(name)
            self._draw_area(area, name, bottom, top)
            top = bottom

    # Inside

    def _left(self, day: date) -> float:
        return self._name + (day.day - 1) * self._day

    def _draw_day(self, day: date, bottom: float) -> None:
        middle = self._left(day) + self._day / 2
        this = day == self._sheet.printed.date()
        write_figure(self.canv, middle, bottom + 8, str(day.day), strong=this)
        write_figure(self.canv, middle, bottom + 19, self._t.short_day(day)[0].upper())

    def _draw_area(self, area: Area, name: Paragraph, bottom: float, top: float) -> None:
        high = top - bottom
        name.drawOn(self.canv, 0, bottom + (high - name.height) / 2)
        for day in self._month.days:
            told = self._month.marks.get(day, {}).get(area.id)
            self._draw_mark(self._left(day) + self._day / 2, bottom + high / 2, told, day)
        green, of = self._month.green(area)
        text = self._t("{n} of {all}", n=green, all=of) if of else _NOTHING
        write(self.canv, self._width, bottom + high / 2 - 3.5, text, "strong_right")
        self._draw_rule(bottom, 0.4)

    def _draw_mark(self, x: float, y: float, told: Mark | None, day: date) -> None:
        side = min(_MARK, self._day * _OF_DAY)
        if told:
            draw_told(self.canv, x, y, side, red=told.red)
        elif day in self._month.planned:
            draw_empty(self.canv, x, y, side)

    def _draw_rule(self, y: float, thick: float) -> None:
        self.canv.setStrokeColor(RULE_STRONG)
        self.canv.setLineWidth(thick)
        self.canv.line(0, y, self._width, y)


class _Legend(Flowable):
    """What the marks mean, in one line."""

    def __init__(self, t: Language) -> None:
        super().__init__()
        self._t = t

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        return width, 14

    def draw(self) -> None:
        x, t = _MARK / 2, self._t
        for told, word in ((False, t("green")), (True, t("red")), (None, t("not recorded"))):
            if told is None:
                draw_empty(self.canv, x, 7, _MARK)
            else:
                draw_told(self.canv, x, 7, _MARK, red=told)
            write(self.canv, x + _MARK, 4, word, "foot")
            x += _MARK + width_of(word, "foot") + 20


def draw_told(canvas: Canvas, x: float, y: float, side: float, *, red: bool) -> None:
    """A filled square for red, a ring for green."""
    canvas.setStrokeColor(INK)
    canvas.setFillColor(INK)
    (square if red else ring)(canvas, x, y, side / 2)


def draw_empty(canvas: Canvas, x: float, y: float, side: float) -> None:
    """A box to mark by hand."""
    canvas.setStrokeColor(RULE)
    canvas.setLineWidth(0.5)
    canvas.roundRect(x - side / 2, y - side / 2, side, side, 1.5)


def _high(name: Paragraph) -> float:
    return max(_ROW, float(name.height) + 8)
