from datetime import date

import pytest

from tests.domain.people_import.lists import planned, row, somebody, told

PAAL = somebody(
    *(1, "Pål Ole Hagen"),
    number="7",
    title="Leder",
    email="Pal@x.example",
    percent=80.0,
    active_from=date(2020, 1, 1),
    active_to=date(2025, 1, 1),
)


def test_all_of_a_new_person() -> None:
    found = row(
        "Nr;Navn;Stilling;E-post;Mobil;Startdato;Sluttdato;Prosent\n"
        "7;Hagen, Pål;Leder;pal@x.example;929 84 664;19.02.2007;2027-01-31;37,5"
    )
    assert {change.field.value: change.new for change in found.changes} == {
        "number": "7",
        "first_name": "Pål",
        "last_name": "Hagen",
        "title": "Leder",
        "email": "pal@x.example",
        "phone": "929 84 664",
        "active_from": date(2007, 2, 19),
        "active_to": date(2027, 1, 31),
        "percent": 37.5,
    }


def test_what_is_as_before_is_unchanged() -> None:
    text = (
        "Nr;Navn;Stilling;E-post;Startdato;Prosent\n7;Pål Ole Hagen;{};pal@x.example;1.1.2020;80 %"
    )
    assert row(text.format("Leder"), [PAAL]).outcome == "unchanged"
    assert row(text.format("Sjef"), [PAAL]).changes == [("title", "Leder", "Sjef")]


def test_blank_cells_erase_nothing() -> None:
    found = row("Nr;Fornavn;Etternavn;Stilling;Prosent;Startdato\n7; ;;\u00a0;;", [PAAL])
    assert (found.outcome, found.values) == ("unchanged", {})


def test_a_whole_name_does_not_move_the_border_between_its_parts() -> None:
    person = somebody(1, "Pål", number="7")
    person = type(person)(1, "7", "Pål", "Ole Hagen")
    assert row("Nr;Navn\n7;Pål Ole Hagen", [person]).outcome == "unchanged"
    assert row("Nr;Fornavn;Etternavn\n7;Pål Ole;Hagen", [person]).outcome == "updated"


def test_an_impossible_day_is_left_out_with_its_heading_and_a_remedy() -> None:
    found = row("Navn;Startdato\nPål;31.02.2020")
    assert (found.outcome, found.values) == ("created", {"last_name": "Pål"})
    assert told(found) == (
        "Startdato “31.02.2020” is left out. February 2020 has 29 days. Write a date up to 29/02."
    )


def test_a_position_without_end() -> None:
    found = row("Navn;Sluttdato\nPål;31.12.9999")
    assert (found.values, found.reasons) == ({"last_name": "Pål"}, ())


@pytest.mark.parametrize(
    ("start", "end", "kept"),
    [
        ("1.1.2024", "1.1.2023", {"active_from"}),
        ("", "1.1.2019", set()),
        ("1.1.2026", "", set()),
        ("1.1.2019", "1.1.2019", {"active_from", "active_to"}),
    ],
)
def test_a_last_day_before_the_first_is_left_out(start: str, end: str, kept: set[str]) -> None:
    found = row(f"Nr;Navn;Startdato;Sluttdato\n7;Pål Ole Hagen;{start};{end}", [PAAL])
    assert found.values.keys() == kept
    assert bool(found.reasons) == (len(kept) < 2)


def test_texts_that_do_not_fit_are_left_out_shortened() -> None:
    found = row(f"Navn;Stilling;Mobil\nPål;{'x' * 201};{'1' * 51}")
    assert found.values == {"last_name": "Pål"}
    assert f"Stilling “{'x' * 60}…” is left out. At most 200 characters fit here." in told(found)
    assert "At most 50" in told(found)


def test_a_name_that_does_not_fit_is_refused() -> None:
    assert row(f"Navn;Stilling\n{'x' * 201};").outcome == "refused"


def test_formulas_and_braces_are_plain_text() -> None:
    found = row("Navn;Stilling;Prosent\n=1+1 {n};{0};{x}")
    assert found.values == {"first_name": "=1+1", "last_name": "{n}", "title": "{0}"}
    assert "“{x}” is left out" in told(found)


def test_remarked_rows_are_counted() -> None:
    counts = planned("Navn;Prosent\nPål;x\nÅse;5\nOla;y").counts
    assert (counts.created, counts.remarked) == (3, 2)
