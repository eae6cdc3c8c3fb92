"""Who hangs below whom, in the line and in the improvement organisation."""

from datetime import date

from lean_desktop.domain.chart import BoxKind, Chart, box_key, improvement_chart, line_chart
from lean_desktop.domain.organisation import (
    Group,
    GroupKind,
    GroupRole,
    Membership,
    Person,
    Unit,
)
from lean_desktop.i18n import language

DAY = date(2026, 10, 6)
NB = language("nb")


def person(key: int, name: str, **fields: object) -> Person:
    first, _, last = name.partition(" ")
    return Person(key, "", first, last, **fields)  # type: ignore[arg-type]


def told(chart: Chart) -> list[str]:
    """The chart as lines, set in by what each hangs below."""
    lines: list[str] = []

    def tell(key: int, depth: int) -> None:
        box = chart.boxes[key]
        lines.append("  " * depth + " / ".join(filter(None, (box.over, box.name))))
        for below in chart.below.get(key, ()):
            tell(below, depth + 1)

    for root in chart.roots:
        tell(root, 0)
    return lines


UNITS = [
    Unit(1, "Ledelse", leader_id=1, leader="Terje Bakken"),
    Unit(2, "Støperi", parent_id=1, leader_id=2, leader="Mohammed Berg"),
    Unit(3, "Planlegging", parent_id=1),
    Unit(4, "Årsmøtet", parent_id=1),
]
PEOPLE = [
    person(1, "Terje Bakken", unit_id=1),
    person(2, "Mohammed Berg", unit_id=2, manager_id=1),
    person(3, "Åse Nygård", title="Støper", unit_id=2, manager_id=2),
    person(4, "Dag Olsen", title="Formann", unit_id=2, manager_id=2),
    person(5, "Piotr Nowak", title="Lærling", unit_id=2, manager_id=4),
    person(6, "Camilla Foss", unit_id=3, manager_id=4),
    person(7, "Kari Solberg", manager_id=1),
    person(8, "Ola Gammel", unit_id=2, active_to=date(2026, 10, 5)),
]


def test_people_hang_below_their_manager_in_the_unit_and_else_below_the_unit() -> None:
    assert told(line_chart(PEOPLE, UNITS, DAY, NB)) == [
        "Ledelse / Terje Bakken",
        "  Planlegging",
        "    Camilla Foss",
        "  Støperi / Mohammed Berg",
        "    Formann / Dag Olsen",
        "      Lærling / Piotr Nowak",
        "    Støper / Åse Nygård",
        "  Årsmøtet",
        "  Kari Solberg",
    ]


def test_a_unit_without_a_leader_is_vacant() -> None:
    boxes = line_chart(PEOPLE, UNITS, DAY, NB).boxes
    vacant = [box.over for box in boxes.values() if box.vacant]
    assert sorted(vacant) == ["Planlegging", "Årsmøtet"]


def test_without_units_managers_make_the_chart() -> None:
    people = [person(1, "A"), person(2, "B", manager_id=1), person(3, "C", manager_id=2)]
    assert told(line_chart(people, [], DAY, NB)) == ["A", "  B", "    C"]


def test_managers_in_a_circle_all_stay_on_the_chart() -> None:
    people = [
        person(1, "A", manager_id=3),
        person(2, "B", manager_id=1),
        person(3, "C", manager_id=2),
    ]
    assert told(line_chart(people, [], DAY, NB)) == ["A", "  B", "    C"]


def test_keys_are_the_same_whenever_and_never_meet() -> None:
    keys = {box_key(kind, key) for kind in BoxKind for key in range(1, 50)}
    assert len(keys) == 3 * 49
    chart = line_chart(PEOPLE, UNITS, DAY, NB)
    assert all(box.key == key for key, box in chart.boxes.items())


def test_groups_from_the_top_down_with_leader_and_deputy_of_the_day() -> None:
    groups = [
        Group(1, GroupKind.PILLAR, "Pilar Kvalitet", parent_id=3),
        Group(2, GroupKind.IMPROVEMENT, "Forbedringsgruppe Støperi", parent_id=3),
        Group(3, GroupKind.STEERING, "Styringsgruppe"),
        Group(4, GroupKind.PROJECT, "Ferdig", parent_id=3, active_to=date(2026, 1, 1)),
    ]
    members = [
        Membership(1, 2, "", 5, "Gammel Leder", GroupRole.LEADER, valid_to=date(2026, 9, 1)),
        Membership(2, 2, "", 6, "Frøydis Hansen", GroupRole.LEADER),
        Membership(3, 2, "", 7, "Dag Olsen", GroupRole.DEPUTY),
    ]
    chart = improvement_chart(groups, members, DAY, NB)
    assert told(chart) == ["Styringsgruppe", "  Støperi / Frøydis Hansen", "  Pilar Kvalitet"]
    box = chart.boxes[box_key(BoxKind.GROUP, 2)]
    assert (box.person_id, box.deputy, box.vacant) == (6, "Dag Olsen", False)
