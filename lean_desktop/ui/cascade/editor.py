"""The Cascade tab: plans, waves, teams and phases on one timeline."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QApplication, QMenu, QStackedWidget, QVBoxLayout, QWidget

from lean_desktop.domain.cascade.outline import Level, Line, walked
from lean_desktop.domain.cascade.plan import WEEK, Kind
from lean_desktop.domain.cascade.shifting import rescheduled
from lean_desktop.edits import cascade as edits
from lean_desktop.i18n import M_
from lean_desktop.layout.timescale import Zoom
from lean_desktop.ui.cascade.dialogs import TeamDialog, WaveDialog, ready_or_own
from lean_desktop.ui.cascade.line_panel import LinePanel
from lean_desktop.ui.cascade.page import TimelinePage
from lean_desktop.ui.cascade.source import CascadeSource
from lean_desktop.ui.cascade.toolbar import CascadeBar
from lean_desktop.ui.editor import Command, Editor, Find, Surroundings
from lean_desktop.ui.qt import override
from lean_desktop.ui.widgets.empty_state import EmptyState
from lean_desktop.ui.widgets.side_pane import SidePane

NEXT_MONDAY = 7
IN_MENU = ("new_team", "new_phase", "freeze", "remove_line", "new_plan")


class CascadeEditor(Editor):
    """Shows one plan at a time."""

    def __init__(self, around: Surroundings, parent: QWidget | None = None) -> None:
        super().__init__(around, parent)
        self.source = CascadeSource(self.live, self)
        self.page = TimelinePage(around, self.source)
        self.panel = LinePanel(around, self.source)
        verbs = {
            "today": self.page.go_to_today,
            "freeze": self.freeze,
            "team": self.add_team,
            "wave": self.begin,
        }
        self.bar = CascadeBar(around, self.source, verbs, self._fill_more)
        self._lay_out()
        self.bar.zoom.chosen.connect(lambda name: self.page.show_zoom(Zoom(name)))
        self.page.picked.connect(self._on_picked)
        view = self.page.view
        view.moved.connect(self._move)
        view.stretched.connect(self._stretch)
        view.dragged.connect(self._preview)
        view.remove_asked.connect(self.remove_line)
        self.source.changed.connect(self._on_source)

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.source.load_once()

    # What the window asks

    @override
    def commands(self) -> Sequence[Command]:
        t = self.t
        has_plan = self._has_plan
        return (
            Command("new_wave", t("New wave"), self.begin, "insert", "New", "plus", edits=True),
            Command(
                "new_team",
                t("A team joins …"),
                self.add_team,
                "insert",
                allowed=has_plan,
                edits=True,
            ),
            Command(
                "new_phase", t("New phase"), self.add_phase, "insert", allowed=has_plan, edits=True
            ),
            Command("new_plan", t("New cascade plan"), self.new_plan, "insert", edits=True),
            Command(
                *("remove_line", t("Delete what is chosen"), self.remove_line, "edit"),
                allowed=lambda: self.page.view.line() is not None,
                edits=True,
            ),
            Command(
                "freeze", t("Freeze the plan"), self.freeze, "tools", allowed=has_plan, edits=True
            ),
            Command("today", t("Go to today"), self.page.go_to_today, "view"),
        )

    @override
    def status(self) -> str:
        lines = [each for each in walked(self.source.lines) if each.level is Level.PHASE]
        late = sum(1 for each in lines if each.slip and each.slip > 0)
        return (
            self.t.plural("{n} phase behind plan", "{n} phases behind plan", late) if late else ""
        )

    @override
    def finds(self) -> Sequence[Find]:
        self.source.load_once()
        return [
            Find(each.level.value, each.key, each.name, self.t("Cascade"))
            for each in walked(self.source.lines)
        ]

    @override
    def show_found(self, found: Find) -> None:
        self.page.go_to(Level(found.kind), found.key)

    @override
    def panes(self) -> Sequence[QWidget]:
        seen = [pane for pane in (self.page.view, self.panel) if pane.isVisible()]
        return seen or [self.bar.new]

    @override
    def toggle_inspector(self) -> None:
        self._pane.toggle()

    @override
    def commit_text_in_hand(self) -> None:
        self.panel.commit()

    @override
    def layout_state(self) -> dict[str, Any]:
        return {"side": self._pane.state(), "zoom": self.page.view.zoom.value}

    @override
    def restore_layout(self, state: dict[str, Any]) -> None:
        self._pane.restore(state.get("side"))
        if state.get("zoom") in set(Zoom):
            self.bar.zoom.choose(state["zoom"])
            self.page.show_zoom(Zoom(state["zoom"]))

    # What one can do

    def begin(self) -> None:
        """Ask for a new wave; without a plan one is begun first."""
        if self.source.plan is None:
            self.new_plan()
        else:
            dialog = WaveDialog(self.around, self.source.plan, self)
            dialog.accepted.connect(lambda: self.page.go_to(Level.WAVE, dialog.made))
            dialog.open()

    def new_plan(self) -> None:
        """Begin a plan with the start-up and a first wave."""
        t, today = self.t, self.live.today
        ready = [each for each in ready_or_own(self.around) if each.kind is Kind.START_UP]
        waves = [
            (t("Start-up"), Kind.START_UP, ready),
            (t("Wave {n}", n=1), Kind.PILOT, ()),
        ]
        name = t("Cascade {years}", years=f"{today.year}–{today.year + 1}")
        label = M_("Begin {name}", name=name)
        key = self.live.edit(label, edits.begin_plan, name, self._monday(), waves)
        self.source.show_plan(key)
        self.page.go_to_today()

    def add_team(self) -> None:
        """Ask which group joins."""
        plan, line = self.source.plan, self.page.view.line()
        if plan and plan.waves:
            TeamDialog(self.around, plan, self._wave_of(line), self).open()

    def add_phase(self) -> None:
        """A new phase in the wave or team one stands at."""
        plan, line = self.source.plan, self.page.view.line()
        if plan is None or not plan.waves:
            return
        phase = self.source.phase(line.key) if line and line.level is Level.PHASE else None
        team_id = phase.team_id if phase else None
        if line and line.level is Level.TEAM:
            team_id = line.key
        wave_id, name = self._wave_of(line), self.t("New phase")

        def add(connection: Any, /) -> int:
            return edits.add_phase(
                connection, wave_id, name, team_id=team_id, wished=self._monday()
            )

        key = self.live.edit(M_("Add a phase"), add)
        self.page.go_to(Level.PHASE, key)
        self._pane.show_side()

    def remove_line(self) -> None:
        """Take away what one stands at; undo brings it back."""
        line = self.page.view.line()
        if line is None or self.live.read_only:
            return
        remove = {
            Level.WAVE: edits.remove_waves,
            Level.TEAM: edits.remove_teams,
            Level.PHASE: edits.remove_phases,
        }[line.level]
        self.live.edit(M_("Delete {name}", name=line.name), remove, [line.key])

    def freeze(self) -> None:
        """Keep the plan as it is, to be held against what comes."""
        if self.source.plan:
            label = M_("Freeze {name}", name=self.source.plan.name)
            self.live.edit(label, edits.freeze, self.source.plan_id, self.live.today)

    # Inside

    def _move(self, line: Line, days: int) -> None:
        weeks = M_("Move {name} {n} days", name=line.name, n=days)
        if days % WEEK == 0:
            weeks = M_("Move {name} {n} weeks", name=line.name, n=days // WEEK)
        self.live.edit(weeks, edits.wish, self.source.wishes_after(line, days))

    def _stretch(self, line: Line, weeks: int) -> None:
        if weeks >= 1:
            label = M_("{name} lasts {n} weeks", name=line.name, n=weeks)
            self.live.edit(label, edits.change_phases, [line.key], weeks=weeks)

    def _preview(self, line: Line | None, days: int, stretching: bool) -> None:
        source = self.source
        if line is None:
            source.preview(None)
        elif stretching and (phase := source.phase(line.key)):
            weeks = max(1, phase.weeks + days // WEEK)
            longer = {line.key: weeks}
            source.preview(
                lambda plan: rescheduled(
                    plan._replace(
                        phases=tuple(
                            each._replace(weeks=longer.get(each.id, each.weeks))
                            for each in plan.phases
                        )
                    ),
                    {},
                )
            )
        else:
            source.with_wishes(source.wishes_after(line, days))

    def _monday(self) -> Any:
        from datetime import timedelta

        today = self.live.today
        return today + timedelta(days=-today.weekday() % NEXT_MONDAY)

    def _wave_of(self, line: Line | None) -> int:
        plan = self.source.plan
        if plan is None:
            return 0
        if line and line.level is Level.WAVE:
            return line.key
        if line and line.phases:
            return line.phases[0].wave_id
        return plan.waves[-1].id if plan.waves else 0

    def _has_plan(self) -> bool:
        return self.source.plan is not None

    def _fill_more(self, menu: QMenu) -> None:
        menu.clear()
        for command in self.commands():
            if command.name in IN_MENU and (command.allowed is None or command.allowed()):
                menu.addAction(command.text, command.run)

    def _on_picked(self) -> None:
        self.panel.show_line(self.page.view.line())
        self.noted.emit()

    def _on_source(self) -> None:
        there = self.source.plan is not None
        self._stack.setCurrentWidget(self.page if there else self.empty)
        self.panel.setVisible(there)
        if self.isVisible() and QApplication.focusWidget() in (None, self):
            front = self.page.view if there else self.bar.new
            front.setFocus(Qt.FocusReason.OtherFocusReason)
        self._on_picked()

    def _lay_out(self) -> None:
        t = self.t
        self.empty = EmptyState(
            "cascade",
            t("No cascade plan yet"),
            t("Begin with the start-up and a pilot team; the rest follows when they have learned."),
            self.around.theme,
        )
        self.empty.offer(t("Begin a cascade"), self.new_plan)
        self.empty.setEnabled(not self.live.read_only)
        self._stack = QStackedWidget()
        self._stack.addWidget(self.page)
        self._stack.addWidget(self.empty)
        self._pane = SidePane(self._stack, self.panel, self.around.theme, shown=True)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self.bar)
        whole.addWidget(self._pane, 1)
