"""My place, for a person and for a group."""

import re
from io import BytesIO
from typing import Any

import pytest
from pypdf import PdfReader

from lean_desktop.domain.attention import Organised
from lean_desktop.domain.goals import CoreValue, Direction, Goal
from lean_desktop.domain.my_place import MyPlace, Step, group_place, person_place
from lean_desktop.handouts.my_place import my_place_pdf
from lean_desktop.handouts.page import area
from lean_desktop.i18n import Language
from tests.handouts.agendas import EN, NB, SHEET
from tests.handouts.places import DAY, DIRECTION, GOALS, ORGANISED, UNITS, crowded
from tests.handouts.readers import glyphs_of, outline_of, pages_of, text_of

SMALLEST = 8
HOSTILE = "<b>&amp; <para>$x$ {name} %s</b>"


def of_person(found: Organised = ORGANISED, direction: Direction = DIRECTION) -> MyPlace:
    place = person_place(4, found, UNITS, direction, DAY)
    assert place
    return place


def of_group(found: Organised = ORGANISED, direction: Direction = DIRECTION) -> MyPlace:
    place = group_place(2, found, direction, DAY)
    assert place
    return place


def sizes_of(pdf: bytes) -> set[float]:
    """The sizes of type there are, in points."""
    found = set()

    def visit(text: str, _: Any, matrix: list[float], __: Any, size: float) -> None:
        if text.strip():
            found.add(round(size * matrix[3], 2))

    for page in PdfReader(BytesIO(pdf)).pages:
        page.extract_text(visitor_text=visit)
    return found


def assert_one_readable_page(pdf: bytes) -> None:
    """Nothing beyond the margins, nothing below eight points, and one page."""
    room = area(SHEET)
    assert pages_of(pdf) == 1
    assert min(sizes_of(pdf)) >= SMALLEST
    for glyph in glyphs_of(pdf):
        assert glyph.left > room.left - 1
        assert glyph.right < room.left + room.width + 1
        assert 0 < glyph.bottom < glyph.top < room.bottom + room.height + 1


def test_a_persons_place() -> None:
    pdf = my_place_pdf(of_person(), SHEET, EN)
    text = text_of(pdf)
    for told in (
        "My place Łukasz Kowalczyk",
        "Ledelse Terje Bakken",
        "Produksjon Ragnhild Moen",
        "Maskinering Øystein Ødegård",
        "Manager Øystein Ødegård",
        "Montering Kortere vei Deputy Øystein Ødegård Styringsgruppe Styringsgruppe",
        "review 01/03/2027",
        "Gruppeleder Lede Deputy Montering",
        "Instruktør CNC Lære bort Holder Maskinering –",
        "Our vision: Riktig første gang.",
        "Our values Åpenhet",
        "Trygg leveranse",
        "Halvere omstilling · Styringsgruppe · by 01/06/2027",
        "Ryddige soner · Montering · by 01/12/2026 · 5S over 85",
    ):
        assert told in text
    assert "Noe annet" not in text
    assert "Andres delmål" not in text
    assert_one_readable_page(pdf)


def test_a_groups_place() -> None:
    pdf = my_place_pdf(of_group(), SHEET, EN)
    text = text_of(pdf)
    for told in (
        "Our place Montering",
        "What we are for: Kortere vei",
        "Styringsgruppe Ragnhild Moen",
        "Group leader Øystein Ødegård",
        "Deputy Łukasz Kowalczyk",
        "Gruppeleder Lede Øystein Ødegård Łukasz Kowalczyk",
        "Gruppen prøver ut. Møtetid er arbeidstid.",
        "Given by Styringsgruppe",
        "Valid 01/03/2026–",
        "Next review 01/03/2027",
        "Our sub-goals Feilfri pakking Alt på plass",
        "Ryddige soner",
    ):
        assert told in text
    assert_one_readable_page(pdf)


def test_its_sections_are_bookmarked() -> None:
    titles = [title for _, title, _ in outline_of(my_place_pdf(of_person(), SHEET, EN))]
    assert titles == [
        *("Łukasz Kowalczyk", "Where I sit", "My groups", "My roles", "Where we are going")
    ]


def test_who_has_nothing_yet() -> None:
    nothing = ORGANISED._replace(memberships=[], assignments=[], mandates=[], agreements=[])
    blank = Direction("", (), ())
    text = text_of(my_place_pdf(of_person(nothing, blank), SHEET, EN))
    assert "In no group." in text
    assert "No roles of my own." in text
    assert "Where we are going" not in text
    text = text_of(my_place_pdf(of_group(nothing, blank), SHEET, EN))
    assert "No mandate yet." in text
    assert "No members yet." in text
    assert "None" not in text


def test_a_mandate_that_has_run_out_says_so() -> None:
    late = [ORGANISED.mandates[0]._replace(valid_to=DAY.replace(day=1))]
    text = text_of(my_place_pdf(of_person(ORGANISED._replace(mandates=late)), SHEET, EN))
    assert "expired 01/10/2026" in text


def test_of_a_long_way_up_the_top_and_the_end_are_drawn() -> None:
    steps = tuple(Step(f"Nivå {n}", f"Leder {n}") for n in range(12))
    text = text_of(my_place_pdf(of_person()._replace(above=steps), SHEET, EN))
    assert "Leder 0 9 between Nivå 10 Leder 10 Nivå 11 Leder 11" in text
    assert "Leder 9" not in text


@pytest.mark.parametrize("t", [EN, NB])
def test_thirty_groups_and_twenty_roles_keep_to_one_page(t: Language) -> None:
    pdf = my_place_pdf(of_person(crowded(30, 20, text="Kort vei. " * 20)), SHEET, t)
    assert_one_readable_page(pdf)
    text = text_of(pdf)
    shown = 1 + text.count("Pilot 1")
    assert shown >= 12
    assert t.plural("and {n} more", "and {n} more", 31 - shown) in text


@pytest.mark.parametrize("words", ["W" * 200, f"{HOSTILE} " * 6, "ord " * 50])
@pytest.mark.parametrize("t", [EN, NB])
def test_the_longest_names_and_texts_keep_to_one_page(words: str, t: Language) -> None:
    name, text = words[:200].strip(), (words * 200)[:3_000]
    found = crowded(30, 20, name, text)
    goals = tuple(goal._replace(name=name, measure=name, group=name) for goal in GOALS)
    values = tuple(CoreValue(n, n, name) for n in range(30))
    direction = Direction(text, values, goals)
    person = of_person(found, direction)
    group = of_group(found, direction)
    people = [each._replace(first_name=name, last_name=name) for each in ORGANISED.people]
    for place in (person, group, of_person(found._replace(people=people), direction)):
        assert_one_readable_page(my_place_pdf(place, SHEET, t))


def test_texts_of_the_user_are_only_ever_text() -> None:
    direction = Direction(HOSTILE, (), (Goal(1, 0, HOSTILE, group_id=2),))
    assert text_of(my_place_pdf(of_group(direction=direction), SHEET, EN)).count(HOSTILE) == 2


def test_a_shortened_text_tells_how_much_is_left_out() -> None:
    long = Direction(" ".join(f"ord{n}" for n in range(2000)), (), ())
    pdf = my_place_pdf(of_person(direction=long), SHEET, EN)
    shown = len(re.findall(r"ord\d", text_of(pdf)))
    assert shown > 300
    assert f"… ({EN.number(2000 - shown)} more words)" in text_of(pdf)
    assert_one_readable_page(pdf)
