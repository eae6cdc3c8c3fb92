"""Where nothing moves: the banner over the board, and the countermeasure that becomes an action."""

from datetime import datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton

from lean_desktop.domain.actions import ActionStatus
from lean_desktop.domain.countermeasures import COUNTERMEASURES
from lean_desktop.edits import actions as edits
from lean_desktop.i18n import M_
from lean_desktop.queries import actions as queries
from lean_desktop.queries import board as board_queries
from lean_desktop.ui.actions.editor import ActionsEditor
from lean_desktop.ui.actions.stall import StallDialog, StallStrip
from lean_desktop.ui.live_document import LiveDocument
from lean_desktop.ui.main_window import MainWindow
from tests.ui.hands import click

pytestmark = pytest.mark.qt_log_ignore("does not support (raise|grabbing)")  # popups offscreen

GROUP = 1


@pytest.fixture
def strip(editor: ActionsEditor) -> StallStrip:
    """Over the board of a group that was last moved on the first of September, five weeks ago."""
    editor.source.show_group(GROUP)
    found = editor.findChild(StallStrip)
    assert isinstance(found, StallStrip)
    return found


@pytest.fixture
def dialog(window: MainWindow, strip: StallStrip) -> StallDialog:
    assert strip.banner
    (choose,) = strip.banner.findChildren(QPushButton)
    click(choose)
    found = window.findChild(StallDialog)
    assert isinstance(found, StallDialog)
    return found


def test_a_board_where_nothing_moved_says_so(strip: StallStrip) -> None:
    assert strip.isVisible()
    assert strip.banner
    assert strip.banner.text.text() == ("Nothing has moved on the board of Montering for 5 weeks.")


def test_across_groups_nothing_is_said(strip: StallStrip, editor: ActionsEditor) -> None:
    editor.source.show_group(None)
    assert not strip.isVisible()


def test_a_move_takes_the_banner_away_and_undo_brings_it_back(
    strip: StallStrip, filled: LiveDocument
) -> None:
    filled.edit(M_("x"), edits.set_status, [1], ActionStatus.DOING, filled.today)
    assert not strip.isVisible()
    filled.undo()
    assert strip.isVisible()


def test_a_countermeasure_becomes_an_action_of_the_group(
    dialog: StallDialog, strip: StallStrip, filled: LiveDocument
) -> None:
    QTest.keyClick(dialog.list, Qt.Key.Key_Down)
    assert dialog.why.text() == COUNTERMEASURES[1].why
    QTest.keyClick(dialog.list, Qt.Key.Key_Return)
    new = filled.read(queries.actions)[-1]
    assert (new.title, new.group_id) == (COUNTERMEASURES[1].what, GROUP)
    assert not strip.isVisible()
    filled.undo()
    assert len(filled.read(queries.actions)) == 3


def test_the_weeks_are_set_in_the_same_step(dialog: StallDialog, filled: LiveDocument) -> None:
    dialog.weeks.setValue(8)
    dialog._make()
    assert filled.read(board_queries.settings, GROUP).stall_weeks == 8
    filled.undo()
    assert filled.read(board_queries.settings, GROUP).stall_weeks == 4
    assert len(filled.read(queries.actions)) == 3


def test_esc_leaves_everything_as_it_was(dialog: StallDialog, filled: LiveDocument) -> None:
    dialog.weeks.setValue(9)
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    QApplication.processEvents()
    assert len(filled.read(queries.actions)) == 3
    assert filled.read(board_queries.settings, GROUP).stall_weeks == 4


def test_a_group_that_moved_lately_is_left_alone(
    editor: ActionsEditor, filled: LiveDocument
) -> None:
    filled.document.clock = lambda: datetime(2026, 9, 28, 9, 0)
    editor.source.show_group(GROUP)
    found = editor.findChild(StallStrip)
    assert found is not None
    assert not found.isVisible()
