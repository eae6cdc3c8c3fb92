"""Assessing, requiring, training and certifying: one step each, undone to the last byte."""

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

import pytest
from sqlalchemy import event

from lean_desktop.document.document import Document
from lean_desktop.domain.competence.ladder import climbed
from lean_desktop.domain.competence.levels import Scale
from lean_desktop.domain.competence.requirements import Of
from lean_desktop.domain.competence.training import Way
from lean_desktop.domain.errors import RuleBroken
from lean_desktop.edits import competence, courses, ladders, skills, training
from lean_desktop.queries import competence as queries
from lean_desktop.queries.ladders import diplomas
from lean_desktop.queries.ladders import ladders as all_ladders
from lean_desktop.queries.skills import categories, ready_skills, requirements
from lean_desktop.queries.skills import skills as all_skills
from lean_desktop.queries.training import courses as all_courses
from lean_desktop.queries.training import sessions, training_plan
from tests.dumps import dump
from tests.plants import STEP, TODAY, Plant

Planted = tuple[Document, Plant]


@pytest.fixture
def three(plant: Planted) -> list[int]:
    """Three skills of one category."""
    document, _ = plant
    lean = document.edit(STEP, skills.add_category, "Lean").result
    return [
        document.edit(STEP, skills.add_skill, lean, each).result for each in ("5S", "A3", "VSM")
    ]


def level(document: Document, who: int, what: int) -> int:
    return document.read(queries.matrix_facts, day=TODAY).level(who, what)


STEPS: dict[str, Callable[[Document, Plant, list[int]], Any]] = {
    "assess": lambda d, k, s: d.edit(STEP, competence.assess, k.ola, s[0], 3, day=TODAY),
    "exempt": lambda d, k, s: d.edit(STEP, competence.exempt, [(k.ola, s[0])], TODAY),
    "practised": lambda d, k, s: d.edit(STEP, competence.practised, [(k.ola, s[0])], TODAY),
    "order": lambda d, k, s: d.edit(STEP, competence.order_rows, [k.kari, k.ola]),
    "move": lambda d, k, s: d.edit(STEP, skills.move_skills, [s[2]], 1, s[0]),
    "rename": lambda d, k, s: d.edit(STEP, skills.rename_category, 1, "TPM"),
    "remove": lambda d, k, s: d.edit(STEP, skills.remove_category, 1),
    "meaning": lambda d, k, s: d.edit(STEP, skills.set_meaning, s[0], 3, "Leder en runde"),
    "require": lambda d, k, s: d.edit(STEP, skills.require, s, (Of.UNIT, k.works), 2),
    "train": lambda d, k, s: d.edit(STEP, training.plan_training, k.ola, s[0], 3),
    "course": lambda d, k, s: d.edit(STEP, courses.add_course, "Lean på en dag", hours=7.5),
    "step": lambda d, k, s: d.edit(STEP, ladders.add_step, (Of.ROLE, k.leading), "1", {s[0]: 3}),
}


@pytest.mark.parametrize("name", STEPS)
def test_every_change_is_one_step_and_undone(plant: Planted, three: list[int], name: str) -> None:
    document, keys = plant
    before = dump(document)
    STEPS[name](document, keys, three)
    after = dump(document)
    assert after != before
    document.undo()
    assert dump(document) == before
    document.redo()
    assert dump(document) == after


@pytest.mark.parametrize("people", [1, 3])
def test_any_number_of_levels_takes_as_many_statements(
    plant: Planted, three: list[int], people: int
) -> None:
    document, keys = plant
    seen: list[str] = []
    event.listen(
        document._connection.engine, "before_cursor_execute", lambda *args: seen.append(args[2])
    )
    chosen = (keys.boss, keys.kari, keys.ola)[:people]
    levels = {(who, what): 2 for who in chosen for what in three}
    document.edit(STEP, competence.assess_many, levels, day=TODAY)
    assert sum(each.startswith("INSERT INTO assessment") for each in seen) == 1
    assert level(document, keys.boss, three[2]) == 2


