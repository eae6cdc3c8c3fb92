"""Years of meetings for a generated workspace: 30 a group and year, and a daily one a line."""

import random
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, datetime, time, timedelta
from itertools import count
from typing import Any, NamedTuple

from lean_desktop.samples.generated import Row, Size
from lean_desktop.samples.generated_history import (
    TABLES,
    Meeting,
    Recorder,
    areas,
    following,
    recorded,
)
from lean_desktop.samples.shipped import Words, shipped
from lean_desktop.samples.workdays import open_days, shifted

MEETINGS_A_YEAR = 30
OPEN_DAYS_A_YEAR = 230
AHEAD = 10
"""Working days from today within which each group has its next meeting."""
GROUPS_A_PORTION = 40
OVERRUN = 0.2
"""How many of the meetings end ten minutes late."""

Rows = dict[str, list[Row]]


class Series(NamedTuple):
    """Who meets, when and about what."""

    group_id: int | None
    unit_id: int | None
    title: str
    kind: str
    frame: str
    starts: Sequence[datetime]
    minutes: int
    members: Sequence[int]


def meetings(
    size: Size, organisation: Mapping[str, list[Row]], day: date, words: Words
) -> Iterator[Rows]:
    """Rows of meetings, what they recorded, and counters, in portions that fit in memory."""
    writer = _Writer(size, day, words)
    yield {"daily_area": areas(words)}
    portion: list[Series] = []
    for series in (*_groups(size, organisation, day), *_lines(size, organisation, day, words)):
        portion.append(series)
        if len(portion) == GROUPS_A_PORTION:
            yield writer.written(portion)
            portion = []
    yield writer.written(portion)
    yield {"counter": writer.counters()}


def _groups(size: Size, rows: Mapping[str, list[Row]], day: date) -> Iterator[Series]:
    chance = random.Random(size.seed + 2)  # noqa: S311
    days = open_days(shifted(day, AHEAD), OPEN_DAYS_A_YEAR * size.years)
    number = MEETINGS_A_YEAR * size.years
    members: dict[int, list[int]] = {}
    for each in rows["membership"]:
        members.setdefault(each["group_id"], []).append(each["person_id"])
    for group in rows["group"]:
        kind = group["kind"]
        at, shift = time(chance.randrange(8, 15)), chance.randrange(len(days) // number)
        starts = [
            datetime.combine(days[index * len(days) // number + shift], at)
            for index in range(number)
        ]
        minutes = 90 if kind == "steering" else 45
        yield Series(group["id"], None, "", kind, kind, starts, minutes, members[group["id"]])


def _lines(size: Size, rows: Mapping[str, list[Row]], day: date, words: Words) -> Iterator[Series]:
    """Lines are the first units at the bottom; they have no group, so all share one counter."""
    days = open_days(shifted(day, 1), OPEN_DAYS_A_YEAR * size.years)
    starts = [datetime.combine(each, time(7)) for each in days]
    for unit in rows["unit"][-size.lines :]:
        title = words("24t-møte {unit}").format(unit=unit["name"])
        leaders = [unit["leader_id"] or 1]
        yield Series(None, unit["id"], title, "daily", "daily", starts, 10, leaders)


class _Writer:
    """Makes rows of series; keys and numbers run on from portion to portion."""

    def __init__(self, size: Size, today: date, words: Words) -> None:
        data = shipped("meetings")
        self._chance = random.Random(size.seed + 3)  # noqa: S311
        self._frames: dict[str, Any] = data["frames"]
        self._topics = [words(topic) for each in data["series"] for topic, _ in each["topics"]]
        self._words = words
        self._keys = count(1)
        self._numbers: dict[int, int] = {}
        self._recorder = Recorder(size, today, words)
        self._today, self._last = today, 0

    def written(self, portion: Sequence[Series]) -> Rows:
        rows: Rows = {table: [] for table in ("meeting", "agenda_item", *TABLES)}
        for series in portion:
            self._write(series, rows)
        return rows

    def counters(self) -> list[Row]:
        """The last numbers given."""
        numbers = {f"meeting:{group}": n for group, n in self._numbers.items()}
        numbers["calendar"] = self._last
        given = [{"name": name, "value": value} for name, value in numbers.items()]
        return [*given, *self._recorder.counters()]

    def _write(self, series: Series, rows: Rows) -> None:
        frame = self._frame(series.frame)
        purpose = self._words(self._frames[series.frame]["purpose"])
        keys = [next(self._keys) for _ in series.starts]
        self._last = keys[-1]
        for index, start in enumerate(series.starts):
            key, topic = keys[index], self._chance.choice(self._topics)
            planned = self._planned(series, key, start, purpose.replace("{topic}", topic))
            items = self._items(key, frame, topic, series.members)
            if held := start.date() < self._today:
                planned = recorded(planned, overran=self._chance.random() < OVERRUN)
                after = following(keys, series.starts, index)
                meeting = Meeting(key, series.group_id, start.date(), series.members, after)
                self._record(meeting, rows)
            rows["meeting"].append(planned)
            outcome = {"outcome": "treated" if held and series.group_id else ""}
            rows["agenda_item"] += [item | outcome for item in items]

    def _record(self, meeting: Meeting, rows: Rows) -> None:
        if meeting.group_id is None:
            self._recorder.record_daily(meeting, rows)
        else:
            self._recorder.record(meeting, rows)

    def _planned(self, series: Series, key: int, start: datetime, purpose: str) -> Row:
        group, members = series.group_id or 0, series.members
        self._numbers[group] = number = self._numbers.get(group, 0) + 1
        return {
            "id": key,
            "number": number,
            "kind": series.kind,
            "title": series.title,
            "group_id": series.group_id,
            "unit_id": series.unit_id,
            "place": "",
            "planned_start": start,
            "planned_end": start + timedelta(minutes=series.minutes),
            "purpose": purpose,
            "chair_id": members[0],
            "note_taker_id": members[2] if len(members) > 2 else None,
            "calendar_number": key,
            "state": "called",
            "actual_start": None,
            "actual_end": None,
        }

    def _items(
        self, meeting: int, frame: Sequence[Row], topic: str, members: Sequence[int]
    ) -> Iterator[Row]:
        chair = members[0]
        for item in frame:
            presenter = chair if item["presenter_id"] else self._chance.choice(members)
            title = item["title"].replace("{topic}", topic)
            yield {**item, "meeting_id": meeting, "title": title, "presenter_id": presenter}

    def _frame(self, name: str) -> list[Row]:
        """The items of a frame; the presenter says whether it is the chair's."""
        return [
            {
                "position": position,
                "title": self._words(title),
                "kind": kind,
                "minutes": minutes,
                "presenter_id": presenter == "@chair",
                "purpose": self._words(purpose),
            }
            for position, (title, kind, presenter, minutes, purpose, _) in enumerate(
                self._frames[name]["items"]
            )
        ]
