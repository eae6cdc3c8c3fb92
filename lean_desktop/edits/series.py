"""Planning series of meetings, changing them from one meeting on, and fitting them to the calendar."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime, time, timedelta
from typing import Any

from sqlalchemy import Connection, select

from lean_desktop.document.schema.meetings import meeting
from lean_desktop.document.schema.series import meeting_series
from lean_desktop.domain.errors import RuleBroken
from lean_desktop.domain.meetings import LONGEST_ITEM, MeetingKind, MeetingState, MeetingTemplate
from lean_desktop.domain.recurrence import Occurrence, WhenClosed, check_rule
from lean_desktop.domain.series import (
    MOST_YEARS,
    Series,
    Standing,
    open_slots,
)
from lean_desktop.edits import rows, series_meetings, versions
from lean_desktop.edits.meetings import last_place, refuse_locked, take_away
from lean_desktop.i18n import M_
from lean_desktop.queries.series import gaps, series, standing, starts_alone

Given = Mapping[datetime, datetime | None]
"""By slot, the start a series gave it."""

Templates = Mapping[str, MeetingTemplate]
"""By key, the templates new meetings are made from."""

_SERIES_FIELDS = {"minutes", "place", "title", "rule", "when_closed"}
_FIELDS = {*_SERIES_FIELDS, "time_of_day", "chair_id"}
_RULED = {"time_of_day", "rule", "when_closed"}
"""What decides when a series meets."""


def plan_series(
    connection: Connection,
    /,
    *,
    group_id: int | None,
    unit_id: int | None,
    kind: MeetingKind,
    title: str,
    place: str,
    first_start: datetime,
    minutes: int,
    rule: str,
    when_closed: WhenClosed = WhenClosed.AFTER,
    planned_to: date,
    template_key: str = "",
    template: MeetingTemplate | None = None,
) -> int:
    """A new series, and a meeting for each time it gives through the day `planned_to`.

    The meetings are drafts, led as the group is on their days; without a place they are where the
    group met last. Raises RuleBroken when there would be none, or too many at once.
    """
    values = _checked({"title": title, "place": place, "minutes": minutes})
    checked = check_rule(rule, first_start)
    _refuse_far_away(first_start.date(), planned_to)
    values["place"] = values["place"] or last_place(connection, group_id)
    own = {
        "kind": kind,
        "group_id": group_id,
        "unit_id": unit_id,
        "first_start": first_start,
        "rule": str(checked),
        "planned_to": planned_to,
        "when_closed": when_closed,
        "template_key": template_key,
    }
    key = rows.add(connection, meeting_series, {**values, **own})
    one = _one(connection, key)
    new = [each for each in series_meetings.given(connection, one) if each.start]
    series_meetings.refuse_none(new)
    series_meetings.make(connection, one, new, template)
    return key


def extend_series(
    connection: Connection, /, series_id: int, to: date, template: MeetingTemplate | None = None
) -> None:
    """Plan the series further, through the day `to`. Slots whose meetings were deleted stay empty.

    Raises RuleBroken when it is planned so far already, or that gives no or too many meetings.
    """
    one = _one(connection, series_id)
    if to <= one.planned_to:
        raise RuleBroken(
            M_(
                "The series is planned through {day} already. Choose a later day.",
                day=one.planned_to,
            )
        )
    _refuse_far_away(one.planned_to, to)
    rows.change(connection, meeting_series, [series_id], {"planned_to": to})
    longer = one._replace(planned_to=to)
    since = datetime.combine(one.planned_to, time.max)
    known = {each.slot for each in standing(connection, series_id, since)}
    new = open_slots(series_meetings.given(connection, longer), gaps(connection, series_id), since)
    series_meetings.refuse_none(new)
    series_meetings.make(
        connection, longer, [each for each in new if each.slot not in known], template
    )


def change_following(
    connection: Connection,
    /,
    meeting_id: int,
    *,
    template: MeetingTemplate | None = None,
    **fields: Any,
) -> None:
    """Change this meeting and those that follow it in its series.

    Fields are `time_of_day`, `minutes`, `place`, `title`, `chair_id`, `rule` and `when_closed`.
    The series goes by them from here; meetings before, and those held, stay as they are. The
    others move with their agendas to the times the series now gives; those over are removed, and
    missing ones are made from `template`. One that somebody moved by hand keeps its time.
    """
    values = _checked(fields)
    if unknown := values.keys() - _FIELDS:
        raise TypeError(f"No series has {', '.join(sorted(unknown))}.")
    refuse_locked(connection, [meeting_id])
    old, slot = _place_in_series(connection, meeting_id)
    there = _standing(connection, old.id, slot, starts_alone(connection, [old])[old.id])
    wanted = _wanted(there, values)
    own = {name: values[name] for name in values.keys() & _SERIES_FIELDS}
    if not values.keys() & _RULED:
        rows.change(connection, meeting_series, [old.id], own)
        series_meetings.settle(connection, wanted)
        return
    since = datetime.combine(slot, values.get("time_of_day", slot.time()))
    own["rule"] = str(check_rule(values.get("rule", old.rule), since))
    rows.change(connection, meeting_series, [old.id], {**own, "first_start": since})
    one = _one(connection, old.id)
    slots = series_meetings.open_since(connection, one, since)
    series_meetings.fit(connection, one, there, slots, wanted, template)


def remove_following(connection: Connection, /, meeting_id: int) -> None:
    """Take away this meeting and those that follow it in its series; those held stay.

    The series ends the day before; one without any meeting left is removed itself.
    """
    refuse_locked(connection, [meeting_id])
    one, slot = _place_in_series(connection, meeting_id)
    held = (MeetingState.CLOSED, MeetingState.IN_PROGRESS)
    gone = [each.id for each in standing(connection, one.id, slot) if each.state not in held]
    take_away(connection, gone)
    last = {"planned_to": min(one.planned_to, slot.date() - timedelta(days=1))}
    rows.change(connection, meeting_series, [one.id], last)
    left = select(meeting.c.id).where(meeting.c.series_id == one.id).limit(1)
    if connection.scalar(left) is None:
        rows.remove(connection, meeting_series, [one.id])


def remove_series(connection: Connection, /, series_id: int, today: date) -> None:
    """End a series: its meetings from `today` on that were not held go, earlier ones stay."""
    one = _one(connection, series_id)
    there = standing(connection, one.id, datetime.min)
    ahead = [each.id for each in there if each.is_ahead and each.start.date() >= today]
    take_away(connection, ahead)
    rows.remove(connection, meeting_series, [one.id])


def given_starts(connection: Connection) -> dict[int, Given]:
    """By series, where each slot's meeting goes as the calendar stands now."""
    return {**starts_alone(connection, series(connection, now=datetime.max))}


