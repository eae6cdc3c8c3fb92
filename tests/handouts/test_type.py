"""Text is only text: letters from a font that has them, boxes for those nobody has."""

import subprocess
import sys
from threading import Thread

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lean_desktop.handouts import type as type_
from lean_desktop.handouts.page import build
from lean_desktop.handouts.type import (
    BOLD,
    BOX,
    PIECE,
    REGULAR,
    SPARE,
    SPARE_BOLD,
    STRONG,
    labelled,
    paragraph,
    plain,
    runs,
    shortened,
    spans,
    style,
    width_of,
)
from tests.handouts.agendas import NB, SHEET
from tests.handouts.readers import fonts_of, pages_of, text_of


def printed(*texts: str, look: str = "body") -> bytes:
    return build([paragraph(text, look) for text in texts], SHEET, NB, title="Prøve")


@pytest.mark.parametrize(
    "text",
    [
        *("Blåbærsyltetøy ÆØÅ", "Łukasz Żółć", "Linh Nguyễn", "Marija Đukić", "Áilu Čáhci ŋŧ"),
        *("Привет", "Ελλάδα", "½ · – … ≤ → 20 °C", "€ 1\N{NO-BREAK SPACE}234"),
    ],
)
@pytest.mark.parametrize("font", [REGULAR, STRONG, BOLD])
def test_letters_of_our_names_come_from_our_own_font(text: str, font: str) -> None:
    assert runs(text, font) == [(text, font)]


def test_text_can_be_selected_as_it_was_written() -> None:
    for text in ("Blåbær Łukasz Nguyễn Đukić Áilu ŋ", "Привет мир", "½ · – … ≤ →"):
        assert text in text_of(printed(text))


def test_a_letter_of_ours_that_is_missing_is_borrowed() -> None:
    assert runs("a ☂ b") == [("a ", REGULAR), ("☂", SPARE), (" b", REGULAR)]
    assert runs("a ☂ b", BOLD)[1] == ("☂", SPARE_BOLD)
    assert "a ☂ b" in text_of(printed("a ☂ b"))


def test_a_letter_only_the_lighter_spare_font_has_is_borrowed_there() -> None:
    only = next(iter(_letters(SPARE) - _letters(SPARE_BOLD) - _letters(BOLD)))
    assert runs(only, BOLD) == [(only, SPARE)]


@pytest.mark.parametrize("text", ["漢字", "\U0001fae0", "ꦏ"])
def test_a_letter_nobody_has_is_a_box_that_can_be_seen(text: str) -> None:
    assert runs(text) == [(BOX * len(text), SPARE)]
    assert BOX * len(text) in text_of(printed(f"her {text} der"))


def test_every_letter_of_a_font_is_drawn_and_embedded() -> None:
    fonts = fonts_of(printed("Inter ☂ 漢")) | fonts_of(printed("x", look="strong"))
    assert {"Inter-Regular", "DejaVuSans"} <= set(fonts)
    assert all(fonts.values())


@pytest.mark.parametrize(
    ("text", "seen"),
    [
        ("a\x00b\x07c\x1bd", "abcd"),
        ("e\N{COMBINING ACUTE ACCENT}n", "én"),
        ("a\tb\N{EM SPACE}c", "a b c"),
        ("a\r\nb\rc\N{LINE SEPARATOR}d", "a\nb\nc\nd"),
        ("ord\N{SOFT HYPHEN}deling\N{ZERO WIDTH SPACE}\N{WORD JOINER}", "orddeling"),
        ("\N{RIGHT-TO-LEFT OVERRIDE}fdp.exe", "fdp.exe"),
        ("\N{FIRE}\N{VARIATION SELECTOR-16}", "\N{FIRE}"),
        ("a\ud800b", "ab"),
        ("12\N{NO-BREAK SPACE}345", "12\N{NO-BREAK SPACE}345"),
    ],
)
def test_what_cannot_be_seen_is_left_out(text: str, seen: str) -> None:
    assert plain(text) == seen


