"""What people are asked to do before a meeting: `Linh: 5 hvorfor, steg 4 og 5`, one line each."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import NamedTuple

from lean_desktop.domain.choosing import named_by
from lean_desktop.i18n import Language

EVERYONE = frozenset({"alle", "all", "everyone", "everybody"})
"""Words before a colon that name everyone who is called."""
_CHAIR = frozenset({"møteleder", "chair"})
_LONGEST_NAME = 60


class Task(NamedTuple):
    """One thing to prepare for one item; `person_id` None asks everyone who is called.

    `due` is the last day for it, when it is not the day of the meeting.
    """

    id: int
    item_id: int
    task: str
    person_id: int | None = None
    person: str = ""
    due: date | None = None


class Asked(NamedTuple):
    """A task as it is written down, before it has a key."""

    task: str
    person_id: int | None = None


def written_tasks(
    text: str,
    people: Sequence[tuple[int, str]],
    *,
    presenter_id: int | None = None,
    chair_id: int | None = None,
) -> list[Asked]:
    """The tasks of a text, one a line: `name: task`, `Alle: task`, or the presenter's task.

    What stands before the colon counts as a name only when it names one of `people`.
    """
    lines = (" ".join(line.split()) for line in text.splitlines())
    return [_asked(line, people, presenter_id, chair_id) for line in lines if line]


def _asked(
    line: str, people: Sequence[tuple[int, str]], presenter_id: int | None, chair_id: int | None
) -> Asked:
    who, colon, task = (part.strip() for part in line.partition(":"))
    if colon and task and len(who) <= _LONGEST_NAME:
        if who.lower() in EVERYONE:
            return Asked(_sentence(task))
        if who.lower() in _CHAIR and chair_id:
            return Asked(_sentence(task), chair_id)
        if (named := named_by(who, people)) is not None:
            return Asked(_sentence(task), named)
    return Asked(line, presenter_id)


def _sentence(task: str) -> str:
    return task[0].upper() + task[1:]


def told(task: Task, t: Language, *, whole_name: bool = False) -> str:
    """The task with whom it asks, as it is written down."""
    name = task.person if whole_name else task.person.partition(" ")[0]
    return f"{name or t('Everyone')}: {task.task}"


def told_together(tasks: Iterable[Task], t: Language) -> str:
    """All tasks of an item in one line, with first names."""
    return " · ".join(told(task, t) for task in tasks)


def as_text(tasks: Iterable[Task], t: Language) -> str:
    """What a field shows, and `written_tasks` reads back."""
    return "\n".join(told(task, t, whole_name=True) for task in tasks)
