"""The agenda on paper: what it says, how it flows, and what it is like when little is known."""

from datetime import timedelta
from io import BytesIO

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pypdf import PdfReader

from lean_desktop.domain.meetings import LONGEST_ITEM, ItemKind
from lean_desktop.handouts.meetings import BLANK_ITEMS, agenda
from lean_desktop.i18n import Language
from tests.handouts.agendas import EN, MEETING, MEMBERS, NB, SHEET, START, agenda_of, item
from tests.handouts.readers import glyphs_of, outline_of, pages_of, text_of

ORDINARY = [
    item(0, "Velkommen, kjøreregler og dagens mål", minutes=3, presenter="Kari Solberg"),
    item(1, "Montasjelinje 1", minutes=12, kind=ItemKind.DISCUSSION, preparation="Ta med skisse"),
    item(2, "Oppsummering", minutes=4, purpose="Alle vet hvem som gjør hva"),
]
LONG = [item(n, f"Sak nummer {n + 1}", minutes=5, preparation="Tall og bilde") for n in range(40)]


def test_it_says_what_the_meeting_is() -> None:
    text = text_of(agenda(agenda_of(ORDINARY, guests=("Kari Solberg",)), SHEET, NB))
    for told in (
        "Agenda, møte 14",
        "Forbedringsgruppe Montering",
        "Tirsdag 6. oktober 2026",
        "13.00–13.45 · Tavlerom 2",
        "Møteleder Øystein Ødegård",
        "Referent Hanne Årnes",
        f"Innkalt {', '.join(MEMBERS)}",
        "Gjester Kari Solberg",
        "Faktisk start",
        "Faktisk slutt",
        "Mål for møtet: Bestemme nye soner",
        "Nye gjøremål",
        "Hva Hvem Når",
        "Egne notater",
        "Verkstedindustri AS · Forbedringsgruppe Montering",
        "Skrevet ut 6. oktober 2026 kl. 08.42",
        "Side 1 av 1",
    ):
        assert told in text


def test_items_stand_with_their_times_and_preparation() -> None:
    text = text_of(agenda(agenda_of(ORDINARY), SHEET, NB))
    assert "1 13.00 Velkommen, kjøreregler og dagens mål Orientering Kari Solberg 3" in text
    assert "2 13.03 Montasjelinje 1 Forberedelse: Alle: Ta med skisse Drøfting 12" in text
    assert "3 13.15 Oppsummering Alle vet hvem som gjør hva Orientering 4" in text
    assert "13.19 Slutt 19" in text


def test_in_english() -> None:
    text = text_of(agenda(agenda_of(ORDINARY), SHEET, EN))
    for told in (
        "Tuesday 6 October 2026",
        "13:00–13:45",
        "Page 1 of 1",
        "New actions",
        "Discussion",
    ):
        assert told in text


def test_an_overrun_is_told_in_words_and_drawn_as_a_sign() -> None:
    fits = agenda(agenda_of([item(0, minutes=45)]), SHEET, EN)
    over = agenda(agenda_of([item(0, minutes=50)]), SHEET, EN)
    assert "5 min over the planned time (45 min)" in text_of(over)
    assert "over the planned" not in text_of(fits)
    assert "▲" not in text_of(over)  # It is drawn, so no font need have it.
    assert _shapes(over) > _shapes(fits)


def test_a_meeting_with_a_title_of_its_own_names_its_group_too() -> None:
    text = text_of(agenda(agenda_of(ORDINARY, title="Ekstra møte"), SHEET, NB))
    assert "Agenda, møte 14 · Forbedringsgruppe Montering Ekstra møte" in text


def test_an_ordinary_agenda_keeps_to_one_page_with_room_to_write() -> None:
    items = [item(n, "Sak", minutes=5, purpose="Mål", preparation="Ta med tall") for n in range(5)]
    pdf = agenda(agenda_of(items), SHEET, NB)
    assert pages_of(pdf) == 1
    assert "Nye gjøremål" in text_of(pdf)


def test_what_is_written_in_the_meeting_stands_together_on_the_back() -> None:
    items = [item(n, "Sak", minutes=5, purpose="Mål", preparation="Ta med tall") for n in range(9)]
    pdf = agenda(agenda_of(items), SHEET, EN)
    assert pages_of(pdf) == 2
    front, back = text_of(pdf, 0), text_of(pdf, 1)
    for told in ("How it went", "New actions", "Decisions"):
        assert told in back
        assert told not in front


def test_what_is_missing_is_left_to_be_written_in() -> None:
    bare = agenda_of(members=(), chair="", note_taker="", place="", purpose="")
    pdf = agenda(bare, SHEET, NB)
    text = text_of(pdf)
    assert pages_of(pdf) == 1
    assert "Møteleder Referent" in text
    assert "Innkalt" not in text
    assert "Mål for møtet" not in text
    assert " ".join(map(str, range(1, BLANK_ITEMS + 1))) in text
    assert "None" not in text


def test_a_meeting_of_no_group_and_no_title_has_a_name() -> None:
    pdf = agenda(agenda_of(group="", group_id=None), SHEET, EN)
    assert "Agenda, meeting 14 Meeting" in text_of(pdf)


