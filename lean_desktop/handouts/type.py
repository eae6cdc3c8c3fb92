"""Type on paper: our embedded fonts, and text that is only ever text.

A letter Inter lacks comes from DejaVu Sans; what that lacks too is a visible box. Paragraphs are
put together from pieces, never from markup, so nothing a user wrote can be taken for any.
"""

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import groupby
from threading import Lock
from typing import Any

from reportlab.lib.colors import Color, HexColor
from reportlab.lib.enums import TA_RIGHT
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.platypus import Paragraph
from reportlab.platypus.paraparser import ParaFrag

from lean_desktop.resources import font_file

REGULAR, STRONG, BOLD = "Inter-Regular", "Inter-SemiBold", "Inter-Bold"
SPARE, SPARE_BOLD = "DejaVuSans", "DejaVuSans-Bold"
INK, INK2, INK3 = HexColor("#000000"), HexColor("#222222"), HexColor("#444444")
RULE, RULE_STRONG, SHADE = HexColor("#999999"), HexColor("#777777"), HexColor("#EEEEEE")

BOX = "\N{WHITE SQUARE}"
"""Stands for a letter no font of ours has."""

LONGEST_WORD, PIECE = 200, 60
"""A longer word is broken into pieces: laying it out whole takes time by the square of it."""

_LENDERS = {REGULAR: (SPARE,), STRONG: (SPARE_BOLD, SPARE), BOLD: (SPARE_BOLD, SPARE)}
_LOOKS: dict[str, tuple[float, float, str, Color]] = {
    "kicker": (10, 13, REGULAR, INK2),
    "title": (20, 25, BOLD, INK),
    "number": (30, 34, BOLD, INK),
    "heading": (11, 14, STRONG, INK),
    "body": (9.5, 13.5, REGULAR, INK),
    "strong": (9.5, 13.5, STRONG, INK),
    "small": (8.5, 11.5, REGULAR, INK3),
    "label": (9.5, 13.5, REGULAR, INK3),
    "card": (9, 11.5, REGULAR, INK),
    "head": (8, 11, STRONG, INK2),
    "foot": (8, 10, REGULAR, INK3),
    "vision": (15, 21, REGULAR, INK),
    "large_vision": (28, 38, REGULAR, INK),
    "large_heading": (17, 22, STRONG, INK),
    "large_body": (15, 21, REGULAR, INK),
    "large_strong": (15, 21, STRONG, INK),
    "large_small": (13, 18, REGULAR, INK3),
    "large_head": (11, 15, STRONG, INK2),
}

_SPACES = re.compile(r"[^\S\n\N{NO-BREAK SPACE}\N{NARROW NO-BREAK SPACE}]")
_UNSEEN = re.compile(  # Controls, and signs that only tell others how to be set.
    r"[\x00-\x09\x0b-\x1f\x7f-\x9f\xad\u061c\u180b-\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f"
    r"\ud800-\udfff\ufe00-\ufe0f\ufeff\ufff0-\ufffb\ufffe\uffff\U000e0000-\U000e0fff]"
)
_LONG = re.compile(rf"\S{{{LONGEST_WORD + 1},}}")
_RTL = r"[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff]+"
_RIGHT_TO_LEFT = re.compile(rf"{_RTL}(?: {_RTL})*")
_registering = Lock()


def paragraph(text: str, look: str = "body") -> Paragraph:
    """A text in one of the looks of `style`; its line breaks are kept."""
    return spans([(text, style(look).fontName)], look)


def labelled(label: str, text: str) -> Paragraph:
    """A bold label with a text after it, on the same line."""
    return spans([(f"{label} ", STRONG), (text, REGULAR)])


def spans(parts: Sequence[tuple[str, str]], look: str = "body") -> Paragraph:
    """A paragraph of several parts, each a text and the font it is set in."""
    chosen = style(look)
    return Paragraph("", chosen, frags=[each for part in parts for each in _frags(*part, chosen)])


def plain(text: str) -> str:
    """The text with nothing in it that cannot be seen; line breaks and blanks stay."""
    composed = unicodedata.normalize("NFC", "\n".join(text.splitlines()))
    return _UNSEEN.sub("", _SPACES.sub(" ", composed))


def runs(text: str, font: str = REGULAR) -> list[tuple[str, str]]:
    """One line cut into runs of (text, font), for every letter a font that has it."""
    clean = _LONG.sub(_in_pieces, plain(text))
    if _letters(font).issuperset(clean):
        return [(clean, font)]
    visual = _RIGHT_TO_LEFT.sub(lambda found: found.group()[::-1], clean)
    drawn = [_drawn(letter, font) for letter in visual]
    return [
        ("".join(letter for letter, _ in run), name)
        for name, run in groupby(drawn, key=lambda each: each[1])
    ]


@cache
def style(look: str) -> ParagraphStyle:
    """How a look is set: title, heading, body, small, strong, head …; any of them `_right`."""
    register()
    size, leading, font, color = _LOOKS[look.removesuffix("_right")]
    made = ParagraphStyle(look, fontName=font, fontSize=size, leading=leading, textColor=color)
    if look.endswith("_right"):
        made.alignment = TA_RIGHT
    return made


def width_of(text: str, look: str) -> float:
    """How wide a text of one line will be, in points."""
    chosen = style(look)
    return sum(
        float(pdfmetrics.stringWidth(run, font, chosen.fontSize))
        for run, font in runs(text, chosen.fontName)
    )


def shortened(text: str, look: str, room: float) -> str:
    """A text of one line, or its first letters and an ellipsis, where the room has that width."""
    line = " ".join(text.split())
    if width_of(line, look) <= room:
        return line
    ends = range(min(len(line), LONGEST_WORD))
    fit = bisect_right(ends, room, key=lambda end: width_of(f"{line[:end]}…", look))
    return f"{line[: max(0, fit - 1)].rstrip()}…"


def register() -> None:
    """Make our fonts known to ReportLab; only the first call does anything."""
    with _registering:  # Two workers may come here at once.
        if SPARE not in pdfmetrics.getRegisteredFontNames():
            for name in (REGULAR, STRONG, BOLD, SPARE_BOLD, SPARE):
                pdfmetrics.registerFont(TTFont(name, str(font_file(name))))


def _frags(text: str, font: str, look: ParagraphStyle) -> Iterator[ParaFrag]:
    for number, line in enumerate(text.splitlines()):
        if number:
            yield _frag("", font, look, lineBreak=True)
        for run, name in runs(line, font):
            yield _frag(run, name, look)


def _frag(text: str, font: str, look: ParagraphStyle, **more: Any) -> ParaFrag:
    return ParaFrag(
        text=text,
        fontName=font,
        fontSize=look.fontSize,
        textColor=look.textColor,
        rise=0,
        us_lines=[],
        link=[],
        **more,
    )


@cache
def _letters(font: str) -> frozenset[str]:
    register()
    found: Any = pdfmetrics.getFont(font)
    return frozenset(map(chr, found.face.charToGlyph))


def _drawn(letter: str, font: str) -> tuple[str, str]:
    """The letter and a font that has it, or a box."""
    for name in (font, *_LENDERS[font]):
        if letter in _letters(name):
            return letter, name
    return BOX, SPARE


def _in_pieces(word: re.Match[str]) -> str:
    whole = word.group()
    return " ".join(whole[start : start + PIECE] for start in range(0, len(whole), PIECE))
