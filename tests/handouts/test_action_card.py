"""A card on a sheet: number, code, answers to tick, and all it holds but what is private."""

from datetime import date
from io import BytesIO

from PIL import Image
from pypdf import PdfReader

from lean_desktop.domain.action_papers import CardPaper
from lean_desktop.domain.actions import DueChange
from lean_desktop.domain.cards import CardTexts, FieldKind, Moment, OwnField, Step
from lean_desktop.handouts.action_card import action_cards
from tests.handouts.agendas import EN, NB, SHEET
from tests.handouts.cards import TODAY, card
from tests.handouts.margins import astray
from tests.handouts.papers import HOSTILE
from tests.handouts.readers import outline_of, pages_of, text_of

TEXTS = CardTexts("Ingen vet hvor", "Ikke merket", "Gul tape", "Finne på 10 s", "47 min", "12 min")


def jpeg(color: str) -> bytes:
    data = BytesIO()
    Image.new("RGB", (400, 300), color).save(data, "JPEG")
    return data.getvalue()


FULL = CardPaper(
    card(136, "Merke soner", helpers=("Kari Solberg",), helper_ids=(1,), values={7: "12"}),
    TODAY,
    TEXTS,
    (Step(1, "Måle"), Step(2, "Tape", date(2026, 10, 1))),
    (DueChange(1, 136, TODAY, date(2026, 10, 1), date(2026, 10, 13), "venter på tape"),),
    {Moment.BEFORE: jpeg("red"), Moment.AFTER: jpeg("green")},
    (OwnField(7, "Kostnad", FieldKind.NUMBER),),
)


def test_all_of_it_is_there_and_room_for_the_answer() -> None:
    pdf = action_cards([FULL], SHEET, NB)
    text = text_of(pdf)
    for each in (
        "Gjøremål 136 Merke soner 136",
        "Ferdig Ny dato Står fast",
        "Hvorfor, og hva som står i veien",
        "Linh Nguyễn",
        "Kari Solberg",
        "Kostnad 12",
        "→ 13.10.2026 venter på tape",
        "Ingen vet hvor",
        "47 min",
        "Måle",
        "Tape ✓ 01.10.2026",
    ):
        assert each in text
    assert pages_of(pdf) == 1
    assert len(PdfReader(BytesIO(pdf)).pages[0].images) == 2
    assert not astray(pdf, SHEET)


def test_a_page_for_each() -> None:
    pdf = action_cards([FULL, CardPaper(card(12), TODAY)], SHEET, EN)
    assert pages_of(pdf) == 2
    assert [page for level, _, page in outline_of(pdf) if level == 0] == [0, 1]
    assert "Merke" not in text_of(pdf, 1)


def test_the_code_holds_the_number_alone() -> None:
    """Two cards that differ in nothing but their number differ in their codes."""
    one, other = (action_cards([CardPaper(card(n, "Merke"), TODAY)], SHEET, EN) for n in (136, 137))
    drawn = [PdfReader(BytesIO(pdf)).pages[0].get_contents() for pdf in (one, other)]
    squares = [each.get_data().count(b" re") for each in drawn if each is not None]
    assert min(squares) > 100


def test_a_photo_nobody_can_read_is_left_out() -> None:
    broken = FULL._replace(photos={Moment.BEFORE: b"\xff\xd8 no picture"})
    pdf = action_cards([broken], SHEET, EN)
    assert not PdfReader(BytesIO(pdf)).pages[0].images
    assert "Merke soner" in text_of(pdf)


def test_what_looks_like_markup_and_goes_on_for_long() -> None:
    long = CardTexts(*[f"{HOSTILE} {'ord ' * 800}"] * 4)
    steps = tuple(Step(n, f"{HOSTILE} {n}") for n in range(80))
    pdf = action_cards([FULL._replace(texts=long, steps=steps)], SHEET, NB)
    assert pages_of(pdf) > 2
    assert text_of(pdf).replace(" ", "").count(HOSTILE.replace(" ", "")) >= 84
    assert not astray(pdf, SHEET)


def test_no_card_is_said() -> None:
    assert "No actions are open." in text_of(action_cards([], SHEET, EN))
