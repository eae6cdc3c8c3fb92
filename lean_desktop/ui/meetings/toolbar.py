"""The line above the agenda: which meeting, how far it has come, and what is to be done with it."""

from collections.abc import Callable
from typing import NamedTuple

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QMenu, QPushButton, QWidget

from lean_desktop.domain.gathering import Place
from lean_desktop.domain.meetings import MEETING_STATE_NAMES, Meeting, MeetingState
from lean_desktop.ui.editor import Surroundings
from lean_desktop.ui.qt import override
from lean_desktop.ui.widgets.buttons import Segments, button
from lean_desktop.ui.widgets.chip import Chip

STAGES = (
    MeetingState.DRAFT,
    MeetingState.CALLED,
    MeetingState.IN_PROGRESS,
    MeetingState.CLOSED,
)


class Does(NamedTuple):
    """What the buttons do."""

    step: Callable[[int], object]
    start: Callable[[], object]
    record: Callable[[], object]
    more: Callable[[QMenu], object]


class MeetingBar(QWidget):
    """Emits `stage_chosen(state)` when another stage is clicked."""

    stage_chosen = Signal(str)

    def __init__(self, around: Surroundings, does: Does, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("toolbar")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._around, self._does, self._t = around, does, around.t
        self.previous = self._stepper("chevl", -1, "Alt+Left")
        self.next = self._stepper("chevr", 1, "Alt+Right")
        self.which = QLabel()
        self.which.setStyleSheet("font-weight: 600")
        self.stages = self._segments()
        self.cancelled = Chip(around.theme, "quiet", self._t("Cancelled"), "x")
        self.record, self.start = self._buttons()
        self.more = self._more()
        self._lay_out()
        self.show_meeting(None, Place())

    def show_meeting(
        self, meeting: Meeting | None, place: Place, *, recording: bool = False
    ) -> None:
        """Say where the meeting stands among its group's, and how far it has come."""
        t, writable = self._t, not self._around.live.read_only
        told = t("Meeting {n} of {all}", n=place.number, all=place.of) if meeting else ""
        self.which.setText(told)
        self.previous.setEnabled(place.previous_id is not None)
        self.next.setEnabled(place.next_id is not None)
        gone = meeting is not None and meeting.state is MeetingState.CANCELLED
        daily = meeting is not None and meeting.is_daily
        self.stages.setVisible(meeting is not None and not gone and not daily)
        self.cancelled.setVisible(gone)
        self.stages.setEnabled(writable)
        if meeting and meeting.state in STAGES:
            self.stages.choose(meeting.state)
        minuted = meeting is not None and not gone and not meeting.is_daily
        self.start.setVisible(minuted and not recording and not (meeting and meeting.locked))
        self.record.setVisible(minuted and not recording)
        for each in (self.start, self.record):
            each.setEnabled(writable)
        self.more.setEnabled(meeting is not None)
        if meeting:
            self._name_buttons(meeting)
        self._fit()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    # Inside

    def _fit(self) -> None:
        """Where it is narrow, the place goes first, then the words of what is not the main thing."""
        told = self.record.accessibleName()
        self.which.setVisible(bool(self.which.text()))
        self.record.setText(told)
        if self._needed() > self.width():
            self.which.hide()
        if self._needed() > self.width():
            self.record.setText("")
            self.record.setToolTip(told)

    def _needed(self) -> int:
        return self.sizeHint().width()

    def _name_buttons(self, meeting: Meeting) -> None:
        t = self._t
        going = meeting.state is MeetingState.IN_PROGRESS
        self.start.setText(t("Go on with the meeting") if going else t("Start the meeting"))
        self.record.setAccessibleName(
            t("Minutes of the meeting") if meeting.locked else t("Key in from paper")
        )

    def _segments(self) -> Segments:
        choices = [(state.value, self._t(MEETING_STATE_NAMES[state])) for state in STAGES]
        stages = Segments(self._t("How far the meeting has come"), choices)
        stages.chosen.connect(self.stage_chosen)
        return stages

    def _buttons(self) -> tuple[QPushButton, QPushButton]:
        icon, t = self._around.theme.icon, self._t
        record = button(
            t("Key in from paper"), self._does.record, icon=icon("note", "text2"), keys="Ctrl+R"
        )
        start = button(
            t("Start the meeting"),
            self._does.start,
            kind="primary",
            icon=icon("play", "on_accent"),
            keys="Ctrl+Return",
        )
        return record, start

    def _more(self) -> QPushButton:
        icon = self._around.theme.icon("more", "text2")
        made = button("", None, icon=icon, name=self._t("More about the meeting"))
        menu = QMenu(made)
        menu.aboutToShow.connect(lambda: self._does.more(menu))
        made.setMenu(menu)
        return made

    def _stepper(self, icon: str, by: int, keys: str) -> QPushButton:
        text = self._t("Previous meeting") if by < 0 else self._t("Next meeting")
        shown = self._around.theme.icon(icon)
        return button("", lambda: self._does.step(by), icon=shown, keys=keys, name=text)

    def _lay_out(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(20, 9, 20, 9)
        row.setSpacing(8)
        for widget in (self.previous, self.next, self.which, self.stages, self.cancelled):
            row.addWidget(widget)
        row.addStretch(1)
        for widget in (self.record, self.more, self.start):
            row.addWidget(widget)
