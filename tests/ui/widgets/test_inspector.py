"""The panel on the right: its sections, and committing the field in hand."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFrame
from pytestqt.qtbot import QtBot

from lean_desktop.domain.errors import RuleBroken
from lean_desktop.i18n import M_, Language
from lean_desktop.ui.widgets.field import LineField
from lean_desktop.ui.widgets.inspector import LEAST, MOST, Inspector


def _refuse(_typed: str) -> None:
    raise RuleBroken(M_("Never."))


@pytest.fixture
def inspector(qtbot: QtBot) -> Inspector:
    made = Inspector("Meeting and item")
    qtbot.addWidget(made)
    return made


def test_sections_follow_each_other(inspector: Inspector, t: Language) -> None:
    inspector.section("Item")
    inspector.add(LineField("Title", t, str))
    inspector.section("Meeting")
    inspector.add(LineField("Place", t, str))
    inspector.resize(320, 400)
    inspector.show()
    sections = inspector.findChildren(QFrame, "section")
    assert [section.property("first") for section in sections] == [True, False]
    assert [field.label.text() for field in inspector.fields()] == ["Title", "Place"]
    assert sections[0].geometry().bottom() < sections[1].geometry().top()
    assert sections[0].width() == sections[1].width() >= inspector.viewport().width() - 2


def test_it_can_be_as_wide_as_the_design_says(inspector: Inspector) -> None:
    assert (inspector.minimumWidth(), inspector.maximumWidth()) == (LEAST, MOST) == (280, 480)


def test_the_field_in_hand_is_committed(inspector: Inspector, t: Language) -> None:
    taken: list[str] = []
    field = LineField("Title", t, taken.append)
    inspector.add(field)
    inspector.show()
    QTest.keyClicks(field.line, "Five whys")
    inspector.commit()
    assert taken == ["Five whys"]


def test_a_refusal_is_passed_on_and_focus_goes_there(
    qtbot: QtBot, inspector: Inspector, t: Language
) -> None:
    field, other = LineField("Title", t, _refuse), LineField("Place", t, str)
    inspector.add(field)
    inspector.add(other)
    with qtbot.waitActive(inspector):
        inspector.show()
    QTest.keyClicks(field.line, "x")
    other.line.setFocus(Qt.FocusReason.OtherFocusReason)
    with pytest.raises(RuleBroken):
        inspector.commit()
    assert field.line.hasFocus()


def test_a_field_that_is_not_shown_has_no_say(inspector: Inspector, t: Language) -> None:
    field = LineField("Title", t, _refuse)
    inspector.add(field)
    inspector.show()
    field.put("x")
    field.hide()
    inspector.commit()


def test_an_empty_panel_does_not_scroll(qtbot: QtBot, inspector: Inspector, t: Language) -> None:
    for number in range(20):
        inspector.add(LineField(f"Field {number}", t, str))
    inspector.resize(320, 200)
    with qtbot.waitExposed(inspector):
        inspector.show()
    assert inspector.verticalScrollBar().isVisible()
    inspector.show_pages(False)
    assert not inspector.verticalScrollBar().isVisible()
    inspector.show_pages(True)
    assert inspector.verticalScrollBar().isVisible()
