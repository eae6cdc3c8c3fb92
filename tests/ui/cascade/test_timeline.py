"""Bars are nudged, stretched and dragged; what waits for them follows, and all of it is one step."""

from datetime import date, timedelta

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from lean_desktop.domain.cascade.outline import Level
from lean_desktop.i18n import Language
from lean_desktop.layout.timescale import Zoom
from lean_desktop.queries import cascade as queries
from lean_desktop.ui.cascade.editor import CascadeEditor
from lean_desktop.ui.cascade.model import NAME, TIME
from lean_desktop.ui.live_document import LiveDocument
from tests.dumps import dump
from tests.ui.cascade.conftest import MONDAY
from tests.ui.hands import press

Key, Held = Qt.Key, Qt.KeyboardModifier


def starts(live: LiveDocument) -> dict[int, date]:
    plan = live.read(queries.plan, 1)
    assert plan is not None
    return {each.id: each.start for each in plan.phases}


def weeks(live: LiveDocument) -> dict[int, int]:
    plan = live.read(queries.plan, 1)
    assert plan is not None
    return {each.id: each.weeks for each in plan.phases}


def step(live: LiveDocument, t: Language) -> str:
    label = live.document.undo_label
    return t(label) if label else ""


def stand(editor: CascadeEditor, level: Level, key: int) -> None:
    assert editor.page.go_to(level, key)
    editor.page.view.setFocus()
    QApplication.processEvents()


def test_the_outline_says_each_line_in_words(editor: CascadeEditor) -> None:
    model = editor.page.model
    wave = model.index(1, NAME)
    assert model.data(wave) == "Wave 1"
    team = model.index(0, NAME, wave)
    told = model.data(team, Qt.ItemDataRole.AccessibleTextRole)
    assert told == "Assembly, from 2 November 2026, open end, at least to 24 January 2027"
    assert [model.data(model.index(row, NAME, wave)) for row in range(2)] == ["Assembly", "Foundry"]


def test_an_arrow_moves_a_week_and_what_waits_follows(
    editor: CascadeEditor, filled: LiveDocument, t: Language
) -> None:
    stand(editor, Level.PHASE, 1)
    before = dump(filled.document)
    press(Key.Key_Right)
    assert step(filled, t) == "Move Planning 1 weeks"
    assert starts(filled) == {
        1: MONDAY + timedelta(weeks=1),
        2: MONDAY + timedelta(weeks=5),
        3: date(2027, 1, 4),
    }
    line = editor.page.view.line()
    assert line is not None
    assert (line.level, line.key) == (Level.PHASE, 1)
    filled.undo()
    assert dump(filled.document) == before
    press(Key.Key_Left, Held.AltModifier)
    assert starts(filled)[1] == MONDAY - timedelta(days=1)


def test_shift_and_an_arrow_stretch(editor: CascadeEditor, filled: LiveDocument) -> None:
    stand(editor, Level.PHASE, 1)
    press(Key.Key_Right, Held.ShiftModifier)
    assert weeks(filled)[1] == 5
    for _ in range(9):
        press(Key.Key_Left, Held.ShiftModifier)
    assert weeks(filled)[1] == 1


def test_a_wave_moves_as_a_whole(editor: CascadeEditor, filled: LiveDocument) -> None:
    stand(editor, Level.WAVE, 2)
    press(Key.Key_Right)
    assert starts(filled)[2] == MONDAY + timedelta(weeks=5)
    assert starts(filled)[3] == date(2027, 1, 11)


@pytest.mark.parametrize("zoom", Zoom)
def test_dragging_shows_what_follows_and_writes_when_let_go(
    editor: CascadeEditor, filled: LiveDocument, zoom: Zoom
) -> None:
    view, page = editor.page.view, editor.page
    page.show_zoom(zoom)
    stand(editor, Level.PHASE, 1)
    before = dump(filled.document)
    at, week = middle(editor), round(view.scale().day * 7)
    drag(editor, at, at + QPoint(3 * week, 0))
    shown = [each.start for each in editor.source.lines]
    assert shown[0] == MONDAY + timedelta(weeks=3)
    assert dump(filled.document) == before
    let_go(editor, at + QPoint(3 * week, 0))
    assert starts(filled)[1] == MONDAY + timedelta(weeks=3)
    assert starts(filled)[2] == MONDAY + timedelta(weeks=7)
    filled.undo()
    assert dump(filled.document) == before


def test_esc_gives_a_drag_up(editor: CascadeEditor, filled: LiveDocument) -> None:
    stand(editor, Level.PHASE, 1)
    before = dump(filled.document)
    at = middle(editor)
    far = at + QPoint(round(editor.page.view.scale().day * 14), 0)
    drag(editor, at, far)
    press(Key.Key_Escape)
    assert editor.source.lines[0].start == MONDAY
    let_go(editor, far)
    assert dump(filled.document) == before


def test_the_end_of_a_bar_is_stretched(editor: CascadeEditor, filled: LiveDocument) -> None:
    stand(editor, Level.PHASE, 1)
    view = editor.page.view
    end = bar(editor).topRight() + QPoint(0, 4)
    far = end + QPoint(round(view.scale().day * 14), 0)
    drag(editor, end, far)
    let_go(editor, far)
    assert weeks(filled)[1] == 6
    assert starts(filled)[1] == MONDAY


def test_delete_takes_away_and_undo_brings_back(
    editor: CascadeEditor, filled: LiveDocument, t: Language
) -> None:
    stand(editor, Level.PHASE, 3)
    before = dump(filled.document)
    press(Key.Key_Delete)
    assert step(filled, t) == "Delete Foundry"
    assert 3 not in starts(filled)
    filled.undo()
    assert dump(filled.document) == before


def test_the_plan_is_frozen_and_slips_are_told(
    editor: CascadeEditor, filled: LiveDocument, t: Language
) -> None:
    editor.freeze()
    assert step(filled, t) == "Freeze Cascade 2026"
    stand(editor, Level.PHASE, 1)
    press(Key.Key_Right)
    line = editor.page.view.line()
    assert line is not None
    assert (line.slip, line.frozen) == (7, (MONDAY, MONDAY + timedelta(days=27)))
    assert editor.status() == "2 phases behind plan"


def test_today_comes_to_the_middle(editor: CascadeEditor) -> None:
    view = editor.page.view
    editor.page.show_zoom(Zoom.WEEK)
    editor.page.days.setValue(editor.page.days.maximum())
    editor.page.go_to_today()
    x = view.scale().x(editor.live.today)
    assert abs(x - view.room() / 2) < 3 * view.scale().day


def bar(editor: CascadeEditor) -> QRect:
    view = editor.page.view
    line = view.line()
    assert line is not None
    room = view.visualRect(view.currentIndex().siblingAtColumn(TIME))
    place = view.bars.place(line, room, view.scale(), view.today())
    assert place is not None
    return place.rect


def middle(editor: CascadeEditor) -> QPoint:
    return bar(editor).center()


def drag(editor: CascadeEditor, at: QPoint, to: QPoint) -> None:
    view = editor.page.view.viewport()
    QTest.mousePress(view, Qt.MouseButton.LeftButton, pos=at)
    QTest.mouseMove(view, (at + to) / 2)
    QTest.mouseMove(view, to)
    QApplication.processEvents()


def let_go(editor: CascadeEditor, at: QPoint) -> None:
    QTest.mouseRelease(editor.page.view.viewport(), Qt.MouseButton.LeftButton, pos=at)
    QApplication.processEvents()
