"""The sample's meetings that were held, as what was recorded of them needs them."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import Any, NamedTuple

from lean_desktop.samples.company import Company
from lean_desktop.samples.spread import Aim

Row = dict[str, Any]
TOPIC_ITEM = 2
"""The position of the item a meeting is mostly about."""


class Held(NamedTuple):
    """A meeting of a group that was held; `back` counts from the group's latest, which is 1."""

    id: int
    back: int
    start: datetime
    end: datetime
    items: Sequence[Row]
    members: Sequence[int]

    @property
    def day(self) -> date:
        """The day it was held."""
        return self.start.date()

    @property
    def topic(self) -> int:
        """The key of the item it was mostly about."""
        return int(self.items[TOPIC_ITEM]["id"])


class HeldByGroup(NamedTuple):
    """The held meetings of one group by how far back they are, and what to aim at."""

    name: str
    group_id: int
    meetings: Mapping[int, Held]
    aims: Mapping[str, Aim]

    @property
    def oldest_first(self) -> list[Held]:
        """As they were held."""
        return [self.meetings[back] for back in sorted(self.meetings, reverse=True)]

    def spread_over(self, count: int, *, until: int = 1) -> list[Held]:
        """So many meetings at even distances, from the oldest to the one `until` back."""
        oldest = len(self.meetings)
        steps = (index * (oldest - until + 1) // count for index in range(count))
        return [self.meetings[oldest - step] for step in steps]


def held_by_group(
    company: Company, rows: Mapping[str, Sequence[Row]], rates: Mapping[str, Any]
) -> list[HeldByGroup]:
    """The closed meetings of every group; `rates` are those shipped, by group."""
    return [
        HeldByGroup(name, key, _held(company, rows, key), _aims(rates[name]))
        for name, key in company.groups.items()
    ]


def _held(company: Company, rows: Mapping[str, Sequence[Row]], group: int) -> dict[int, Held]:
    closed = [each for each in rows["meeting"] if is_held(each) and each["group_id"] == group]
    latest_first = sorted(closed, key=lambda each: each["planned_start"], reverse=True)
    return {
        back: Held(
            meeting["id"],
            back,
            meeting["planned_start"],
            meeting["planned_end"],
            [item for item in rows["agenda_item"] if item["meeting_id"] == meeting["id"]],
            members_on(company, group, meeting["planned_start"].date()),
        )
        for back, meeting in enumerate(latest_first, 1)
    }


def is_held(meeting: Row) -> bool:
    """Whether minutes are kept of it and it is over."""
    return bool(meeting["state"] == "closed" and meeting["kind"] != "daily")


def members_on(company: Company, group: int, day: date) -> list[int]:
    """Who was in the group that day."""
    return [
        each["person_id"]
        for each in company.rows["membership"]
        if each["group_id"] == group and each["valid_from"] <= day <= (each["valid_to"] or day)
    ]


def _aims(rates: Mapping[str, Any]) -> dict[str, Aim]:
    calm = rates.get("calm", {})
    return {
        name: Aim(now, min(100, now - rates["trend"]), calm.get(name, 0))
        for name, now in rates["now"].items()
    }
