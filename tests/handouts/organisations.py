"""Organisations to draw as charts: ordinary, large, and strange."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from lean_desktop.domain.attention import Attention, AttentionKind, Subject
from lean_desktop.domain.chart.facts import ChartFacts
from lean_desktop.domain.organisation import (
    Group,
    GroupKind,
    GroupRole,
    Membership,
    Person,
    ReportingLine,
    Unit,
)
from lean_desktop.domain.reorganisation import Arrangement
from lean_desktop.domain.roles import Mandate, Role, RoleKind
from lean_desktop.i18n import M_

DAY = date(2026, 10, 6)
NOBODY = Arrangement([], [], [], [], [], [])


def facts(now: Arrangement = NOBODY, **more: Any) -> ChartFacts:
    """What charts are made of."""
    return ChartFacts(DAY, now, **more)


def person(key: int, name: str = "", unit: int | None = 1, **more: Any) -> Person:
    """Somebody in a unit, a fitter by trade."""
    return Person(key, str(key), name or f"Navn{key}", f"Nes{key}", "Montør", unit, **more)


def small() -> ChartFacts:
    """A plant of three units with an assistant and a vacant role, and three groups."""
    units = [
        Unit(1, "Ledelse", leader_id=1, leader="Terje Bakken"),
        Unit(2, "Produksjon", 1, leader_id=2, leader="Ragnhild Moen"),
        Unit(3, "Planlegging", 1),
    ]
    people = [
        Person(1, "1", "Terje", "Bakken", "Daglig leder", 1),
        Person(2, "2", "Ragnhild", "Moen", "Produksjonssjef", 2, manager_id=1),
        Person(3, "3", "Frøydis", "Hansen", "Assistent", 1, manager_id=1, assistant=True),
        Person(4, "4", "Pål", "Strand", "Montør", 2, manager_id=2),
        Person(5, "5", "Øystein", "Ødegård", "Montør", 3),
    ]
    groups = [
        Group(1, GroupKind.STEERING, "Styringsgruppe"),
        Group(2, GroupKind.IMPROVEMENT, "Montering", parent_id=1),
        Group(3, GroupKind.PILOT, "Pilotteam", parent_id=1),
    ]
    members = [
        Membership(1, 1, "Styringsgruppe", 2, "Ragnhild Moen", GroupRole.LEADER),
        Membership(2, 2, "Montering", 4, "Pål Strand", GroupRole.LEADER),
        Membership(3, 2, "Montering", 5, "Øystein Ødegård", GroupRole.DEPUTY),
    ]
    role = Role(1, "Avdelingsleder", RoleKind.OWN, unit_id=3, unit="Planlegging")
    given = Mandate(
        *(1, GroupKind.STEERING, None, "", None, "", False, 1, "Ledelsen", None, "Lede", DAY)
    )
    wanting = [
        Attention(
            *(AttentionKind.VACANT_ROLE, Subject.ROLE, 1, role.name, date(2026, 8, 1)),
            M_("Nobody has the role {name}.", name=role.name),
        ),
        Attention(
            *(AttentionKind.NO_GROUP, Subject.PERSON, 5, "Øystein Ødegård", None),
            M_("{name} is in no group.", name="Øystein Ødegård"),
        ),
    ]
    return facts(
        Arrangement(people, units, groups, members, [role], []),
        lines=[ReportingLine(1, 4, "Pål Strand", 1, "Terje Bakken", dotted=True)],
        mandates=[given],
        attention=wanting,
    )


def levels(widths: Sequence[int], people: int) -> ChartFacts:
    """A tree of led units, so many on each level, and so many people in each at the bottom."""
    units: list[Unit] = []
    above: list[int] = []
    for width in widths:
        here = range(len(units) + 1, len(units) + width + 1)
        units += [
            _unit(key, above[number * len(above) // width] if above else None)
            for number, key in enumerate(here)
        ]
        above = list(here)
    leaders = [person(unit.id, unit=unit.id) for unit in units]
    first = len(units) + 1
    others = [
        person(first + number * people + each, unit=unit, manager_id=unit)
        for number, unit in enumerate(above)
        for each in range(people)
    ]
    return facts(NOBODY._replace(people=[*leaders, *others], units=units))


def thousand() -> ChartFacts:
    """1,000 people: a top, seven departments, fifty teams, 141 groups with leader and deputy."""
    tree = levels((1, 7, 50), 19)
    people = [*tree.now.people, *(person(key, unit=8) for key in range(1009, 1001 + 8))][:1000]
    groups = [Group(1, GroupKind.STEERING, "Styringsgruppe")]
    groups += [Group(n, GroupKind.IMPROVEMENT, f"Gruppe {n}", parent_id=1) for n in range(2, 142)]
    members = [
        Membership(2 * group.id + part, group.id, group.name, who, people[who - 1].name, role)
        for group in groups
        for part, role in enumerate((GroupRole.LEADER, GroupRole.DEPUTY))
        for who in (58 + group.id * 2 + part,)
    ]
    return facts(tree.now._replace(people=people, groups=groups, memberships=members))


def loose(count: int, name: str = "") -> ChartFacts:
    """People without a unit or a manager."""
    return facts(NOBODY._replace(people=[person(n, name, None) for n in range(1, count + 1)]))


def chain(length: int) -> ChartFacts:
    """Units each of which is part of the one before."""
    units = [_unit(key, key - 1 or None) for key in range(1, length + 1)]
    return facts(
        NOBODY._replace(units=units, people=[person(key, unit=key) for key in range(1, length + 1)])
    )


def named(name: str) -> ChartFacts:
    """The small plant, where everything is called by one name."""
    now = small().now
    return small()._replace(
        now=Arrangement(
            [each._replace(first_name=name, last_name=name, title=name) for each in now.people],
            [each._replace(name=name, leader=each.leader and name) for each in now.units],
            [each._replace(name=name) for each in now.groups],
            [each._replace(person=name) for each in now.memberships],
            [each._replace(name=name) for each in now.roles],
            [],
        )
    )


def _unit(key: int, parent: int | None) -> Unit:
    return Unit(key, f"Avdeling {key}", parent, leader_id=key, leader=f"Navn{key} Nes{key}")
