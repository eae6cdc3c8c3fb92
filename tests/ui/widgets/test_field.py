"""Fields: they commit when left, keep what is refused, and Esc puts back what is stored."""

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QKeySequence, QShortcut, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from lean_desktop.domain.errors import RuleBroken
from lean_desktop.i18n import M_, Language
from lean_desktop.ui.widgets.field import ChoiceField, Field, LineField, TextField

SENTENCE = "“x” will not do."

pytestmark = pytest.mark.qt_log_ignore("does not support (raise|grabbing)", extend=True)


class Taken(list[str]):
    """What was committed; a text with an x in it is refused."""

    def __call__(self, typed: str) -> None:
        if "x" in typed:
            raise RuleBroken(M_("“{text}” will not do.", text="x"))
        self.append(typed)


class Page:
    """A page of two lines and an area, with undo as a command of its window."""

    def __init__(self, qtbot: QtBot, t: Language) -> None:
        self.taken = Taken()
        self.undone: list[bool] = []
        self.widget = QWidget()
        qtbot.addWidget(self.widget)
        self.name = LineField("Name", t, self.taken)
        self.place = LineField("Place", t, self.taken, suggestions=lambda: ["Støperi", "Lager"])
        self.goal = TextField("Goal", t, self.taken)
        column = QVBoxLayout(self.widget)
        for field in (self.name, self.place, self.goal):
            column.addWidget(field)
        undo = QShortcut(QKeySequence(QKeySequence.StandardKey.Undo), self.widget)
        undo.activated.connect(lambda: self.undone.append(True))
        with qtbot.waitActive(self.widget):
            self.widget.show()
        self.name.show_value("Kari")
        self.name.editor.setFocus()


@pytest.fixture
def page(qtbot: QtBot, t: Language) -> Page:
    return Page(qtbot, t)


