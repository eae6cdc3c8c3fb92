"""Which rows and columns of a matrix are to be seen, and in which order."""

from collections.abc import Mapping
from collections.abc import Set as AnySet
from enum import StrEnum
from typing import NamedTuple

from lean_desktop.domain.competence.matrix import Matrix, MatrixPerson
from lean_desktop.domain.competence.skills import Skill
from lean_desktop.i18n import N_, Language


class RowsBy(StrEnum):
    """The order of the people, and what they lie under."""

    OWN = "own"
    NAME = "name"
    UNIT = "unit"
    GROUP = "group"
    ROLE = "role"
    GAP = "gap"


ROWS_BY_NAMES = {
    RowsBy.OWN: N_("Own order"),
    RowsBy.NAME: N_("Name"),
    RowsBy.UNIT: N_("Unit"),
    RowsBy.GROUP: N_("Group"),
    RowsBy.ROLE: N_("Role"),
    RowsBy.GAP: N_("Gap"),
}

ANY: frozenset[int] = frozenset()


class Shown(NamedTuple):
    """What is asked for; an empty set asks for nothing in particular.

    `people` are keys of those who may be seen, None for all: the members of a group, say.
    """

    people: frozenset[int] | None = None
    categories: frozenset[int] = ANY
    text: str = ""
    only_gaps: bool = False
    only_critical: bool = False
    by: RowsBy = RowsBy.OWN


def gap_counts(matrix: Matrix) -> dict[int, int]:
    """By person, at how many skills something is missing to the target."""
    return {each.id: _gaps_of(matrix, each.id) for each in matrix.people}


def _gaps_of(matrix: Matrix, key: int) -> int:
    """As `Matrix.gaps` finds them, but only counted: a thousand people have very many."""
    row, known, exempt = matrix.cells.get(key, {}), matrix.skill, matrix.exempt
    return sum(
        1
        for skill_id, required in matrix.bindings.targets(key).items()
        if skill_id in known
        and ((cell := row.get(skill_id)) is None or cell.counting < required.level)
        and (key, skill_id) not in exempt
    )


def columns_shown(matrix: Matrix, shown: Shown) -> list[Skill]:
    """The skills to be seen, in their order."""
    wanted = [
        each
        for each in matrix.skills
        if (not shown.categories or each.category_id in shown.categories)
        and (not shown.only_critical or each.critical)
    ]
    if shown.only_gaps:
        missing = {gap.skill_id for gap in matrix.gaps() if _may(gap.person_id, shown.people)}
        wanted = [each for each in wanted if each.id in missing]
    said = [each for each in wanted if _holds(each.name, shown.text)]
    return said if said and not _somebody(matrix, shown) else wanted


def rows_shown(
    matrix: Matrix, shown: Shown, gaps: Mapping[int, int], t: Language
) -> list[MatrixPerson]:
    """The people to be seen, in the order that is asked for."""
    named = _somebody(matrix, shown)
    found = [
        each
        for each in matrix.people
        if _may(each.id, shown.people)
        and (not named or _holds(each.name, shown.text))
        and (not shown.only_gaps or gaps.get(each.id))
    ]
    match shown.by:
        case RowsBy.NAME:
            found.sort(key=lambda each: (t.sort_key(each.last_name), t.sort_key(each.name)))
        case RowsBy.UNIT | RowsBy.GROUP | RowsBy.ROLE:
            found.sort(key=lambda each: _band_key(band(each, shown.by), t))
        case RowsBy.GAP:
            found.sort(key=lambda each: -gaps.get(each.id, 0))
    return found


def band(person: MatrixPerson, by: RowsBy) -> str:
    """What a row lies under in that order; "" for nothing."""
    bands = {RowsBy.UNIT: person.unit, RowsBy.GROUP: person.group, RowsBy.ROLE: person.role}
    return bands.get(by, "")


def _band_key(name: str, t: Language) -> tuple[bool, tuple[str, str]]:
    return not name, t.sort_key(name)


def _somebody(matrix: Matrix, shown: Shown) -> bool:
    """Whether the text is part of anybody's name: then it asks for people, else for skills."""
    return bool(shown.text) and any(_holds(each.name, shown.text) for each in matrix.people)


def _may(person_id: int, people: AnySet[int] | None) -> bool:
    return people is None or person_id in people


def _holds(name: str, text: str) -> bool:
    plain = name.casefold()
    return all(word in plain for word in text.casefold().split())
