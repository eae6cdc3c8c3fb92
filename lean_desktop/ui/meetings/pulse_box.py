"""The group's pulse beside the meeting: six rates, each with shape and figure."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

from lean_desktop.domain.meetings import Meeting
from lean_desktop.domain.pulse import (
    RATE_NAMES,
    STANDING_NAMES,
    Figure,
    Rate,
    Standing,
    sentence,
    standing,
)
from lean_desktop.queries.pulse import group_pulse
from lean_desktop.ui.editor import Surroundings

SHAPES = {Standing.GOOD: "●", Standing.WATCH: "▲", Standing.BAD: "■", None: ""}
COLORS = {Standing.GOOD: "good", Standing.WATCH: "watch", Standing.BAD: "bad", None: "text3"}


class PulseBox(QWidget):
    """Six lines. Nothing recorded is a dash, never good."""

    def __init__(self, around: Surroundings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._around, self._t = around, around.t
        self.values: dict[Rate, QLabel] = {}
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setVerticalSpacing(6)
        grid.setColumnStretch(0, 1)
        for row, rate in enumerate(Rate):
            grid.addWidget(QLabel(around.t(RATE_NAMES[rate])), row, 0)
            value = QLabel()
            value.setTextFormat(Qt.TextFormat.RichText)
            self.values[rate] = value
            grid.addWidget(value, row, 1, Qt.AlignmentFlag.AlignRight)

    def show_meeting(self, meeting: Meeting | None) -> int:
        """Show the group's pulse; the number of meetings it rests on."""
        group_id = meeting.group_id if meeting else None
        if group_id is None:
            return 0
        found = self._around.live.read(group_pulse, group_id)
        for rate in Rate:
            self._show(rate, found.figures[rate])
        return found.meetings

    def _show(self, rate: Rate, figure: Figure) -> None:
        t, theme = self._t, self._around.theme
        how = standing(figure.share)
        percent = figure.share.percent
        shown = "–" if percent is None else t.number(percent)
        color = theme.color(COLORS[how]).name()
        text = f"<span style='color:{color}'>{SHAPES[how]}</span>&nbsp;&nbsp;<b>{shown}</b>"
        self.values[rate].setText(text)
        told = t(STANDING_NAMES[how]) if how else t("Not recorded")
        self.values[rate].setAccessibleName(f"{t(RATE_NAMES[rate])}: {shown}, {told}")
        said = sentence(rate, figure.share)
        self.values[rate].setToolTip(t(said) if said else told)
