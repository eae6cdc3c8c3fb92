"""Type on paper: our embedded fonts, and text that is only ever text.

A letter Inter lacks comes from DejaVu Sans; what that lacks too is a visible box. Nothing a user
wrote is taken for markup.
"""

import re
from functools import cache
from typing import Any
from xml.sax.saxutils import escape

from reportlab.lib.enums import TA_RIGHT
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.platypus import Paragraph

from lean_desktop.resources import font_file

REGULAR, STRONG, BOLD, SPARE = "Inter-Regular", "Inter-SemiBold", "Inter-Bold", "DejaVuSans"
INK, INK2, INK3, RULE, RULE_STRONG = "#000000", "#222222", "#444444", "#999999", "#777777"
LONG_WORD, PIECE = 200, 60
BOX = "\N{WHITE SQUARE}"

_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
_LONG = re.compile(rf"\S{{{LONG_WORD},}}")


def paragraph(text: str, look: str = "body") -> Paragraph:
    """A text in one of the looks of `style`; line breaks are kept."""
    return Paragraph(marked(text, style(look).fontName), style(look))


def labelled(label: str, text: str, look: str = "body") -> Paragraph:
    """A bold label and a text on the same line."""
    font = f"<font name='{STRONG}'>{marked(label, STRONG)}</font>"
    return Paragraph(f"{font} {marked(text, style(look).fontName)}", style(look))


def marked(text: str, font: str = REGULAR) -> str:
    """The text as markup that says just this text, with letters borrowed where they lack."""
    clean = _CONTROL.sub("", text.replace("\r\n", "\n").replace("\t", " "))
    clean = _LONG.sub(_in_pieces, clean)
    if _letters(font).issuperset(clean.replace("\n", "")):
        return escape(clean).replace("\n", "<br/>")
    return "".join(_borrowed(letter, font) for letter in clean)


@cache
def style(look: str) -> ParagraphStyle:
    """The paragraph style of a look: title, heading, body, small, strong, head; any of them `_right`."""
    _register()
    size, leading, font, color = _LOOKS[look.removesuffix("_right")]
    made = ParagraphStyle(
        look, fontName=font, fontSize=size, leading=leading, textColor=color, splitLongWords=1
    )
    if look.endswith("_right"):
        made.alignment = TA_RIGHT
    return made


def width_of(text: str, look: str) -> float:
    """How wide a short text will be, in points."""
    chosen = style(look)
    return float(pdfmetrics.stringWidth(text, chosen.fontName, chosen.fontSize))


_LOOKS = {
    "kicker": (10, 13, REGULAR, INK2),
    "title": (20, 25, BOLD, INK),
    "heading": (11, 14, STRONG, INK),
    "body": (9.5, 13.5, REGULAR, INK),
    "strong": (9.5, 13.5, STRONG, INK),
    "small": (8.5, 11.5, REGULAR, INK3),
    "label": (9.5, 13.5, REGULAR, INK3),
    "head": (8, 11, STRONG, INK2),
    "footer": (8, 10, REGULAR, INK3),
}


@cache
def _register() -> None:
    for name in (REGULAR, STRONG, BOLD, SPARE):
        pdfmetrics.registerFont(TTFont(name, str(font_file(name))))


@cache
def _letters(font: str) -> frozenset[str]:
    _register()
    found: Any = pdfmetrics.getFont(font)
    return frozenset(map(chr, found.face.charToGlyph))


def _borrowed(letter: str, font: str) -> str:
    if letter == "\n":
        return "<br/>"
    if letter in _letters(font):
        return escape(letter)
    lent = letter if letter in _letters(SPARE) else BOX
    return f"<font name='{SPARE}'>{escape(lent)}</font>"


def _in_pieces(word: re.Match[str]) -> str:
    whole = word.group()
    return " ".join(whole[start : start + PIECE] for start in range(0, len(whole), PIECE))
