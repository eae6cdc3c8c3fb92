"""Choosing a person: by name, by part of a name, and by the list when names are alike."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractItemView
from pytestqt.qtbot import QtBot

from lean_desktop.i18n import Language
from lean_desktop.ui.widgets.person_field import PickField

pytestmark = pytest.mark.qt_log_ignore("does not support (raise|grabbing)", extend=True)

PEOPLE = [
    (1, "Kari Solberg", "Kvalitet"),
    (2, "Kari Solberg", "Støperi"),
    (3, "Øystein Ødegård", "Maskinering"),
    (4, "Ola Moen", ""),
]


@pytest.fixture
def taken() -> list[int | None]:
    return []


@pytest.fixture
def field(qtbot: QtBot, t: Language, taken: list[int | None]) -> PickField:
    made = PickField("Presenter", t, taken.append, lambda: PEOPLE)
    qtbot.addWidget(made)
    with qtbot.waitActive(made):
        made.show()
    made.editor.setFocus()
    return made


def test_a_part_of_a_name_becomes_the_whole(field: PickField, taken: list[int | None]) -> None:
    QTest.keyClicks(field.line, "ødeg")
    QTest.keyClick(field.line, Qt.Key.Key_Return)
    assert taken == [3]
    assert field.text() == "Øystein Ødegård"
    assert not field.in_hand()


def test_emptied_it_stands_for_nobody(field: PickField, taken: list[int | None]) -> None:
    field.show_value("Ola Moen")
    field.line.selectAll()
    QTest.keyClick(field.line, Qt.Key.Key_Delete)
    QTest.keyClick(field.line, Qt.Key.Key_Return)
    assert taken == [None]


def test_one_of_two_with_the_same_name_is_chosen_from_the_list(
    field: PickField, taken: list[int | None]
) -> None:
    QTest.keyClicks(field.line, "kari")
    popup = _list_of(field)
    assert popup.isVisible()
    offered = [popup.model().index(row, 0).data() for row in range(popup.model().rowCount())]
    assert offered == ["Kari Solberg · Kvalitet", "Kari Solberg · Støperi"]
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Return):
        QTest.keyClick(popup, key)
    assert taken == [2]
    assert field.text() == "Kari Solberg"
    assert not field.in_hand()


def test_typing_on_after_a_choice_means_what_is_typed(
    field: PickField, taken: list[int | None]
) -> None:
    QTest.keyClicks(field.line, "kari")
    popup = _list_of(field)
    QTest.keyClick(popup, Qt.Key.Key_Down)
    QTest.keyClick(popup, Qt.Key.Key_Return)
    field.line.selectAll()
    QTest.keyClicks(field.line, "Ola Moen")
    _list_of(field).hide()
    QTest.keyClick(field.line, Qt.Key.Key_Return)
    assert taken == [1, 4]


def _list_of(field: PickField) -> QAbstractItemView:
    popup = field.line.completer().popup()
    assert popup is not None
    return popup
