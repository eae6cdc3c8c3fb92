"""A language that text, days, times, numbers and lists are written in."""

import datetime as dt
import gettext
from collections.abc import Mapping
from functools import cache, cached_property

from lean_desktop.i18n.conventions import CONVENTIONS
from lean_desktop.i18n.messages import Message
from lean_desktop.i18n.parsing import parse_date, parse_time
from lean_desktop.i18n.sorting import sort_key
from lean_desktop.resources import catalogue

LANGUAGES = {"nb": "Norsk bokmål", "en": "English"}


class Language:
    """One language, passed as `t` to whoever writes text; calling it translates.

    The catalogue is read at the first translation. English has none: its texts are the originals.
    """

    def __init__(self, code: str) -> None:
        self.code = code
        self._words = CONVENTIONS[code]

    def __repr__(self) -> str:
        return f"Language({self.code!r})"

    def __call__(self, text: str | Message, /, **values: object) -> str:
        """The translation of an English original or a message, its braces filled."""
        if isinstance(text, Message):
            return self(text.text, **text.values)
        return self._filled(self._template(text), values)

    def plural(self, one: str, many: str, n: int, /, **values: object) -> str:
        """The form that suits `n`, with `{n}` and the other braces filled."""
        text = self._plural_template(one, many, n)
        return self._filled(text, {"n": self.number(n), **values})

    def speaking(self, code: str) -> "Language":
        """Another language that calls things what this one does."""
        return language(code)

    def long_day(self, day: dt.date) -> str:
        """`tirsdag 6. oktober 2026`, `Tuesday 6 October 2026`."""
        return self._words.long_day.format(
            weekday=self._words.weekdays[day.weekday()],
            day=day.day,
            month=self._words.months[day.month - 1],
            year=day.year,
        )

    def day(self, day: dt.date) -> str:
        """`6. oktober 2026`, `6 October 2026`."""
        month = self._words.months[day.month - 1]
        return self._words.day.format(day=day.day, month=month, year=day.year)

    def short_day(self, day: dt.date) -> str:
        """`tir. 6. okt.`, `Tue 6 Oct`."""
        return self._words.short_day.format(
            weekday=self._words.short_weekdays[day.weekday()],
            day=day.day,
            month=self._words.short_months[day.month - 1],
        )

    def day_month(self, day: dt.date) -> str:
        """`6. okt.`, `6 Oct`."""
        month = self._words.short_months[day.month - 1]
        return self._words.short_day.format(weekday="", day=day.day, month=month).strip()

    def month(self, day: dt.date) -> str:
        """`okt.`, `Oct`: the month the day is in."""
        return self._words.short_months[day.month - 1]

    def date(self, day: dt.date) -> str:
        """`06.10.2026`, `06/10/2026`."""
        return self._words.date.format(day=day.day, month=day.month, year=day.year)

    def time(self, moment: dt.datetime | dt.time) -> str:
        """`13.00`, `13:00`."""
        return self._words.clock.format(hour=moment.hour, minute=moment.minute)

    def span(self, start: dt.datetime | dt.time, end: dt.datetime | dt.time) -> str:
        """`13.00–13.45`, `13:00–13:45`."""
        return f"{self.time(start)}–{self.time(end)}"

    def week(self, day: dt.date) -> str:
        """The ISO week: `Uke 41`, `Week 41`."""
        return self._words.week.format(week=day.isocalendar().week)

    @property
    def decimal_point(self) -> str:
        """What stands between a whole number and its fraction."""
        return self._words.decimal

    def number(self, value: float, decimals: int = 0) -> str:
        """`1 234,5`, `1,234.5`; in Norwegian with unbreakable spaces and a true minus."""
        whole, _, fraction = f"{abs(value):,.{decimals}f}".partition(".")
        written = whole.replace(",", self._words.thousands)
        if fraction:
            written += self._words.decimal + fraction
        return self._words.minus + written if value < 0 and written.strip("0.,") else written

    def parse_date(self, text: str, today: dt.date | None = None) -> dt.date:
        """The day a text means; see `parsing.parse_date`. Raises RuleBroken."""
        return parse_date(text, self._words, today)

    def parse_time(self, text: str) -> dt.time:
        """The time of day a text means: `13`, `13.00`, `13:00`, `1300`. Raises RuleBroken."""
        return parse_time(text, self._words)

    def sort_key(self, text: str) -> tuple[str, str]:
        """What to sort texts by; in Norwegian æ, ø and å stand last and aa counts as å."""
        return sort_key(text, self.code)

    def _template(self, text: str) -> str:
        return self._catalogue.gettext(text)

    def _plural_template(self, one: str, many: str, n: int) -> str:
        return self._catalogue.ngettext(one, many, n)

    @cached_property
    def _catalogue(self) -> gettext.NullTranslations:
        path = catalogue(self.code)
        if not path.is_file():
            return gettext.NullTranslations()
        with path.open("rb") as file:
            return gettext.GNUTranslations(file)

    def _filled(self, text: str, values: Mapping[str, object]) -> str:
        if not values:
            return text
        return text.format_map({name: self._value(value) for name, value in values.items()})

    def _value(self, value: object) -> object:
        if isinstance(value, dt.date):
            return self.date(value)
        return self(value) if isinstance(value, Message) else value


@cache
def language(code: str) -> Language:
    """The language of that code, `nb` or `en`. Raises KeyError for another."""
    return Language(code)
