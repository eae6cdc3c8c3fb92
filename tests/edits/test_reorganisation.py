"""Drafts of another organisation: what they take, what they refuse, and being applied."""

import tempfile
from contextlib import closing, suppress
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import Connection, Table

from lean_desktop.document.document import Document
from lean_desktop.document.schema import organisation as tables
from lean_desktop.document.schema.roles import role, role_assignment
from lean_desktop.domain.chart import improvement_chart, line_chart
from lean_desktop.domain.comparing import Outcome
from lean_desktop.domain.errors import RuleBroken
from lean_desktop.domain.organisation import GroupKind, GroupRole, within
from lean_desktop.domain.reorganisation import FROM_TO, Arrangement, Subject, What
from lean_desktop.domain.roles import FILLED_BY, RoleKind
from lean_desktop.edits import organisation, reporting, roles, rows, workspace
from lean_desktop.edits import reorganisation as edits
from lean_desktop.i18n import language
from lean_desktop.queries import organisation as organised
from lean_desktop.queries import reorganisation as queries
from lean_desktop.queries.reporting import lines
from lean_desktop.queries.roles import assignments
from tests.dumps import dump
from tests.plants import STEP, TODAY, Plant
from tests.scale import share

Planted = tuple[Document, Plant]
Proposed = edits.Proposed

YESTERDAY = date(2026, 10, 5)
BELOW_ITSELF = "That would put it below itself. Choose another place."


def draft(document: Document, *wanted: Proposed) -> int:
    key = document.edit(STEP, edits.begin, "Ny plan", TODAY).result
    document.edit(STEP, edits.propose_all, key, wanted, today=TODAY)
    return key


def applied(document: Document, *wanted: Proposed) -> None:
    document.edit(STEP, edits.apply, draft(document, *wanted), TODAY)


def proposed(document: Document, key: int) -> set[Proposed]:
    found = document.read(queries.proposals, key)
    return {(each.what, each.subject_id, each.to_id) for each in found}


def everything(keys: Plant) -> list[Proposed]:
    """One of each kind, two who change places among them."""
    return [
        (What.MANAGER, keys.boss, keys.kari),
        (What.MANAGER, keys.kari, None),
        (What.UNIT, keys.ola, keys.works),
        (What.UNIT_PARENT, keys.works, keys.foundry),
        (What.UNIT_PARENT, keys.foundry, None),
        (What.UNIT_LEADER, keys.foundry, keys.ola),
        (What.GROUP_PARENT, keys.group, None),
        (What.GROUP_LEADER, keys.group, keys.kari),
        (What.ROLE_HOLDER, keys.leading, keys.kari),
    ]


def test_a_draft_has_a_name_that_can_be_changed(plant: Planted) -> None:
    document, _ = plant
    key = document.edit(STEP, edits.begin, " Ny plan ", TODAY).result
    document.edit(STEP, edits.rename, key, "Plan B")
    assert [each.name for each in document.read(queries.reorganisations)] == ["Plan B"]
    with pytest.raises(RuleBroken):
        document.edit(STEP, edits.rename, key, " ")


def test_a_draft_thrown_away_leaves_nothing(plant: Planted) -> None:
    document, keys = plant
    before = dump(document)
    key = draft(document, *everything(keys))
    assert dump(document)["proposal"]
    document.edit(STEP, edits.discard, key)
    assert dump(document) == before


def test_a_later_proposal_stands_instead_of_the_earlier(plant: Planted) -> None:
    document, keys = plant
    key = draft(document, (What.UNIT, keys.ola, keys.works), (What.MANAGER, keys.ola, None))
    document.edit(STEP, edits.propose, key, What.UNIT, keys.ola, None, today=TODAY)
    assert proposed(document, key) == {
        (What.UNIT, keys.ola, None),
        (What.MANAGER, keys.ola, None),
    }


def test_back_to_what_is_takes_the_proposal_away(plant: Planted) -> None:
    document, keys = plant
    key = draft(document, *everything(keys))
    back: list[Proposed] = [
        (What.MANAGER, keys.boss, None),
        (What.MANAGER, keys.kari, keys.boss),
        (What.UNIT, keys.ola, keys.foundry),
        (What.UNIT_PARENT, keys.works, None),
        (What.UNIT_PARENT, keys.foundry, keys.works),
        (What.UNIT_LEADER, keys.foundry, keys.kari),
        (What.GROUP_PARENT, keys.group, keys.steering),
        (What.GROUP_LEADER, keys.group, keys.boss),
        (What.ROLE_HOLDER, keys.leading, keys.boss),
    ]
    document.edit(STEP, edits.propose_all, key, back, today=TODAY)
    assert proposed(document, key) == set()


