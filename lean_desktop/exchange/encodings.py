"""The text in a file's bytes: the encoding that fits, or a refusal that says where it does not."""

import codecs
import re
from typing import NamedTuple

from lean_desktop.domain.errors import KnownError
from lean_desktop.exchange.sheet import CONTROLS, refused
from lean_desktop.i18n import M_

ENCODINGS = {"UTF-8": "utf-8-sig", "Windows-1252": "cp1252", "UTF-16": "utf-16"}
"""What a text file may be written in, by the name it is shown under."""


class Decoded(NamedTuple):
    """A text and the name of its encoding."""

    text: str
    encoding: str


_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig", "UTF-8"),
    (codecs.BOM_UTF16_LE, "utf-16", "UTF-16"),
    (codecs.BOM_UTF16_BE, "utf-16", "UTF-16"),
)
# Two such bytes are a letter in UTF-8; in Windows-1252 they are an Ã before a sign, and no word.
_LETTER_IN_UTF8 = re.compile(rb"\xc3[\x80-\xbf]")
_MOST_CONTROLS = 0.01


def decoded(data: bytes, name: str, chosen: str = "") -> Decoded:
    """The text of a file: by its byte order mark, else as UTF-8, else as Windows-1252.

    One of `ENCODINGS` may be chosen instead. Control characters are dropped. Raises KnownError
    when it is no text, or none in that encoding.
    """
    codec, encoding = (ENCODINGS[chosen], chosen) if chosen else _found(data)
    try:
        text = data.decode(codec)
    except UnicodeDecodeError as error:
        raise (
            _not_in(encoding, name) if chosen else _undecodable(data, error.start, name)
        ) from error
    clean = CONTROLS.sub("", text)
    if len(text) - len(clean) > _MOST_CONTROLS * len(text):
        raise _no_text(name)
    return Decoded(clean, encoding)


def _found(data: bytes) -> tuple[str, str]:
    return _marked(data) or _unmarked(data)


def _marked(data: bytes) -> tuple[str, str] | None:
    for mark, codec, encoding in _MARKS:
        if data.startswith(mark):
            return codec, encoding
    return None


def _unmarked(data: bytes) -> tuple[str, str]:
    if data[:1] and data[1:2] == b"\0":
        return "utf-16-le", "UTF-16"
    if data[:1] == b"\0" and data[1:2]:
        return "utf-16-be", "UTF-16"
    if _is_utf8(data) or _LETTER_IN_UTF8.search(data):
        return "utf-8", "UTF-8"
    return "cp1252", "Windows-1252"


def _is_utf8(data: bytes) -> bool:
    try:
        data.decode()
    except UnicodeDecodeError:
        return False
    return True


def _undecodable(data: bytes, place: int, name: str) -> KnownError:
    if not _LETTER_IN_UTF8.search(data):
        return _no_text(name)
    return refused(
        M_(
            "“{name}” mixes two encodings: line {row} is not UTF-8, though the rest is.",
            name=name,
            row=data.count(b"\n", 0, place) + 1,
        ),
        M_("Save the list again as “CSV UTF-8”, or write that line anew."),
    )


def _not_in(encoding: str, name: str) -> KnownError:
    return refused(
        M_("“{name}” is not written in {encoding}.", name=name, encoding=encoding),
        M_("Choose another encoding."),
    )


def _no_text(name: str) -> KnownError:
    return refused(
        M_("“{name}” is no text, so no table can be read from it.", name=name),
        M_("Open it in the program it comes from, and save it as CSV or Excel (.xlsx)."),
    )
