"""The competence matrix of a day, in a handful of statements, and the history of one cell."""

from collections import defaultdict
from collections.abc import Collection, Sequence
from datetime import date
from typing import Any, NamedTuple

from sqlalchemy import (
    ColumnElement,
    Connection,
    Integer,
    cast,
    func,
    not_,
    or_,
    select,
)

from lean_desktop.document.schema.competence import assessment, exemption, matrix_order, practice
from lean_desktop.document.schema.organisation import group, membership, person, unit
from lean_desktop.domain.competence.known import CLEARED, KEYS, LEVELS, Known, unpacked
from lean_desktop.domain.competence.levels import Kind
from lean_desktop.domain.competence.matrix import Matrix, MatrixPerson, as_met
from lean_desktop.domain.competence.requirements import Bindings
from lean_desktop.queries.organisation import active, current, employed, full_name
from lean_desktop.queries.scopes import role_names, scopes
from lean_desktop.queries.skills import requirements, skills

READ = (
    *("assessment", "practice", "exemption", "requirement", "skill", "skill_category"),
    *("skill_level", "matrix_order", "person", "membership", "group", "unit", "role"),
    "role_assignment",
)
"""The tables a matrix shows something of: after a change in any of them, ask again."""

_BEFORE_FIRST = 1_721_424.5
"""The Julian day before the first one `date.toordinal` counts."""


class Assessed(NamedTuple):
    """One entry in the history of a cell; a `level` of None cleared it."""

    id: int
    level: int | None
    day: date
    by_id: int | None
    by: str
    kind: Kind
    valid_until: date | None


def matrix_facts(connection: Connection, *, day: date) -> Matrix:
    """The matrix as it was, is or will be on a day: who was there, what was known and required.

    Requirements have no history: those of today are held against any day.
    """
    columns = skills(connection, day=day)
    said, until = _latest(connection, day), _expiring(connection)
    known = Known(said, columns, _practised(connection, day), until, day)
    met = as_met(requirements(connection), columns)
    bindings = Bindings(met, scopes(connection, day=day))
    return Matrix(
        day, matrix_people(connection, day=day), columns, known, bindings, _exempt(connection, day)
    )


def rows_again(connection: Connection, matrix: Matrix, people: Collection[int]) -> Matrix:
    """The matrix with the cells of these people read anew."""
    day, skills_there = matrix.day, matrix.skills
    said, until = _latest(connection, day, people), _expiring(connection)
    known = Known(said, skills_there, _practised(connection, day, people), until, day)
    return matrix.with_rows({key: known.get(key, {}) for key in people})


def first_assessed(connection: Connection) -> date | None:
    """The day from which on there is anything to see."""
    return connection.scalar(select(func.min(assessment.c.day)))


def assessed_spots(connection: Connection, ids: Collection[int]) -> dict[int, tuple[int, int]]:
    """Whose level of which skill each of these assessments is about."""
    own = assessment.c
    found = connection.execute(select(own.id, own.person_id, own.skill_id).where(own.id.in_(ids)))
    return {key: (person_id, skill_id) for key, person_id, skill_id in found}


def matrix_people(connection: Connection, *, day: date) -> list[MatrixPerson]:
    """The rows: all who are employed on the day, dragged ones first, then by last name."""
    statement = (
        select(
            *(person.c.id, full_name(person), person.c.last_name, person.c.unit_id),
            *(func.coalesce(unit.c.name, ""), matrix_order.c.position),
        )
        .select_from(person)
        .outerjoin(unit, unit.c.id == person.c.unit_id)
        .outerjoin(matrix_order, matrix_order.c.person_id == person.c.id)
        .where(employed(day))
        .order_by(
            matrix_order.c.position.is_(None),
            matrix_order.c.position,
            *(person.c.last_name, person.c.first_name, person.c.id),
        )
    )
    in_groups, held = _in_groups(connection, day), role_names(connection, day=day)
    return [
        MatrixPerson(
            *row[:5],
            frozenset(in_groups.get(row[0], {})),
            row[5],
            min(in_groups.get(row[0], {0: ""}).values()),
            held.get(row[0], ""),
        )
        for row in connection.execute(statement)
    ]


def levels_known(
    connection: Connection, people: Collection[int], *, day: date
) -> dict[tuple[int, int], int]:
    """By person and skill, the levels of these people that count on a day."""
    said, until = _latest(connection, day, people), _expiring(connection)
    practised = _practised(connection, day, people)
    known = Known(said, skills(connection, day=day), practised, until, day)
    return {(who, what): cell.counting for who, row in known.items() for what, cell in row.items()}