def test_clearing_touches_only_what_is_known_and_keeps_the_history(
    plant: Planted, three: list[int]
) -> None:
    document, keys = plant
    document.edit(STEP, competence.assess, keys.ola, three[0], 3, day=TODAY)
    cells = [(keys.ola, each) for each in three]
    document.edit(STEP, competence.clear, cells, day=TODAY)
    assert level(document, keys.ola, three[0]) == 0
    assert len(document.read(queries.history, keys.ola, three[0])) == 2
    assert document.read(queries.history, keys.ola, three[1]) == []


def test_what_the_scale_does_not_know_is_refused(plant: Planted, three: list[int]) -> None:
    document, keys = plant
    document.edit(STEP, skills.change_skills, [three[0]], scale=Scale.YES_NO)
    with pytest.raises(RuleBroken, match="5S: 2"):
        document.edit(STEP, competence.assess, keys.ola, three[0], 2, day=TODAY)
    early = TODAY - timedelta(days=1)
    with pytest.raises(RuleBroken, match="expires"):
        document.edit(STEP, competence.assess, keys.ola, three[0], 3, day=TODAY, valid_until=early)


def test_an_exemption_ends(plant: Planted, three: list[int]) -> None:
    document, keys = plant
    document.edit(STEP, skills.require, [three[0]], (Of.PERSON, keys.ola))
    cells = [(keys.ola, three[0])]
    document.edit(STEP, competence.exempt, cells, TODAY)
    document.edit(STEP, competence.end_exemption, cells, TODAY + timedelta(days=4))
    targets = [
        document.read(queries.matrix_facts, day=TODAY + timedelta(days=days)).target(*cells[0])
        for days in (-1, 0, 3, 4)
    ]
    assert targets == [3, None, None, 3]
    document.edit(STEP, competence.exempt, cells, TODAY)
    document.edit(STEP, competence.end_exemption, cells, TODAY)
    assert document.read(queries.matrix_facts, day=TODAY).target(*cells[0]) == 3


def test_requiring_again_replaces_and_a_number_stands_beside(
    plant: Planted, three: list[int]
) -> None:
    document, keys = plant
    scope = (Of.GROUP, keys.group)
    document.edit(STEP, skills.require, three, scope, 2)
    document.edit(STEP, skills.require, [three[0]], scope, 4)
    document.edit(STEP, skills.require, [three[0]], scope, 3, at_least=2)
    found = document.read(requirements, skill_id=three[0])
    assert [(each.level, each.at_least) for each in found] == [(4, None), (3, 2)]
    document.edit(STEP, skills.drop_requirements, [three[0]], scope)
    assert len(document.read(requirements, skill_id=three[0])) == 1
    with pytest.raises(RuleBroken):
        document.edit(STEP, skills.require, three, scope, 5)


def test_an_instructor_is_required_to_teach(plant: Planted, three: list[int]) -> None:
    document, _ = plant
    document.edit(STEP, skills.require, three, (Of.ROLE_KIND, "instructor"))
    assert {each.level for each in document.read(requirements)} == {4}


def test_skills_move_and_names_are_told_apart(plant: Planted, three: list[int]) -> None:
    document, keys = plant
    document.edit(STEP, skills.move_skills, [three[2]], 1, three[0])
    assert [each.name for each in document.read(all_skills)] == ["VSM", "5S", "A3"]
    with pytest.raises(RuleBroken, match="a3"):
        document.edit(STEP, skills.add_skill, 1, " a3 ")
    with pytest.raises(RuleBroken, match="lean"):
        document.edit(STEP, skills.add_category, "lean")
    document.edit(STEP, competence.assess, keys.ola, three[0], 3, day=TODAY)
    with pytest.raises(RuleBroken, match="assessed before"):
        document.edit(STEP, skills.remove_skills, [three[0]])
    document.edit(STEP, skills.remove_category, 1, with_history=True)
    assert document.read(categories) == []


def test_a_finished_row_of_the_plan_is_a_new_assessment(plant: Planted, three: list[int]) -> None:
    document, keys = plant
    row = document.edit(
        STEP, training.plan_training, keys.ola, three[0], 3, trainer_id=keys.boss
    ).result
    before = dump(document)
    document.edit(STEP, training.finish_training, [row], TODAY)
    assert level(document, keys.ola, three[0]) == 3
    assert document.read(training_plan) == []
    (done,) = document.read(training_plan, done_since=TODAY)
    (said,) = document.read(queries.history, keys.ola, three[0])
    assert (done.assessment_id, said.by, done.way) == (said.id, "Åse Ødegård", Way.ON_JOB)
    document.undo()
    assert dump(document) == before


