"""The panel of a line: of a phase its days, what it waits for, its checklist and its gate."""

from collections.abc import Callable, Sequence
from datetime import date
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QCheckBox,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from lean_desktop.domain.cascade.checklist import ChecklistItem
from lean_desktop.domain.cascade.gates import DECISION_NAMES, Decision
from lean_desktop.domain.cascade.outline import Level, Line
from lean_desktop.domain.cascade.plan import TIE_NAMES, Phase, Plan
from lean_desktop.domain.errors import RuleBroken
from lean_desktop.edits import cascade as edits
from lean_desktop.i18n import M_
from lean_desktop.queries import cascade as queries
from lean_desktop.queries import organisation
from lean_desktop.ui.cascade.dialogs import TieDialog, phase_name
from lean_desktop.ui.cascade.page import line_told
from lean_desktop.ui.cascade.source import CascadeSource
from lean_desktop.ui.editor import Surroundings
from lean_desktop.ui.widgets.buttons import button
from lean_desktop.ui.widgets.date_field import DateField
from lean_desktop.ui.widgets.field import ChoiceField, LineField
from lean_desktop.ui.widgets.inspector import Inspector
from lean_desktop.ui.widgets.person_field import PickField
from lean_desktop.ui.widgets.quick_line import QuickLine
from lean_desktop.ui.widgets.tab_chain import tab_through


