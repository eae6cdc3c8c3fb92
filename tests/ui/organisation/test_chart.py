"""The chart: walked by keys, looked around in by mouse, and edited by both."""

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QContextMenuEvent, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QMenu
from pytestqt.qtbot import QtBot

from lean_desktop.domain.chart import BoxKind, box_key
from lean_desktop.edits import organisation as edits
from lean_desktop.queries import organisation as queries
from lean_desktop.ui.live_document import LiveDocument
from lean_desktop.ui.main_window import MainWindow
from lean_desktop.ui.organisation.chart_page import ChartPage
from lean_desktop.ui.organisation.chart_view import ChartView
from lean_desktop.ui.organisation.editor import OrganisationEditor
from lean_desktop.ui.organisation.person_panel import PersonPanel
from tests.plants import STEP, Plant
from tests.ui.hands import LEFT, click, focused, press, write
from tests.ui.organisation.steps import (
    CTRL,
    SHIFT,
    button,
    choose_item,
    close_dialog,
    last_step,
    no_step,
    one_step,
    panel,
    use_menu,
)

Key = Qt.Key
ALT = Qt.KeyboardModifier.AltModifier


@pytest.fixture
def view(qtbot: QtBot, editor: OrganisationEditor) -> ChartView:
    """The chart, at the size of life, with the keys."""
    click(button(editor.toolbar, "Chart"))
    found = editor.panes()[0]
    assert isinstance(found, ChartView)
    qtbot.waitUntil(lambda: bool(found.picture.boxes))
    found.setFocus()
    return found


@pytest.fixture
def page(editor: OrganisationEditor, view: ChartView) -> ChartPage:
    page = editor.findChild(ChartPage)
    assert page is not None
    return page


def name(view: ChartView) -> str:
    """What a screen reader says of the current box."""
    return view.accessibleDescription().split(",")[0]


def middle(view: ChartView, kind: BoxKind, key: int) -> QPoint:
    """Where a box is on the screen."""
    place = view.picture.place(box_key(kind, key))
    assert place is not None
    return view.rect_on_screen(place).center().toPoint()


def drag(view: ChartView, start: QPoint, end: QPoint, *, let_go: bool = True) -> None:
    canvas = view.viewport()
    QTest.mousePress(canvas, LEFT, pos=start)
    QTest.mouseMove(canvas, start + QPoint(0, 30))
    QTest.mouseMove(canvas, end)
    if let_go:
        QTest.mouseRelease(canvas, LEFT, pos=end)


def test_arrows_walk_the_tree(view: ChartView) -> None:
    assert name(view) == "Produksjon"
    press(Key.Key_Down)
    assert name(view) == "Støperi"
    press(Key.Key_Right)
    assert name(view) == "Åse Ødegård"
    press(Key.Key_Left)
    press(Key.Key_Down)
    assert name(view) == "Ola Aas"
    press(Key.Key_Up)
    press(Key.Key_Up)
    assert name(view) == "Produksjon"
    press(Key.Key_PageDown)
    assert name(view) == "Styringsgruppe"
    press(Key.Key_Home)
    assert name(view) == "Produksjon"


def test_a_box_is_told_whole(view: ChartView) -> None:
    assert view.accessibleDescription() == "Produksjon, Vacant, 2 below"


def test_the_panel_follows_the_box(
    qtbot: QtBot, editor: OrganisationEditor, view: ChartView, plant: Plant
) -> None:
    QTest.mouseClick(view.viewport(), LEFT, pos=middle(view, BoxKind.PERSON, plant.ola))
    shown = panel(qtbot, editor, PersonPanel)
    assert shown.row.id == plant.ola
    assert editor.toolbar.new_button.accessibleName() == "New person"


def test_space_folds_and_unfolds(view: ChartView) -> None:
    press(Key.Key_Down)
    press(Key.Key_Space)
    assert view.accessibleDescription() == "Støperi, Kari Solberg, 1 folded away"
    press(Key.Key_Space)
    assert view.accessibleDescription() == "Støperi, Kari Solberg, 1 below"


