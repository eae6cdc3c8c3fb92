"""What meetings and their actions hold of one person: tables of the sheet given to that person.

On this sheet alone it is said who came late or was not prepared, since it goes to nobody else.
"""

from collections.abc import Iterator, Sequence

from reportlab.platypus import Flowable

from lean_desktop.domain.actions import ACTION_STATUS_NAMES, ANSWER_NAMES, DueChange, FollowUp
from lean_desktop.domain.cascade.held import OWNED_NAMES
from lean_desktop.domain.ideas import IDEA_STATE_NAMES, Idea
from lean_desktop.domain.meetings import Meeting
from lean_desktop.domain.minutes import ARRIVAL_NAMES, HOW_NAMES
from lean_desktop.domain.privacy import PersonRecord
from lean_desktop.domain.recorded import AskedOf, OwnAction, Ready, Recorded, Waiting
from lean_desktop.handouts.listed import NOTHING, on_day, section
from lean_desktop.handouts.recorded_competence import competence_recorded
from lean_desktop.handouts.sheet import Sheet
from lean_desktop.handouts.style import cells
from lean_desktop.handouts.type import paragraph
from lean_desktop.i18n import Language


def all_recorded(record: PersonRecord, sheet: Sheet, t: Language) -> list[Flowable]:
    """A table for each kind of what there is; of what there is nothing of, not even a heading."""
    return [
        *_asked(record.asked, sheet, t),
        *_recorded(record.recorded, sheet, t),
        *_actions(record.actions, sheet, t),
        *_ideas(record.ideas, sheet, t),
        *_waiting(record.waiting, sheet, t),
        *competence_recorded(record.competence, sheet, t),
        *_answers_for(record, sheet, t),
    ]


def texts_shown(record: PersonRecord) -> Iterator[tuple[str, str, int]]:
    """Table, column and key of the texts that stand in these tables already."""
    for asked in record.asked:
        yield "preparation", "task", asked.task.id
    for own in record.actions:
        yield "action", "title", own.action.id
        yield from (("due_change", "reason", move.id) for move in own.moves)
        yield from (("follow_up", "note", each.id) for each in own.asked)
    for idea in record.ideas:
        yield from (("idea", column, idea.id) for column in ("text", "reason"))
    for waiting in record.waiting:
        yield from (("backlog_item", column, waiting.item.id) for column in ("title", "purpose"))


def meeting_name(meeting: Meeting, t: Language) -> str:
    """The meeting with its number."""
    return f"{meeting.name or t('Meeting')}, {t('no. {n}', n=meeting.number)}"


def _answers_for(record: PersonRecord, sheet: Sheet, t: Language) -> list[Flowable]:
    body = [cells([t(OWNED_NAMES[each.table]), each.name]) for each in record.answers_for]
    return section(t("Answers for"), [t("What"), t("Name")], body, (0.35, 0.65), sheet)


def _asked(asked: Sequence[AskedOf], sheet: Sheet, t: Language) -> list[Flowable]:
    body = [
        cells(
            [
                t.date(each.meeting.planned_start),
                meeting_name(each.meeting, t),
                each.item,
                each.task.task,
                on_day(each.task.due, t),
            ]
        )
        for each in asked
    ]
    heads = [t("Date"), t("Meeting"), t("Item"), t("Task"), t("Due")]
    return section(t("Asked to prepare"), heads, body, (0.14, 0.25, 0.2, 0.27, 0.14), sheet)


def _recorded(recorded: Sequence[Recorded], sheet: Sheet, t: Language) -> list[Flowable]:
    body = [
        [
            *cells([t.date(each.meeting.planned_start), meeting_name(each.meeting, t)]),
            [paragraph(text) for text in _came(each, t) or [NOTHING]],
            [text for ready in each.prepared for text in _ready(ready, t)] or paragraph(NOTHING),
            paragraph(_said(each.had_a_say, t)),
        ]
        for each in recorded
    ]
    heads = [t("Date"), t("Meeting"), t("Came"), t("Prepared"), t("Had a say")]
    return section(t("Recorded in meetings"), heads, body, (0.14, 0.27, 0.23, 0.24, 0.12), sheet)


def _came(each: Recorded, t: Language) -> list[str]:
    told = [t("Came instead of {name}", name=name) for name in each.came_for]
    if each.arrived is None:
        return told
    late = each.arrived.late_minutes
    how = [t(ARRIVAL_NAMES[each.arrived.arrival]), t("{n} min", n=late) if late else ""]
    by = [t("Represented by {name}", name=each.represented_by)] if each.represented_by else []
    return [", ".join(filter(None, how)), *by, *told]


def _ready(ready: Ready, t: Language) -> list[Flowable]:
    how = paragraph(t(HOW_NAMES[ready.how]))
    return [how, paragraph(ready.task, "small")] if ready.task else [how]


def _said(had_a_say: bool | None, t: Language) -> str:
    return NOTHING if had_a_say is None else t("Yes") if had_a_say else t("No")


def _actions(actions: Sequence[OwnAction], sheet: Sheet, t: Language) -> list[Flowable]:
    body = [
        [
            paragraph(str(each.action.number)),
            _action(each, t),
            paragraph(on_day(each.action.first_due, t)),
            paragraph(on_day(each.action.due, t)),
            [
                paragraph(t(ACTION_STATUS_NAMES[each.action.status])),
                paragraph(t.date(each.action.status_since), "small"),
            ],
        ]
        for each in actions
    ]
    heads = [t("No."), t("Action"), t("First due"), t("Due"), t("Status")]
    return section(t("Actions"), heads, body, (0.08, 0.48, 0.14, 0.14, 0.16), sheet)


def _action(each: OwnAction, t: Language) -> list[Flowable]:
    """What is to be done, and under it what was asked and agreed about it since."""
    history = [_move(move, t) for move in each.moves] + [_answer(asked, t) for asked in each.asked]
    small = filter(None, (each.action.group, *history))
    return [paragraph(each.action.title, "strong"), *(paragraph(text, "small") for text in small)]


def _move(move: DueChange, t: Language) -> str:
    return t(
        "{day}: moved from {old} to {new}: {reason}",
        day=t.date(move.changed),
        old=t.date(move.old_due),
        new=t.date(move.new_due),
        reason=move.reason,
    )


def _answer(asked: FollowUp, t: Language) -> str:
    answered = asked.answered
    told = t(ANSWER_NAMES[answered.answer]) if answered.asked else t("Not asked")
    return ": ".join(filter(None, (t.date(asked.day), told, answered.note)))


def _ideas(ideas: Sequence[Idea], sheet: Sheet, t: Language) -> list[Flowable]:
    body = [
        [
            *cells([str(each.number), t.date(each.noted)]),
            [paragraph(each.text), *([paragraph(each.reason, "small")] if each.reason else [])],
            *cells([each.group, t(IDEA_STATE_NAMES[each.state])]),
        ]
        for each in ideas
    ]
    heads = [t("No."), t("Date"), t("Idea"), t("Group"), t("State")]
    return section(t("Ideas"), heads, body, (0.08, 0.14, 0.4, 0.21, 0.17), sheet)


def _waiting(waiting: Sequence[Waiting], sheet: Sheet, t: Language) -> list[Flowable]:
    body = [
        [
            paragraph(each.group),
            [
                paragraph(each.item.title),
                *([paragraph(each.item.purpose, "small")] if each.item.purpose else []),
            ],
            paragraph(t.number(each.item.minutes)),
        ]
        for each in waiting
    ]
    heads = [t("Group"), t("Item"), t("Min")]
    return section(t("To present when there is time"), heads, body, (0.3, 0.6, 0.1), sheet)
