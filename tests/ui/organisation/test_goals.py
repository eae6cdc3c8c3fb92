"""Vision, values and goals: written in place, moved by keys, shown on the projector."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from lean_desktop.edits import goals as edits
from lean_desktop.queries import goals as queries
from lean_desktop.ui.live_document import LiveDocument
from lean_desktop.ui.main_window import MainWindow
from lean_desktop.ui.organisation.editor import OrganisationEditor
from lean_desktop.ui.organisation.goal_panel import GoalPanel
from lean_desktop.ui.organisation.goals_page import GoalsPage
from lean_desktop.ui.organisation.group_panel import GroupPanel
from lean_desktop.ui.organisation.vision_wall import VisionWall
from tests.plants import STEP, Plant
from tests.ui.hands import press, write
from tests.ui.organisation.steps import (
    CTRL,
    SHIFT,
    button,
    child,
    last_step,
    no_step,
    one_step,
    panel,
    rows_of,
    show_list,
    to_front,
    undo,
)

pytestmark = pytest.mark.qt_log_ignore("does not support (raise|grabbing)")  # popups offscreen

Key = Qt.Key


@pytest.fixture
def tree(filled: LiveDocument, plant: Plant) -> dict[str, int]:
    """Two goals, the first in two parts, one of them the group's."""
    whole = filled.edit(STEP, edits.add_goal, "Levere presis")
    group = plant.group
    half = filled.edit(STEP, edits.add_goal, "Halve omstilling", whole, group_id=group)
    tools = filled.edit(STEP, edits.add_goal, "Verktøy på plass", whole)
    safe = filled.edit(STEP, edits.add_goal, "Ingen skader")
    return {"whole": whole, "half": half, "tools": tools, "safe": safe}


@pytest.fixture
def page(editor: OrganisationEditor, tree: dict[str, int]) -> GoalsPage:
    show_list(editor, "Vision")
    return child(editor, GoalsPage)


def outline(page: GoalsPage) -> list[str]:
    return [f"{line.number} {line.goal.name}" for line in rows_of(page.goals)]


def test_goals_stand_as_a_numbered_outline(page: GoalsPage) -> None:
    assert outline(page) == [
        "1 Levere presis",
        "1.1 Halve omstilling",
        "1.2 Verktøy på plass",
        "2 Ingen skader",
    ]


def test_the_vision_is_written(page: GoalsPage, filled: LiveDocument) -> None:
    with one_step(filled, "Change the vision"):
        page.vision.editor.setFocus()
        write("Alle er med")
        press(Key.Key_Tab)
        assert filled.read(queries.direction).vision == "Alle er med"
    assert page.vision.text() == ""


def test_a_vision_half_written_is_kept(
    page: GoalsPage, editor: OrganisationEditor, filled: LiveDocument
) -> None:
    page.vision.editor.setFocus()
    write("Alle")
    assert editor.keep_drafts()
    assert last_step(filled) != "Change the vision"


def test_values_are_added_one_after_the_other(page: GoalsPage, filled: LiveDocument) -> None:
    page.new_value.editor.setFocus()
    for name in ("Delaktighet", "Entusiasme"):
        write(name)
        press(Key.Key_Return)
    assert [each.name for each in filled.read(queries.values)] == ["Delaktighet", "Entusiasme"]
    undo()
    assert [each.name for each in filled.read(queries.values)] == ["Delaktighet"]


def test_values_are_moved_and_deleted(page: GoalsPage, filled: LiveDocument) -> None:
    keys = [filled.edit(STEP, edits.add_value, name) for name in ("A", "B", "C")]
    page.values.setFocus()
    page.values.go_to(keys[2])
    with one_step(filled, "Move “C”"):
        press(Key.Key_Up, CTRL)
        assert [each.name for each in filled.read(queries.values)] == ["A", "C", "B"]
        assert page.values.current().name == "C"
    page.values.go_to(keys[0])
    with no_step(filled):
        press(Key.Key_Up, CTRL)
    with one_step(filled, "Delete “A”"):
        press(Key.Key_Delete)


def test_a_goal_is_added_at_the_top_and_below_another(
    page: GoalsPage, filled: LiveDocument, tree: dict[str, int]
) -> None:
    press(Key.Key_N, CTRL)
    with one_step(filled, "Add goal: Lavere kostnad"):
        write("Lavere kostnad")
        press(Key.Key_Return)
        assert outline(page)[-1] == "3 Lavere kostnad"
    page.goals.go_to(tree["safe"])
    page.new_goal.editor.setFocus()
    with one_step(filled, "Add goal: Gå runden"):
        write("Gå runden")
        press(Key.Key_Return, SHIFT)
        assert outline(page)[-1] == "2.1 Gå runden"
    assert page.new_goal.text() == ""


