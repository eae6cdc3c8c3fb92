"""What somebody is to prepare: as text for a mail, and the working day before the meeting."""

from datetime import date, datetime, timedelta

import pytest

from lean_desktop.domain.meeting_papers import PersonTask, Preparing
from lean_desktop.domain.meetings import AgendaItem, ItemKind, Meeting, MeetingKind, ScheduledItem
from lean_desktop.domain.preparation import Task
from lean_desktop.domain.preparation_mail import day_before, days_of, mail_text
from lean_desktop.i18n import Language

START = datetime(2026, 10, 6, 13)
MEETING = Meeting(
    *(4, 14, MeetingKind.IMPROVEMENT, "", 1, "Montering", "Tavlerom 2"),
    *(START, START + timedelta(minutes=45)),
)
ITEM = ScheduledItem(
    AgendaItem(1, 4, 2, "Soner", ItemKind.DISCUSSION, minutes=10),
    START,
    START + timedelta(minutes=10),
    over=False,
)
LINH = Preparing(MEETING, "Linh Nguyễn", (PersonTask(ITEM, Task(1, 1, "Skisse")),))
NOTHING = Preparing(MEETING, "Pål Strand", ())


@pytest.mark.parametrize(
    ("day", "before"),
    [(date(2026, 10, 6), date(2026, 10, 5)), (date(2026, 10, 5), date(2026, 10, 2))],
)
def test_the_day_before_is_a_working_day(day: date, before: date) -> None:
    assert day_before(day) == before


def test_a_day_for_each_who_has_something_to_prepare() -> None:
    (day,) = days_of([NOTHING, LINH])
    assert (day.person, day.day, day.tasks) == ("Linh Nguyễn", date(2026, 10, 5), ("Skisse",))
    assert day.uid("u") == "preparation-4-2-20261005@u"


def test_the_text_says_when_where_and_who() -> None:
    text = mail_text([LINH], Language("en"))
    assert text.splitlines()[0].startswith("Montering · Tuesday 6 October 2026 13:00")
    assert "Tavlerom 2" in text
    assert "Linh Nguyễn:\n- Skisse (item 3: Soner)\n" in text
    assert mail_text([], Language("nb")) == ""


def test_a_task_with_a_day_of_its_own_is_due_then() -> None:
    early = PersonTask(ITEM, Task(2, 1, "Måle", due=date(2026, 10, 1)))
    found = days_of([LINH._replace(tasks=(*LINH.tasks, early))])
    assert [(each.day.day, each.tasks) for each in found] == [(1, ("Måle",)), (5, ("Skisse",))]
