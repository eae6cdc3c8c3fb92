"""What is typed becomes a level of the scale, and is shown as one."""

from datetime import date

import pytest

from lean_desktop.domain.competence.levels import Scale, fitted, short, told, typed
from lean_desktop.domain.competence.skills import months_after
from lean_desktop.domain.errors import RuleBroken
from lean_desktop.i18n import language

EN = language("en")


@pytest.mark.parametrize(
    ("text", "scale", "level"),
    [
        ("3", Scale.LEVELS, 3),
        (" 3 ", Scale.LEVELS, 3),
        ("", Scale.LEVELS, None),
        ("u", Scale.ILUO, 3),
        ("O", Scale.ILUO, 4),
        ("2", Scale.ILUO, 2),
        ("ja", Scale.YES_NO, 3),
        ("Nei", Scale.YES_NO, 0),
        ("2", Scale.CERTIFICATE, 0),
        ("4", Scale.CERTIFICATE, 3),
    ],
)
def test_typed(text: str, scale: Scale, level: int | None) -> None:
    assert typed(text, scale) == level


@pytest.mark.parametrize(
    ("text", "scale"),
    [("5", Scale.LEVELS), ("u", Scale.LEVELS), ("il", Scale.ILUO), ("maybe", Scale.YES_NO)],
)
def test_what_is_no_level_is_refused(text: str, scale: Scale) -> None:
    with pytest.raises(RuleBroken, match=text):
        typed(text, scale)


@pytest.mark.parametrize("scale", Scale)
def test_what_is_shown_can_be_typed_again(scale: Scale) -> None:
    for level in range(5):
        assert typed(short(level, scale, EN), scale) == typed(str(level), scale)
    assert short(None, scale, EN) == ""


def test_a_level_in_a_sentence() -> None:
    assert told(3, Scale.ILUO, EN) == "U – Does it alone"
    assert told(3, Scale.CERTIFICATE, EN) == "Yes"
    assert (fitted(4, Scale.YES_NO), fitted(4, Scale.ILUO)) == (3, 4)


def test_months_end_where_the_month_does() -> None:
    assert months_after(date(2026, 8, 31), 6) == date(2027, 2, 28)
    assert months_after(date(2026, 12, 1), 1) == date(2027, 1, 1)
