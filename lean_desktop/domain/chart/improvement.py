"""The improvement organisation as a chart: groups under groups, and the coordinator beside them."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from lean_desktop.domain.chart.boxes import Box, BoxKind, Chart, Hanging, box_key
from lean_desktop.domain.organisation import (
    GROUP_KIND_NAMES,
    Group,
    GroupKind,
    GroupRole,
    Membership,
    Person,
    within,
    without_kind,
)
from lean_desktop.domain.roles import (
    Mandate,
    Role,
    RoleAssignment,
    RoleKind,
    held_on,
    mandate_of_group,
    mandate_of_role,
    mandates_on,
    validity,
)
from lean_desktop.i18n import Language

_PLACES = {kind: place for place, kind in enumerate(GroupKind)}
_TOP = (GroupKind.STEERING, GroupKind.MANAGEMENT)
"""The kinds of group the coordinator answers to, the likeliest first."""


def improvement_chart(
    groups: Iterable[Group],
    memberships: Iterable[Membership],
    day: date,
    t: Language,
    *,
    people: Iterable[Person] = (),
    roles: Iterable[Role] = (),
    assignments: Sequence[RoleAssignment] = (),
    mandates: Iterable[Mandate] | None = None,
) -> Chart:
    """The groups of `day` with their leader and deputy; who of `people` is not employed leads none.

    Of `roles`, as they are held on the day, the coordinator stands beside the steering group, and
    pillar owners without a group and vacant roles hang below; `assignments` tell who has them.
    With `mandates` the boxes of groups, coordinator and pillar owners say how theirs stands.
    """
    gone = {person.id for person in people if not person.active_on(day)}
    members = [each for each in memberships if each.person_id not in gone]
    there = [group for group in groups if within(day, group.active_from, group.active_to)]
    return _Improvement(there, day, t, mandates).chart(members, roles, assignments)


class _Improvement:
    def __init__(
        self, groups: Sequence[Group], day: date, t: Language, mandates: Iterable[Mandate] | None
    ) -> None:
        self._groups, self._day, self._t = groups, day, t
        self._mandates = None if mandates is None else mandates_on(mandates, day)
        self._hanging = Hanging()

    def chart(
        self,
        members: Iterable[Membership],
        roles: Iterable[Role],
        assignments: Sequence[RoleAssignment],
    ) -> Chart:
        leading = _leading(members, self._day)
        for group in self._groups:
            self._hang_group(group, leading)
        top = self._top()
        for role in filter(self._is_shown, roles):
            self._hang_role(role, role.group_id or top, assignments)
        return self._hanging.hung()

    def _hang_group(
        self, group: Group, leading: Mapping[tuple[int, GroupRole], tuple[int, str]]
    ) -> None:
        person_id, name = leading.get((group.id, GroupRole.LEADER), (None, ""))
        _, deputy = leading.get((group.id, GroupRole.DEPUTY), (None, ""))
        box = Box(BoxKind.GROUP, group.id, _over(group, self._t), name, person_id, deputy)
        if self._mandates is not None:
            mandate = mandate_of_group(group, self._mandates)
            box = box._replace(mandate=validity(mandate, self._day))
        place = _PLACES[group.kind], self._t.sort_key(group.name), group.id
        self._hanging.add(box, _group_box(group.parent_id), place)

    def _hang_role(
        self, role: Role, group_id: int | None, assignments: Sequence[RoleAssignment]
    ) -> None:
        held = held_on(assignments, role.id, self._day) if role.holders else []
        names = ", ".join(role.holders), next(iter(role.deputies), "")
        person_id = held[0].person_id if held else None
        box = Box(BoxKind.ROLE, role.id, role.name, names[0], person_id, names[1])
        if self._mandates is not None and _stands_alone(role):
            mandate = mandate_of_role(role, self._mandates)
            box = box._replace(mandate=validity(mandate, self._day))
        place = len(_PLACES), self._t.sort_key(role.name), role.id
        beside = role.kind is RoleKind.COORDINATOR
        self._hanging.add(box, _group_box(group_id), place, beside=beside)

    def _is_shown(self, role: Role) -> bool:
        if _stands_alone(role):
            return True
        there = any(group.id == role.group_id for group in self._groups)
        return there and role.vacant and not role.filled_by_group

    def _top(self) -> int | None:
        """The steering group, or else the management group."""
        found = [group for kind in _TOP for group in self._groups if group.kind is kind]
        return found[0].id if found else None


def _stands_alone(role: Role) -> bool:
    """Whether the role has a box of its own, held or vacant."""
    if role.kind is RoleKind.COORDINATOR:
        return True
    return role.kind is RoleKind.PILLAR_OWNER and role.group_id is None


def _group_box(group_id: int | None) -> int | None:
    return None if group_id is None else box_key(BoxKind.GROUP, group_id)


def _over(group: Group, t: Language) -> str:
    """Improvement groups are many, and their kind need not be said of each."""
    if group.kind is not GroupKind.IMPROVEMENT:
        return group.name
    return without_kind(group.name, t(GROUP_KIND_NAMES[group.kind]))


def _leading(
    memberships: Iterable[Membership], day: date
) -> dict[tuple[int, GroupRole], tuple[int, str]]:
    """Who has a part in a group on the day; of several, who came first."""
    found: dict[tuple[int, GroupRole], tuple[int, str]] = {}
    for each in memberships:
        if within(day, each.valid_from, each.valid_to):
            found.setdefault((each.group_id, each.role), (each.person_id, each.person))
    return found