def test_a_click_on_the_tab_unfolds(view: ChartView, plant: Plant) -> None:
    press(Key.Key_Down)
    press(Key.Key_Space)
    place = view.picture.place(view.current)
    assert place is not None
    foot = view.rect_on_screen(place).bottom()
    at = QPoint(middle(view, BoxKind.UNIT, plant.foundry).x(), round(foot) - 3)
    QTest.mouseClick(view.viewport(), LEFT, pos=at)
    assert view.picture.place(box_key(BoxKind.PERSON, plant.ola)) is not None


def test_a_person_dragged_to_a_unit(view: ChartView, filled: LiveDocument, plant: Plant) -> None:
    with one_step(filled, "Move “Ola Aas” below “Produksjon”"):
        drag(view, middle(view, BoxKind.PERSON, plant.ola), middle(view, BoxKind.UNIT, plant.works))
        (ola,) = filled.read(queries.people, [plant.ola], today=filled.today)
        assert (ola.unit, ola.manager) == ("Produksjon", "")
        assert view.picture.above(box_key(BoxKind.PERSON, plant.ola)) == box_key(
            BoxKind.UNIT, plant.works
        )


def test_a_person_dragged_to_another_person(
    view: ChartView, filled: LiveDocument, plant: Plant
) -> None:
    with one_step(filled, "Move “Ola Aas” below “Åse Ødegård”"):
        start, end = (middle(view, BoxKind.PERSON, key) for key in (plant.ola, plant.boss))
        drag(view, start, end)
        (ola,) = filled.read(queries.people, [plant.ola], today=filled.today)
        assert (ola.unit, ola.manager) == ("Produksjon", "Åse Ødegård")


def test_a_person_dragged_to_a_group_becomes_a_member(
    view: ChartView, filled: LiveDocument, plant: Plant
) -> None:
    with one_step(filled, "Put Ola Aas into Styringsgruppe"):
        start = middle(view, BoxKind.PERSON, plant.ola)
        drag(view, start, middle(view, BoxKind.GROUP, plant.steering))
        members = filled.read(queries.memberships)
        assert (plant.steering, plant.ola) in [(each.group_id, each.person_id) for each in members]


def test_nothing_is_dropped_on_what_lies_below_it(
    view: ChartView, filled: LiveDocument, plant: Plant
) -> None:
    drag(view, middle(view, BoxKind.UNIT, plant.works), middle(view, BoxKind.UNIT, plant.foundry))
    drag(view, middle(view, BoxKind.UNIT, plant.works), middle(view, BoxKind.GROUP, plant.steering))
    assert last_step(filled) == ""


def test_escape_ends_a_drag(view: ChartView, filled: LiveDocument, plant: Plant) -> None:
    end = middle(view, BoxKind.UNIT, plant.works)
    drag(view, middle(view, BoxKind.PERSON, plant.ola), end, let_go=False)
    press(Key.Key_Escape)
    QTest.mouseRelease(view.viewport(), LEFT, pos=end)
    assert last_step(filled) == ""


def test_keys_move_a_box(view: ChartView, filled: LiveDocument, plant: Plant) -> None:
    view.choose(box_key(BoxKind.PERSON, plant.ola))
    with one_step(filled, "Move “Ola Aas” below “Produksjon”"):
        press(Key.Key_Up, CTRL)
        assert name(view) == "Ola Aas"


def test_a_name_is_written_in_its_place(
    view: ChartView, filled: LiveDocument, plant: Plant
) -> None:
    view.choose(box_key(BoxKind.GROUP, plant.group))
    with one_step(filled, "Rename “Montering”"):
        press(Key.Key_F2)
        QTest.keyClicks(focused(), "Montering 2")
        press(Key.Key_Return)
        assert view.picture.boxes[view.current].over == "Montering 2"
    assert view.hasFocus()