def test_goals_are_moved_by_keys(
    page: GoalsPage, filled: LiveDocument, tree: dict[str, int]
) -> None:
    page.goals.setFocus()
    page.goals.go_to(tree["tools"])
    for key, expected in (
        (Key.Key_Up, ["1 Levere presis", "1.1 Verktøy på plass", "1.2 Halve omstilling"]),
        (Key.Key_Left, ["1 Levere presis", "1.1 Halve omstilling", "2 Verktøy på plass"]),
    ):
        with one_step(filled, "Move “Verktøy på plass”"):
            press(key, CTRL)
            assert outline(page)[:3] == expected
            assert page.goals.current().id == tree["tools"]
    with one_step(filled, "Move “Verktøy på plass”"):
        press(Key.Key_Right, CTRL)
        assert outline(page)[2] == "1.1.1 Verktøy på plass"


def test_a_move_that_leads_nowhere_is_no_step(
    page: GoalsPage, filled: LiveDocument, tree: dict[str, int]
) -> None:
    page.goals.setFocus()
    page.goals.go_to(tree["whole"])
    with no_step(filled):
        for key in (Key.Key_Up, Key.Key_Left, Key.Key_Right):
            press(key, CTRL)


def test_parts_of_a_deleted_goal_move_up(
    page: GoalsPage, filled: LiveDocument, tree: dict[str, int]
) -> None:
    page.goals.setFocus()
    page.goals.go_to(tree["whole"])
    with one_step(filled, "Delete “Levere presis”"):
        press(Key.Key_Delete)
        assert outline(page) == ["1 Halve omstilling", "2 Verktøy på plass", "3 Ingen skader"]
    page.goals.go_to(tree["whole"])
    with one_step(filled, "Delete “Levere presis”"):
        press(Key.Key_Delete, SHIFT)
        assert outline(page) == ["1 Ingen skader"]


def test_a_goal_is_written_in_the_table_and_in_the_panel(
    qtbot: QtBot,
    editor: OrganisationEditor,
    page: GoalsPage,
    filled: LiveDocument,
    tree: dict[str, int],
) -> None:
    page.goals.setFocus()
    page.goals.go_to(tree["safe"], 2)
    with one_step(filled, "Change measure of “Ingen skader”"):
        press(Key.Key_F2)
        write("0 fravær")
        press(Key.Key_Return)
    shown = panel(qtbot, editor, GoalPanel)
    with one_step(filled, "Change due day of “Ingen skader”"):
        shown.named["due"].editor.setFocus()
        write("31.12.2026")
        press(Key.Key_Return)
    with one_step(filled, "Move “Ingen skader”"):
        shown.named["parent"].editor.setFocus()
        write("levere")
        press(Key.Key_Tab)
        assert outline(page)[-1] == "1.3 Ingen skader"


def test_a_goal_below_itself_is_refused(
    qtbot: QtBot,
    editor: OrganisationEditor,
    page: GoalsPage,
    filled: LiveDocument,
    tree: dict[str, int],
) -> None:
    page.goals.go_to(tree["whole"])
    shown = panel(qtbot, editor, GoalPanel)
    with no_step(filled):
        field = shown.named["parent"]
        field.editor.setFocus()
        write("halve")
        press(Key.Key_Return)
        assert field.sentence.text().startswith("That would put it below itself.")
        press(Key.Key_Escape)


def test_words_narrow_the_goals(page: GoalsPage, editor: OrganisationEditor) -> None:
    editor.begin_search()
    write("montering")
    assert outline(page) == ["1.1 Halve omstilling"]


def test_the_page_of_a_group_says_what_it_works_for(
    qtbot: QtBot, editor: OrganisationEditor, tree: dict[str, int], plant: Plant
) -> None:
    show_list(editor, "Groups").go_to(plant.group)
    assert panel(qtbot, editor, GroupPanel)._goals.text() == "Levere presis – Halve omstilling"


def test_the_wall_shows_it_all_until_escape(
    window: MainWindow, page: GoalsPage, filled: LiveDocument, tree: dict[str, int]
) -> None:
    filled.edit(STEP, edits.set_vision, "Alle er med")
    filled.edit(STEP, edits.add_value, "Entusiasme")
    press(Key.Key_F5)
    wall = next(each for each in QApplication.topLevelWidgets() if isinstance(each, VisionWall))
    to_front(wall)
    assert [label.text().strip("\u2003") for label, _ in wall.labels] == [
        "Alle er med",
        "Entusiasme",
        "Levere presis",
        "• Halve omstilling – Montering",
        "• Verktøy på plass",
        "Ingen skader",
    ]
    wall.resize(800, 600)
    assert all(label.geometry().bottom() <= wall.height() for label, _ in wall.labels)
    press(Key.Key_Escape)
    assert not any(isinstance(each, VisionWall) for each in QApplication.topLevelWidgets())


def test_nothing_is_written_where_one_may_only_read(
    editor: OrganisationEditor, page: GoalsPage
) -> None:
    editor.show_day(editor.live.today.replace(year=2025))
    QApplication.processEvents()
    other = child(editor, GoalsPage)
    assert not other.vision.isEnabled()
    assert not other.new_goal.isEnabled()
    assert button(editor, "Back to today").isVisible()
