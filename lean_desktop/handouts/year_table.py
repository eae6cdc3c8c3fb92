"""The table of a year of meetings on paper: it goes on page by page under the same head."""

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import NamedTuple

from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.platypus import Flowable, Paragraph

from lean_desktop.domain.meeting_year import (
    STANDING_NAMES,
    WORKING_DAYS,
    Cell,
    Line,
    MeetingYear,
    Week,
    most_pressing,
)
from lean_desktop.domain.meeting_year_words import month_name, name_of, sections, told_tally
from lean_desktop.handouts.page import Area
from lean_desktop.handouts.type import INK, REGULAR, RULE, RULE_STRONG, paragraph, width_of
from lean_desktop.handouts.year_marks import (
    FIGURE,
    draw_clash,
    draw_mark,
    shade,
    write,
    write_figure,
)
from lean_desktop.i18n import N_, Language

NAME, HELD = 168.0, 62.0
"""Points for the names at the left, and for what was held at the right."""

_MARK, _CLASH, _GAP = 7.6, 4.4, 1.4
_ROW, _HEAD, _LEGEND = 18.0, 30.0, 24.0
_SHADES = ((False, N_("A closed day in the week")), (True, N_("Closed week")))


def table_of(year: MeetingYear, t: Language) -> Flowable:
    """Every line of the year under the heading of its kind."""
    rows: list[_Row] = []
    for each in sections(year.lines, t):
        rows.append(_Row(None, each.heading, paragraph(each.heading, "head")))
        rows += [_Row(line, each.heading, paragraph(name_of(line.whose, t))) for line in each.lines]
    return _Year(year, rows, t)


class _Row(NamedTuple):
    """A line with its name, or a heading where there is none; `under` is that heading."""

    line: Line | None
    under: str
    name: Paragraph

    @property
    def height(self) -> float:
        """Points it takes; the name has been wrapped."""
        return max(_ROW, float(self.name.height) + 5)


