"""Roles of a workspace of any size."""

from collections import Counter
from datetime import date

import pytest

from lean_desktop.domain.roles import FILLED_BY, RoleKind
from lean_desktop.queries.roles import ready
from lean_desktop.samples.generated import Row, Size, groups, organisation
from lean_desktop.samples.generated_roles import roles
from lean_desktop.samples.shipped import words

DAY = date(2026, 10, 6)


def made(people: int, code: str = "nb") -> dict[str, list[Row]]:
    in_language, size = words(code), Size(people, 1, 1)
    firm = organisation(size, DAY, in_language)
    rows = {"unit": firm.units, "person": firm.people, **groups(size, firm, DAY, in_language)}
    return {**rows, **roles(rows, DAY, in_language, ready(code))}


@pytest.mark.parametrize("people", [1, 2, 21, 100])
def test_whoever_has_a_role_is_there_and_so_is_the_role(people: int) -> None:
    rows = made(people)
    keys = {each["id"] for each in rows["role"]}
    assert {each["role_id"] for each in rows["role_assignment"]} <= keys
    assert all(1 <= each["person_id"] <= people for each in rows["role_assignment"])
    groups_there = {each["id"] for each in rows["group"]}
    assert all(each["group_id"] in {None, *groups_there} for each in rows["role"])


def test_the_proportions_of_a_coordinators_file() -> None:
    rows = made(1000)
    kinds = Counter(each["kind"] for each in rows["role"])
    assert kinds[RoleKind.COORDINATOR] == 10
    assert kinds[RoleKind.GROUP_LEADER] == len(rows["group"]) == 141
    assert kinds[RoleKind.OWN] == len(rows["unit"])
    given = [each["id"] for each in rows["role"] if each["kind"] not in FILLED_BY]
    held = {each["role_id"] for each in rows["role_assignment"]}
    assert 0.04 <= 1 - len(held) / len(given) <= 0.08
    assert len(rows["agreement"]) == 71
    assert len(rows["mandate"]) == 3


def test_each_language_has_its_own_words() -> None:
    ours, theirs = made(21), made(21, "en")
    assert {each["name"] for each in ours["role"]}.isdisjoint(
        each["name"] for each in theirs["role"]
    )
    assert ours["agreement"][0]["ground_rules"] != theirs["agreement"][0]["ground_rules"]
