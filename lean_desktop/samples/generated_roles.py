"""Roles of a generated workspace: about 37 for a hundred people, one in twenty vacant."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta
from typing import Any

from lean_desktop.domain.organisation import GroupKind, GroupRole
from lean_desktop.domain.roles import COORDINATOR, MandateFor, Ready, RoleKind
from lean_desktop.samples.shipped import Words

PEOPLE_PER_COORDINATOR = 100
VACANT_EVERY = 20
AGREED_EVERY = 2

Row = dict[str, Any]
Rows = Mapping[str, Sequence[Row]]

_OF_MEMBERS = {
    GroupRole.LEADER: RoleKind.GROUP_LEADER,
    GroupRole.NOTE_TAKER: RoleKind.NOTE_TAKER,
}


def roles(made: Rows, day: date, words: Words, ready: Ready) -> dict[str, list[Row]]:
    """Rows of roles and their holders, of mandates by kind, and of agreements.

    `made` has the units, people, groups and memberships there are.
    """
    wanted = [
        *_in_line(made, words, day),
        *_coordinators(made, ready, day),
        *_in_groups(made, ready),
    ]
    assigned: list[Row] = []
    for key, (_, holders) in enumerate(wanted, 1):
        if key % VACANT_EVERY:
            assigned += [{"role_id": key, "deputy": False, **holder} for holder in holders]
    return {
        "role": [{"id": key, **role} for key, (role, _) in enumerate(wanted, 1)],
        "role_assignment": assigned,
        "mandate": list(_mandates(made, day, ready, words)),
        "agreement": list(_agreements(made, day, words)),
    }


def _in_line(made: Rows, words: Words, day: date) -> Iterator[tuple[Row, list[Row]]]:
    since = day - timedelta(days=365)
    for unit in made["unit"]:
        role = _blank(words("Avdelingsleder"), RoleKind.OWN, unit_id=unit["id"])
        yield role, [_held(unit["leader_id"], since)] if unit["leader_id"] else []


def _coordinators(made: Rows, ready: Ready, day: date) -> Iterator[tuple[Row, list[Row]]]:
    people = len(made["person"])
    count = max(1, people // PEOPLE_PER_COORDINATOR)
    for number in range(count):
        key = made["person"][number * people // count]["id"]
        yield _described(RoleKind.COORDINATOR, ready), [_held(key, day - timedelta(days=365))]


def _in_groups(made: Rows, ready: Ready) -> Iterator[tuple[Row, list[Row]]]:
    for member in made["membership"]:
        kind = _OF_MEMBERS.get(GroupRole(member["role"]))
        if kind is not None:
            role = _described(kind, ready, group_id=member["group_id"])
            yield role, []


def _described(kind: RoleKind, ready: Ready, group_id: int | None = None) -> Row:
    told = ready.roles[kind]
    role = _blank(told.name, kind, group_id=group_id)
    duties = "\n".join(told.accountabilities)
    return {**role, "purpose": told.purpose, "domain": told.domain, "accountabilities": duties}


def _blank(
    name: str, kind: RoleKind, *, group_id: int | None = None, unit_id: int | None = None
) -> Row:
    return {
        "name": name,
        "kind": kind,
        **dict.fromkeys(("purpose", "domain", "accountabilities"), ""),
        "group_id": group_id,
        "unit_id": unit_id,
    }


def _held(person: int, since: date) -> Row:
    return {"person_id": person, "valid_from": since}


def _mandates(made: Rows, day: date, ready: Ready, words: Words) -> Iterator[Row]:
    kinds = {MandateFor(group_kind=GroupKind(group["kind"])): None for group in made["group"]}
    for to in [COORDINATOR, *kinds]:
        yield {
            **to._asdict(),
            "version": 1,
            "giver": words("Ledergruppa"),
            "text": ready.mandates[to],
            "valid_from": day - timedelta(days=300),
            "review": day + timedelta(days=65),
        }


def _agreements(made: Rows, day: date, words: Words) -> Iterator[Row]:
    for group in made["group"][::AGREED_EVERY]:
        yield {
            "group_id": group["id"],
            "version": 1,
            "ground_rules": words("Vi begynner og slutter til avtalt tid"),
            "sub_goals": words("Alle verktøy på plass ved skiftbytte"),
            "valid_from": day - timedelta(days=200),
            "review": day + timedelta(days=165),
        }
