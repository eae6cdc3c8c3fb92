"""Sheets of the meetings: the agenda, which is also the form it is minuted on."""

from collections.abc import Sequence

from reportlab.platypus import CondPageBreak, Flowable, Spacer, TableStyle

from lean_desktop.domain.meetings import ITEM_KIND_NAMES, Agenda, Meeting, Schedule, ScheduledItem
from lean_desktop.domain.preparation import told
from lean_desktop.handouts.form import LINE, Box, IfRoom, Lines, Rule, Tick
from lean_desktop.handouts.page import build, width
from lean_desktop.handouts.sheet import Sheet
from lean_desktop.handouts.style import (
    BARE,
    GAP,
    TALL,
    Beside,
    Rows,
    bar,
    facts,
    head,
    heading,
    rows,
    triangle,
)
from lean_desktop.handouts.to_ask import to_ask
from lean_desktop.handouts.type import REGULAR, RULE, STRONG, labelled, paragraph, spans
from lean_desktop.i18n import Language

BLANK_ITEMS = 6
"""Rows to write items in, when none are planned."""

_NUMBERS = (0, 5)
_TICKS = [
    *BARE,
    ("VALIGN", (0, 0), (-1, -1), "BOTTOM"),
    ("LINEBELOW", (2, 0), (2, -1), 0.5, RULE),
    ("LINEBELOW", (5, 0), (5, -2), 0.5, RULE),
    ("LEFTPADDING", (3, 0), (3, -1), 10),
]


def agenda(agenda: Agenda, sheet: Sheet, t: Language) -> bytes:
    """The agenda of one meeting: one page when it fits, with room to write on."""
    meeting = agenda.meeting
    name = meeting.name or t("Meeting")
    title = f"{t('Agenda')}: {name}, {t.day(meeting.planned_start.date())}"
    return build(agenda_story(agenda, sheet, t), sheet, t, title=title, scope=meeting.group or name)


def agenda_story(agenda: Agenda, sheet: Sheet, t: Language) -> list[Flowable]:
    """What the agenda sheet is put together from."""
    meeting = agenda.meeting
    name = meeting.name or t("Meeting")
    return [
        *_head(meeting, name, sheet, t),
        *_called(agenda, sheet, t),
        *_goal(meeting, t),
        *heading(t("Items")),
        *_items(agenda.schedule, sheet, t),
        *_form(agenda, sheet, t),
        *_rules(agenda, t),
    ]


def _head(meeting: Meeting, name: str, sheet: Sheet, t: Language) -> list[Flowable]:
    day = t.long_day(meeting.planned_start.date())
    place = f" · {meeting.place}" if meeting.place else ""
    right = [
        paragraph(day[0].upper() + day[1:], "body_right"),
        spans(
            [(t.span(meeting.planned_start, meeting.planned_end), STRONG), (place, REGULAR)],
            "body_right",
        ),
    ]
    kicker = t("Agenda, meeting {n}", n=meeting.number)
    if meeting.group and meeting.group != name:
        kicker = f"{kicker} · {meeting.group}"
    return head(sheet, kicker, name, right)


def _called(agenda: Agenda, sheet: Sheet, t: Language) -> list[Flowable]:
    """Who leads, writes and comes. Names that are missing are left to be written in."""
    meeting = agenda.meeting
    leading = [
        (t("Chair"), meeting.chair or Rule()),
        (t("Note-taker"), meeting.note_taker or Rule()),
    ]
    times = [(t("Actual start"), Box()), (t("Actual end"), Box())]
    called = [(t("Called"), agenda.members), (t("Guests"), agenda.guests)]
    coming = [(label, ", ".join(names)) for label, names in called if names]
    story = [facts(leading, sheet, columns=2)]
    if coming:
        story.append(facts(coming, sheet))
    return [*story, Spacer(0, 6), facts(times, sheet, columns=2)]


def _goal(meeting: Meeting, t: Language) -> list[Flowable]:
    if not meeting.purpose:
        return []
    goal = labelled(t("Goal of the meeting:"), meeting.purpose)
    return [Spacer(0, GAP), Beside(goal, 10, bar, around=3)]


