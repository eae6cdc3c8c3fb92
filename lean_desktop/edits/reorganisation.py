"""Making drafts of another organisation, and applying them to the live one in one go."""

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from datetime import date
from itertools import groupby

from sqlalchemy import Connection, Table, delete, select

from lean_desktop.document.schema.organisation import group, membership, person, unit
from lean_desktop.document.schema.reorganisation import proposal, reorganisation
from lean_desktop.document.schema.roles import role_assignment
from lean_desktop.domain.comparing import Outcome, comparison, named
from lean_desktop.domain.errors import RuleBroken
from lean_desktop.domain.organisation import GroupRole, Membership, refuse_cycle, within
from lean_desktop.domain.rearranging import ended
from lean_desktop.domain.reorganisation import (
    FROM_TO,
    TREES,
    Arrangement,
    Proposal,
    What,
    in_order,
    only,
    standing,
)
from lean_desktop.domain.reporting import Running, people_on
from lean_desktop.domain.roles import ONE_DAY, RoleAssignment, held_on
from lean_desktop.edits import organisation, reporting, roles, rows
from lean_desktop.i18n import M_
from lean_desktop.queries.organisation import current, memberships, people
from lean_desktop.queries.reorganisation import arrangement, proposals
from lean_desktop.queries.reporting import lines
from lean_desktop.queries.roles import assignments

Proposed = tuple[What, int, int | None]
"""What to change, of which one, and the key of who or what it is to be; None is nobody."""


def begin(connection: Connection, /, name: str, day: date) -> int:
    """A new draft, as yet the same as the live organisation."""
    return rows.add(connection, reorganisation, {**_checked(name), "made": day})


def rename(connection: Connection, /, reorganisation_id: int, name: str) -> None:
    """Call a draft something else."""
    rows.change(connection, reorganisation, [reorganisation_id], _checked(name))


def discard(connection: Connection, /, reorganisation_id: int) -> None:
    """Throw a draft away; the live organisation stays as it is."""
    rows.remove(connection, reorganisation, [reorganisation_id])


def propose(
    connection: Connection,
    /,
    reorganisation_id: int,
    what: What,
    subject_id: int,
    to_id: int | None,
    *,
    today: date,
) -> None:
    """Let a draft change one thing; see `propose_all`."""
    propose_all(connection, reorganisation_id, [(what, subject_id, to_id)], today=today)


def propose_all(
    connection: Connection, /, reorganisation_id: int, wanted: Iterable[Proposed], *, today: date
) -> None:
    """Let a draft change several things in one gesture, each instead of what it said before.

    What is so already on `today` needs no proposal and loses the one it had. Raises RuleBroken
    when something would lie below itself in the draft, and for a role that members of a group
    hold by their parts in it: propose another leader of the group.
    """
    wanted = list(wanted)
    for what, subject_id, to_id in wanted:
        if what is What.ROLE_HOLDER:
            roles.refuse_filled(connection, subject_id)
        _forget(connection, reorganisation_id, what, subject_id)
        if _now(connection, what, subject_id, today) != only(to_id):
            subject, target = (f"{kind}_id" for kind in FROM_TO[what])
            values = {"reorganisation_id": reorganisation_id, "what": what, subject: subject_id}
            rows.add(connection, proposal, {**values, f"to_{target}": to_id})
    _refuse_circles(connection, reorganisation_id, wanted)


def withdraw(connection: Connection, /, proposal_ids: Collection[int]) -> None:
    """Let a draft leave things as they are."""
    rows.remove(connection, proposal, proposal_ids)


def apply(connection: Connection, /, reorganisation_id: int, day: date) -> None:
    """Make the draft the live organisation from `day` on, keeping history, and take it away.

    All of it or nothing: raises RuleBroken naming what does not work. What is so already is
    left alone.
    """
    found = proposals(connection, reorganisation_id)
    live = arrangement(connection, today=day)
    for change in comparison(found, live, day):
        if change.outcome is Outcome.IMPOSSIBLE:
            raise RuleBroken(change.sentence)
    steps = in_order(found, standing(live, day))
    for _, together in groupby(steps, lambda step: _alike(*step)):
        _write(connection, [each for _, each in together], live, day)
    discard(connection, reorganisation_id)


def _checked(name: str) -> dict[str, str]:
    values = rows.trimmed({"name": name})
    rows.required(values, "name")
    rows.not_too_long(values)
    return values


_POINTING = {
    What.MANAGER: (person, "manager_id"),
    What.UNIT: (person, "unit_id"),
    What.UNIT_PARENT: (unit, "parent_id"),
    What.UNIT_LEADER: (unit, "leader_id"),
    What.GROUP_PARENT: (group, "parent_id"),
}
"""Where the live organisation keeps what a proposal may change, as far as it is in one column."""


def _now(connection: Connection, what: What, subject_id: int, today: date) -> frozenset[int]:
    """Who or what it is in the live organisation."""
    if what is What.MANAGER:
        who = people(connection, [subject_id], today=today)
        managed = people_on(who, lines(connection, person_id=subject_id), today)
        return frozenset(each.manager_id for each in managed if each.manager_id)
    if what is What.ROLE_HOLDER:
        held = held_on(assignments(connection, role_id=subject_id), subject_id, today)
        return frozenset(each.person_id for each in held)
    if what is What.GROUP_LEADER:
        leads = membership.c.role == GroupRole.LEADER
        here = select(membership.c.person_id).where(membership.c.group_id == subject_id)
        return frozenset(connection.scalars(here.where(leads, current(today))))
    table, column = _POINTING[what]
    return only(connection.scalar(select(table.c[column]).where(table.c.id == subject_id)))


