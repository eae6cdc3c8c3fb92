"""A group's agreement as the members sign it: what it says, who has signed, and who is to.

Mission §1, A6: "ground rules, group agreement, own sub-goals"; signed, and versioned.
"""

from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from lean_desktop.domain.organisation import Group, GroupRole, Membership, within
from lean_desktop.domain.roles import Agreement, Signature


class ReadyAgreement(NamedTuple):
    """The texts a group can begin its agreement from, one thing a line."""

    values: str
    ground_rules: str
    sub_goals: str


class Signer(NamedTuple):
    """One who is to sign, or has; without a part in the group is who signed and left."""

    person: str
    part: GroupRole | None
    signed: date | None = None


class AgreementToSign(NamedTuple):
    """A group, the version of its agreement that counts, and by whom it is signed.

    Without an agreement it is a form for the group to fill in.
    """

    group: Group
    agreement: Agreement | None
    signers: tuple[Signer, ...]


def counting_or_next(agreements: Iterable[Agreement], day: date) -> Agreement | None:
    """Of one group's versions the one that counts on `day`, or else the first that will."""
    ordered = sorted(agreements, key=lambda each: each.valid_from)
    begun = [each for each in ordered if each.valid_from <= day]
    return begun[-1] if begun else next(iter(ordered), None)


def signers(
    memberships: Iterable[Membership], signatures: Iterable[Signature], day: date
) -> tuple[Signer, ...]:
    """The members of `day` in their order, and then those who signed and are members no more."""
    signed = {each.person_id: each for each in signatures}
    members: dict[int, Membership] = {}
    for each in memberships:
        if within(day, each.valid_from, each.valid_to):
            members.setdefault(each.person_id, each)
    there = [
        Signer(each.person, each.role, signed[key].signed if key in signed else None)
        for key, each in members.items()
    ]
    left = [
        Signer(each.person, None, each.signed) for key, each in signed.items() if key not in members
    ]
    return (*there, *left)
