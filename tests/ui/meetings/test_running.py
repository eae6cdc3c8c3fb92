"""Meeting mode: the clock, one key for each kind of note, the round of asking, the projector."""

from collections.abc import Callable, Iterator
from datetime import date, datetime, timedelta
from itertools import combinations
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QRectF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from lean_desktop.document.document import Document
from lean_desktop.domain.actions import ActionStatus, Answer
from lean_desktop.domain.meetings import MeetingState, Outcome
from lean_desktop.domain.minutes import Arrival
from lean_desktop.domain.preparation import Asked
from lean_desktop.edits import actions, meetings
from lean_desktop.i18n import M_, Language, language
from lean_desktop.queries import actions as action_queries
from lean_desktop.queries import meetings as queries
from lean_desktop.queries import minutes as recorded
from lean_desktop.ui.live_document import LiveDocument
from lean_desktop.ui.meetings.editor import MeetingsEditor
from lean_desktop.ui.meetings.running import Kind, clock_text
from lean_desktop.ui.meetings.running_side import Page
from lean_desktop.ui.meetings.running_wall import RunningWall
from lean_desktop.ui.meetings.running_window import RunningWindow
from lean_desktop.ui.meetings.wall_pen import SIZES
from tests.dumps import dump

pytestmark = pytest.mark.qt_log_ignore("does not support (raise|grabbing|propagate)")

Key, CTRL, LEFT = (
    Qt.Key,
    Qt.KeyboardModifier.ControlModifier,
    Qt.MouseButton.LeftButton,
)
TODAY = 2
START = datetime(2026, 10, 6, 13, 0)


class Time:
    """A clock that goes when it is told to."""

    def __init__(self) -> None:
        self.now = START

    def __call__(self) -> datetime:
        return self.now

    def pass_by(self, **how: int) -> None:
        self.now += timedelta(**how)


@pytest.fixture
def time(filled: LiveDocument) -> Time:
    filled.document.clock = Time()
    return filled.document.clock


@pytest.fixture
def window(qtbot: QtBot, time: Time, editor: MeetingsEditor) -> Iterator[RunningWindow]:
    made = RunningWindow(editor.around, TODAY, editor)
    with qtbot.waitExposed(made):
        made.show()
    yield made
    if isValid(made):  # it goes with its meeting
        made.close()
    QApplication.processEvents()


def agree(live: LiveDocument, title: str, due: date = date(2026, 10, 1)) -> None:
    """The group has an action to be asked about."""
    made = date(2026, 9, 1)
    live.edit(M_("x"), actions.add_action, title, created=made, group_id=1, due=due)


def test_clock_text() -> None:
    assert [clock_text(each) for each in (276, 0, -65)] == ["4:36", "0:00", "−1:05"]


def test_the_clock_counts_down_and_goes_over(window: RunningWindow, time: Time) -> None:
    assert window.title.text() == "Velkommen"
    time.pass_by(minutes=4, seconds=24)
    window.running.ticked.emit()
    assert "0:36" in window.clock.text()
    time.pass_by(minutes=2)
    window.running.ticked.emit()
    assert "■ −1:24" in window.clock.text()
    assert "over" in window.ends.text()


def test_arrows_go_on_and_p_pauses(window: RunningWindow, time: Time) -> None:
    time.pass_by(minutes=3)
    QTest.keyClick(window, Key.Key_Right)
    assert window.title.text() == "Skiftbytte"
    time.pass_by(minutes=5)
    QTest.keyClick(window, Key.Key_P)
    time.pass_by(minutes=30)
    assert window.running.paused
    assert window.running.seconds_left == 15 * 60
    QTest.keyClick(window, Key.Key_P)
    QTest.keyClick(window, Key.Key_Left)
    assert window.running.seconds_left == 2 * 60  # three of its five minutes are gone


