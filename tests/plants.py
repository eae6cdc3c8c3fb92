"""A small plant to test on: units, people, groups, roles and a meeting, in a real file."""

from datetime import date, datetime
from pathlib import Path
from typing import NamedTuple

from sqlalchemy import Connection

from lean_desktop.document.document import Document
from lean_desktop.domain.organisation import GroupKind, GroupRole
from lean_desktop.domain.roles import COORDINATOR, MandateFor, RoleKind
from lean_desktop.edits import agreements, meetings, organisation, roles, workspace
from lean_desktop.i18n import M_

STEP = M_("Step")
TODAY = date(2026, 10, 6)
START = datetime(2026, 10, 6, 13)


class Plant(NamedTuple):
    """Keys of what is there."""

    works: int
    foundry: int
    boss: int
    kari: int
    ola: int
    steering: int
    group: int
    meeting: int
    leading: int
    coordinating: int


def new_plant(folder: Path) -> tuple[Document, Plant]:
    """An open document with the plant in it."""
    document = Document.create(folder / "plant.leandesk")
    document.aside(workspace.start, "0" * 36, "Verkstedet", "Verkstedindustri AS")
    return document, document.edit(STEP, _fill).result


def _fill(connection: Connection, /) -> Plant:
    works = organisation.add_unit(connection, "Produksjon")
    foundry = organisation.add_unit(connection, "Støperi", works)
    boss = organisation.add_person(connection, first_name="Åse", last_name="Ødegård", unit_id=works)
    kari, ola = (
        organisation.add_person(
            connection, first_name=name, last_name=last, unit_id=foundry, manager_id=boss
        )
        for name, last in (("Kari", "Solberg"), ("Ola", "Aas"))
    )
    organisation.change_units(connection, [foundry], leader_id=kari)
    steering = organisation.add_group(connection, GroupKind.STEERING, "Styringsgruppe")
    group = organisation.add_group(
        connection, GroupKind.IMPROVEMENT, "Montering", parent_id=steering, unit_id=foundry
    )
    organisation.add_members(connection, group, [boss], role=GroupRole.LEADER)
    organisation.add_members(connection, group, [kari], role=GroupRole.NOTE_TAKER)
    organisation.add_members(connection, group, [ola], valid_from=date(2026, 11, 1))
    meeting = meetings.plan_meeting(connection, group_id=group, start=START)
    for title, minutes in (("Velkommen", 5), ("Soner", 30), ("Oppsummering", 15)):
        meetings.add_item(connection, meeting, title, minutes=minutes, presenter_id=boss)
    leading, coordinating = _add_roles(connection, group, boss, kari)
    return Plant(works, foundry, boss, kari, ola, steering, group, meeting, leading, coordinating)


def _add_roles(connection: Connection, group: int, boss: int, kari: int) -> tuple[int, int]:
    """A facilitator with a deputy, a coordinator's role nobody has, two mandates and an agreement."""
    leading = roles.add_role(
        connection, "Fasilitator", kind=RoleKind.FACILITATOR, group_id=group, purpose="Lede"
    )
    roles.assign(connection, leading, [boss], valid_from=date(2026, 3, 1))
    roles.assign(connection, leading, [kari], deputy=True)
    coordinating = roles.add_role(connection, "Koordinator", kind=RoleKind.COORDINATOR)
    improvement, since = MandateFor(group_kind=GroupKind.IMPROVEMENT), date(2026, 3, 1)
    roles.give_mandate(connection, improvement, "Prøve ut", giver="Ledelsen", valid_from=since)
    roles.give_mandate(connection, COORDINATOR, "Holde i gang", valid_from=since)
    agreements.make_agreement(connection, group, ground_rules="Møte presis", valid_from=since)
    return leading, coordinating
