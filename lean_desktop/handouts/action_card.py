"""One card on a sheet: its number large and as a QR code, so that what is written on it is soon keyed in."""

from collections.abc import Sequence
from io import BytesIO

from PIL import Image as Picture
from reportlab.graphics.barcode.qr import QrCodeWidget
from reportlab.graphics.shapes import Drawing
from reportlab.platypus import Flowable, Image, PageBreak, Spacer, Table, TableStyle

from lean_desktop.domain.action_papers import CardPaper
from lean_desktop.domain.actions import ACTION_STATUS_NAMES
from lean_desktop.domain.cards import PDCA_NAMES, Moment, told_own_value
from lean_desktop.handouts.form import Lines, Rule, Tick
from lean_desktop.handouts.page import build, width
from lean_desktop.handouts.sheet import Sheet
from lean_desktop.handouts.style import BARE, facts, head, heading
from lean_desktop.handouts.to_ask import due
from lean_desktop.handouts.type import paragraph
from lean_desktop.i18n import N_, Language

QR = 62
"""Points of a side: three centimetres with its margin, which any telephone and scanner reads."""

PHOTO = 190
"""Points a photo may be high."""

_LARGEST = 20_000_000
"""Pixels; ours are far smaller, and a strange file must not make us unpack more."""

PHOTO_NAMES = {Moment.BEFORE: N_("Before"), Moment.AFTER: N_("After")}


def action_cards(papers: Sequence[CardPaper], sheet: Sheet, t: Language) -> bytes:
    """A page for each card."""
    title = t("Card")
    story: list[Flowable] = []
    for each in papers:
        story += [PageBreak()] if story else []
        story += _one(each, sheet, t)
    story = story or [*head(sheet, "", title, []), paragraph(t("No actions are open."))]
    scope = f"{title} {papers[0].card.action.number}" if len(papers) == 1 else title
    return build(story, sheet, t, title=scope, scope=scope)


def _one(told: CardPaper, sheet: Sheet, t: Language) -> list[Flowable]:
    action = told.card.action
    kicker = t("Action {n}", n=action.number)
    return [
        *head(sheet, kicker, action.title, [_number(action.number, sheet)]),
        *_answers(sheet, t),
        Spacer(0, 8),
        facts(_facts(told, t), sheet, columns=2, label=76),
        *_moves(told, sheet, t),
        *_story(told, sheet, t),
        *_photos(told, sheet, t),
        *_steps(told, t),
        Lines(t("Own notes"), least=2, most=6),
    ]


def _number(number: int, sheet: Sheet) -> Flowable:
    """The number as one reads it across a room, and as a scanner does."""
    wide = width(sheet) * 0.38 - 8
    cells = [[paragraph(str(number), "number_right"), _qr(str(number))]]
    middle = TableStyle([*BARE, ("VALIGN", (0, 0), (-1, -1), "MIDDLE")])
    return Table(cells, colWidths=[wide - QR, QR], style=middle)


def _qr(text: str) -> Flowable:
    """The number alone: a scanner types it where the meeting's answers are keyed in."""
    code = QrCodeWidget(text, barLevel="M")
    left, bottom, right, top = code.getBounds()
    scale = QR / max(right - left, top - bottom)
    made = Drawing(QR, QR, transform=[scale, 0, 0, scale, -left * scale, -bottom * scale])
    made.add(code)
    made.hAlign = "RIGHT"
    return made


def _answers(sheet: Sheet, t: Language) -> list[Flowable]:
    """What one ticks or writes at the board."""
    whole = width(sheet)
    cells = [
        *(Tick(), paragraph(t("Done"))),
        *(Tick(), paragraph(t("New date")), Rule()),
        *(Tick(), paragraph(t("Blocked")), Rule()),
    ]
    widths = [16, 52, 16, 62, whole * 0.24, 16, 58, whole * 0.76 - 220]
    line = Table([cells], colWidths=widths, style=TableStyle(BARE))
    why = Table(
        [[paragraph(t("Why, and what is in the way"), "label"), _Line()]],
        colWidths=[168, whole - 168],
        style=TableStyle(BARE),
    )
    return [line, Spacer(0, 6), why]


