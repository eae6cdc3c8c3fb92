"""Planning meetings that come back: whose, how often, until when, and where they fall."""

from datetime import date, datetime
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLabel, QWidget

from lean_desktop.domain.errors import RuleBroken
from lean_desktop.domain.meetings import MeetingKind, MeetingTemplate, parse_minutes
from lean_desktop.domain.recurrence import Occurrence, WhenClosed
from lean_desktop.domain.recurrence_pattern import (
    EVERY_NAMES,
    NTH_NAMES,
    WEEKDAY_NAMES,
    Every,
    Pattern,
    rule_of,
    rule_words,
    usual_pattern,
)
from lean_desktop.domain.series import Series
from lean_desktop.edits import series as edits
from lean_desktop.i18n import M_, N_
from lean_desktop.queries import meetings as queries
from lean_desktop.queries import organisation
from lean_desktop.queries.series import occurrences_of
from lean_desktop.ui.dialog import Dialog, Role
from lean_desktop.ui.editor import Surroundings
from lean_desktop.ui.widgets.date_field import DateField
from lean_desktop.ui.widgets.field import ChoiceField, Field, LineField

WHEN_CLOSED_NAMES = {
    WhenClosed.AFTER: N_("To the first open day after"),
    WhenClosed.BEFORE: N_("To the last open day before"),
    WhenClosed.SKIP: N_("It is left out"),
}
EMPTY = ""
SHOWN = 8


