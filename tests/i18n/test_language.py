"""Translating, filling braces, numbers, and what the languages print of days and times."""

import gettext
from datetime import date, datetime, time

import pytest
from PySide6.QtCore import QDate, QLocale

from lean_desktop.i18n import LANGUAGES, M_, N_, Language, Message, language

QT_NAMES = {"nb": "nb_NO", "en": "en_GB"}
DAY = date(2026, 10, 6)


class Shouting(gettext.NullTranslations):
    """A language of its own: the original in capitals, its braces left alone."""

    def gettext(self, message: str) -> str:
        return message.upper().replace("{NAME}", "{name}").replace("{N}", "{n}")

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        return self.gettext(msgid1 if n == 1 else msgid2)


@pytest.fixture
def shouted() -> Language:
    t = Language("nb")
    t.__dict__["_catalogue"] = Shouting()
    return t


@pytest.fixture(params=LANGUAGES)
def t(request: pytest.FixtureRequest) -> Language:
    return language(request.param)


def test_a_literal_and_a_marked_text_are_translated(shouted: Language) -> None:
    assert shouted("Save") == "SAVE"
    assert N_("Steering group") == "Steering group"


def test_values_fill_the_translation_and_are_not_translated(shouted: Language) -> None:
    assert shouted("Rename {name}", name="Kari {Berg}") == "RENAME Kari {Berg}"


def test_a_message_waits_for_its_language(shouted: Language) -> None:
    message = M_("Rename {name}", name="Kari")
    assert str(message) == "Rename Kari"
    assert shouted(message) == "RENAME Kari"


def test_a_message_within_a_message_is_translated_too(shouted: Language) -> None:
    assert shouted(M_("Remove {name}", name=M_("the group"))) == "REMOVE THE GROUP"


def test_a_day_within_a_message_is_written_as_the_language_does() -> None:
    told = Message("{day}", {"day": DAY})
    assert (language("nb")(told), language("en")(told)) == ("06.10.2026", "06/10/2026")


def test_braces_of_a_text_without_values_stay() -> None:
    assert language("en")("a {brace}") == "a {brace}"


@pytest.mark.parametrize(("n", "told"), [(0, "0 PEOPLE"), (1, "1 PERSON"), (2, "2 PEOPLE")])
def test_the_form_follows_the_number(shouted: Language, n: int, told: str) -> None:
    assert shouted.plural("{n} person", "{n} people", n) == told


def test_a_plural_writes_its_number_as_the_language_does(t: Language) -> None:
    assert t.plural("{n} x", "{n} xs", 12345).startswith(t.number(12345))


def test_a_plural_takes_other_values() -> None:
    told = language("en").plural("{n} row of {file}", "{n} rows of {file}", 2, file="a.csv")
    assert told == "2 rows of a.csv"


def test_norwegian_is_translated_and_english_is_the_original() -> None:
    assert language("nb")("Steering group") == "Styringsgruppe"
    assert language("en")("Steering group") == "Steering group"


def test_a_language_is_made_once() -> None:
    assert language("nb") is language("nb")


def test_an_unknown_language_is_our_mistake() -> None:
    with pytest.raises(KeyError):
        language("sv")


@pytest.mark.parametrize("value", [0, 7, 999, 1000, 1234567, -5, -12345, 0.5, 1234.56, -0.4, -0.0])
@pytest.mark.parametrize("decimals", [0, 1, 2])
def test_numbers_are_those_of_qt(t: Language, value: float, decimals: int) -> None:
    if round(value, decimals) == 0:
        assert t.number(value, decimals).strip("0.,") == ""  # Qt writes −0; nobody reads that.
    else:
        qt = QLocale(QT_NAMES[t.code])
        assert t.number(value, decimals) == qt.toString(float(value), "f", decimals)


def test_names_of_days_and_months_are_those_of_qt(t: Language) -> None:
    qt = QLocale(QT_NAMES[t.code])
    point = "." if t.code == "nb" else ""
    for number in range(1, 13):
        day = date(2026, number, number)
        weekday, month = day.isoweekday(), qt.monthName(number)
        short = qt.monthName(number, QLocale.FormatType.ShortFormat)
        assert t.long_day(day) == f"{qt.dayName(weekday)} {number}{point} {month} 2026"
        weekday_short = qt.dayName(weekday, QLocale.FormatType.ShortFormat)
        assert t.short_day(day) == f"{weekday_short} {number}{point} {short}"


@pytest.mark.parametrize("day", [DAY, date(1999, 1, 31), date(2100, 12, 1)])
def test_short_dates_are_those_of_qt(t: Language, day: date) -> None:
    qt = QLocale(QT_NAMES[t.code])
    assert t.date(day) == qt.toString(
        QDate(day.year, day.month, day.day), QLocale.FormatType.ShortFormat
    )


def test_days_and_times_as_the_agenda_prints_them() -> None:
    nb, en = language("nb"), language("en")
    start, end = datetime(2026, 10, 6, 13, 0), datetime(2026, 10, 6, 13, 45)
    assert nb.long_day(DAY) == "tirsdag 6. oktober 2026"
    assert en.long_day(DAY) == "Tuesday 6 October 2026"
    assert (nb.day(DAY), en.day(DAY)) == ("6. oktober 2026", "6 October 2026")
    assert (nb.short_day(DAY), en.short_day(DAY)) == ("tir. 6. okt.", "Tue 6 Oct")
    assert (nb.date(DAY), en.date(DAY)) == ("06.10.2026", "06/10/2026")
    assert (nb.span(start, end), en.span(start, end)) == ("13.00–13.45", "13:00–13:45")
    assert nb.time(time(8, 5)) == "08.05"


@pytest.mark.parametrize(
    ("day", "week"), [(DAY, 41), (date(2027, 1, 1), 53), (date(2024, 12, 30), 1)]
)
def test_weeks_are_iso_weeks_in_both(day: date, week: int) -> None:
    assert language("nb").week(day) == f"Uke {week}"
    assert language("en").week(day) == f"Week {week}"
