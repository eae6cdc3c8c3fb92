"""Back in time: a slider over the days on which anything was assessed, and the way to today."""

from datetime import date, timedelta

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSlider, QWidget

from lean_desktop.queries.competence import first_assessed
from lean_desktop.ui.competence.source import MatrixSource
from lean_desktop.ui.editor import Surroundings
from lean_desktop.ui.widgets.buttons import button
from lean_desktop.ui.widgets.date_field import DateField

PAUSE_MS = 60
"""While the slider is drawn, the matrix is read once it has rested for so long."""


class DayBar(QWidget):
    """Chooses the day of the matrix; hidden until asked for."""

    def __init__(
        self, around: Surroundings, source: MatrixSource, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("toolbar")
        self._live, self._t, self._source = around.live, around.t, source
        t = self._t
        self.slider = QSlider(Qt.Orientation.Horizontal)
        self.slider.setAccessibleName(t("Day of the matrix"))
        self.slider.setPageStep(30)
        self.field = DateField(
            t("As of"), t, around.theme, self._on_typed, lambda: self._live.today
        )
        self.field.label.hide()
        self._pause = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._pause.timeout.connect(self._take)
        self.slider.valueChanged.connect(self._on_slid)
        row = QHBoxLayout(self)
        row.setContentsMargins(20, 4, 20, 8)
        row.setSpacing(12)
        row.addWidget(QLabel(t("As of")))
        row.addWidget(self.field)
        row.addWidget(self.slider, 1)
        row.addWidget(button(t("Today"), self.close_day))
        self.hide()

    def open_day(self) -> None:
        """Let another day be chosen."""
        first = self._live.read(first_assessed) or self._live.today
        self.slider.blockSignals(True)
        self.slider.setRange(min(0, (first - self._live.today).days), 0)
        self.slider.setValue((self._source.as_of - self._live.today).days)
        self.slider.blockSignals(False)
        self.field.show_day(self._source.as_of)
        self.show()
        self.slider.setFocus(Qt.FocusReason.OtherFocusReason)

    def close_day(self) -> None:
        """Go back to today."""
        self._pause.stop()
        self._source.show_day(None)
        self.hide()

    # Inside

    def _day(self) -> date:
        return self._live.today + timedelta(days=self.slider.value())

    def _on_slid(self, _value: int) -> None:
        self.field.show_day(self._day())
        self._pause.start()

    def _take(self) -> None:
        self._source.show_day(self._day())

    def _on_typed(self, day: date | None) -> None:
        self._pause.stop()
        self.slider.blockSignals(True)
        self.slider.setValue(((day or self._live.today) - self._live.today).days)
        self.slider.blockSignals(False)
        self._source.show_day(day)
