import pytest
from hypothesis import given
from hypothesis import strategies as st

from lean_desktop.domain.errors import RuleBroken
from lean_desktop.domain.organisation import refuse_cycle
from lean_desktop.domain.people_import import Field, ImportCounts, Outcome, people_list, plan_import
from tests.domain.people_import.lists import EN, outcomes, planned, somebody, told

HR_EXPORT = """\
Ansattnr;Fornavn;Etternavn;Stilling;Avdeling;Nærmeste leder;E-post;Mobil;Startdato;Stillingsprosent
1000;Vegard;Andersen;Daglig leder;Administrasjon;;;929 84 664;19.02.2007;100
1002;Dag;Olsen;Avdelingsleder;Produksjon – Støperi;Vegard Andersen;1002@v.example;;30.10.1995;37,5
1004;Dag;Næss;Avdelingsleder;Kvalitet;Vegard Andersen;1004@v.example;986 27 430;31.02.2020;100
1007;Pål ;Olsen;Avdelingsleder;Kvalitet;Vegard Andersen;1007@v.example;991 58 787;19.08.2012;50
1013;Lars;Larsen;Mekaniker;Kvalitet;Ukjent Leder;1013@v.example;942 88 153;28.04.2014;100
1007;Pål;Olsen;Avdelingsleder;Kvalitet;Vegard Andersen;;;;
;;;;;;;;;"""


def test_an_hr_export() -> None:
    plan = planned(HR_EXPORT)
    assert plan.counts == ImportCounts(
        created=5, updated=0, unchanged=0, refused=1, remarked=2, blank=1, new_units=3
    )
    assert [each.row for each in plan.rows if each.reasons] == [4, 6, 7]
    assert [each.name for each in plan.of(Outcome.REFUSED)] == ["Pål Olsen"]


def test_rows_are_numbered_as_in_the_file() -> None:
    assert [each.row for each in planned("Liste\n\nNr;Navn\n1;A\n;\n2;B").rows] == [4, 6]


def test_a_row_with_more_cells_than_headings_is_refused() -> None:
    plan = planned("Nr,Navn,Prosent".replace(",", ";") + "\n1;Pål;37;5\n2;Åse;100;;")
    assert outcomes(plan) == "rc"
    assert told(plan.rows[0]).startswith("The row has 4 cells, and there are 3 headings.")


def test_a_short_row_has_blank_cells() -> None:
    assert outcomes(planned("Nr;Navn;Tittel;E-post\n1;Pål")) == "c"


def test_columns_may_be_chosen_by_hand() -> None:
    columns = {Field.NAME_LAST_FIRST: 1, Field.NUMBER: 0, Field.TITLE: 9}
    plan = planned("1;Hagen Pål\n2;Dahl Åse", columns=columns)
    assert plan.rows[0].values == {"first_name": "Pål", "last_name": "Hagen", "number": "1"}


def test_a_list_of_nobody_is_refused() -> None:
    for text in ("Tittel;Avdeling\nLeder;HMS", "Pål;pal@x.example\nÅse;ase@x.example"):
        with pytest.raises(RuleBroken):
            planned(text)


def test_a_row_of_which_nothing_is_taken_is_not_blank() -> None:
    plan = planned("Navn;Tittel;Merknad\n;;Sum: 4\n ;\u00a0;")
    assert (outcomes(plan), plan.blank) == ("r", 1)


def test_an_empty_list() -> None:
    plan = planned("Navn;Tittel")
    assert plan.counts == ImportCounts(0, 0, 0, 0, 0, 0, 0)


TEXT = st.sampled_from(
    ["", " ", "A", "B", "A B", "B, A", "1", "2", "a@x.no", "31.02.2020", "1.1.2020", "=1", "{"]
)
PEOPLE = [
    somebody(1, "A B", number="1"),
    somebody(2, "B", email="a@x.no", manager_id=1, manager="A B"),
    somebody(3, "B", number="2", manager_id=2, manager="B"),
]


@given(st.lists(st.lists(TEXT, min_size=6, max_size=6), max_size=8))
def test_any_list_gives_a_plan_that_holds_together(cells: list[list[str]]) -> None:
    rows = [["Nr", "Navn", "E-post", "Leder", "Startdato", "Avdeling"], *cells]
    columns = {field: at for at, field in enumerate(FIELDS)}
    plan = plan_import(people_list(rows), columns, PEOPLE, [], EN)
    keys = [each.key for each in plan.rows if each.key]
    assert len(keys) == len(set(keys))
    assert plan.blank + len(plan.rows) == len(cells)
    above = {person.id: person.manager_id for person in PEOPLE} | dict.fromkeys(keys)
    above |= {person.id: person.manager_id for person in PEOPLE}
    for each in plan.rows:
        assert bool(each.reasons) or each.outcome is not Outcome.REFUSED
        if each.key and isinstance(key := each.values.get("manager_id"), int):
            above[each.key] = key
    for key, manager in above.items():
        refuse_cycle(key, manager, above)
        assert manager is None or manager in above


FIELDS = [*(Field.NUMBER, Field.NAME, Field.EMAIL, Field.MANAGER, Field.ACTIVE_FROM, Field.UNIT)]