def test_one_key_and_a_line_for_each_kind(
    window: RunningWindow, filled: LiveDocument, t: Language
) -> None:
    for key, text in (
        (Key.Key_D, "Gule soner"),
        (Key.Key_A, "Bestille tape @Åse fredag"),
        (Key.Key_N, "Vi ser på det"),
        (Key.Key_I, "Skyggetavle"),
    ):
        window.setFocus()
        QTest.keyClick(window, key)
        assert window.line.hasFocus()
        QTest.keyClicks(window.line, text)
        QTest.keyClick(window.line, Key.Key_Return)
    item = filled.read(queries.items, meeting_id=TODAY)[0].id
    (decision,) = filled.read(recorded.decisions, TODAY)
    assert (decision.text, decision.item_id) == ("Gule soner", item)
    (action,) = filled.read(action_queries.actions, meeting_id=TODAY)
    assert (action.title, action.due, action.item_id) == ("Bestille tape", date(2026, 10, 9), item)
    assert [each.text for each in filled.read(recorded.notes, TODAY)] == ["Vi ser på det"]
    assert filled.read(action_queries.ideas_of_meeting, TODAY) == ["Skyggetavle"]
    label = filled.document.undo_label
    assert label
    assert t(label) == "Note “Skyggetavle”"


def test_undo_takes_back_the_last_note_and_never_the_clock(
    window: RunningWindow, filled: LiveDocument, time: Time
) -> None:
    window.running.note(Kind.NOTE, "En")
    time.pass_by(minutes=2)
    window.running.step(1)
    filled.undo()
    assert filled.read(recorded.notes, TODAY) == []
    assert window.title.text() == "Skiftbytte"
    assert window.running.clock
    assert window.running.clock.spent[filled.read(queries.items, meeting_id=TODAY)[0].id] == 120


def test_undo_stops_where_the_meeting_began(
    window: RunningWindow, filled: LiveDocument, time: Time
) -> None:
    window.running.note(Kind.NOTE, "En")
    time.pass_by(minutes=3)
    window.setFocus()
    for _ in range(2):
        QTest.keyClick(window, Key.Key_Z, CTRL)
    assert filled.read(recorded.notes, TODAY) == []
    assert window.running.meeting.state is MeetingState.IN_PROGRESS
    assert window.sentence.text() == "Nothing noted in this meeting is left to take back."
    assert window.running.seconds_left == 2 * 60
    QTest.keyClick(window, Key.Key_Y, CTRL)
    assert [each.text for each in filled.read(recorded.notes, TODAY)] == ["En"]


def test_undo_takes_back_what_is_recorded_at_the_side(
    window: RunningWindow, filled: LiveDocument
) -> None:
    QTest.keyClick(window, Key.Key_E)
    row = window.side.attendance.rows[1]
    assert row.hasFocus()
    QTest.keyClick(row, Key.Key_4)
    assert row.came.buttons[Arrival.ABSENT].isChecked()
    QTest.keyClick(row, Key.Key_Z, CTRL)
    assert row.came.buttons[Arrival.ON_TIME].isChecked()
    QTest.keyClick(row, Key.Key_Z, CTRL)
    assert {each.arrived for each in filled.read(recorded.called, TODAY)} == {None}
    assert window.running.meeting.state is MeetingState.IN_PROGRESS


@pytest.mark.parametrize("code", ["nb", "en"])
def test_it_fits_the_smallest_laptop(editor: MeetingsEditor, time: Time, code: str) -> None:
    made = RunningWindow(editor.around._replace(t=language(code)), TODAY, editor)
    assert made.minimumSizeHint().width() <= 1024
    assert made.minimumSizeHint().height() <= 640
    made.close()


def _late(window: RunningWindow) -> None:
    window.side.attendance.begin()
    QTest.keyClick(window.side.attendance.rows[1], Key.Key_2)


def _stuck(window: RunningWindow) -> None:
    QTest.keyClick(window.side.asking, Key.Key_3)
    QTest.keyClicks(window.side.asking.reason, "truck mangler")
    QTest.keyClick(window.side.asking.reason, Key.Key_Return)


GESTURES: dict[str, Callable[[RunningWindow], object]] = {
    "all": lambda window: QTest.keyClick(window, Key.Key_E),
    "late": _late,
    "a say": lambda window: QTest.keyClick(window.side.word.list, Key.Key_Space),
    "all had a say": lambda window: QTest.mouseClick(window.side.word.all, LEFT),
    "rated": lambda window: QTest.keyClicks(window.side.rating, "456"),
    "done": lambda window: QTest.keyClick(window.side.asking, Key.Key_1),
    "stuck": _stuck,
}


@pytest.mark.parametrize("name", GESTURES)
def test_every_gesture_is_one_step_and_undo_takes_all_of_it(
    window: RunningWindow, filled: LiveDocument, name: str
) -> None:
    agree(filled, "Tape")
    window.side.word.begin()
    before = dump(filled.document)
    GESTURES[name](window)
    assert dump(filled.document) != before
    assert window.running.undo()
    assert dump(filled.document) == before
    filled.redo()
    assert dump(filled.document) != before


