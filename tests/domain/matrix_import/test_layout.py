"""A matrix is found in a table by its look, wherever it stands."""

from datetime import date

import pytest

from lean_desktop.domain.errors import RuleBroken
from lean_desktop.domain.matrix_import import MatrixList, find_matrix
from lean_desktop.i18n import language

T = language("en")

KEPT = """\
Kompetansematrise;;;;;;
Sist oppdatert:;14.09.2026;;;;;
;;;;;;
;;;Verktøy;;Roller;
Ansattnr;Navn;Avdeling;5S;SMED;Referent;Merknad
;MÅLNIVÅ;;3;2;3;
1031;Hagen, Pål;Innkjøp;1;3 ;;slutter i mai
1100;Hansen, Linh;Kvalitet;x;n/a;4;
;Antall ≥ 3;;0;1;1;
;;;;;;
;Tegnforklaring: 0 = ingen, 4 = kan lære bort;;;;;
"""


def table(text: str) -> list[list[str]]:
    return [line.split(";") for line in text.splitlines()]


def find(text: str, *known: str) -> MatrixList:
    return find_matrix(table(text), lambda name: name in known, T)


def about(found: MatrixList) -> list[str]:
    return [" ".join(filter(None, cells)) for _, cells in found.about.records() if any(cells)]


def test_titles_categories_targets_sums_and_legends_are_told_apart() -> None:
    found = find(KEPT)
    assert (found.heads, found.targets, found.day) == (4, 5, date(2026, 9, 14))
    assert [(each.name, each.category) for each in found.skills] == [
        ("5S", "Verktøy"),
        ("SMED", "Verktøy"),
        ("Referent", "Roller"),
    ]
    assert about(found) == ["1031 Hagen, Pål Innkjøp slutter i mai", "1100 Hansen, Linh Kvalitet"]
    assert [T(each) for each in found.left_out] == [
        "Column G, “Merknad”, holds no levels; it is left out.",
        "Row 9, “Antall ≥ 3”, is no person; it is left out.",
        "Row 11, “Tegnforklaring: 0 = ingen, 4 = kan lære bort”, is no person; it is left out.",
    ]
    assert found.place(6, found.skills[1]) == "E7"
    assert found.told(T) == "3 skills in D–F, named in row 5, targets in row 6."


def test_one_that_lies_on_its_side_is_turned() -> None:
    found = find("Ferdighet;Kari Solberg;Ola Berg\n5S;3;1\nSMED;;4\nReferent;2;2\n", "Kari Solberg")
    assert found.turned
    assert [each.name for each in found.skills] == ["5S", "SMED", "Referent"]
    assert about(found) == ["Kari Solberg", "Ola Berg"]
    assert found.place(1, found.skills[1]) == "B3"
    assert found.told(T) == "3 skills in 2–4, named in column A."


def test_names_need_no_heading() -> None:
    found = find(";5S;SMED\nKari Solberg;3;1\nOla Berg;;4\n")
    assert about(found) == ["Kari Solberg", "Ola Berg"]


def test_an_empty_column_between_skills_is_one_of_them() -> None:
    found = find("Navn;5S;VSM;SMED\nKari Solberg;3;;1\n")
    assert [each.name for each in found.skills] == ["5S", "VSM", "SMED"]


def test_numbers_of_employees_and_shifts_are_no_levels() -> None:
    found = find("Nr;Navn;Skift;5S;SMED\n1;Kari Solberg;2;3;1\n2;Ola Berg;1;;4\n")
    assert [each.name for each in found.skills] == ["5S", "SMED"]


def test_days_are_those_of_certificates() -> None:
    found = find("Navn;Startdato;5S;Truck\nKari Berg;01.02.2019;3;31.12.2026\n")
    assert [each.name for each in found.skills] == ["5S", "Truck"]


def test_somebody_known_without_any_level_is_a_person_all_the_same() -> None:
    found = find("Navn;5S\nKari Berg;3\nOla Li;\nSkift 2;\n", "Ola Li")
    assert about(found) == ["Kari Berg", "Ola Li"]


@pytest.mark.parametrize("text", ["", "Navn;Avdeling\nKari;Innkjøp\n", "1;2\n3;4\n", ";;\n"])
def test_where_there_is_none_it_says_what_is_looked_for(text: str) -> None:
    with pytest.raises(RuleBroken, match="names of skills"):
        find(text)