def _items(laid: Schedule, sheet: Sheet, t: Language) -> list[Flowable]:
    heads = [t("No."), t("Start"), t("Item"), t("Kind"), t("Presenter"), t("Min")]
    widths = _widths(sheet)
    if not laid.items:
        blank = [[paragraph(str(number), "body_right")] for number in range(1, BLANK_ITEMS + 1)]
        return [
            paragraph(t("No items are planned yet; there is room for them here."), "label"),
            Spacer(0, 4),
            rows(heads, [row + [""] * 5 for row in blank], widths, numbers=_NUMBERS, height=LINE),
        ]
    body = [_item(number, each, t) for number, each in enumerate(laid.items, 1)]
    body.append(_end(laid, t))
    return [rows(heads, body, widths, numbers=_NUMBERS, shade_end=laid.over > 0)]


def _item(number: int, each: ScheduledItem, t: Language) -> list[object]:
    item = each.item
    cell = [paragraph(item.title, "strong")]
    if item.purpose:
        cell.append(paragraph(item.purpose, "small"))
    cell += [paragraph(f"{t('Preparation')}: {told(task, t)}", "small") for task in item.tasks]
    return [
        paragraph(str(number), "body_right"),
        paragraph(t.time(each.start)),
        cell,
        paragraph(t(ITEM_KIND_NAMES[item.kind])),
        paragraph(item.presenter),
        paragraph(str(item.minutes), "body_right"),
    ]


def _end(laid: Schedule, t: Language) -> list[object]:
    """The row that sums up; when it is too long it says so in words and by a sign."""
    told: list[Flowable] = [paragraph(t("End"), "strong")]
    if laid.over:
        over = t("{n} min over the planned time ({minutes} min)", n=laid.over, minutes=laid.planned)
        told.append(Beside(paragraph(over, "strong"), 13, triangle))
    end, total = paragraph(t.time(laid.end), "strong"), paragraph(str(laid.total), "strong_right")
    return ["", end, told, "", "", total]


def _widths(sheet: Sheet) -> Sequence[float]:
    whole = width(sheet)
    number, start, kind, presenter, minutes = 26, 40, whole * 0.143, whole * 0.208, 32
    title = whole - (number + start + kind + presenter + minutes)
    return number, start, title, kind, presenter, minutes


def _record(agenda: Agenda, sheet: Sheet, t: Language) -> list[Flowable]:
    """A tick for each “all”, and a line for the exceptions, in the order they are keyed in."""
    if agenda.meeting.is_daily:
        return []
    whole = width(sheet)
    told = [t("All on time"), t("All prepared"), t("Agenda kept")]
    told += [t("All asked about"), t("All contributed")]
    cells = [[Tick(), paragraph(text), paragraph(t("Except:"), "small")] for text in told]
    pairs = [[*cells[0], *cells[1]], [*cells[2], *cells[3]], [*cells[4], "", "", ""]]
    widths = [18, 84, whole / 2 - 112, 28, 84, whole / 2 - 102]
    ticks = Rows(pairs, colWidths=widths, rowHeights=[21] * 3, style=TableStyle(_TICKS))
    return [*heading(t("How it went")), ticks]


def _rules(agenda: Agenda, t: Language) -> list[Flowable]:
    """The ground rules where there is room for them."""
    if not agenda.rules:
        return []
    title = t("Ground rules (group agreement, version {n})", n=agenda.agreement_version)
    numbered = [f"{number}. {rule}" for number, rule in enumerate(agenda.rules, 1)]
    return [IfRoom([paragraph(title, "small"), *(paragraph(rule, "small") for rule in numbered)])]


def _form(agenda: Agenda, sheet: Sheet, t: Language) -> list[Flowable]:
    """What is written in the meeting: together, on the back of the sheet if need be; then notes.

    Where it all stays on the front, there are fewer lines.
    """
    columns = [(t("What"), 0.6), (t("Who"), 0.22), (t("When"), 0.18)]
    actions = Lines(t("New actions"), columns, most=4, least=3)
    decisions = Lines(t("Decisions"), most=3, least=2)
    asked = to_ask(agenda.asked, agenda.meeting.planned_start.date(), sheet, t)
    above = [*_record(agenda, sheet, t), *asked]
    high = sum(each.wrap(width(sheet), 1000)[1] for each in above)
    needed = CondPageBreak(min(high, TALL) + actions.least_height() + decisions.least_height())
    return [needed, *above, actions.needed(), actions, decisions, _notes(t)]


def _notes(t: Language) -> Flowable:
    return Lines(t("Own notes"), most=8, least=2)
