"""Minutes keyed in from paper: how many keys it takes, what is recorded, and undo."""

from datetime import date, datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextDocumentFragment
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QPushButton, QWidget

from lean_desktop.domain.actions import Answer
from lean_desktop.domain.meetings import MeetingState, Outcome
from lean_desktop.domain.minutes import Arrival, Arrived, Called, How
from lean_desktop.edits import actions, organisation
from lean_desktop.edits import meetings as meeting_edits
from lean_desktop.i18n import M_, Language
from lean_desktop.queries import actions as action_queries
from lean_desktop.queries import meetings as queries
from lean_desktop.queries import minutes as recorded
from lean_desktop.queries.workspace import drafts
from lean_desktop.ui.live_document import LiveDocument
from lean_desktop.ui.main_window import MainWindow
from lean_desktop.ui.meetings.capture_page import CapturePage
from lean_desktop.ui.meetings.editor import MeetingsEditor
from tests.dumps import dump

pytestmark = pytest.mark.qt_log_ignore("does not support (raise|grabbing)")  # popups offscreen

Key, CTRL = Qt.Key, Qt.KeyboardModifier.ControlModifier
TODAY = 2


class Hands:
    """Types, and counts the keys that are no text."""

    def __init__(self) -> None:
        self.keys = 0

    def write(self, text: str) -> None:
        QTest.keyClicks(self._front(), text)

    def press(
        self, key: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier
    ) -> None:
        self.keys += 1
        QTest.keyClick(self._front(), key, modifiers)
        QApplication.processEvents()

    def line(self, text: str = "") -> None:
        self.write(text)
        self.press(Key.Key_Return)

    def _front(self) -> QWidget:
        found = QApplication.focusWidget()
        assert found is not None
        return found


@pytest.fixture
def seven(filled: LiveDocument) -> LiveDocument:
    """Seven in the group, four actions to ask about."""
    names = ("Linh Nguyễn", "Vegard Hagen", "Hanne Årnes", "Ingrid Haugen")
    for name in names:
        first, last = name.split()
        key = filled.edit(M_("x"), organisation.add_person, first_name=first, last_name=last)
        filled.edit(M_("x"), organisation.add_members, 1, [key])
    for number in range(4):
        filled.edit(
            M_("x"),
            actions.add_action,
            f"Gjøremål {number}",
            created=date(2026, 9, 1),
            group_id=1,
            due=date(2026, 10, 1 + number),
        )
    return filled


@pytest.fixture
def page(seven: LiveDocument, window: MainWindow, editor: MeetingsEditor) -> CapturePage:
    window.menus.action("record_meeting").trigger()
    QApplication.processEvents()
    found = editor.centre.currentWidget()
    assert isinstance(found, CapturePage)
    assert found.sheet.steps["arrivals"].line.hasFocus()
    return found


def told(live: LiveDocument) -> dict[str, Called]:
    return {each.name: each for each in live.read(recorded.called, TODAY)}


def step(live: LiveDocument, t: Language) -> str:
    label = live.document.undo_label
    return t(label) if label else ""


def test_a_meeting_where_all_was_well_takes_six_keys(
    page: CapturePage, seven: LiveDocument
) -> None:
    hands = Hands()
    for _ in range(5):
        hands.press(Key.Key_Return)
    hands.press(Key.Key_Return, CTRL)
    assert hands.keys <= 6
    (meeting,) = seven.read(queries.meetings, [TODAY])
    assert meeting.state is MeetingState.CLOSED
    assert (meeting.actual_start, meeting.actual_end) == (
        meeting.planned_start,
        meeting.planned_end,
    )
    people = told(seven).values()
    assert len(people) == 7
    assert {each.arrived.arrival for each in people if each.arrived} == {Arrival.ON_TIME}
    assert {each.prepared for each in people} == {How.YES}
    assert {each.had_a_say for each in people} == {True}
    items = seven.read(queries.items, meeting_id=TODAY)
    assert {each.outcome for each in items} == {Outcome.TREATED}
    asked = seven.read(action_queries.follow_ups, meeting_id=TODAY)
    assert [each.answered.asked for each in asked] == [True] * 4


