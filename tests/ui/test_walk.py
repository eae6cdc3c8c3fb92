"""The walk through every window finds what is planted for it, and nothing where all is well."""

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QDialog,
    QLabel,
    QLineEdit,
    QPushButton,
    QTableWidget,
    QVBoxLayout,
    QWidget,
)
from pytestqt.qtbot import QtBot

from lean_desktop.i18n import language
from lean_desktop.ui.theme import Theme
from tests.ui.walk import clipping, inks, names, tab_order, words
from tests.ui.walk.left_behind import LeftBehind
from tests.ui.walk.painted import painted
from tests.ui.walk.said import Said

pytestmark = pytest.mark.qt_log_ignore("does not support raise")  # tips offscreen


@pytest.fixture
def said(monkeypatch: pytest.MonkeyPatch) -> Said:
    said = Said()
    said.listen(monkeypatch)
    return said


@pytest.fixture
def window(qtbot: QtBot, theme: Theme) -> QDialog:
    """Three named things, one under the other, in Norwegian."""
    window = QDialog()
    window.setWindowTitle("Innstillinger")
    qtbot.addWidget(window)
    column = QVBoxLayout(window)
    for widget in (QLineEdit(), QCheckBox("Navn"), QPushButton("Avbryt")):
        widget.setAccessibleName("Navn")
        column.addWidget(widget)
    with qtbot.waitActive(window):
        window.show()
    return window


def add(window: QDialog, widget: QWidget) -> None:
    layout = window.layout()
    assert layout is not None
    layout.addWidget(widget)
    QApplication.processEvents()


def clipped(window: QDialog, said: Said) -> list[str]:
    return list(clipping.faults(painted(window), said))


def test_a_good_window_has_no_faults(window: QDialog, said: Said) -> None:
    for text in ("Settings", "Name", "Cancel"):
        language("nb")(text)
    lines = painted(window)
    assert {line.text for line in lines} == {"Navn", "Avbryt"}
    assert clipped(window, said) == []
    assert list(inks.faults(window, lines)) == []
    assert list(words.faults(window, lines, said)) == []
    assert list(names.faults(window)) == []
    assert list(tab_order.faults(window)) == []


def test_a_thing_without_a_name(window: QDialog) -> None:
    add(window, QLineEdit())
    assert list(names.faults(window)) == ["QLineEdit “” has no name"]


def test_a_thing_that_is_nothing(window: QDialog) -> None:
    strange = QWidget()
    strange.setAccessibleName("Tavle")
    strange.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    add(window, strange)
    assert list(names.faults(window)) == ["QWidget “Tavle” does not say what it is"]


def test_a_trap_for_tab(window: QDialog) -> None:
    trap = QTableWidget(2, 2)
    trap.setAccessibleName("Felle")
    add(window, trap)
    assert "Tab stays in QTableWidget “Felle”" in list(tab_order.faults(window))


def test_an_order_nobody_reads_in(window: QDialog) -> None:
    line, box, button = (window.findChild(kind) for kind in (QLineEdit, QCheckBox, QPushButton))
    assert isinstance(line, QWidget)
    assert isinstance(box, QWidget)
    assert isinstance(button, QWidget)
    QWidget.setTabOrder(line, button)
    QWidget.setTabOrder(button, box)
    assert "Tab leaps from QPushButton “Navn” back to QCheckBox “Navn”" in list(
        tab_order.faults(window)
    )


def test_faint_text_and_text_that_is_off(window: QDialog) -> None:
    for text, on in (("Blek", True), ("Av", False)):
        label = QLabel(text)
        label.setStyleSheet("color: #AAAAAA")
        label.setEnabled(on)
        add(window, label)
    (fault,) = inks.faults(window, painted(window))
    assert fault.startswith("“Blek” #aaaaaa on ")


@pytest.mark.parametrize(("width", "height", "where"), [(30, 20, "at the right"), (90, 8, "above")])
def test_text_with_too_little_room(
    window: QDialog, said: Said, width: int, height: int, where: str
) -> None:
    label = QLabel("Arbeidsfil")
    label.setFixedSize(QSize(width, height))
    add(window, label)
    (fault,) = clipped(window, said)
    assert f"“Arbeidsfil” is cut off {where}" in fault


def test_shortened_text_needs_a_tip(window: QDialog, said: Said) -> None:
    line = QLineEdit(placeholderText="Etternavn, fornavn og tittel")
    line.setFixedWidth(80)
    add(window, line)
    (fault,) = clipped(window, said)
    assert fault.endswith("is shortened, and no tip tells the rest")
    line.setToolTip(line.placeholderText())
    assert clipped(window, said) == []


@pytest.mark.parametrize("text", ["Settings", "Nothing of the kind is in the catalogue"])
def test_raw_english(window: QDialog, said: Said, text: str) -> None:
    said.know(["Innstillinger Navn Avbryt"])
    add(window, QLabel(text if text == "Settings" else language("nb")(text)))
    (fault,) = words.faults(window, painted(window), said)
    assert fault.startswith(f"“{text}”")


def test_a_window_left_behind(qtbot: QtBot) -> None:
    before = LeftBehind()
    forgotten = QWidget()
    forgotten.setObjectName("forgotten")
    assert before.faults() == ["QWidget “forgotten” is left behind"]
    popup = QWidget(forgotten, Qt.WindowType.Popup)
    forgotten.show()
    assert popup.isWindow()
    assert before.faults() == ["QWidget “forgotten” is left behind"]
    forgotten.deleteLater()
    assert before.faults() == []
