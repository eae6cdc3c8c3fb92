from datetime import date

import pytest

from lean_desktop.domain.errors import RuleBroken
from lean_desktop.domain.people_import.cells import (
    Cleaned,
    Days,
    Percentages,
    name_key,
    name_keys,
    split_name,
)
from lean_desktop.i18n import language

DAY = date(2026, 2, 3)


@pytest.mark.parametrize(
    ("text", "clean"),
    [
        ("Pål ", "Pål"),
        ("\u00a0Karl\u00a0Johan\u202f", "Karl Johan"),
        ("a\n b\t c", "a b c"),
        ("A\u030ase\u200b", "Åse"),
        ("\ufeff929 84 664", "929 84 664"),
        (" \u00a0\u202f\n", ""),
    ],
)
def test_texts_are_tidied(text: str, clean: str) -> None:
    assert Cleaned()[text] == clean


@pytest.mark.parametrize(
    "text",
    [
        *("03.02.2026", "3.2.2026", "03/02/2026", "3-2-2026", "2026-02-03", "03.02.26"),
        *("2026-02-03 00:00:00", "2026-02-03T12:30:00", "03.02.2026 00:00", "46056"),
        *("3. februar 2026", "3 February 2026"),
    ],
)
def test_one_day_in_many_forms(text: str) -> None:
    assert Days([text], language("nb"))[text] == DAY


def test_a_day_that_never_was_is_refused_with_a_sentence() -> None:
    with pytest.raises(RuleBroken) as caught:
        Days([], language("nb"))["31.02.2020"]
    assert caught.value.message.values["days"] == 29


@pytest.mark.parametrize("text", ["0001-01-01", "2300-01-01", "abc", "1", "x" * 30_000])
def test_what_is_no_day_is_refused(text: str) -> None:
    with pytest.raises(RuleBroken):
        Days([text], language("en"))[text]


def test_months_stand_first_only_where_the_whole_column_says_so() -> None:
    american = ["10/31/2025", "02/03/2026"]
    assert Days(american, language("en"))["02/03/2026"] == DAY.replace(day=3, month=2)
    mixed = [*american, "31/01/2026", "03/02/2026"]
    assert Days(mixed, language("en"))["03/02/2026"] == DAY
    assert Days(["02.03.2026", "10/31/2025"], language("en"))["03.02.2026"] == DAY


@pytest.mark.parametrize(
    ("text", "percent"),
    [("37,5", 37.5), ("37.5", 37.5), ("100 %", 100), ("100%", 100), ("0", 0), ("1000", 1000)],
)
def test_percentages(text: str, percent: float) -> None:
    assert Percentages([text, "100"])[text] == percent


def test_parts_of_one() -> None:
    parts = Percentages(["1", "0,5", "0.375", ""])
    assert [parts[text] for text in ("1", "0,5", "0.375")] == [100, 50, 37.5]
    assert Percentages(["1", "80"])["1"] == 1
    assert Percentages(["1 %", "0,5"])["0,5"] == 0.5


@pytest.mark.parametrize("text", ["1001", "-1", "full", "37,5,5", "1e3"])
def test_what_is_no_percentage_is_refused(text: str) -> None:
    with pytest.raises(RuleBroken):
        Percentages([text, "100"])[text]


@pytest.mark.parametrize(
    ("name", "first", "last"),
    [
        ("Pål Hagen", "Pål", "Hagen"),
        ("Hagen, Pål", "Pål", "Hagen"),
        ("Anne Marie Dahl", "Anne Marie", "Dahl"),
        ("van der Berg, Jan", "Jan", "van der Berg"),
        ("Pelé", "", "Pelé"),
        (", ", "", ""),
    ],
)
def test_names_in_either_order(name: str, first: str, last: str) -> None:
    assert split_name(name) == (first, last)


def test_last_names_first_without_a_comma() -> None:
    assert split_name("Hagen Pål Ole", last_first=True) == ("Pål Ole", "Hagen")


def test_spellings_of_one_name() -> None:
    assert name_key("HAGEN, Pål") == name_key("Pål Hagen")
    assert "pål hagen" in name_keys("Hagen Pål")
    assert "anne marie dahl" in name_keys("Dahl Anne Marie")


def test_a_novel_is_not_turned_around() -> None:
    assert len(name_keys("a " * 10_000)) == 2