def test_a_draft_refuses_what_lies_below_itself_in_it(plant: Planted) -> None:
    document, keys = plant
    key = draft(document, (What.MANAGER, keys.kari, keys.ola))
    before = dump(document)
    for what, subject_id, to_id in (
        (What.MANAGER, keys.ola, keys.kari),
        (What.UNIT_PARENT, keys.works, keys.foundry),
        (What.GROUP_PARENT, keys.steering, keys.steering),
    ):
        with pytest.raises(RuleBroken, match=BELOW_ITSELF):
            document.edit(STEP, edits.propose, key, what, subject_id, to_id, today=TODAY)
    assert dump(document) == before


def test_it_refuses_to_take_a_move_back_that_makes_room_for_another(plant: Planted) -> None:
    document, keys = plant
    swap: list[Proposed] = [
        (What.MANAGER, keys.kari, None),
        (What.MANAGER, keys.boss, keys.kari),
    ]
    key = draft(document, *swap)
    with pytest.raises(RuleBroken, match=BELOW_ITSELF):
        document.edit(STEP, edits.propose, key, What.MANAGER, keys.kari, keys.boss, today=TODAY)
    assert proposed(document, key) == set(swap)


def test_what_is_withdrawn_stays_as_it_is(plant: Planted) -> None:
    document, keys = plant
    key = draft(document, (What.UNIT, keys.ola, None), (What.UNIT, keys.kari, None))
    first, _ = document.read(queries.proposals, key)
    document.edit(STEP, edits.withdraw, [first.id])
    assert proposed(document, key) == {(What.UNIT, keys.kari, None)}


def test_applying_is_one_step_that_undo_takes_back_and_redo_repeats(plant: Planted) -> None:
    document, keys = plant
    key = draft(document, *everything(keys))
    before = dump(document)
    document.edit(STEP, edits.apply, key, TODAY)
    after = dump(document)
    assert after["reorganisation"] == after["proposal"] == []
    document.undo()
    assert dump(document) == before
    document.redo()
    assert dump(document) == after


def test_everything_in_a_draft_becomes_so(plant: Planted) -> None:
    document, keys = plant
    key = draft(document, *everything(keys))
    expected = shown(document.read(queries.rearranged, key, today=TODAY))
    document.edit(STEP, edits.apply, key, TODAY)
    assert shown(document.read(queries.arrangement, today=TODAY)) == expected
    kari, boss = document.read(organised.people, [keys.boss, keys.kari], today=TODAY)
    assert (kari.manager, boss.manager) == ("", "Kari Solberg")


def test_whom_people_answered_to_is_kept(plant: Planted) -> None:
    document, keys = plant
    applied(document, (What.MANAGER, keys.kari, keys.ola))
    (line,) = document.read(lines)
    assert (line.person, line.manager, line.valid_to) == (
        *("Kari Solberg", "Åse Ødegård"),
        YESTERDAY,
    )
    (kari,) = document.read(organised.people, [keys.kari], today=TODAY)
    assert (kari.manager, kari.manager_since) == ("Ola Aas", TODAY)


def test_who_led_stays_a_member_and_history_is_kept(plant: Planted) -> None:
    document, keys = plant
    applied(document, (What.GROUP_LEADER, keys.group, keys.kari))
    found = document.read(organised.memberships, group_id=keys.group)
    assert {(each.person, each.role, each.valid_from, each.valid_to) for each in found} == {
        ("Åse Ødegård", GroupRole.LEADER, None, YESTERDAY),
        ("Åse Ødegård", GroupRole.MEMBER, TODAY, None),
        ("Kari Solberg", GroupRole.NOTE_TAKER, None, YESTERDAY),
        ("Kari Solberg", GroupRole.LEADER, TODAY, None),
        ("Ola Aas", GroupRole.MEMBER, date(2026, 11, 1), None),
    }


def test_who_was_to_be_a_member_later_leads_from_the_day(plant: Planted) -> None:
    document, keys = plant
    applied(document, (What.GROUP_LEADER, keys.group, keys.ola))
    found = document.read(organised.memberships, group_id=keys.group, person_id=keys.ola)
    assert [(each.role, each.valid_from) for each in found] == [(GroupRole.LEADER, TODAY)]


