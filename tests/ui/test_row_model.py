"""The law of views: after any edit, undo or redo a model equals one opened afresh."""

import datetime as dt
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QItemSelectionModel, QPersistentModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QTableView
from sqlalchemy import Connection, Table, select, update

from lean_desktop.document.document import Document
from lean_desktop.document.schema import goals as goal_tables
from lean_desktop.document.schema import meetings as meeting_tables
from lean_desktop.document.schema import organisation as tables
from lean_desktop.document.schema import roles as role_tables
from lean_desktop.domain.organisation import GroupKind, GroupRole
from lean_desktop.domain.roles import MandateFor
from lean_desktop.edits import agreements as edit_agreements
from lean_desktop.edits import goals as edit_goals
from lean_desktop.edits import meetings as edit_meetings
from lean_desktop.edits import organisation as edits
from lean_desktop.edits import roles as edit_roles
from lean_desktop.i18n import M_, language
from lean_desktop.queries import agreements as agreement_queries
from lean_desktop.queries import goals as goal_queries
from lean_desktop.queries import meetings as meeting_queries
from lean_desktop.queries import organisation as queries
from lean_desktop.queries import roles as role_queries
from lean_desktop.ui.live_document import LiveDocument
from lean_desktop.ui.row_model import ROW_ROLE, Column, RowModel

TODAY = dt.date(2026, 10, 6)
NB = language("nb")
STEP = M_("Step")


@pytest.fixture
def live(tmp_path: Path, qapp: object) -> Any:
    document = Document.create(tmp_path / "a.leandesk")
    live = LiveDocument(document)
    live.edit(STEP, _fill)
    yield live
    live.close()


def _fill(connection: Connection) -> None:
    top = edits.add_unit(connection, "Produksjon")
    below = edits.add_unit(connection, "Støperi", top)
    boss = edits.add_person(connection, first_name="Åse", last_name="Ødegård", unit_id=top)
    others = [
        edits.add_person(connection, first_name=name, unit_id=below, manager_id=boss)
        for name in ("Kari", "Ola", "Ærlend")
    ]
    edits.change_units(connection, [below], leader_id=others[0])
    above = edits.add_group(connection, GroupKind.STEERING, "Styringsgruppe")
    group = edits.add_group(
        connection, GroupKind.IMPROVEMENT, "Montering", parent_id=above, unit_id=below
    )
    edits.add_members(connection, group, [boss], role=GroupRole.LEADER)
    edits.add_members(connection, group, others)
    for hour in (9, 13):
        meeting = edit_meetings.plan_meeting(
            connection, group_id=group, start=dt.datetime(2026, 10, 6, hour)
        )
        edit_meetings.change_meetings(connection, [meeting], note_taker_id=others[1])
        for title in ("Velkommen", "Avslutning"):
            edit_meetings.add_item(connection, meeting, title, presenter_id=boss)
        edit_meetings.add_guest(connection, meeting, name="Gjest")
    role = edit_roles.add_role(connection, "Gruppeleder", group_id=group, unit_id=below)
    edit_roles.add_role(connection, "Koordinator", unit_id=top)
    edit_roles.assign(connection, role, [boss])
    edit_roles.assign(connection, role, others[:1], deputy=True)
    for to in (MandateFor(group_id=group), MandateFor(role_id=role)):
        edit_roles.give_mandate(connection, to, "Prøve", giver_group_id=above, valid_from=TODAY)
    agreed = edit_agreements.make_agreement(
        connection, group, ground_rules="Presis", valid_from=TODAY
    )
    edit_agreements.sign(connection, agreed, [boss, *others[:1]], TODAY)
    whole = edit_goals.add_goal(connection, "Rett tid", group_id=above)
    edit_goals.add_goal(connection, "Færre stopp", whole, group_id=group)
    edit_goals.add_goal(connection, "Ingen skader")
    for name in ("Delaktighet", "Entusiasme"):
        edit_goals.add_value(connection, name)


def people(live: LiveDocument) -> RowModel[Any]:
    columns = [
        Column("name", "Name", lambda row: row.name, sort=lambda row: NB.sort_key(row.name)),
        Column("title", "Title", lambda row: row.title, write=_write_title(live)),
    ]
    load = lambda connection, ids: queries.people(connection, ids, today=TODAY)  # noqa: E731
    return RowModel(live, columns, load, queries.people_touched, lambda row: row.id)


def _write_title(live: LiveDocument) -> Callable[[Any, str], object]:
    return lambda row, text: live.edit(STEP, edits.change_people, [row.id], title=text)


def _model(load: Any, touched: Any) -> Callable[[LiveDocument], RowModel[Any]]:
    columns = [Column("all", "All", repr)]
    return lambda live: RowModel(live, columns, load, touched, lambda row: row.id)


MODELS = {
    "people": people,
    "units": _model(queries.units, queries.units_touched),
    "groups": _model(partial(queries.groups, today=TODAY), queries.groups_touched),
    "memberships": _model(queries.memberships, queries.memberships_touched),
    "meetings": _model(meeting_queries.meetings, meeting_queries.meetings_touched),
    "items": _model(meeting_queries.items, meeting_queries.items_touched),
    "roles": _model(partial(role_queries.roles, today=TODAY), role_queries.roles_touched),
    "assignments": _model(role_queries.assignments, role_queries.assignments_touched),
    "mandates": _model(role_queries.mandates, role_queries.mandates_touched),
    "agreements": _model(agreement_queries.agreements, agreement_queries.agreements_touched),
    "goals": _model(goal_queries.goals, goal_queries.goals_touched),
    "values": _model(goal_queries.values, goal_queries.values_touched),
}

