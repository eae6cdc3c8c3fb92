"""Preparation as the text of a mail: for one person, or one text for everybody.

Plain text, for whichever mail program it is pasted into. It names tasks and days, and never says
of anybody that something is late (practice, 5).
"""

from collections.abc import Iterable, Sequence
from datetime import date

from lean_desktop.domain.actions import Action
from lean_desktop.domain.meeting_papers import PersonTask, PreparationOut, Preparing
from lean_desktop.domain.meetings import MEETING_KIND_NAMES, Meeting, ScheduledItem
from lean_desktop.i18n import Language


def mail_to_one(out: PreparationOut, person: Preparing, t: Language) -> str:
    """A greeting, the meeting, what this person prepares and answers for, and the agenda."""
    first_name = person.person.partition(" ")[0]
    return _text([t("Hello {name},", name=first_name), told_to_one(out, person, t)])


def told_to_one(out: PreparationOut, person: Preparing, t: Language) -> str:
    """The same without the greeting, as a calendar shows it."""
    tasks = [_task(each, t) for each in person.tasks]
    actions = [_action(each, t) for each in person.actions]
    return _text(
        [
            _meeting(out.meeting, t),
            _listed(t("To prepare"), tasks),
            _listed(t("You will be asked about"), actions),
            _agenda(out.items, t),
        ]
    )


def mail_to_all(out: PreparationOut, t: Language) -> str:
    """One text for all: what everyone prepares first, then each by name."""
    return _text(
        [
            t("Hello,"),
            _meeting(out.meeting, t),
            _listed(t("To prepare"), _tasks_of_all(out.people, t)),
            _listed(t("Actions to ask about"), _actions_of_all(out.people, t)),
            _agenda(out.items, t),
        ]
    )


def called(meeting: Meeting, t: Language) -> str:
    """The meeting's name, else what kind of meeting it is."""
    return meeting.name or t(MEETING_KIND_NAMES[meeting.kind])


def deadline(person: Preparing) -> date:
    """The first day by which something is to be ready; without any, the day of the meeting."""
    days = [each.task.due for each in person.tasks if each.task.due]
    return min([*days, person.meeting.planned_start.date()])


def _text(parts: Iterable[str]) -> str:
    return "\n\n".join(part for part in parts if part)


def _listed(head: str, lines: Sequence[str]) -> str:
    return "\n".join([f"{head}:", *(f"- {line}" for line in lines)]) if lines else ""


def _meeting(meeting: Meeting, t: Language) -> str:
    day = t.long_day(meeting.planned_start.date())
    lines = [
        _line(called(meeting, t)),
        f"{day[0].upper()}{day[1:]} {t.span(meeting.planned_start, meeting.planned_end)}",
        meeting.place and t("Place: {place}", place=_line(meeting.place)),
        meeting.purpose and t("Goal: {goal}", goal=_line(meeting.purpose)),
    ]
    return "\n".join(line for line in lines if line)


def _task(each: PersonTask, t: Language) -> str:
    task, item = _line(each.task.task), _line(each.item.item.title)
    if each.task.due:
        day = t.day_month(each.task.due)
        return t("{task} (for “{item}”, ready by {day})", task=task, item=item, day=day)
    return t("{task} (for “{item}” at {time})", task=task, item=item, time=t.time(each.item.start))


def _tasks_of_all(people: Sequence[Preparing], t: Language) -> list[str]:
    every = {each.task.id: each for one in people for each in one.tasks if each.everyone}
    own = [
        f"{one.person}: {_task(each, t)}"
        for one in people
        for each in one.tasks
        if not each.everyone
    ]
    return [*(f"{t('Everyone')}: {_task(each, t)}" for each in every.values()), *own]


def _action(action: Action, t: Language) -> str:
    told = f"{action.number} {_line(action.title)}"
    if action.due is None:
        return told
    return t("{action}, due {day}", action=told, day=t.day_month(action.due))


def _actions_of_all(people: Sequence[Preparing], t: Language) -> list[str]:
    return [f"{one.person}: {_action(each, t)}" for one in people for each in one.actions]


def _agenda(items: Sequence[ScheduledItem], t: Language) -> str:
    lines = []
    for each in items:
        length = t("{n} min", n=each.item.minutes)
        presenter = f", {each.item.presenter}" if each.item.presenter else ""
        lines.append(f"{t.time(each.start)}  {_line(each.item.title)} ({length}{presenter})")
    return "\n".join([f"{t('Agenda')}:", *lines]) if lines else ""


def _line(text: str) -> str:
    """A text on one line, so that it cannot pass for another part of the mail."""
    return " ".join(text.split())
