"""A name or a part of one finds who is meant; nobody and several are refused."""

import pytest

from lean_desktop.domain.choosing import key_of
from lean_desktop.domain.errors import RuleBroken
from lean_desktop.i18n import language

PEOPLE = [
    (1, "Kari Solberg", "Kvalitet"),
    (2, "Kari Solberg", "Støperi"),
    (3, "Øystein Ødegård", "Maskinering"),
    (4, "Ola Moen", ""),
]


@pytest.mark.parametrize(
    ("typed", "key"), [("ola moen", 4), ("ødeg", 3), ("  MOEN ", 4), ("", None), ("  ", None)]
)
def test_a_name_or_a_part_of_one_finds_its_key(typed: str, key: int | None) -> None:
    assert key_of(typed, PEOPLE) == key


def test_a_whole_name_counts_before_the_parts_of_others() -> None:
    assert key_of("Ola", [(1, "Ola Moen"), (2, "Ola")]) == 2


@pytest.mark.parametrize(("typed", "why"), [("Nils", "not known"), ("kari", "fits 2 names")])
def test_nobody_and_several_are_refused(typed: str, why: str) -> None:
    with pytest.raises(RuleBroken) as refused:
        key_of(typed, PEOPLE)
    assert why in language("en")(refused.value.message)