def test_a_long_agenda_repeats_its_heads_and_numbers_its_pages() -> None:
    pdf = agenda(agenda_of(LONG), SHEET, NB)
    count = pages_of(pdf)
    assert count > 1
    for page in range(count):
        text = text_of(pdf, page)
        assert f"Side {page + 1} av {count}" in text
        assert ("Nr. Start Sak Type Ansvarlig Min" in text) == ("Sak nummer" in text)


def test_no_item_is_lost_doubled_or_cut_in_two() -> None:
    pdf = agenda(agenda_of(LONG), SHEET, NB)
    per_page = [text_of(pdf, page) for page in range(pages_of(pdf))]
    for number in range(1, 41):
        whole = f"Sak nummer {number} Forberedelse: Alle: Tall og bilde"
        assert sum(text.count(f"{whole} Orientering") for text in per_page) == 1


@pytest.mark.parametrize("count", range(8, 22))
def test_the_form_comes_with_every_length_and_the_sum_never_stands_alone(count: int) -> None:
    pdf = agenda(agenda_of(LONG[:count]), SHEET, NB)
    texts = [text_of(pdf, page) for page in range(pages_of(pdf))]
    assert sum("Nye gjøremål" in text for text in texts) == 1
    (end,) = (text for text in texts if "Slutt" in text.replace("Faktisk slutt", ""))
    assert f"Sak nummer {count} " in end


def test_bookmarks_lead_to_the_page_of_each_section() -> None:
    pdf = agenda(agenda_of(LONG), SHEET, NB)
    last = pages_of(pdf) - 1
    assert outline_of(pdf) == [
        (0, "Forbedringsgruppe Montering", 0),
        (1, "Saker", 0),
        (1, "Slik gikk det", last),
        (1, "Nye gjøremål", last),
        (1, "Beslutninger", last),
        (1, "Egne notater", last),
    ]


def test_a_row_taller_than_a_page_goes_on_on_the_next() -> None:
    words = " ".join(f"ord{n}" for n in range(1400))
    pdf = agenda(agenda_of([item(0, preparation=words), item(1, "Etterpå")]), SHEET, NB)
    text = text_of(pdf)
    assert pages_of(pdf) > 1
    assert all(f"ord{n} " in text for n in (0, 700, 1399))
    assert "Etterpå" in text


def test_a_purpose_longer_than_a_page_goes_on_on_the_next() -> None:
    purpose = "\n".join(f"linje {n}" for n in range(200))
    text = text_of(agenda(agenda_of(purpose=purpose), SHEET, NB))
    assert "linje 0 " in text
    assert "linje 199 " in text


def test_the_same_snapshot_is_the_same_file() -> None:
    snapshot = agenda_of(LONG)
    assert agenda(snapshot, SHEET, NB) == agenda(snapshot, SHEET, NB)


@pytest.mark.parametrize("paper", ["A4", "A3"])
@pytest.mark.parametrize("t", [NB, EN])
def test_every_letter_is_inside_the_margins(paper: str, t: Language) -> None:
    items = [
        item(0, "W" * 500, presenter="Maximiliane-Charlotte von Hohenzollern-Sigmaringen"),
        item(1, "漢" * 300, preparation="x" * 2000, minutes=LONGEST_ITEM),
    ]
    snapshot = agenda_of(items, members=tuple("Å" * 400 for _ in range(5)), place="Ø" * 200)
    pdf = agenda(snapshot, SHEET._replace(paper=paper, company="Firma " * 33), t)
    wide, high = (595.3, 841.9) if paper == "A4" else (841.9, 1190.6)
    for glyph in glyphs_of(pdf):
        assert glyph.left >= 36
        assert glyph.right <= wide - 36
        assert glyph.bottom >= 17
        assert glyph.top <= high - 36


texts = st.text(max_size=120) | st.sampled_from(
    ["<b>", "&amp;", "<img src='x'/>", "a" * 400, "\x00"]
)


@given(
    st.lists(
        st.tuples(
            st.text(min_size=1, max_size=80) | texts, texts, texts, st.integers(0, LONGEST_ITEM)
        ),
        max_size=12,
    ),
    texts,
    texts,
    st.sampled_from(["A4", "A3"]),
)
def test_no_text_stops_the_printing(
    rows: list[tuple[str, str, str, int]], title: str, name: str, paper: str
) -> None:
    items = [
        item(n, text, preparation=how, presenter=who, minutes=minutes)
        for n, (text, how, who, minutes) in enumerate(rows)
    ]
    snapshot = agenda_of(items, title=title, purpose=title, chair=name, members=(name,))
    pdf = agenda(snapshot, SHEET._replace(paper=paper), NB)
    assert pages_of(pdf) >= 1


def test_midnight_is_passed_without_losing_a_minute() -> None:
    late = MEETING.planned_start.replace(hour=23, minute=50)
    snapshot = agenda_of(
        [item(0, minutes=20), item(1)], planned_start=late, planned_end=late + timedelta(hours=1)
    )
    assert "2 00.10 Sak" in text_of(agenda(snapshot, SHEET, NB))
    assert late.date() == START.date()


def _shapes(pdf: bytes) -> int:
    """How many filled paths the first page has."""
    content = PdfReader(BytesIO(pdf)).pages[0].get_contents()
    assert content is not None
    return content.get_data().split().count(b"f*") + content.get_data().split().count(b"f")
