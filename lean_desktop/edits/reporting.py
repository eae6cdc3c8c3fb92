"""Changing whom people answer to, from a day on, and the lines that are dotted or have ended."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, Connection, bindparam, insert, select, update

from lean_desktop.document.schema.organisation import person, reporting_line
from lean_desktop.domain.errors import RuleBroken
from lean_desktop.domain.organisation import ReportingLine, refuse_cycle
from lean_desktop.domain.reporting import Lines, Running, handed_over, refuse_overlap, solid
from lean_desktop.edits import rows
from lean_desktop.i18n import M_


def report_to(
    connection: Connection, /, ids: Collection[int], manager_id: int | None, day: date
) -> None:
    """Let people answer to a manager, or to nobody, from `day` on; who it was before is kept.

    A line that began on `day` or later is replaced as if it had never been.
    """
    refuse_own_manager(connection, ids, manager_id)
    own = person.c
    running = select(own.id, own.manager_id, own.manager_since).where(own.id.in_(ids))
    hand_over(
        connection,
        [Running(*row) for row in connection.execute(running)],
        dict.fromkeys(ids, manager_id),
        solid(_lines_of(connection, ids)),
        day,
    )


def place(
    connection: Connection,
    /,
    ids: Collection[int],
    unit_id: int | None,
    manager_id: int | None,
    day: date,
) -> None:
    """Put people into a unit, and let them answer to a manager from `day` on."""
    rows.change(connection, person, ids, {"unit_id": unit_id})
    report_to(connection, ids, manager_id, day)


def hand_over(
    connection: Connection,
    running: Iterable[Running],
    to: Mapping[int, int | None],
    ended: Mapping[int, Sequence[ReportingLine]],
    day: date,
) -> None:
    """Let each answer to the manager given in `to` from `day` on; circles are not looked for.

    `ended` has the solid lines that have ended, by person.
    """
    was = [Lines(each, tuple(ended.get(each.person_id, ()))) for each in running]
    pairs = [(lines, handed_over(lines, to[lines.running.person_id], day)) for lines in was]
    changed = [(before, after) for before, after in pairs if before != after]
    _set_running(connection, [after.running for _, after in changed])
    _set_ended(
        connection,
        [each for before, _ in changed for each in before.ended],
        [each for _, after in changed for each in after.ended],
    )


def add_dotted(
    connection: Connection,
    /,
    person_id: int,
    manager_id: int,
    valid_from: date | None = None,
) -> int:
    """Let somebody answer to a second one as well; the key of the dotted line."""
    _refuse_oneself(person_id, manager_id)
    values = {"person_id": person_id, "manager_id": manager_id, "dotted": True}
    key = rows.add(connection, reporting_line, {**values, "valid_from": valid_from})
    _check(connection, [person_id])
    return key


def change_lines(connection: Connection, /, ids: Collection[int], **fields: Any) -> None:
    """Set manager or period of lines that are dotted or have ended."""
    found = _rows(connection, reporting_line.c.id.in_(ids))
    for each in found:
        new = each._replace(**fields)
        _refuse_oneself(new.person_id, new.manager_id)
        if not new.dotted and new.valid_to is None:
            raise RuleBroken(M_("A line that has ended needs its last day."))
    rows.change(connection, reporting_line, ids, fields)
    _check(connection, {each.person_id for each in found})


def remove_lines(connection: Connection, /, ids: Collection[int]) -> None:
    """Take lines away as if they had never been."""
    rows.remove(connection, reporting_line, ids)


def correct_manager(connection: Connection, ids: Collection[int], values: dict[str, Any]) -> None:
    """Before people are given `values`: a manager put right makes the first day unknown.

    Raises RuleBroken for a circle, and for a first day that meets a line that has ended.
    """
    if "manager_id" in values:
        refuse_own_manager(connection, ids, values["manager_id"])
    if "manager_since" in values:
        _check(connection, ids, dict.fromkeys(ids, values["manager_since"]))
    elif "manager_id" in values:
        other = person.c.manager_id.is_distinct_from(values["manager_id"])
        forget = update(person).where(person.c.id.in_(ids), other)
        connection.execute(forget.values(manager_since=None))


def refuse_own_manager(
    connection: Connection, ids: Collection[int], manager_id: int | None
) -> None:
    """Raise RuleBroken when somebody would answer to themselves, or to who answers to them."""
    if manager_id is not None:
        above = rows.parents(connection, person, "manager_id")
        for key in ids:
            refuse_cycle(key, manager_id, above)


def _refuse_oneself(person_id: int, manager_id: int) -> None:
    if person_id == manager_id:
        raise RuleBroken(M_("Nobody answers to themselves. Choose somebody else."))


def _set_running(connection: Connection, running: Sequence[Running]) -> None:
    if running:
        statement = update(person).where(person.c.id == bindparam("key"))
        connection.execute(
            statement,
            [
                {"key": each.person_id, "manager_id": each.manager_id, "manager_since": each.since}
                for each in running
            ],
        )


def _set_ended(
    connection: Connection, before: Iterable[ReportingLine], after: Iterable[ReportingLine]
) -> None:
    """Write what differs between the stored lines and those that are to be."""
    stored, wanted = {each.id: each for each in before}, list(after)
    new = [_values(each) for each in wanted if not each.id]
    if new:
        connection.execute(insert(reporting_line), new)
    for each in wanted:
        if each.id and each != stored[each.id]:
            rows.change(connection, reporting_line, [each.id], {"valid_to": each.valid_to})
    gone = stored.keys() - {each.id for each in wanted}
    if gone:
        rows.remove(connection, reporting_line, gone)


def _values(line: ReportingLine) -> dict[str, Any]:
    return {
        "person_id": line.person_id,
        "manager_id": line.manager_id,
        "dotted": line.dotted,
        "valid_from": line.valid_from,
        "valid_to": line.valid_to,
    }


def _check(
    connection: Connection, ids: Collection[int], since: Mapping[int, date | None] | None = None
) -> None:
    """Refuse lines of one person that meet; `since` has the first days of those that run."""
    by_person: dict[int, list[ReportingLine]] = {key: [] for key in ids}
    for line in _lines_of(connection, ids):
        by_person[line.person_id].append(line)
    begun = since if since is not None else _since(connection, ids)
    for key, lines in by_person.items():
        refuse_overlap(lines, begun.get(key))


def _since(connection: Connection, ids: Collection[int]) -> dict[int, date | None]:
    found = select(person.c.id, person.c.manager_since).where(person.c.id.in_(ids))
    return {row.id: row.manager_since for row in connection.execute(found)}


def _lines_of(connection: Connection, ids: Collection[int]) -> list[ReportingLine]:
    return _rows(connection, reporting_line.c.person_id.in_(ids))


def ended_lines(connection: Connection) -> Mapping[int, Sequence[ReportingLine]]:
    """By person, all the solid lines that have ended."""
    return solid(_rows(connection, reporting_line.c.dotted.is_(False)))


def _rows(connection: Connection, which: ColumnElement[bool]) -> list[ReportingLine]:
    """Stored lines, without the names of whom they join."""
    own = reporting_line.c
    columns = own.id, own.person_id, own.manager_id, own.dotted, own.valid_from, own.valid_to
    found = connection.execute(select(*columns).where(which))
    return [
        ReportingLine(key, person_id, "", manager_id, "", dotted, first, last)
        for key, person_id, manager_id, dotted, first, last in found
    ]
