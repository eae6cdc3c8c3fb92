from tests.domain.people_import.lists import outcomes, planned, row, somebody, told

PAAL = somebody(1, "Pål Hagen", number="1007", email="Pal@x.example")
AASE = somebody(2, "Åse Dahl")


def test_by_number_whatever_the_name() -> None:
    found = row("Nr;Navn\n1007;Pål Moen", [PAAL])
    assert (found.key, found.changes) == (1, [("last_name", "Hagen", "Moen")])


def test_a_number_with_quite_another_name_is_remarked_on() -> None:
    found = row("Nr;Navn\n1007;Kari Moe", [PAAL])
    assert (found.key, found.outcome) == (1, "updated")
    assert "1007 is Pål Hagen" in told(found)
    assert told(row("Nr;Navn\n1007;Pål Moe", [PAAL])) == ""


def test_by_address_in_capitals_or_not() -> None:
    assert row("Navn;E-post\nPål Moen;PAL@X.example", [PAAL]).key == 1


def test_by_name_in_any_order_and_case() -> None:
    for name in ("Åse Dahl", "dahl, åse", "A\u030ase  Dahl"):
        assert row(f"Navn;Tittel\n{name};", [AASE]).outcome == "unchanged"


def test_last_names_first_without_a_comma_are_understood_of_known_people() -> None:
    assert row("Navn;Tittel\nDahl Åse;Leder", [AASE]).changes == [("title", "", "Leder")]
    assert outcomes(planned("Navn\nÅse Dahl\nDahl Åse", [AASE])) == "=r"
    assert row("Fornavn;Etternavn\nDahl;Åse", [AASE]).outcome == "created"
    twins = [AASE, somebody(3, "Åse Dahl", number="5")]
    assert row("Navn;Tittel\nDahl Åse;Leder", twins).outcome == "refused"


def test_the_number_goes_before_the_address_and_that_before_the_name() -> None:
    namesake = somebody(3, "Kari Moe", number="7")
    other = somebody(4, "Ola Ås", number="8", email="kari@x.example")
    assert row("Nr;Navn;E-post\n7;Ola Ås;kari@x.example", [namesake, other]).key == 3
    assert row("Navn;E-post\nKari Moe;kari@x.example", [namesake, other]).key == 4


def test_a_name_with_another_number_is_another_person() -> None:
    found = row("Nr;Navn\n1008;Pål Hagen", [PAAL])
    assert (found.outcome, found.key) == ("created", -1)


def test_a_number_is_given_to_whom_the_name_fits() -> None:
    assert row("Nr;Navn\n1008;Åse Dahl", [AASE]).changes == [("number", "", "1008")]


def test_a_new_number_for_the_same_name_and_address() -> None:
    assert row("Nr;Navn;E-post\n9;Pål Hagen;pal@x.example", [PAAL]).key == 1


def test_an_address_with_another_number_and_name_is_another_person() -> None:
    assert row("Nr;Navn;E-post\n9;Åse Moe;pal@x.example", [PAAL]).outcome == "created"


def test_an_address_that_many_share_tells_nobody_apart() -> None:
    text = "Navn;E-post\nKari Moe;post@x.example\nOla Ås;post@x.example"
    assert outcomes(planned(text, [somebody(9, "Post", email="post@x.example")])) == "cc"
    shared = [somebody(key, f"Per Nr{key}", email="post@x.example") for key in (3, 4)]
    assert row("Navn;E-post\nKari Moe;post@x.example", shared).outcome == "created"


def test_a_name_that_two_people_have_is_refused() -> None:
    found = row("Navn;Tittel\nÅse Dahl;Leder", [AASE, somebody(3, "Åse Dahl", number="5")])
    assert found.outcome == "refused"
    assert told(found) == "“Åse Dahl” may be one of several people. A number tells them apart."


def test_a_number_tells_namesakes_apart() -> None:
    assert row("Nr;Navn\n5;Åse Dahl", [AASE, somebody(3, "Åse Dahl", number="5")]).key == 3


def test_two_numbered_rows_for_one_unnumbered_name_are_refused() -> None:
    assert outcomes(planned("Nr;Navn\n1;Åse Dahl\n2;Åse Dahl", [AASE])) == "rr"


def test_a_number_that_two_people_have_is_refused() -> None:
    people = [somebody(1, "A B", number="5"), somebody(2, "C D", number="5")]
    assert row("Nr;Navn\n5;A B", people).outcome == "refused"


def test_the_second_row_with_a_number_is_refused_and_names_the_first() -> None:
    plan = planned("Nr;Navn\n1;Pål Hagen\n2;Åse Dahl\n1;Pål Hagen")
    assert outcomes(plan) == "ccr"
    assert told(plan.rows[2]) == "Row 2 has the same number, 1. Remove one of the two."


def test_two_rows_about_one_person() -> None:
    plan = planned("Nr;Navn;E-post\n1007;Pål Hagen;\n;Pål Hagen;", [PAAL])
    assert outcomes(plan) == "=r"
    assert told(plan.rows[1]) == "Row 2 is about the same person, Pål Hagen."


def test_new_namesakes_need_something_to_tell_them_apart() -> None:
    assert outcomes(planned("Navn;E-post\nA B;\nA B;\nC D;")) == "crc"
    assert outcomes(planned("Nr;Navn;E-post\n1;A B;\n2;A B;")) == "cc"
    assert outcomes(planned("Nr;Navn;E-post\n;A B;a@x.no\n;A B;b@x.no")) == "cc"
    assert outcomes(planned("Nr;Navn;E-post\n;A B;a@x.no\n;A B;A@x.no")) == "cr"
    assert outcomes(planned("Nr;Navn;E-post\n1;A B;a@x.no\n;A B;")) == "cr"
    assert outcomes(planned("Nr;Navn;E-post\n;A B;a@x.no\n2;A B;")) == "cr"


def test_a_new_person_beside_a_known_namesake() -> None:
    assert outcomes(planned("Nr;Navn\n1007;Pål Hagen\n1008;Pål Hagen", [PAAL])) == "=c"


def test_a_row_without_a_name() -> None:
    found = row("Nr;Navn;Tittel\n5;;Leder")
    assert (found.outcome, told(found)) == ("refused", "There is no name in this row.")


def test_a_known_number_needs_no_name() -> None:
    found = row("Nr;Navn;Tittel\n1007;;Leder", [PAAL])
    assert (found.name, found.changes) == ("Pål Hagen", [("title", "", "Leder")])
