"""What somebody is to prepare, as plain text to paste into a mail, and as a day in a calendar.

Practice, item 3: the day before is when people look at what was asked of them.
"""

from collections.abc import Sequence
from datetime import date, timedelta
from typing import NamedTuple

from lean_desktop.domain.meeting_papers import Preparing
from lean_desktop.domain.meetings import Meeting
from lean_desktop.i18n import Language

WEEKEND = 5


class PreparationDay(NamedTuple):
    """What one person is to have ready on a day: the task's own, else the working day before."""

    meeting: Meeting
    number: int
    person: str
    day: date
    tasks: tuple[str, ...]

    def uid(self, workspace_uuid: str) -> str:
        """What every export of it bears."""
        return f"preparation-{self.meeting.id}-{self.number}-{self.day:%Y%m%d}@{workspace_uuid}"


def day_before(day: date) -> date:
    """The last working day before a day."""
    before = day - timedelta(days=1)
    while before.weekday() >= WEEKEND:
        before -= timedelta(days=1)
    return before


def days_of(sheets: Sequence[Preparing]) -> list[PreparationDay]:
    """The days on which somebody is to have something ready, by person and day."""
    found: list[PreparationDay] = []
    for number, each in enumerate(sheets, start=1):
        usual = day_before(each.meeting.planned_start.date())
        by_day: dict[date, list[str]] = {}
        for one in each.tasks:
            by_day.setdefault(one.task.due or usual, []).append(one.task.task)
        found += [
            PreparationDay(each.meeting, number, each.person, day, tuple(tasks))
            for day, tasks in sorted(by_day.items())
        ]
    return found


def mail_text(sheets: Sequence[Preparing], t: Language) -> str:
    """Who is to prepare what for one meeting: a heading, and a paragraph for each."""
    if not sheets:
        return ""
    meeting = sheets[0].meeting
    day = t.long_day(meeting.planned_start.date())
    span = t.span(meeting.planned_start, meeting.planned_end)
    head = " · ".join(filter(None, (meeting.name, f"{day} {span}", meeting.place)))
    return "\n\n".join((head, *(_of_person(each, t) for each in sheets))) + "\n"


def _of_person(each: Preparing, t: Language) -> str:
    tasks = [
        t(
            "- {task} (item {n}: {title})",
            task=one.task.task,
            n=one.item.item.position + 1,
            title=one.item.item.title,
        )
        for one in each.tasks
    ]
    asked = [
        t("- Will be asked about: {n} {title}", n=action.number, title=action.title)
        for action in each.actions
    ]
    return "\n".join((f"{each.person}:", *tasks, *asked))
