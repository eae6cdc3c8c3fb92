"""Vision, values and goals on paper."""

from datetime import date

import pytest

from lean_desktop.domain.goals import CoreValue, Direction, Goal
from lean_desktop.handouts.vision import going_on, vision
from tests.handouts.agendas import EN, NB, SHEET
from tests.handouts.margins import astray
from tests.handouts.readers import glyphs_of, outline_of, pages_of, text_of

A3 = SHEET._replace(paper="A3")
DUE = date(2027, 6, 30)
GOALS = (
    Goal(1, 0, "Levere til rett tid", measure="95 av 100 ordrer", due=DUE),
    Goal(2, 0, "Halv omstillingstid", 1, "Under 25 minutter", group="Pilotteam"),
    Goal(3, 1, "Riktig vare", 1, group="Lager"),
    Goal(4, 1, "Ingen skader"),
)
VALUES = tuple(
    CoreValue(n, n, name, f"Om {name}") for n, name in enumerate(("Mot", "Ro", "Humor", "Omtanke"))
)
WHOLE = Direction("Best i Norden", VALUES, GOALS)


@pytest.mark.parametrize("sheet", [SHEET, A3], ids=["A4", "A3"])
def test_it_tells_where_we_are_going_and_who_works_for_what(sheet: object) -> None:
    pdf = vision(WHOLE, sheet, EN)  # type: ignore[arg-type]
    text = text_of(pdf)
    assert pages_of(pdf) == 1
    for told in (
        "Verkstedindustri AS Vision, values and goals Best i Norden",
        "Humor Om Humor",
        "Levere til rett tid 95 av 100 ordrer 30/06/2027",
        "Halv omstillingstid Under 25 minutter Pilotteam",
        "Riktig vare Lager Ingen skader",
    ):
        assert told in text


def test_it_is_set_larger_on_a_larger_sheet() -> None:
    small, large = (
        next(each for each in glyphs_of(vision(WHOLE, sheet, EN)) if each.letter == "B")
        for sheet in (SHEET, A3)
    )
    assert large.top - large.bottom > 1.7 * (small.top - small.bottom)


def test_parts_stand_further_in_than_their_whole() -> None:
    deep = (Goal(1, 0, "Åre"), Goal(2, 0, "Høst", 1), Goal(3, 0, "Ørlite", 2))
    left = {
        each.letter: each.left for each in glyphs_of(vision(Direction("", (), deep), SHEET, EN))
    }
    assert left["Å"] < left["H"] < left["Ø"]


def test_what_is_not_there_yet_is_said() -> None:
    text = text_of(vision(Direction("", (), ()), SHEET, EN))
    assert "No vision has been written yet." in text
    assert "No goals yet." in text
    assert "values Our" not in text


def test_the_sections_are_bookmarked() -> None:
    titles = [title for _, title, _ in outline_of(vision(WHOLE, SHEET, EN))]
    assert titles == ["Vision, values and goals", "Our values", "Our goals"]


@pytest.mark.parametrize("sheet", [SHEET, A3], ids=["A4", "A3"])
def test_the_longest_texts_flow_over_pages_and_nothing_is_lost_or_cut(sheet: object) -> None:
    words = " ".join(f"ord{n}" for n in range(1500))
    values = [CoreValue(n, n, f"Verdi{n} " + "x" * 190, words[:10_000]) for n in range(3)]
    goals = [Goal(n, 0, f"Mål{n} {'w' * 490}", n - 1 or None, "m" * 500) for n in range(1, 20)]
    pdf = vision(Direction(words[:10_000], tuple(values), tuple(goals)), sheet, NB)  # type: ignore[arg-type]
    text = text_of(pdf)
    assert all(f"Verdi{n} " in text for n in range(3))
    assert all(f"Mål{n} " in text for n in range(1, 20))
    assert text.count("ord999 ") == 4
    assert astray(pdf, sheet) == []  # type: ignore[arg-type]


def test_many_goals_repeat_their_head_and_each_stands_once() -> None:
    goals = [Goal(n, n, f"Mål{n}", None if n % 5 == 1 else n - (n - 1) % 5) for n in range(1, 120)]
    pdf = vision(Direction("Best", (), tuple(goals)), SHEET, EN)
    per_page = [text_of(pdf, page) for page in range(pages_of(pdf))]
    assert len(per_page) > 2
    assert all("Goal, and how we see" in text for text in per_page)
    assert all(sum(f"Mål{n} " in f"{text} " for text in per_page) == 1 for n in range(1, 120))
    for text in per_page[:-1]:
        last = [word for word in text.split() if word.startswith("Mål")][-1]
        assert int(last[3:]) % 5 != 1  # A whole goal is not parted from its first part.


def test_what_a_user_writes_is_only_text() -> None:
    written = "<i>Best</i> & størst <br/>"
    goal = Goal(1, 0, written, measure=written, group=written)
    found = vision(Direction(written, (CoreValue(1, 0, written, written),), (goal,)), SHEET, EN)
    assert text_of(found).count(written) == 6


def test_where_a_tree_goes_on_below_each_row() -> None:
    assert going_on([0, 1, 2, 1, 0]) == [{0}, {0, 1}, {0, 1}, {0}, frozenset()]
    assert going_on([]) == []
