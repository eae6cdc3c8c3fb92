"""Tasks written one a line, and read back as they were written."""

import pytest

from lean_desktop.domain.preparation import Asked, Task, as_text, told_together, written_tasks
from lean_desktop.i18n import language

NB, EN = language("nb"), language("en")
PEOPLE = [(1, "Linh Nguyễn"), (2, "Kari Solberg"), (3, "Kari Ås")]
PRESENTER, CHAIR = 7, 8


def written(text: str) -> list[Asked]:
    return written_tasks(text, PEOPLE, presenter_id=PRESENTER, chair_id=CHAIR)


@pytest.mark.parametrize(
    ("line", "asked"),
    [
        ("Linh: 5 hvorfor, steg 4 og 5", Asked("5 hvorfor, steg 4 og 5", 1)),
        ("linh nguyễn:  ta med   kart", Asked("Ta med kart", 1)),
        ("Alle: les avtalen", Asked("Les avtalen")),
        ("everyone: read", Asked("Read")),
        ("Møteleder: inviter", Asked("Inviter", CHAIR)),
        ("Chair: invite", Asked("Invite", CHAIR)),
        ("Ta med tall", Asked("Ta med tall", PRESENTER)),
        ("Tall: antall stopp", Asked("Tall: antall stopp", PRESENTER)),
        ("Kari: hvem?", Asked("Kari: hvem?", PRESENTER)),  # It fits two.
        ("Linh:", Asked("Linh:", PRESENTER)),
        (": tall", Asked(": tall", PRESENTER)),
    ],
)
def test_what_stands_before_the_colon_is_a_name_only_when_it_names_one(
    line: str, asked: Asked
) -> None:
    assert written(line) == [asked]


def test_each_line_is_a_task_and_empty_ones_are_none() -> None:
    assert written("Linh: a\n\n  \nAlle: b\n") == [Asked("A", 1), Asked("B")]
    assert written("") == []
    assert written_tasks("Møteleder: a", PEOPLE) == [Asked("Møteleder: a")]


TASKS = [Task(1, 1, "Måle opp", 1, "Linh Nguyễn"), Task(2, 1, "Les")]


def test_what_a_field_shows_is_read_back() -> None:
    for t in (NB, EN):
        assert written(as_text(TASKS, t)) == [Asked("Måle opp", 1), Asked("Les")]


def test_told_together_with_first_names() -> None:
    assert told_together(TASKS, NB) == "Linh: Måle opp · Alle: Les"
    assert told_together(TASKS, EN) == "Linh: Måle opp · Everyone: Les"
