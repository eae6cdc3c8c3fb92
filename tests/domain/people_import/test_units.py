from lean_desktop.domain.organisation import Unit
from tests.domain.people_import.lists import planned, row, somebody, told

HMS = Unit(5, "HMS")


def test_units_are_created_once_by_name() -> None:
    plan = planned("Navn;Avdeling\nA;Lager\nB; lager \nC;HMS\nD;Kvalitet", units=[HMS])
    assert plan.new_units == ["Lager", "Kvalitet"]
    assert [each.values["unit_id"] for each in plan.rows] == [-1, -1, 5, -2]


def test_a_unit_is_shown_by_its_name() -> None:
    found = row(
        "Nr;Navn;Avdeling\n1;A B;HMS",
        [somebody(1, "A B", number="1", unit_id=3, unit="Lager")],
        [HMS],
    )
    assert found.changes == [("unit", "Lager", "HMS")]


def test_refused_rows_create_no_unit() -> None:
    assert planned("Nr;Navn;Avdeling\n1;A;\n1;B;Lager").new_units == []


def test_two_units_of_one_name_leave_it_open_but_for_those_who_are_there() -> None:
    units = [HMS, Unit(6, "HMS")]
    found = row("Navn;Avdeling\nA B;HMS", units=units)
    assert "unit_id" not in found.values
    assert told(found) == (
        "Avdeling “HMS” is left out. Several units have that name. Give each one of its own."
    )
    there = [somebody(1, "A B", unit_id=6, unit="HMS")]
    assert row("Navn;Avdeling\nA B;HMS", there, units).reasons == ()


def test_a_name_too_long_for_a_unit() -> None:
    assert "At most 200" in told(row(f"Navn;Avdeling\nA;{'x' * 201}"))
