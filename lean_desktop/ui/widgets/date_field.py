"""A field for a day: typed as people write days, or taken from a calendar."""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QDate, QEvent, QLocale, QObject, QPoint, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCalendarWidget, QFrame, QLineEdit, QVBoxLayout, QWidget

from lean_desktop.domain.errors import RuleBroken
from lean_desktop.i18n import Language
from lean_desktop.ui.qt import override
from lean_desktop.ui.theme import Theme
from lean_desktop.ui.widgets.field import LineField

_LOCALES = {"nb": "nb_NO", "en": "en_GB"}


class DateField(LineField):
    """A day, or None when left empty. Alt+Down and the picture at its end open a calendar.

    `today` helps to complete a day typed without its year.
    """

    def __init__(
        self,
        label: str,
        t: Language,
        theme: Theme,
        commit: Callable[[date | None], object],
        today: Callable[[], date],
        parent: QWidget | None = None,
    ) -> None:
        self._today = today
        super().__init__(label, t, lambda typed: commit(self._day_of(typed)), parent=parent)
        self._calendar = self.line.addAction(
            theme.icon("cal"), QLineEdit.ActionPosition.TrailingPosition
        )
        self._calendar.setToolTip(t("Choose from a calendar"))
        self._calendar.triggered.connect(self.open_calendar)
        self._theme = theme
        theme.changed.connect(self._draw)

    def show_day(self, day: date | None) -> None:
        """Show the day that is stored, or none."""
        self.show_value(self.t.date(day) if day else "")

    @override
    def commit(self) -> None:
        super().commit()
        if self.text():
            self._stored = self.t.date(self.t.parse_date(self.text(), self._today()))
            self.put(self._stored)

    def open_calendar(self) -> None:
        """Show a month to choose from, at the day that is in the field."""
        month = _Month(self.t, self._shown_day(), self.line)
        month.calendar.activated.connect(self._take)
        month.calendar.clicked.connect(self._take)
        month.calendar.activated.connect(month.close)
        month.calendar.clicked.connect(month.close)
        month.move(self.line.mapToGlobal(QPoint(0, self.line.height() + 2)))
        month.show()
        month.calendar.setFocus(Qt.FocusReason.PopupFocusReason)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            down = event.key() == Qt.Key.Key_Down
            if down and event.modifiers() == Qt.KeyboardModifier.AltModifier:
                self.open_calendar()
                return True
        return super().eventFilter(watched, event)

    def _draw(self) -> None:
        self._calendar.setIcon(self._theme.icon("cal"))

    def _day_of(self, typed: str) -> date | None:
        return self.t.parse_date(typed, self._today()) if typed else None

    def _shown_day(self) -> date:
        try:
            return self._day_of(self.text()) or self._today()
        except RuleBroken:
            return self._today()

    def _take(self, day: QDate) -> None:
        self.put(self.t.date(date(day.year(), day.month(), day.day())))
        self.try_commit()


class _Month(QFrame):
    """A calendar over everything else, gone with the next click or Esc."""

    def __init__(self, t: Language, day: date, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setObjectName("month")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setAccessibleName(t("Calendar"))
        self.calendar = QCalendarWidget()
        self.calendar.setAccessibleName(t("Calendar"))
        self.calendar.setLocale(QLocale(_LOCALES[t.code]))
        self.calendar.setFirstDayOfWeek(Qt.DayOfWeek.Monday)
        self.calendar.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.ISOWeekNumbers)
        self.calendar.setSelectedDate(QDate(day.year, day.month, day.day))
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 8, 8, 8)
        column.addWidget(self.calendar)
