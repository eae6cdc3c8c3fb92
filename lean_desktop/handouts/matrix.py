"""The competence matrix on paper: as many sheets down and across as it takes, none without its heads."""

from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import groupby
from typing import Any, NamedTuple

from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.platypus import Flowable, PageBreak

from lean_desktop.domain.competence.levels import LEVEL_NAMES
from lean_desktop.domain.competence.papers import MatrixPaper, PaperCell, PaperColumn, PaperRow
from lean_desktop.domain.competence.training import TrainingItem
from lean_desktop.handouts.matrix_drawing import form_name, make_form
from lean_desktop.handouts.page import build, room, width
from lean_desktop.handouts.sheet import Sheet
from lean_desktop.handouts.style import head, heading, rows
from lean_desktop.handouts.type import (
    INK,
    INK3,
    REGULAR,
    RULE,
    RULE_STRONG,
    STRONG,
    paragraph,
    runs,
    shortened,
)
from lean_desktop.i18n import Language

NAME, UNIT, GAP = 118, 74, 30
NARROWEST, WIDEST = 21, 42
"""Points of a column of skills."""

ROW, BAND, TARGET, SUMS = 18, 15, 17, 26
LONGEST = 140
"""Points of a turned name; a longer one is shortened."""

LEGEND, SMALLEST = 18, 7


class Part(NamedTuple):
    """What stands on one sheet: rows and columns from one to another, and whether these are the last."""

    first_row: int
    last_row: int
    first: int
    last: int
    bottom: bool
    right: bool


class Coding(NamedTuple):
    """What one file calls its forms, and the operators of texts in it: each made only once."""

    forms: dict[PaperCell, str]
    texts: dict[tuple[str, str, float], str]


def matrix_pdf(told: MatrixPaper, sheet: Sheet, t: Language) -> bytes:
    """The matrix with its legend, then the open training plan."""
    sheet = sheet._replace(landscape=True)
    title = t("Competence matrix")
    scope = ", ".join(filter(None, (title, told.scope)))
    story = list(head(sheet, title if told.scope else "", told.scope or title, _counts(told, t)))
    if not told.rows or not told.columns:
        story.append(paragraph(t("There is nobody and nothing on this matrix yet.")))
        return build(story, sheet, t, title=scope, scope=scope)
    _, _, wide, high = room(sheet, scope, t)
    used = sum(float(each.wrap(wide, high)[1]) for each in story)
    coding = Coding({}, {})
    for number, part in enumerate(_parts(told, wide, high - used - 1, high - 1)):
        story += [PageBreak()] if number else []
        room_left = high - (used if number == 0 else 0) - 1
        story.append(MatrixPart(told, part, (wide, room_left), coding, t))
    story += _plan(told.training, sheet, t)
    return build(story, sheet, t, title=scope, scope=scope)


def _counts(told: MatrixPaper, t: Language) -> list[Flowable]:
    people = t.plural("{n} person", "{n} people", len(told.rows))
    skills = t.plural("{n} skill", "{n} skills", len(told.columns))
    lines = [f"{t.day(told.day)} · {people} · {skills}"]
    if told.vulnerable:
        lines.append(t.plural("{n} skill only one can", "{n} skills only one can", told.vulnerable))
    return [paragraph(line, "body_right") for line in lines]


