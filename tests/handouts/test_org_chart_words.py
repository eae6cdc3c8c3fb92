"""What is written in boxes fits them, at seven points or more."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lean_desktop.domain.chart import Box, BoxKind
from lean_desktop.domain.roles import Validity
from lean_desktop.handouts.org_chart_words import LARGE, MOST_LINES, SMALLEST, Word, Words
from tests.handouts.agendas import EN

WORDS = Words(EN)


def text(word: Word) -> str:
    return "".join(run for run, _ in word.runs)


def box(**fields: object) -> Box:
    whole = {"over": "Montering", "name": "Pål Strand", "person_id": 4, **fields}
    return Box(BoxKind.GROUP, 2, **whole)  # type: ignore[arg-type]


@given(st.text(max_size=300), st.floats(20, 200), st.floats(1, 1.25), st.booleans())
def test_every_text_fits(written: str, room: float, scale: float, strong: bool) -> None:
    fitted = WORDS.of(written, strong=strong).fitted(room, scale)
    assert fitted.size >= SMALLEST
    assert fitted.width * fitted.size <= room + 0.01


def test_a_text_is_set_smaller_before_it_is_cut() -> None:
    name = WORDS.of("Øystein Ødegård", strong=True)
    whole, tight = name.width * LARGE, name.width * SMALLEST
    assert name.fitted(whole, 1).size == LARGE
    shrunk, cut = name.fitted((whole + tight) / 2, 1), name.fitted(tight - 1, 1)
    assert SMALLEST < shrunk.size < LARGE
    assert text(shrunk) == "Øystein Ødegård"
    assert text(cut).startswith("Øystein Ødeg")
    assert text(cut).endswith("…")


@given(st.text(max_size=300), st.floats(20, 200), st.booleans())
def test_nothing_is_lost_in_lines(written: str, room: float, strong: bool) -> None:
    word = WORDS.of(written, strong=strong)
    lines = word.in_lines(room)
    assert 1 <= len(lines) <= MOST_LINES
    told = "".join(text(line) for line in lines)
    assert told.replace(" ", "") == text(word).replace(" ", "")
    assert sum(line.width for line in lines) <= word.width + 0.01
    assert all(line.width > 0 for line in lines) or not text(word).strip()


@given(st.lists(st.text("aæWmi", min_size=1, max_size=12), max_size=9), st.floats(90, 150))
def test_lines_fit_and_are_as_few_as_can_be(words: list[str], room: float) -> None:
    lines = WORDS.of(" ".join(words)).in_lines(room)
    for line in lines[: MOST_LINES - 1]:
        assert "…" not in text(line.fitted(room, 1))
    for line, after in pairwise(lines):
        longer = WORDS.of(f"{text(line)} {text(after).split(' ')[0]}")
        assert longer.width * SMALLEST > room


def test_a_text_that_does_not_fit_goes_on_below() -> None:
    def lines(written: str, room: float) -> list[str]:
        return [text(line) for line in WORDS.of(written).in_lines(room)]

    assert lines("Sveiser · Instruktør TIG-sveising", 70) == [
        "Sveiser · Instruktør",
        "TIG-sveising",
    ]
    assert lines("Dep.: Aleksandra Karlsen", 70) == ["Dep.: Aleksandra", "Karlsen"]
    assert lines("Lean-koordinator", 30) == ["Lean-", "koordinator"]
    assert lines("Instruktør TIG-sveising", 60) == ["Instruktør", "TIG-sveising"]
    assert lines("Montør", 70) == ["Montør"]


def test_no_room_leaves_the_dots() -> None:
    assert text(WORDS.of("Montør").fitted(8, 1)) == "…"


def test_a_box_says_what_who_and_who_stands_in() -> None:
    told = [text(word) for word in WORDS.of_box(box(deputy="Hanne Årnes"))]
    assert told == ["Montering", "Pål Strand", "Dep.: Hanne Årnes"]


def test_a_person_is_told_with_title_and_role() -> None:
    person = Box(BoxKind.PERSON, 4, "Montør", "Pål Strand", 4, role="Instruktør")
    assert text(WORDS.of_box(person)[0]) == "Montør · Instruktør"


@pytest.mark.parametrize(
    ("mandate", "told"),
    [
        (None, "Pål Strand"),
        (Validity.VALID, "Pål Strand"),
        (Validity.DUE, "Pål Strand"),
        (Validity.MISSING, "Pål Strand *"),
        (Validity.EXPIRED, "Pål Strand *"),
    ],
)
def test_a_star_is_for_who_acts_without_a_mandate(mandate: Validity | None, told: str) -> None:
    assert text(WORDS.of_box(box(mandate=mandate))[1]) == told
    assert text(WORDS.of_box(box(mandate=mandate, name=""))[1]) == "Vacant"