def test_nobody_trains_themselves_or_ends_before_they_begin(
    plant: Planted, three: list[int]
) -> None:
    document, keys = plant
    row = document.edit(STEP, training.plan_training, keys.ola, three[0], 3).result
    with pytest.raises(RuleBroken, match="own trainer"):
        document.edit(STEP, training.change_training, [row], trainer_id=keys.ola)
    with pytest.raises(RuleBroken, match="before it begins"):
        document.edit(STEP, training.change_training, [row], starts=TODAY, by_when=date(2026, 1, 1))


def test_a_course_gives_its_levels_to_those_who_came(plant: Planted, three: list[int]) -> None:
    document, keys = plant
    course = document.edit(STEP, courses.add_course, "Lean på en dag").result
    document.edit(STEP, courses.set_course_levels, course, {three[0]: 2})
    row = document.edit(
        STEP, training.plan_training, keys.ola, three[0], 2, course_id=course, way=Way.COURSE
    ).result
    document.edit(STEP, competence.assess, keys.boss, three[0], 4, day=TODAY)
    session = document.edit(STEP, courses.plan_session, course, TODAY).result
    everyone = [keys.boss, keys.kari, keys.ola]
    document.edit(STEP, courses.call, session, everyone)
    document.edit(STEP, courses.record_attended, session, everyone[::2], attended=True)
    assert document.edit(STEP, courses.finish_session, session).result == 1
    assert [level(document, key, three[0]) for key in everyone] == [4, 0, 2]
    assert [each.id for each in document.read(training_plan, done_since=TODAY)] == [row]
    (held,) = document.read(sessions)
    assert {each.person_id: each.attended for each in held.participants} == {
        keys.boss: True,
        keys.kari: None,
        keys.ola: True,
    }
    assert document.read(all_courses)[0].leads_to(three[0]) == 2


def test_a_diploma_is_handed_out_for_what_was_reached(plant: Planted, three: list[int]) -> None:
    document, keys = plant
    scope = (Of.ROLE_KIND, "coordinator")
    for place, name in enumerate(("Bronse", "Sølv")):
        document.edit(STEP, ladders.add_step, scope, name, {three[place]: 3})
    document.edit(STEP, competence.assess, keys.ola, three[0], 3, day=TODAY)
    steps = document.read(all_ladders)[scope]
    matrix = document.read(queries.matrix_facts, day=TODAY)
    bronze, silver = climbed(matrix, keys.ola, steps)
    assert (bronze.reached, silver.reached) == (True, False)
    assert [(each.skill_id, each.level, each.required) for each in silver.missing] == [
        (three[1], 0, 3)
    ]
    document.edit(STEP, ladders.hand_out, keys.ola, bronze, TODAY)
    assert [each.step_id for each in document.read(diplomas)] == [bronze.step.id]
    with pytest.raises(RuleBroken, match="Sølv"):
        document.edit(STEP, ladders.hand_out, keys.ola, silver, TODAY)


@pytest.mark.parametrize("code", ["nb", "en"])
def test_the_skills_that_ship_are_added_once(plant: Planted, code: str) -> None:
    document, _ = plant
    ready = ready_skills(code)
    made = document.edit(STEP, skills.add_ready_skills, ready).result
    names = [each.name for each in document.read(all_skills)]
    assert len(made) == len(names) == sum(len(each.skills) for each in ready) > 15
    assert document.edit(STEP, skills.add_ready_skills, ready).result == []
    assert document.read(all_skills)[0].critical


def test_the_skills_that_ship_are_the_same_in_both_languages() -> None:
    keys = [
        [
            (each.key, each.critical, each.validity_months)
            for group in found
            for each in group.skills
        ]
        for found in (ready_skills("nb"), ready_skills("en"))
    ]
    assert keys[0] == keys[1]