class SeriesDialog(Dialog):
    """Asks for a rule and shows the days it gives. Emits `planned(key of the first meeting)`."""

    planned = Signal(int)

    def __init__(
        self,
        around: Surroundings,
        group_id: int | None,
        unit_id: int | None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(around.t, around.theme, around.t("Plan a series of meetings"), parent)
        self._live = around.live
        self._templates = around.live.read(queries.templates, around.t.code)
        self.whose = self._whose(group_id, unit_id)
        self.template = self._choice(
            self.t("Template"),
            [*((each.key, each.name) for each in self._templates), (EMPTY, self.t("Empty agenda"))],
        )
        self.day = self._day(self.t("First meeting"))
        self.start = LineField(self.t("Start"), self.t, self.show_days)
        self.minutes = LineField(self.t("Minutes"), self.t, self.show_days)
        self.every = self._choice(
            self.t("How often"), [(each.value, self.t(name)) for each, name in EVERY_NAMES.items()]
        )
        self.interval = LineField(self.t("Every how many"), self.t, self.show_days)
        self.weekdays = _Weekdays(self)
        self.nth = self._choice(
            self.t("Which one in the month"),
            [(str(nth), self.t(name)) for nth, name in NTH_NAMES.items()],
        )
        self.closed = self._choice(
            self.t("On holidays and closed days"),
            [(each.value, self.t(name)) for each, name in WHEN_CLOSED_NAMES.items()],
        )
        self.until = self._day(self.t("Planned until"))
        self.told = QLabel()
        self.told.setWordWrap(True)
        self.told.setProperty("look", "small")
        self._begin()
        self._lay_out()
        self.show_days()

    # Inside

    def _whose(self, group_id: int | None, unit_id: int | None) -> ChoiceField:
        groups = self._live.read(organisation.groups, today=self._live.today)
        units = self._live.read(organisation.units)
        choices = [(f"g{each.id}", each.name) for each in groups]
        daily = self.t("Daily operational meeting")
        choices += [(f"u{each.id}", f"{daily}: {each.name}") for each in units]
        field = self._choice(self.t("Whose meetings"), choices)
        field.put(f"u{unit_id}" if unit_id else f"g{group_id}")
        return field

    def _choice(self, label: str, choices: list[tuple[str, str]]) -> ChoiceField:
        return ChoiceField(label, self.t, self.show_days, choices)

    def _day(self, label: str) -> DateField:
        return DateField(label, self.t, self.theme, self.show_days, lambda: self._live.today)

    def _begin(self) -> None:
        """What most series are: every second week from today, or each working day for a unit."""
        today = self._live.today
        daily = self.whose.text().startswith("u")
        self.day.show_day(today)
        self.start.show_value(
            self.t.time(datetime.combine(today, datetime.min.time()).replace(hour=13))
        )
        self.interval.show_value("1" if daily else "2")
        self.every.show_value(Every.WORKING_DAY if daily else Every.WEEK)
        self.template.show_value(MeetingKind.DAILY if daily else MeetingKind.IMPROVEMENT)
        template = self._template()
        self.minutes.show_value(str(template.minutes if template else 45))
        usual = usual_pattern(today)
        self.weekdays.show_weekdays(usual.weekdays)
        self.nth.show_value(str(usual.nth))
        self.until.show_day(
            date(today.year + 1, 6, 30) if today.month > 6 else date(today.year, 12, 31)
        )

    def _lay_out(self) -> None:
        for widgets in (
            (self.whose,),
            (self.template,),
            (self.day, self.start, self.minutes),
            (self.every, self.interval),
            (self.weekdays,),
            (self.nth,),
            (self.closed, self.until),
            (self.told,),
        ):
            self.column.addWidget(_beside(*widgets))
        self.every.combo.currentIndexChanged.connect(lambda _index: self.show_days())
        self.whose.combo.activated.connect(lambda _index: self._begin())
        self.add_button(self.t("Cancel"), self.reject, Role.RejectRole)
        self.add_button(self.t("Plan the series"), self._plan, Role.AcceptRole, "primary")
        self.setMinimumWidth(self.theme.scaled(560))

    def show_days(self, _value: object = None) -> None:
        """Show only what the choice asks for, and the first days it gives."""
        every = Every(self.every.text())
        self.interval.setVisible(every is not Every.WORKING_DAY)
        self.weekdays.setVisible(every is Every.WEEK)
        self.nth.setVisible(every is Every.MONTH_WEEKDAY)
        try:
            self.told.setText(self._preview())
        except RuleBroken as error:
            self.told.setText(self.t(error.message))

    def _preview(self) -> str:
        t, one = self.t, self._series()
        found = self._live.read(occurrences_of, [one])[one.id]
        given = [each for each in found if each.start]
        days = ", ".join(map(self._told, given[:SHOWN]))
        words = rule_words(one.rule, one.first_start.date(), t)
        count = t.plural("{n} meeting", "{n} meetings", len(given))
        more = " …" if len(given) > SHOWN else ""
        return f"{words} · {count}\n{days}{more}"

    def _told(self, each: Occurrence) -> str:
        """The day; one that was moved off a closed day says so."""
        if each.start is None:
            return ""
        shown = self.t.short_day(each.start.date())
        return f"{shown} ({self.t('moved')})" if each.start != each.slot else shown

    def _series(self) -> Series:
        """What the fields say. Raises RuleBroken."""
        day = self.t.parse_date(self.day.text(), self._live.today)
        start = datetime.combine(day, self.t.parse_time(self.start.text()))
        key = int(self.whose.text()[1:])
        group, unit = (key, None) if self.whose.text().startswith("g") else (None, key)
        return Series(
            0,
            self._kind(),
            "",
            group,
            "",
            unit,
            "",
            "",
            start,
            parse_minutes(self.minutes.text()),
            rule_of(self._pattern(day)),
            self.t.parse_date(self.until.text(), self._live.today),
            WhenClosed(self.closed.text()),
            self.template.text(),
        )

    def _pattern(self, day: date) -> Pattern:
        typed = self.interval.text().strip() or "1"
        if not typed.isdigit() or not int(typed):
            raise RuleBroken(M_("“{text}” is no number. Write 1, 2 or 3.", text=typed))
        usual = usual_pattern(day)
        return usual._replace(
            every=Every(self.every.text()),
            interval=int(typed),
            weekdays=self.weekdays.days(),
            nth=int(self.nth.text()),
        )

    def _kind(self) -> MeetingKind:
        if self.whose.text().startswith("u"):
            return MeetingKind.DAILY
        template = self._template()
        return template.kind if template else MeetingKind.OTHER

    def _template(self) -> MeetingTemplate | None:
        chosen = self.template.text()
        return next((each for each in self._templates if each.key == chosen), None)

    def _plan(self) -> None:
        try:
            one = self._series()
            template = None if one.kind is MeetingKind.DAILY else self._template()
            key = self._live.edit(
                M_("Plan a series: {name}", name=self.whose.combo.currentText()),
                partial(edits.plan_series, template=template),
                **{name: getattr(one, name) for name in _TAKEN},
            )
        except RuleBroken as error:
            self.told.setText(self.t(error.message))
            return
        self.accept()
        found = self._live.read(queries.meetings_of_series, key)
        self.planned.emit(found[0])


_TAKEN = (
    *("group_id", "unit_id", "kind", "title", "place", "first_start", "minutes"),
    *("rule", "when_closed", "planned_to", "template_key"),
)


class _Weekdays(QWidget):
    """Seven days to tick."""

    def __init__(self, dialog: SeriesDialog) -> None:
        super().__init__()
        t = dialog.t
        self._ticks = [QCheckBox(t(name)[:3]) for name in WEEKDAY_NAMES]
        for tick, name in zip(self._ticks, WEEKDAY_NAMES, strict=True):
            tick.setAccessibleName(t(name))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        for tick in self._ticks:
            tick.toggled.connect(dialog.show_days)
            row.addWidget(tick)
        row.addStretch(1)

    def show_weekdays(self, days: tuple[int, ...]) -> None:
        for day, tick in enumerate(self._ticks):
            tick.blockSignals(True)
            tick.setChecked(day in days)
            tick.blockSignals(False)

    def days(self) -> tuple[int, ...]:
        return tuple(day for day, tick in enumerate(self._ticks) if tick.isChecked())


def _beside(*widgets: QWidget | Field) -> QWidget:
    if len(widgets) == 1:
        return widgets[0]
    row = QWidget()
    line = QHBoxLayout(row)
    line.setContentsMargins(0, 0, 0, 0)
    line.setSpacing(8)
    for widget in widgets:
        line.addWidget(widget, 1)
    return row
