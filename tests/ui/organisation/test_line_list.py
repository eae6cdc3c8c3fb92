"""Lists of the panel: two lines a row, as high as they need, opened by Enter or double click."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from lean_desktop.domain.organisation import Person
from lean_desktop.edits import organisation
from lean_desktop.i18n import Language
from lean_desktop.settings import Settings
from lean_desktop.ui.editor import Surroundings
from lean_desktop.ui.live_document import LiveDocument
from lean_desktop.ui.organisation.line_list import MOST, ROW, LineList
from lean_desktop.ui.organisation.model import unit_people_model
from lean_desktop.ui.theme import Theme
from tests.plants import STEP, Plant
from tests.ui.hands import LEFT, shown

Key = Qt.Key


@pytest.fixture
def lines(
    qtbot: QtBot,
    filled: LiveDocument,
    t: Language,
    theme: Theme,
    settings: Settings,
    plant: Plant,
) -> LineList:
    """Ola and Kari, who belong to the foundry."""
    around = Surroundings(filled, t, theme, settings)
    lines = LineList("People", around, lambda row: row.name, lambda row: row.manager)
    qtbot.addWidget(lines)
    lines.follow(unit_people_model(filled, t, plant.foundry, lines))
    with qtbot.waitExposed(lines):
        lines.show()
    return lines


@pytest.fixture
def opened(lines: LineList) -> list[Person]:
    """Whoever was opened."""
    opened: list[Person] = []
    lines.opened.connect(opened.append)
    return opened


@pytest.mark.parametrize("key", [Key.Key_Return, Key.Key_Enter])
def test_enter_opens_the_current_one(
    lines: LineList, opened: list[Person], key: Qt.Key, plant: Plant
) -> None:
    lines.go_to(plant.kari)
    QTest.keyClick(lines, key)
    assert [each.name for each in opened] == ["Kari Solberg"]


def test_enter_opens_nobody_where_nobody_is_chosen(lines: LineList, opened: list[Person]) -> None:
    lines.clearSelection()
    QTest.keyClick(lines, Key.Key_Return)
    assert opened == []


def test_a_double_click_opens_the_one_under_it(lines: LineList, opened: list[Person]) -> None:
    place = lines.visualRect(lines.model().index(1, 0)).center()
    QTest.mouseClick(lines.viewport(), LEFT, pos=place)
    QTest.mouseDClick(lines.viewport(), LEFT, pos=place)
    assert [each.name for each in opened] == ["Kari Solberg"]


def test_it_is_as_high_as_its_rows_up_to_a_few(
    lines: LineList, filled: LiveDocument, theme: Theme, plant: Plant
) -> None:
    row = theme.scaled(ROW)
    assert lines.height() == 2 * row
    for number in range(MOST):
        filled.edit(
            STEP, organisation.add_person, first_name=f"Nr. {number}", unit_id=plant.foundry
        )
    assert lines.model().rowCount() == MOST + 2
    assert lines.height() == MOST * row


def test_without_rows_it_is_not_there(lines: LineList, filled: LiveDocument, plant: Plant) -> None:
    filled.edit(STEP, organisation.remove_people, [plant.kari, plant.ola])
    assert not lines.isVisible()
    filled.undo()
    assert lines.isVisible()
    assert shown(lines, 0) == ["Ola Aas", "Kari Solberg"]


def test_a_tip_tells_both_lines(lines: LineList) -> None:
    assert lines.cells.texts(lines.model().index(0, 0)) == ["Ola Aas", "Åse Ødegård"]


def test_what_it_followed_before_is_gone(
    qtbot: QtBot, lines: LineList, filled: LiveDocument, t: Language, plant: Plant
) -> None:
    before = lines.model()
    with qtbot.waitSignal(before.destroyed):
        lines.follow(unit_people_model(filled, t, plant.works, lines))
    assert shown(lines, 0) == ["Åse Ødegård"]
