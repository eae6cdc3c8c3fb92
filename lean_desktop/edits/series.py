"""Planning series of meetings, changing them from one meeting on, and fitting them to the calendar."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime, time, timedelta
from typing import Any

from sqlalchemy import Connection, select
from sqlalchemy.dialects.sqlite import insert as upsert

from lean_desktop.document.schema.meetings import meeting
from lean_desktop.document.schema.series import meeting_series, series_gap
from lean_desktop.domain.errors import RuleBroken
from lean_desktop.domain.meetings import LONGEST_ITEM, MeetingKind, MeetingState, MeetingTemplate
from lean_desktop.domain.recurrence import Occurrence, WhenClosed, check_rule
from lean_desktop.domain.series import (
    MOST_AT_ONCE,
    MOST_YEARS,
    Series,
    Standing,
    fitted,
    open_slots,
)
from lean_desktop.edits import rows, versions
from lean_desktop.edits.meetings import (
    add_from_template,
    last_place,
    led_by,
    numbered,
    refuse_locked,
    remove_meetings,
    revise,
)
from lean_desktop.i18n import M_
from lean_desktop.queries.series import gaps, occurrences_of, series, standing, starts_alone

Given = Mapping[datetime, datetime | None]
"""By slot, the start a series gave it."""

Templates = Mapping[str, MeetingTemplate]
"""By key, the templates new meetings are made from."""

Wanted = Mapping[int, Mapping[str, Any]]
"""By meeting, what its columns are to say."""

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
    new = [each for each in _given(connection, one) if each.start]
    _refuse_none(new)
    _make(connection, one, new, template)
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
    new = open_slots(_given(connection, longer), gaps(connection, series_id), since)
    _refuse_none(new)
    _make(connection, longer, [each for each in new if each.slot not in known], template)


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
        _settle(connection, wanted)
        return
    since = datetime.combine(slot, values.get("time_of_day", slot.time()))
    own["rule"] = str(check_rule(values.get("rule", old.rule), since))
    rows.change(connection, meeting_series, [old.id], {**own, "first_start": since})
    _fit(connection, _one(connection, old.id), there, wanted, since, template)


def remove_following(connection: Connection, /, meeting_id: int) -> None:
    """Take away this meeting and those that follow it in its series; those held stay.

    The series ends the day before; one without any meeting left is removed itself.
    """
    refuse_locked(connection, [meeting_id])
    one, slot = _place_in_series(connection, meeting_id)
    held = (MeetingState.CLOSED, MeetingState.IN_PROGRESS)
    gone = [each.id for each in standing(connection, one.id, slot) if each.state not in held]
    remove_meetings(connection, gone)
    last = {"planned_to": min(one.planned_to, slot.date() - timedelta(days=1))}
    rows.change(connection, meeting_series, [one.id], last)
    left = select(meeting.c.id).where(meeting.c.series_id == one.id).limit(1)
    if connection.scalar(left) is None:
        rows.remove(connection, meeting_series, [one.id])


def skip_meeting(connection: Connection, /, meeting_id: int) -> None:
    """Take away one meeting of a series, so that planning further never brings it back."""
    one, slot = _place_in_series(connection, meeting_id)
    remove_meetings(connection, [meeting_id])
    gap = upsert(series_gap).values(series_id=one.id, slot=slot)
    connection.execute(gap.on_conflict_do_nothing())


def remove_series(connection: Connection, /, series_id: int, today: date) -> None:
    """End a series: its meetings from `today` on that were not held go, earlier ones stay."""
    one = _one(connection, series_id)
    there = standing(connection, series_id, one.first_start)
    ahead = [each.id for each in there if each.is_ahead and each.start.date() >= today]
    remove_meetings(connection, ahead)
    rows.remove(connection, meeting_series, [series_id])


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
        since = max(one.first_start, datetime.combine(today, time.min))
        there = _standing(connection, one.id, since, old.get(one.id, {}))
        template = (templates or {}).get(one.template_key)
        _fit(connection, one, there, {}, since, template, not_before=today)


def _fit(
    connection: Connection,
    one: Series,
    there: Sequence[Standing],
    wanted: Wanted,
    since: datetime,
    template: MeetingTemplate | None,
    *,
    not_before: date | None = None,
) -> None:
    """Bring the meetings there are to the slots the series gives, with what else they are to have.

    With `not_before`, the rule is the old one: then no agenda goes to another slot.
    """
    given = _given(connection, one, since.date())
    slots = open_slots(given, gaps(connection, one.id), since)
    fit = fitted(there, slots, by_order=not_before is None)
    earliest = not_before or date.min
    moved = {
        each.id: _moved(each, slot, earliest, wanted.get(each.id, {})) for each, slot in fit.kept
    }
    remove_meetings(connection, [each.id for each in fit.left if each.movable])
    _settle(connection, {**wanted, **moved})
    new = [each for each in fit.empty if each.start and each.start.date() >= earliest]
    chair = next((each["chair_id"] for each in wanted.values() if "chair_id" in each), None)
    _make(connection, one, new, template, chair)


def _moved(
    each: Standing, slot: Occurrence, earliest: date, wanted: Mapping[str, Any]
) -> Mapping[str, Any]:
    """The meeting gets the slot, and its time too unless it was given one by hand."""
    values = {**wanted, "slot": slot.slot}
    if slot.start is None or not each.movable or slot.start.date() < earliest:
        return values
    end = slot.start + (wanted.get("planned_end", each.end) - each.start)
    return {**values, "planned_start": slot.start, "planned_end": end}


def _wanted(there: Sequence[Standing], values: Mapping[str, Any]) -> Wanted:
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


def _settle(connection: Connection, wanted: Wanted) -> None:
    """Write what is otherwise than wanted, and make a revision of each meeting that changes."""
    found = connection.execute(select(meeting).where(meeting.c.id.in_(wanted))).mappings().all()
    for row in found:
        new = {name: value for name, value in wanted[row["id"]].items() if row[name] != value}
        if new.keys() - {"slot"}:
            revise(connection, [row["id"]])
        rows.change(connection, meeting, [row["id"]], new)


def _make(
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


def _given(connection: Connection, one: Series, since: date | None = None) -> list[Occurrence]:
    return occurrences_of(connection, [one], since=since)[one.id]


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


def _refuse_none(slots: Sequence[Occurrence]) -> None:
    if not any(each.start for each in slots):
        raise RuleBroken(M_("The rule gives no meeting in that time. Choose a later last day."))