def _forget(connection: Connection, reorganisation_id: int, what: What, subject_id: int) -> None:
    subject = proposal.c[f"{FROM_TO[what][0]}_id"]
    connection.execute(
        delete(proposal).where(
            proposal.c.reorganisation_id == reorganisation_id,
            proposal.c.what == what,
            subject == subject_id,
        )
    )


def _refuse_circles(
    connection: Connection, reorganisation_id: int, wanted: Collection[Proposed]
) -> None:
    """Refuse what was just proposed when it lies below itself in the draft as a whole."""
    for tree in TREES:
        hung = [subject_id for what, subject_id, _ in wanted if what is tree]
        if hung:
            table, column = _POINTING[tree]
            above = rows.parents(connection, table, column)
            for each in proposals(connection, reorganisation_id):
                if each.what is tree:
                    above[each.subject_id] = each.to_id
            for key in hung:
                refuse_cycle(key, above.get(key), above)


def _alike(depth: int, each: Proposal) -> tuple[What, int, int | None]:
    """What may be written together: all that answer to others; else at one depth, to the same."""
    if each.what is What.MANAGER:
        return each.what, 0, None
    return each.what, depth, each.to_id


def _write(
    connection: Connection, together: Sequence[Proposal], live: Arrangement, day: date
) -> None:
    """Write proposals that are alike; a refusal says whom it is about."""
    try:
        _WRITERS[together[0].what](connection, together, day)
    except RuleBroken as broken:
        names = ", ".join(named(each, live) for each in together)
        raise RuleBroken(
            M_("The draft cannot be applied to {names}. {why}", names=names, why=broken.message)
        ) from broken


def _report(connection: Connection, together: Sequence[Proposal], day: date) -> None:
    """Let people answer to others in one go; lines yet to begin may make a circle of it."""
    to = {each.subject_id: each.to_id for each in together}
    above = {**rows.parents(connection, person, "manager_id"), **to}
    for key, manager_id in to.items():
        refuse_cycle(key, manager_id, above)
    own = person.c
    found = select(own.id, own.manager_id, own.manager_since).where(own.id.in_(to))
    running = [Running(*row) for row in connection.execute(found)]
    reporting.hand_over(connection, running, to, reporting.ended_lines(connection), day)


def _lead(connection: Connection, group_id: int, person_id: int | None, day: date) -> None:
    """Let one lead a group from `day`, and be nothing else in it; who led stays as a member."""
    for each in memberships(connection, group_id=group_id):
        if ended(each, day):
            continue
        if each.person_id == person_id:
            _leave(connection, membership, each, day)
        elif each.role is GroupRole.LEADER and within(day, each.valid_from, each.valid_to):
            _leave(connection, membership, each, day)
            _join(connection, group_id, each.person_id, GroupRole.MEMBER, day, each.valid_to)
    if person_id is not None:
        _join(connection, group_id, person_id, GroupRole.LEADER, day, None)


def _join(
    connection: Connection,
    group_id: int,
    person_id: int,
    role: GroupRole,
    first: date,
    last: date | None,
) -> None:
    values = {"group_id": group_id, "person_id": person_id, "role": role}
    rows.add(connection, membership, {**values, "valid_from": first, "valid_to": last})


def _hold(connection: Connection, role_id: int, person_id: int | None, day: date) -> None:
    """Let one have a role from `day` instead of all who have it, and be no deputy in it."""
    running = [each for each in assignments(connection, role_id=role_id) if not ended(each, day)]
    holding = held_on(running, role_id, day)
    has_it = any(each.person_id == person_id for each in holding)
    for each in running:
        if (each in holding) != (each.person_id == person_id):
            _leave(connection, role_assignment, each, day)
    if person_id is not None and not has_it:
        roles.assign(connection, role_id, [person_id], valid_from=day)


def _leave(
    connection: Connection, table: Table, each: Membership | RoleAssignment, day: date
) -> None:
    """End it the day before; what would not have begun by then is as if never planned."""
    if each.valid_from is not None and each.valid_from >= day:
        rows.remove(connection, table, [each.id])
    else:
        rows.change(connection, table, [each.id], {"valid_to": day - ONE_DAY})


Writer = Callable[[Connection, Sequence[Proposal], date], None]


def _pointing(what: What, change: Callable[..., None]) -> Writer:
    """A writer that sets one column."""
    _, column = _POINTING[what]

    def write(connection: Connection, together: Sequence[Proposal], _: date) -> None:
        ids = [each.subject_id for each in together]
        change(connection, ids, **{column: together[0].to_id})

    return write


def _each(change: Callable[[Connection, int, int | None, date], None]) -> Writer:
    """A writer that takes one at a time."""

    def write(connection: Connection, together: Sequence[Proposal], day: date) -> None:
        for each in together:
            change(connection, each.subject_id, each.to_id, day)

    return write


_WRITERS: Mapping[What, Writer] = {
    What.MANAGER: _report,
    What.UNIT: _pointing(What.UNIT, organisation.change_people),
    What.UNIT_PARENT: _pointing(What.UNIT_PARENT, organisation.change_units),
    What.UNIT_LEADER: _pointing(What.UNIT_LEADER, organisation.change_units),
    What.GROUP_PARENT: _pointing(What.GROUP_PARENT, organisation.change_groups),
    What.GROUP_LEADER: _each(_lead),
    What.ROLE_HOLDER: _each(_hold),
}
