"""The sheet of a mandate."""

import pytest

from lean_desktop.domain.mandate import GivenMandate, given_mandates
from lean_desktop.domain.roles import Validity
from lean_desktop.handouts.mandate import mandate_pdf
from lean_desktop.handouts.page import area
from lean_desktop.i18n import Language
from tests.handouts.agendas import EN, NB, SHEET
from tests.handouts.places import DAY, EARLIER, LEADING, MANDATE, ORGANISED
from tests.handouts.readers import glyphs_of, outline_of, pages_of, text_of

(GIVEN,) = given_mandates(ORGANISED, DAY)
HOSTILE = "<b>&amp; <para>\N{RIGHT-TO-LEFT OVERRIDE}$x$ {name} %s \x00</b>"


def changed(**fields: object) -> GivenMandate:
    return GIVEN._replace(mandate=MANDATE._replace(**fields))  # type: ignore[arg-type]


def test_everything_that_is_handed_over() -> None:
    text = text_of(mandate_pdf([GIVEN], SHEET, EN))
    for told in (
        "Mandate Improvement group",
        "Version 2",
        "Given to Improvement group, every group of this kind",
        "Given by Styringsgruppe",
        "Valid from 01/03/2026",
        "Valid to until further notice",
        "Next review 01/03/2027",
        "Gruppen prøver ut. Møtetid er arbeidstid.",
        "Montering Kortere vei Øystein Ødegård Łukasz Kowalczyk",
        "Støperi Vacant –",
        "The role: Gruppeleder",
        "Purpose of the role: Lede",
        "Decides on: Tavla",
        "Accountable for: Holder møter Spør etter gjøremål",
        "Earlier versions",
        "1 Ledelsen 01/03/2025 28/02/2026",
        "Gives the mandate Ragnhild Moen Styringsgruppe",
        "Receives the mandate Øystein Ødegård Montering",
        "Receives the mandate Støperi",
    ):
        assert told in text
    assert "Later versions" not in text
    assert "▲" not in text


@pytest.mark.parametrize(
    ("standing", "told"),
    [
        (Validity.DUE, "Due for review"),
        (Validity.EXPIRED, "Expired"),
        (Validity.MISSING, "Not valid yet"),
    ],
)
def test_how_it_stands_is_said_where_it_needs_something(standing: Validity, told: str) -> None:
    assert told in text_of(mandate_pdf([GIVEN._replace(standing=standing)], SHEET, EN))
    assert told not in text_of(mandate_pdf([GIVEN], SHEET, EN))


def test_a_version_that_comes_later_is_not_called_an_earlier_one() -> None:
    early = GIVEN._replace(mandate=EARLIER, others=(MANDATE,))
    text = text_of(mandate_pdf([early], SHEET, EN))
    assert "Later versions" in text
    assert "Earlier versions" not in text


@pytest.mark.parametrize("t", [EN, NB])
def test_one_without_giver_groups_and_roles_is_a_form(t: Language) -> None:
    bare = GivenMandate(
        MANDATE._replace(group_kind=None, role_id=7, role="Vert", giver="", giver_group_id=None),
        *(Validity.VALID, (), (), ()),
    )
    pdf = mandate_pdf([bare], SHEET, t)
    assert pages_of(pdf) == 1
    assert "Vert" in text_of(pdf)
    assert "None" not in text_of(pdf)


def test_several_begin_on_pages_of_their_own() -> None:
    own = changed(group_kind=None, role_id=1, role="Gruppeleder")
    titles = [
        (title, page)
        for level, title, page in outline_of(mandate_pdf([GIVEN, own], SHEET, EN))
        if level == 0
    ]
    assert titles == [("Improvement group", 0), ("Gruppeleder", 1)]


def test_no_mandates_at_all() -> None:
    assert "No mandates yet." in text_of(mandate_pdf([], SHEET, EN))


def test_texts_of_the_user_are_only_ever_text() -> None:
    role = LEADING._replace(name=HOSTILE, purpose=HOSTILE, accountabilities=HOSTILE)
    hostile = changed(text=HOSTILE, giver=HOSTILE)._replace(
        roles=((role,),), giver_leaders=(HOSTILE,)
    )
    text = text_of(mandate_pdf([hostile], SHEET, EN))
    assert text.count("<b>&amp; <para>") == 7
    assert "\N{RIGHT-TO-LEFT OVERRIDE}" not in text


def test_the_longest_texts_flow_on_whole_and_within_the_margins() -> None:
    words = " ".join(f"ord{n}" for n in range(900))
    role = LEADING._replace(
        name="W" * 120, purpose=words, domain=words, accountabilities=words.replace(" ", "\n")
    )
    groups = tuple(
        led._replace(group=led.group._replace(name="M" * 120, purpose=words))
        for led in GIVEN.groups
    )
    long = changed(text=words.replace(" ", "\n"))._replace(roles=((role,) * 9,), groups=groups)
    pdf = mandate_pdf([long], SHEET, NB)
    text = text_of(pdf)
    assert pages_of(pdf) > 10
    assert all(text.count(f"ord{n}") >= 6 for n in (0, 500, 899))
    room = area(SHEET)
    for glyph in glyphs_of(pdf):
        assert glyph.left > room.left - 1
        assert glyph.right < room.left + room.width + 1


def test_many_signatures_flow_on() -> None:
    many = GIVEN._replace(groups=GIVEN.groups * 40)
    pdf = mandate_pdf([many], SHEET, EN)
    assert text_of(pdf).count("Receives the mandate") == 80
    assert pages_of(pdf) > 3
