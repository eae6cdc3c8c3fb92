"""Minutes keyed in from paper, in the order of the sheet: all in one key, then the exceptions."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QHBoxLayout,
    QLabel,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from lean_desktop.document.changes import ChangeSet
from lean_desktop.domain.errors import RuleBroken
from lean_desktop.domain.meetings import Meeting
from lean_desktop.ui.drafts import Drafts
from lean_desktop.ui.editor import Surroundings
from lean_desktop.ui.meetings import stages
from lean_desktop.ui.meetings.capture_minutes import Minutes, read_minutes
from lean_desktop.ui.meetings.capture_recording import Recording
from lean_desktop.ui.meetings.capture_sheet import CaptureSheet
from lean_desktop.ui.qt import override
from lean_desktop.ui.widgets.buttons import button

SHOWN = (
    *("meeting", "agenda_item", "attendance", "prepared", "contribution", "decision"),
    *("preparation", "follow_up", "action", "due_change", "escalation", "idea"),
    *("meeting_note", "group", "person", "membership", "meeting_guest"),
)

BELOW = 90
"""Logical pixels shown below the line that has the keys: what is recorded there."""


class CapturePage(QWidget):
    """One screen for one sheet. Enter on an empty line means all; Tab leaves it not recorded.

    Emits `finished()` to go back to the agenda, `closed(meeting key)` when the meeting was closed.
    """

    finished = Signal()
    closed = Signal(int)

    def __init__(self, around: Surroundings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("paper")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.around, self.live, self.t = around, around.live, around.t
        self._recording: Recording | None = None
        self.sheet = CaptureSheet(around, self.recording)
        self.missing, self.refused = QLabel(), QLabel()
        self._make_buttons()
        self._lay_out()
        self._drafts = Drafts(self.live, self)
        for field in self.sheet.named().values():
            self._drafts.follow(field)
        self.sheet.done.connect(self.close_it.setFocus)
        self.live.changed.connect(self._on_changed)
        if (app := QApplication.instance()) and isinstance(app, QApplication):
            app.focusChanged.connect(self._on_focus)

    def recording(self) -> Recording:
        """What records for the meeting that is shown. Raises LookupError when none is."""
        if self._recording is None:
            raise LookupError
        return self._recording

    def show_meeting(self, meeting: Meeting | None) -> None:
        """Show the lines of this meeting; the keys go to the first one that asks for all."""
        before = self._recording.meeting.id if self._recording else 0
        if before and (meeting is None or meeting.id != before):
            self._leave()
        minutes = self.live.read(read_minutes, meeting.id) if meeting else None
        if minutes is None:
            self._recording = None
        elif minutes.meeting.id == before:
            self.recording().minutes = minutes
            self._show(minutes)
        else:
            self._recording = Recording(self.live, self.t, minutes)
            self._show(minutes)
            self._show_drafts(minutes.meeting)
            self.begin()

    def begin(self) -> None:
        """Let the keys go to the first line that asks for all; where all is closed, to a button."""
        if not self.sheet.begin():
            button_ = self.back if self.open_again.isHidden() else self.open_again
            button_.setFocus(Qt.FocusReason.OtherFocusReason)

    def commit(self) -> None:
        """Record what is written on any line. Raises RuleBroken when it cannot be read."""
        for field in self.sheet.named().values():
            try:
                field.commit()
            except RuleBroken:
                field.editor.setFocus(Qt.FocusReason.OtherFocusReason)
                raise

    def keep_drafts(self) -> bool:
        """Keep what is typed and not recorded; whether all is kept."""
        self._drafts.keep()
        return True

    def status(self) -> str:
        """What is still not recorded."""
        return self.missing.text()

    def close_meeting(self) -> None:
        """Record what is in hand, and finish the minutes."""
        if self._recording is None or self._recording.meeting.locked or self.live.read_only:
            return
        try:
            self.commit()
            self._recording.close()
        except RuleBroken as error:
            self._refuse(self.t(error.message))
            return
        self.closed.emit(self._recording.meeting.id)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        control = event.modifiers() & Qt.KeyboardModifier.ControlModifier
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and control:
            self.close_meeting()
        elif event.key() == Qt.Key.Key_Escape:
            self.finished.emit()
        else:
            super().keyPressEvent(event)

    # Showing

    def _show(self, minutes: Minutes) -> None:
        locked = minutes.meeting.locked
        open_ = not locked and not self.live.read_only
        self.sheet.show_minutes(minutes, open_=open_)
        self.close_it.setVisible(open_)
        self.open_again.setVisible(locked and not self.live.read_only)
        self._refuse("")
        self.missing.setText(self.sheet.missing(minutes))

    def _show_drafts(self, meeting: Meeting) -> None:
        for name, field in self.sheet.named().items():
            self._drafts.show(field, f"capture:{meeting.id}:{name}")

    def _leave(self) -> None:
        """What was typed for one meeting must never be taken for another's."""
        for field in self.sheet.named().values():
            if field.in_hand() and not field.try_commit():
                self._drafts.keep()
                field.revert()

    def _on_changed(self, changes: ChangeSet) -> None:
        if self._recording and changes.touches(("person",)):
            self._recording.forget_people()
        if self._recording and self.isVisible() and changes.touches(SHOWN):
            self.show_meeting(self._recording.meeting)

    def _on_focus(self, _before: QWidget | None, now: QWidget | None) -> None:
        """Bring into view where the keys are, and a little of what follows."""
        if now is not None and self.sheet.isAncestorOf(now):
            self._area.ensureWidgetVisible(now, 0, self.around.theme.scaled(BELOW))

    def _refuse(self, sentence: str) -> None:
        self.refused.setText(sentence)
        self.refused.setVisible(bool(sentence))

    def _open_again(self) -> None:
        stages.ask_to_reopen(self.around, self.recording().meeting, self)

    # Making

    def _make_buttons(self) -> None:
        t = self.t
        self.close_it = button(
            t("Close the meeting"), self.close_meeting, kind="primary", keys="Ctrl+Return"
        )
        self.open_again = button(t("Open again …"), self._open_again)
        self.back = button(t("Back to the agenda"), self.finished.emit, kind="ghost")

    def _lay_out(self) -> None:
        self._area = area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(self.sheet)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(area, 1)
        whole.addWidget(self._foot())

    def _foot(self) -> QWidget:
        foot = QFrame()
        words = QVBoxLayout()
        words.setSpacing(2)
        for label, look in ((self.missing, "small"), (self.refused, "refusal")):
            label.setProperty("look", look)
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setWordWrap(True)
            words.addWidget(label)
        row = QHBoxLayout(foot)
        row.setContentsMargins(24, 8, 24, 12)
        row.setSpacing(8)
        row.addLayout(words, 1)
        for each in (self.back, self.open_again, self.close_it):
            row.addWidget(each)
        return foot