def test_one_key_for_each_page_at_the_side(window: RunningWindow) -> None:
    for key, page in (
        (Key.Key_K, Page.ASKING),
        (Key.Key_S, Page.WORD),
        (Key.Key_R, Page.RATING),
        (Key.Key_T, Page.ATTENDANCE),
    ):
        QTest.keyClick(window, key)
        assert window.side.page is page


def test_from_the_side_the_keys_of_the_meeting_go_on(window: RunningWindow) -> None:
    QTest.keyClick(window, Key.Key_S)
    QTest.keyClick(window.side.word.list, Key.Key_Right)
    assert window.title.text() == "Skiftbytte"
    QTest.keyClick(window.side.word.list, Key.Key_D)
    assert window.line.hasFocus()


def test_rated_within_the_meeting(window: RunningWindow, filled: LiveDocument) -> None:
    QTest.keyClick(window, Key.Key_R)
    QTest.keyClicks(window.side.rating, "456")
    assert filled.read(recorded.ratings, TODAY).answers == 1
    assert "1 answer" in window.side.rating.told.text()


def test_a_line_that_cannot_be_read_stays(window: RunningWindow, filled: LiveDocument) -> None:
    window.begin_note(Kind.ACTION)
    QTest.keyClicks(window.line, "Rydde @Ingen")
    QTest.keyClick(window.line, Key.Key_Return)
    assert window.line.text() == "Rydde @Ingen"
    assert window.sentence.isVisible()
    assert filled.read(action_queries.actions) == []


def test_the_meeting_goes_on_where_it_was(
    window: RunningWindow, editor: MeetingsEditor, time: Time
) -> None:
    time.pass_by(minutes=4)
    window.running.step(1)
    time.pass_by(minutes=6)
    again = RunningWindow(editor.around, TODAY, editor)
    assert again.title.text() == "Skiftbytte"
    assert again.running.seconds_left == 14 * 60
    again.close()


def test_the_meeting_goes_on_when_the_file_is_opened_again(
    window: RunningWindow,
    editor: MeetingsEditor,
    filled: LiveDocument,
    time: Time,
    tmp_path: Path,
) -> None:
    time.pass_by(minutes=4)
    window.running.step(1)
    window.running.note(Kind.NOTE, "En")
    time.pass_by(minutes=6)
    filled.document.copy_to(tmp_path / "after the power cut.leandesk")
    opened = LiveDocument(Document.open(tmp_path / "after the power cut.leandesk"))
    opened.document.clock = time
    time.pass_by(minutes=1)
    again = RunningWindow(editor.around._replace(live=opened), TODAY, editor)
    assert again.title.text() == "Skiftbytte"
    assert again.running.seconds_left == 13 * 60
    assert [text for _, text in again.running.noted(private=False)] == ["En"]
    assert not again.running.undo()
    again.close()
    opened.close()


def test_the_round_asks_one_after_the_other(window: RunningWindow, filled: LiveDocument) -> None:
    for number in range(3):
        agree(filled, f"Gjøremål {number}", date(2026, 10, 1 + number))
    asking = window.side.asking
    QTest.keyClick(window, Key.Key_K)
    assert asking.hasFocus()
    QTest.keyClick(asking, Key.Key_1)
    QTest.keyClick(asking, Key.Key_4)
    QTest.keyClicks(asking.reason, "20.10. venter på tape")
    QTest.keyClick(asking.reason, Key.Key_Return)
    assert asking.hasFocus()
    QTest.keyClick(asking, Key.Key_3)
    QTest.keyClicks(asking.reason, "truck mangler")
    QTest.keyClick(asking.reason, Key.Key_Return)
    assert asking.current is None
    told = filled.read(action_queries.follow_ups, meeting_id=TODAY)
    assert [each.answered.answer for each in told] == [
        Answer.DONE,
        Answer.NEW_DATE,
        Answer.BLOCKED,
    ]
    assert filled.read(action_queries.actions)[0].status is ActionStatus.DONE
    (raised,) = filled.read(action_queries.escalations, action_id=3)
    assert raised.text == "Gjøremål 2: truck mangler"


