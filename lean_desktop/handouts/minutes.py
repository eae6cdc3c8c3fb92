"""The minutes of a meeting: who came, what was decided, and who does what by when."""

from collections.abc import Iterator, Sequence

from reportlab.platypus import Flowable, KeepTogether, Spacer

from lean_desktop.domain.actions import (
    ACTION_STATUS_NAMES,
    ANSWER_NAMES,
    Action,
    Answer,
)
from lean_desktop.domain.meeting_papers import Followed, Minutes
from lean_desktop.domain.meetings import OUTCOME_NAMES, Meeting, Outcome, ScheduledItem
from lean_desktop.domain.minutes import PRESENT, Arrival, Called, How, rating_told
from lean_desktop.handouts.form import Rule
from lean_desktop.handouts.page import build, width
from lean_desktop.handouts.sheet import Sheet
from lean_desktop.handouts.style import facts, head, heading, points, rows
from lean_desktop.handouts.type import labelled, paragraph
from lean_desktop.i18n import Language

NOTHING = "–"
_LABEL = 76.0
"""Points for the longest label, the Norwegian one of those who were represented."""


def minutes(told: Minutes, sheet: Sheet, t: Language) -> bytes:
    """The minutes of one meeting."""
    name = told.meeting.name or t("Meeting")
    title = f"{t('Minutes of the meeting')}: {name}, {t.day(told.meeting.planned_start.date())}"
    return build(story(told, sheet, t), sheet, t, title=title, scope=told.meeting.group or name)


def story(told: Minutes, sheet: Sheet, t: Language) -> list[Flowable]:
    """What the minutes are put together from."""
    return [
        *_head(told.meeting, sheet, t),
        *_present(told, sheet, t),
        *_items(told, sheet, t),
        *_actions(told, sheet, t),
        *_ideas(told, t),
        *_end(told, sheet, t),
    ]


def _head(meeting: Meeting, sheet: Sheet, t: Language) -> list[Flowable]:
    day = t.long_day(meeting.planned_start.date())
    start, end = meeting.actual_start, meeting.actual_end
    held = t.span(start or meeting.planned_start, end or meeting.planned_end)
    place = f" · {meeting.place}" if meeting.place else ""
    right = [
        paragraph(day[0].upper() + day[1:], "body_right"),
        paragraph(f"{held}{place}", "strong_right"),
    ]
    kicker = t("Minutes, meeting {n}", n=meeting.number)
    return head(sheet, kicker, meeting.name or t("Meeting"), right)


def _present(told: Minutes, sheet: Sheet, t: Language) -> list[Flowable]:
    """Who came by name; late and unprepared only as numbers: the sheet may hang on a wall."""
    came = [each for each in told.called if each.arrived and each.arrived.arrival in PRESENT]
    names = [_with_part(each, told.meeting, t) for each in came]
    known: list[tuple[str, str | Flowable]] = [
        (t("Present"), ", ".join(names) or NOTHING),
        (t("Guests"), ", ".join(told.guests)),
        (t("Represented"), ", ".join(_instead(told.called))),
        (t("Excused"), ", ".join(_with(told.called, Arrival.EXCUSED))),
    ]
    figures: list[tuple[str, str | Flowable]] = [
        (t("On time"), _on_time(told.called, t)),
        (t("Prepared"), _prepared(told.called, t)),
        (t("Agenda"), _kept(told, t)),
    ]
    return [
        facts([each for each in known if each[1]], sheet, label=_LABEL),
        facts(figures, sheet, columns=2, label=_LABEL),
    ]


def _with_part(each: Called, meeting: Meeting, t: Language) -> str:
    parts = {meeting.note_taker_id: t("note-taker"), meeting.chair_id: t("chair")}
    part = parts.get(each.person_id)
    return f"{each.name} ({part})" if part else each.name


def _with(called: Sequence[Called], arrival: Arrival) -> list[str]:
    return [each.name for each in called if each.arrived and each.arrived.arrival is arrival]


def _instead(called: Sequence[Called]) -> list[str]:
    return [f"{each.represented_by} → {each.name}" for each in called if each.represented_by]


def _on_time(called: Sequence[Called], t: Language) -> str:
    arrived = [each.arrived for each in called if each.arrived]
    expected = [each for each in arrived if each.arrival in (*PRESENT, Arrival.ABSENT)]
    on_time = sum(each.arrival is Arrival.ON_TIME for each in expected)
    return t("{n} of {all}", n=on_time, all=len(expected)) if expected else NOTHING


def _prepared(called: Sequence[Called], t: Language) -> str:
    known = [each.prepared for each in called if each.prepared]
    ready = sum(each is How.YES for each in known)
    return t("{n} of {all}", n=ready, all=len(known)) if known else NOTHING


