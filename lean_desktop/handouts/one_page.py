"""The pieces of a sheet that keeps to one page: each tells no more than there is room for."""

from collections.abc import Iterable, Sequence
from functools import partial

from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Flowable, Spacer

from lean_desktop.handouts.fitting import Room, shortened
from lean_desktop.handouts.page import Bookmark, width
from lean_desktop.handouts.sheet import Sheet
from lean_desktop.handouts.style import Beside, bar, facts, head, point, points, rows
from lean_desktop.handouts.type import REGULAR, STRONG, paragraph, spans
from lean_desktop.i18n import Language

NOTHING = "–"

_STEP, _DEEPEST = 12, 12
"""How far each step of a tree is moved in, and how many are."""

_DENSE = [("TOPPADDING", (0, 0), (-1, -1), 1), ("BOTTOMPADDING", (0, 0), (-1, -1), 2)]


class OnePage:
    """Makes the pieces for one amount of room."""

    def __init__(self, room: Room, sheet: Sheet, t: Language) -> None:
        self.room, self.sheet, self.t = room, sheet, t
        self._look = "small" if room.dense else "body"

    def head(self, kicker: str, title: str, right: Iterable[str]) -> list[Flowable]:
        """The head of the sheet."""
        told = [paragraph(self.name(each), "body_right") for each in right if each]
        return head(self.sheet, kicker, self.name(title), told)

    def heading(self, text: str) -> list[Flowable]:
        """A heading, found in the outline too."""
        above, below = (6, 2) if self.room.dense else (12, 4)
        return [Spacer(0, above), Bookmark(text), paragraph(text, "heading"), Spacer(0, below)]

    def name(self, name: str) -> str:
        """A name; its first letters where there is no room for all."""
        return name if len(name) <= self.room.name else f"{name[: self.room.name].rstrip()}…"

    def names(self, names: Sequence[str]) -> str:
        """Names on one line, and how many more there are."""
        told = ", ".join(map(self.name, names[: self.room.rows]))
        return f"{told} {self._more(len(names))}".rstrip()

    def text(self, text: str) -> str:
        """A text of more than a name; its first words and how many more there are."""
        return shortened(text, self.room.letters, self.t)

    def cell(self, name: str, small: str = "") -> list[Flowable]:
        """What a row is about, with a line of explanation below."""
        told = [spans([(self.name(name), STRONG)], self._look)]
        return [*told, paragraph(small, "small")] if small else told

    def plain(self, name: str, small: str = "") -> list[Flowable]:
        """A cell of a row; in dense rows what explains it stands on the same line."""
        told = [self.name(name), small] if small else [self.name(name) or NOTHING]
        if self.room.dense:
            return [paragraph(", ".join(filter(None, told)), "small")]
        return [paragraph(told[0], "body"), *(paragraph(each, "small") for each in told[1:])]

    def table(
        self,
        title: str,
        heads: Sequence[str],
        body: Sequence[Sequence[list[Flowable]]],
        shares: Sequence[float],
        nothing: str,
    ) -> list[Flowable]:
        """A table under its heading, and how many rows are left out."""
        if not body:
            return [*self.heading(title), paragraph(nothing, "label")]
        whole = width(self.sheet)
        kept = rows(heads, body[: self.room.rows], [share * whole for share in shares])
        if self.room.dense:
            kept.setStyle(_DENSE)
        return [*self.heading(title), kept, *self._left_out(len(body))]

    def facts(self, pairs: Sequence[tuple[str, str]], *, columns: int = 1) -> list[Flowable]:
        """Labels and what is said of each; those of which nothing is said are left out."""
        told = [(label, text) for label, text in pairs if text]
        return [facts(told, self.sheet, columns=columns, label=100)] if told else []

    def said(self, text: str) -> list[Flowable]:
        """A paragraph, where there is one."""
        return [paragraph(text, self._look), Spacer(0, 4)] if text else []

    def points(self, texts: Sequence[str]) -> list[Flowable]:
        """Lines with points before them, and how many are left out."""
        shown = [shortened(text, max(self.room.letters, 60), self.t) for text in texts]
        return [*points(shown[: self.room.rows], self._look), *self._left_out(len(texts))]

    def barred(self, label: str, text: str) -> list[Flowable]:
        """A text that matters most; its beginning is told however little room there is."""
        told = shortened(text, max(self.room.letters, 60), self.t)
        parts = [(f"{label} ", STRONG), (told, REGULAR)]
        told_so = Beside(spans(parts, self._look), 10, bar, around=3)
        return [told_so, Spacer(0, 4)] if text else []

    def steps(self, steps: Sequence[tuple[int, str, bool, str]]) -> list[Flowable]:
        """A tree from the top: how deep each lies, its name, whether it is strong, a remark."""
        told = [self._step(*each) for each in steps[: self.room.rows]]
        return [*told, *self._left_out(len(steps))]

    def _step(self, depth: int, name: str, strong: bool, remark: str) -> Flowable:
        parts = [(self.name(name), STRONG if strong else REGULAR)]
        if remark:
            parts.append((f" · {self.name(remark)}", REGULAR))
        left = _STEP * min(depth, _DEEPEST)
        return Beside(spans(parts, self._look), left + 10, partial(_point_at, left))

    def _left_out(self, count: int) -> list[Flowable]:
        more = self._more(count)
        return [paragraph(more, "small")] if more else []

    def _more(self, count: int) -> str:
        more = count - self.room.rows
        return self.t.plural("and {n} more", "and {n} more", more) if more > 0 else ""


def _point_at(left: float, canvas: Canvas, height: float) -> None:
    canvas.translate(left, 0)
    point(canvas, height)
