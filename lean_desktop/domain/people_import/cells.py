"""What a cell says: texts tidied, names taken apart, days and percentages understood."""

import re
import unicodedata
from collections.abc import Collection
from datetime import date, timedelta

from lean_desktop.domain.errors import RuleBroken
from lean_desktop.i18n import M_, Language

_INVISIBLE = "\u200b\u200c\u200d\u2060\ufeff"
_LONGEST_DATE = 60
_MOST_WORDS = 6
"""A longer text is no name, and turning it around would take memory and time."""

_FIRST_YEAR, _LAST_YEAR = 1900, 2199
_TIME = r"(?:[T ]\d\d?[:.]\d\d.*)?"
_NUMBERS = re.compile(r"(\d\d?)([./-])(\d\d?)\2(\d{4})" + _TIME)
_ISO = re.compile(r"(\d{4})-(\d\d)-(\d\d)" + _TIME)
_AMERICAN = re.compile(r"(\d\d?)/(\d\d?)/\d{4}.*")
_SERIAL = re.compile(r"[1-7]\d{4}")
_SERIAL_ZERO = date(1899, 12, 30)
_PERCENT = re.compile(r"(\d{1,4}(?:[.,]\d{1,6})?) ?%?")


class Cleaned(dict[str, str]):
    """Texts without blanks around them and with single blanks inside, composed (NFC).

    A dictionary that fills itself: most texts of a list stand in it many times.
    """

    def __missing__(self, text: str) -> str:
        clean = " ".join(text.split())
        if not clean.isascii():
            clean = unicodedata.normalize("NFC", clean).strip(_INVISIBLE)
        self[text] = clean
        return clean


class Days(dict[str, date]):
    """The days of one column by what stands in its cells; a lookup may raise RuleBroken.

    The day stands before the month, unless every cell of the column denies it.
    """

    def __init__(self, texts: Collection[str], t: Language) -> None:
        super().__init__()
        self._t = t
        self._month_first = _is_month_first(texts)

    def __missing__(self, text: str) -> date:
        day = _quick_date(text, self._month_first) or self._t.parse_date(text[:_LONGEST_DATE])
        self[text] = day
        return day


class Percentages(dict[str, float]):
    """The percentages of one column by what stands in its cells; a lookup may raise RuleBroken.

    Where no cell is above 1, the column holds parts of one: 0,5 is 50 percent.
    """

    def __init__(self, texts: Collection[str]) -> None:
        super().__init__()
        self._factor = 100 if _are_fractions(texts) else 1

    def __missing__(self, text: str) -> float:
        found = _PERCENT.fullmatch(text)
        number = round(_float(found[1]) * self._factor, 4) if found else -1
        if not 0 <= number <= 1000:
            raise RuleBroken(M_("Write a number from 0 to 1000."))
        self[text] = number
        return number


def name_key(name: str) -> str:
    """What two spellings of a name have in common: `Hagen, Pål` and `pål hagen`."""
    last, comma, first = name.partition(",")
    return f"{first.strip()} {last.strip()}".casefold() if comma else name.casefold()


def name_keys(name: str) -> list[str]:
    """`name_key`; what it would be with the last names first and no comma; the name as it stands."""
    key = name_key(name)
    words = key.split() if key.count(" ") < _MOST_WORDS else []
    return [
        key,
        *(" ".join(words[at:] + words[:at]) for at in range(1, len(words))),
        name.casefold(),
    ]


def split_name(name: str, *, last_first: bool = False) -> tuple[str, str]:
    """First and last names. A comma says that the last name stands first, whatever is expected."""
    last, comma, first = name.partition(",")
    if comma:
        return first.strip(), last.strip()
    words = name.split()
    if last_first:
        return " ".join(words[1:]), words[0]
    return " ".join(words[:-1]), words[-1]


def _quick_date(text: str, month_first: bool) -> date | None:
    """The day in the forms that systems write; None for what needs a closer look."""
    if found := _NUMBERS.fullmatch(text):
        day, month, year = int(found[1]), int(found[3]), int(found[4])
        if month_first and found[2] == "/":
            day, month = month, day
    elif found := _ISO.fullmatch(text):
        year, month, day = int(found[1]), int(found[2]), int(found[3])
    elif _SERIAL.fullmatch(text):
        return _SERIAL_ZERO + timedelta(days=int(text))
    else:
        return None
    try:
        return date(year, month, day) if _FIRST_YEAR <= year <= _LAST_YEAR else None
    except ValueError:
        return None


def _is_month_first(texts: Collection[str]) -> bool:
    """Whether a column is written as 10/31/2026: it can only be read that way round."""
    pairs = [(int(m[1]), int(m[2])) for m in map(_AMERICAN.fullmatch, set(texts)) if m]
    return any(second > 12 for _, second in pairs) and all(first <= 12 for first, _ in pairs)


def _are_fractions(texts: Collection[str]) -> bool:
    numbers = [_PERCENT.fullmatch(text) for text in set(texts)]
    return any(numbers) and all(
        found is None or ("%" not in found[0] and _float(found[1]) <= 1) for found in numbers
    )


def _float(text: str) -> float:
    return float(text.replace(",", "."))