def test_what_is_stuck_goes_up_once_and_only_with_its_reason(
    window: RunningWindow, filled: LiveDocument
) -> None:
    agree(filled, "Tape")
    filled.edit(
        M_("x"), actions.escalate, "Tape: truck", day=date(2026, 10, 1), action_id=1, group_id=1
    )
    asking = window.side.asking
    asking.begin()
    QTest.keyClick(asking, Key.Key_3)
    QTest.keyClick(asking.reason, Key.Key_Return)
    assert asking.sentence.isVisibleTo(asking)
    assert filled.read(action_queries.follow_ups, meeting_id=TODAY) == []
    QTest.keyClick(asking.reason, Key.Key_Escape)
    assert asking.sentence.isHidden()
    QTest.keyClick(asking, Key.Key_3)
    QTest.keyClicks(asking.reason, "fortsatt ingen truck")
    QTest.keyClick(asking.reason, Key.Key_Return)
    (told,) = filled.read(action_queries.follow_ups, meeting_id=TODAY)
    assert (told.answered.answer, told.answered.note) == (Answer.BLOCKED, "fortsatt ingen truck")
    assert len(filled.read(action_queries.escalations, action_id=1)) == 1


def test_a_new_date_without_a_reason_is_refused(
    window: RunningWindow, filled: LiveDocument
) -> None:
    agree(filled, "Tape")
    asking = window.side.asking
    asking.begin()
    QTest.keyClick(asking, Key.Key_4)
    QTest.keyClicks(asking.reason, "20.10.")
    QTest.keyClick(asking.reason, Key.Key_Return)
    assert asking.sentence.text() == "Write why the date is moved: “20.10. waits for tape”."
    assert filled.read(action_queries.follow_ups, meeting_id=TODAY) == []


def test_closing_takes_the_minutes_from_the_clock(
    window: RunningWindow, filled: LiveDocument, time: Time, qtbot: QtBot
) -> None:
    time.pass_by(minutes=7)
    window.running.step(1)
    time.pass_by(minutes=33)
    with qtbot.waitSignal(window.closed):
        QTest.mouseClick(
            next(
                each
                for each in window.findChildren(QPushButton)
                if each.text() == "Close the meeting"
            ),
            LEFT,
        )
    (meeting,) = filled.read(queries.meetings, [TODAY])
    assert meeting.state is MeetingState.CLOSED
    assert meeting.actual_end == START + timedelta(minutes=40)
    items = filled.read(queries.items, meeting_id=TODAY)
    assert [each.actual_minutes for each in items] == [7, 33, None]
    assert [each.outcome for each in items] == [Outcome.TREATED, Outcome.TREATED, Outcome.OPEN]


@pytest.mark.parametrize("size", [(1280, 720), (1920, 1080), (3840, 2160)])
def test_the_walls_sizes_are_shares_of_its_height(
    window: RunningWindow, editor: MeetingsEditor, t: Language, size: tuple[int, int]
) -> None:
    wall = RunningWall(window.running, t, editor.around.theme, window)
    wall.resize(*size)
    wall.show()
    wall.grab()
    assert wall.sizes["timer"] == pytest.approx(23.7, abs=0.1)
    assert wall.sizes["title"] == pytest.approx(8.1, abs=0.1)
    assert min(wall.sizes.values()) >= SIZES["least"]
    assert "Velkommen" in wall.accessibleName()
    wall.close()


@pytest.mark.parametrize("size", [(1024, 768), (1366, 768), (1920, 1080)])
@pytest.mark.parametrize("minutes", [2, 33, 333])
def test_no_text_on_the_wall_runs_into_another(
    window: RunningWindow,
    editor: MeetingsEditor,
    filled: LiveDocument,
    time: Time,
    t: Language,
    size: tuple[int, int],
    minutes: int,
) -> None:
    first, *ahead = [each.id for each in filled.read(queries.items, meeting_id=TODAY)]
    long = "Montasjelinje 1: soner og materialflyt fra lageret til girhuset, med resultat av test"
    filled.edit(M_("x"), meetings.change_items, [first, *ahead], title=long, presenter_id=1)
    filled.edit(M_("x"), meetings.set_tasks, first, [Asked("Ta med tegning", 1)])
    for number in range(7):
        window.running.note(Kind.NOTE, f"{number} {long}")
    time.pass_by(minutes=minutes)
    wall = RunningWall(window.running, t, editor.around.theme, window, with_keys=minutes == 33)
    wall.resize(*size)
    wall.show()
    wall.grab()
    foot = wall.bar.height() if wall.bar else 0
    picture = QRectF(wall.rect()).adjusted(0, 0, 0, -foot)
    assert len(wall.drawn) > 10
    for one in wall.drawn:
        assert picture.contains(one.place), one
    for one, other in combinations(wall.drawn, 2):
        assert not one.place.adjusted(1, 1, -1, -1).intersects(other.place), (one, other)
    assert min(wall.sizes.values()) >= SIZES["least"]
    wall.close()


