"""Courses and their sessions: made, changed, held, and taken away again."""

from typing import TypeVar

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog

from lean_desktop.queries.competence import matrix_facts
from lean_desktop.queries.training import courses, sessions
from lean_desktop.ui.competence.course_dialog import CourseDialog
from lean_desktop.ui.competence.courses_page import CoursesPage
from lean_desktop.ui.competence.editor import CompetenceEditor
from lean_desktop.ui.competence.session_dialog import SessionDialog
from lean_desktop.ui.competence.tables import lines
from tests.dumps import dump
from tests.ui.competence.learning import Learning, learn
from tests.ui.hands import click, press, write

D = TypeVar("D", bound=QDialog)


@pytest.fixture
def there(editor: CompetenceEditor) -> Learning:
    return learn(editor)


@pytest.fixture
def page(editor: CompetenceEditor, there: Learning) -> CoursesPage:
    editor.show_view("courses")
    QApplication.processEvents()
    return editor.views.courses


def dialog(kind: type[D], page: CoursesPage) -> D:
    QApplication.processEvents()
    (found,) = (each for each in page.window().findChildren(kind) if each.isVisible())
    return found


def test_the_catalogue_says_how_long_and_what_a_course_leads_to(page: CoursesPage) -> None:
    (line,) = lines(page.courses)
    told = [line.text(column) for column in range(3)]
    assert told == ["Meetings in a day", "7.5", "Leading meetings 3, Taking minutes 2"]
    (session,) = lines(page.sessions.sessions)
    assert session.text(0) == "05/10/2026"
    assert session.text(3) == "2, 0 came"


def test_a_course_written_by_keyboard_stands_in_the_catalogue_and_undo_takes_it_away(
    page: CoursesPage, editor: CompetenceEditor
) -> None:
    before = dump(editor.live.document)
    click(page.new)
    asked = dialog(CourseDialog, page)
    asked.name.setFocus()
    write("Five S")
    asked.hours.setFocus()
    write("4,5")
    click(asked.leads_to.more)
    press(Qt.Key.Key_End)
    asked.keep()
    made = next(each for each in editor.live.read(courses) if each.name == "Five S")
    assert made.hours == 4.5
    assert len(made.skills) == 1
    assert [line.text(0) for line in lines(page.courses)] == ["Five S", "Meetings in a day"]
    editor.live.undo()
    assert dump(editor.live.document) == before
    assert len(lines(page.courses)) == 1


def test_hours_that_are_none_are_refused_with_a_sentence(
    page: CoursesPage, editor: CompetenceEditor
) -> None:
    click(page.edit)
    asked = dialog(CourseDialog, page)
    asked.hours.setFocus()
    write("a day")
    asked.keep()
    assert "Write 4 or 7.5" in asked.refusal.text()
    assert asked.isVisible()
    assert editor.live.read(courses)[0].hours == 7.5


def test_a_skill_named_twice_is_refused(page: CoursesPage) -> None:
    click(page.edit)
    asked = dialog(CourseDialog, page)
    asked.leads_to.rows[1].skill.setCurrentIndex(asked.leads_to.rows[0].skill.currentIndex())
    asked.keep()
    assert "Leading meetings is there twice" in asked.refusal.text()


def test_a_session_is_planned_with_those_who_are_ticked(
    page: CoursesPage, editor: CompetenceEditor, there: Learning
) -> None:
    before = dump(editor.live.document)
    click(page.sessions.new)
    asked = dialog(SessionDialog, page)
    asked.keep()
    assert "Write on which day" in asked.refusal.text()
    asked.day.setFocus()
    write("20.10.2026")
    asked.search.setText("berit")
    (row,) = (n for n in range(asked.called.count()) if not asked.called.item(n).isHidden())
    asked.called.setCurrentRow(row)
    asked.called.setFocus()
    QTest.keyClick(asked.called, Qt.Key.Key_Space)
    asked.keep()
    planned = editor.live.read(sessions, course_id=there.course)[-1]
    assert planned.day.isoformat() == "2026-10-20"
    assert [each.person_id for each in planned.participants] == [there.berit]
    editor.live.undo()
    assert dump(editor.live.document) == before


def test_who_came_is_ticked_by_keyboard_and_held_gives_them_the_levels_in_one_step(
    page: CoursesPage, editor: CompetenceEditor, there: Learning
) -> None:
    box = page.sessions
    assert not box.held.isEnabled()
    box.people.setCurrentItem(lines(box.people)[0])
    QTest.keyClick(box.people, Qt.Key.Key_Space)
    assert lines(box.people)[0].text(1) == "Came"
    before = dump(editor.live.document)
    click(box.held)
    matrix = editor.live.read(matrix_facts, day=editor.live.today)
    assert matrix.level(there.berit, there.first) == 3
    assert matrix.level(there.berit, there.second) == 2
    assert matrix.level(there.arne, there.first) == 0
    assert box.told.text() == "2 levels were given."
    editor.live.undo()
    assert dump(editor.live.document) == before


def test_a_session_that_is_called_off_and_a_course_that_goes_come_back_by_undo(
    page: CoursesPage, editor: CompetenceEditor
) -> None:
    before = dump(editor.live.document)
    click(page.sessions.gone)
    assert lines(page.sessions.sessions) == []
    click(page.gone)
    assert lines(page.courses) == []
    editor.live.undo()
    editor.live.undo()
    assert dump(editor.live.document) == before
    assert len(lines(page.courses)) == 1
