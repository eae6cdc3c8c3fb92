"""How a person is found in free text."""

import pytest

from lean_desktop.domain.organisation import Person
from lean_desktop.domain.privacy import Traces

PER = Person(1, "1042", "Per", "Hansen", email="per.hansen@verk.example", phone="+47 912 34 567")
LABEL = "Anonym 1"


@pytest.mark.parametrize(
    ("text", "after"),
    [
        ("Per Hansen viser skissen", "Anonym 1 viser skissen"),
        ("PER  HANSEN", "Anonym 1"),
        ("Per\nHansen", "Anonym 1"),
        ("Hansen, Per", "Anonym 1"),
        ("etter Per Hansens forslag", "etter Anonym 1 forslag"),
        ("Per Hansen’s idea", "Anonym 1 idea"),
        ("(Per Hansen)", "(Anonym 1)"),
        ("Skriv til PER.HANSEN@verk.example.", "Skriv til Anonym 1."),
        ("Ring 91234567 eller 912 34 567", "Ring Anonym 1 eller Anonym 1"),
        ("Per Hansen og Per Hansen", "Anonym 1 og Anonym 1"),
    ],
)
def test_what_is_certain_is_replaced(text: str, after: str) -> None:
    traces = Traces(PER)
    assert traces.certain_in(text)
    assert traces.replaced(text, LABEL) == after


@pytest.mark.parametrize("text", ["Per viser skissen", "Til Hansen", "Pers forslag"])
def test_one_of_the_names_only_may_be_somebody_else(text: str) -> None:
    traces = Traces(PER)
    assert traces.in_text(text)
    assert not traces.certain_in(text)
    assert traces.replaced(text, LABEL) == text


@pytest.mark.parametrize(
    "text",
    [
        r"\\fil\hjem\per.hansen\skisse.pdf",
        "https://verk.example/Per%20Hansen/skisse.pdf",
        "https://verk.example/personal/per_hansen_verk_example",
        "per-hansen",
    ],
)
def test_a_name_in_a_path_or_a_link_is_for_a_human_to_look_at(text: str) -> None:
    traces = Traces(PER)
    assert traces.in_text(text)
    assert not traces.certain_in(text)


@pytest.mark.parametrize("text", ["jesper.hansen", "per.hansensen", "per/hansen", "perhansen"])
def test_other_names_in_a_path_are_left_alone(text: str) -> None:
    assert not Traces(PER).in_text(text)


@pytest.mark.parametrize(
    "text",
    [
        *("To møter per uke", "Hansensen", "Jesper Hansensen", "Permisjon", "per hansensen"),
        *("191234567", "1042", "", "per.hansen@verk.example2x", "Pål Strand"),
    ],
)
def test_words_that_only_look_like_it_are_left_alone(text: str) -> None:
    assert not Traces(PER).certain_in(text)
    if "." not in text:
        assert not Traces(PER).in_text(text)


def test_with_a_namesake_only_the_address_is_certain() -> None:
    traces = Traces(PER, namesakes=True)
    assert traces.in_text("Per Hansen")
    assert not traces.certain_in("Per Hansen")
    assert traces.certain_in("per.hansen@verk.example")


def test_names_of_several_words_and_letters_of_all_kinds() -> None:
    traces = Traces(Person(1, "", "Anne Marie", "Ødegård-Nguyễn"))
    assert traces.certain_in("anne marie ødegård-nguyễn")
    assert traces.in_text("Marie tar med skisse")
    assert not traces.in_text("Ødegården")


@pytest.mark.parametrize("person", [Person(1, "", "Bjørn", ""), Person(1, "", "", "Bjørn")])
def test_a_person_with_one_name_is_never_certain(person: Person) -> None:
    traces = Traces(person)
    assert traces.in_text("Bjørn kommer")
    assert not traces.certain_in("Bjørn kommer")


def test_signs_in_a_name_are_no_patterns() -> None:
    traces = Traces(Person(1, "", "A.*", "B(+"))
    assert traces.certain_in("A.* B(+")
    assert not traces.certain_in("Axx Bxx")


def test_a_text_never_grows_beyond_what_its_field_takes() -> None:
    traces = Traces(Person(1, "", "Bo", "Li"))
    full = "Bo Li, " * 70 + "Bo Li"
    assert len(traces.replaced(full, LABEL)) <= len(full)
    assert "Bo" not in traces.replaced(full, LABEL)
