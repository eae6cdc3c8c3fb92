"""The pulse once more, by another road: row by row in plain Python over plain SELECTs."""

import sqlite3
from collections.abc import Callable, Iterable
from datetime import date, datetime, timedelta
from typing import Any, NamedTuple

from lean_desktop.domain.pulse import (
    FactsOfPeriod,
    GroupPulse,
    ItemMinutes,
    MeetingFacts,
    Period,
    Rate,
    Share,
    Tally,
    pulse,
)

Row = dict[str, Any]

TABLES = (
    "meeting", "agenda_item", "attendance", "prepared", "contribution", "idea", "action",
    "due_change", "follow_up",
)  # fmt: skip

THERE = {"on_time", "late"}


class History(NamedTuple):
    """All rows of a workspace that bear on a pulse."""

    tables: dict[str, list[Row]]

    @classmethod
    def of(cls, raw: sqlite3.Connection) -> "History":
        return cls({table: _rows(raw, table) for table in TABLES})

    def of_meeting(self, table: str, key: int) -> list[Row]:
        return [row for row in self.tables[table] if row["meeting_id"] == key]

    def held(self) -> list[Row]:
        """The meetings that count, the earliest first."""
        found = [
            row
            for row in self.tables["meeting"]
            if row["state"] == "closed" and row["kind"] != "daily"
        ]
        return sorted(found, key=lambda row: (row["planned_start"], row["id"]))


def meeting_facts(history: History, meeting: Row, tolerance: int = 5) -> MeetingFacts:
    """What one meeting recorded."""
    key = meeting["id"]
    return MeetingFacts(
        key,
        meeting["group_id"],
        _moment(meeting["planned_start"]),
        _on_time(history, key),
        _prepared(history, key),
        _kept(history, meeting, tolerance),
        _followed_up(history, meeting),
        _contributing(history, key),
        _minutes_lost(history, meeting),
        _item_minutes(history, key),
    )


def pulse_of_last(
    history: History, group_id: int, last: int, before: date | None = None
) -> GroupPulse:
    """The pulse over the last so many meetings."""
    held = _held_of(history, group_id, lambda day: before is None or day < before)
    newest = list(reversed(held))
    spans = newest[:last], newest[last : 2 * last]
    begun = _day(spans[0][-1]["planned_start"]) if spans[0] else date.max
    ends = before or date.max, begun
    facts = (
        _facts(history, group_id, span, None, end) for span, end in zip(spans, ends, strict=True)
    )
    return pulse(group_id, *facts)


def pulse_within(history: History, group_id: int, period: Period) -> GroupPulse:
    """The pulse over the meetings of a period."""

    def facts(days: Period) -> FactsOfPeriod:
        held = _held_of(history, group_id, lambda day: days.first <= day <= days.last)
        return _facts(history, group_id, held, days, days.last + timedelta(days=1))

    return pulse(group_id, facts(period), facts(period.before))


def agreed_date(history: History, action: Row) -> str:
    """The date agreed anew in time, by walking the changes."""
    changes = [row for row in history.tables["due_change"] if row["action_id"] == action["id"]]
    for change in sorted(changes, key=lambda row: int(row["id"])):
        if change["changed"] > change["old_due"]:
            return str(change["old_due"])
    return str(action["due"])


def _facts(
    history: History, group_id: int, held: list[Row], days: Period | None, until: date
) -> FactsOfPeriod:
    each = [meeting_facts(history, meeting) for meeting in held]
    dates = sorted(_day(meeting["planned_start"]) for meeting in held)
    if days is None and dates:
        days = Period(dates[0], dates[-1])
    tallies = {
        Rate.ON_TIME: _tally(one.on_time for one in each),
        Rate.PREPARED: _tally(one.prepared for one in each),
        Rate.AGENDA_KEPT: _tally(one.agenda_kept for one in each),
        Rate.FOLLOWED_UP: _with_board(
            _tally(one.followed_up for one in each),
            _asked_at_board(history, group_id, days.first, until) if days else Share(),
        ),
        Rate.CONTRIBUTING: _tally(one.contributing for one in each),
        Rate.DONE_ON_TIME: Tally(
            _done(history, group_id, days, lambda action: str(action["first_due"]))
        ),
    }
    agreed = _done(history, group_id, days, lambda action: agreed_date(history, action))
    lost = [one.minutes_lost for one in each if one.minutes_lost is not None]
    minutes = [one.item_minutes for one in each if one.item_minutes is not None]
    return FactsOfPeriod(
        len(each),
        days.first if days else None,
        days.last if days else None,
        tallies,
        agreed,
        sum(lost) if lost else None,
        ItemMinutes(sum(one.planned for one in minutes), sum(one.actual for one in minutes))
        if minutes
        else None,
    )


