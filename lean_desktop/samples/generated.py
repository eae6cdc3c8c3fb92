"""Workspaces of any size, the same for the same seed: organisation and improvement groups.

Sizes follow one coordinator for each hundred employees: about 15 groups of 5 to 7 members and
about one line with a daily meeting a hundred people, nine in ten people in some group.
"""

import random
from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from typing import Any, NamedTuple

from lean_desktop.samples.shipped import Words, shipped

GROUPS_PER_100 = 14  # and one steering group
LINES_PER_1000 = 8
PEOPLE_PER_UNIT = 20
UNITS_BELOW_ONE = 8
MEMBERS = (5, 6, 7, 7, 7)

Row = dict[str, Any]


class Size(NamedTuple):
    """How much to make: so many people and years of meetings, at random from a seed."""

    people: int
    years: int
    seed: int

    @property
    def groups(self) -> int:
        """Improvement groups, without the steering group."""
        return max(1, round(self.people * GROUPS_PER_100 / 100))

    @property
    def lines(self) -> int:
        """Lines that meet every day."""
        return max(1, self.people * LINES_PER_1000 // 1000)


class Organisation(NamedTuple):
    """Rows of units and people; the units nobody is below come last, from `first_leaf` on."""

    units: list[Row]
    people: list[Row]
    first_leaf: int


def organisation(size: Size, day: date, words: Words) -> Organisation:
    """A tree of units, each with a leader as far as there are people."""
    units, first_leaf = _units(size, words)
    people = list(_people(size, units, first_leaf, day, words))
    return Organisation(units, people, first_leaf)


def _units(size: Size, words: Words) -> tuple[list[Row], int]:
    """Units level by level from the top, and the index of the first at the bottom."""
    levels = [max(1, size.people // PEOPLE_PER_UNIT)]
    while levels[0] > UNITS_BELOW_ONE:
        levels.insert(0, -(-levels[0] // UNITS_BELOW_ONE))
    company = [words(unit[0]) for unit in shipped("company")["units"]]
    top, names = company[0], company[1:]
    units = [_unit(1, top, None, size)]
    above, first = [1], 1
    for width in levels:
        first = len(units)
        for index in range(width):
            name = f"{names[index % len(names)]} {len(units)}"
            units.append(_unit(len(units) + 1, name, above[index * len(above) // width], size))
        above = [unit["id"] for unit in units[first:]]
    return units, first


def _unit(key: int, name: str, parent: int | None, size: Size) -> Row:
    leader = key if key <= size.people else None
    return {"id": key, "name": name, "parent_id": parent, "leader_id": leader}


def _people(
    size: Size, units: Sequence[Row], first_leaf: int, day: date, words: Words
) -> Iterator[Row]:
    """The leaders in the order of their units, then everybody else, unit by unit."""
    chance = random.Random(size.seed)  # noqa: S311, no secrets here
    names = shipped("names")
    everyone = [person for unit in shipped("company")["people"].values() for person in unit]
    titles = [words(title) for title in sorted({person[2] for person in everyone})]
    leaves, others = units[first_leaf:], max(1, size.people - len(units))
    for key in range(1, size.people + 1):
        leads = key <= len(units)
        unit = units[key - 1] if leads else leaves[(key - len(units) - 1) * len(leaves) // others]
        boss = unit["parent_id"] if leads else unit["leader_id"]
        yield {
            "id": key,
            "number": str(1000 + key),
            "first_name": chance.choice(names["first"]),
            "last_name": chance.choice(names["last"]),
            "title": words("Avdelingsleder") if leads else chance.choice(titles),
            "unit_id": unit["id"],
            "manager_id": boss,
            "email": f"{1000 + key}@verkstedindustri.example",
            "phone": f"9{chance.randrange(10**7):07}",
            "percent": chance.choice((100, 100, 100, 100, 80, 50)),
            "active_from": day - timedelta(days=chance.randrange(365, 365 * 30)),
        }


def groups(size: Size, made: Organisation, day: date, words: Words) -> dict[str, list[Row]]:
    """Rows of the steering group, of the improvement groups, and of who is in them."""
    chance = random.Random(size.seed + 1)  # noqa: S311
    began = day - timedelta(days=366 * size.years)
    rows: dict[str, list[Row]] = {"group": [], "membership": []}
    leaders = [person["id"] for person in made.people[:5]]
    _add_group(rows, words("Styringsgruppe"), "steering", 1, leaders, began)
    rest = [person["id"] for person in made.people[made.first_leaf :]] or leaders
    place, of_unit = 0, Counter[int]()
    for _ in range(size.groups):
        members = [rest[(place + n) % len(rest)] for n in range(chance.choice(MEMBERS))]
        place += len(members)
        unit = made.people[members[0] - 1]["unit_id"]
        of_unit[unit] += 1
        name = words("Forbedringsgruppe {unit}").format(unit=made.units[unit - 1]["name"])
        distinct = list(dict.fromkeys(members))
        _add_group(rows, f"{name}.{of_unit[unit]}", "improvement", unit, distinct, began)
    return rows


def _add_group(
    rows: dict[str, list[Row]], name: str, kind: str, unit: int, members: list[int], began: date
) -> None:
    key = len(rows["group"]) + 1
    rows["group"].append(
        {
            "id": key,
            "kind": kind,
            "name": name,
            "parent_id": None if key == 1 else 1,
            "unit_id": unit,
            "active_from": began,
        }
    )
    roles = ["leader", "deputy", "note_taker"] + ["member"] * len(members)
    rows["membership"] += [
        {"group_id": key, "person_id": person, "role": role, "valid_from": began}
        for person, role in zip(members, roles, strict=False)
    ]