def test_a_name_that_will_not_do_stays_with_its_sentence(
    view: ChartView, filled: LiveDocument
) -> None:
    press(Key.Key_F2)
    line = QApplication.focusWidget()
    assert isinstance(line, QLineEdit)
    press(Key.Key_Backspace)
    press(Key.Key_Return)
    assert line.isVisible()
    assert line.accessibleDescription().startswith("This cannot be empty.")
    press(Key.Key_Escape)
    assert not line.isVisible()
    assert last_step(filled) == ""


def test_delete_lets_those_below_move_up(
    view: ChartView, filled: LiveDocument, plant: Plant
) -> None:
    press(Key.Key_Down)
    with one_step(filled, "Delete “Støperi”"):
        press(Key.Key_Delete)
        over = view.picture.above(box_key(BoxKind.PERSON, plant.ola))
        assert over == box_key(BoxKind.PERSON, plant.boss)  # who is the manager, and now as near


def test_shift_delete_takes_what_lies_below(view: ChartView, filled: LiveDocument) -> None:
    with one_step(filled, "Delete “Produksjon”"):
        press(Key.Key_Delete, SHIFT)
        assert filled.read(queries.units) == []


def test_one_more_does_not_make_the_view_jump(
    view: ChartView, filled: LiveDocument, plant: Plant
) -> None:
    view.zoom_to(1.5)
    view.choose(box_key(BoxKind.PERSON, plant.ola))
    before = middle(view, BoxKind.PERSON, plant.ola)
    for number in range(9):
        filled.edit(STEP, edits.add_person, first_name=f"A{number}", unit_id=plant.works)
    after = middle(view, BoxKind.PERSON, plant.ola)
    assert (after - before).manhattanLength() <= 2


def test_layers_are_chosen(view: ChartView, page: ChartPage, plant: Plant) -> None:
    click(button(page, "Layers: Line"))
    assert view.picture.place(box_key(BoxKind.GROUP, plant.group)) is None
    click(button(page, "Layers: Improvement"))
    assert view.picture.place(box_key(BoxKind.UNIT, plant.works)) is None
    click(button(page, "Layers: Both layers"))
    assert len(view.picture.grounds) == 2


