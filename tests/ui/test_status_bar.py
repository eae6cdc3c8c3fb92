"""What the foot of the window says: saved when, what was last, and whose step Undo takes back."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from lean_desktop.domain.errors import KnownError
from lean_desktop.edits import organisation as edits
from lean_desktop.i18n import M_, Language, language
from lean_desktop.ui.live_document import LiveDocument
from lean_desktop.ui.status_bar import StatusBar
from lean_desktop.ui.theme import Theme


@pytest.fixture
def bar(qtbot: QtBot, t: Language, theme: Theme, live: LiveDocument) -> StatusBar:
    bar = StatusBar(t, theme)
    qtbot.addWidget(bar)
    bar.show()
    bar.follow(live)
    return bar


def test_nothing_is_told_of_no_document(bar: StatusBar) -> None:
    bar.follow(None)
    assert bar.saved.text() == "No file is open"
    assert not any(each.isVisible() for each in (bar.last, bar.undo, bar.day, bar.week, bar.counts))


def test_the_time_of_the_last_step_and_its_name(bar: StatusBar, live: LiveDocument) -> None:
    assert (bar.saved.text(), bar.last.isVisible()) == ("All saved", False)
    live.edit(M_("Add {name}", name="Åse"), edits.add_person, first_name="Åse")
    assert (bar.saved.text(), bar.last.text()) == ("Saved 09:00", "Last: Add Åse")
    live.undo()
    assert not bar.last.isVisible()


def test_the_offer_to_undo_is_taken(qtbot: QtBot, bar: StatusBar, live: LiveDocument) -> None:
    live.edit(M_("Add"), edits.add_person, first_name="Åse")
    with qtbot.waitSignal(bar.undo_asked):
        QTest.mouseClick(bar.undo, Qt.MouseButton.LeftButton)


def test_trouble_stays_red_until_a_step_is_saved(
    bar: StatusBar, live: LiveDocument, theme: Theme
) -> None:
    bad = theme.color("bad").name()
    live.failed.emit(KnownError(M_("The disk is full."), M_("b"), M_("c")))
    bar.refresh()
    assert bar.saved.text() == "Not saved: The disk is full."
    assert bad in bar.saved.styleSheet()
    live.edit(M_("Add"), edits.add_person, first_name="Åse")
    assert bar.saved.text() == "Saved 09:00"


def test_the_day_and_the_week_in_norwegian(qtbot: QtBot, theme: Theme, live: LiveDocument) -> None:
    bar = StatusBar(language("nb"), theme)
    qtbot.addWidget(bar)
    bar.follow(live)
    assert (bar.day.text(), bar.week.text()) == ("Tirsdag 6. oktober 2026", "Uke 41")
