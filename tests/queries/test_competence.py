"""The matrix of any day equals a replay of its history; roles bring requirements by themselves."""

import random
from datetime import date, timedelta

import pytest

from lean_desktop.document.document import Document
from lean_desktop.domain.competence.levels import Kind
from lean_desktop.domain.competence.requirements import Of
from lean_desktop.domain.roles import RoleKind
from lean_desktop.edits import competence as edits
from lean_desktop.edits import organisation, roles, skills
from lean_desktop.queries import competence as queries
from lean_desktop.queries.scopes import scopes
from lean_desktop.queries.skills import requirements
from tests.plants import STEP, TODAY, Plant
from tests.scale import share

Planted = tuple[Document, Plant]
Said = tuple[date, int | None, Kind]


@pytest.fixture
def skill(plant: Planted) -> int:
    document, _ = plant
    category = document.edit(STEP, skills.add_category, "Lean").result
    return document.edit(STEP, skills.add_skill, category, "5S").result


@pytest.mark.parametrize("seed", range(share(200, percent=5)))
def test_the_matrix_of_any_past_day_equals_a_replay(plant: Planted, skill: int, seed: int) -> None:
    document, keys = plant
    chance = random.Random(seed)
    said: list[Said] = []
    for _ in range(chance.randint(1, 12)):
        day = TODAY - timedelta(days=chance.randrange(6))
        entry = (day, chance.choice((None, 0, 1, 2, 3, 4)), chance.choice(list(Kind)))
        said.append(entry)
        document.edit(STEP, edits.assess, keys.kari, skill, entry[1], day=day, kind=entry[2])
    for back in range(8):
        day = TODAY - timedelta(days=back)
        found = document.read(queries.matrix_facts, day=day).cell(keys.kari, skill)
        shown = (found.level, found.assessed, found.kind, found.own) if found else None
        assert shown == _replayed(said, day)


def _replayed(said: list[Said], day: date) -> tuple[int, date, Kind, int | None] | None:
    so_far = sorted((each for each in said if each[0] <= day), key=lambda each: each[0])
    own = next((e for e in reversed(so_far) if e[2] is Kind.SELF), None)
    others = [place for place, each in enumerate(so_far) if each[2] is not Kind.SELF]
    other = so_far[others[-1]] if others else None
    if other is not None and other[1] is not None:
        return other[1], other[0], other[2], own[1] if own else None
    if own is None or own[1] is None:
        return None
    # Entries of one day are in the order they were written, which `sorted` keeps.
    later = [place for place, each in enumerate(so_far) if each is own or each == own][-1]
    if others and later < others[-1]:
        return None
    return own[1], own[0], own[2], own[1]


def test_a_part_in_a_group_and_a_role_bring_their_requirements(plant: Planted, skill: int) -> None:
    document, keys = plant
    document.edit(STEP, skills.require, [skill], (Of.ROLE_KIND, RoleKind.GROUP_LEADER.value))
    document.edit(STEP, skills.require, [skill], (Of.UNIT, keys.works), 1)
    document.edit(STEP, skills.require, [skill], (Of.ROLE, keys.coordinating), 4)
    document.edit(STEP, roles.assign, keys.coordinating, [keys.ola])
    matrix = document.read(queries.matrix_facts, day=TODAY)
    targets = {each.id: matrix.target(each.id, skill) for each in matrix.people}
    assert targets == {keys.boss: 3, keys.kari: 1, keys.ola: 4}
    leading = matrix.requirement(keys.boss, skill)
    assert leading is not None
    assert (leading.of, leading.name) == (Of.ROLE_KIND, "Group leader")


def test_scopes_of_the_day(plant: Planted) -> None:
    document, keys = plant
    found = document.read(scopes, day=TODAY)
    assert (Of.UNIT, keys.works) in found[keys.ola]
    assert (Of.GROUP, keys.group) not in found[keys.ola]  # He begins in November.
    assert (Of.ROLE, keys.leading) in found[keys.boss]
    assert (Of.ROLE, keys.leading) not in found[keys.kari]  # A deputy holds nothing by that.
    assert (Of.ROLE_KIND, "note_taker") in found[keys.kari]
    later = document.read(scopes, day=date(2026, 11, 1))
    assert (Of.GROUP, keys.group) in later[keys.ola]


def test_levels_expire_and_fade(plant: Planted, skill: int) -> None:
    document, keys = plant
    months = {"validity_months": 12, "practice_months": 6, "critical": True}
    document.edit(STEP, skills.change_skills, [skill], **months)
    document.edit(STEP, edits.assess, keys.ola, skill, 3, day=date(2026, 1, 31))

    def seen(day: date) -> tuple[bool, bool, int]:
        matrix = document.read(queries.matrix_facts, day=day)
        cell = matrix.cell(keys.ola, skill)
        assert cell is not None
        return cell.expired, cell.stale, matrix.level(keys.ola, skill)

    assert seen(date(2026, 7, 31)) == (False, False, 3)
    assert seen(date(2026, 8, 1)) == (False, True, 3)
    assert seen(date(2027, 1, 31)) == (False, True, 3)
    assert seen(date(2027, 2, 1)) == (True, True, 0)
    document.edit(STEP, edits.practised, [(keys.ola, skill)], date(2026, 7, 30))
    assert seen(date(2026, 8, 1)) == (False, False, 3)


def test_a_cells_history_and_the_two_views_of_it(plant: Planted, skill: int) -> None:
    document, keys = plant
    document.edit(STEP, edits.assess, keys.ola, skill, 4, day=TODAY, kind=Kind.SELF)
    document.edit(STEP, edits.assess, keys.ola, skill, 2, day=TODAY, by_id=keys.boss)
    found = document.read(queries.history, keys.ola, skill)
    assert [(each.level, each.by) for each in found] == [(2, "Åse Ødegård"), (4, "Ola Aas")]
    apart = document.read(queries.side_by_side, day=TODAY)
    assert apart == {(keys.ola, skill): (4, 2)}


def test_rows_come_as_dragged_and_the_rest_by_name(plant: Planted) -> None:
    document, keys = plant
    document.edit(STEP, edits.order_rows, [keys.kari])
    rows = [each.id for each in document.read(queries.matrix_people, day=TODAY)]
    assert rows == [keys.kari, keys.ola, keys.boss]


def test_who_has_left_and_what_has_ended_are_not_in_the_matrix(plant: Planted, skill: int) -> None:
    document, keys = plant
    document.edit(STEP, organisation.change_people, [keys.ola], active_to=TODAY)
    document.edit(STEP, skills.change_skills, [skill], ended=TODAY)
    before = document.read(queries.matrix_facts, day=TODAY - timedelta(days=1))
    after = document.read(queries.matrix_facts, day=TODAY + timedelta(days=1))
    assert (len(before.people), len(before.skills)) == (3, 1)
    assert (len(after.people), len(after.skills)) == (2, 0)


def test_requirements_name_whom_they_bind(plant: Planted, skill: int) -> None:
    document, keys = plant
    for scope in ((Of.UNIT, keys.foundry), (Of.GROUP, keys.group), (Of.PERSON, keys.ola)):
        document.edit(STEP, skills.require, [skill], scope, at_least=1)
    found = document.read(requirements, skill_id=skill)
    assert [each.name for each in found] == ["Støperi", "Montering", "Ola Aas"]