def test_seven_people_two_exceptions_four_asked_two_actions_one_decision(
    page: CapturePage, seven: LiveDocument, editor: MeetingsEditor
) -> None:
    hands = Hands()
    hands.line("Linh 5, Vegard forfall")
    hands.line("Ingrid delvis")
    hands.line()
    hands.line("1 ferdig, 2 20.10. linje opptatt, 4 ikke")
    hands.line()
    hands.line("Bestille gulvtape @Linh fredag")
    hands.line("Flytte plukkvogn @Hanne uke 43")
    hands.press(Key.Key_Return)
    hands.line("Gule soner langs hele linje 1")
    hands.press(Key.Key_Return, CTRL)
    assert hands.keys <= 25
    people = told(seven)
    linh, vegard = people["Linh Nguyễn"].arrived, people["Vegard Hagen"].arrived
    assert linh
    assert vegard
    assert (linh.arrival, linh.late_minutes) == (Arrival.LATE, 5)
    assert vegard.arrival is Arrival.EXCUSED
    assert people["Vegard Hagen"].prepared is None  # who did not come was not asked
    assert people["Ingrid Haugen"].prepared is How.PARTLY
    answers = {
        each.action_id: each.answered
        for each in seven.read(action_queries.follow_ups, meeting_id=TODAY)
    }
    assert answers[1].answer is Answer.DONE
    assert (answers[2].answer, answers[2].note) == (Answer.NEW_DATE, "linje opptatt")
    assert answers[3].asked
    assert not answers[4].asked
    new = seven.read(action_queries.actions, meeting_id=TODAY)
    assert [(each.title, each.owner, each.due) for each in new] == [
        ("Bestille gulvtape", "Linh Nguyễn", date(2026, 10, 9)),
        ("Flytte plukkvogn", "Hanne Årnes", date(2026, 10, 23)),
    ]
    (decision,) = seven.read(recorded.decisions, TODAY)
    assert (decision.name, decision.text) == ("1/2026", "Gule soner langs hele linje 1")


def test_each_line_is_one_step(page: CapturePage, seven: LiveDocument, t: Language) -> None:
    before = dump(seven.document)
    Hands().line("Linh 5")
    assert step(seven, t) == "Attendance: Montering 2"
    assert plain(page, "arrivals") == "● 6 on time · ▲ 1 late"
    assert chip(page, "arrivals", "Linh").accessibleName() == "Linh Nguyễn: 5 min late"
    seven.undo()
    assert dump(seven.document) == before
    assert plain(page, "arrivals") == "– not recorded"


def test_tab_leaves_a_line_not_recorded(page: CapturePage, seven: LiveDocument) -> None:
    hands = Hands()
    for _ in range(30):
        hands.press(Key.Key_Tab)
    assert seven.read(action_queries.follow_ups, meeting_id=TODAY) == []
    assert all(each.arrived is None for each in told(seven).values())
    assert page.missing.text() == (
        "Not recorded: on time, prepared, agenda kept, asked about, had a say"
    )


def test_a_line_that_cannot_be_read_stays_with_its_sentence(
    page: CapturePage, seven: LiveDocument
) -> None:
    Hands().line("Ole 5")
    step_ = page.sheet.steps["arrivals"]
    assert step_.line.text() == "Ole 5"
    assert step_.line.hasFocus()
    assert step_.sentence.text() == "“Ole” is not called to this meeting."
    assert all(each.arrived is None for each in told(seven).values())
    assert page.keep_drafts()
    assert seven.read(drafts)[f"capture:{TODAY}:arrivals"] == "Ole 5"


def plain(page: CapturePage, line: str) -> str:
    """What a line says is recorded, without the colours of its shapes."""
    text = QTextDocumentFragment.fromHtml(page.sheet.steps[line].told.text()).toPlainText()
    return text.replace("\N{NO-BREAK SPACE}", " ")


def chip(page: CapturePage, line: str, name: str) -> QPushButton:
    chips = page.sheet.steps[line].rows.roving.those
    return next(each for each in chips if name in each.accessibleName())


def choose(made: QPushButton, text: str) -> None:
    """Open the chip's menu by a key, and choose a line of it."""
    made.setFocus()
    QTest.keyClick(made, Key.Key_Return)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    action = next(each for each in menu.actions() if each.text() == text)
    action.trigger()
    menu.close()
    QApplication.processEvents()


def test_one_exception_by_its_chip_is_one_step(
    page: CapturePage, seven: LiveDocument, t: Language
) -> None:
    before = dump(seven.document)
    choose(chip(page, "arrivals", "Linh"), "Excused")
    assert told(seven)["Linh Nguyễn"].arrived == Arrived(Arrival.EXCUSED)
    assert [name for name, each in told(seven).items() if each.arrived] == ["Linh Nguyễn"]
    assert chip(page, "arrivals", "Linh").accessibleName() == "Linh Nguyễn: excused"
    seven.undo()
    assert dump(seven.document) == before


