"""Minutes keyed in from paper: how many keys it takes, what is recorded, and undo."""

from datetime import date, datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextDocumentFragment
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from lean_desktop.domain.actions import ActionStatus, Answer
from lean_desktop.domain.errors import RuleBroken
from lean_desktop.domain.meetings import MeetingState, Outcome
from lean_desktop.domain.minutes import Arrival, Arrived, Called, How
from lean_desktop.edits import actions
from lean_desktop.edits import meetings as meeting_edits
from lean_desktop.edits.escalating import withdraw
from lean_desktop.i18n import M_, Language
from lean_desktop.queries import actions as action_queries
from lean_desktop.queries import meetings as queries
from lean_desktop.queries import minutes as recorded
from lean_desktop.queries.workspace import drafts
from lean_desktop.ui.live_document import LiveDocument
from lean_desktop.ui.meetings.capture_page import CapturePage
from lean_desktop.ui.meetings.editor import MeetingsEditor
from tests.dumps import dump

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


def test_what_one_level_up_said_stands_with_the_action(
    page: CapturePage, seven: LiveDocument
) -> None:
    page.sheet.steps["asked"].line.setFocus()
    Hands().line("3 står fast mangler truck")
    row = page.sheet.asked.rows[3]
    assert row.answer.accessibleName() == (
        "Gjøremål 2: Blocked: mangler truck · waits for an answer from Styringsgruppa"
    )
    assert not row.below.isVisible()
    (raised,) = seven.read(action_queries.escalations, action_id=3)
    seven.edit(M_("x"), actions.answer_escalation, raised.id, "Lei en truck", seven.today)
    assert row.below.text() == "Styringsgruppa: Lei en truck"
    assert row.answer.accessibleName() == "Gjøremål 2: Blocked: mangler truck"


def test_another_answer_takes_back_what_the_first_led_to(
    page: CapturePage, seven: LiveDocument
) -> None:
    page.sheet.steps["asked"].line.setFocus()
    hands = Hands()
    hands.line("3 står fast mangler truck")
    page.sheet.steps["asked"].line.setFocus()
    hands.line("3 i rute")
    assert seven.read(action_queries.escalations, action_id=3) == []
    (action,) = seven.read(action_queries.actions, [3])
    assert action.status is ActionStatus.DOING
    page.sheet.steps["asked"].line.setFocus()
    hands.line("3 20.10. venter")
    page.sheet.steps["asked"].line.setFocus()
    hands.line("3 ferdig")
    (action,) = seven.read(action_queries.actions, [3])
    assert (action.due, action.done) == (date(2026, 10, 3), date(2026, 10, 6))


def test_going_through_the_lines_once_more_changes_nothing(
    page: CapturePage, seven: LiveDocument
) -> None:
    hands = Hands()
    texts = ("Linh 5, Vegard @Kari", "Ingrid delvis", "2 utsatt, 3 ikke", "1 ferdig, 4 ikke", "Pål")
    for text in texts:
        hands.line(text)
    before = dump(seven.document)
    page.begin()
    for _ in texts:
        hands.press(Key.Key_Return)
    assert page.sheet.adds["actions"].line.hasFocus()
    assert dump(seven.document) == before


def test_what_is_named_counts_though_something_else_was_recorded(
    page: CapturePage, seven: LiveDocument
) -> None:
    hands = Hands()
    hands.line("Linh 5")
    page.begin()
    hands.line("Linh til rett tid")
    assert told(seven)["Linh Nguyễn"].arrived == Arrived(Arrival.ON_TIME)


def test_somebody_else_came_instead(page: CapturePage, seven: LiveDocument) -> None:
    Hands().line("Vegard @Kari")
    people = told(seven)
    kari = people["Kari Hansen"].person_id
    assert people["Vegard Hagen"].arrived == Arrived(Arrival.EXCUSED, None, kari)


def test_what_was_not_taken_is_not_treated(page: CapturePage) -> None:
    page.sheet.steps["kept"].line.setFocus()
    Hands().line("2 utsatt, 3 ikke")
    assert plain(page, "kept") == "● 1 treated · ▲ 1 deferred · ■ 1 not taken"
    assert "agenda kept" not in page.missing.text()


