"""Buttons and segments by mouse and keyboard."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from lean_desktop.ui.theme import Theme
from lean_desktop.ui.widgets.buttons import Segments, button

KINDS = ("primary", "outlined", "ghost", "danger")


@pytest.mark.parametrize("kind", KINDS)
def test_a_button_is_pressed_by_mouse_and_keyboard(qtbot: QtBot, theme: Theme, kind: str) -> None:
    pressed: list[str] = []
    made = button("&Ny rolle", lambda: pressed.append(kind), kind=kind, icon=theme.icon("plus"))
    qtbot.addWidget(made)
    made.show()
    QTest.mouseClick(made, Qt.MouseButton.LeftButton)
    QTest.keyClick(made, Qt.Key.Key_Space)
    assert pressed == [kind, kind]
    assert made.accessibleName() == "Ny rolle"
    assert made.height() == 28


def test_keys_stand_on_the_primary_button_and_in_the_tip(qtbot: QtBot) -> None:
    made = button("Ny rolle", lambda: None, kind="primary", keys="Ctrl+N")
    qtbot.addWidget(made)
    made.show()
    cap = made.findChild(QLabel)
    assert isinstance(cap, QLabel)
    assert cap.text() == "Ctrl+N"
    assert made.rect().contains(cap.geometry())
    text_end = 12 + made.fontMetrics().horizontalAdvance("Ny rolle")
    assert cap.x() > text_end
    assert made.toolTip() == "Ny rolle (Ctrl+N)"


def test_other_buttons_tell_their_keys_in_the_tip_alone(qtbot: QtBot) -> None:
    made = button("Skriv ut", lambda: None, keys="Ctrl+P")
    qtbot.addWidget(made)
    assert made.findChild(QLabel) is None
    assert made.toolTip() == "Skriv ut (Ctrl+P)"


def test_an_icon_alone_has_a_name_and_a_tip(qtbot: QtBot, theme: Theme) -> None:
    made = button("", lambda: None, kind="tool", icon=theme.icon("x"), name="Lukk")
    qtbot.addWidget(made)
    made.show()
    assert made.accessibleName() == made.toolTip() == "Lukk"
    assert min(made.width(), made.height()) >= 24


@pytest.fixture
def segments(qtbot: QtBot) -> Segments:
    made = Segments("Vis", [("week", "Uke"), ("month", "Måned"), ("quarter", "Kvartal")])
    qtbot.addWidget(made)
    made.show()
    made._buttons["week"].setFocus()
    return made


def test_the_first_segment_is_chosen(segments: Segments) -> None:
    assert segments.choice == "week"
    assert segments._buttons["month"].accessibleName() == "Vis: Måned"


def test_arrows_go_from_segment_to_segment_and_round(segments: Segments) -> None:
    told: list[str] = []
    segments.chosen.connect(told.append)
    keys = (Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Left)
    for key in keys:
        QTest.keyClick(QWidget.focusWidget(segments), key)
    assert told == ["month", "quarter", "week", "quarter"]
    assert segments.choice == "quarter"


def test_a_click_chooses_and_choosing_by_program_is_silent(segments: Segments) -> None:
    told: list[str] = []
    segments.chosen.connect(told.append)
    QTest.mouseClick(segments._buttons["month"], Qt.MouseButton.LeftButton)
    segments.choose("quarter")
    assert told == ["month"]
    assert segments.choice == "quarter"


def test_tab_stops_at_the_segments_once(qtbot: QtBot) -> None:
    page = QWidget()
    qtbot.addWidget(page)
    row = QHBoxLayout(page)
    before, middle, after = QLineEdit(), Segments("Vis", [("a", "A"), ("b", "B")]), QLineEdit()
    for widget in (before, middle, after):
        row.addWidget(widget)
    with qtbot.waitActive(page):
        page.show()
    before.setFocus()
    QTest.keyClick(before, Qt.Key.Key_Tab)
    assert middle._buttons["a"].hasFocus()
    QTest.keyClick(middle._buttons["a"], Qt.Key.Key_Tab)
    assert after.hasFocus()
