"""Drafts of another organisation, what each would change, and how it then would look."""

from collections.abc import Collection
from datetime import date

from sqlalchemy import Connection, func, select

from lean_desktop.document.changes import ChangeSet
from lean_desktop.document.schema.reorganisation import proposal, reorganisation
from lean_desktop.domain.comparing import Change, comparison
from lean_desktop.domain.rearranging import rearranged as rearranging
from lean_desktop.domain.reorganisation import Arrangement, Proposal, Reorganisation, What
from lean_desktop.queries.organisation import groups, memberships, units
from lean_desktop.queries.reporting import managed_people
from lean_desktop.queries.roles import assignments, roles
from lean_desktop.queries.touched import Places, Touched, touched

Ids = Collection[int] | None

ARRANGED = ("person", "unit", "group", "membership", "role", "role_assignment", "proposal")
"""The tables `compared` and `rearranged` read: after a change in any of them, ask again."""


def reorganisations(connection: Connection, ids: Ids = None) -> list[Reorganisation]:
    """The drafts, the latest first, with how many changes each would make."""
    count = (
        select(func.count())
        .where(proposal.c.reorganisation_id == reorganisation.c.id)
        .scalar_subquery()
    )
    statement = select(
        reorganisation.c.id, reorganisation.c.name, reorganisation.c.made, count
    ).order_by(reorganisation.c.made.desc(), reorganisation.c.id.desc())
    if ids is not None:
        statement = statement.where(reorganisation.c.id.in_(ids))
    return [Reorganisation(*row) for row in connection.execute(statement)]


def reorganisations_touched(connection: Connection, changes: ChangeSet) -> Touched:
    """Which rows of `reorganisations` may have changed."""
    shown: Places = {"proposal": [(proposal.c.reorganisation_id, proposal.c.id)]}
    return touched(connection, changes, "reorganisation", shown)


def proposals(connection: Connection, reorganisation_id: int) -> list[Proposal]:
    """What a draft would change, in the order it was thought of."""
    statement = (
        select(proposal)
        .where(proposal.c.reorganisation_id == reorganisation_id)
        .order_by(proposal.c.id)
    )
    return [Proposal(*row)._replace(what=What(row.what)) for row in connection.execute(statement)]


def arrangement(connection: Connection, *, today: date) -> Arrangement:
    """The organisation as it is, in the lists drafts are compared with."""
    return Arrangement(
        managed_people(connection, day=today),
        units(connection),
        groups(connection, today=today),
        memberships(connection),
        roles(connection, today=today),
        assignments(connection),
    )


def rearranged(connection: Connection, reorganisation_id: int, *, today: date) -> Arrangement:
    """The organisation as the draft would have it; see `domain.rearranging`."""
    found = proposals(connection, reorganisation_id)
    return rearranging(found, arrangement(connection, today=today), today)


def compared(connection: Connection, reorganisation_id: int, *, today: date) -> list[Change]:
    """Who would move and which roles would change hands; see `domain.comparing`."""
    found = proposals(connection, reorganisation_id)
    return comparison(found, arrangement(connection, today=today), today)
