"""What needs the coordinator's attention in the organisation, as a list that leads to each spot.

Mission §1, B1: "Home page: what is late, missing, vacant", and B2: "on mandate: organisation,
roles, responsibility followed up".
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta
from enum import StrEnum
from typing import NamedTuple

from lean_desktop.domain.organisation import (
    Group,
    GroupRole,
    Membership,
    Person,
    within,
)
from lean_desktop.domain.roles import (
    NOTICE,
    ONE_DAY,
    Agreement,
    Mandate,
    Role,
    RoleAssignment,
    Validity,
    agreements_on,
    mandate_of_group,
    mandate_of_role,
    mandates_on,
    needs_mandate,
    validity,
)
from lean_desktop.i18n import M_, N_, Message

MOST_GROUPS = 3
"""In more groups than this a person is named."""


class AttentionKind(StrEnum):
    """What may be wanting, in the order it is listed."""

    VACANT_ROLE = "vacant_role"
    NO_MANDATE = "no_mandate"
    MANDATE_EXPIRED = "mandate_expired"
    MANDATE_DUE = "mandate_due"
    NO_LEADER = "no_leader"
    NO_DEPUTY = "no_deputy"
    NO_AGREEMENT = "no_agreement"
    NO_SERIES = "no_series"
    MANY_GROUPS = "many_groups"
    NO_GROUP = "no_group"


ATTENTION_NAMES = {
    AttentionKind.VACANT_ROLE: N_("Vacant role"),
    AttentionKind.NO_MANDATE: N_("Without a mandate"),
    AttentionKind.MANDATE_EXPIRED: N_("Mandate expired"),
    AttentionKind.MANDATE_DUE: N_("Mandate due for review"),
    AttentionKind.NO_LEADER: N_("Group without a leader"),
    AttentionKind.NO_DEPUTY: N_("Group without a deputy"),
    AttentionKind.NO_AGREEMENT: N_("Group without an agreement"),
    AttentionKind.NO_SERIES: N_("Group without a meeting series"),
    AttentionKind.MANY_GROUPS: N_("In many groups"),
    AttentionKind.NO_GROUP: N_("In no group"),
}


class Subject(StrEnum):
    """What kind of thing needs attention, and so where the list leads to."""

    ROLE = "role"
    GROUP = "group"
    PERSON = "person"
    MANDATE = "mandate"


class Attention(NamedTuple):
    """One thing wanting: of what, which one and its name, since when, and a sentence about it."""

    kind: AttentionKind
    subject: Subject
    id: int
    name: str | Message
    since: date | None
    sentence: Message


class Organised(NamedTuple):
    """The organisation as it is read for one day; `people` are all there are, active or not.

    `planned_to` is, by group, the last day any of its series of meetings is planned to.
    """

    people: Sequence[Person]
    groups: Sequence[Group]
    memberships: Sequence[Membership]
    roles: Sequence[Role]
    assignments: Sequence[RoleAssignment]
    mandates: Sequence[Mandate]
    agreements: Sequence[Agreement]
    planned_to: Mapping[int, date]

    def on(self, day: date) -> "Organised":
        """The same without people, groups and memberships that do not count on `day`.

        Nor are there roles and mandates of groups that are over by then, or have not begun.
        """
        people = [each for each in self.people if each.active_on(day)]
        groups = [each for each in self.groups if within(day, each.active_from, each.active_to)]
        here, there = {each.id for each in people}, {each.id for each in groups}
        memberships = [
            each
            for each in self.memberships
            if each.person_id in here
            and each.group_id in there
            and within(day, each.valid_from, each.valid_to)
        ]
        roles = [each for each in self.roles if each.group_id is None or each.group_id in there]
        held = {each.id for each in roles}
        mandates = [
            each
            for each in self.mandates
            if (each.group_id is None or each.group_id in there)
            and (each.role_id is None or each.role_id in held)
        ]
        return self._replace(
            people=people, groups=groups, memberships=memberships, roles=roles, mandates=mandates
        )


def attention(
    organised: Organised, day: date, *, notice: int = NOTICE, most_groups: int = MOST_GROUPS
) -> list[Attention]:
    """Everything that needs attention on `day`, by kind and then as the things are ordered.

    `notice` is days before a review; whoever is in more than `most_groups` groups is named.
    """
    now = organised.on(day)
    found = [
        *vacant_roles(now, day),
        *without_mandate(now, day),
        *mandates_to_renew(now, day, notice),
        *groups_without(now, organised.memberships, day, GroupRole.LEADER),
        *groups_without(now, organised.memberships, day, GroupRole.DEPUTY),
        *without_agreement(now, day),
        *without_series(now, day),
        *in_many_groups(now, most_groups),
        *in_no_group(now, organised.memberships, day),
    ]
    rank = {kind: place for place, kind in enumerate(AttentionKind)}
    return sorted(found, key=lambda each: rank[each.kind])


def vacant_roles(now: Organised, day: date) -> Iterator[Attention]:
    """Roles nobody has. Mission §1, B1: "Home page: what is late, missing, vacant"."""
    ended = _last_days((each.role_id, each.valid_to) for each in now.assignments if not each.deputy)
    for role in now.roles:
        if role.vacant:
            sentence = (
                M_("Nobody has the role {name} in {place}.", name=role.name, place=role.place)
                if role.place
                else M_("Nobody has the role {name}.", name=role.name)
            )
            yield Attention(
                AttentionKind.VACANT_ROLE,
                Subject.ROLE,
                role.id,
                role.name,
                _after(ended.get(role.id), day),
                sentence,
            )


def without_mandate(now: Organised, day: date) -> Iterator[Attention]:
    """Groups, and roles outside groups, nobody has given a mandate.

    Mission §2, organisation and roles: "role-without-mandate warning"; a vacant role is named as
    vacant only. Practice 8: a mandate for the kind is enough.
    """
    counting = mandates_on(now.mandates, day)
    kind = AttentionKind.NO_MANDATE
    for group in now.groups:
        if mandate_of_group(group, counting) is None:
            sentence = M_("{name} has no mandate.", name=group.name)
            yield Attention(kind, Subject.GROUP, group.id, group.name, group.active_from, sentence)
    for role in now.roles:
        if needs_mandate(role) and not role.vacant and mandate_of_role(role, counting) is None:
            sentence = M_("{name} has no mandate.", name=role.name)
            yield Attention(kind, Subject.ROLE, role.id, role.name, None, sentence)


def mandates_to_renew(now: Organised, day: date, notice: int) -> Iterator[Attention]:
    """Mandates that have ended without a new version, or whose review is near or past.

    Mission §1, B2: "mandate texts, role-review date".
    """
    for mandate in mandates_on(now.mandates, day).values():
        name = mandate.name
        match validity(mandate, day, notice):
            case Validity.EXPIRED:
                yield Attention(
                    AttentionKind.MANDATE_EXPIRED,
                    Subject.MANDATE,
                    mandate.id,
                    name,
                    _after(mandate.valid_to, day),
                    M_("The mandate of {name} has expired.", name=name),
                )
            case Validity.DUE:
                yield Attention(
                    AttentionKind.MANDATE_DUE,
                    Subject.MANDATE,
                    mandate.id,
                    name,
                    _notice_given(mandate.review, notice),
                    M_(
                        "The mandate of {name} is to be reviewed by {day}.",
                        name=name,
                        day=mandate.review,
                    ),
                )


def groups_without(
    now: Organised, ever: Sequence[Membership], day: date, role: GroupRole
) -> Iterator[Attention]:
    """Groups without a leader, or without a deputy.

    Mission §2: "leader below is member above", which needs a leader; §1, T4: "Deputies …,
    single-person alarm".
    """
    filled = {each.group_id for each in now.memberships if each.role is role}
    ended = _last_days((each.group_id, each.valid_to) for each in ever if each.role is role)
    for group in now.groups:
        if group.id not in filled:
            leads = role is GroupRole.LEADER
            sentence = (
                M_("{name} has no leader.", name=group.name)
                if leads
                else M_("{name} has no deputy.", name=group.name)
            )
            kind = AttentionKind.NO_LEADER if leads else AttentionKind.NO_DEPUTY
            since = _after(ended.get(group.id), day)
            yield Attention(kind, Subject.GROUP, group.id, group.name, since, sentence)


def without_agreement(now: Organised, day: date) -> Iterator[Attention]:
    """Groups whose members have agreed on nothing that holds today.

    Mission §1, A6: "ground rules, group agreement, own sub-goals".
    """
    counting = agreements_on(now.agreements, day)
    for group in now.groups:
        agreement = counting.get(group.id)
        state = validity(agreement, day)
        if state is Validity.MISSING or state is Validity.EXPIRED:
            since = _after(agreement.valid_to, day) if agreement else group.active_from
            yield Attention(
                AttentionKind.NO_AGREEMENT,
                Subject.GROUP,
                group.id,
                group.name,
                since,
                M_("{name} has no group agreement.", name=group.name),
            )


def without_series(now: Organised, day: date) -> Iterator[Attention]:
    """Groups that meet by no rule any longer, or never did.

    Mission §1, A5: a group that does not meet stands still; issue 3, part 4: "groups with no
    meeting series".
    """
    for group in now.groups:
        planned_to = now.planned_to.get(group.id)
        if planned_to is None or planned_to < day:
            yield Attention(
                AttentionKind.NO_SERIES,
                Subject.GROUP,
                group.id,
                group.name,
                _after(planned_to, day) or group.active_from,
                M_("{name} has no meeting series.", name=group.name),
            )


def in_many_groups(now: Organised, most: int) -> Iterator[Attention]:
    """People in more than `most` groups.

    Mission §1, C1: "Too little → enough time"; issue 3, part 4: "a person in more than N groups".
    """
    pairs = {(each.person_id, each.group_id) for each in now.memberships}
    count = Counter(person_id for person_id, _ in pairs)
    for person in now.people:
        if count[person.id] > most:
            yield Attention(
                AttentionKind.MANY_GROUPS,
                Subject.PERSON,
                person.id,
                person.name,
                None,
                M_("{name} is in {n} groups.", name=person.name, n=count[person.id]),
            )


def in_no_group(now: Organised, ever: Sequence[Membership], day: date) -> Iterator[Attention]:
    """People of today who are in no group, one by one; a view may sum them up.

    Mission §1, A3: "each one's place in the whole"; T6: "all valued".
    """
    grouped = {each.person_id for each in now.memberships}
    ended = _last_days((each.person_id, each.valid_to) for each in ever)
    for person in now.people:
        if person.id not in grouped:
            yield Attention(
                AttentionKind.NO_GROUP,
                Subject.PERSON,
                person.id,
                person.name,
                _after(ended.get(person.id), day),
                M_("{name} is in no group.", name=person.name),
            )


def _last_days(ends: Iterator[tuple[int, date | None]]) -> dict[int, date]:
    """By key, the latest of the last days that are known."""
    latest: dict[int, date] = {}
    for key, last in ends:
        if last is not None:
            latest[key] = max(last, latest.get(key, last))
    return latest


def _notice_given(review: date | None, notice: int) -> date | None:
    """The day from which a review is asked for."""
    return None if review is None else review - timedelta(days=notice)


def _after(last: date | None, day: date) -> date | None:
    """The day after the last one, when that has come."""
    return last + ONE_DAY if last is not None and last < day else None
