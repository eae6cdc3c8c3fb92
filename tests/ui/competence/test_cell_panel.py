"""The panel of a cell: levels by a click, why so much is required, and what follows from a gap."""

import pytest

from lean_desktop.domain.competence.requirements import Of
from lean_desktop.edits import skills
from lean_desktop.i18n import M_, Language
from lean_desktop.queries import actions, training
from lean_desktop.queries.competence import matrix_facts
from lean_desktop.ui.competence.cell_panel import CellPanel
from lean_desktop.ui.competence.editor import CompetenceEditor
from lean_desktop.ui.live_document import LiveDocument
from tests.dumps import dump
from tests.ui.hands import click


@pytest.fixture
def panel(editor: CompetenceEditor, filled: LiveDocument) -> CellPanel:
    filled.edit(M_("x"), skills.require, [1], (Of.PERSON, 2), 4)
    editor.page.go_to(2, 1)
    editor.panel.build_now()
    return editor.panel


def step(live: LiveDocument, t: Language) -> str:
    label = live.document.undo_label
    return t(label) if label else ""


def test_it_says_what_is_known_and_why_so_much_is_required(panel: CellPanel) -> None:
    assert panel._skill.text() == "A3"
    assert panel._person.text().startswith("Kari Solberg")
    told = panel._facts.text()
    assert "Not assessed yet" in told
    assert "4 – Teaches others is required of Kari Solberg" in told
    assert "1 qualified" in panel._covered.text()


def test_a_level_is_one_click_and_one_step(
    panel: CellPanel, filled: LiveDocument, t: Language
) -> None:
    before = dump(filled.document)
    click(panel.level_buttons[3])
    assert step(filled, t) == "A3 of Kari Solberg: 3"
    assert [each.isChecked() for each in panel.level_buttons] == [False, False, False, True, False]
    assert "· 3 ·" in panel._history.text()
    filled.undo()
    assert dump(filled.document) == before


def test_a_gap_becomes_a_row_of_the_plan_or_an_action(
    panel: CellPanel, filled: LiveDocument, t: Language
) -> None:
    before = dump(filled.document)
    click(panel.plan_button)
    (row,) = filled.read(training.training_plan)
    assert (row.person, row.skill, row.level) == ("Kari Solberg", "A3", 4)
    assert step(filled, t) == "Plan training of Kari Solberg in A3"
    assert "to level 4" in panel._training.text()
    filled.undo()
    click(panel.action_button)
    assert [each.title for each in filled.read(actions.actions)] == ["Train Kari Solberg in A3"]
    filled.undo()
    assert dump(filled.document) == before


def test_somebody_is_exempt_and_no_more(panel: CellPanel, filled: LiveDocument) -> None:
    def exempt() -> bool:
        return filled.read(matrix_facts, day=filled.today).is_exempt(2, 1)

    click(panel.exempt)
    assert exempt()
    assert panel.exempt.text() == "Exempt no more"
    click(panel.exempt)
    assert not exempt()


def test_an_empty_panel_while_no_cell_is_current(
    panel: CellPanel, editor: CompetenceEditor
) -> None:
    editor.page.grid.selectionModel().clear()
    editor.page.picked.emit()
    assert not panel._skill.isVisible()
