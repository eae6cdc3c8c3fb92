"""Writing down what groups agree on, and who signs it."""

from collections.abc import Collection, Iterable
from datetime import date
from typing import Any

from sqlalchemy import Connection, select

from lean_desktop.document.schema.organisation import membership, person
from lean_desktop.document.schema.roles import agreement, signature
from lean_desktop.domain.errors import RuleBroken
from lean_desktop.edits import rows, versions
from lean_desktop.i18n import M_
from lean_desktop.queries.organisation import current, full_name


def make_agreement(
    connection: Connection,
    /,
    group_id: int,
    *,
    ground_rules: str,
    sub_goals: str = "",
    shared_values: str = "",
    standing_items: str = "",
    valid_from: date,
    review: date | None = None,
) -> int:
    """Write down what a group has agreed on, or a new version of it; the running one is kept.

    Nobody has signed the new one. Raises RuleBroken when it would not begin after the one before.
    """
    values = {
        "shared_values": shared_values,
        "ground_rules": ground_rules,
        "sub_goals": sub_goals,
        "standing_items": standing_items,
        "valid_from": valid_from,
        "review": review,
    }
    return versions.add(connection, agreement, {"group_id": group_id}, values)


def correct_agreement(connection: Connection, /, agreement_id: int, **fields: Any) -> None:
    """Correct the latest version: its texts, days or review. Earlier ones are history.

    Raises RuleBroken for an earlier one, and for another text than the one that is signed.
    """
    _refuse_signed(connection, agreement_id, versions.checked(fields))
    versions.correct(connection, agreement, agreement_id, fields)


def remove_agreements(connection: Connection, /, ids: Collection[int]) -> None:
    """Take versions of agreements away as if never made, signatures too; the others stay."""
    rows.remove(connection, agreement, ids)


def sign(
    connection: Connection, /, agreement_id: int, person_ids: Iterable[int], day: date
) -> list[int]:
    """Note that people have signed this version on a day; keys of what is new.

    Who has signed it already keeps their day. Raises RuleBroken for who is no member on that day.
    """
    group_id = connection.scalar(select(agreement.c.group_id).where(agreement.c.id == agreement_id))
    if group_id is None:
        raise versions.gone()
    of_version = select(signature.c.person_id).where(signature.c.agreement_id == agreement_id)
    there = set(connection.scalars(of_version))
    new = [key for key in dict.fromkeys(person_ids) if key not in there]
    _refuse_strangers(connection, group_id, new, day)
    return [
        rows.add(
            connection,
            signature,
            {"agreement_id": agreement_id, "person_id": key, "signed": day},
        )
        for key in new
    ]


def unsign(connection: Connection, /, agreement_id: int, person_ids: Collection[int]) -> None:
    """Take the signatures of people from a version as if they had not signed it."""
    connection.execute(
        signature.delete().where(
            signature.c.agreement_id == agreement_id, signature.c.person_id.in_(person_ids)
        )
    )


def _refuse_signed(connection: Connection, agreement_id: int, fields: dict[str, Any]) -> None:
    """What people have put their names to stays what it was."""
    found = connection.execute(select(agreement).where(agreement.c.id == agreement_id)).mappings()
    signed = select(signature.c.id).where(signature.c.agreement_id == agreement_id).limit(1)
    texts = {"shared_values", "ground_rules", "sub_goals", "standing_items"} & fields.keys()
    for row in found:
        changed = any(row[name] != fields[name] for name in texts)
        if changed and connection.scalar(signed):
            raise RuleBroken(
                M_("Members have signed this text. Make a new version, for them to sign anew.")
            )


def _refuse_strangers(
    connection: Connection, group_id: int, person_ids: Collection[int], day: date
) -> None:
    in_group = select(membership.c.person_id).where(membership.c.group_id == group_id, current(day))
    others = select(full_name(person)).where(
        person.c.id.in_(person_ids), person.c.id.not_in(in_group)
    )
    name = connection.scalar(others.order_by(person.c.id).limit(1))
    if name is not None:
        raise RuleBroken(
            M_(
                "{person} is not a member of the group on {day}. Only members sign its agreement.",
                person=name,
                day=day,
            )
        )
