"""The sample's meetings: those held, the one each group has next, and drafts of some later ones."""

from collections import Counter
from collections.abc import Iterator
from datetime import date, datetime, timedelta

from lean_desktop.domain.preparation import written_tasks
from lean_desktop.samples.company import Company
from lean_desktop.samples.company_series import (
    Planned,
    Row,
    closed_periods,
    planned,
    series_row,
)
from lean_desktop.samples.shipped import Words, shipped

CHAIR, TOPIC = "@chair", "@topic"
CLOSING = "Avslutning"
"""The section that is never cut when an agenda is too long."""


def company_meetings(company: Company, day: date, words: Words) -> dict[str, list[Row]]:
    """Rows of series, meetings, guests, apologies and agendas, and the counters of the numbers.

    The meetings of a series lead up to its latest one, which lies around `day`. What is recorded
    of those held is still missing; see `company_minutes`.
    """
    data = shipped("meetings")
    plans = [{**data["frames"][series["frame"]], **series} for series in data["series"]]
    numbered = list(enumerate(plans, 1))
    meetings = [meeting for key, plan in numbered for meeting in planned(key, plan, day)]
    return {
        "closed_period": closed_periods(day, words),
        "meeting_series": [series_row(key, plan, company, day, words) for key, plan in numbered],
        **_Writer(company, words).written(sorted(meetings, key=_drafted_last)),
    }


def _drafted_last(meeting: Planned) -> tuple[bool, datetime]:
    """Drafts ahead were made last, so they have the highest keys."""
    return meeting.ahead, meeting.start


class _Writer:
    """Makes rows of planned meetings, in the order they are held."""

    def __init__(self, company: Company, words: Words) -> None:
        self._company = company
        self._words = words
        self._numbers: Counter[int] = Counter()
        self._tasks_made = 0
        self._rows: dict[str, list[Row]] = {
            "meeting": [],
            "meeting_guest": [],
            "agenda_item": [],
            "preparation": [],
            "attendance": [],
        }

    def written(self, planned: list[Planned]) -> dict[str, list[Row]]:
        for key, meeting in enumerate(planned, 1):
            self._add(key, meeting)
        numbers = {f"meeting:{group}": n for group, n in self._numbers.items()}
        numbers["calendar"] = len(planned)
        counters = [{"name": name, "value": n} for name, n in numbers.items()]
        return {**self._rows, "counter": counters}

    def _add(self, key: int, meeting: Planned) -> None:
        plan = meeting.plan
        group = self._company.groups.get(plan.get("group", ""))
        self._numbers[group or 0] += 1
        number = self._numbers[group or 0]
        chair = self._person(plan.get("chair"), group, "leader")
        self._rows["meeting"].append(
            {
                "id": key,
                "number": number,
                "kind": plan["kind"],
                "title": self._words(plan.get("title", "")),
                "group_id": group,
                "unit_id": self._company.units.get(plan.get("unit", "")),
                "series_id": meeting.series_id,
                "slot": meeting.start,
                "state": meeting.state,
                "actual_start": None,
                "actual_end": None,
                "reason": self._words(plan["reason"]) if meeting.state == "cancelled" else "",
                "private_note": "",
                "calendar_number": key,
                "place": self._words(plan["place"]),
                "planned_start": meeting.start,
                "planned_end": meeting.start + timedelta(minutes=plan["minutes"]),
                "purpose": self._text(plan["purpose"], meeting, number),
                "chair_id": chair,
                "note_taker_id": self._person(plan.get("note_taker"), group, "note_taker"),
            }
        )
        self._rows["meeting_guest"] += [
            {"meeting_id": key, "person_id": self._company.people[name]}
            for name in plan.get("guests", ())
        ]
        self._rows["attendance"] += [
            {
                "meeting_id": key,
                "person_id": self._company.people[name],
                "arrival": "excused",
                "late_minutes": None,
            }
            for name in plan.get("excused", ())
        ]
        self._add_items(key, meeting, number, chair)

    def _add_items(self, key: int, meeting: Planned, number: int, chair: int | None) -> None:
        presenters = {CHAIR: chair, TOPIC: self._company.people.get(meeting.topic_by)}
        sections = [name for name, n in meeting.plan.get("sections", ()) for _ in range(n)]
        for position, item in enumerate(meeting.plan["items"]):
            title, kind, presenter, minutes, purpose, preparation = item
            section = sections[position] if sections else ""
            presenter_id = presenters.get(presenter, self._company.people.get(presenter))
            own = len(self._rows["agenda_item"]) + 1
            self._rows["agenda_item"].append(
                {
                    "id": own,
                    "meeting_id": key,
                    "position": position,
                    "title": self._text(title, meeting, number),
                    "kind": kind,
                    "presenter_id": presenter_id,
                    "minutes": minutes,
                    "purpose": self._text(purpose, meeting, number),
                    "section": self._words(section),
                    "outcome": "",
                    "actual_minutes": None,
                    "protected": section == CLOSING,
                }
            )
            text = self._text(preparation, meeting, number)
            self._rows["preparation"] += self._tasks(own, text, presenter_id)

    def _tasks(self, item: int, text: str, presenter_id: int | None) -> Iterator[Row]:
        people = [(key, name) for name, key in self._company.people.items()]
        asked = written_tasks(text, people, presenter_id=presenter_id)
        for position, each in enumerate(asked):
            self._tasks_made += 1
            key = self._tasks_made
            yield {"id": key, "agenda_item_id": item, "position": position, **each._asdict()}

    def _person(self, name: str | None, group: int | None, role: str) -> int | None:
        """The one named, or who has the role in the group."""
        return self._company.people.get(name or "", self._company.roles.get((group or 0, role)))

    def _text(self, text: str, meeting: Planned, number: int) -> str:
        week_before = meeting.start - timedelta(days=7)
        return self._words(text).format(
            topic=self._words(meeting.topic),
            presenter=meeting.topic_by,
            previous=number - 1,
            week=week_before.isocalendar().week,
        )
