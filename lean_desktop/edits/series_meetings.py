"""The meetings of a series: made, brought to the slots its rule gives, and told what to say."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime, timedelta
from typing import Any

from sqlalchemy import Connection, select

from lean_desktop.document.schema.meetings import meeting
from lean_desktop.domain.errors import RuleBroken
from lean_desktop.domain.meetings import MeetingTemplate
from lean_desktop.domain.recurrence import Occurrence
from lean_desktop.domain.series import MOST_AT_ONCE, Series, Standing, fitted, open_slots
from lean_desktop.edits import rows
from lean_desktop.edits.agreed_items import add_agreed_items
from lean_desktop.edits.meetings import (
    add_from_template,
    led_by,
    numbered,
    revise,
    take_away,
)
from lean_desktop.i18n import M_
from lean_desktop.queries.series import gaps, occurrences_of

Wanted = Mapping[int, Mapping[str, Any]]
"""By meeting, what its columns are to say."""


def fit(
    connection: Connection,
    one: Series,
    there: Sequence[Standing],
    slots: Sequence[Occurrence],
    wanted: Wanted,
    template: MeetingTemplate | None,
    *,
    not_before: date | None = None,
) -> None:
    """Bring the meetings there are to these slots of the series, with what else they are to have.

    With `not_before`, the rule is the old one: then no agenda goes to another slot.
    """
    fit = fitted(there, slots, by_order=not_before is None)
    earliest = not_before or date.min
    moved = {
        each.id: _moved(each, slot, earliest, wanted.get(each.id, {})) for each, slot in fit.kept
    }
    take_away(connection, [each.id for each in fit.left if each.movable])
    settle(connection, {**wanted, **moved})
    new = [each for each in fit.empty if each.start and each.start.date() >= earliest]
    chair = next((each["chair_id"] for each in wanted.values() if "chair_id" in each), None)
    make(connection, one, new, template, chair)


def settle(connection: Connection, wanted: Wanted) -> None:
    """Write what is otherwise than wanted, and make a revision of each meeting that changes."""
    found = connection.execute(select(meeting).where(meeting.c.id.in_(wanted))).mappings().all()
    for row in found:
        new = {name: value for name, value in wanted[row["id"]].items() if row[name] != value}
        if new.keys() - {"slot"}:
            revise(connection, [row["id"]])
        rows.change(connection, meeting, [row["id"]], new)


def make(
    connection: Connection,
    one: Series,
    slots: Sequence[Occurrence],
    template: MeetingTemplate | None,
    chair_id: int | None = None,
) -> None:
    """A draft for each slot that has a meeting. Raises RuleBroken when they are too many."""
    if len(slots) > MOST_AT_ONCE:
        raise RuleBroken(
            M_(
                "That makes {n} meetings at once; at most {most} can be made. Choose an earlier day.",
                n=len(slots),
                most=MOST_AT_ONCE,
            )
        )
    for slot in slots:
        if slot.start is not None:
            _make_one(connection, one, slot.slot, slot.start, template, chair_id)


def given(connection: Connection, one: Series, since: date | None = None) -> list[Occurrence]:
    """What the series gives through its last day, from the day `since` or the first on."""
    return occurrences_of(connection, [one], since=since)[one.id]


def open_since(connection: Connection, one: Series, since: datetime) -> list[Occurrence]:
    """The slots from `since` on that have a meeting, and are not to stay empty."""
    return open_slots(given(connection, one, since.date()), gaps(connection, one.id), since)


def refuse_none(slots: Sequence[Occurrence]) -> None:
    """Raise RuleBroken when no slot has a meeting."""
    if not any(each.start for each in slots):
        raise RuleBroken(M_("The rule gives no meeting in that time. Choose a later last day."))


def _moved(
    each: Standing, slot: Occurrence, earliest: date, wanted: Mapping[str, Any]
) -> Mapping[str, Any]:
    """The meeting gets the slot, and its time too unless it was given one by hand."""
    values = {**wanted, "slot": slot.slot}
    if slot.start is None or not each.movable or slot.start.date() < earliest:
        return values
    end = slot.start + (wanted.get("planned_end", each.end) - each.start)
    return {**values, "planned_start": slot.start, "planned_end": end}


def _make_one(
    connection: Connection,
    one: Series,
    slot: datetime,
    start: datetime,
    template: MeetingTemplate | None,
    chair_id: int | None,
) -> None:
    leading, note_taker = led_by(connection, one.group_id, start)
    chair = chair_id or leading
    values = {
        **numbered(connection, one.group_id),
        "kind": one.kind,
        "title": one.title,
        "group_id": one.group_id,
        "unit_id": one.unit_id,
        "series_id": one.id,
        "slot": slot,
        "place": one.place,
        "planned_start": start,
        "planned_end": start + timedelta(minutes=one.minutes),
        "purpose": template.purpose if template else "",
        "chair_id": chair,
        "note_taker_id": note_taker,
    }
    key = rows.add(connection, meeting, values)
    if template:
        add_from_template(connection, key, template.items, chair, note_taker)
        add_agreed_items(connection, key, one.group_id, start.date())
