"""Alphabetical order, beside Qt's collator."""

import functools
import random

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QCollator, QLocale

from lean_desktop.i18n import language

QT_NAMES = {"nb": "nb_NO", "en": "en_GB"}
LETTERS = "abcdefghijklmnopqrstuvwxyzæøåäöüéèáàčđšžłñőßþœ"
NAMES = [
    *("Aas", "Aasen", "Ås", "Åsen", "Øystein Ødegård", "Ødegård", "Ærø", "Zahl", "Aud", "Ada"),
    *("Kraaknes", "Kråkmo", "Krag", "Łukasz Kowalczyk", "Linh Nguyễn", "Luka", "Lz", "André"),
    *("Andre", "andre", "Anne-Lise", "Anne Lise", "Annelise", "O'Brien", "Oates", "Šarić", "Sara"),
    *(
        "Müller",
        "Myller",
        "Moe",
        "Æ",
        "Ø",
        "Å",
        "aa",
        "AA",
        "aA",
        "Thor",
        "Þór",
        "Tor",
        "Zoë",
        "Zo",
    ),
    *("Gruppe 2", "Gruppe 10", "Gruppe 1", "Gruppe 02b", "Linje 1.10", "Linje 1.9", "", " ", "-"),
    *("Lager & logistikk", "Lager", "Lager (ute)", "Jørgensen", "Joergensen", "Jorunn", "Jonas"),
    *(
        "ŋ",
        "nz",
        "oa",
        "tz",
        "ŧa",
        "Ivar Aasen",
        "Ivar Ås",
        "Aarnes",
        "Aagot",
        "Maalfrid",
        "Målfrid",
    ),
]


def collator(code: str) -> QCollator:
    made = QCollator(QLocale(QT_NAMES[code]))
    made.setNumericMode(True)
    return made


def by_us(code: str, texts: list[str]) -> list[str]:
    return sorted(texts, key=language(code).sort_key)


@pytest.mark.parametrize("code", QT_NAMES)
def test_names_stand_where_qt_puts_them(code: str) -> None:
    shuffled = random.Random(7).sample(NAMES, len(NAMES))
    by_qt = sorted(shuffled, key=functools.cmp_to_key(collator(code).compare))
    ours = by_us(code, shuffled)
    primary = [language(code).sort_key(name)[0] for name in ours]
    assert primary == [language(code).sort_key(name)[0] for name in by_qt]
    assert primary == sorted(primary)


@pytest.mark.parametrize("code", QT_NAMES)
@given(data=st.data())
def test_any_two_words_stand_as_qt_puts_them(code: str, data: st.DataObject) -> None:
    words = st.text(LETTERS + LETTERS.upper().replace("SS", "") + " -0123", min_size=1, max_size=8)
    one, other = data.draw(words), data.draw(words)
    key = language(code).sort_key
    qt = collator(code).compare(one, other)
    if key(one)[0] != key(other)[0]:
        assert (qt < 0) == (key(one) < key(other))


def test_norwegian_puts_its_own_letters_last() -> None:
    assert by_us("nb", ["Å", "Z", "Ø", "A", "Æ"]) == ["A", "Z", "Æ", "Ø", "Å"]


def test_double_a_is_sorted_as_one_letter_in_norwegian_only() -> None:
    assert by_us("nb", ["Aas", "Zahl", "Abel"]) == ["Abel", "Zahl", "Aas"]
    assert by_us("en", ["Aas", "Zahl", "Abel"]) == ["Aas", "Abel", "Zahl"]


def test_case_and_accents_count_only_between_equals() -> None:
    assert by_us("nb", ["ola b", "Ola a"]) == ["Ola a", "ola b"]
    assert by_us("nb", ["Andrée", "Andre", "André", "andre"]) == [
        "andre",
        "Andre",
        "André",
        "Andrée",
    ]


def test_numbers_stand_by_size() -> None:
    assert by_us("en", ["Line 10", "Line 9", "Line 1"]) == ["Line 1", "Line 9", "Line 10"]


@given(st.text(max_size=12), st.text(max_size=12))
def test_equal_keys_mean_the_same_text(one: str, other: str) -> None:
    import unicodedata

    key = language("nb").sort_key
    same = unicodedata.normalize("NFD", one) == unicodedata.normalize("NFD", other)
    assert (key(one) == key(other)) == same
