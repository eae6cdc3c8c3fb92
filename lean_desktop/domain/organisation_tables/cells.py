"""From what a workspace holds to the cell of a table, and back from the text of a cell."""

import re
from collections.abc import Callable, Mapping
from datetime import date
from functools import cache

from lean_desktop.domain.errors import RuleBroken
from lean_desktop.domain.organisation_tables.columns import Column, Holds, Value
from lean_desktop.i18n import LANGUAGES, M_, N_, Language, language

Cell = str | float | date
"""What is written; days and numbers stay what they are, nothing is an empty text."""

YES, NO = N_("Yes"), N_("No")

_NO_TEXT = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]")
_LINE_END = re.compile("\r\n?")
_ISO = re.compile(r"\d{4}-\d\d-\d\d")
_COUNT = re.compile(r"-?\d{1,9}")
_PERCENT = re.compile(r"(\d{1,4}(?:[.,]\d{1,20})?(?:e-\d{1,3})?) ?%?", re.IGNORECASE)
_TRUE, _FALSE = frozenset("1 x true".split()), frozenset("0 false".split())


def tidy(text: str) -> str:
    """A text as every kind of file can hold it: no control characters, one kind of line end."""
    return _LINE_END.sub("\n", _NO_TEXT.sub("", text)).strip()


def folded(text: str) -> str:
    """What texts have in common that a reader takes for the same."""
    return " ".join(text.split()).casefold()


def in_any_language(text: str) -> frozenset[str]:
    """What an English original is called in every language there is, folded."""
    return frozenset(folded(language(code)(text)) for code in LANGUAGES)


def written(value: Value, column: Column, t: Language) -> Cell:
    """A value as it is written; links are not written here."""
    if value is None or value == "":
        return t(column.words[""]) if "" in column.words and value == "" else ""
    if column.holds is Holds.YES:
        return t(YES) if value else t(NO)
    if column.holds is Holds.WORD:
        return t(column.words[str(value)])
    return tidy(value) if isinstance(value, str) else value


def read_cell(text: str, column: Column, t: Language) -> Value:
    """The value a text stands for. Raises RuleBroken; links are not read here."""
    if not text:
        return column.blank
    return _READERS[column.holds](text, column, t)


def _read_text(text: str, column: Column, _: Language) -> str:
    if len(text) > column.most:
        raise RuleBroken(M_("At most {most} characters fit here.", most=column.most))
    return text


def _read_day(text: str, _: Column, t: Language) -> date:
    if _ISO.fullmatch(text):
        try:
            return date.fromisoformat(text)
        except ValueError:
            pass  # The language tells what is wrong with it.
    return t.parse_date(text)


def _read_percent(text: str, _: Column, __: Language) -> float:
    found = _PERCENT.fullmatch(text)
    number = float(found[1].replace(",", ".")) if found else -1.0
    if not 0 <= number <= 1000:
        raise RuleBroken(M_("Write a number from 0 to 1000."))
    return number


def _read_count(text: str, _: Column, __: Language) -> int:
    if not _COUNT.fullmatch(text):
        raise RuleBroken(M_("Write a whole number."))
    return int(text)


def _read_yes(text: str, _: Column, t: Language) -> bool:
    word = folded(text)
    if word in in_any_language(YES) | _TRUE:
        return True
    if word in in_any_language(NO) | _FALSE:
        return False
    raise RuleBroken(M_("Write {yes} or {no}.", yes=M_(YES), no=M_(NO)))


def _read_word(text: str, column: Column, t: Language) -> str:
    known = _words(tuple(column.words.items()))
    if folded(text) not in known:
        told = ", ".join(t(name) for name in column.words.values())
        raise RuleBroken(M_("Write one of these: {words}.", words=told))
    return known[folded(text)]


@cache
def _words(words: tuple[tuple[str, str], ...]) -> Mapping[str, str]:
    """By what it is called in any language, or by itself, the value."""
    return {
        word: value for value, name in words for word in (*in_any_language(name), value) if word
    }


_READERS: Mapping[Holds, Callable[[str, Column, Language], Value]] = {
    Holds.TEXT: _read_text,
    Holds.DAY: _read_day,
    Holds.PERCENT: _read_percent,
    Holds.COUNT: _read_count,
    Holds.YES: _read_yes,
    Holds.WORD: _read_word,
}