def test_the_wheel_zooms_around_the_mouse(view: ChartView, page: ChartPage, plant: Plant) -> None:
    at = middle(view, BoxKind.PERSON, plant.ola)
    before = view.zoom
    turned = QWheelEvent(
        QPointF(at),
        QPointF(view.viewport().mapToGlobal(at)),
        QPoint(),
        QPoint(0, 120),
        Qt.MouseButton.NoButton,
        CTRL,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(view.viewport(), turned)
    assert view.zoom == pytest.approx(before * 1.2)


def test_buttons_zoom_and_show_all(view: ChartView, page: ChartPage) -> None:
    before = view.zoom
    click(button(page, "Zoom in"))
    assert view.zoom > before
    click(button(page, "Zoom out"))
    click(button(page, "Zoom out"))
    assert view.zoom < before
    click(button(page, "Show all of it"))
    assert view.horizontalScrollBar().maximum() == view.verticalScrollBar().maximum() == 0


def test_the_search_goes_to_who_is_sought(editor: OrganisationEditor, view: ChartView) -> None:
    press(Key.Key_F, CTRL)
    QTest.keyClicks(focused(), "aas")
    assert name(view) == "Ola Aas"


def test_it_is_found_again_as_it_was_left(editor: OrganisationEditor, view: ChartView) -> None:
    press(Key.Key_Down)
    kept, place = editor.layout_state(), editor.place()
    other = OrganisationEditor(editor.around)
    other.restore_layout(kept)
    other.return_to(place)
    assert other.shown == "chart"
    found = other.panes()[0]
    assert isinstance(found, ChartView)
    assert found.current == view.current
    assert found.zoom == pytest.approx(view.zoom, abs=0.001)
    other.deleteLater()


# Levels, new boxes and refusals


def test_levels_are_chosen(view: ChartView, page: ChartPage, plant: Plant) -> None:
    page.bar.levels.setFocus()
    press(Key.Key_Home)
    assert page.bar.levels.currentText() == "All levels"
    assert view.picture.place(box_key(BoxKind.PERSON, plant.ola)) is not None
    press(Key.Key_Down)
    assert page.bar.levels.currentText() == "1 level"
    assert view.picture.place(box_key(BoxKind.UNIT, plant.foundry)) is None
    assert view.picture.hidden(box_key(BoxKind.UNIT, plant.works)) > 0


@pytest.mark.parametrize(
    ("keys", "above", "below"),
    [
        (Qt.KeyboardModifier.NoModifier, "foundry", None),
        (ALT, "works", None),
        (ALT | SHIFT, "works", "foundry"),
    ],
    ids=["below", "beside", "above"],
)
def test_a_new_unit_below_beside_and_above(
    editor: OrganisationEditor,
    view: ChartView,
    filled: LiveDocument,
    plant: Plant,
    keys: Qt.KeyboardModifier,
    above: str,
    below: str | None,
) -> None:
    view.choose(box_key(BoxKind.UNIT, plant.foundry))
    with one_step(filled, "Add unit: Lager"):
        press(Key.Key_Insert, keys)
        write("Lager")
        press(Key.Key_Return)
        close_dialog(editor)
        (made,) = [unit for unit in filled.read(queries.units) if unit.name == "Lager"]
        assert made.parent_id == getattr(plant, above)
        foundry = filled.read(queries.units, [plant.foundry])[0]
        assert (foundry.parent_id == made.id) == (below is not None)
        assert view.current == box_key(BoxKind.UNIT, made.id)
        view.setFocus()


def test_a_new_person_above_takes_the_place_of_the_manager(
    editor: OrganisationEditor, view: ChartView, filled: LiveDocument, plant: Plant
) -> None:
    view.choose(box_key(BoxKind.PERSON, plant.ola))
    with one_step(filled, "Add person: Nils Aasen"):
        press(Key.Key_Insert, ALT | SHIFT)
        write("Nils")
        press(Key.Key_Tab)
        write("Aasen")
        press(Key.Key_Return)
        close_dialog(editor)
        found = {row.name: row for row in filled.read(queries.people, today=filled.today)}
        assert found["Ola Aas"].manager == "Nils Aasen"
        assert (found["Nils Aasen"].manager, found["Nils Aasen"].unit) == (
            "Åse Ødegård",
            "Støperi",
        )
        view.setFocus()


def test_an_impossible_drop_is_refused_with_a_sentence(
    view: ChartView, page: ChartPage, filled: LiveDocument, plant: Plant
) -> None:
    with no_step(filled):
        for kind, key, sentence in (
            (BoxKind.UNIT, plant.foundry, "That would put it below itself."),
            (BoxKind.GROUP, plant.steering, "A unit can only lie below another unit."),
        ):
            drag(view, middle(view, BoxKind.UNIT, plant.works), middle(view, kind, key))
            assert page._sentence.isVisible()
            assert page._sentence.text().startswith(sentence)
    view.setFocus()
    press(Key.Key_Home)
    press(Key.Key_Down)
    assert not page._sentence.isVisible()


def test_nothing_is_moved_beyond_the_top(
    view: ChartView, page: ChartPage, filled: LiveDocument
) -> None:
    with no_step(filled):
        press(Key.Key_Up, CTRL)
        assert page._sentence.text() == "It stands at the top already."
        press(Key.Key_Down, CTRL)
        assert page._sentence.text().startswith("There is nothing before it")


def test_the_other_boxes_of_the_same_person_are_known(view: ChartView, plant: Plant) -> None:
    view.choose(box_key(BoxKind.UNIT, plant.foundry))
    assert view.picture.same_person(view.current) == []
    group = box_key(BoxKind.GROUP, plant.group)
    boss = box_key(BoxKind.PERSON, plant.boss)
    assert view.picture.same_person(boss) == [group]
    assert view.picture.same_person(group) == [boss]


def test_a_box_says_how_the_mandate_stands(view: ChartView, plant: Plant) -> None:
    told = view.picture.told(box_key(BoxKind.GROUP, plant.group), view.t)
    assert "mandate: Valid" in told
    told = view.picture.told(box_key(BoxKind.GROUP, plant.steering), view.t)
    assert "mandate: Missing" in told


def test_the_first_look_is_as_much_as_can_be_read(
    editor: OrganisationEditor, filled: LiveDocument, plant: Plant, qtbot: QtBot
) -> None:
    for number in range(30):
        unit = filled.edit(STEP, edits.add_unit, f"U{number}", plant.works)
        for each in range(3):
            filled.edit(STEP, edits.add_person, first_name=f"P{number}-{each}", unit_id=unit)
    click(button(editor.toolbar, "Chart"))
    page = editor.findChild(ChartPage)
    assert page is not None
    qtbot.waitUntil(lambda: page.view.current > 0)
    assert page.bar.levels.currentText() == "2 levels"


def open_menu(view: ChartView, at: QPoint) -> QMenu:
    asked = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, at, view.viewport().mapToGlobal(at))
    QApplication.sendEvent(view.viewport(), asked)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    return menu


