import pytest

from lean_desktop.domain.people_import import FIELD_NAMES, Field, PeopleList, guess_columns
from lean_desktop.domain.people_import.columns import _HEADINGS
from tests.domain.people_import.lists import listed


def guessed(headings: str, *rows: str) -> dict[str, str]:
    """The fields found, and the headings of their columns."""
    source = listed("\n".join([headings, *rows]))
    return {field.value: source.headings[at] for field, at in guess_columns(source).items()}


def test_the_headings_of_a_norwegian_hr_system() -> None:
    source = listed(
        "Ansattnr;Fornavn;Etternavn;Stilling;Avdeling;Nærmeste leder;E-post;Mobil;Startdato;"
        "Stillingsprosent;Sluttdato"
    )
    assert list(guess_columns(source)) == [
        *(Field.NUMBER, Field.FIRST_NAME, Field.LAST_NAME, Field.TITLE, Field.UNIT),
        *(Field.MANAGER, Field.EMAIL, Field.PHONE, Field.ACTIVE_FROM, Field.PERCENT),
        Field.ACTIVE_TO,
    ]


def test_the_headings_of_an_english_one() -> None:
    assert guessed(
        "Employee ID;First Name;Surname;Job title;Department;Line manager;E-mail address;"
        "Mobile phone;Hire date;FTE;Termination date;Shoe size"
    ) == {
        "number": "Employee ID",
        "first_name": "First Name",
        "last_name": "Surname",
        "title": "Job title",
        "unit": "Department",
        "manager": "Line manager",
        "email": "E-mail address",
        "phone": "Mobile phone",
        "active_from": "Hire date",
        "percent": "FTE",
        "active_to": "Termination date",
    }


@pytest.mark.parametrize(
    ("heading", "field"),
    [
        ("ANSATTNUMMER", "number"),
        ("Ansatt nr.", "number"),
        ("E-post (jobb)", "email"),
        ("Navn / Name", "name"),
        ("Etternavn, fornavn", "name_last_first"),
        ("Fornavn Etternavn", "name"),
        ("Stilling %", "percent"),
        ("FTE %", "percent"),
        ("Stillings-\nprosent", "percent"),
        ("Nærmeste leder (navn)", "manager"),
        ("\u00a0Mobil ", "phone"),
    ],
)
def test_one_heading(heading: str, field: str) -> None:
    other = "Tittel" if field != "title" else "Navn"
    assert field in guessed(f"{heading};{other}")


@pytest.mark.parametrize("heading", ["Personnummer", "Fødselsnummer", "Avdelingsnr", "Lønn", ""])
def test_what_we_do_not_take(heading: str) -> None:
    assert guessed(f"Navn;{heading};Tittel").keys() == {"name", "title"}


def test_the_surest_heading_wins_over_the_first() -> None:
    assert guessed("Navn;Telefon;Mobil")["phone"] == "Mobil"
    assert guessed("Navn;Leder;Leders ansattnr")["manager"] == "Leders ansattnr"


def test_navn_beside_etternavn_is_the_first_name() -> None:
    assert guessed("Navn;Etternavn") == {"first_name": "Navn", "last_name": "Etternavn"}


def test_a_whole_name_beside_both_parts_says_nothing_new() -> None:
    assert guessed("Navn;Fornavn;Etternavn").keys() == {"first_name", "last_name"}


def test_an_address_is_known_by_its_look() -> None:
    found = guessed("Navn;Tittel;Kontakt", "Pål;Leder;pal@x.example", "Åse;Leder;", "O;L;o@x.no")
    assert found["email"] == "Kontakt"


def test_addresses_of_managers_are_not_those_of_people() -> None:
    assert "email" not in guessed("Navn;Leder", "Pål;sjef@x.example")


def test_headings_below_titles() -> None:
    source = listed("Ansattliste;;\nUtskrift:;14.09.2026;\n;;\nNr;Navn;Avdeling\n1;Pål;HMS")
    assert source.header == 3
    assert [number for number, _row in source.records()] == [5]


def test_a_single_heading_at_the_top() -> None:
    assert listed("\nNavn\nPål").header == 1


def test_no_headings_at_all() -> None:
    source = listed("1000;Pål;Hagen;Leder;Team;a@b.no\n1001;Åse;Dahl;Leder;Team;c@b.no")
    assert source.header is None
    assert source.headings == ["A", "B", "C", "D", "E", "F"]
    assert guess_columns(source) == {Field.EMAIL: 5}
    assert [number for number, _row in source.records()] == [1, 2]


def test_columns_without_a_heading_have_letters() -> None:
    assert listed("Nr;;Navn\n1;2;3;4").headings == ["Nr", "B", "Navn", "D"]


def test_the_row_of_headings_may_be_chosen() -> None:
    source = PeopleList([["a", "b"], ["Navn", "Nr"], ["Pål", "1"]], 1)
    assert guess_columns(source) == {Field.NAME: 0, Field.NUMBER: 1}


def test_an_empty_list() -> None:
    source = listed("")
    assert (source.header, source.headings, guess_columns(source)) == (None, ["A"], {})


def test_every_field_has_a_name_and_no_heading_means_two() -> None:
    assert FIELD_NAMES.keys() == set(Field) == _HEADINGS.keys()
    headings = " ".join(_HEADINGS.values()).split()
    assert len(headings) == len(set(headings))
