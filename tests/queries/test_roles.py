"""Roles with who has them on a day, versions in order, and what ships."""

from datetime import date

import pytest

from lean_desktop.document.document import Document
from lean_desktop.domain.attention import AttentionKind
from lean_desktop.domain.organisation import GroupKind, GroupRole
from lean_desktop.domain.roles import COORDINATOR, MandateFor, RoleKind
from lean_desktop.edits import organisation
from lean_desktop.edits import roles as edits
from lean_desktop.queries import roles as queries
from tests.plants import STEP, TODAY, Plant

Planted = tuple[Document, Plant]

IMPROVEMENT = MandateFor(group_kind=GroupKind.IMPROVEMENT)


def test_roles_come_by_name_with_place_and_who_has_them(plant: Planted) -> None:
    document, keys = plant
    leading, coordinating = document.read(queries.roles, today=TODAY)
    assert leading.id == keys.leading
    assert (leading.kind, leading.group, leading.group_kind) == (
        *(RoleKind.FACILITATOR, "Montering"),
        GroupKind.IMPROVEMENT,
    )
    assert (leading.holders, leading.deputies) == (("Åse Ødegård",), ("Kari Solberg",))
    assert coordinating.vacant
    assert document.read(queries.roles, [keys.coordinating], today=TODAY) == [coordinating]


def test_a_role_is_vacant_before_its_holder_comes(plant: Planted) -> None:
    document, keys = plant
    (before,) = document.read(queries.roles, [keys.leading], today=date(2026, 2, 28))
    assert (before.holders, before.deputies) == ((), ("Kari Solberg",))


def test_who_has_left_the_company_has_no_role(plant: Planted) -> None:
    document, keys = plant
    document.edit(STEP, organisation.change_people, [keys.boss], active_to=date(2026, 10, 5))
    (leading,) = document.read(queries.roles, [keys.leading], today=TODAY)
    assert leading.vacant
    assert document.read(queries.assignments, day=TODAY, person_id=keys.boss) == []
    assert len(document.read(queries.assignments, person_id=keys.boss)) == 1


def test_a_shared_role_names_everyone_by_name(plant: Planted) -> None:
    document, keys = plant
    document.edit(STEP, edits.assign, keys.coordinating, [keys.ola, keys.kari])
    (shared,) = document.read(queries.roles, [keys.coordinating], today=TODAY)
    assert shared.holders == ("Kari Solberg", "Ola Aas")


def test_assignments_put_holders_first_and_say_where(plant: Planted) -> None:
    document, keys = plant
    held = document.read(queries.assignments, role_id=keys.leading)
    assert [(each.person, each.deputy, each.place) for each in held] == [
        ("Åse Ødegård", False, "Montering"),
        ("Kari Solberg", True, "Montering"),
    ]
    assert document.read(queries.assignments, [held[1].id]) == held[1:]
    assert document.read(queries.assignments, day=date(2026, 2, 28)) == held[1:]


def test_versions_of_a_mandate_come_latest_first(plant: Planted) -> None:
    document, keys = plant
    document.edit(
        STEP,
        edits.give_mandate,
        *(IMPROVEMENT, "Prøve mer"),
        giver_group_id=keys.steering,
        valid_from=TODAY,
    )
    versions = document.read(queries.mandates, to=IMPROVEMENT)
    assert [(each.version, each.giver) for each in versions] == [
        (2, "Styringsgruppe"),
        (1, "Ledelsen"),
    ]
    assert [each.to for each in document.read(queries.mandates)] == [
        COORDINATOR,
        IMPROVEMENT,
        IMPROVEMENT,
    ]
    assert document.read(queries.mandates, [versions[0].id]) == versions[:1]


def test_a_giver_is_called_what_the_group_is_called_now_or_was_when_it_went(
    plant: Planted,
) -> None:
    document, keys = plant
    to = MandateFor(group_id=keys.group)
    document.edit(
        STEP, edits.give_mandate, to, "Prøve", giver_group_id=keys.steering, valid_from=TODAY
    )
    document.edit(STEP, organisation.change_groups, [keys.steering], name="Styret")
    assert document.read(queries.mandates, to=to)[0].giver == "Styret"
    document.edit(STEP, organisation.remove_groups, [keys.steering])
    (left,) = document.read(queries.mandates, to=to)
    assert (left.giver, left.giver_group_id, left.group) == ("Styringsgruppe", None, "Montering")


