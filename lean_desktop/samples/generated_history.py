"""What is recorded of the generated meetings that were held: who came, actions, decisions, ideas.

Two actions a meeting of a group and one of a daily meeting, an idea in every other: the sizes of
one coordinator's file.
"""

import random
from collections.abc import Iterator, Sequence
from datetime import date, datetime, timedelta
from itertools import count
from typing import NamedTuple

from lean_desktop.samples.generated import Row, Size
from lean_desktop.samples.shipped import Words, shipped

ACTIONS_A_MEETING = 2
IDEA_EVERY = 2
SAID_EVERY = 4
"""In how many meetings the leader noted who had a say; in the others nobody did."""
FORGOTTEN = 0.02
"""The share of actions that are over their date and still open."""
AREAS = ("Sikkerhet", "Kvalitet", "Leveranse")
TABLES = (
    *("attendance", "contribution", "decision", "idea"),
    *("action", "due_change", "follow_up", "daily_mark"),
)

_ARRIVALS = (*[("on_time", None)] * 17, ("late", 5), ("absent", None), ("excused", None))

Rows = dict[str, list[Row]]


class Meeting(NamedTuple):
    """A meeting that was held, and the following ones of its series, the nearest first."""

    id: int
    group_id: int | None
    day: date
    members: Sequence[int]
    following: Sequence[tuple[int, date]]


def areas(words: Words) -> list[Row]:
    """What every daily meeting looks at."""
    return [
        {"id": place, "position": place - 1, "name": words(name)}
        for place, name in enumerate(AREAS, 1)
    ]


def recorded(meeting: Row, *, overran: bool) -> Row:
    """The columns a meeting has when it was held: closed, begun on time, over when it was."""
    late = timedelta(minutes=10 if overran else 0)
    times = {"actual_start": meeting["planned_start"], "actual_end": meeting["planned_end"] + late}
    return {**meeting, "state": "closed", **times}


class Recorder:
    """Makes rows of what was recorded; keys and numbers run on from meeting to meeting."""

    def __init__(self, size: Size, today: date, words: Words) -> None:
        data = shipped("actions")
        minutes = shipped("minutes")
        self._chance = random.Random(size.seed + 4)  # noqa: S311
        self._today = today
        self._titles = [words(title) for each in data["done"].values() for title, _ in each]
        self._ideas = [words(text) for each in data["ideas"].values() for text, *_ in each]
        self._reason = words(data["reasons"][0])
        decided = [texts for each in minutes["decisions"].values() for texts in each.values()]
        self._decisions = [words(text) for texts in decided for text in texts]
        self._deviation = words(shipped("daily")["red"]["Maskinering"][0][2])
        self._actions, self._noted = count(1), count(1)
        self._made = self._had = 0
        self._decided: dict[tuple[int, int], int] = {}

    def counters(self) -> list[Row]:
        """The last numbers given."""
        decided = {f"decision:{group}:{year}": n for (group, year), n in self._decided.items()}
        last = {"action": self._made, "idea": self._had, **decided}
        return [{"name": name, "value": value} for name, value in last.items() if value]

    def record(self, meeting: Meeting, rows: Rows) -> None:
        """Add what a meeting of a group recorded."""
        for person in meeting.members:
            arrival, late = self._chance.choice(_ARRIVALS)
            came = {"meeting_id": meeting.id, "person_id": person}
            rows["attendance"].append({**came, "arrival": arrival, "late_minutes": late})
            if meeting.id % SAID_EVERY == 0 and arrival in ("on_time", "late"):
                said = self._chance.random() < 0.9
                rows["contribution"].append({**came, "had_a_say": said})
        rows["decision"].append(self._decision(meeting))
        for _ in range(ACTIONS_A_MEETING):
            self._promise(meeting, rows)
        if meeting.id % IDEA_EVERY == 0:
            rows["idea"].append(self._idea(meeting))

    def record_daily(self, meeting: Meeting, rows: Rows) -> None:
        """Add what a daily meeting marked, and the action of the day."""
        for area in range(1, len(AREAS) + 1):
            red = self._chance.random() < 0.1
            mark = {"red": red, "deviation": self._deviation if red else ""}
            rows["daily_mark"].append({"meeting_id": meeting.id, "area_id": area, **mark})
        self._promise(meeting, rows)

    def _decision(self, meeting: Meeting) -> Row:
        key = meeting.group_id or 0, meeting.day.year
        self._decided[key] = number = self._decided.get(key, 0) + 1
        text = self._chance.choice(self._decisions)
        return {"meeting_id": meeting.id, "year": key[1], "number": number, "text": text}

    def _idea(self, meeting: Meeting) -> Row:
        self._had = number = next(self._noted)
        return {
            "id": number,
            "number": number,
            "text": self._chance.choice(self._ideas),
            "person_id": self._chance.choice(meeting.members),
            "group_id": meeting.group_id,
            "meeting_id": meeting.id,
            "state": "implemented" if self._chance.random() < 0.4 else "accepted",
            "noted": meeting.day,
        }

    def _promise(self, meeting: Meeting, rows: Rows) -> None:
        """An action due at the following meeting, and in one of four at the one after that."""
        self._made = key = next(self._actions)
        asked = list(meeting.following[: 1 + (self._chance.random() < 0.25)])
        moved = len(asked) > 1 and asked[0][1] < self._today
        first, due = asked[0][1], asked[1 if moved else 0][1]
        forgotten = self._chance.random() < FORGOTTEN
        done = due if due < self._today and not forgotten else None
        rows["action"].append(
            {
                "id": key,
                "number": key,
                "title": self._chance.choice(self._titles),
                "group_id": meeting.group_id,
                "owner_id": self._chance.choice(meeting.members),
                "source": "meeting",
                "meeting_id": meeting.id,
                "created": meeting.day,
                "first_due": first,
                "due": due,
                "done": done,
                "status": "doing" if done is None else "done",
                "status_since": done or meeting.day,
            }
        )
        if moved:
            rows["due_change"].append(self._moved(key, asked))
        if meeting.group_id is not None:
            told = asked[: 1 + moved]
            rows["follow_up"] += self._asked(key, told, moved=moved, done=done is not None)

    def _moved(self, action: int, asked: Sequence[tuple[int, date]]) -> Row:
        (meeting, first), (_, due) = asked
        told = {"action_id": action, "meeting_id": meeting, "reason": self._reason}
        return {**told, "changed": first, "old_due": first, "new_due": due}

    def _asked(
        self, action: int, asked: Sequence[tuple[int, date]], *, moved: bool, done: bool
    ) -> Iterator[Row]:
        for place, (meeting, day) in enumerate(asked):
            if day < self._today:
                new_date = moved and place == 0
                was_asked = new_date or self._chance.random() < 0.85
                answer = "new_date" if new_date else ("done" if done and was_asked else "")
                yield {
                    "action_id": action,
                    "meeting_id": meeting,
                    "day": day,
                    "due": day,
                    "asked": was_asked,
                    "answer": answer,
                    "note": self._reason if new_date else "",
                }


def following(
    keys: Sequence[int], starts: Sequence[datetime], index: int
) -> list[tuple[int, date]]:
    """The two meetings after this one; where the series ends, a week and two weeks later."""
    last = starts[index].date()
    after = [
        (key, start.date())
        for key, start in zip(
            keys[index + 1 : index + 3], starts[index + 1 : index + 3], strict=True
        )
    ]
    more = ((0, last + timedelta(weeks=weeks)) for weeks in (1, 2))
    return [*after, *more][:2]
