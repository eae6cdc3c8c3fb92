"""Changing a meeting and those that follow it in its series: when they are, how long and where."""

from datetime import datetime
from typing import Any

from PySide6.QtWidgets import QLabel, QWidget

from lean_desktop.domain.errors import RuleBroken
from lean_desktop.domain.meetings import Meeting, parse_minutes
from lean_desktop.domain.series import Series
from lean_desktop.queries.series import occurrences_of, series, slot_of
from lean_desktop.ui.dialog import Dialog, Role
from lean_desktop.ui.editor import Surroundings
from lean_desktop.ui.meetings.rule_fields import RuleFields
from lean_desktop.ui.meetings.series_dialog import told_days
from lean_desktop.ui.meetings.series_steps import change_following
from lean_desktop.ui.widgets.beside import beside
from lean_desktop.ui.widgets.field import LineField


class SeriesChangeDialog(Dialog):
    """Shows how the series meets from this meeting on, to be changed in one step."""

    def __init__(
        self, around: Surroundings, meeting: Meeting, parent: QWidget | None = None
    ) -> None:
        title = around.t("Change this meeting and those that follow")
        super().__init__(around.t, around.theme, title, parent)
        self._around = around
        self._live = around.live
        self._meeting = meeting
        (self._one,) = self._live.read(
            series, [meeting.series_id or 0], now=self._live.document.clock()
        )
        self._since = self._live.read(slot_of, meeting.id) or meeting.planned_start
        self.start = LineField(self.t("Start"), self.t, self.show_days)
        self.minutes = LineField(self.t("Minutes"), self.t, self.show_days)
        self.place = LineField(self.t("Place"), self.t, self.show_days)
        self.rule = RuleFields(self.t)
        self.told = QLabel()
        self.told.setWordWrap(True)
        self.told.setProperty("look", "small")
        self._show_series()
        self._lay_out()
        self.show_days()

    def show_days(self, _value: object = None) -> None:
        """Show the first days that the fields give."""
        try:
            one = self._as_typed()
            found = self._live.read(occurrences_of, [one])[one.id]
            self.told.setText(told_days(one, found, self.t))
        except RuleBroken as error:
            self.told.setText(self.t(error.message))

    # Inside

    def _show_series(self) -> None:
        one = self._one
        self.start.show_value(self.t.time(self._since))
        self.minutes.show_value(str(one.minutes))
        self.place.show_value(one.place)
        self.rule.show_rule(one.rule, self._since.date(), one.when_closed)
        self._shown = self._as_typed()
        self.rule.changed.connect(self.show_days)

    def _lay_out(self) -> None:
        kept = QLabel(
            self.t(
                "Meetings that were held stay as they are. Agendas go along to the new days, and a"
                " meeting somebody moved by hand keeps its time."
            )
        )
        kept.setWordWrap(True)
        kept.setProperty("look", "small")
        for widget in (
            *(beside(self.start, self.minutes), self.place, self.rule, self.told, kept),
        ):
            self.column.addWidget(widget)
        self.add_button(self.t("Cancel"), self.reject, Role.RejectRole)
        self.add_button(self.t("Change them"), self._change, Role.AcceptRole, "primary")
        self.setMinimumWidth(self.theme.scaled(560))

    def _as_typed(self) -> Series:
        """The series as it would go on from here. Raises RuleBroken."""
        start = datetime.combine(self._since.date(), self.t.parse_time(self.start.text()))
        return self._one._replace(
            first_start=start,
            minutes=parse_minutes(self.minutes.text()),
            place=self.place.text(),
            rule=self.rule.rule(start.date()),
            when_closed=self.rule.when_closed(),
        )

    def _change(self) -> None:
        try:
            self._write(self._changed(self._as_typed()))
        except RuleBroken as error:
            self.told.setText(self.t(error.message))
            return
        self.accept()

    def _write(self, fields: dict[str, Any]) -> None:
        if fields:
            change_following(self._around, self._meeting, **fields)

    def _changed(self, new: Series) -> dict[str, Any]:
        """Only what is otherwise than it was, so that nothing else is touched."""
        names = ("minutes", "place", "rule", "when_closed")
        fields = {name: getattr(new, name) for name in names}
        fields = {
            name: value for name, value in fields.items() if value != getattr(self._shown, name)
        }
        if new.first_start != self._shown.first_start:
            fields["time_of_day"] = new.first_start.time()
        return fields
