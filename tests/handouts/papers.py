"""Finished snapshots of a meeting that was held: its minutes, and what was handed out before it."""

from datetime import date, datetime, timedelta
from typing import Any

from lean_desktop.domain.actions import (
    Action,
    ActionStatus,
    Answer,
    Answered,
    DueChange,
    FollowUp,
    Source,
)
from lean_desktop.domain.meeting_papers import Followed, Minutes, PersonTask, Preparing
from lean_desktop.domain.meetings import AgendaItem, Outcome, schedule
from lean_desktop.domain.minutes import Arrival, Arrived, Called, Decision, How, Note, Rating
from lean_desktop.domain.preparation import Task
from tests.handouts.agendas import MEETING, START, item

DAY = START.date()
HELD = MEETING._replace(
    chair_id=1,
    note_taker_id=5,
    actual_start=START + timedelta(minutes=2),
    actual_end=START + timedelta(minutes=51),
)
HOSTILE = "<b>fet</b> & <para/> <img src='x'/> &amp;"
"""A text that means something to whoever does not escape it."""

ITEMS = (
    item(0, "Velkommen", minutes=3, outcome=Outcome.TREATED, actual_minutes=4),
    item(1, "Nye soner", minutes=20, outcome=Outcome.TREATED, actual_minutes=27),
    item(2, "Skiftbytte", minutes=10, outcome=Outcome.DEFERRED),
    item(3, "Skilt", minutes=5, outcome=Outcome.DROPPED),
)
PEOPLE = (
    Called(
        1, "Øystein Ødegård", arrived=Arrived(Arrival.ON_TIME), prepared=How.YES, had_a_say=True
    ),
    Called(2, "Łukasz Kowalczyk", arrived=Arrived(Arrival.LATE, 12), prepared=How.NO),
    Called(3, "Linh Nguyễn", arrived=Arrived(Arrival.EXCUSED), represented_by="Kari Solberg"),
    Called(4, "Marija Đukić", arrived=Arrived(Arrival.ABSENT)),
    Called(5, "Hanne Årnes", arrived=Arrived(Arrival.ON_TIME), prepared=How.PARTLY),
)


def action(number: int = 31, title: str = "Bestille gulvtape", **fields: Any) -> Action:
    """An action of the sample's group, due a week after the meeting."""
    made = Action(
        id=number,
        number=number,
        title=title,
        group_id=1,
        group="Forbedringsgruppe Montering",
        owner_id=3,
        owner="Linh Nguyễn",
        source=Source.MEETING,
        meeting_id=MEETING.id,
        item_id=None,
        created=DAY,
        first_due=date(2026, 10, 13),
        due=date(2026, 10, 13),
        done=None,
        status=ActionStatus.NEW,
        status_since=DAY,
    )
    return made._replace(**fields)


def followed(one: Action, answered: Answered, reason: str = "") -> Followed:
    """An action that was asked about; with a reason, its date was moved here."""
    moved = DueChange(1, one.id, DAY, DAY, date(2026, 10, 20), reason) if reason else None
    return Followed(one, FollowUp(1, one.id, MEETING.id, DAY, one.due, answered), moved)


def minutes_of(items: tuple[AgendaItem, ...] = ITEMS, **fields: Any) -> Minutes:
    """The minutes of the sample's meeting, with other fields."""
    laid = schedule(HELD.planned_start, HELD.planned_end, items)
    late = action(12, "Merke soner", slips=2, due=date(2026, 10, 20))
    made = Minutes(
        HELD,
        laid.items,
        PEOPLE,
        ("Gjest Fra Leverandør",),
        (Decision(1, 1, 2, 2026, 7, "Gule soner ved linje 1"),),
        (Note(1, 1, 2, "Prøves i uke 42"), Note(2, 1, None, "Kaffe på tavlerommet")),
        (action(item_id=2),),
        (
            followed(late, Answered(answer=Answer.NEW_DATE), "venter på tape"),
            followed(action(13, "Rydde"), Answered(answer=Answer.BLOCKED, note="mangler truck")),
            followed(action(14, "Male"), Answered(asked=False)),
            followed(action(15, "Skilt", status=ActionStatus.DOING), Answered()),
        ),
        ("Skyggetavle til håndverktøy",),
        Rating(5, 4.2, 5.0, 4.6),
        HELD._replace(id=2, number=15, planned_start=datetime(2026, 10, 20, 13)),
    )
    return made._replace(**fields)


def preparing(person: str = "Linh Nguyễn", **fields: Any) -> Preparing:
    """What one person has to prepare, and to answer for."""
    first, second, *_ = schedule(START, HELD.planned_end, ITEMS).items
    tasks = (
        PersonTask(second, Task(1, 2, "Ta med kart over linje 1", 3, person)),
        PersonTask(first, Task(2, 1, "Les avtalen", None, "", date(2026, 10, 5)), everyone=True),
    )
    asked = (action(12, "Merke soner", due=date(2026, 10, 1), slips=1), action(due=None))
    return Preparing(MEETING, person, tasks, asked)._replace(**fields)