class _Year(Flowable):
    """The legend, the head, and the rows; what does not fit goes on under the same head."""

    def __init__(self, year: MeetingYear, rows: Sequence[_Row], t: Language) -> None:
        super().__init__()
        self._year, self._rows, self._t = year, rows, t
        for row in rows:
            row.name.wrap(NAME - 8, 1000)

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        self._width = width
        self._week = (width - NAME - HELD) / len(self._year.weeks)
        return width, _LEGEND + _HEAD + sum(row.height for row in self._rows)

    def split(self, width: float, height: float) -> list[Flowable]:
        room, count = height - _LEGEND - _HEAD, 0
        for row in self._rows:
            room -= row.height
            if room < 0:
                break
            count += 1
        if count and self._rows[count - 1].line is None:
            count -= 1
        if not count:
            return []
        return [self._part(self._rows[:count]), self._part(self._continued(count))]

    def draw(self) -> None:
        top = _HEAD + sum(row.height for row in self._rows)
        self._draw_legend(top)
        self._draw_months(top)
        top -= _HEAD
        for row, bottom in self._placed(top):
            self._shade(row, bottom)
        self._draw_rule(0, top, self._width, 0.75)
        for row, bottom in self._placed(top):
            self._draw_row(row, bottom)
        self._draw_this_week(_HEAD)

    # Inside

    def _part(self, rows: Sequence[_Row]) -> "_Year":
        return _Year(self._year, rows, self._t)

    def _continued(self, count: int) -> list[_Row]:
        """The rows from there on, their heading again before them."""
        rest = list(self._rows[count:])
        if rest[0].line is None:
            return rest
        again = rest[0].under
        return [_Row(None, again, paragraph(again, "head")), *rest]

    def _placed(self, top: float) -> Iterator[tuple[_Row, float]]:
        """Each row with the height of its lower edge."""
        for row in self._rows:
            top -= row.height
            yield row, top

    def _left(self, number: int) -> float:
        """Where the week of that number begins."""
        return NAME + (number - 1) * self._week

    def _draw_legend(self, bottom: float) -> None:
        x, y = 0.0, bottom + _LEGEND - 9
        for standing, name in STANDING_NAMES.items():
            draw_mark(self.canv, x + _MARK / 2, y, _MARK, standing)
            x = self._draw_word(x + _MARK + 4, y, self._t(name))
        draw_clash(self.canv, x + _CLASH, y + _CLASH / 2, _CLASH)
        x = self._draw_word(x + _CLASH + 4, y, self._t("Clash"))
        x = self._draw_word(x, y, f"4/5 {self._t('Daily meetings held of those of the week')}")
        for whole, name in _SHADES:
            shade(self.canv, Area(x, y - 4, 12, 8), whole=whole)
            x = self._draw_word(x + 16, y, self._t(name))

    def _draw_word(self, x: float, y: float, word: str) -> float:
        """Where the next thing begins."""
        write(self.canv, x, y - 3, word, "foot")
        return x + width_of(word, "foot") + 14

    def _draw_months(self, top: float) -> None:
        for month, run in groupby(self._year.weeks, key=lambda week: week.month):
            weeks = list(run)
            left = self._left(weeks[0].number)
            self._draw_upright(left, top - _HEAD, top)
            write(self.canv, left + 3, top - 11, month_name(month, self._t), "head")
        for week in self._year.weeks:
            self._draw_number(week, top - _HEAD + 5)
        held = self._t("Held")
        write(self.canv, self._width, top - _HEAD + 5, held, "head_right")

    def _draw_number(self, week: Week, y: float) -> None:
        middle = self._left(week.number) + self._week / 2
        this = week.number == self._year.this_week
        write_figure(self.canv, middle, y + 2.5, str(week.number), strong=this)

    def _draw_this_week(self, above: float) -> None:
        """A frame around the column."""
        if number := self._year.this_week:
            high = sum(row.height for row in self._rows) + above / 2
            self.canv.setStrokeColor(INK)
            self.canv.setLineWidth(0.9)
            self.canv.rect(self._left(number), 0, self._week, high)

    def _draw_row(self, row: _Row, bottom: float) -> None:
        if row.line is None:
            self._draw_name(row, bottom)
            self._draw_rule(0, bottom, self._width, 0.75)
            return
        for number, cell in row.line.cells.items():
            place = Area(self._left(number), bottom, self._week, row.height)
            self._draw_cell(place, cell)
        for week in self._year.weeks:
            if week.number == 1 or week.month != self._year.weeks[week.number - 2].month:
                self._draw_upright(self._left(week.number), bottom, bottom + row.height)
        self._draw_name(row, bottom)
        held = told_tally(row.line.so_far, self._t)
        baseline = bottom + row.height / 2 - 3
        write(self.canv, self._width, baseline, held, "strong_right")
        self._draw_rule(0, bottom, self._width, 0.4)

    def _draw_name(self, row: _Row, bottom: float) -> None:
        row.name.drawOn(self.canv, 0, bottom + (row.height - row.name.height) / 2)

    def _shade(self, row: _Row, bottom: float) -> None:
        """Before anything else is drawn, or it would lie over the rule of the row above."""
        line = row.line
        if line is None:
            return
        for week in self._year.weeks:
            closed = max(week.closed, line.closed.get(week.number, (0, ()))[0])
            if closed:
                place = Area(self._left(week.number), bottom, self._week, row.height)
                shade(self.canv, place, whole=closed >= WORKING_DAYS)

    def _draw_cell(self, place: Area, cell: Cell) -> None:
        meetings, daily = place, place
        if cell.daily and cell.meetings:
            half = place.height / 2
            meetings = place._replace(height=half)
            daily = place._replace(bottom=place.bottom + half, height=half)
        if cell.daily:
            self._draw_daily(daily, cell)
        if cell.meetings:
            self._draw_meetings(meetings, cell)
        if any(each.id in self._year.clashes for each in cell.all):
            right, top = place.left + place.width, place.bottom + place.height
            draw_clash(self.canv, right - 0.7, top - 0.8, _CLASH)

    def _draw_meetings(self, place: Area, cell: Cell) -> None:
        middle = place.left + place.width / 2, place.bottom + place.height / 2
        step = _MARK + _GAP
        count = len(cell.meetings)
        if count * step - _GAP > place.width:
            standing = most_pressing(cell.meetings)
            draw_mark(self.canv, middle[0] - step / 2, middle[1], _MARK, standing)
            write_figure(self.canv, middle[0] + step / 2, middle[1], str(count))
            return
        left = middle[0] - (count - 1) * step / 2
        for number, each in enumerate(cell.meetings):
            draw_mark(self.canv, left + number * step, middle[1], _MARK, each.standing)

    def _draw_daily(self, place: Area, cell: Cell) -> None:
        held, planned = cell.held_daily
        x, y = place.left + place.width / 2, place.bottom + place.height / 2
        told = f"{held}/{planned}" if cell.daily_begun else str(planned)
        if stringWidth(told, REGULAR, FIGURE) <= place.width - 1:
            write_figure(self.canv, x, y, told)
            return
        write_figure(self.canv, x, y + 4, str(held))
        write_figure(self.canv, x, y - 4, str(planned))

    def _draw_upright(self, x: float, bottom: float, top: float) -> None:
        self.canv.setStrokeColor(RULE)
        self.canv.setLineWidth(0.4)
        self.canv.line(x, bottom, x, top)

    def _draw_rule(self, x: float, y: float, right: float, thick: float) -> None:
        self.canv.setStrokeColor(RULE_STRONG)
        self.canv.setLineWidth(thick)
        self.canv.line(x, y, right, y)
