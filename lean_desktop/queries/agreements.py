"""What groups have agreed on, in versions, and who has signed which."""

from collections.abc import Collection
from datetime import date
from typing import Any

from sqlalchemy import Connection, Select, select

from lean_desktop.document.changes import ChangeSet
from lean_desktop.document.schema.organisation import group, person
from lean_desktop.document.schema.roles import agreement, signature
from lean_desktop.domain.agreement import (
    AgreementToSign,
    ReadyAgreement,
    counting_or_next,
    signers,
)
from lean_desktop.domain.roles import Agreement, Signature
from lean_desktop.queries.organisation import full_name, groups, memberships
from lean_desktop.queries.touched import Places, Touched, touched
from lean_desktop.resources import ready_agreement_file

Ids = Collection[int] | None


def agreements(
    connection: Connection, ids: Ids = None, *, group_id: int | None = None
) -> list[Agreement]:
    """Every version of the groups' agreements, or of one group's; the latest first."""
    statement: Select[*tuple[Any, ...]] = (
        select(
            agreement.c.id,
            agreement.c.group_id,
            group.c.name,
            agreement.c.version,
            agreement.c.ground_rules,
            agreement.c.sub_goals,
            agreement.c.valid_from,
            agreement.c.valid_to,
            agreement.c.review,
            agreement.c.shared_values,
            agreement.c.standing_items,
        )
        .join_from(agreement, group, group.c.id == agreement.c.group_id)
        .order_by(group.c.name, agreement.c.valid_from.desc(), agreement.c.id)
    )
    if ids is not None:
        statement = statement.where(agreement.c.id.in_(ids))
    if group_id is not None:
        statement = statement.where(agreement.c.group_id == group_id)
    return [Agreement(*row) for row in connection.execute(statement)]


def agreements_touched(connection: Connection, changes: ChangeSet) -> Touched:
    """Which rows of `agreements` may have changed."""
    shown: Places = {"group": [(agreement.c.id, agreement.c.group_id)]}
    return touched(connection, changes, "agreement", shown)


def signatures(
    connection: Connection,
    agreement_id: int | None = None,
    *,
    ids: Ids = None,
    person_id: int | None = None,
) -> list[Signature]:
    """Who has signed which version, by group, the latest version first, and then by name.

    All there are, those on one version, or those of one person.
    """
    statement = (
        select(
            signature.c.id,
            signature.c.agreement_id,
            signature.c.person_id,
            full_name(person),
            signature.c.signed,
            group.c.name,
            agreement.c.version,
        )
        .join_from(signature, person, person.c.id == signature.c.person_id)
        .join(agreement, agreement.c.id == signature.c.agreement_id)
        .join(group, group.c.id == agreement.c.group_id)
        .order_by(group.c.name, agreement.c.valid_from.desc(), full_name(person), signature.c.id)
    )
    if agreement_id is not None:
        statement = statement.where(signature.c.agreement_id == agreement_id)
    if ids is not None:
        statement = statement.where(signature.c.id.in_(ids))
    if person_id is not None:
        statement = statement.where(signature.c.person_id == person_id)
    return [Signature(*row) for row in connection.execute(statement)]


def agreement_to_sign(
    connection: Connection, group_id: int, *, today: date
) -> AgreementToSign | None:
    """The agreement of a group with everybody who is to sign it; None when there is no group."""
    found = groups(connection, [group_id], today=today)
    if not found:
        return None
    counting = counting_or_next(agreements(connection, group_id=group_id), today)
    signed = signatures(connection, counting.id) if counting else []
    members = memberships(connection, group_id=group_id)
    return AgreementToSign(found[0], counting, signers(members, signed, today))


def agreements_to_sign(connection: Connection, *, today: date) -> list[AgreementToSign]:
    """The agreement of every group that has one, by the names of the groups."""
    keys = dict.fromkeys(each.group_id for each in agreements(connection))
    found = (agreement_to_sign(connection, key, today=today) for key in keys)
    return [each for each in found if each]


def ready_agreement(code: str) -> ReadyAgreement:
    """The texts that ship to begin an agreement from, in the language `code`."""
    import json

    found = json.loads(ready_agreement_file(code).read_text("utf-8"))
    return ReadyAgreement(**{name: "\n".join(each) for name, each in found.items()})
