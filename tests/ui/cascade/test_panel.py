"""The panel of a phase, and the dialogs that ask for waves, teams and ties."""

from collections.abc import Callable
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QCheckBox, QDialog, QPushButton

from lean_desktop.domain.cascade.gates import Decision
from lean_desktop.domain.cascade.outline import Level
from lean_desktop.domain.cascade.plan import Phase, Plan
from lean_desktop.edits import cascade as edits
from lean_desktop.i18n import M_, Language
from lean_desktop.queries import cascade as queries
from lean_desktop.ui.cascade.dialogs import TeamDialog, TieDialog, WaveDialog
from lean_desktop.ui.cascade.editor import CascadeEditor
from lean_desktop.ui.cascade.line_panel import LinePanel
from lean_desktop.ui.live_document import LiveDocument
from tests.dumps import dump
from tests.ui.hands import click, press, write

pytestmark = pytest.mark.qt_log_ignore("does not support (raise|grabbing)")


def plan(live: LiveDocument, key: int = 1) -> Plan:
    found = live.read(queries.plan, key)
    assert found is not None
    return found


@pytest.fixture
def panel(editor: CascadeEditor) -> LinePanel:
    editor.page.go_to(Level.PHASE, 1)
    editor.panel.build_now()
    return editor.panel


def asked(editor: CascadeEditor, kind: type[QDialog]) -> QDialog:
    QApplication.processEvents()
    (found,) = (each for each in editor.window().findChildren(kind) if each.isVisible())
    return found


FIELDS = [
    ("name", "Analysis", lambda each: each.name, "Analysis"),
    ("weeks", "6", lambda each: each.weeks, 6),
    ("wished", "12.10.2026", lambda each: each.wished, date(2026, 10, 12)),
    ("ended", "30.10.2026", lambda each: each.ended, date(2026, 10, 30)),
    ("owner", "Kari Solberg", lambda each: each.owner, "Kari Solberg"),
]


@pytest.mark.parametrize(("field", "typed", "read", "value"), FIELDS)
def test_each_field_is_one_step(
    panel: LinePanel,
    filled: LiveDocument,
    field: str,
    typed: str,
    read: Callable[[Phase], object],
    value: object,
) -> None:
    before = dump(filled.document)
    getattr(panel, field).editor.setFocus()
    write(typed)
    press(Qt.Key.Key_Return)
    assert read(plan(filled).phases[0]) == value
    filled.undo()
    assert dump(filled.document) == before


def test_weeks_that_are_none_are_refused(panel: LinePanel, filled: LiveDocument) -> None:
    panel.weeks.editor.setFocus()
    write("many")
    press(Qt.Key.Key_Return)
    assert plan(filled).phases[0].weeks == 4
    assert panel.weeks.in_hand()
    press(Qt.Key.Key_Escape)


def test_items_are_added_ticked_and_taken_off(panel: LinePanel, filled: LiveDocument) -> None:
    before = dump(filled.document)
    panel.new_item.setFocus()
    write("Walk the line")
    press(Qt.Key.Key_Return)
    boxes = {each.text(): each for each in panel.findChildren(QCheckBox) if each.isVisible()}
    boxes["Board"].click()
    items = {each.text: each.done for each in filled.read(queries.checklist, 1)}
    assert items == {"Mandate": None, "Board": filled.today, "Walk the line": None}
    QApplication.processEvents()
    takers = [
        b for b in panel.findChildren(QPushButton) if b.accessibleName() == "Take Mandate off"
    ]
    click(next(each for each in takers if each.isVisible()))
    assert [each.text for each in filled.read(queries.checklist, 1)] == ["Board", "Walk the line"]
    for _ in range(3):
        filled.undo()
    assert dump(filled.document) == before


def test_a_gate_is_named_and_decided_by_somebody(panel: LinePanel, filled: LiveDocument) -> None:
    panel.gate.editor.setFocus()
    write("Boards are in use")
    press(Qt.Key.Key_Return)
    panel.decided_by.editor.setFocus()
    write("Steering group")
    combo = panel.decision.combo
    combo.setCurrentIndex(combo.findData(Decision.PASSED.value))
    combo.activated.emit(combo.currentIndex())
    (gate,) = plan(filled).gates
    assert (gate.name, gate.decision, gate.decided_by) == (
        "Boards are in use",
        Decision.PASSED,
        "Steering group",
    )


def test_what_it_waits_for_is_asked_and_taken_off(
    editor: CascadeEditor, panel: LinePanel, filled: LiveDocument, t: Language
) -> None:
    editor.page.go_to(Level.PHASE, 3)
    click(panel.wait)
    dialog = asked(editor, TieDialog)
    assert isinstance(dialog, TieDialog)
    dialog.before.editor.setFocus()
    write("Start-up · Planning")
    dialog.keep()
    assert [(each.before_id, each.after_id) for each in plan(filled).dependencies] == [
        (1, 2),
        (1, 3),
    ]
    QApplication.processEvents()
    takers = [
        b
        for b in panel.findChildren(QPushButton)
        if b.accessibleName() == "Take Start-up · Planning off" and b.isVisible()
    ]
    click(takers[0])
    assert [each.after_id for each in plan(filled).dependencies] == [2]


def test_a_circle_is_refused_with_the_way_round(
    editor: CascadeEditor, panel: LinePanel, filled: LiveDocument
) -> None:
    before = dump(filled.document)
    click(panel.wait)
    dialog = asked(editor, TieDialog)
    assert isinstance(dialog, TieDialog)
    dialog.before.editor.setFocus()
    write("Assembly · Running")
    dialog.keep()
    assert dialog.isVisible()
    assert "would wait for each other" in dialog.refusal.text()
    assert dump(filled.document) == before


def test_a_wave_and_a_team_join(editor: CascadeEditor, filled: LiveDocument) -> None:
    click(editor.bar.new)
    wave = asked(editor, WaveDialog)
    assert isinstance(wave, WaveDialog)
    assert (wave.name.text(), wave.kind.text()) == ("Wave 2", "new_pilots")
    wave.keep()
    assert [each.name for each in plan(filled).waves] == ["Start-up", "Wave 1", "Wave 2"]
    click(editor.bar.team)
    team = asked(editor, TeamDialog)
    assert isinstance(team, TeamDialog)
    team.keep()
    assert team.refusal.text() == "Say which group joins."
    team.group.editor.setFocus()
    write("Stores")
    team.keep()
    joined = plan(filled).teams[-1]
    assert joined.group == "Stores"
    own = [each for each in plan(filled).phases if each.team_id == joined.id]
    assert [each.name for each in own] == ["Start and run new pilot teams"]
    assert own[0].items > 0


def test_an_empty_workspace_begins_a_cascade(editor: CascadeEditor, filled: LiveDocument) -> None:
    editor.live.edit(M_("Remove"), edits.remove_plans, [1])
    QApplication.processEvents()
    assert editor.empty.isVisible()
    (offered,) = (b for b in editor.empty.findChildren(QPushButton) if b.isVisible())
    click(offered)
    (begun,) = filled.read(queries.plan_names)
    made = plan(filled, begun.id)
    assert [each.name for each in made.waves] == ["Start-up", "Wave 1"]
    assert [each.name for each in made.phases] == [
        "Planning and analysis",
        "Boards, groups and start of training",
    ]
    assert len(made.dependencies) == 1
