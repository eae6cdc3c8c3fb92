"""A mandate as it is handed over: the version that counts, and the roles and groups it holds for.

Mission §2 "Organisation and roles"; §4: the old text of a mandate stays with its days.
"""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import NamedTuple

from lean_desktop.domain.attention import Organised
from lean_desktop.domain.organisation import Group, GroupRole
from lean_desktop.domain.roles import (
    NOTICE,
    Mandate,
    MandateFor,
    Role,
    Validity,
    mandate_of_group,
    mandate_of_role,
    mandates_on,
    validity,
)


class LedGroup(NamedTuple):
    """A group with the names of those who lead it, and who stand in for them, on a day."""

    group: Group
    leaders: tuple[str, ...]
    deputies: tuple[str, ...]


class Receiver(NamedTuple):
    """One who receives a mandate, and where they do; without a `name` the place is vacant."""

    name: str
    place: str = ""


class GivenMandate(NamedTuple):
    """A mandate, how it stands, and what it holds for.

    `roles` has those that are described alike together; `others` are its versions before and
    after, the latest first; `giver_leaders` lead the group that gives it.
    """

    mandate: Mandate
    standing: Validity
    roles: tuple[tuple[Role, ...], ...]
    groups: tuple[LedGroup, ...]
    others: tuple[Mandate, ...]
    giver_leaders: tuple[str, ...] = ()

    @property
    def receivers(self) -> list[Receiver]:
        """Who is to sign for it: who leads each of the groups, or who has the role."""
        if self.mandate.to.group_kind or self.mandate.to.group_id:
            held = [(led.group.name, led.leaders) for led in self.groups]
        else:
            held = [(role.place, role.holders) for alike in self.roles for role in alike]
        return [Receiver(name, place) for place, names in held for name in names or ("",)]


def given_mandates(found: Organised, day: date, notice: int = NOTICE) -> list[GivenMandate]:
    """Every mandate that has been given, in the version that counts on `day`, in their order.

    One that has not begun yet is there in the version that begins first.
    """
    versions: dict[MandateFor, list[Mandate]] = {}
    for each in found.mandates:
        versions.setdefault(each.to, []).append(each)
    counting = mandates_on(found.mandates, day)
    return [
        _given(counting.get(to, papers[-1]), papers, found, day, notice)
        for to, papers in versions.items()
    ]


def led_groups(now: Organised) -> list[LedGroup]:
    """The groups with who leads each; `now` is the organisation on one day (`Organised.on`)."""
    names: dict[tuple[int, GroupRole], list[str]] = {}
    for each in now.memberships:
        names.setdefault((each.group_id, each.role), []).append(each.person)
    return [
        LedGroup(
            group,
            tuple(names.get((group.id, GroupRole.LEADER), ())),
            tuple(names.get((group.id, GroupRole.DEPUTY), ())),
        )
        for group in now.groups
    ]


def described_alike(roles: Iterable[Role]) -> tuple[tuple[Role, ...], ...]:
    """Roles put together where they say the same, as those of the leaders of many groups do."""
    found: dict[tuple[str, ...], list[Role]] = {}
    for role in roles:
        told = (role.name, role.purpose, role.domain, role.accountabilities)
        found.setdefault(told, []).append(role)
    return tuple(map(tuple, found.values()))


def _given(
    mandate: Mandate, versions: Sequence[Mandate], found: Organised, day: date, notice: int
) -> GivenMandate:
    counting = mandates_on(found.mandates, day) | {mandate.to: mandate}
    led = led_groups(found.on(day))
    return GivenMandate(
        mandate,
        validity(mandate, day, notice),
        described_alike(_roles_on(mandate, found.roles, counting)),
        tuple(each for each in led if mandate_of_group(each.group, counting) == mandate),
        tuple(each for each in versions if each != mandate),
        next((each.leaders for each in led if each.group.id == mandate.giver_group_id), ()),
    )


def _roles_on(
    mandate: Mandate, roles: Iterable[Role], counting: Mapping[MandateFor, Mandate]
) -> list[Role]:
    return [role for role in roles if mandate_of_role(role, counting) == mandate]
