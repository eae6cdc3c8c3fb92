"""Where the sample company is going: its vision, its values, and goals divided among its groups."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date, timedelta
from itertools import count
from typing import Any

from lean_desktop.samples.company import Company
from lean_desktop.samples.shipped import Words, shipped

Row = dict[str, Any]
Plan = Mapping[str, Any]


def company_goals(company: Company, day: date, words: Words) -> dict[str, list[Row]]:
    """Rows of the vision, the values and the goals, with their days counted from `day`."""
    data = shipped("goals")
    return {
        "vision": [{"id": 1, "text": words(data["vision"])}],
        "core_value": [
            {"position": place, "name": words(name), "meaning": words(meaning)}
            for place, (name, meaning) in enumerate(data["values"])
        ],
        "goal": list(_goals(data["goals"], None, company.groups, day, words, count(1))),
    }


def _goals(
    plans: Iterable[Plan],
    above: int | None,
    groups: Mapping[str, int],
    day: date,
    words: Words,
    keys: Iterator[int],
) -> Iterator[Row]:
    for place, plan in enumerate(plans):
        key = next(keys)
        yield {
            "id": key,
            "parent_id": above,
            "position": place,
            "name": words(plan["name"]),
            "measure": words(plan["measure"]),
            "due": day + timedelta(days=plan["days"]),
            "group_id": groups.get(plan.get("group", "")),
        }
        yield from _goals(plan.get("parts", ()), key, groups, day, words, keys)
