"""Actions listed by owner, by date and by group."""

import pytest

from lean_desktop.domain.action_papers import ListPaper
from lean_desktop.domain.card_groups import GroupBy
from lean_desktop.domain.cards import Card, FieldKind, OwnField
from lean_desktop.handouts.action_list import actions_list
from lean_desktop.i18n import Language
from tests.handouts.agendas import EN, NB, SHEET
from tests.handouts.cards import TODAY, card, many
from tests.handouts.margins import astray
from tests.handouts.papers import HOSTILE
from tests.handouts.readers import pages_of, text_of

COST = OwnField(7, "Kostnad", FieldKind.NUMBER)


def listed(cards: list[Card], by: GroupBy, t: Language = NB) -> str:
    return text_of(actions_list(ListPaper(tuple(cards), by, "", TODAY, (COST,)), SHEET, t))


def test_by_owner_the_heads_say_how_many_and_how_many_are_over() -> None:
    text = listed([card(12, slips=1), card(13, owner="", owner_id=None)], GroupBy.OWNER)
    assert "Linh Nguyễn · 1 gjøremål · 1 over frist" in text
    assert text.index("Linh Nguyễn") < text.index("Ingen ansvarlig")
    assert "12 Bestille gulvtape Forbedringsgruppe Montering 13. okt. 2 d over, utsatt 1 Ny" in text


def test_by_date_weeks_stand_in_order_and_what_has_none_last() -> None:
    text = listed([card(14, due=None), card(12)], GroupBy.WEEK, EN)
    assert text.index("Week 42, 2026") < text.index("Without a date")
    assert "Linh Nguyễn" in text


def test_by_group_helpers_and_own_fields_stand_below_the_title() -> None:
    own = card(12, helpers=("Kari Solberg",), helper_ids=(1,), values={7: "1200.5"})
    text = listed([own], GroupBy.GROUP)
    assert "Sammen med Kari Solberg · Kostnad: 1200,5" in text


def test_heads_are_repeated_and_nothing_leaves_the_page() -> None:
    told = ListPaper(tuple(many(150)), GroupBy.OWNER, "Montering", TODAY)
    pdf = actions_list(told, SHEET, NB)
    assert pages_of(pdf) > 2
    for page in range(pages_of(pdf)):
        assert "Nr. Gjøremål Gruppe Frist Status" in text_of(pdf, page)
    assert not astray(pdf, SHEET)


def test_nothing_open_is_said() -> None:
    assert "No actions are open." in listed([], GroupBy.OWNER, EN)


@pytest.mark.parametrize("by", [GroupBy.OWNER, GroupBy.WEEK, GroupBy.GROUP])
def test_what_looks_like_markup_stands_as_it_was_written(by: GroupBy) -> None:
    own = card(1, HOSTILE, owner=HOSTILE, group=HOSTILE, helpers=(HOSTILE,), values={7: "1"})
    told = ListPaper((own,), by, HOSTILE, TODAY, (COST._replace(name=HOSTILE),))
    pdf = actions_list(told, SHEET, EN)
    assert text_of(pdf).replace(" ", "").count(HOSTILE.replace(" ", "")) >= 5
    assert not astray(pdf, SHEET)