@pytest.mark.parametrize(
    "text",
    [
        *("<b>fet</b>", "<img src='/etc/passwd'/>", "&amp; &lt; &#65;", "a < b > c & d"),
        *("<para>", "</para>", "<font name='Nope'>x</font>", "<a href='http://x'>y</a>", "]]>"),
        *("<br/>", "<!-- x -->", "%(x)s {x} \\n", "<seq id='a'/>", "<onDraw name='x'/>"),
    ],
)
def test_what_looks_like_markup_is_text(text: str) -> None:
    pdf = printed(text)
    assert " ".join(text.split()) in text_of(pdf)
    assert b"/URI" not in pdf


def test_line_breaks_are_kept_the_empty_line_too() -> None:
    one, three, four = (paragraph(text) for text in ("a", "a\nb\nc", "a\n\nb\nc"))
    heights = [each.wrap(200, 1000)[1] for each in (one, three, four)]
    leading = style("body").leading
    assert heights == [leading, 3 * leading, 4 * leading]


def test_words_beyond_all_measure_are_broken() -> None:
    assert runs("å" * 200) == [("å" * 200, REGULAR)]
    pieces = runs("å" * 201)[0][0].split()
    assert "".join(pieces) == "å" * 201
    assert max(map(len, pieces)) == PIECE


def test_a_word_wider_than_its_column_stays_in_it() -> None:
    for text in ("x" * 190, "漢" * 190, "x漢" * 90):
        written = paragraph(text)
        written.wrap(90, 10_000)
        assert max(written.getActualLineWidths0()) <= 90.01


def test_a_label_is_strong_and_its_text_is_not() -> None:
    written = labelled("Mål:", "bli ferdig")
    assert [(each.text, each.fontName) for each in written.frags] == [
        ("Mål: ", STRONG),
        ("bli ferdig", REGULAR),
    ]


def test_parts_of_a_paragraph_keep_their_fonts() -> None:
    written = spans([("13.00", STRONG), (" · Tavlerom", REGULAR)], "small_right")
    assert {each.fontSize for each in written.frags} == {8.5}
    assert written.style.alignment == style("body_right").alignment


def test_the_width_of_a_text_is_that_of_all_its_runs() -> None:
    assert width_of("漢", "body") > 0
    assert width_of("ab", "body") == pytest.approx(width_of("a", "body") + width_of("b", "body"))


def test_letters_read_from_the_right_are_put_where_they_are_read() -> None:
    assert runs("\N{HEBREW LETTER ALEF}\N{HEBREW LETTER BET} ab")[0] == (
        "\N{HEBREW LETTER BET}\N{HEBREW LETTER ALEF}",
        SPARE,
    )


@given(st.text(alphabet=st.characters(), max_size=300))
def test_nothing_that_can_be_typed_stops_a_page(text: str) -> None:
    assert pages_of(printed(text)) >= 1
    for line in text.splitlines():
        drawn = "".join(run for run, _ in runs(line))
        assert len(drawn.replace(" ", "")) == len(plain(line).replace(" ", ""))


def test_fonts_are_known_once_however_many_ask() -> None:
    asked = [Thread(target=type_.register) for _ in range(8)]
    for each in asked:
        each.start()
    for each in asked:
        each.join()
    assert width_of("x", "body") > 0


def test_a_sheet_is_known_without_the_library_that_draws_it() -> None:
    code = (
        "import sys, lean_desktop.handouts.sheet, lean_desktop.commands.sheets;"
        "print([name for name in sys.modules if name.startswith(('reportlab', 'PIL'))])"
    )
    said = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert said.stdout.strip() == "[]"


def _letters(font: str) -> frozenset[str]:
    return type_._letters(font)


@pytest.mark.parametrize("text", ["Støperi", "W" * 500, "Maximiliane von " * 20, "", " a\nb "])
def test_a_text_is_shortened_to_one_line_of_the_room(text: str) -> None:
    told = shortened(text, "title", 200)
    assert width_of(told, "title") <= 200
    whole = " ".join(text.split())
    assert told == whole if len(whole) < 10 else told.endswith("…")
    assert whole.startswith(told.rstrip("…"))