def retype(field: Field, text: str) -> None:
    QTest.keyClick(field.editor, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClicks(field.editor, text)


def test_leaving_commits(page: Page) -> None:
    retype(page.name, "Ola")
    assert page.name.in_hand()
    assert page.taken == []
    QTest.keyClick(page.name.editor, Qt.Key.Key_Tab)
    assert page.taken == ["Ola"]
    assert not page.name.in_hand()


def test_enter_commits_and_stays(page: Page) -> None:
    retype(page.name, "Ola")
    QTest.keyClick(page.name.editor, Qt.Key.Key_Return)
    assert page.taken == ["Ola"]
    assert page.name.editor.hasFocus()


def test_nothing_typed_commits_nothing(page: Page) -> None:
    retype(page.name, "Kari")
    QTest.keyClick(page.name.editor, Qt.Key.Key_Tab)
    assert page.taken == []


def test_esc_puts_back_what_is_stored(page: Page) -> None:
    retype(page.name, "x")
    QTest.keyClick(page.name.editor, Qt.Key.Key_Return)
    QTest.keyClick(page.name.editor, Qt.Key.Key_Escape)
    assert page.name.text() == "Kari"
    assert not page.name.in_hand()
    assert page.name.sentence.isHidden()


def test_refused_text_stays_with_one_sentence(page: Page) -> None:
    retype(page.name, "x")
    QTest.keyClick(page.name.editor, Qt.Key.Key_Tab)
    assert page.name.text() == "x"
    assert page.name.in_hand()
    assert page.name.sentence.isVisible()
    assert page.name.sentence.text() == SENTENCE
    assert page.name.editor.accessibleDescription() == SENTENCE
    assert page.name.editor.property("refused") is True


def test_the_sentence_goes_when_the_text_will_do(page: Page) -> None:
    retype(page.name, "x")
    QTest.keyClick(page.name.editor, Qt.Key.Key_Return)
    retype(page.name, "Ola")
    QTest.keyClick(page.name.editor, Qt.Key.Key_Return)
    assert page.name.sentence.isHidden()
    assert page.name.editor.property("refused") is False
    assert page.name.editor.accessibleDescription() == ""


def test_a_command_can_commit_the_text_in_hand(page: Page) -> None:
    retype(page.name, "x")
    with pytest.raises(RuleBroken):
        page.name.commit()
    retype(page.name, "Ola")
    page.name.commit()
    assert page.taken == ["Ola"]


def test_a_change_from_elsewhere_leaves_typed_text_alone(page: Page) -> None:
    retype(page.name, "Ola")
    page.name.show_value("Nils")
    assert page.name.text() == "Ola"
    QTest.keyClick(page.name.editor, Qt.Key.Key_Escape)
    assert page.name.text() == "Nils"


def test_undo_is_the_documents_until_something_is_typed(page: Page) -> None:
    control = Qt.KeyboardModifier.ControlModifier
    for field in (page.name, page.goal):
        field.editor.setFocus()
        page.undone.clear()
        QTest.keyClick(field.editor, Qt.Key.Key_Z, control)
        assert page.undone == [True]
        QTest.keyClicks(field.editor, "abc")
        QTest.keyClick(field.editor, Qt.Key.Key_Z, control)
        assert page.undone == [True]


def test_an_area_takes_enter_and_leaves_by_tab(page: Page) -> None:
    page.goal.editor.setFocus()
    QTest.keyClicks(page.goal.editor, "One")
    QTest.keyClick(page.goal.editor, Qt.Key.Key_Return)
    QTest.keyClicks(page.goal.editor, "two")
    QTest.keyClick(page.goal.editor, Qt.Key.Key_Tab)
    assert page.taken == ["One\ntwo"]


def test_what_is_typed_is_told_as_a_draft(page: Page) -> None:
    drafts: list[str] = []
    for field in (page.name, page.goal):
        field.drafted.connect(drafts.append)
        field.editor.setFocus()
        retype(field, "ab")
    assert drafts == ["a", "ab", "a", "ab"]


def test_texts_are_offered_while_one_types(page: Page) -> None:
    page.place.editor.setFocus()
    QTest.keyClicks(page.place.editor, "ØPE")
    found = page.place.line.completer()
    assert found.completionCount() == 1
    assert found.currentCompletion() == "Støperi"


def test_the_list_of_texts_outlives_the_focus_that_comes_back_from_it(page: Page) -> None:
    """Its window is asked about by Qt after the line has it again."""
    page.place.editor.setFocus()
    before = page.place.line.completer()
    page.name.editor.setFocus()
    page.place.editor.setFocus()
    assert page.place.line.completer() is before


def test_a_field_that_stays_for_the_next_has_nothing_to_put_back(page: Page) -> None:
    page.name.show_value("")
    page.name.stay_for_next()
    for typed in ("Åse", "Ola"):
        QTest.keyClicks(page.name.editor, typed)
        QTest.keyClick(page.name.editor, Qt.Key.Key_Return)
    assert page.taken == ["Åse", "Ola"]
    assert not page.name.in_hand()
    QTest.keyClick(page.name.editor, Qt.Key.Key_Escape)
    assert page.name.text() == ""


def test_labels_name_their_inputs(page: Page) -> None:
    for field in (page.name, page.place, page.goal):
        assert field.editor.accessibleName() == field.label.text()
        assert field.label.buddy() is field.editor


@pytest.fixture
def choice(qtbot: QtBot, t: Language) -> tuple[ChoiceField, Taken]:
    taken = Taken()
    field = ChoiceField("Kind", t, taken, [("a", "One"), ("b", "Two"), ("x", "Never")])
    qtbot.addWidget(field)
    with qtbot.waitActive(field):
        field.show()
    field.show_value("a")
    field.editor.setFocus()
    return field, taken


def test_a_choice_commits_its_key_at_once(choice: tuple[ChoiceField, Taken]) -> None:
    field, taken = choice
    QTest.keyClick(field.combo, Qt.Key.Key_Down)
    assert taken == ["b"]
    assert field.combo.currentText() == "Two"


def test_a_refused_choice_says_why(choice: tuple[ChoiceField, Taken]) -> None:
    field, taken = choice
    QTest.keyClick(field.combo, Qt.Key.Key_End)
    assert taken == []
    assert field.sentence.text() == SENTENCE


def test_the_wheel_scrolls_past_a_choice(choice: tuple[ChoiceField, Taken]) -> None:
    field, taken = choice
    turn = QWheelEvent(
        QPointF(5, 5),
        QPointF(field.combo.mapToGlobal(QPoint(5, 5))),
        QPoint(),
        QPoint(0, -120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(field.combo, turn)
    assert field.text() == "a"
    assert taken == []
    assert not turn.isAccepted()
