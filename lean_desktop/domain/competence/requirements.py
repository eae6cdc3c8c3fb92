"""What is required of whom: through a role, a group, a unit, or of one person; the strictest holds.

Qualified means at or above the level required there (practice 7), so target and coverage agree.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Set
from enum import StrEnum
from typing import NamedTuple

from lean_desktop.domain.competence.levels import QUALIFIED, TEACHES, Scale, told
from lean_desktop.domain.roles import RoleKind
from lean_desktop.i18n import N_, Language


class Of(StrEnum):
    """Whom a requirement binds, the most particular first."""

    PERSON = "person"
    ROLE = "role"
    ROLE_KIND = "role_kind"
    GROUP = "group"
    UNIT = "unit"


OF_NAMES = {
    Of.PERSON: N_("Person"),
    Of.ROLE: N_("Role"),
    Of.ROLE_KIND: N_("Kind of role"),
    Of.GROUP: N_("Group"),
    Of.UNIT: N_("Unit"),
}

Scope = tuple[Of, int | str]
"""What somebody holds or belongs to: a key, or a kind of role by its word."""

_PARTICULAR = {of: rank for rank, of in enumerate(Of)}


class Requirement(NamedTuple):
    """A level of one skill for those a scope holds; `name` is that of the scope.

    With `at_least` so many of them must have it, else every one.
    """

    id: int
    skill_id: int
    of: Of
    key: int | str
    level: int = QUALIFIED
    at_least: int | None = None
    name: str = ""

    def told_name(self, t: Language) -> str:
        """Whom it is required of, as it is shown; kinds of role are words of ours."""
        return t(self.name) if self.of is Of.ROLE_KIND else self.name

    @property
    def scope(self) -> Scope:
        """Whom it binds."""
        return self.of, self.key

    @property
    def strictness(self) -> tuple[int, int, int]:
        """The higher the stricter: first the level; the more particular speaks for equals."""
        return self.level, -_PARTICULAR[self.of], -self.id


Targets = Mapping[int, Requirement]
"""By skill, what is required of one person."""


def usual_level(of: Of, key: int | str) -> int:
    """The level of a new requirement: an instructor teaches, all others do it alone."""
    teaching = of is Of.ROLE_KIND and key == RoleKind.INSTRUCTOR
    return TEACHES if teaching else QUALIFIED


class Bindings:
    """Which requirements bind whom on one day.

    `scopes` has for each person all they hold and belong to, units above theirs included. People
    with the same scopes share their targets, so that a thousand people are quickly told.
    """

    def __init__(
        self, requirements: Iterable[Requirement], scopes: Mapping[int, Set[Scope]]
    ) -> None:
        self._by_scope: dict[Scope, list[Requirement]] = defaultdict(list)
        for each in requirements:
            self._by_scope[each.scope].append(each)
        self._scopes = scopes
        self._bound = {
            key: frozenset(found & self._by_scope.keys()) for key, found in scopes.items()
        }
        self._targets: dict[frozenset[Scope], dict[int, Requirement]] = {}
        self._there: dict[frozenset[Scope], dict[int, int]] = {}
        self._among: dict[Scope, frozenset[int]] = {}

    @property
    def requirements(self) -> list[Requirement]:
        """All of them, by number."""
        return sorted(each for found in self._by_scope.values() for each in found)

    def targets(self, person_id: int) -> Targets:
        """By skill, the strictest of what every one of the person's scopes must have."""
        scopes = self._bound.get(person_id, frozenset())
        if scopes not in self._targets:
            self._targets[scopes] = self._strictest(scopes)
        return self._targets[scopes]

    def levels_there(self, person_id: int) -> Mapping[int, int]:
        """By skill, the level that makes the person qualified, where something is required.

        That is the target, or else the strictest of what a number among them must have; where
        neither speaks, the usual one holds.
        """
        scopes = self._bound.get(person_id, frozenset())
        if scopes not in self._there:
            self._there[scopes] = self._levels(scopes, self.targets(person_id))
        return self._there[scopes]

    def binding(self, person_id: int, skill_id: int) -> list[Requirement]:
        """All that bind the person for a skill, the strictest first; for the inspector."""
        scopes = self._bound.get(person_id, frozenset())
        found = [
            each for scope in scopes for each in self._by_scope[scope] if each.skill_id == skill_id
        ]
        return sorted(found, key=lambda each: (each.at_least is None, each.strictness))[::-1]

    def among(self, scope: Scope) -> frozenset[int]:
        """The people a scope holds."""
        if scope not in self._among:
            held = (key for key, scopes in self._bound.items() if scope in scopes)
            self._among[scope] = frozenset(held)
        return self._among[scope]

    def usual_targets(self) -> dict[int, int]:
        """By skill, the level that is required most often."""
        levels: dict[int, list[int]] = defaultdict(list)
        for found in self._by_scope.values():
            for each in found:
                levels[each.skill_id].append(each.level)
        return {key: max(set(found), key=found.count) for key, found in levels.items()}

    def _strictest(self, scopes: Set[Scope]) -> dict[int, Requirement]:
        found: dict[int, Requirement] = {}
        for scope in scopes:
            for each in self._by_scope[scope]:
                there = found.get(each.skill_id)
                stricter = there is None or each.strictness > there.strictness
                if each.at_least is None and stricter:
                    found[each.skill_id] = each
        return found

    def _levels(self, scopes: Set[Scope], targets: Targets) -> dict[int, int]:
        found: dict[int, int] = {}
        for scope in scopes:
            for each in self._by_scope[scope]:
                found[each.skill_id] = max(each.level, found.get(each.skill_id, 0))
        return found | {key: each.level for key, each in targets.items()}


_WHY = {
    Of.PERSON: N_("{level} is required of {name}"),
    Of.ROLE: N_("{level} is required by the role {name}"),
    Of.ROLE_KIND: N_("{level} is required by the role {name}"),
    Of.GROUP: N_("{level} is required in the group {name}"),
    Of.UNIT: N_("{level} is required in the unit {name}"),
}


def why(requirement: Requirement, scale: Scale, t: Language) -> str:
    """Which requirement it is, and through what it binds."""
    name, level = requirement.told_name(t), told(requirement.level, scale, t)
    said = t(_WHY[requirement.of], level=level, name=name)
    if requirement.at_least is None:
        return said
    return t("{what}, of at least {n}", what=said, n=requirement.at_least)
