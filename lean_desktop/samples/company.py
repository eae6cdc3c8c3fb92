"""Verkstedindustri AS, the company of the screens: 52 people, 12 units and 7 groups."""

import unicodedata
from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from typing import Any, NamedTuple

from lean_desktop.samples.shipped import Words, shipped

FIRST_NUMBER = 301

_LETTERS = str.maketrans({"æ": "ae", "ø": "o", "å": "a", "ł": "l", "'": "", " ": ""})


class Company(NamedTuple):
    """The rows of the organisation, and the keys of people and groups by their shipped names.

    `roles` tells who leads a group and who writes its minutes, by group key and role.
    """

    name: str
    rows: dict[str, list[dict[str, Any]]]
    people: Mapping[str, int]
    groups: Mapping[str, int]
    roles: Mapping[tuple[int, str], int]
    units: Mapping[str, int]


def company(day: date, words: Words) -> Company:
    """The sample's organisation as it is on `day`."""
    data = shipped("company")
    units = {unit[0]: key for key, unit in enumerate(data["units"], 1)}
    people = {f"{each[0]} {each[1]}": key for key, (_, each) in enumerate(_everyone(data), 1)}
    groups = {group["name"]: key for key, group in enumerate(data["groups"], 1)}
    rows = {
        "unit": [
            {
                "id": units[name],
                "name": words(name),
                "parent_id": units.get(parent),
                "leader_id": people.get(leader),
            }
            for name, parent, leader in data["units"]
        ],
        "person": list(_people(data, units, people, day, words)),
        "group": [
            {
                "id": groups[group["name"]],
                "kind": group["kind"],
                "name": words(group["name"]),
                "purpose": words(group["purpose"]),
                "parent_id": None if group["kind"] == "steering" else groups["Styringsgruppe"],
                "unit_id": units.get(group["unit"]),
                "active_from": day - timedelta(days=group["days"]),
                "pillar": words(group.get("pillar", "")),
                "shifts": words(group["shifts"]),
            }
            for group in data["groups"]
        ],
        "membership": list(_memberships(data, groups, people, day)),
        "reporting_line": list(_lines(data, people, day)),
    }
    roles = {(each["group_id"], each["role"]): each["person_id"] for each in rows["membership"]}
    return Company(data["name"], rows, people, groups, roles, units)


def _everyone(data: Mapping[str, Any]) -> Iterator[tuple[str, list[Any]]]:
    for unit, people in data["people"].items():
        for person in people:
            yield unit, person


def _people(
    data: Mapping[str, Any],
    units: Mapping[str, int],
    people: Mapping[str, int],
    day: date,
    words: Words,
) -> Iterator[dict[str, Any]]:
    handed_over = {name: days - 1 for name, _, days in data["managers_before"]}
    for key, (unit, each) in enumerate(_everyone(data), 1):
        first, last, title, since, percent = each
        name = f"{first} {last}"
        new_manager = handed_over.get(name)
        yield {
            "id": key,
            "number": str(FIRST_NUMBER + key - 1),
            "first_name": first,
            "last_name": last,
            "title": words(title),
            "unit_id": units[unit],
            "manager_id": people.get(_manager(data["units"], unit, name)),
            "manager_since": None if new_manager is None else day - timedelta(days=new_manager),
            "assistant": name in data["assistants"],
            "email": f"{_plain(first)}.{_plain(last)}@{data['mail']}",
            "phone": f"900 00 {key:03}",
            "percent": percent,
            "active_from": date.fromisoformat(since),
        }


def _manager(units: list[list[str | None]], unit: str, person: str) -> str:
    """Who leads the unit, or the nearest one above that somebody else leads; empty at the top."""
    above = {name: (parent, leader) for name, parent, leader in units}
    place: str | None = unit
    while place is not None:
        place, leader = above[place]
        if leader not in (None, person):
            return str(leader)
    return ""


def _memberships(
    data: Mapping[str, Any], groups: Mapping[str, int], people: Mapping[str, int], day: date
) -> Iterator[dict[str, Any]]:
    """Members since the group began, or from so many days before `day` to so many before it."""
    for group in data["groups"]:
        for name, role, *days in group["members"]:
            since, *until = days or [group["days"]]
            yield {
                "group_id": groups[group["name"]],
                "person_id": people[name],
                "role": role,
                "valid_from": day - timedelta(days=since),
                "valid_to": day - timedelta(days=until[0]) if until else None,
            }


def _lines(
    data: Mapping[str, Any], people: Mapping[str, int], day: date
) -> Iterator[dict[str, Any]]:
    """Dotted lines from so many days before `day`, and solid ones that ended so many before it."""
    for name, manager, days in data["dotted"]:
        since = day - timedelta(days=days)
        yield _line(people, name, manager) | {"dotted": True, "valid_from": since}
    for name, manager, days in data["managers_before"]:
        yield _line(people, name, manager) | {"valid_to": day - timedelta(days=days)}


def _line(people: Mapping[str, int], name: str, manager: str) -> dict[str, Any]:
    line = {"person_id": people[name], "manager_id": people[manager], "dotted": False}
    return {**line, "valid_from": None, "valid_to": None}


def _plain(name: str) -> str:
    """A name in the letters of an e-mail address."""
    spelled = name.lower().translate(_LETTERS)
    parts = unicodedata.normalize("NFKD", spelled)
    return "".join(letter for letter in parts if letter.isascii())