@pytest.mark.qt_log_ignore("does not support (raise|grabbing)")
def test_the_menu_of_a_box(
    editor: OrganisationEditor, view: ChartView, filled: LiveDocument, plant: Plant
) -> None:
    with one_step(filled, "Add unit: Lager"):
        choose_item(open_menu(view, middle(view, BoxKind.UNIT, plant.foundry)), "New beside …")
        write("Lager")
        press(Key.Key_Return)
        close_dialog(editor)
        view.setFocus()
    with one_step(filled, "Delete “Ola Aas”"):
        at = middle(view, BoxKind.PERSON, plant.ola)
        choose_item(open_menu(view, at), "Delete what is chosen")
        view.setFocus()


def test_shift_delete_of_a_manager_takes_those_below(
    view: ChartView, filled: LiveDocument, plant: Plant
) -> None:
    view.choose(box_key(BoxKind.PERSON, plant.boss))
    with one_step(filled, "Delete “Åse Ødegård”"):
        press(Key.Key_Delete, SHIFT)
        assert filled.read(queries.people, today=filled.today) == []
    view.choose(box_key(BoxKind.PERSON, plant.boss))
    with one_step(filled, "Delete “Åse Ødegård”"):
        press(Key.Key_Delete)
        assert len(filled.read(queries.people, today=filled.today)) == 2


@pytest.mark.qt_log_ignore("does not support (raise|grabbing)")
def test_those_below_stand_in_a_row_or_in_a_column(
    window: MainWindow, view: ChartView, filled: LiveDocument, plant: Plant
) -> None:
    for name in ("A", "B"):
        filled.edit(STEP, edits.add_person, first_name=name, unit_id=plant.foundry)
    view.choose(box_key(BoxKind.UNIT, plant.foundry))

    def heights() -> int:
        places = [view.picture.place(key) for key in view.picture.below(view.current)]
        return len({place.y() for place in places if place})

    assert heights() == 3
    with one_step(filled, "Lay out what is below “Støperi”"):
        use_menu(window, "view", "Those below in a row")
        assert heights() == 1
        view.setFocus()
    assert heights() == 3