def _tally(shares: Iterable[Share]) -> Tally:
    recorded = [share for share in shares if share.whole]
    parts, wholes = sum(share.part for share in recorded), sum(share.whole for share in recorded)
    all_did = sum(1 for share in recorded if share.part == share.whole)
    return Tally(Share(parts, wholes), Share(all_did, len(recorded)))


def _done(
    history: History, group_id: int, days: Period | None, date_of: Callable[[Row], str]
) -> Share:
    part = whole = 0
    for action in history.tables["action"]:
        if action["group_id"] != group_id or action["status"] == "cancelled":
            continue
        if days is None or action["first_due"] is None:
            continue
        due = date.fromisoformat(date_of(action))
        if days.first <= due <= days.last:
            whole += 1
            part += action["done"] is not None and date.fromisoformat(action["done"]) <= due
    return Share(part, whole)


def _with_board(tally: Tally, asked: Share) -> Tally:
    share = Share(tally.share.part + asked.part, tally.share.whole + asked.whole)
    return tally._replace(share=share)


def _asked_at_board(history: History, group_id: int, first: date, until: date) -> Share:
    """What was answered on days without a meeting, about actions that were due."""
    of_group = {row["id"] for row in history.tables["action"] if row["group_id"] == group_id}
    due = [
        row
        for row in history.tables["follow_up"]
        if row["meeting_id"] is None and row["action_id"] in of_group
        if row["due"] is not None and row["due"] <= row["day"]
        if first <= date.fromisoformat(row["day"]) < until
    ]
    return Share(sum(row["asked"] for row in due), len(due))


def _on_time(history: History, key: int) -> Share:
    arrivals = [row["arrival"] for row in history.of_meeting("attendance", key)]
    on_time = arrivals.count("on_time")
    return Share(on_time, on_time + arrivals.count("late") + arrivals.count("absent"))


def _minutes_lost(history: History, meeting: Row) -> int | None:
    arrivals = [row["arrival"] for row in history.of_meeting("attendance", meeting["id"])]
    recorded = [arrival for arrival in arrivals if arrival in {*THERE, "absent"}]
    if meeting["actual_start"] is None or not recorded:
        return None
    late = _moment(meeting["actual_start"]) - _moment(meeting["planned_start"])
    minutes = max(0, int(late.total_seconds()) // 60)
    return sum(minutes for arrival in arrivals if arrival in THERE)


def _prepared(history: History, key: int) -> Share:
    how = [row["how"] for row in history.of_meeting("prepared", key)]
    return Share(how.count("yes"), len(how))


def _kept(history: History, meeting: Row, tolerance: int) -> Share:
    items = history.of_meeting("agenda_item", meeting["id"])
    if meeting["actual_end"] is None or not any(item["outcome"] for item in items):
        return Share()
    over = _moment(meeting["actual_end"]) - _moment(meeting["planned_end"])
    settled = all(item["outcome"] in {"treated", "deferred", "dropped"} for item in items)
    return Share(int(settled and over.total_seconds() <= tolerance * 60), 1)


def _item_minutes(history: History, key: int) -> ItemMinutes | None:
    items = history.of_meeting("agenda_item", key)
    timed = [item for item in items if item["actual_minutes"] is not None]
    planned, actual = (sum(item[each] for item in timed) for each in ("minutes", "actual_minutes"))
    return ItemMinutes(planned, actual) if timed else None


def _followed_up(history: History, meeting: Row) -> Share:
    day = _day(meeting["planned_start"]).isoformat()
    due = [
        row
        for row in history.of_meeting("follow_up", meeting["id"])
        if row["due"] is not None and row["due"] <= day
    ]
    return Share(sum(row["asked"] for row in due), len(due))


def _contributing(history: History, key: int) -> Share:
    noted = history.of_meeting("contribution", key)
    if not noted:
        return Share()
    people = {row["person_id"] for row in noted}
    for row in history.of_meeting("attendance", key):
        if row["arrival"] in THERE:
            people.add(row["person_id"])
    active = {row["person_id"] for row in noted if row["had_a_say"] == 1}
    active |= {row["person_id"] for row in history.of_meeting("idea", key)}
    active |= {row["owner_id"] for row in history.of_meeting("action", key)}
    for row in history.of_meeting("agenda_item", key):
        if row["outcome"] == "treated":
            active.add(row["presenter_id"])
    return Share(len(people & active), len(people))


def _held_of(history: History, group_id: int, counts: Callable[[date], bool]) -> list[Row]:
    return [
        row
        for row in history.held()
        if row["group_id"] == group_id and counts(_day(row["planned_start"]))
    ]


def _rows(raw: sqlite3.Connection, table: str) -> list[Row]:
    found = raw.execute(f"SELECT * FROM {table} ORDER BY id")
    names = [column[0] for column in found.description]
    return [dict(zip(names, row, strict=True)) for row in found]


def _moment(text: str) -> datetime:
    return datetime.fromisoformat(text)


def _day(text: str) -> date:
    return _moment(text).date()