def test_what_needs_attention_in_the_plant(plant: Planted) -> None:
    document, keys = plant
    told = document.read(queries.attention, today=TODAY)
    assert [(each.kind, each.id) for each in told] == [
        (AttentionKind.VACANT_ROLE, keys.coordinating),
        (AttentionKind.NO_MANDATE, keys.steering),
        (AttentionKind.NO_LEADER, keys.steering),
        (AttentionKind.NO_DEPUTY, keys.group),
        (AttentionKind.NO_DEPUTY, keys.steering),
        (AttentionKind.NO_AGREEMENT, keys.steering),
        (AttentionKind.NO_SERIES, keys.group),
        (AttentionKind.NO_SERIES, keys.steering),
        (AttentionKind.NO_GROUP, keys.ola),
    ]
    stricter = document.read(queries.attention, today=TODAY, most_groups=0)
    assert sum(1 for each in stricter if each.kind is AttentionKind.MANY_GROUPS) == 2


@pytest.mark.parametrize("code", ["nb", "en"])
def test_a_description_ships_for_every_kind_of_role_and_a_mandate_for_every_group(
    code: str,
) -> None:
    ready = queries.ready(code)
    assert list(ready.roles) == [kind for kind in RoleKind if kind is not RoleKind.OWN]
    kinds = {MandateFor(group_kind=kind) for kind in GroupKind}
    assert set(ready.mandates) == {COORDINATOR, *kinds}
    for role in ready.roles.values():
        assert role.name
        assert role.purpose
        assert role.domain
        assert 3 <= len(role.accountabilities) <= 6
        assert all(each and each == each.strip(" .") for each in role.accountabilities)
    assert all(2 < text.count(".") <= 6 for text in ready.mandates.values())


def test_the_two_languages_have_the_same_accountabilities_each_in_its_own_words() -> None:
    ours, theirs = queries.ready("nb"), queries.ready("en")
    for kind, role in ours.roles.items():
        other = theirs.roles[kind]
        assert len(role.accountabilities) == len(other.accountabilities), kind
        assert not {role.purpose, *role.accountabilities} & {other.purpose, *other.accountabilities}


def test_members_of_a_group_hold_its_roles_by_their_parts(plant: Planted) -> None:
    document, keys = plant
    for kind, holders in (
        (RoleKind.GROUP_LEADER, ("Åse Ødegård",)),
        (RoleKind.NOTE_TAKER, ("Kari Solberg",)),
        (RoleKind.STEERING_GROUP, ("Kari Solberg", "Åse Ødegård")),
    ):
        made = document.edit(STEP, edits.add_role, "x", kind=kind, group_id=keys.group).result
        (role,) = document.read(queries.roles, [made], today=TODAY)
        assert role.filled_by_group
        assert role.holders == holders
    *_, later = document.read(queries.roles, today=date(2026, 11, 2))
    assert "Ola Aas" in later.holders


def test_a_deputy_of_the_group_stands_in_for_its_leader(plant: Planted) -> None:
    document, keys = plant
    role = document.edit(
        STEP, edits.add_role, "x", kind=RoleKind.GROUP_LEADER, group_id=keys.group
    ).result
    part = GroupRole.DEPUTY
    trine = document.edit(STEP, organisation.add_person, first_name="Trine").result
    document.edit(STEP, organisation.add_members, keys.group, [trine], role=part)
    (found,) = document.read(queries.roles, [role], today=TODAY)
    assert found.deputies == ("Trine",)


def test_a_role_of_a_group_nobody_leads_is_vacant(plant: Planted) -> None:
    document, keys = plant
    kind = RoleKind.GROUP_LEADER
    role = document.edit(STEP, edits.add_role, "x", kind=kind, group_id=keys.steering).result
    assert document.read(queries.roles, [role], today=TODAY)[0].vacant


def test_roles_of_groups_of_another_time_are_left_out_where_that_is_asked_for(
    plant: Planted,
) -> None:
    document, keys = plant
    document.edit(STEP, organisation.change_groups, [keys.group], active_from=TODAY)
    before = date(2026, 10, 5)
    (left,) = document.read(queries.roles, today=before, only_active=True)
    assert left.id == keys.coordinating
    assert len(document.read(queries.roles, today=before)) == 2
    assert len(document.read(queries.roles, today=TODAY, only_active=True)) == 2


def test_no_role_of_a_group_that_has_not_begun_is_vacant(plant: Planted) -> None:
    document, keys = plant
    document.edit(STEP, organisation.change_people, [keys.boss], active_from=TODAY)
    document.edit(STEP, organisation.change_groups, [keys.group], active_from=TODAY)
    told = document.read(queries.attention, today=date(2026, 10, 5))
    vacant = [each.id for each in told if each.kind is AttentionKind.VACANT_ROLE]
    assert vacant == [keys.coordinating]
