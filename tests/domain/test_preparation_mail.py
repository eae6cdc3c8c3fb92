"""What a mail about preparation says, word by word."""

from datetime import date, datetime
from typing import Any

from lean_desktop.domain.actions import Action, ActionStatus, Source
from lean_desktop.domain.meeting_papers import PersonTask, PreparationOut, Preparing
from lean_desktop.domain.meetings import AgendaItem, Meeting, MeetingKind, schedule
from lean_desktop.domain.preparation import Task
from lean_desktop.domain.preparation_mail import deadline, mail_to_all, mail_to_one, told_to_one
from lean_desktop.i18n import language

EN, NB = language("en"), language("nb")
START, END = datetime(2026, 10, 6, 13), datetime(2026, 10, 6, 13, 45)
MEETING = Meeting(
    *(1, 14, MeetingKind.IMPROVEMENT, "", 2, "Montering", "Tavlerom 2", START, END),
    purpose="Kortere\nomstilling",
    private_note="Hemmelig",
)
ITEMS = schedule(
    START,
    END,
    [
        AgendaItem(1, 1, 0, "Siden sist", minutes=5, presenter="Pål Strand"),
        AgendaItem(2, 1, 1, "Soner", minutes=30),
    ],
).items
EVERYONE = PersonTask(ITEMS[1], Task(1, 2, "Les saken"), everyone=True)
OWN = PersonTask(ITEMS[1], Task(2, 2, "5 hvorfor", 7, "Linh Nguyễn", date(2026, 10, 2)))


def action(due: date | None) -> Action:
    created = date(2026, 9, 1)
    fields: dict[str, Any] = {"slips": 2, "escalated": True}
    return Action(
        *(3, 131, "Bestille  gulvtape", 2, "Montering", 7, "Linh Nguyễn", Source.MEETING),
        *(None, None, created, due, due, None, ActionStatus.NEW, created),
        **fields,
    )


LINH = Preparing(MEETING, "Linh Nguyễn", (EVERYONE, OWN), (action(date(2026, 9, 4)),), 7)
PAL = Preparing(MEETING, "Pål Strand", (EVERYONE,), (), 8)
OUT = PreparationOut(MEETING, 14, ITEMS, (LINH, PAL))

AGENDA = """Agenda:
13:00  Siden sist (5 min, Pål Strand)
13:05  Soner (30 min)"""

HEAD = """Montering
Tuesday 6 October 2026 13:00–13:45
Place: Tavlerom 2
Goal: Kortere omstilling"""


def test_one_is_told_their_own_and_what_all_are_asked() -> None:
    assert mail_to_one(OUT, LINH, EN) == (
        f"Hello Linh,\n\n{HEAD}\n\n"
        "To prepare:\n"
        "- Les saken (for “Soner” at 13:05)\n"
        "- 5 hvorfor (for “Soner”, ready by 2 Oct)\n\n"
        "You will be asked about:\n"
        "- 131 Bestille gulvtape, due 4 Sept\n\n"
        f"{AGENDA}"
    )


def test_all_are_told_who_prepares_what_and_what_all_prepare_once() -> None:
    assert mail_to_all(OUT, EN) == (
        f"Hello,\n\n{HEAD}\n\n"
        "To prepare:\n"
        "- Everyone: Les saken (for “Soner” at 13:05)\n"
        "- Linh Nguyễn: 5 hvorfor (for “Soner”, ready by 2 Oct)\n\n"
        "Actions to ask about:\n"
        "- Linh Nguyễn: 131 Bestille gulvtape, due 4 Sept\n\n"
        f"{AGENDA}"
    )


def test_what_there_is_nothing_of_is_not_mentioned() -> None:
    bare = MEETING._replace(group="", place="", purpose="")
    assert mail_to_all(PreparationOut(bare, 1, ()), EN) == (
        "Hello,\n\nImprovement group meeting\nTuesday 6 October 2026 13:00–13:45"
    )
    undated = LINH._replace(tasks=(), actions=(action(None),))
    assert "- 131 Bestille gulvtape\n" in told_to_one(OUT, undated, EN)


def test_private_notes_and_lateness_stay_here() -> None:
    told = mail_to_all(OUT, NB) + mail_to_one(OUT, LINH, NB)
    assert "Hemmelig" not in told
    assert "over" not in told


def test_the_first_day_counts() -> None:
    assert deadline(LINH) == date(2026, 10, 2)
    assert deadline(PAL) == date(2026, 10, 6)
    late = OWN._replace(task=OWN.task._replace(due=date(2026, 10, 9)))
    assert deadline(LINH._replace(tasks=(late,))) == date(2026, 10, 6)