class LinePanel(Inspector):
    """Everything about one line; empty while there is none."""

    def __init__(
        self, around: Surroundings, source: CascadeSource, parent: QWidget | None = None
    ) -> None:
        super().__init__(around.t("Phase"), parent)
        self._around, self._live, self._t, self._source = around, around.live, around.t, source
        self._line: Line | None = None
        self._made: list[QWidget] = []
        self.build_when_seen(self._fill)

    def show_line(self, line: Line | None) -> None:
        """Show this line, or an empty panel."""
        self._line = line
        if self.built():
            self._show()

    def phase(self) -> Phase | None:
        """The phase that is shown, as it is now."""
        line = self._line
        return self._source.phase(line.key) if line and line.level is Level.PHASE else None

    # Inside

    def _fill(self) -> None:
        t = self._t
        self.section("").hide()
        self._title, self._told = QLabel(), QLabel()
        self._title.setProperty("look", "heading")
        self._told.setProperty("look", "small")
        for label in (self._title, self._told):
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setWordWrap(True)
            self.add(label)
        self._phase_fields()
        self._ties = self._box(t("Waits for"))
        self.wait = button(t("Waits for …"), self._ask_tie)
        self.add(self.wait)
        self._items = self._box(t("Checklist"))
        self.new_item = QuickLine()
        self.new_item.setPlaceholderText(t("One more item"))
        self.new_item.setAccessibleName(t("One more item"))
        self.new_item.entered.connect(self._add_items)
        self.add(self.new_item)
        self._gate_fields()
        self._show()

    def _phase_fields(self) -> None:
        t, today = self._t, lambda: self._live.today
        self._days_title = self.section(t("Days"))
        self.name = LineField(t("Name"), t, partial(self._set, "name"))
        self.weeks = LineField(t("Weeks at the least"), t, self._set_weeks)
        self.wished = DateField(t("Not before"), t, self._around.theme, self._wish, today)
        self.ended = DateField(
            t("Ended"), t, self._around.theme, partial(self._set, "ended"), today
        )
        self.open_end = QCheckBox(t("Open end: goes on until it is ended"))
        self.open_end.clicked.connect(partial(self._set, "open_ended"))
        self.owner = PickField(t("Owner"), t, partial(self._set, "owner_id"), self._people)
        self.phase_fields: list[QWidget] = [
            *(self.name, self.weeks, self.wished, self.open_end, self.ended, self.owner)
        ]
        for field in self.phase_fields:
            self.add(field)
            field.setEnabled(not self._live.read_only)

    def _gate_fields(self) -> None:
        t = self._t
        self._gate_title = self.section(t("Gate after the phase"))
        self.gate = LineField(t("What is to be seen"), t, self._set_gate)
        self.decision = ChoiceField(
            t("Decided"), t, self._decide, [(d.value, t(n)) for d, n in DECISION_NAMES.items()]
        )
        self.decided_by = LineField(t("Who decided"), t, lambda _: None)
        self.reason = LineField(t("Why"), t, lambda _: None)
        self.gate_fields: list[QWidget] = [self.gate, self.decided_by, self.reason, self.decision]
        for field in self.gate_fields:
            self.add(field)
            field.setEnabled(not self._live.read_only)

    def _box(self, title: str) -> QVBoxLayout:
        self.section(title)
        box = QWidget()
        column = QVBoxLayout(box)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        self.add(box)
        return column

    def _show(self) -> None:
        line, plan, phase = self._line, self._source.plan, self.phase()
        self.show_pages(line is not None)
        if line is None or plan is None:
            return
        self._title.setText(line.name)
        self._told.setText(line_told(line, self._t))
        for title in (self._days_title, self._gate_title):
            self.show_section(title, phase is not None)
        for widget in (self.wait, self.new_item):
            frame = widget.parentWidget()
            if frame:
                frame.setVisible(phase is not None)
        for old in self._made:
            old.hide()
            old.deleteLater()
        self._made = []
        if phase:
            self._show_phase(plan, phase)

    def _show_phase(self, plan: Plan, phase: Phase) -> None:
        self.name.show_value(phase.name)
        self.weeks.show_value(str(phase.weeks))
        self.wished.show_day(phase.wished)
        self.ended.show_day(phase.ended)
        self.open_end.setChecked(phase.open_ended)
        self.owner.show_value(phase.owner)
        names = {each.id: phase_name(plan, each) for each in plan.phases}
        for tie in plan.dependencies:
            if tie.after_id == phase.id:
                told = self._t(TIE_NAMES[tie.tie])
                self._row(self._ties, names[tie.before_id], partial(self._untie, tie.id), told)
        for item in self._live.read(queries.checklist, phase.id):
            self._item_row(item)
        gate = next((each for each in plan.gates if each.phase_id == phase.id), None)
        self.gate.show_value(gate.name if gate else "")
        self.decision.show_value((gate.decision if gate else Decision.OPEN).value)
        self.decided_by.show_value(gate.decided_by if gate else "")
        self.reason.show_value(gate.reason if gate else "")
        for field in (self.decision, self.decided_by, self.reason):
            field.setVisible(gate is not None)
        self._order_tab()

    def _order_tab(self) -> None:
        """Rows are made after what stands below them; Tab goes as one reads."""
        ties, items = self._in_rows(self._ties), self._in_rows(self._items)
        gate = (self.gate.editor, self.decided_by.editor, self.reason.editor, self.decision.editor)
        tab_through(self.owner.editor, [*ties, self.wait, *items, self.new_item, *gate])

    def _in_rows(self, column: QVBoxLayout) -> list[QWidget]:
        items = (column.itemAt(at) for at in range(column.count()))
        rows = [each.widget() for each in items if each and each.widget() in self._made]
        return [each for row in rows if row for each in row.findChildren(QAbstractButton)]

    def _row(
        self, column: QVBoxLayout, text: str, take: Callable[[], object], tip: str = ""
    ) -> None:
        label = QLabel(text)
        label.setWordWrap(True)
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setToolTip(tip)
        self._add_row(column, label, text, take)

    def _item_row(self, item: ChecklistItem) -> None:
        """A box beside its words: a box's own words would not break."""
        box, words = QCheckBox(), QLabel(item.text)
        box.setAccessibleName(item.text)
        box.setChecked(item.done is not None)
        box.setToolTip(self._t.date(item.done) if item.done else "")
        box.setEnabled(not self._live.read_only)
        box.clicked.connect(partial(self._tick, item))
        words.setWordWrap(True)
        words.setTextFormat(Qt.TextFormat.PlainText)
        words.setBuddy(box)
        self._add_row(self._items, words, item.text, partial(self._remove_item, item), box)

    def _add_row(
        self,
        column: QVBoxLayout,
        first: QWidget,
        text: str,
        take: Callable[[], object],
        before: QWidget | None = None,
    ) -> None:
        row = QWidget()
        line = QHBoxLayout(row)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(6)
        if before:
            line.addWidget(before)
        line.addWidget(first, 1)
        line.addWidget(self._taker(text, take))
        column.addWidget(row)
        self._made.append(row)

    def _taker(self, text: str, take: Callable[[], object]) -> QPushButton:
        icon = self._around.theme.icon("x")
        made = button("", take, kind="tool", icon=icon, name=self._t("Take {name} off", name=text))
        made.setEnabled(not self._live.read_only)
        return made

    # What one can do

    def _set(self, column: str, value: object) -> None:
        if phase := self.phase():
            label = M_("Change the phase {name}", name=phase.name)
            self._live.edit(label, edits.change_phases, [phase.id], **{column: value})

    def _set_weeks(self, typed: str) -> None:
        if not typed.isdecimal():
            raise RuleBroken(M_("“{text}” is no number of weeks.", text=typed))
        self._set("weeks", int(typed))

    def _wish(self, day: date | None) -> None:
        if phase := self.phase():
            label = M_("Change the phase {name}", name=phase.name)
            self._live.edit(label, edits.wish, {phase.id: day})

    def _ask_tie(self) -> None:
        phase, plan = self.phase(), self._source.plan
        if phase and plan:
            TieDialog(self._around, plan, phase, self).open()

    def _untie(self, tie_id: int) -> None:
        if phase := self.phase():
            label = M_("{name} waits no more", name=phase.name)
            self._live.edit(label, edits.untie, [tie_id])

    def _add_items(self, lines: Sequence[str]) -> None:
        if phase := self.phase():
            label = M_("Add to the checklist of {name}", name=phase.name)
            self._live.edit(label, edits.add_items, phase.id, list(lines))
            self.new_item.clear()

    def _tick(self, item: ChecklistItem) -> None:
        done = None if item.done else self._live.today
        label = (
            M_("Tick “{text}”", text=item.text) if done else M_("Untick “{text}”", text=item.text)
        )
        self._live.edit(label, edits.change_items, [item.id], done=done)

    def _remove_item(self, item: ChecklistItem) -> None:
        label = M_("Take “{text}” off the checklist", text=item.text)
        self._live.edit(label, edits.remove_items, [item.id])

    def _set_gate(self, name: str) -> None:
        phase, plan = self.phase(), self._source.plan
        if phase is None or plan is None:
            return
        there = next((each for each in plan.gates if each.phase_id == phase.id), None)
        label = M_("Gate after {name}", name=phase.name)
        if name:
            self._live.edit(label, edits.set_gate, phase.id, name)
        elif there:
            self._live.edit(label, edits.remove_gates, [there.id])

    def _decide(self, decision: str) -> None:
        phase, plan = self.phase(), self._source.plan
        gate = (
            next((g for g in plan.gates if phase and g.phase_id == phase.id), None)
            if plan
            else None
        )
        if gate and phase:
            decide = partial(
                edits.decide,
                day=self._live.today,
                by=self.decided_by.text(),
                reason=self.reason.text(),
            )
            label = M_("Decide at the gate “{name}”", name=gate.name)
            self._live.edit(label, decide, gate.id, Decision(decision))

    def _people(self) -> list[tuple[int, str]]:
        today = self._live.today
        people = self._live.read(organisation.people, today=today)
        return [(each.id, each.name) for each in people if each.active_on(today)]
