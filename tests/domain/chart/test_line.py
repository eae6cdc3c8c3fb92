"""Who hangs below whom in the line, who stands beside, and what is vacant."""

from datetime import date

from lean_desktop.domain.chart import Box, BoxKind, Chart, box_key, line_chart
from lean_desktop.domain.organisation import Person, ReportingLine, Unit
from lean_desktop.domain.roles import Role, RoleKind
from lean_desktop.i18n import language
from tests.domain.chart.drawn import told

DAY = date(2026, 10, 6)
EARLIER = date(2026, 3, 1)
NB = language("nb")


def person(key: int, name: str, **fields: object) -> Person:
    first, _, last = name.partition(" ")
    return Person(key, "", first, last, **fields)  # type: ignore[arg-type]


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


def vacancy(key: int, name: str, unit_id: int, **fields: object) -> Role:
    return Role(key, name, unit_id=unit_id, **fields)  # type: ignore[arg-type]


def unit_box(chart: Chart, key: int) -> Box:
    return chart.boxes[box_key(BoxKind.UNIT, key)]


def test_an_assistant_stands_beside_the_manager_whatever_the_unit() -> None:
    helper = person(9, "Frøydis Hansen", unit_id=2, manager_id=1, assistant=True)
    chart = line_chart([*PEOPLE, helper], UNITS, DAY, NB)
    key = box_key(BoxKind.PERSON, 9)
    assert chart.aside == {box_key(BoxKind.UNIT, 1): [key]}
    assert chart.boxes[key].assistant
    assert not any(key in below for below in chart.below.values())


def test_an_assistant_without_a_manager_stands_beside_the_unit() -> None:
    helper = person(9, "Frøydis Hansen", unit_id=2, assistant=True)
    chart = line_chart([*PEOPLE, helper], UNITS, DAY, NB)
    assert chart.aside == {box_key(BoxKind.UNIT, 2): [box_key(BoxKind.PERSON, 9)]}


def test_who_leads_a_unit_but_is_not_employed_leaves_it_vacant() -> None:
    people = [each._replace(active_from=DAY) if each.id == 2 else each for each in PEOPLE]
    assert unit_box(line_chart(people, UNITS, DAY, NB), 2).name == "Mohammed Berg"
    before = line_chart(people, UNITS, EARLIER, NB)
    assert (unit_box(before, 2).vacant, unit_box(before, 2).person_id) == (True, None)
    assert "    Støper / Åse Nygård" in told(before)


def test_the_managers_are_those_of_the_day() -> None:
    people = [each._replace(manager_since=DAY) if each.id == 5 else each for each in PEOPLE]
    lines = [ReportingLine(1, 5, "", 3, "Åse Nygård", valid_to=date(2026, 10, 5))]
    now, before = (line_chart(people, UNITS, day, NB, lines=lines) for day in (DAY, EARLIER))
    apprentice = box_key(BoxKind.PERSON, 5)
    assert now.below[box_key(BoxKind.PERSON, 4)] == [apprentice]
    assert before.below[box_key(BoxKind.PERSON, 3)] == [apprentice]


def test_dotted_lines_join_the_boxes_people_stand_in() -> None:
    lines = [
        ReportingLine(1, 3, "", 1, "", dotted=True, valid_from=DAY),  # to who leads a unit
        ReportingLine(2, 6, "", 5, "", dotted=True),
        ReportingLine(3, 5, "", 4, "", dotted=True),  # the manager anyway
        ReportingLine(4, 8, "", 1, "", dotted=True),  # has left
    ]
    one, three, five, six = (
        box_key(kind, key)
        for kind, key in ((BoxKind.UNIT, 1), *((BoxKind.PERSON, key) for key in (3, 5, 6)))
    )
    assert line_chart(PEOPLE, UNITS, DAY, NB, lines=lines).dotted == [(three, one), (six, five)]
    assert (three, one) not in line_chart(PEOPLE, UNITS, EARLIER, NB, lines=lines).dotted


def test_a_vacant_role_hangs_below_its_unit_and_a_held_one_does_not() -> None:
    roles = [
        vacancy(1, "Ovnsleder", 2),
        vacancy(2, "Støper", 2, holders=("Åse Nygård",)),
        vacancy(3, "Koordinator", 2, kind=RoleKind.COORDINATOR),
        vacancy(4, "Skriver", 2, group_id=4),
    ]
    chart = line_chart(PEOPLE, UNITS, DAY, NB, roles=roles)
    assert chart.below[box_key(BoxKind.UNIT, 2)][-1] == box_key(BoxKind.ROLE, 1)
    found = [box for box in chart.boxes.values() if box.kind is BoxKind.ROLE]
    assert [(box.over, box.vacant) for box in found] == [("Ovnsleder", True)]


def test_the_only_vacant_role_of_a_unit_nobody_leads_is_its_leaders() -> None:
    chart = line_chart(PEOPLE, UNITS, DAY, NB, roles=[vacancy(1, "Avdelingsleder", 3)])
    assert (unit_box(chart, 3).vacant, unit_box(chart, 3).role) == (True, "Avdelingsleder")
    assert box_key(BoxKind.ROLE, 1) not in chart.boxes
    two = [vacancy(1, "Avdelingsleder", 3), vacancy(2, "Planlegger", 3)]
    assert box_key(BoxKind.ROLE, 1) in line_chart(PEOPLE, UNITS, DAY, NB, roles=two).boxes


def test_boxes_say_the_roles_and_deputies_of_who_is_named() -> None:
    roles = [
        vacancy(1, "Avdelingsleder", 2, holders=("Mohammed Berg",), deputies=("Dag Olsen",)),
        vacancy(2, "Verneombud", 2, holders=("Dag Olsen",)),
        vacancy(3, "Formann", 2, holders=("Dag Olsen",)),
    ]
    chart = line_chart(PEOPLE, UNITS, DAY, NB, roles=roles)
    assert (unit_box(chart, 2).role, unit_box(chart, 2).deputy) == ("Avdelingsleder", "Dag Olsen")
    assert chart.boxes[box_key(BoxKind.PERSON, 4)].role == "Verneombud"