def _parts(told: MatrixPaper, wide: float, first: float, other: float) -> Iterator[Part]:
    """Down first, then across: who holds the sheets side by side reads on to the right."""
    across = max(1, int((wide - NAME - UNIT - GAP) // NARROWEST))
    count = len(told.columns)
    pages = -(-count // across)
    per = -(-count // pages)
    heads = _heads(told.columns)
    for begun in range(0, count, per):
        end = min(count, begun + per)
        at = 0
        while at < len(told.rows):
            high = first if begun == 0 and at == 0 else other
            fit = max(1, int((high - heads - SUMS - LEGEND) // ROW))
            last = min(len(told.rows), at + fit)
            yield Part(at, last, begun, end, last == len(told.rows), end == count)
            at = last


def _heads(columns: Sequence[PaperColumn]) -> float:
    return BAND + _names(columns) + TARGET


def _names(columns: Sequence[PaperColumn]) -> float:
    """Points the longest turned name takes."""
    widths = (float(stringWidth(each.name, REGULAR, 8.5)) for each in columns)
    return min(LONGEST, max(widths, default=0)) + 10


class MatrixPart(Flowable):
    """One sheet of the matrix."""

    def __init__(
        self,
        told: MatrixPaper,
        part: Part,
        size: tuple[float, float],
        coding: Coding,
        t: Language,
    ) -> None:
        super().__init__()
        self._told, self._part, self._t = told, part, t
        self._coding, self._forms = coding, coding.forms
        wide, self._high = size
        self._wide = wide
        self._columns = told.columns[part.first : part.last]
        self._rows = told.rows[part.first_row : part.last_row]
        free = wide - NAME - UNIT - (GAP if part.right else 0)
        self._each = max(NARROWEST, min(WIDEST, free / len(self._columns)))
        self._top = _heads(told.columns)

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        used = self._top + ROW * len(self._rows) + SUMS + LEGEND
        return self._wide, min(self._high, used)

    def draw(self) -> None:
        self.canv.translate(0, self.wrap(0, 0)[1])  # From here on everything lies below the top.
        self._use_forms()
        self._draw_bands()
        self._draw_names()
        self._draw_rows()
        if self._part.bottom:
            self._draw_sums()
        self._draw_lines()
        self._draw_legend()

    def _use_forms(self) -> None:
        """Say which forms the page places, as `doForm` would."""
        first, last = self._part.first, self._part.last
        for cell in {cell for row in self._rows for cell in row.cells[first:last]}:
            self._made(cell)
            self.canv._formsinuse.append(form_name(cell))  # noqa: SLF001

    # Heads

    def _x(self, place: int) -> float:
        return NAME + UNIT + place * self._each

    def _right(self) -> float:
        return self._x(len(self._columns)) + (GAP if self._part.right else 0)

    def _draw_bands(self) -> None:
        """The categories, each over its skills, with a line where one ends."""
        place = 0
        for category, members in groupby(self._columns, key=lambda each: each.category):
            count = len(list(members))
            left, right = self._x(place), self._x(place + count)
            self._text(shortened(category, "head", right - left - 4), (left + right) / 2, -11, "c")
            self._line(left, 0, left, -self._top - ROW * len(self._rows), RULE_STRONG)
            place += count

    def _draw_names(self) -> None:
        high, t = self._top - TARGET, self._t
        for place, each in enumerate(self._columns):
            self.canv.saveState()
            self.canv.translate(self._x(place) + self._each / 2 + 3, -high + 4)
            self.canv.rotate(90)
            self._text(shortened(each.name, "card", LONGEST), 0, 0, "l", 8.5, REGULAR)
            self.canv.restoreState()
            self._text(each.target, self._x(place) + self._each / 2, -self._top + 5, "c", 8.5)
        self._text(t("Target"), 4, -self._top + 5, "l", 8.5, REGULAR)
        self._text(t("Name"), 4, -high + 4, "l", 8)
        self._text(t("Unit"), NAME + 4, -high + 4, "l", 8)
        if self._part.right:
            self._text(t("Gap"), self._right() - GAP / 2, -high + 4, "c", 8)

    # Rows

    def _draw_rows(self) -> None:
        """Names first; then the balls, a row's in one go, each form made when it is first met."""
        for number, row in enumerate(self._rows):
            y = -self._top - ROW * number - ROW / 2
            self._draw_person(row, y)
            self._draw_balls(row.cells[self._part.first : self._part.last], y)
            for place, note in row.notes.items():
                if self._part.first <= place < self._part.last:
                    x = self._x(place - self._part.first) + self._each - 2
                    self._text(note, x, y + 3.5, "r", SMALLEST, STRONG)

    def _draw_person(self, row: PaperRow, y: float) -> None:
        self._text(shortened(row.name, "card", NAME - 8), 4, y - 3, "l", 8.5, STRONG)
        self._text(shortened(row.unit, "foot", UNIT - 8), NAME + 4, y - 3, "l", 7.5, REGULAR)
        if self._part.right:
            self._text(str(row.gaps), self._right() - 6, y - 3, "r", 8.5, STRONG)

    def _draw_balls(self, cells: Sequence[PaperCell], y: float) -> None:
        half = self._each / 2
        code = []
        for place, cell in enumerate(cells):
            name = self._forms.get(cell) or self._made(cell)
            code.append(f"q 1 0 0 1 {self._x(place) + half:.1f} {y:.1f} cm /{name} Do Q")
        self._write(code)

    def _made(self, cell: PaperCell) -> str:
        """What the file calls the form of such cells; it is drawn when the first of them is met."""
        canvas: Any = self.canv
        if not canvas.hasForm(form_name(cell)):
            make_form(canvas, cell)
        name: str = canvas._doc.getXObjectName(form_name(cell))  # noqa: SLF001 - see `_write`
        self._forms[cell] = name
        return name

    def _write(self, code: Sequence[str]) -> None:
        """Operators straight into the page: a call for each of very many takes most of the time."""
        self.canv._code.append("\n".join(code))  # noqa: SLF001

    # Below

    def _draw_sums(self) -> None:
        """Qualified of needed, in a strong frame where one alone can it, with a triangle where few."""
        y = -self._top - ROW * len(self._rows)
        self._text(self._t("Qualified / needed"), 4, y - 16, "l", 8.5, STRONG)
        for place, each in enumerate(self._columns):
            middle = self._x(place) + self._each / 2
            alone, few = each.qualified <= 1, each.have < each.need
            sign = "■" if alone else "▲" if few else "●"
            self._text(sign, middle, y - 10, "c", 6.5, STRONG)
            self._text(f"{each.have}/{each.need}", middle, y - 20, "c", 8, STRONG)
            if alone:
                self.canv.setLineWidth(1.2)
                self.canv.setStrokeColor(INK)
                self.canv.rect(self._x(place) + 1, y - SUMS + 1, self._each - 2, SUMS - 2)

    def _draw_lines(self) -> None:
        right, rows_end = self._right(), -self._top - ROW * len(self._rows)
        down = [-self._top - ROW * number for number in range(len(self._rows) + 1)]
        across = [self._x(place) for place in range(len(self._columns) + 1)]
        thin = [f"0 {y:.1f} m {right:.1f} {y:.1f} l" for y in (*down, -self._top + TARGET)]
        thin += [f"{x:.1f} {-BAND} m {x:.1f} {rows_end:.1f} l" for x in across]
        self.canv.setLineWidth(0.4)
        self.canv.setStrokeColor(RULE)
        self._write([*thin, "S"])
        for y in (down[0], down[-1]):
            self._line(0, y, right, y, RULE_STRONG)

    def _draw_legend(self) -> None:
        """What the signs mean, on every sheet: sheets are parted."""
        t, x = self._t, 4.0
        y = -self._top - ROW * len(self._rows) - (SUMS if self._part.bottom else 0) - 12
        levels = [(PaperCell(n), f"{n} {t(name)}") for n, name in enumerate(LEVEL_NAMES)]
        told = [
            *levels,
            (PaperCell(2, 3), t("missing to the target")),
            (PaperCell(3, expired=True), t("run out")),
            (PaperCell(), t("nothing required")),
        ]
        for cell, text in told:
            self._draw_one(cell, x + 8, y + 3)
            self._text(text, x + 18, y, "l", 7.5, REGULAR, INK3)
            x += 18 + float(stringWidth(text, REGULAR, 7.5)) + 12
        if self._part.bottom:
            self._text(f"■ {t('only one can')}", x, y, "l", 7.5, REGULAR, INK3)

    def _draw_one(self, cell: PaperCell, x: float, y: float) -> None:
        if not self.canv.hasForm(form_name(cell)):
            make_form(self.canv, cell)
        self.canv.saveState()
        self.canv.translate(x, y)
        self.canv.doForm(form_name(cell))
        self.canv.restoreState()

    def _line(self, x: float, y: float, to_x: float, to_y: float, color: object) -> None:
        self.canv.setLineWidth(0.4)
        self.canv.setStrokeColor(color)
        self.canv.line(x, y, to_x, to_y)

    def _text(
        self,
        text: str,
        x: float,
        y: float,
        at: str,
        size: float = 8,
        font: str = STRONG,
        color: object = INK,
    ) -> None:
        """One line, from the left, in the middle or to the right of `x`; every letter has a font."""
        pieces = _measured(text, font, size)
        whole = sum(wide for _, _, wide in pieces)
        x -= {"l": 0.0, "c": whole / 2, "r": whole}[at]
        self.canv.setFillColor(color)
        for run, name, wide in pieces:
            self._write([f"BT 1 0 0 1 {x:.2f} {y:.2f} Tm {self._coded(run, name, size)} ET"])
            x += wide

    def _coded(self, run: str, font: str, size: float) -> str:
        """The operators that show a text, as `drawString` makes them; most stand there often."""
        key = run, font, size
        if key not in self._coding.texts:
            made: Any = self.canv.beginText()
            made.setFont(font, size)
            before = len(made._code)  # noqa: SLF001 - see `_write`
            made.textOut(run)
            self._coding.texts[key] = " ".join(made._code[before:])  # noqa: SLF001
        return self._coding.texts[key]


@lru_cache(maxsize=20_000)
def _measured(text: str, font: str, size: float) -> tuple[tuple[str, str, float], ...]:
    """The pieces of a line, each with its font and its width in points; many stand there often."""
    return tuple((run, name, float(stringWidth(run, name, size))) for run, name in runs(text, font))


def _plan(items: Sequence[TrainingItem], sheet: Sheet, t: Language) -> list[Flowable]:
    if not items:
        return []
    whole = width(sheet)
    heads = [t("Who"), t("What"), t("Level"), t("Trained by"), t("By when")]
    body = [
        [
            paragraph(each.person, "strong"),
            paragraph(each.skill),
            paragraph(f"→ {each.level}"),
            paragraph(each.course or each.trainer),
            paragraph(t.date(each.by_when) if each.by_when else ""),
        ]
        for each in items
    ]
    widths = [share * whole for share in (0.26, 0.28, 0.1, 0.24, 0.12)]
    return [*heading(t("Training plan")), rows(heads, body, widths)]