def test_a_deputy_who_gets_the_role_is_no_deputy_any_more(plant: Planted) -> None:
    document, keys = plant
    applied(document, (What.ROLE_HOLDER, keys.leading, keys.kari))
    found = document.read(assignments, role_id=keys.leading)
    assert {(each.person, each.deputy, each.valid_from, each.valid_to) for each in found} == {
        ("Åse Ødegård", False, date(2026, 3, 1), YESTERDAY),
        ("Kari Solberg", True, None, YESTERDAY),
        ("Kari Solberg", False, TODAY, None),
    }


def test_of_several_holders_the_one_in_the_draft_keeps_the_role(plant: Planted) -> None:
    document, keys = plant
    document.edit(STEP, roles.assign, keys.coordinating, [keys.boss, keys.ola])
    applied(document, (What.ROLE_HOLDER, keys.coordinating, keys.ola))
    (held,) = document.read(assignments, role_id=keys.coordinating, day=TODAY)
    assert (held.person, held.valid_from, held.valid_to) == ("Ola Aas", None, None)


def test_a_role_can_become_vacant(plant: Planted) -> None:
    document, keys = plant
    applied(document, (What.ROLE_HOLDER, keys.leading, None))
    assert [
        each.person for each in document.read(assignments, role_id=keys.leading, day=TODAY)
    ] == ["Kari Solberg"]


def test_what_became_a_circle_is_named_and_nothing_is_changed(plant: Planted) -> None:
    document, keys = plant
    key = draft(document, (What.UNIT, keys.ola, keys.works), (What.MANAGER, keys.ola, keys.kari))
    document.edit(STEP, organisation.change_people, [keys.kari], manager_id=keys.ola)
    before = dump(document)
    with pytest.raises(RuleBroken, match="Ola Aas cannot come below Kari Solberg"):
        document.edit(STEP, edits.apply, key, TODAY)
    assert dump(document) == before


def test_a_circle_that_is_yet_to_come_is_refused(plant: Planted) -> None:
    document, keys = plant
    key = draft(document, (What.MANAGER, keys.kari, keys.ola))
    document.edit(STEP, reporting.report_to, [keys.ola], keys.kari, date(2026, 11, 1))
    with pytest.raises(RuleBroken, match=f"applied to Kari Solberg. {BELOW_ITSELF}"):
        document.edit(STEP, edits.apply, key, TODAY)


def test_a_role_held_by_a_groups_leader_changes_with_the_leader_only(plant: Planted) -> None:
    document, keys = plant
    role_id = document.edit(
        STEP, roles.add_role, "Leder", kind=RoleKind.GROUP_LEADER, group_id=keys.group
    ).result
    key = draft(document, (What.GROUP_LEADER, keys.group, keys.kari))
    drafted = document.read(queries.rearranged, key, today=TODAY)
    assert [each.holders for each in drafted.roles if each.id == role_id] == [("Kari Solberg",)]
    with pytest.raises(RuleBroken, match="Members of the group hold this role"):
        document.edit(STEP, edits.propose, key, What.ROLE_HOLDER, role_id, None, today=TODAY)


def test_what_another_rule_refuses_is_named_and_nothing_is_changed(plant: Planted) -> None:
    document, keys = plant
    backwards: dict[str, Any] = {"active_from": TODAY, "active_to": YESTERDAY}
    pilot = document.edit(
        STEP, organisation.add_group, GroupKind.PILOT, "Pilot", **backwards
    ).result
    key = draft(document, (What.UNIT, keys.ola, None), (What.GROUP_PARENT, pilot, keys.steering))
    before = dump(document)
    with pytest.raises(RuleBroken, match="cannot be applied to Pilot"):
        document.edit(STEP, edits.apply, key, TODAY)
    assert dump(document) == before


def test_what_is_so_already_is_left_alone(plant: Planted) -> None:
    document, keys = plant
    key = draft(document, (What.GROUP_LEADER, keys.group, keys.kari))
    document.edit(STEP, organisation.change_memberships, [1], person_id=keys.kari)
    before = dump(document)
    document.edit(STEP, edits.apply, key, TODAY)
    assert dump(document) == {**before, "reorganisation": [], "proposal": []}


PEOPLE, UNITS, GROUPS, ROLES = 6, 3, 4, 3
MANY = {Subject.PERSON: PEOPLE, Subject.UNIT: UNITS, Subject.GROUP: GROUPS, Subject.ROLE: ROLES}
DAYS = st.sampled_from([None, YESTERDAY, TODAY, date(2026, 11, 1)])


def keys_of(subject: Subject) -> st.SearchStrategy[int]:
    return st.integers(1, MANY[subject])


def proposals_of(what: What) -> st.SearchStrategy[Proposed]:
    subject, target = FROM_TO[what]
    return st.tuples(st.just(what), keys_of(subject), st.none() | keys_of(target))


