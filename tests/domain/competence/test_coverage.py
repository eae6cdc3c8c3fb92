"""Targets, coverage, gaps and leaving equal a plain re-computation; the rules of each, by example."""

from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st

from lean_desktop.domain.competence.coverage import (
    MINIMUM,
    breadths,
    coverage,
    expiring,
    only_one_can,
    ranked,
)
from lean_desktop.domain.competence.leaving import if_leaving
from lean_desktop.domain.competence.levels import Kind
from lean_desktop.domain.competence.matrix import Cell, Matrix, MatrixPerson
from lean_desktop.domain.competence.requirements import Bindings, Of, Requirement, Scope, why
from lean_desktop.domain.competence.skills import Skill, SkillLevel
from lean_desktop.domain.competence.teaching import teachers_for, teaching
from lean_desktop.domain.competence.training import Course, Way, suggested
from lean_desktop.i18n import language
from tests.scale import share

DAY = date(2026, 10, 6)
SCOPES: list[Scope] = [(Of.UNIT, 1), (Of.GROUP, 1), (Of.ROLE_KIND, "coordinator"), (Of.ROLE, 4)]
PEOPLE, SKILLS = range(1, 7), range(1, 4)
EN = language("en")

scope = st.sampled_from([*SCOPES, (Of.PERSON, 1)])
requirement = st.builds(
    Requirement,
    id=st.integers(1, 999),
    skill_id=st.sampled_from(SKILLS),
    of=st.just(Of.UNIT),
    key=st.just(1),
    level=st.integers(1, 4),
    at_least=st.none() | st.integers(1, 4),
)
required = st.lists(st.tuples(requirement, scope), max_size=8).map(
    lambda found: [
        each._replace(id=key, of=of[0], key=of[1]) for key, (each, of) in enumerate(found)
    ]
)
place = st.tuples(st.sampled_from(PEOPLE), st.sampled_from(SKILLS))
known = st.dictionaries(place, st.tuples(st.integers(0, 4), st.booleans()))
holding = st.fixed_dictionaries({key: st.frozensets(st.sampled_from(SCOPES)) for key in PEOPLE})


def made(
    levels: dict[tuple[int, int], tuple[int, bool]],
    requirements: list[Requirement],
    scopes: dict[int, frozenset[Scope]],
    exempt: frozenset[tuple[int, int]] = frozenset(),
    critical: int = 1,
) -> Matrix:
    cells: dict[int, dict[int, Cell]] = {}
    for (who, what), (level, expired) in levels.items():
        day = DAY.toordinal()
        cell = Cell(level, day - 9, Kind.TEST, day - expired, expired)
        cells.setdefault(who, {})[what] = cell
    held = {key: frozenset({(Of.PERSON, key), *scopes.get(key, ())}) for key in PEOPLE}
    people = [MatrixPerson(key, f"P{key}", unit_id=key % 2) for key in PEOPLE]
    skills = [Skill(key, 1, "Lean", f"S{key}", critical=key == critical) for key in SKILLS]
    return Matrix(DAY, people, skills, cells, Bindings(requirements, held), exempt)


@settings(max_examples=share(2000, percent=5), deadline=None)
@given(known, required, holding, st.frozensets(place, max_size=3))
def test_coverage_and_gaps_equal_a_plain_recomputation(
    levels: dict[tuple[int, int], tuple[int, bool]],
    requirements: list[Requirement],
    scopes: dict[int, frozenset[Scope]],
    exempt: frozenset[tuple[int, int]],
) -> None:
    matrix = made(levels, requirements, scopes, exempt)
    covered = coverage(matrix)

    def counts(who: int, what: int) -> int:
        level, expired = levels.get((who, what), (0, False))
        return 0 if expired else level

    def binding(who: int, what: int) -> list[Requirement]:
        held = scopes[who] | {(Of.PERSON, who)}
        return [each for each in requirements if each.skill_id == what and each.scope in held]

    gaps = {}
    for what in SKILLS:
        bound, meeting, able = set(), set(), set()
        for who in PEOPLE:
            all_of = [each.level for each in binding(who, what) if each.at_least is None]
            some_of = [each.level for each in binding(who, what)]
            there = max(all_of or some_of or [3])
            if counts(who, what) >= there:
                able.add(who)
            if all_of and (who, what) not in exempt:
                bound.add(who)
                if counts(who, what) >= max(all_of):
                    meeting.add(who)
                else:
                    gaps[who, what] = max(all_of) - counts(who, what)
        numbers = [each for each in requirements if each.skill_id == what and each.at_least]
        shorts = [len(bound) - len(meeting)]
        for each in numbers:
            inside = [who for who in PEOPLE if each in binding(who, what)]
            have = sum(counts(who, what) >= each.level for who in inside)
            shorts.append(max(0, (each.at_least or 0) - have))
        if not numbers:
            shorts.append(max(0, (3 if what == 1 else 2) - len(able)))
        assert covered[what].qualified == able
        assert covered[what].short == max(shorts)
        assert covered[what].only_one == (min(able) if len(able) == 1 else None)
    found = ranked(matrix, covered)
    assert {(each.person_id, each.skill_id): each.missing for each in found} == gaps
    for key, breadth in breadths(matrix, covered).items():
        assert breadth.required - breadth.met == sum(who == key for who, _ in gaps)