def test_lines_with_nothing_to_say_it_of_take_no_keys(
    page: CapturePage, seven: LiveDocument, editor: MeetingsEditor
) -> None:
    bare = seven.edit(
        M_("x"), meeting_edits.plan_meeting, group_id=2, start=datetime(2026, 10, 5, 9)
    )
    editor.show_meeting(bare)
    editor.record()
    assert plain(page, "arrivals") == "Nobody is called to the meeting"
    assert plain(page, "kept") == "The agenda has no items"
    assert plain(page, "asked") == "The group has no open actions"
    assert page.sheet.adds["actions"].line.hasFocus()
    assert page.missing.text() == ""


def test_closed_minutes_are_only_shown(page: CapturePage, seven: LiveDocument) -> None:
    hands = Hands()
    for _ in range(3):
        hands.line()
    hands.press(Key.Key_Return, CTRL)
    assert not any(line.takes_keys() for line in page.sheet.lines())
    assert not page.sheet.arrivals.isEnabled()
    assert page.sheet.adds["actions"].isHidden()
    assert page.open_again.isVisible()
    page.begin()
    assert page.open_again.hasFocus()
    with pytest.raises(RuleBroken):
        seven.edit(M_("x"), withdraw, 3, TODAY)


def test_pasted_lines_that_will_not_do_stay_until_they_do(
    page: CapturePage, seven: LiveDocument
) -> None:
    line = page.sheet.adds["actions"]
    QApplication.clipboard().setText("En @Linh\nTo @Ole")
    line.line.setFocus()
    hands = Hands()
    hands.press(Key.Key_V, CTRL)
    assert line.sentence.text() == "“Ole” is nobody here. Write a name as it stands in the list."
    assert seven.read(action_queries.actions, meeting_id=TODAY) == []
    for _ in "Ole":
        QTest.keyClick(line.line, Key.Key_Backspace)
    hands.write("Kari")
    hands.press(Key.Key_Return)
    new = seven.read(action_queries.actions, meeting_id=TODAY)
    assert [(each.title, each.owner) for each in new] == [
        ("En", "Linh Nguyễn"),
        ("To", "Kari Hansen"),
    ]


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


def test_enter_goes_from_the_times_to_the_lines(page: CapturePage, seven: LiveDocument) -> None:
    page.sheet.times.start.line.setFocus()
    hands = Hands()
    hands.line("1302")
    hands.line("12.50")
    assert page.sheet.times.end.line.hasFocus()  # refused: it would end before it begins
    hands.press(Key.Key_Escape)
    hands.line("13.50")
    assert page.sheet.steps["arrivals"].line.hasFocus()
    (meeting,) = seven.read(queries.meetings, [TODAY])
    assert meeting.actual_start == datetime(2026, 10, 6, 13, 2)
    assert meeting.actual_end == datetime(2026, 10, 6, 13, 50)


def test_a_meeting_may_go_on_past_midnight(
    page: CapturePage, seven: LiveDocument, editor: MeetingsEditor
) -> None:
    start = datetime(2026, 10, 5, 23, 45)
    night = seven.edit(M_("x"), meeting_edits.plan_meeting, group_id=1, start=start)
    editor.show_meeting(night)
    editor.record()
    page.sheet.times.start.line.setFocus()
    hands = Hands()
    hands.line("00.05")
    hands.line("00.40")
    (meeting,) = seven.read(queries.meetings, [night])
    assert meeting.actual_start == datetime(2026, 10, 6, 0, 5)
    assert meeting.actual_end == datetime(2026, 10, 6, 0, 40)


def test_escape_goes_back_to_the_agenda(page: CapturePage, editor: MeetingsEditor) -> None:
    Hands().press(Key.Key_Escape)
    assert editor.centre.shows_agenda()


def test_an_idea_remembers_who_had_it(page: CapturePage, seven: LiveDocument) -> None:
    page.sheet.adds["ideas"].line.setFocus()
    Hands().line("Skyggetavle for håndverktøy @Hanne")
    assert page.sheet.adds["ideas"].told.text() == "Skyggetavle for håndverktøy"