def trees(count: int) -> st.SearchStrategy[tuple[int | None, ...]]:
    """By place, what each hangs below: one before it, or none."""
    return st.tuples(*(st.sampled_from([None, *range(1, key)]) for key in range(1, count + 1)))


def held_by(subject: Subject) -> st.SearchStrategy[list[tuple[int, int, date | None, date | None]]]:
    each = st.tuples(keys_of(subject), keys_of(Subject.PERSON), DAYS, DAYS)
    return st.lists(each, max_size=6)


@st.composite
def companies(draw: st.DrawFn) -> list[tuple[Table, dict[str, Any]]]:
    """Rows of an organisation in which everything hangs below something at random."""
    units, groups, managers = (draw(trees(n)) for n in (UNITS, GROUPS, PEOPLE))
    found: list[tuple[Table, dict[str, Any]]] = []
    for place, over in enumerate(units):
        found.append((tables.unit, {"name": f"Unit {place}", "parent_id": over}))
    for place, over in enumerate(managers):
        unit_id = draw(st.none() | keys_of(Subject.UNIT))
        values = {"first_name": f"P{place}", "manager_id": over, "unit_id": unit_id}
        days = {"active_to": draw(DAYS), "manager_since": draw(DAYS) if over else None}
        found.append((tables.person, {**values, **days}))
    for place, over in enumerate(groups):
        values = {"kind": GroupKind.IMPROVEMENT, "name": f"G{place}", "parent_id": over}
        found.append((tables.group, values))
    for kind in (RoleKind.OWN, RoleKind.COORDINATOR, *FILLED_BY):
        group_id = draw(keys_of(Subject.GROUP)) if kind in FILLED_BY else None
        found.append((role, {"name": f"Role {kind}", "kind": kind, "group_id": group_id}))
    for group_id, person_id, first, last in draw(held_by(Subject.GROUP)):
        values = {"group_id": group_id, "person_id": person_id, "role": draw(GROUP_ROLES)}
        found.append((tables.membership, {**values, "valid_from": first, "valid_to": last}))
    for role_id, person_id, first, last in draw(held_by(Subject.ROLE)):
        values = {"role_id": role_id, "person_id": person_id, "deputy": draw(st.booleans())}
        found.append((role_assignment, {**values, "valid_from": first, "valid_to": last}))
    return found


GROUP_ROLES = st.sampled_from([GroupRole.LEADER, GroupRole.DEPUTY, GroupRole.MEMBER])
DRAFTS = st.lists(st.sampled_from(What).flatmap(proposals_of), min_size=1, max_size=12)


def shown(found: Arrangement) -> Any:
    """All that is shown of an organisation today, whatever the keys and days of rows behind it."""
    t = language("nb")
    members = {
        (each.group_id, each.person_id, each.role)
        for each in found.memberships
        if within(TODAY, each.valid_from, each.valid_to)
    }
    holding = {
        (each.role_id, each.person_id, each.deputy, each.place)
        for each in found.assignments
        if within(TODAY, each.valid_from, each.valid_to)
    }
    line = line_chart(found.people, found.units, TODAY, t)
    improvement = improvement_chart(found.groups, found.memberships, TODAY, t)
    return found._replace(memberships=(), assignments=()), members, holding, line, improvement


def fill(connection: Connection, /, company: list[tuple[Table, dict[str, Any]]]) -> None:
    for table, values in company:
        rows.add(connection, table, values)


@settings(max_examples=share(500, percent=8))
@given(companies(), DRAFTS)
def test_applying_gives_just_what_the_draft_showed(
    company: list[tuple[Table, dict[str, Any]]], wanted: list[Proposed]
) -> None:
    with (
        tempfile.TemporaryDirectory() as folder,
        closing(Document.create(Path(folder) / "draft.leandesk")) as document,
    ):
        document.aside(workspace.start, "0" * 36, "Verkstedet", "")
        document.aside(fill, company)
        key = draft(document)
        for each in wanted:
            with suppress(RuleBroken):
                document.edit(STEP, edits.propose, key, *each, today=TODAY)
        assert_applied_as_shown(document, key)


def assert_applied_as_shown(document: Document, key: int) -> None:
    before = dump(document)
    changes = document.read(queries.compared, key, today=TODAY)
    assert {each.outcome for each in changes} <= {Outcome.CHANGES}
    expected = document.read(queries.rearranged, key, today=TODAY)
    document.edit(STEP, edits.apply, key, TODAY)
    found = document.read(queries.arrangement, today=TODAY)
    assert shown(found) == shown(expected)
    document.undo()
    assert dump(document) == before