def replan_for_calendar(
    connection: Connection,
    /,
    today: date,
    *,
    before: Mapping[int, Given] | None = None,
    templates: Templates | None = None,
) -> None:
    """Move the meetings of every series by its rule, after the company calendar has changed.

    Only drafts and called meetings from `today` on move, and none into the past. `before` is what
    `given_starts` said before the change: without it, one that the calendar moved then counts as
    moved by hand, and stays.
    """
    given = given_starts(connection)
    old = given if before is None else before
    for one in series(connection, now=datetime.max):
        if one.planned_to < today or (old.get(one.id, {}) == given[one.id] and before is not None):
            continue
        since = datetime.combine(today, time.min)
        there = _standing(connection, one.id, since, old.get(one.id, {}))
        slots = [
            *_before_the_rule(one, there, given[one.id]),
            *series_meetings.open_since(connection, one, since),
        ]
        template = (templates or {}).get(one.template_key)
        series_meetings.fit(connection, one, there, slots, {}, template, not_before=today)


# What a meeting from before the rule was changed went by is known no more: it goes by
# `when_closed` as it is now, and one that stands elsewhere counts as moved by hand.
def _before_the_rule(one: Series, there: Sequence[Standing], given: Given) -> list[Occurrence]:
    """The slots of meetings from before the rule was changed, each where its meeting goes now."""
    older = [
        Occurrence(each.slot, given[each.slot]) for each in there if each.slot < one.first_start
    ]
    return [each for each in older if each.start is not None]


def _wanted(there: Sequence[Standing], values: Mapping[str, Any]) -> series_meetings.Wanted:
    """What meetings ahead are to have, besides their times: title, place, chair and length."""
    own = {name: values[name] for name in values.keys() & {"title", "place", "chair_id"}}
    length = timedelta(minutes=values.get("minutes", 0))
    return {
        each.id: {
            **own,
            **({"planned_end": each.start + length} if length and each.movable else {}),
        }
        for each in there
        if each.is_ahead
    }


def _one(connection: Connection, series_id: int) -> Series:
    found = series(connection, [series_id], now=datetime.max)
    if not found:
        raise versions.gone()
    return found[0]


def _place_in_series(connection: Connection, meeting_id: int) -> tuple[Series, datetime]:
    """The series a meeting belongs to, and the slot it has there."""
    columns = select(meeting.c.series_id, meeting.c.slot).where(meeting.c.id == meeting_id)
    found = connection.execute(columns).first()
    if found is None:
        raise versions.gone()
    if found[0] is None or found[1] is None:
        raise RuleBroken(M_("This meeting belongs to no series. Change the meeting alone."))
    return _one(connection, found[0]), found[1]


def _standing(
    connection: Connection, series_id: int, since: datetime, given: Given
) -> list[Standing]:
    """The meetings from a slot on, each by hand when it is not where its slot put it."""
    found = standing(connection, series_id, since)
    return [each._replace(by_hand=given.get(each.slot) != each.start) for each in found]


def _checked(fields: Mapping[str, Any]) -> dict[str, Any]:
    values = rows.trimmed(fields)
    rows.not_too_long(values)
    if not 1 <= values.get("minutes", 1) <= LONGEST_ITEM:
        raise RuleBroken(M_("A meeting lasts between one minute and a day."))
    return values


def _refuse_far_away(first: date, last: date) -> None:
    if last < first:
        raise RuleBroken(M_("The series would end before it begins. Choose a later last day."))
    if (last - first).days > MOST_YEARS * 366:
        raise RuleBroken(
            M_(
                "A series is planned at most {n} years at a time. Choose an earlier day.",
                n=MOST_YEARS,
            )
        )
