"""Finding commands and names by what is typed."""

import pytest

from lean_desktop.ui.command_search import entry, fold, search

PEOPLE = [
    entry(1, "People", "Kari Østby", "Støperi"),
    entry(2, "People", "Øystein Ødegård", "Montering"),
    entry(3, "People", "Łukasz Kowalczyk", "Montering"),
    entry(4, "People", "Linh Nguyễn", "Lager"),
]
COMMANDS = [
    entry(10, "Commands", "Møter", "Vis"),
    entry(11, "Commands", "Legg til møte", "Sett inn"),
]
ALL = [*COMMANDS, *PEOPLE]


def found(typed: str, most: int = 10) -> list[int]:
    return [each.thing for each in search(ALL, typed, most)]


@pytest.mark.parametrize(
    ("typed", "plain"),
    [
        ("Østby", "ostby"),
        ("Nguyễn", "nguyen"),
        ("Łukasz", "lukasz"),
        ("ÆRLIG", "aerlig"),
        ("Å", "a"),
    ],
)
def test_fold(typed: str, plain: str) -> None:
    assert fold(typed) == plain


@pytest.mark.parametrize("typed", ["østby", "OSTBY", "ostby kari", "kar støp"])
def test_case_accents_and_order_of_words_do_not_matter(typed: str) -> None:
    assert found(typed) == [1]


def test_every_word_must_occur() -> None:
    assert found("kari montering") == []


def test_the_beginning_of_the_name_beats_a_word_beats_the_hint() -> None:
    assert found("mo") == [10, 11, 2, 3]


def test_the_section_of_the_best_match_comes_first() -> None:
    sections = [each.section for each in search(ALL, "in", 10)]
    assert (sections[0], sections[-1]) == ("People", "Commands")


def test_nothing_typed_keeps_the_order() -> None:
    assert found("  ") == [10, 11, 1, 2, 3, 4]


def test_no_more_than_most_of_each_section() -> None:
    assert found("", most=1) == [10, 1]
