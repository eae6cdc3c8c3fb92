"""Rows of meetings that were held, written straight into the tables; single ones, or at random."""

import sqlite3
from collections.abc import Iterator, Mapping
from datetime import date, datetime, timedelta
from random import Random
from typing import Any, NamedTuple

FIRST = date(2026, 3, 2)
DAYS = 15

GROUPS = 1, 2, 3
PEOPLE = 1, 2, 3, 4, 5

ARRIVALS = "on_time", "on_time", "on_time", "late", "absent", "excused", "off_shift"
OUTCOMES = "treated", "treated", "treated", "deferred", "dropped", ""
KINDS = "improvement", "improvement", "steering", "board", "daily"
STATES = "closed", "closed", "closed", "closed", "in_progress", "cancelled", "called"
STATUS = "done", "done", "done", "doing", "new", "blocked", "cancelled"


class Rows(NamedTuple):
    """Writes one row at a time, with what a table asks for filled in."""

    raw: sqlite3.Connection

    def people_and_groups(self) -> None:
        for key in GROUPS:
            self.add("group", id=key, kind="improvement", name=f"Gruppe {key}")
        for key in PEOPLE:
            self.add("person", id=key, first_name=f"Person {key}")

    def meeting(self, start: datetime, *, minutes: int = 60, **columns: Any) -> int:
        """A closed meeting of the first group, unless `columns` say otherwise."""
        given: dict[str, Any] = {
            "number": 1,
            "kind": "improvement",
            "group_id": GROUPS[0],
            "state": "closed",
            "planned_start": moment(start),
            "planned_end": moment(start + timedelta(minutes=minutes)),
        }
        return self.add("meeting", **given | columns)

    def action(self, number: int, first_due: date | None, /, **columns: Any) -> int:
        """An action of the first group that is yet to be done, unless `columns` say otherwise."""
        given: dict[str, Any] = {
            "number": number,
            "title": "Tape",
            "group_id": GROUPS[0],
            "created": day(FIRST),
            "first_due": first_due and day(first_due),
            "due": first_due and day(first_due),
            "status_since": day(FIRST),
        }
        return self.add("action", **given | columns)

    def attendance(self, meeting: int, arrivals: Mapping[int, str]) -> None:
        for person, arrival in arrivals.items():
            self.add("attendance", meeting_id=meeting, person_id=person, arrival=arrival)

    def add(self, table: str, /, **columns: Any) -> int:
        places = ", ".join("?" * len(columns))
        statement = f'INSERT INTO "{table}" ({", ".join(columns)}) VALUES ({places})'
        return int(self.raw.execute(statement, tuple(columns.values())).lastrowid or 0)


def at_random(rows: Rows, chance: Random) -> None:
    """A small history in which everything happens that the tables allow."""
    rows.people_and_groups()
    actions: list[int] = []
    for _ in range(chance.randrange(16)):
        meeting, start = _meeting(rows, chance)
        if chance.random() < 0.8:
            arrivals = {person: chance.choice(ARRIVALS) for person in _some(chance, PEOPLE)}
            rows.attendance(meeting, arrivals)
        _agenda(rows, chance, meeting)
        _people_seen(rows, chance, meeting)
        for _ in range(chance.randrange(3)):
            actions.append(_action(rows, chance, len(actions) + 1, meeting))
        for action in _some(chance, actions) if chance.random() < 0.7 else ():
            due = chance.choice((None, day(start), day(start + timedelta(days=1)), _day(chance)))
            rows.add(
                "follow_up",
                action_id=action,
                meeting_id=chance.choice((meeting, meeting, meeting, None)),
                day=day(start),
                due=due,
                asked=chance.randrange(2),
            )


def moment(when: datetime) -> str:
    return f"{when:%Y-%m-%d %H:%M}"


def day(when: date) -> str:
    return f"{when:%Y-%m-%d}"


def _meeting(rows: Rows, chance: Random) -> tuple[int, datetime]:
    start = datetime(FIRST.year, FIRST.month, FIRST.day, chance.choice((0, 0, 13)))
    start += timedelta(days=chance.randrange(DAYS))
    minutes = chance.choice((30, 60, 120))
    began = start + timedelta(minutes=chance.choice((-10, 0, 0, 1, 15, 60)))
    ended = start + timedelta(minutes=minutes + chance.choice((-20, 0, 4, 5, 6, 30)))
    key = rows.meeting(
        start,
        minutes=minutes,
        kind=chance.choice(KINDS),
        state=chance.choice(STATES),
        group_id=chance.choice((1, 1, 1, 2, 2, 3, None)),
        actual_start=chance.choice((None, moment(began), moment(began))),
        actual_end=chance.choice((None, moment(ended), moment(ended))),
    )
    return key, start


def _agenda(rows: Rows, chance: Random, meeting: int) -> None:
    outcomes = OUTCOMES if chance.random() < 0.5 else OUTCOMES[:-1]
    for position in range(chance.randrange(4)):
        rows.add(
            "agenda_item",
            meeting_id=meeting,
            position=position,
            title="Soner",
            presenter_id=chance.choice((None, *PEOPLE)),
            minutes=chance.choice((0, 5, 20)),
            outcome=chance.choice(outcomes),
            actual_minutes=chance.choice((None, 0, 7, 30)),
        )


def _people_seen(rows: Rows, chance: Random, meeting: int) -> None:
    for person in _some(chance, PEOPLE) if chance.random() < 0.6 else ():
        how = chance.choice(("yes", "yes", "partly", "no"))
        rows.add("prepared", meeting_id=meeting, person_id=person, how=how)
    for person in _some(chance, PEOPLE) if chance.random() < 0.6 else ():
        said = chance.randrange(2)
        rows.add("contribution", meeting_id=meeting, person_id=person, had_a_say=said)
    for person in _some(chance, (None, *PEOPLE)) if chance.random() < 0.4 else ():
        number = rows.raw.execute("SELECT count(*) FROM idea").fetchone()[0] + 1
        rows.add(
            "idea",
            number=number,
            text="Vogn",
            person_id=person,
            meeting_id=meeting,
            noted="2026-03-02",
        )


def _action(rows: Rows, chance: Random, number: int, meeting: int) -> int:
    status, dates = chance.choice(STATUS), [_day(chance)]
    changes = list(_changes(chance, dates)) if chance.random() < 0.5 else []
    due = None if chance.random() < 0.1 else dates[-1]
    key = rows.action(
        number,
        None,
        group_id=chance.choice((1, 1, 1, 2, 2, 3, None)),
        owner_id=chance.choice((None, *PEOPLE)),
        meeting_id=chance.choice((None, meeting, meeting)),
        first_due=due and dates[0],
        due=due,
        status=status,
        done=chance.choice((*dates, _day(chance))) if status == "done" else None,
    )
    for change in changes if due else ():
        rows.add("due_change", action_id=key, reason="Syk", **change)
    return key


def _changes(chance: Random, dates: list[str]) -> Iterator[dict[str, str]]:
    """Each moves the latest date, in time, on the very day, or too late; `dates` grows."""
    for _ in range(chance.randrange(1, 4)):
        old, new = dates[-1], _day(chance)
        moved = date.fromisoformat(old) + timedelta(days=chance.choice((-3, 0, 1)))
        dates.append(new)
        yield {"changed": day(moved), "old_due": old, "new_due": new}


def _some(chance: Random, of: Any) -> list[Any]:
    return chance.sample(list(of), chance.randrange(len(of) + 1))


def _day(chance: Random) -> str:
    return day(FIRST + timedelta(days=chance.randrange(-3, DAYS + 3)))