def test_over_time_stands_with_its_shape(
    window: RunningWindow, editor: MeetingsEditor, time: Time, t: Language
) -> None:
    wall = RunningWall(window.running, t, editor.around.theme, window)
    time.pass_by(minutes=6)
    wall.show()
    wall.grab()
    texts = [each.text for each in wall.drawn]
    assert "−1:00" in texts
    assert "■ over 5 min" in texts
    wall.close()


@pytest.mark.parametrize("size", [(1024, 768), (1920, 1080)])
def test_on_the_only_screen_one_notes_on_the_wall(
    window: RunningWindow, filled: LiveDocument, size: tuple[int, int]
) -> None:
    QTest.keyClick(window, Key.Key_F5)
    wall = window.wall
    assert wall is not None
    assert wall.bar is not None
    wall.showNormal()
    wall.resize(*size)
    QApplication.processEvents()
    assert list(wall.bar.names) == [Kind.DECISION, Kind.ACTION, Kind.NOTE, Kind.IDEA]
    QTest.keyClick(wall, Key.Key_A)
    assert wall.bar.line.isVisible()
    QTest.keyClicks(wall.bar.line, "Rydde @Ingen")
    QTest.keyClick(wall.bar.line, Key.Key_Return)
    assert wall.bar.refused.isVisible()
    assert wall.bar.line.text() == "Rydde @Ingen"
    wall.bar.line.selectAll()
    QTest.keyClicks(wall.bar.line, "Rydde @Åse fredag")
    assert wall.bar.refused.isHidden()
    QTest.keyClick(wall.bar.line, Key.Key_Return)
    (action,) = filled.read(action_queries.actions, meeting_id=TODAY)
    assert action.title == "Rydde"
    assert wall.bar.line.isHidden()
    QTest.keyClick(wall, Key.Key_Z, CTRL)
    assert filled.read(action_queries.actions, meeting_id=TODAY) == []
    QTest.keyClick(wall, Key.Key_Right)
    assert window.title.text() == "Skiftbytte"
    assert wall.bar.font().pixelSize() >= size[1] * SIZES["least"] / 100


def test_a_private_note_is_never_on_the_wall(window: RunningWindow) -> None:
    window.running.note(Kind.PRIVATE, "Spør Pål etterpå")
    window.running.note(Kind.NOTE, "Åpent")
    assert [text for _, text in window.running.noted(private=False)] == ["Åpent"]
    assert window.noted.count() == 2


def test_f5_shows_and_hides_the_wall(window: RunningWindow) -> None:
    QTest.keyClick(window, Key.Key_F5)
    assert window.wall is not None
    QTest.keyClick(window.wall, Key.Key_Right)
    assert window.title.text() == "Skiftbytte"
    QTest.keyClick(window.wall, Key.Key_Escape)
    QApplication.processEvents()


def test_the_laptop_keeps_on_when_the_screen_is_unplugged(
    window: RunningWindow, filled: LiveDocument, time: Time
) -> None:
    window.show_wall()
    assert window.wall is not None
    window.running.note(Kind.NOTE, "Åpent")
    time.pass_by(minutes=1)
    window.showMinimized()
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    app.screenRemoved.emit(window.screen())
    QApplication.processEvents()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert window.wall is None
    assert not window.isMinimized()
    assert window.sentence.text().startswith("The screen was unplugged.")
    assert window.running.seconds_left == 4 * 60
    assert [each.text for each in filled.read(recorded.notes, TODAY)] == ["Åpent"]
    QTest.keyClick(window, Key.Key_F5)
    assert window.wall is not None


def test_when_the_meeting_is_gone_the_window_is_too(
    window: RunningWindow, filled: LiveDocument, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(window.running.ended):
        filled.edit(M_("x"), meetings.remove_meetings, [TODAY])