def history(connection: Connection, person_id: int, skill_id: int) -> list[Assessed]:
    """Everything ever said of one person and one skill, the latest first."""
    own = assessment.c
    by = person.alias("by")
    statement = (
        select(own.id, own.level, own.day, own.by_id, full_name(by), own.kind, own.valid_until)
        .outerjoin_from(assessment, by, by.c.id == own.by_id)
        .where(own.person_id == person_id, own.skill_id == skill_id)
        .order_by(own.day.desc(), own.id.desc())
    )
    return [
        Assessed(key, level, day, by_id, name, Kind(kind), until)
        for key, level, day, by_id, name, kind, until in connection.execute(statement)
    ]


def side_by_side(
    connection: Connection, *, day: date, people: Collection[int] | None = None
) -> dict[tuple[int, int], tuple[int, int]]:
    """By person and skill, what they and what another said last, where the two differ.

    Of these `people`, or of all.
    """
    both = (
        ((person_id, skill_id), unpacked(own).level, unpacked(other).level)
        for person_id, skill_id, own, other in _latest(connection, day, people)
        if own is not None and other is not None
    )
    return {
        key: (own, other)
        for key, own, other in both
        if own is not None and other is not None and own != other
    }


def _ordinal(day: ColumnElement[Any]) -> ColumnElement[int]:
    """The number `date.toordinal` gives the day."""
    return cast(func.julianday(day) - _BEFORE_FIRST, Integer)


def _latest(
    connection: Connection, day: date, people: Collection[int] | None = None
) -> Sequence[Any]:
    """Person, skill, and the last thing said by the person and by others, for `known.unpacked`.

    Day, key, level and whether it was a test are packed into one number that grows with day and
    key: the greatest is the last, and little is carried from the database. The index holds all
    that is asked for in the order of the groups, so nothing is sorted and no row is looked up.
    """
    own = assessment.c
    level = func.coalesce(own.level, CLEARED)
    packed = ((_ordinal(own.day) * KEYS + own.id) * LEVELS + level) * 2 + (own.kind == Kind.TEST)
    last, by_self = func.max(packed), own.kind == Kind.SELF
    statement = (
        select(own.person_id, own.skill_id, last.filter(by_self), last.filter(not_(by_self)))
        .where(own.day <= day)
        .group_by(own.person_id, own.skill_id)
        .order_by(own.person_id, own.skill_id)
    )
    if people is not None:
        statement = statement.where(own.person_id.in_(people))
    cursor = connection.execute(statement).cursor  # Rows of SQLAlchemy take a third longer.
    return list(cursor.fetchall())


def _expiring(connection: Connection) -> dict[int, int]:
    """By assessment the last day it was given for, where one was."""
    own = assessment.c
    columns = select(own.id, _ordinal(own.valid_until)).where(own.valid_until.is_not(None))
    return {row[0]: row[1] for row in connection.execute(columns)}


def _practised(
    connection: Connection, day: date, people: Collection[int] | None = None
) -> dict[tuple[int, int], int]:
    own = practice.c
    last = select(own.person_id, own.skill_id, _ordinal(func.max(own.day)))
    grouped = last.where(own.day <= day).group_by(own.person_id, own.skill_id)
    if people is not None:
        grouped = grouped.where(own.person_id.in_(people))
    return {(key, skill_id): said for key, skill_id, said in connection.execute(grouped)}


def _exempt(connection: Connection, day: date) -> frozenset[tuple[int, int]]:
    own = exemption.c
    holding = (own.since <= day, or_(own.until.is_(None), own.until >= day))
    found = connection.execute(select(own.person_id, own.skill_id).where(*holding))
    return frozenset((key, skill_id) for key, skill_id in found)


def _in_groups(connection: Connection, day: date) -> dict[int, dict[int, str]]:
    """By person the groups they are in, by key with their names."""
    found: defaultdict[int, dict[int, str]] = defaultdict(dict)
    columns = select(membership.c.person_id, group.c.id, group.c.name)
    joined = columns.join_from(membership, group, group.c.id == membership.c.group_id)
    for key, group_id, name in connection.execute(joined.where(current(day), active(day))):
        found[key][group_id] = name
    return found
