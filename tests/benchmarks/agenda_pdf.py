"""An agenda as PDF, against a bare Platypus document with the same strings in the same fonts.

The floor does what one would begin with: paragraphs one after the other, a table of paragraphs,
and a foot; nothing to write on, no outline, no fonts to fall back on. Both know the fonts before.
"""

from datetime import datetime, timedelta
from functools import cache
from io import BytesIO
from typing import Any
from xml.sax.saxutils import escape

from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import Paragraph, SimpleDocTemplate, Table

from lean_desktop.domain.meetings import (
    ITEM_KIND_NAMES,
    Agenda,
    AgendaItem,
    Meeting,
    MeetingKind,
    ScheduledItem,
    schedule,
)
from lean_desktop.domain.preparation import Task, told
from lean_desktop.handouts.meetings import agenda
from lean_desktop.handouts.sheet import Sheet
from lean_desktop.handouts.type import BOLD, REGULAR, STRONG
from lean_desktop.i18n import Language, language
from tests.benchmarks.ratio import Ratio, compare

RUNS = 15
START = datetime(2026, 10, 6, 13, 0)
END = START + timedelta(minutes=45)
MEMBERS = (
    *("Øystein Ødegård", "Łukasz Kowalczyk", "Linh Nguyễn", "Vegard Hagen", "Hanne Årnes"),
    *("Ingrid Haugen", "Pål Strand"),
)
ITEMS = (
    ("Velkommen, kjøreregler og dagens mål", "Alle er på plass til tiden", 3),
    ("Etterspørre gjøremål fra møte 13", "Alle oppdaterer egne kort på tavla", 8),
    ("Montasjelinje 1: soner og materialflyt", "Łukasz tar med skisse av nye soner", 12),
    ("Ny fikstur for girhus, resultat av test", "Vegard tar med måledata fra uke 40", 8),
    ("Problemløsning A3: feilmontert pakning", "Linh viser 5 hvorfor, steg 4 og 5", 10),
    ("Nye forbedringsforslag", "Hver deltaker tar med ett forslag", 5),
    ("Oppsummering og møtevurdering", "Alle vet hvem som gjør hva til når", 4),
)
SHEET = Sheet("Verkstedindustri AS", "Forbedringsarbeidet", None, datetime(2026, 10, 6, 8, 42))


def run() -> list[Ratio]:
    """The agenda of an ordinary meeting, and one of several pages."""
    return [_of("one page", 1), _of("several pages", 8)]


def _of(name: str, times: int) -> Ratio:
    t, snapshot = language("nb"), _snapshot(times)
    return compare(
        f"agenda PDF, {name}",
        1.5,
        lambda: agenda(snapshot, SHEET, t),
        lambda: bare(snapshot, t),
        runs=RUNS,
    )


def _snapshot(times: int) -> Agenda:
    items = [
        AgendaItem(
            *(number, 1, number, title),
            presenter=MEMBERS[number % 7],
            minutes=minutes,
            tasks=(Task(number, number, how),),
        )
        for number, (title, how, minutes) in enumerate(ITEMS * times)
    ]
    meeting = Meeting(
        id=1,
        number=14,
        kind=MeetingKind.IMPROVEMENT,
        title="",
        group_id=1,
        group="Forbedringsgruppe Montering",
        place="Tavlerom 2",
        planned_start=START,
        planned_end=END,
        purpose="Bestemme nye soner ved montasjelinje 1 og om fiksturen skal tas i bruk",
        chair=MEMBERS[0],
        note_taker=MEMBERS[4],
    )
    return Agenda(meeting, schedule(START, END, items), MEMBERS, ("Kari Solberg",))


def bare(agenda: Agenda, t: Language) -> bytes:
    """The floor: the strings of the agenda, in its fonts and sizes."""
    whole = BytesIO()
    document = SimpleDocTemplate(whole, pagesize=A4)
    story = [*_opening(agenda, t), _table(agenda, t), *_closing(t)]
    document.build(story, onFirstPage=_foot, onLaterPages=_foot)
    return whole.getvalue()


def _opening(agenda: Agenda, t: Language) -> list[Paragraph]:
    meeting = agenda.meeting
    return [
        _text(t("Agenda, meeting {n}", n=meeting.number)),
        _text(meeting.group, BOLD, 20),
        _text(t.long_day(START.date())),
        _text(f"{t.span(START, END)} · {meeting.place}"),
        *(_text(t("Chair")), _text(meeting.chair), _text(t("Note-taker"))),
        *(_text(meeting.note_taker), _text(t("Called")), _text(", ".join(agenda.members))),
        *(_text(t("Guests")), _text(", ".join(agenda.guests))),
        *(_text(t("Actual start")), _text(t("Actual end"))),
        _text(f"{t('Goal of the meeting:')} {meeting.purpose}"),
        _text(t("Items"), STRONG, 11),
    ]


def _table(agenda: Agenda, t: Language) -> Table:
    heads = [t("No."), t("Start"), t("Item"), t("Kind"), t("Presenter"), t("Min")]
    laid = agenda.schedule
    body = [_row(number, each, t) for number, each in enumerate(laid.items, 1)]
    over = t("{n} min over the planned time ({minutes} min)", n=laid.over, minutes=laid.planned)
    end: list[Any] = ["", _text(t.time(laid.end), STRONG)]
    end += [[_text(t("End"), STRONG), _text(over, STRONG)], "", "", _text(str(laid.total), STRONG)]
    return Table(
        [[_text(head, STRONG, 8) for head in heads], *body, end],
        colWidths=[26, 40, 180, 70, 102, 32],
        repeatRows=1,
    )


def _row(number: int, each: ScheduledItem, t: Language) -> list[Any]:
    item = each.item
    how = _text(f"{t('Preparation')}: {told(item.tasks[0], t)}", REGULAR, 8.5)
    return [
        _text(str(number)),
        _text(t.time(each.start)),
        [_text(item.title, STRONG), how],
        _text(t(ITEM_KIND_NAMES[item.kind])),
        _text(item.presenter),
        _text(str(item.minutes)),
    ]


def _closing(t: Language) -> list[Paragraph]:
    return [_text(t(text), STRONG) for text in ("New actions", "What", "Who", "When", "Own notes")]


def _foot(canvas: Any, document: Any) -> None:
    canvas.setFont(REGULAR, 8)
    canvas.drawString(62, 30, f"{SHEET.company} · Forbedringsgruppe Montering")
    canvas.drawString(240, 30, "Skrevet ut 6. oktober 2026 kl. 08.42")
    canvas.drawString(500, 30, f"Side {document.page}")


def _text(text: str, font: str = REGULAR, size: float = 9.5) -> Paragraph:
    return Paragraph(escape(text), _style(font, size))


@cache
def _style(font: str, size: float) -> ParagraphStyle:
    return ParagraphStyle("bare", fontName=font, fontSize=size, leading=size * 1.42)
