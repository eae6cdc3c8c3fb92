"""The first line of the sheet: when the meeting was held."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from lean_desktop.domain.meetings import Meeting
from lean_desktop.ui.editor import Surroundings
from lean_desktop.ui.meetings.capture_lines import GAP, LABEL
from lean_desktop.ui.meetings.capture_recording import Recording
from lean_desktop.ui.widgets.field import LineField

WIDE = 92


class TimesLine(QWidget):
    """Start and end. The planned times stand there palely, and count if nothing is written.

    Enter goes from one to the other; then `done()` is emitted.
    """

    done = Signal()

    def __init__(self, around: Surroundings, recording: Callable[[], Recording]) -> None:
        super().__init__()
        t, theme = around.t, around.theme
        self.t = t
        self.start = LineField(t("Actual start"), t, lambda typed: recording().set_start(typed))
        self.end = LineField(t("Actual end"), t, lambda typed: recording().set_end(typed))
        self.start.line.returnPressed.connect(lambda: self._go_on(self.start))
        self.end.line.returnPressed.connect(lambda: self._go_on(self.end))
        self.told = QLabel()
        self.told.setProperty("look", "small")
        label = QLabel(t("Held"))
        label.setProperty("look", "section")
        label.setFixedWidth(theme.scaled(LABEL))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(label)
        row.addSpacing(GAP - row.spacing())
        for field, behind in ((self.start, QLabel("–")), (self.end, self.told)):
            field.label.hide()
            field.setFixedWidth(theme.scaled(WIDE))
            row.addWidget(field)
            row.addWidget(behind, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addStretch(1)

    def named(self) -> dict[str, LineField]:
        """The fields by the names their drafts have."""
        return {"start": self.start, "end": self.end}

    def show_meeting(self, meeting: Meeting) -> None:
        """Show the times that are recorded, and those that were planned."""
        t = self.t
        for field, actual, planned in (
            (self.start, meeting.actual_start, meeting.planned_start),
            (self.end, meeting.actual_end, meeting.planned_end),
        ):
            field.show_value(t.time(actual) if actual else "")
            field.line.setPlaceholderText(t.time(planned))
        span = t.span(meeting.planned_start, meeting.planned_end)
        self.told.setText(t("planned {span}", span=span))

    def _go_on(self, field: LineField) -> None:
        if field.in_hand():
            return  # It was refused, and stays to be mended.
        if field is self.start:
            self.end.line.setFocus(Qt.FocusReason.TabFocusReason)
        else:
            self.done.emit()