def _kept(told: Minutes, t: Language) -> str:
    meeting = told.meeting
    if meeting.actual_end is None or not told.items:
        return NOTHING
    left = sum(each.item.outcome is Outcome.OPEN for each in told.items)
    late = int((meeting.actual_end - meeting.planned_end).total_seconds()) // 60
    parts = [t.plural("{n} item not taken", "{n} items not taken", left)] if left else []
    parts += [t("{n} min over plan", n=late)] if late > 0 else []
    return ", ".join(parts) or t("kept")


def _items(told: Minutes, sheet: Sheet, t: Language) -> list[Flowable]:
    if not told.items and not (told.decisions or told.notes):
        return []
    whole = width(sheet)
    widths = (26, whole - 26 - 42 - 42, 42, 42)
    heads = [t("No."), t("Item and outcome"), t("Plan"), t("Used")]
    body = [_item(number, each, told, t) for number, each in enumerate(told.items, 1)]
    if loose := _outcomes(None, told, t):
        body.append(["", loose, "", ""])
    return [
        *heading(t("Items, decisions and notes")),
        rows(heads, body, widths, numbers=(0, 2, 3)),
    ]


def _item(number: int, each: ScheduledItem, told: Minutes, t: Language) -> list[object]:
    item = each.item
    cell: list[Flowable] = [paragraph(item.title, "strong")]
    if item.outcome in (Outcome.DEFERRED, Outcome.DROPPED):
        cell.append(paragraph(t(OUTCOME_NAMES[item.outcome]), "small"))
    used = str(item.actual_minutes) if item.actual_minutes is not None else NOTHING
    return [
        paragraph(str(number), "body_right"),
        [*cell, *_outcomes(item.id, told, t)],
        paragraph(str(item.minutes), "body_right"),
        paragraph(used, "body_right"),
    ]


def _outcomes(item_id: int | None, told: Minutes, t: Language) -> list[Flowable]:
    """Decisions, notes and actions of one item; of none, those noted on the meeting itself."""
    decided = [each for each in told.decisions if each.item_id == item_id]
    noted = [each for each in told.notes if each.item_id == item_id]
    agreed = [each for each in told.new_actions if each.item_id == item_id]
    return [
        *(labelled(t("Decision {number}:", number=each.name), each.text) for each in decided),
        *(labelled(t("Note:"), each.text) for each in noted),
        *(labelled(t("Action {n}:", n=each.number), _who_when(each, t)) for each in agreed),
    ]


def _who_when(action: Action, t: Language) -> str:
    told = ", ".join(filter(None, (action.owner, t.day_month(action.due) if action.due else "")))
    return f"{action.title} ({told})" if told else action.title


def _actions(told: Minutes, sheet: Sheet, t: Language) -> list[Flowable]:
    """New actions first, then those asked about, each with its first and its present date."""
    new = [_action_row(each, t("New"), t) for each in told.new_actions]
    asked = [_action_row(each.action, _answer(each, t), t) for each in told.followed]
    if not new and not asked:
        return []
    whole = width(sheet)
    widths = (34, whole * 0.36, whole * 0.2, 52, 52, whole * 0.44 - 138)
    heads = [t("No."), t("Action"), t("Owner"), t("First agreed"), t("Due"), t("Status")]
    return [*heading(t("Actions")), rows(heads, [*new, *asked], widths, numbers=(0,))]


def _action_row(action: Action, status: str, t: Language) -> list[object]:
    first, due = (t.day_month(day) if day else NOTHING for day in (action.first_due, action.due))
    return [
        paragraph(str(action.number), "body_right"),
        paragraph(action.title),
        paragraph(action.owner or NOTHING),
        paragraph(first),
        paragraph(due, "strong"),
        paragraph(status),
    ]


def _answer(each: Followed, t: Language) -> str:
    answered = each.follow_up.answered
    if not answered.asked:
        return t("Not asked")
    if each.moved:
        return t("Moved {n}: {reason}", n=each.action.slips, reason=each.moved.reason)
    if answered.answer is Answer.NOTHING:
        return t(ACTION_STATUS_NAMES[each.action.status])
    word = t(ANSWER_NAMES[answered.answer])
    return f"{word}: {answered.note}" if answered.note else word


def _ideas(told: Minutes, t: Language) -> Iterator[Flowable]:
    if told.ideas:
        yield from [*heading(t("New ideas")), *points(told.ideas)]


def _end(told: Minutes, sheet: Sheet, t: Language) -> list[Flowable]:
    """The rating, room to sign, and when they meet next."""
    signing = facts([(t("Chair"), Rule()), (t("Note-taker"), Rule())], sheet, columns=2)
    story: list[Flowable] = [Spacer(0, 24), signing]
    if told.rating.answers:
        story.insert(0, paragraph(rating_told(told.rating, t), "small"))
        story.insert(0, Spacer(0, 8))
    if told.next:
        day = t.long_day(told.next.planned_start.date())
        time = t.time(told.next.planned_start)
        text = t("Next meeting: {day} {time}", day=day, time=time)
        place = f", {told.next.place}" if told.next.place else ""
        story += [Spacer(0, 10), paragraph(f"{text}{place}", "small")]
    return [KeepTogether(story)]