@settings(max_examples=share(500), deadline=None)
@given(known, required, holding, st.frozensets(st.sampled_from(PEOPLE), min_size=1))
def test_leaving_equals_coverage_without_them(
    levels: dict[tuple[int, int], tuple[int, bool]],
    requirements: list[Requirement],
    scopes: dict[int, frozenset[Scope]],
    gone: frozenset[int],
) -> None:
    matrix = made(levels, requirements, scopes)
    covered = coverage(matrix)
    stay = [each for each in matrix.people if each.id not in gone]
    after = coverage(Matrix(DAY, stay, matrix.skills, matrix.cells, matrix.bindings))
    worse = {
        key
        for key, each in covered.items()
        for before, then in zip(each.needs, after[key].needs, strict=False)
        if not before.everyone and then.have < before.have and then.short
    }
    assert {fall.skill_id for fall in if_leaving(covered, gone)} == worse


def test_the_strictest_of_several_holds_and_says_why() -> None:
    asked = [
        Requirement(1, 1, Of.UNIT, 1, 3, name="Støperi"),
        Requirement(2, 1, Of.ROLE_KIND, "coordinator", 4, name="Coordinator"),
        Requirement(3, 1, Of.GROUP, 1, 4, name="Montering"),
    ]
    matrix = made({}, asked, {1: frozenset(SCOPES)})
    found = matrix.requirement(1, 1)
    assert found is not None
    assert (found.id, matrix.gap(1, 1)) == (2, 4)
    told = why(found, matrix.skill[1].scale, EN)
    assert told == "4 – Teaches others is required by the role Coordinator"
    assert [each.id for each in matrix.bindings.binding(1, 1)] == [2, 3, 1]


def test_who_is_exempt_has_no_gap_and_what_expired_counts_for_nothing() -> None:
    asked = [Requirement(1, 2, Of.PERSON, 1), Requirement(2, 3, Of.PERSON, 1)]
    matrix = made({(1, 3): (4, True)}, asked, {}, frozenset({(1, 2)}))
    assert matrix.target(1, 2) is None
    assert [(gap.skill_id, gap.level, gap.missing) for gap in matrix.gaps()] == [(3, 0, 3)]


def test_only_one_can_and_what_their_leaving_does() -> None:
    matrix = made({(1, 2): (3, False), (2, 3): (3, False), (3, 3): (3, False)}, [], {})
    covered = coverage(matrix)
    assert only_one_can(covered) == [(2, 1)]
    assert (covered[3].have, covered[3].need) == (2, MINIMUM)
    (fall,) = if_leaving(covered, [2])
    assert (fall.skill_id, fall.left, fall.lost, fall.nobody) == (3, 1, 1, False)
    assert if_leaving(covered, [6]) == []


def test_gaps_of_critical_skills_come_first() -> None:
    asked = [Requirement(key, key, Of.PERSON, 1) for key in SKILLS]
    matrix = made({(1, 1): (2, False), (2, 3): (4, False), (3, 3): (4, False)}, asked, {})
    found = [gap.skill_id for gap in ranked(matrix, coverage(matrix))]
    assert found == [1, 2, 3]


def test_expiring_are_those_of_the_next_days() -> None:
    matrix = made({(1, 1): (3, False), (2, 1): (3, True)}, [], {})
    assert [each.person_id for each in expiring(matrix)] == [1]


def test_the_nearest_who_can_teach_is_suggested_unless_a_course_leads_there() -> None:
    levels = {(2, 1): (4, False), (3, 1): (4, False), (4, 1): (3, False)}
    matrix = made(levels, [Requirement(1, 1, Of.PERSON, 1)], {})
    covered = coverage(matrix)
    assert teachers_for(matrix, covered, 1, 1) == [3, 2]
    (pair,) = teaching(matrix, covered)
    assert (pair.teachers, [gap.person_id for gap in pair.learners]) == ((2, 3), [1])
    (gap,) = matrix.gaps()
    row = suggested(gap, matrix, covered)
    assert (row.trainer_id, row.way, row.level) == (3, Way.ON_JOB, 3)
    row = suggested(gap, matrix, covered, [Course(7, "Lean", skills=(SkillLevel(1, 3),))])
    assert (row.trainer_id, row.course_id, row.way) == (None, 7, Way.COURSE)
