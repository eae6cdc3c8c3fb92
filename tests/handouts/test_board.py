"""The board on paper: every card once and whole, heads on every page, counts and limits."""

import re

import pytest

from lean_desktop.domain.action_papers import BoardPaper
from lean_desktop.domain.actions import ActionStatus
from lean_desktop.domain.board import USUAL, BoardColumn, LanesBy, arranged
from lean_desktop.domain.cards import Card
from lean_desktop.handouts.board import board_pdf
from lean_desktop.handouts.page import room
from lean_desktop.i18n import Language
from tests.handouts.agendas import EN, NB, SHEET
from tests.handouts.cards import TODAY, card, many
from tests.handouts.papers import HOSTILE
from tests.handouts.readers import glyphs_of, pages_of, text_of

WIDE = SHEET._replace(landscape=True)


def board(
    cards: list[Card],
    by: LanesBy = LanesBy.NONE,
    columns: tuple[BoardColumn, ...] = USUAL,
    scope: str = "",
) -> BoardPaper:
    return BoardPaper(arranged(cards, columns, by), scope, TODAY)


def test_a_card_says_what_it_says_on_the_wall() -> None:
    late = card(12, "Merke soner", slips=2, escalated=True, status=ActionStatus.DOING, steps=3)
    text = text_of(board_pdf(board([late], scope="Montering"), SHEET, NB))
    for each in ("Tavle Montering", "1 kort · 1 over frist", "12 Merke soner", "■ 2 d over"):
        assert each in text
    assert "utsatt 2 · ▶ løftet · Utfør · 0/3" in text
    assert "Nye 0" in text
    assert "Pågår 1" in text


def test_limits_stand_in_the_heads_and_are_told_when_broken() -> None:
    limited = tuple(each._replace(most=1) for each in USUAL)
    cards = [card(n, status=ActionStatus.DOING) for n in (1, 2, 3)]
    text = text_of(board_pdf(board(cards, columns=limited), SHEET, EN))
    assert "Doing 3 / 1 ▲ 2 over the limit" in text
    assert "New ones 0 / 1" in text


@pytest.mark.parametrize("by", list(LanesBy))
@pytest.mark.parametrize("paper", ["A4", "A3"])
def test_every_card_stands_once_and_whole_and_every_page_has_the_heads(
    by: LanesBy, paper: str
) -> None:
    cards = many(120)
    pdf = board_pdf(board(cards, by), SHEET._replace(paper=paper), NB)
    text = text_of(pdf)
    assert pages_of(pdf) > 1
    numbers = re.findall(r"(\d+) Gjøremål \1 ", f"{text} ")
    assert sorted(map(int, numbers)) == list(range(1, 121))
    for page in range(pages_of(pdf)):
        assert "Planlagt 24" in text_of(pdf, page)
    sheet = WIDE._replace(paper=paper)
    left, bottom, wide, high = room(sheet, "Tavle", NB)
    inside = [g for g in glyphs_of(pdf) if g.bottom >= bottom - 1]
    assert all(left - 1 <= g.left and g.right <= left + wide + 1 for g in inside)
    assert all(g.top <= bottom + high + 1 for g in inside)


def test_a_lane_that_goes_on_says_so() -> None:
    cards = [card(n, status=ActionStatus.DOING) for n in range(1, 60)]
    pdf = board_pdf(board(cards, LanesBy.GROUP), SHEET, EN)
    assert "(continued)" not in text_of(pdf, 0)
    assert "Forbedringsgruppe Montering (continued)" in text_of(pdf, 1)


def test_an_empty_board_is_said() -> None:
    pdf = board_pdf(board([]), SHEET, EN)
    assert pages_of(pdf) == 1
    assert "No cards hang on this board." in text_of(pdf)


def test_ten_narrow_columns_keep_long_words_inside() -> None:
    states = (ActionStatus.DOING,)
    ten = tuple(BoardColumn(n, f"Kolonne med et langt navn {n}", states) for n in range(1, 11))
    long = [card(n, "W" * 300, status=ActionStatus.DOING, column_id=n) for n in range(1, 11)]
    pdf = board_pdf(board(long, columns=ten), SHEET, NB)
    left, _, wide, _ = room(WIDE, "Tavle", NB)
    assert all(g.right <= left + wide + 1 for g in glyphs_of(pdf))


@pytest.mark.parametrize("t", [NB, EN])
def test_what_looks_like_markup_stands_as_it_was_written(t: Language) -> None:
    own = card(1, HOSTILE, owner=HOSTILE, group=HOSTILE, due=None)
    text = text_of(board_pdf(board([own], LanesBy.GROUP, scope=HOSTILE), SHEET, t))
    assert text.replace(" ", "").count(HOSTILE.replace(" ", "")) >= 3


def test_the_same_board_is_the_same_file() -> None:
    first, second = (board_pdf(board(many(30)), SHEET, NB) for _ in range(2))
    assert first == second
