import pytest

from lean_desktop.domain.people_import import PlannedRow
from tests.domain.people_import.lists import planned, row, somebody, told

BOSS = somebody(7, "Dag Olsen", number="1002", email="dag@x.example")


@pytest.mark.parametrize(
    "text", ["Dag Olsen", "dag olsen", "Olsen, Dag", "Olsen Dag", "1002", "DAG@x.example"]
)
def test_a_known_manager_by_any_handle(text: str) -> None:
    found = row(f"Navn;Leder\nPål Hagen;{text}", [BOSS])
    assert (found.values["manager_id"], found.manager) == (7, "Dag Olsen")
    assert found.changes[-1] == ("manager", None, "Dag Olsen")


def test_a_comma_within_a_name() -> None:
    plan = planned("Fornavn;Etternavn;Leder\nPål;Hagen;Ola Ås, Jr.\nOla;Ås, Jr.;")
    assert plan.rows[0].values["manager_id"] == -2


def test_managers_further_down_the_list() -> None:
    plan = planned("Nr;Navn;Leder\n1;A A;Hagen, Pål\n2;B B;3\n3;Pål Hagen;")
    assert [each.values.get("manager_id") for each in plan.rows] == [-3, -3, None]


def test_the_number_a_list_gives_counts_at_once() -> None:
    plan = planned("Nr;Navn;Leder\n5;Dag Olsen;\n6;Pål Hagen;5", [somebody(7, "Dag Olsen")])
    assert plan.rows[1].values["manager_id"] == 7


def test_an_unknown_manager_is_left_out() -> None:
    found = row("Navn;Nærmeste leder\nPål Hagen;Ukjent Leder")
    assert (found.outcome, "manager_id" in found.values) == ("created", False)
    assert told(found) == (
        "Nærmeste leder “Ukjent Leder” is left out."
        " Nobody here has that name or number. Add the person, and import again."
    )


def test_a_refused_row_leads_nobody() -> None:
    plan = planned("Nr;Navn;Leder\n1;A A;C C\n1;C C;")
    assert "Nobody here" in told(plan.rows[0])


def test_a_name_of_two_people_is_left_out() -> None:
    twins = [BOSS, somebody(8, "Dag Olsen", number="1003")]
    assert "Several people" in told(row("Navn;Leder\nPål Hagen;Dag Olsen", twins))
    assert row("Navn;Leder\nPål Hagen;1003", twins).values["manager_id"] == 8


def test_the_manager_somebody_has_already_is_meant_among_namesakes() -> None:
    twins = [BOSS, somebody(8, "Dag Olsen", number="1003")]
    there = somebody(9, "Pål Hagen", manager_id=8, manager="Dag Olsen")
    found = row("Navn;Leder\nPål Hagen;Olsen, Dag", [*twins, there])
    assert (found.outcome, found.reasons) == ("unchanged", ())


def test_nobody_leads_themselves() -> None:
    found = row("Navn;Leder\nPål Hagen;Pål Hagen")
    assert told(found) == "Leder “Pål Hagen” is left out. Nobody is their own manager."


def test_a_circle_is_broken_where_the_list_closes_it() -> None:
    plan = planned("Nr;Navn;Leder\n1;A A;2\n2;B B;3\n3;C C;1\n4;D D;1")
    assert [each.values.get("manager_id") for each in plan.rows] == [-2, -3, None, -1]
    assert "above themselves" in told(plan.rows[2])
    assert plan.rows[2].manager == ""


def test_a_circle_through_people_the_list_does_not_name() -> None:
    below = somebody(8, "Pål Hagen", number="8", manager_id=7, manager="Dag Olsen")
    found = row("Nr;Navn;Leder\n1002;Dag Olsen;8", [BOSS, below])
    assert (found.outcome, "manager_id" in found.values) == ("unchanged", False)


def test_two_who_change_places() -> None:
    below = somebody(8, "Pål Hagen", number="8", manager_id=7, manager="Dag Olsen")
    plan = planned("Nr;Navn;Leder\n1002;Dag Olsen;8\n8;Pål Hagen;9\n9;Ny Sjef;", [BOSS, below])
    assert [each.values.get("manager_id") for each in plan.rows] == [8, -1, None]
    assert not any(each.reasons for each in plan.rows)


def test_many_circles_are_found_at_once() -> None:
    lines = (f"{n};P{n};{n ^ 1}" for n in range(4_000))
    plan = planned("\n".join(["Nr;Navn;Leder", *lines]))
    assert plan.counts.remarked == 2_000
    assert not any(_leads_itself(each, plan.rows) for each in plan.rows[:20])


def _leads_itself(row: PlannedRow, rows: object) -> bool:
    return row.values.get("manager_id") == row.key
