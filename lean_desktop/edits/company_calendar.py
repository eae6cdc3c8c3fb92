"""The days on which nobody meets: closed periods, and rotas of those on shifts.

With `today`, each edit also moves the meetings of all series from that day on by their rules.
"""

from collections.abc import Collection, Iterator, Mapping
from contextlib import contextmanager
from datetime import date
from typing import Any

from sqlalchemy import Connection, select

from lean_desktop.document.schema.series import closed_period, shift_rota
from lean_desktop.domain.company_calendar import check_cycle
from lean_desktop.domain.errors import RuleBroken
from lean_desktop.edits import rows
from lean_desktop.edits.series import Templates, given_starts, replan_for_calendar
from lean_desktop.i18n import M_


def add_closed_period(
    connection: Connection,
    /,
    name: str,
    first_day: date,
    last_day: date,
    unit_id: int | None = None,
    *,
    today: date | None = None,
    templates: Templates | None = None,
) -> int:
    """A time when the company, or one unit with those below it, stands still. It may overlap."""
    values = _checked({"name": name, "first_day": first_day, "last_day": last_day})
    with _replanned(connection, today, templates):
        return rows.add(connection, closed_period, {**values, "unit_id": unit_id})


def change_closed_periods(
    connection: Connection,
    /,
    ids: Collection[int],
    *,
    today: date | None = None,
    templates: Templates | None = None,
    **fields: Any,
) -> None:
    """Set name, days or unit of one or more periods."""
    known = connection.execute(select(closed_period).where(closed_period.c.id.in_(ids))).mappings()
    for each in known.all():
        _checked({**each, **fields})
    with _replanned(connection, today, templates):
        rows.change(connection, closed_period, ids, rows.trimmed(fields))


def remove_closed_periods(
    connection: Connection,
    /,
    ids: Collection[int],
    *,
    today: date | None = None,
    templates: Templates | None = None,
) -> None:
    """Take periods away: these days are as open as others."""
    with _replanned(connection, today, templates):
        rows.remove(connection, closed_period, ids)


def set_shift_rota(
    connection: Connection,
    /,
    group_id: int,
    first_day: date,
    cycle: str,
    *,
    today: date | None = None,
    templates: Templates | None = None,
) -> int:
    """The days a group works, in place of the rota it had. Raises RuleBroken for a bad cycle."""
    values = {"first_day": first_day, "cycle": check_cycle(cycle)}
    of_group = select(shift_rota.c.id).where(shift_rota.c.group_id == group_id)
    key = connection.scalar(of_group)
    with _replanned(connection, today, templates):
        if key is None:
            return rows.add(connection, shift_rota, {"group_id": group_id, **values})
        rows.change(connection, shift_rota, [key], values)
        return key


def remove_shift_rota(
    connection: Connection,
    /,
    group_id: int,
    *,
    today: date | None = None,
    templates: Templates | None = None,
) -> None:
    """The group works no shifts any more."""
    with _replanned(connection, today, templates):
        connection.execute(shift_rota.delete().where(shift_rota.c.group_id == group_id))


@contextmanager
def _replanned(
    connection: Connection, today: date | None, templates: Templates | None
) -> Iterator[None]:
    """Fit the series to what happens to the calendar meanwhile."""
    before = None if today is None else given_starts(connection)
    yield
    if today is not None:
        replan_for_calendar(connection, today, before=before, templates=templates)


def _checked(fields: Mapping[str, Any]) -> dict[str, Any]:
    values = rows.trimmed(fields)
    rows.required(values, "name")
    rows.not_too_long(values)
    if values["last_day"] < values["first_day"]:
        raise RuleBroken(M_("The last day comes before the first. Choose a later last day."))
    return values
