"""When the sample's groups and units meet: series with a rule, and the days they really met on."""

from collections.abc import Iterator, Mapping
from datetime import date, datetime, time, timedelta
from itertools import count, islice
from typing import Any, NamedTuple

from lean_desktop.samples.company import Company
from lean_desktop.samples.shipped import Words
from lean_desktop.samples.workdays import closings, is_open, shifted

WEEKDAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
WEEK = 5
"""Working days."""

Row = dict[str, Any]
Plan = Mapping[str, Any]


class Planned(NamedTuple):
    """A meeting that has its day and its series, but no number yet; `ahead` of the latest one."""

    start: datetime
    series_id: int
    plan: Plan
    topic: str
    topic_by: str
    state: str
    ahead: bool = False


def planned(series_id: int, plan: Plan, day: date) -> Iterator[Planned]:
    """The meetings of a series, from the latest back, and then those drafted ahead of it."""
    topics = plan["topics"] or [("", "")]
    for back, held in enumerate(slots(plan, day)):
        topic, by = topics[(plan["count"] - 1 - back) % len(topics)]
        own = plan if back else {**plan, **plan.get("written", {})}
        state = _state(plan, back, held, day)
        yield Planned(_at(held, plan), series_id, own, topic, by, state)
    for place, ahead in enumerate(_ahead(plan, day)):
        topic, by = topics[(plan["count"] + place) % len(topics)]
        yield Planned(_at(ahead, plan), series_id, plan, topic, by, "draft", ahead=True)


def slots(plan: Plan, day: date) -> list[date]:
    """The days of the meetings from the latest back, as the rule gives them and the plant is open.

    The latest lies so many working days from `day`, or at the next turn when the plant is closed
    then. What happens on `day` itself happens, or there would be nothing to see in July.
    """
    latest = shifted(day, plan["latest"])
    while latest != day and not is_open(latest):
        latest = _turn(latest, plan, 1 if latest > day else -1)
    turns = (_turn(latest, plan, -back) for back in count(1))
    return [latest, *islice(filter(is_open, turns), plan["count"] - 1)]


def _ahead(plan: Plan, day: date) -> list[date]:
    latest = slots(plan, day)[0]
    turns = (_turn(latest, plan, turn) for turn in count(1))
    return list(islice(filter(is_open, turns), plan.get("drafts", 0)))


def _turn(latest: date, plan: Plan, turns: int) -> date:
    """The day so many turns of the rule from the latest one."""
    if plan["every"] < WEEK:
        return shifted(latest, turns * plan["every"])
    return latest + timedelta(weeks=turns * plan["every"] // WEEK)


def _state(plan: Plan, back: int, held: date, day: date) -> str:
    if held >= day:
        return "called"
    if back in plan.get("missed", ()):
        return "draft"
    return "cancelled" if back in plan.get("cancelled", ()) else "closed"


def _at(day: date, plan: Plan) -> datetime:
    return datetime.combine(day, time.fromisoformat(plan["at"]))


def series_row(key: int, plan: Plan, company: Company, day: date, words: Words) -> Row:
    """The row of a series, its rule in the words of RFC 5545."""
    days = slots(plan, day)
    return {
        "id": key,
        "kind": plan["kind"],
        "title": words(plan.get("title", "")),
        "group_id": company.groups.get(plan.get("group", "")),
        "unit_id": company.units.get(plan.get("unit", "")),
        "place": words(plan["place"]),
        "first_start": _at(days[-1], plan),
        "minutes": plan["minutes"],
        "rule": _rule(plan, days[0]),
        "planned_to": (_ahead(plan, day) or days[:1])[-1],
        "when_closed": "skip",
        "template_key": plan["kind"] if plan["kind"] in TEMPLATES else "",
    }


TEMPLATES = ("improvement", "steering", "daily", "a3_review")
"""Kinds whose agendas are made from the template of the same key."""


def _rule(plan: Plan, latest: date) -> str:
    if plan["every"] < WEEK:
        return f"FREQ=WEEKLY;BYDAY={','.join(WEEKDAYS[:WEEK])}"
    return f"FREQ=WEEKLY;INTERVAL={plan['every'] // WEEK};BYDAY={WEEKDAYS[latest.weekday()]}"


def closed_periods(day: date, words: Words) -> list[Row]:
    """The holidays of the plant, this year, the one before and the next."""
    years = (day.year - 1, day.year, day.year + 1)
    return [
        {"name": words(name), "first_day": first, "last_day": last}
        for year in years
        for name, first, last in closings(year)
    ]
