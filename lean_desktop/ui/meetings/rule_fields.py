"""How often a series meets, and what becomes of a meeting on a closed day."""

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QVBoxLayout, QWidget

from lean_desktop.domain.errors import RuleBroken
from lean_desktop.domain.recurrence import WhenClosed
from lean_desktop.domain.recurrence_pattern import (
    EVERY_NAMES,
    LAST,
    NTH_NAMES,
    WEEKDAY_NAMES,
    Every,
    Pattern,
    pattern_of,
    rule_of,
    usual_pattern,
)
from lean_desktop.i18n import M_, N_, Language
from lean_desktop.ui.widgets.beside import beside
from lean_desktop.ui.widgets.field import ChoiceField, LineField

WHEN_CLOSED_NAMES = {
    WhenClosed.AFTER: N_("To the first open day after"),
    WhenClosed.BEFORE: N_("To the last open day before"),
    WhenClosed.SKIP: N_("It is left out"),
}
AS_IT_IS = ""
"""The choice for a rule no form shows: it stays until another is chosen."""


class RuleFields(QWidget):
    """The fields of a rule; only those the choice asks for are shown. Emits `changed()`."""

    changed = Signal()

    def __init__(self, t: Language, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.t = t
        self._kept = ""
        self._last_day = False
        self.every = self._choice(
            t("How often"), [(each.value, t(name)) for each, name in EVERY_NAMES.items()]
        )
        self.interval = LineField(t("Every how many"), t, self._tell)
        self.weekdays = Weekdays(t)
        self.nth = self._choice(
            t("Which one in the month"), [(str(nth), t(name)) for nth, name in NTH_NAMES.items()]
        )
        self.closed = self._choice(
            t("On holidays and closed days"),
            [(each.value, t(name)) for each, name in WHEN_CLOSED_NAMES.items()],
        )
        self.weekdays.changed.connect(self._tell)
        self.every.combo.currentIndexChanged.connect(lambda _index: self._tell())
        self._lay_out()

    def show_pattern(self, pattern: Pattern) -> None:
        """Show this pattern."""
        self._last_day = pattern.day == LAST
        self.every.show_value(pattern.every)
        self.interval.show_value(str(pattern.interval))
        self.weekdays.show_weekdays(pattern.weekdays)
        self.nth.show_value(str(pattern.nth))
        self._show_what_is_asked()

    def show_rule(self, rule: str, first: date, when_closed: WhenClosed) -> None:
        """Show a rule counted from `first`; one that no form shows stays as it is."""
        pattern = pattern_of(rule, first)
        if pattern is None:
            self._kept = rule
            self.every.combo.insertItem(0, self.t("As it is"), AS_IT_IS)
        self.closed.show_value(when_closed)
        self.show_pattern(pattern or usual_pattern(first))
        if pattern is None:
            self.every.show_value(AS_IT_IS)
            self._show_what_is_asked()

    def rule(self, first: date) -> str:
        """The rule of the fields, counted from `first`. Raises RuleBroken when they give none."""
        if self.every.text() == AS_IT_IS:
            return self._kept
        typed = self.interval.text().strip() or "1"
        if not typed.isdigit() or not int(typed):
            raise RuleBroken(M_("“{text}” is no number. Write 1, 2 or 3.", text=typed))
        usual = usual_pattern(first)
        pattern = usual._replace(
            every=Every(self.every.text()),
            interval=int(typed),
            weekdays=self.weekdays.days(),
            nth=int(self.nth.text()),
            day=LAST if self._last_day else usual.day,
        )
        return rule_of(pattern)

    def when_closed(self) -> WhenClosed:
        """What becomes of a meeting on a closed day."""
        return WhenClosed(self.closed.text())

    # Inside

    def _choice(self, label: str, choices: list[tuple[str, str]]) -> ChoiceField:
        return ChoiceField(label, self.t, self._tell, choices)

    def _tell(self, _value: object = None) -> None:
        self._show_what_is_asked()
        self.changed.emit()

    def _show_what_is_asked(self) -> None:
        every = self.every.text()
        self.interval.setVisible(every not in (AS_IT_IS, Every.WORKING_DAY))
        self.weekdays.setVisible(every == Every.WEEK)
        self.nth.setVisible(every == Every.MONTH_WEEKDAY)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        for widget in (beside(self.every, self.interval), self.weekdays, self.nth, self.closed):
            column.addWidget(widget)


class Weekdays(QWidget):
    """Seven days to tick. Emits `changed()`."""

    changed = Signal()

    def __init__(self, t: Language, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ticks = [QCheckBox(t(name)[:3]) for name in WEEKDAY_NAMES]
        for tick, name in zip(self._ticks, WEEKDAY_NAMES, strict=True):
            tick.setAccessibleName(t(name))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        for tick in self._ticks:
            tick.toggled.connect(lambda _on: self.changed.emit())
            row.addWidget(tick)
        row.addStretch(1)

    def show_weekdays(self, days: tuple[int, ...]) -> None:
        """Tick these; Monday is 0."""
        for day, tick in enumerate(self._ticks):
            tick.blockSignals(True)
            tick.setChecked(day in days)
            tick.blockSignals(False)

    def days(self) -> tuple[int, ...]:
        """Those that are ticked; Monday is 0."""
        return tuple(day for day, tick in enumerate(self._ticks) if tick.isChecked())