def test_an_assistant_stands_beside_the_manager(
    view: ChartView, filled: LiveDocument, plant: Plant
) -> None:
    filled.edit(STEP, edits.change_people, [plant.ola], assistant=True)
    ola = view.picture.place(box_key(BoxKind.PERSON, plant.ola))
    boss = view.picture.place(box_key(BoxKind.PERSON, plant.boss))
    assert ola is not None
    assert boss is not None
    assert ola.y() == boss.y()
    assert ola.x() > boss.right()
    assert "assistant" in view.picture.told(box_key(BoxKind.PERSON, plant.ola), view.t)
    view.choose(box_key(BoxKind.PERSON, plant.boss))
    press(Key.Key_Right)
    assert view.current == box_key(BoxKind.PERSON, plant.ola)
    press(Key.Key_Left)
    assert view.current == box_key(BoxKind.PERSON, plant.boss)


# What a reviewer found


def test_a_person_without_a_name_is_refused(
    view: ChartView, filled: LiveDocument, plant: Plant
) -> None:
    view.choose(box_key(BoxKind.PERSON, plant.ola))
    with no_step(filled):
        press(Key.Key_F2)
        line = QApplication.focusWidget()
        assert isinstance(line, QLineEdit)
        line.clear()
        press(Key.Key_Return)
        assert line.isVisible()
        press(Key.Key_Escape)


def test_a_role_beside_a_role_comes_into_the_same_group(
    editor: OrganisationEditor, view: ChartView, page: ChartPage, plant: Plant
) -> None:
    role = next(key for key, box in view.picture.boxes.items() if box.kind is BoxKind.ROLE)
    view.choose(role)
    (row,) = page.chosen_rows()
    at = page.place_for_new("roles", "beside")
    assert (at.key, at.name, at.unit_id) == (row.group_id, row.group, row.unit_id)


def test_nothing_is_put_above_a_role(
    view: ChartView, page: ChartPage, filled: LiveDocument
) -> None:
    role = next(key for key, box in view.picture.boxes.items() if box.kind is BoxKind.ROLE)
    view.choose(role)
    with no_step(filled):
        press(Key.Key_Insert, ALT | SHIFT)
        assert page._sentence.text() == (
            "Nothing can be put above a role. Put it below the group or unit."
        )


def test_keys_zoom(window: MainWindow, view: ChartView) -> None:
    before = view.zoom
    window.menus.action("zoom_out").trigger()
    assert view.zoom < before
    window.menus.action("zoom_in").trigger()
    assert view.zoom == pytest.approx(before)
    press(Key.Key_Down)
    window.menus.action("zoom_chosen").trigger()
    here = view.picture.place(view.current)
    assert here is not None
    assert view.viewport().rect().contains(view.rect_on_screen(here).center().toPoint())
    window.menus.action("zoom_all").trigger()
    whole = view.picture.size * view.zoom
    assert whole.width() <= view.viewport().width()


def test_where_the_box_is_gone_one_is_at_the_next(view: ChartView, plant: Plant) -> None:
    view.choose(box_key(BoxKind.UNIT, plant.foundry))
    press(Key.Key_Delete)
    assert view.current
    assert name(view) in ("Ola Aas", "Åse Ødegård", "Produksjon")


def test_who_is_folded_away_leaves_one_at_the_box_above(view: ChartView, plant: Plant) -> None:
    view.choose(box_key(BoxKind.PERSON, plant.ola))
    view.folded.emit(box_key(BoxKind.UNIT, plant.foundry))
    assert name(view) == "Støperi"


def test_the_order_beside_each_other_stays_and_says_so(
    view: ChartView, page: ChartPage, filled: LiveDocument
) -> None:
    press(Key.Key_Down)
    with no_step(filled):
        press(Key.Key_Right, CTRL)
        assert name(view) == "Støperi"
        assert "stand by name" in page._sentence.text()


def test_a_search_without_a_hit_says_so(view: ChartView, page: ChartPage) -> None:
    page.search("xyz")
    assert page._sentence.text() == "No box has “xyz” in it."
    page.search("")
    assert page._sentence.text() == ""