TABLES = [
    *(tables.unit, tables.person, tables.group, tables.membership),
    *(meeting_tables.meeting, meeting_tables.agenda_item, meeting_tables.meeting_guest),
    *(role_tables.role, role_tables.role_assignment, role_tables.mandate, role_tables.agreement),
    *(goal_tables.goal, goal_tables.core_value),
]

OTHER = {
    "kind": None,
    "role": "deputy",
    "planned_start": dt.datetime(2026, 10, 6, 8),
    "planned_end": dt.datetime(2026, 10, 6, 18),
    "percent": 50.0,
    "slot": dt.datetime(2026, 10, 6, 8),
    "actual_start": dt.datetime(2026, 10, 6, 8),
    "actual_end": dt.datetime(2026, 10, 6, 18),
    "state": "called",
    "outcome": "treated",
    "series_id": None,
}

_OTHER_KIND = {
    "group": "pilot",
    "meeting": "board",
    "agenda_item": "round",
    "role": "coordinator",
}

_WHOM = ("group_kind", "group_id", "role_id", "is_coordinator")
"""Columns of a mandate of which just one says something."""


def _other_values(table: Table, column: str) -> dict[str, Any]:
    """What to write into the row, so that the column is otherwise and the schema content."""
    value = "pilot" if column == "group_kind" else _other_value(table, column)
    if table.name == "mandate" and column in _WHOM:
        return {**dict.fromkeys(_WHOM[:3]), "is_coordinator": False, column: value}
    return {column: value}


def _other_value(table: Table, column: str) -> Any:
    if column == "kind":
        return _OTHER_KIND[table.name]
    if column in OTHER:
        return OTHER[column]
    kind = table.c[column].type.python_type
    if kind is bool:
        return True
    if kind is dt.date:
        return dt.date(2030, 1, 1) if column.endswith("from") else dt.date(2025, 1, 1)
    return {int: 2 if column.endswith("_id") else 4, str: "Annet"}[kind]


def _changes() -> list[tuple[Table, str]]:
    return [(table, name) for table in TABLES for name in table.c.keys() if name != "id"]  # noqa: SIM118


@pytest.mark.parametrize(("table", "column"), _changes(), ids=str)
def test_changing_any_column_leaves_every_model_as_if_opened_afresh(
    live: LiveDocument, table: Table, column: str
) -> None:
    models = {name: make(live) for name, make in MODELS.items()}
    values = _other_values(table, column)

    def change(connection: Connection) -> None:
        first = connection.scalar(select(table.c.id).order_by(table.c.id).limit(1))
        connection.execute(update(table).where(table.c.id == first).values(values))

    steps: list[Callable[[], object]] = [lambda: live.edit(STEP, change), live.undo, live.redo]
    for step in steps:
        step()
        for name, make in MODELS.items():
            assert models[name].rows() == make(live).rows(), name


@pytest.mark.parametrize("table", TABLES, ids=lambda each: each.name)
def test_removing_any_row_leaves_every_model_as_if_opened_afresh(
    live: LiveDocument, table: Table
) -> None:
    models = {name: make(live) for name, make in MODELS.items()}

    def remove(connection: Connection) -> None:
        first = connection.scalar(select(table.c.id).order_by(table.c.id).limit(1))
        connection.execute(table.delete().where(table.c.id == first))

    steps: list[Callable[[], object]] = [
        lambda: live.edit(STEP, remove),
        *(live.undo, live.redo, live.undo),
    ]
    for step in steps:
        step()
        for name, make in MODELS.items():
            assert models[name].rows() == make(live).rows(), name


def test_qt_finds_nothing_wrong_while_rows_come_go_and_change(live: LiveDocument) -> None:
    model = people(live)
    tester = QAbstractItemModelTester(
        model, QAbstractItemModelTester.FailureReportingMode.Warning, model
    )
    model.sort(0)
    live.edit(STEP, edits.add_person, first_name="Bo")
    live.edit(STEP, edits.change_people, [1], first_name="Zara", last_name="Zz")
    live.edit(STEP, edits.remove_people, [2, 3])
    for _ in range(3):
        live.undo()
    model.keep(lambda row: row.name.startswith("O"))
    assert [row.name for row in model.rows()] == ["Ola"]
    model.keep(None)
    assert model.rowCount() == model.total() == 4
    assert tester.model() is model


def test_sorting_follows_norwegian_and_keeps_the_selection(live: LiveDocument, qtbot: Any) -> None:
    model, view = people(live), QTableView()
    qtbot.addWidget(view)
    view.setModel(model)
    chosen = model.index_of(2)
    view.selectionModel().select(chosen, QItemSelectionModel.SelectionFlag.Select)
    kept = QPersistentModelIndex(chosen)
    model.sort(0, Qt.SortOrder.DescendingOrder)
    assert [row.name for row in model.rows()] == ["Åse Ødegård", "Ærlend", "Ola", "Kari"]
    assert kept.data(ROW_ROLE).id == 2
    assert [index.data() for index in view.selectionModel().selectedIndexes()] == ["Kari"]


def test_text_that_will_not_do_is_refused_with_its_sentence(live: LiveDocument, qtbot: Any) -> None:
    model = people(live)
    index = model.index_of(1, 1)
    with qtbot.waitSignal(model.refused) as refused:
        assert not model.setData(index, "x" * 300)
    assert "300" in str(refused.args[1])
    assert model.setData(index, "Daglig leder")
    assert index.data() == "Daglig leder"
    assert live.document.undo_label == STEP
