"""An action typed in one line, and how long it is over."""

from datetime import date, timedelta

import pytest

from lean_desktop.domain.actions import ActionLine, ActionStatus, parse_action_line
from lean_desktop.domain.errors import RuleBroken
from tests.handouts.papers import action

TODAY = date(2026, 10, 6)
FRIDAY = date(2026, 10, 9)
PEOPLE = [
    (1, "Linh Nguyễn"),
    (2, "Kari Solberg"),
    (3, "Kari Ås"),
    (4, "Ola Aas"),
    (5, "Olav Berg"),
    (6, "Ole Johan de Vries"),
]

LINES = {
    "Bestille gulvtape @Linh fredag": ActionLine("Bestille gulvtape", 1, FRIDAY),
    "Bestille gulvtape fredag @Linh": ActionLine("Bestille gulvtape", 1, FRIDAY),
    "Bestille gulvtape @linh nguyễn, innen fredag": ActionLine("Bestille gulvtape", 1, FRIDAY),
    "Rydde @Kari S": ActionLine("Rydde", 2),
    "Rydde @Ola": ActionLine("Rydde", 4),  # A whole first name before the beginning of one.
    "Rydde @Ole Johan de Vries 20.10.": ActionLine("Rydde", 6, date(2026, 10, 20)),
    "Ringe @Linh om tape": ActionLine("Ringe om tape", 1),
    "Ringe @Linh om 2 uker": ActionLine("Ringe", 1, date(2026, 10, 20)),
    "  Rydde   hylla ": ActionLine("Rydde hylla"),
    "Rydde: i morgen": ActionLine("Rydde", None, date(2026, 10, 7)),
    "Male linje 1": ActionLine("Male linje 1"),
}


@pytest.mark.parametrize("line", LINES)
def test_what_who_and_when_stand_in_one_line(line: str) -> None:
    assert parse_action_line(line, PEOPLE, TODAY) == LINES[line]


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("Rydde @Kari", "fits 2 people"),
        ("Rydde @Knut fredag", "nobody here"),
        ("Rydde @", "nobody here"),
        ("@Linh fredag", "what is to be done"),
        ("  ", "what is to be done"),
        ("fredag", "what is to be done"),
    ],
)
def test_what_cannot_be_understood_is_refused(line: str, told: str) -> None:
    with pytest.raises(RuleBroken, match=told):
        parse_action_line(line, PEOPLE, TODAY)


@pytest.mark.parametrize("status", ActionStatus)
def test_only_an_open_action_with_a_date_is_over(status: ActionStatus) -> None:
    over = action(due=TODAY - timedelta(days=3), status=status)
    expected = 0 if status in (ActionStatus.DONE, ActionStatus.CANCELLED) else 3
    assert over.days_over(TODAY) == expected
    assert over.open is bool(expected)
    assert over._replace(due=None).days_over(TODAY) == 0
    assert over._replace(due=TODAY).days_over(TODAY) == 0
    assert over._replace(due=FRIDAY).days_over(TODAY) == 0
