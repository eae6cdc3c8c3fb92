"""Sheets of the meetings: the agenda, which is also the form it is minuted on."""

from collections.abc import Sequence

from reportlab.platypus import Flowable, Spacer

from lean_desktop.domain.meetings import ITEM_KIND_NAMES, Agenda, Meeting, ScheduledItem
from lean_desktop.handouts.sheet import Sheet
from lean_desktop.handouts.style import (
    GAP,
    Boxes,
    Goal,
    WritingLines,
    build,
    facts,
    head,
    heading,
    rows,
    width,
)
from lean_desktop.handouts.type import labelled, paragraph
from lean_desktop.i18n import Language

NEW_ACTIONS = 4


def agenda(agenda: Agenda, sheet: Sheet, t: Language) -> bytes:
    """The agenda of one meeting: one page when it fits, with room to write on."""
    meeting = agenda.meeting
    story = [
        *_head(meeting, sheet, t),
        *_who(agenda, sheet, t),
        *_goal(meeting, t),
        *_items(agenda, sheet, t),
        *_form(t),
    ]
    title = f"{t('Agenda')}: {meeting.name}, {t.date(meeting.planned_start.date())}"
    return build(story, sheet, t, title=title, scope=meeting.name)


def _head(meeting: Meeting, sheet: Sheet, t: Language) -> list[Flowable]:
    day = t.long_day(meeting.planned_start.date())
    right = [
        (day[0].upper() + day[1:], "body"),
        (t.span(meeting.planned_start, meeting.planned_end), "strong"),
    ]
    if meeting.place:
        right.append((meeting.place, "body"))
    kicker = t("Agenda, meeting {n}", n=meeting.number)
    return head(sheet, kicker, meeting.name or t("Meeting"), right)


def _who(agenda: Agenda, sheet: Sheet, t: Language) -> list[Flowable]:
    meeting = agenda.meeting
    nobody = "–"
    story: list[Flowable] = [
        facts(
            [
                (t("Chair"), meeting.chair or nobody),
                (t("Note-taker"), meeting.note_taker or nobody),
            ],
            sheet,
            columns=2,
        )
    ]
    called = [(t("Called"), ", ".join(agenda.members))] if agenda.members else []
    if agenda.guests:
        called.append((t("Guests"), ", ".join(agenda.guests)))
    if called:
        story.append(facts(called, sheet))
    return [*story, Spacer(0, 4), Boxes([t("Actual start"), t("Actual end")])]


def _goal(meeting: Meeting, t: Language) -> list[Flowable]:
    if not meeting.purpose:
        return []
    return [Spacer(0, GAP), Goal(labelled(t("Goal of the meeting:"), meeting.purpose))]


def _items(agenda: Agenda, sheet: Sheet, t: Language) -> list[Flowable]:
    laid = agenda.schedule
    if not laid.items:
        return [*heading(t("Items")), paragraph(t("No items yet."), "label")]
    heads = [
        paragraph(t("No."), "head_right"),
        paragraph(t("Start"), "head"),
        paragraph(t("Item"), "head"),
        paragraph(t("Kind"), "head"),
        paragraph(t("Presenter"), "head"),
        paragraph(t("Min"), "head_right"),
    ]
    body = [_row(number, each, t) for number, each in enumerate(laid.items, 1)]
    end = t("End")
    if laid.over:
        over = t("{n} min over", n=laid.over)
        end = t("{over} the planned {minutes}", over=over, minutes=laid.planned)
    total = paragraph(str(laid.total), "strong_right")
    body.append(
        ["", paragraph(t.time(laid.end), "strong"), paragraph(end, "strong"), "", "", total]
    )
    return [*heading(t("Items")), rows(heads, body, _widths(sheet))]


def _row(number: int, each: ScheduledItem, t: Language) -> list[object]:
    item = each.item
    cell: list[Flowable] = [paragraph(item.title, "strong")]
    if item.purpose:
        cell.append(paragraph(item.purpose, "small"))
    if item.preparation:
        cell.append(paragraph(f"{t('Preparation')}: {item.preparation}", "small"))
    return [
        paragraph(str(number), "body_right"),
        paragraph(t.time(each.start)),
        cell,
        paragraph(t(ITEM_KIND_NAMES[item.kind])),
        paragraph(item.presenter),
        paragraph(str(item.minutes), "body_right"),
    ]


def _widths(sheet: Sheet) -> Sequence[float]:
    fixed = (26, 40, 70, 102, 32)
    return (*fixed[:2], width(sheet) - sum(fixed), *fixed[2:])


def _form(t: Language) -> list[Flowable]:
    return [
        WritingLines(
            t("New actions"),
            [(t("What"), 0.6), (t("Who"), 0.22), (t("When"), 0.18)],
            most=NEW_ACTIONS,
        ),
        WritingLines(t("Own notes"), most=12),
    ]
