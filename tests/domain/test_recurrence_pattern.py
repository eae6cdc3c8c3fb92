"""What a form asks of a series, as a rule and in words."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lean_desktop.domain.errors import RuleBroken
from lean_desktop.domain.recurrence_pattern import (
    LAST,
    Every,
    Pattern,
    pattern_of,
    rule_of,
    rule_words,
    usual_pattern,
    words,
)
from lean_desktop.i18n import language

TUESDAY = date(2026, 10, 6)

WORDS = [
    (Pattern(Every.DAY), "FREQ=DAILY", "Every day"),
    (Pattern(Every.DAY, 3), "FREQ=DAILY;INTERVAL=3", "Every 3rd day"),
    (
        Pattern(Every.WORKING_DAY, weekdays=(0, 1, 2, 3, 4)),
        "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR",
        "Every working day",
    ),
    (Pattern(Every.WEEK, 1, (1,)), "FREQ=WEEKLY;BYDAY=TU", "Every week on Tuesday"),
    (Pattern(Every.WEEK, 2, (1,)), "FREQ=WEEKLY;INTERVAL=2;BYDAY=TU", "Every 2nd week on Tuesday"),
    (
        Pattern(Every.WEEK, 11, (0, 2, 4)),
        "FREQ=WEEKLY;INTERVAL=11;BYDAY=MO,WE,FR",
        "Every 11th week on Monday, Wednesday and Friday",
    ),
    (Pattern(Every.MONTH_DAY, day=15), "FREQ=MONTHLY;BYMONTHDAY=15", "Every month on day 15"),
    (
        Pattern(Every.MONTH_DAY, 21, day=LAST),
        "FREQ=MONTHLY;INTERVAL=21;BYMONTHDAY=-1",
        "Every 21st month on the last day",
    ),
    (
        Pattern(Every.MONTH_WEEKDAY, nth=1, weekday=1),
        "FREQ=MONTHLY;BYDAY=1TU",
        "Every month on the first Tuesday",
    ),
    (
        Pattern(Every.MONTH_WEEKDAY, 3, nth=LAST, weekday=4),
        "FREQ=MONTHLY;INTERVAL=3;BYDAY=-1FR",
        "Every 3rd month on the last Friday",
    ),
]


@pytest.mark.parametrize(("pattern", "rule", "said"), WORDS)
def test_a_pattern_is_a_rule_and_words(pattern: Pattern, rule: str, said: str) -> None:
    assert rule_of(pattern) == rule
    assert words(pattern, language("en")) == said
    assert rule_words(rule, TUESDAY, language("en")) == said


_patterns = st.one_of(
    st.builds(Pattern, st.just(Every.DAY), st.integers(1, 99)),
    st.builds(
        Pattern,
        st.just(Every.WEEK),
        st.integers(1, 99),
        st.sets(st.integers(0, 6), min_size=1).map(lambda days: tuple(sorted(days))),
    ),
    st.builds(
        Pattern,
        st.just(Every.MONTH_DAY),
        st.integers(1, 99),
        day=st.sampled_from([*range(1, 32), LAST]),
    ),
    st.builds(
        Pattern,
        st.just(Every.MONTH_WEEKDAY),
        st.integers(1, 99),
        nth=st.sampled_from([1, 2, 3, 4, 5, LAST]),
        weekday=st.integers(0, 6),
    ),
)


@given(_patterns, st.dates(date(2020, 1, 1), date(2040, 1, 1)))
def test_the_form_reads_what_it_wrote(pattern: Pattern, first: date) -> None:
    rule = rule_of(pattern)
    again = pattern_of(rule, first)
    assert again is not None
    assert rule_of(again) == rule
    assert words(again, language("en")) == words(pattern, language("en"))


def test_a_rule_says_what_it_leaves_to_the_first_day() -> None:
    assert rule_words("FREQ=WEEKLY", TUESDAY, language("en")) == "Every week on Tuesday"
    assert rule_words("FREQ=MONTHLY", TUESDAY, language("en")) == "Every month on day 6"
    assert rule_words("FREQ=DAILY;BYDAY=SA", TUESDAY, language("en")) == "Every week on Saturday"
    assert usual_pattern(TUESDAY) == Pattern(Every.WEEK, 1, (1,), 6, 1, 1)


@pytest.mark.parametrize(
    "rule",
    [
        "FREQ=YEARLY",
        "FREQ=WEEKLY;BYMONTH=3",
        "FREQ=MONTHLY;BYMONTHDAY=1,15",
        "FREQ=MONTHLY;BYMONTHDAY=-2",
        "FREQ=MONTHLY;BYDAY=1TU,3TU",
        "FREQ=MONTHLY;BYDAY=-2TU",
        "FREQ=MONTHLY;BYDAY=TU",
    ],
)
def test_a_rule_of_ones_own_stands_for_itself(rule: str) -> None:
    assert pattern_of(rule, TUESDAY) is None
    assert rule_words(rule, TUESDAY, language("en")) == rule


def test_half_a_pattern_is_refused() -> None:
    with pytest.raises(RuleBroken, match="at least one weekday"):
        rule_of(Pattern(Every.WEEK))
    with pytest.raises(RuleBroken, match="from 1 to 99"):
        rule_of(Pattern(Every.DAY, 100))
    with pytest.raises(RuleBroken, match="cannot stand"):
        rule_of(Pattern(Every.MONTH_DAY, day=32))
    assert rule_words("nonsense", TUESDAY, language("en")) == "nonsense"