class _Line(Flowable):
    """A rule to write on over all the width there is."""

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        self._width = width
        return width, 16

    def draw(self) -> None:
        self.canv.setLineWidth(0.5)
        self.canv.line(0, 2, self._width, 2)


def _facts(told: CardPaper, t: Language) -> list[tuple[str, str | Flowable]]:
    card, action = told.card, told.card.action
    first = t.date(action.first_due) if action.first_due else ""
    pairs: list[tuple[str, str | Flowable]] = [
        (t("Owner"), action.owner or t("Nobody’s")),
        (t("Due"), due(action, told.today, t)[0]),
        (t("Helpers"), ", ".join(card.helpers)),
        (t("First agreed"), first),
        (t("Group"), action.group),
        (t("Status"), t(ACTION_STATUS_NAMES[action.status])),
        (t("Pillar"), card.pillar),
        (t("PDCA step"), t(PDCA_NAMES[card.pdca]) if card.pdca else ""),
    ]
    pairs += [
        (each.name, told_own_value(each, card.values[each.id], t))
        for each in told.fields
        if card.values.get(each.id)
    ]
    return [pair for pair in pairs if pair[1]]


def _moves(told: CardPaper, sheet: Sheet, t: Language) -> list[Flowable]:
    if not told.moves:
        return []
    lines = [(f"→ {t.date(each.new_due)}", each.reason) for each in told.moves]
    return [*heading(t("Dates")), facts(lines, sheet, label=90)]


def _story(told: CardPaper, sheet: Sheet, t: Language) -> list[Flowable]:
    texts = told.texts
    pairs = [
        (t("Problem"), texts.problem),
        (t("Cause"), texts.cause),
        (t("Countermeasure"), texts.countermeasure),
        (t("Expected effect"), texts.effect),
        (t("Before"), texts.figure_before),
        (t("After"), texts.figure_after),
    ]
    said = [pair for pair in pairs if pair[1]]
    if not said:
        return []
    return [*heading(t("Problem and countermeasure")), facts(said, sheet, label=100)]


def _photos(told: CardPaper, sheet: Sheet, t: Language) -> list[Flowable]:
    """Before and after side by side, each under its name."""
    half = width(sheet) / 2
    found = {each: _photo(told.photos.get(each), half - 12) for each in Moment}
    if not any(found.values()):
        return []
    names = [paragraph(t(PHOTO_NAMES[each]), "label") for each in Moment]
    shown = [found[each] or paragraph("–") for each in Moment]
    return [Spacer(0, 8), Table([names, shown], colWidths=[half, half], style=TableStyle(BARE))]


def _photo(jpeg: bytes | None, wide: float) -> Flowable | None:
    """The photo at its largest; nothing when the bytes are no picture we can read."""
    if jpeg is None:
        return None
    try:
        with Picture.open(BytesIO(jpeg), formats=("PNG", "JPEG")) as picture:
            across, down = picture.size
            if across * down > _LARGEST:
                return None
            picture.load()
    except Exception:  # Whatever a broken picture does to its reader, the sheet is printed.
        return None
    scale = min(wide / across, PHOTO / down)
    return Image(BytesIO(jpeg), across * scale, down * scale, hAlign="LEFT")


def _steps(told: CardPaper, t: Language) -> list[Flowable]:
    if not told.steps:
        return []
    body = [
        [Tick(), paragraph(f"{step.text} ✓ {t.date(step.done)}" if step.done else step.text)]
        for step in told.steps
    ]
    return [*heading(t("Checklist")), Table(body, colWidths=[18, None], style=TableStyle(BARE))]
