"""The preparation sheet: a page for each who was asked for something, for that person alone."""

import pytest

from lean_desktop.domain.meeting_papers import PersonTask, Preparing
from lean_desktop.domain.meetings import schedule
from lean_desktop.domain.preparation import Task
from lean_desktop.handouts.preparation import preparation
from lean_desktop.i18n import Language
from tests.handouts.agendas import EN, MEETING, NB, SHEET, START, item
from tests.handouts.margins import astray
from tests.handouts.papers import HOSTILE, action, preparing
from tests.handouts.readers import outline_of, pages_of, text_of


def test_it_says_what_is_asked_of_whom_for_which_item() -> None:
    pdf = preparation([preparing()], SHEET, NB)
    text = text_of(pdf)
    for each in (
        "Forberedelse · Forbedringsgruppe Montering Linh Nguyễn",
        "Tirsdag 6. oktober 2026 13.00–13.45 · Tavlerom 2",
        "Ta med kart over linje 1 Nye soner 13.03",
        "Les avtalen Gjelder alle Velkommen 5. okt.",
        "12 Merke soner 1. okt. 5 d over, utsatt 1",
        "31 Bestille gulvtape uten frist",
        "Egne notater",
        "Side 1 av 1",
    ):
        assert each in text


def test_in_english() -> None:
    text = text_of(preparation([preparing()], SHEET, EN))
    for each in (
        "Preparation · Forbedringsgruppe Montering Linh Nguyễn",
        "Tuesday 6 October 2026 13:00–13:45",
        "Les avtalen Asked of everyone Velkommen 5 Oct",
        "You will be asked about",
        "5 d over, moved 1",
        "no date",
    ):
        assert each in text


def test_everyone_has_a_page_with_nothing_of_the_others() -> None:
    papers = [preparing("Kari Solberg"), preparing("Ola Aas", tasks=())]
    pdf = preparation(papers, SHEET, EN)
    assert pages_of(pdf) == 2
    first, second = (text_of(pdf, page) for page in (0, 1))
    assert "Kari Solberg" in first
    assert "Ola Aas" not in first
    assert "Ola Aas" in second
    assert "Kari Solberg" not in second
    assert "To prepare" not in second
    bookmarks = [(title, page) for level, title, page in outline_of(pdf) if level == 0]
    assert bookmarks == [("Kari Solberg", 0), ("Ola Aas", 1)]


def test_whoever_has_no_actions_is_not_asked_about_any() -> None:
    assert "asked about" not in text_of(preparation([preparing(actions=())], SHEET, EN))


def test_nobody_to_ask_is_said_on_a_page() -> None:
    pdf = preparation([], SHEET, EN)
    assert pages_of(pdf) == 1
    assert "Nobody is asked to prepare anything." in text_of(pdf)


def test_a_meeting_without_a_name_is_called_one() -> None:
    loose = MEETING._replace(group="", group_id=None, place="")
    text = text_of(preparation([preparing(meeting=loose)], SHEET, EN))
    assert "Preparation · Meeting Linh" in text
    assert "13:00–13:45 To prepare" in text


def many(text: str, count: int) -> Preparing:
    items = schedule(START, MEETING.planned_end, [item(n, text, minutes=1) for n in range(count)])
    tasks = tuple(
        PersonTask(each, Task(n, n, f"{n}: {text}", 3, text)) for n, each in enumerate(items.items)
    )
    asked = tuple(action(n, text) for n in range(count))
    meeting = MEETING._replace(title=text[:200], place=text[:200])
    return Preparing(meeting, text[:200], tasks, asked)


@pytest.mark.parametrize("t", [NB, EN])
def test_what_looks_like_markup_stands_as_it_was_written(t: Language) -> None:
    pdf = preparation([many(HOSTILE, 2)], SHEET, t)
    assert text_of(pdf).replace(" ", "").count(HOSTILE.replace(" ", "")) >= 8
    assert not astray(pdf, SHEET)


@pytest.mark.parametrize("paper", ["A4", "A3"])
def test_forty_people_with_long_texts_stay_inside_the_margins(paper: str) -> None:
    sheet = SHEET._replace(paper=paper)
    pdf = preparation([many(f"{'W' * 90} {'å ' * 60}", 6)] * 40, sheet, NB)
    assert pages_of(pdf) >= 40
    assert not astray(pdf, sheet)
    text = text_of(pdf)
    assert all(text.count(f" {n}: WW") == 40 for n in range(6))