def test_what_was_recorded_is_taken_back_by_the_chip(
    page: CapturePage, seven: LiveDocument
) -> None:
    Hands().line("")
    assert all(each.arrived for each in told(seven).values())
    choose(chip(page, "arrivals", "Linh"), "Not recorded")
    assert told(seven)["Linh Nguyễn"].arrived is None


def test_an_item_is_deferred_by_its_chip(page: CapturePage, seven: LiveDocument) -> None:
    first = next(iter(page.sheet.steps["kept"].rows.roving.those))
    choose(first, "Deferred")
    items = seven.read(queries.items, meeting_id=TODAY)
    assert next(each.outcome for each in items) is Outcome.DEFERRED


def test_arrows_go_from_chip_to_chip_and_back_to_the_line(page: CapturePage) -> None:
    line, chips = (
        page.sheet.steps["arrivals"].line,
        list(page.sheet.steps["arrivals"].rows.roving.those),
    )
    line.setFocus()
    hands = Hands()
    hands.press(Key.Key_Down)
    assert chips[0].hasFocus()
    hands.press(Key.Key_Right)
    assert chips[1].hasFocus()
    hands.press(Key.Key_Left)
    hands.press(Key.Key_Left)
    assert line.hasFocus()


def test_what_was_typed_for_one_meeting_comes_back_there_only(
    page: CapturePage, seven: LiveDocument, editor: MeetingsEditor
) -> None:
    page.sheet.steps["arrivals"].line.setFocus()
    Hands().write("Ole 5")
    page.keep_drafts()
    other = seven.edit(
        M_("x"), meeting_edits.plan_meeting, group_id=1, start=datetime(2026, 11, 3, 13)
    )
    editor.show_meeting(other)
    editor.record()
    assert page.sheet.steps["arrivals"].line.text() == ""
    editor.show_meeting(TODAY)
    editor.record()
    assert page.sheet.steps["arrivals"].line.text() == "Ole 5"


def test_what_is_stuck_goes_one_level_up_once(page: CapturePage, seven: LiveDocument) -> None:
    page.sheet.steps["asked"].line.setFocus()
    hands = Hands()
    hands.line("3 står fast mangler truck")
    (raised,) = seven.read(action_queries.escalations, action_id=3)
    assert (raised.receiver, raised.text) == ("Styringsgruppa", "Gjøremål 2: mangler truck")
    page.sheet.steps["asked"].line.setFocus()
    hands.line("3 står fast mangler fortsatt")
    assert len(seven.read(action_queries.escalations, action_id=3)) == 1


def test_pasted_actions_are_one_step(page: CapturePage, seven: LiveDocument) -> None:
    QApplication.clipboard().setText("En @Linh\nTo fredag\nTre")
    page.sheet.adds["actions"].line.setFocus()
    Hands().press(Key.Key_V, CTRL)
    assert page.sheet.adds["actions"].line.text() == ""
    assert len(seven.read(action_queries.actions, meeting_id=TODAY)) == 3
    seven.undo()
    assert seven.read(action_queries.actions, meeting_id=TODAY) == []


def test_times_are_written_as_they_were(page: CapturePage, seven: LiveDocument) -> None:
    page.sheet.times.start.put("13:02")
    page.sheet.times.start.commit()
    page.sheet.times.end.put("13:50")
    page.sheet.times.end.commit()
    (meeting,) = seven.read(queries.meetings, [TODAY])
    assert meeting.actual_start
    assert meeting.actual_end
    assert (meeting.actual_start.minute, meeting.actual_end.minute) == (2, 50)
    Hands().press(Key.Key_Return, CTRL)
    (meeting,) = seven.read(queries.meetings, [TODAY])
    assert (meeting.state, meeting.actual_end.minute if meeting.actual_end else 0) == (
        MeetingState.CLOSED,
        50,
    )
    assert not page.close_it.isVisible()


def test_escape_goes_back_to_the_agenda(page: CapturePage, editor: MeetingsEditor) -> None:
    Hands().press(Key.Key_Escape)
    assert editor.centre.shows_agenda()


def test_an_idea_remembers_who_had_it(page: CapturePage, seven: LiveDocument) -> None:
    page.sheet.adds["ideas"].line.setFocus()
    Hands().line("Skyggetavle for håndverktøy @Hanne")
    assert page.sheet.adds["ideas"].told.text() == "Skyggetavle for håndverktøy"
