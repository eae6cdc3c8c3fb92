"""The Competence tab: the matrix, what it answers, and the training plan."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QMenu, QStackedWidget, QVBoxLayout, QWidget

from lean_desktop.document.changes import ChangeSet
from lean_desktop.domain.competence.shown import RowsBy
from lean_desktop.domain.competence.skills import Skill
from lean_desktop.edits import skills as edits
from lean_desktop.i18n import M_
from lean_desktop.queries.skills import ready_skills, skills
from lean_desktop.ui.competence.cell_panel import CellPanel
from lean_desktop.ui.competence.commands import IN_MENU, commands_of
from lean_desktop.ui.competence.day_bar import DayBar
from lean_desktop.ui.competence.hands import Hands
from lean_desktop.ui.competence.matrix_page import MatrixPage
from lean_desktop.ui.competence.paper import papers_of
from lean_desktop.ui.competence.source import MatrixSource
from lean_desktop.ui.competence.toolbar import CompetenceBar
from lean_desktop.ui.competence.views import (
    LEARNING,
    MAIN,
    MATRIX,
    TRAINING,
    VIEWS,
    CompetenceViews,
)
from lean_desktop.ui.editor import Command, Editor, Find, Paper, Surroundings
from lean_desktop.ui.qt import override
from lean_desktop.ui.widgets.empty_state import EmptyState
from lean_desktop.ui.widgets.side_pane import SidePane


class CompetenceEditor(Editor):
    """Shows who can what, and what follows from it."""

    def __init__(self, around: Surroundings, parent: QWidget | None = None) -> None:
        super().__init__(around, parent)
        self.source = MatrixSource(self.live, self.t, self)
        self.page = MatrixPage(around, self.source)
        self.hands = Hands(around, self.source, self.page)
        self.panel = CellPanel(around, self.source, self.hands)
        t = self.t
        names = t("Matrix"), t("Answers"), t("Training")
        views = list(zip(MAIN, names, strict=True))
        self.bar = CompetenceBar(around, self.source, views, self._fill_more, self.begin)
        self.days = DayBar(around, self.source)
        self._lay_out()
        self.bar.views.chosen.connect(self.show_view)
        self.bar.search.returnPressed.connect(self.page.go_to_first)
        self.views.learning.chosen.connect(self.show_view)
        self.page.picked.connect(self._on_picked)
        self.source.changed.connect(self._on_source)
        self.source.renewed.connect(lambda _: self.noted.emit())
        self.live.changed.connect(self._on_changed)

    @override
    def showEvent(self, event: QShowEvent) -> None:
        """The matrix is read when it is first seen."""
        super().showEvent(event)
        self.source.load_once()

    # The views

    def show_view(self, name: str) -> None:
        """Show one of the views: the matrix, or what is beside it."""
        self.bar.views.choose(TRAINING if name in LEARNING else name)
        self.bar.show_filters(shown=name == MATRIX)
        front = self.views.show_view(name)
        there = self._matrix.currentWidget() is self.page
        matrix = self.page.grid if there else self.bar.scope
        (matrix if name == MATRIX else front).setFocus(Qt.FocusReason.OtherFocusReason)

    def go_to(self, person_id: int, skill_id: int) -> None:
        """Show a cell of the matrix, whatever is filtered away."""
        self.show_view(MATRIX)
        if not self.page.go_to(person_id, skill_id):
            self.bar.search.clear()
            self.bar.choose_scope("")
            self.source.show_only(
                self.source.shown._replace(
                    categories=frozenset(), only_gaps=False, only_critical=False, text=""
                )
            )
            self.page.go_to(person_id, skill_id)
        self._pane.show_side()

    # What the window asks

    @override
    def commands(self) -> Sequence[Command]:
        return commands_of(self)

    @override
    def papers(self) -> Sequence[Paper]:
        return papers_of(self.around, self.source, self._chosen_people)

    @override
    def status(self) -> str:
        t, covered = self.t, self.source.covered.values()
        alone = sum(1 for each in covered if each.only_one is not None)
        short = sum(1 for each in covered if each.short)
        told = (
            t.plural("{n} vulnerable", "{n} vulnerable", alone) if alone else "",
            t.plural("{n} below need", "{n} below need", short) if short else "",
        )
        return " · ".join(filter(None, told))

    @override
    def finds(self) -> Sequence[Find]:
        found = self.live.read(skills, day=self.live.today)
        return [Find("skill", each.id, each.name, each.category) for each in found]

    @override
    def show_found(self, found: Find) -> None:
        self.source.load_once()
        people = self.source.rows()
        if people:
            self.go_to(people[0].id, found.key)

    @override
    def panes(self) -> Sequence[QWidget]:
        return [pane for pane in (self.page.grid, self.panel, self.bar.search) if pane.isVisible()]

    @override
    def toggle_inspector(self) -> None:
        self._pane.toggle()

    @override
    def layout_state(self) -> dict[str, Any]:
        return {"side": self._pane.state(), "numbers": self.source.numbers}

    @override
    def restore_layout(self, state: dict[str, Any]) -> None:
        self._pane.restore(state.get("side"))
        self.source.numbers = state.get("numbers") is True

    @override
    def place(self) -> dict[str, Any]:
        person_id, skill_id = self.page.current() or (0, 0)
        return {
            "view": self.views.current,
            "person": person_id,
            "skill": skill_id,
            "scope": self.bar.scope.currentData(),
            "order": self.source.shown.by.value,
            "transposed": self.page.transposed,
        }

    @override
    def return_to(self, place: dict[str, Any]) -> None:
        self.source.load_once()
        if place.get("order") in set(RowsBy):
            self.source.shown = self.source.shown._replace(by=RowsBy(place["order"]))
        if isinstance(place.get("scope"), str):
            self.bar.choose_scope(place["scope"])
        self.page.transpose(place.get("transposed") is True)
        if place.get("view") in VIEWS:
            self.show_view(place["view"])
        if type(place.get("person")) is int and type(place.get("skill")) is int:
            self.page.go_to(place["person"], place["skill"])

    # What one can do

    def begin(self) -> None:
        """Ask for a new skill."""
        self._ask_skill(None)

    def begin_search(self) -> None:
        """Let a person or a skill be looked for."""
        self.show_view(MATRIX)
        self.bar.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.bar.search.selectAll()

    def add_ready(self) -> None:
        """Add the skills of an improvement organisation that ship, those that are here left alone."""
        ready = ready_skills(self.t.code)
        self.live.edit(M_("Take the skills that ship"), edits.add_ready_skills, ready)

    def edit_skill(self) -> None:
        """Ask what is to be otherwise with the current skill."""
        if skill := self._skill():
            self._ask_skill(skill)

    def end_skill(self) -> None:
        """The skill is no longer in the matrix; its history is kept."""
        if skill := self._skill():
            label = M_("Take {name} out of the matrix", name=skill.name)
            self.live.edit(label, edits.change_skills, [skill.id], ended=self.live.today)

    def may_edit_skill(self) -> bool:
        """Whether a skill is current."""
        return self._skill() is not None

    def transpose(self) -> None:
        """Swap rows and columns."""
        self.page.transpose(not self.page.transposed)

    def show_numbers(self) -> None:
        """Numbers in place of balls, or balls again."""
        self.source.show_numbers(not self.source.numbers)

    def show_day(self) -> None:
        """Let another day be chosen."""
        self.days.open_day()

    def ask_leaving(self) -> None:
        """Show what is no longer covered if some people leave."""
        from lean_desktop.ui.competence.leaving_dialog import LeavingDialog

        self.source.load_once()
        chosen = {person_id for person_id, _ in self.page.spots()}
        LeavingDialog(self.around, self.source, chosen, self).open()

    def may_ask_baseline(self) -> bool:
        """Whether the matrix is that of today; a sheet is held against what is known now."""
        return not self.source.past

    def ask_baseline(self) -> None:
        """Key in sheets that were filled in on paper."""
        from lean_desktop.ui.competence.baseline_dialog import BaselineDialog

        person_id, _ = self.page.current() or (0, 0)
        BaselineDialog(self.around, self.source, person_id, self).open()

    def import_matrix(self, path: Path | None = None) -> None:
        """Show what a table would do, asking for it when no path is given."""
        from lean_desktop.ui.competence.exchange import import_matrix

        import_matrix(self.around, self, path)

    def import_file(self, path: Path) -> None:
        """Take in the table that was dropped on the window."""
        if not self.live.read_only:
            self.import_matrix(path)

    def export_matrix(self) -> None:
        """Write the matrix to a workbook or a CSV file, asking where."""
        from lean_desktop.ui.competence.exchange import export_matrix

        export_matrix(self.around, self)

    # Inside

    def _ask_skill(self, skill: Skill | None) -> None:
        from lean_desktop.ui.competence.skill_dialog import SkillDialog

        SkillDialog(self.around, skill, self).open()

    def _skill(self) -> Skill | None:
        spot, matrix = self.page.current(), self.source.matrix
        return matrix.skill.get(spot[1]) if spot and matrix else None

    def _chosen_people(self) -> list[int]:
        return list(dict.fromkeys(person_id for person_id, _ in self.page.spots()))

    def _fill_more(self, menu: QMenu) -> None:
        menu.clear()
        for command in self.commands():
            if command.name in IN_MENU and (command.allowed is None or command.allowed()):
                menu.addAction(command.text, command.run)

    def _on_picked(self) -> None:
        self.panel.show_spot(self.page.current())
        self.noted.emit()

    def _on_source(self) -> None:
        there = bool(self.source.matrix and self.source.matrix.skills)
        self._matrix.setCurrentWidget(self.page if there else self.empty)
        self.panel.setVisible(there)
        if there and self.page.current() is None:
            self.page.stand_at_first()
        self._on_picked()

    def _on_changed(self, changes: ChangeSet) -> None:
        if changes.touches(("group", "unit")):
            self.bar.show_scopes()
        if changes.touches(("training_item", "course")):
            self._on_picked()

    def _lay_out(self) -> None:
        t = self.t
        self.empty = EmptyState(
            "matrix",
            t("No skill yet"),
            t("Begin with the roles of the improvement organisation, then tools and machines."),
            self.around.theme,
        )
        self.empty.offer(t("Take the skills that ship"), self.add_ready)
        self.empty.offer(t("Import a matrix …"), self.import_matrix)
        self.empty.setEnabled(not self.live.read_only)
        self._matrix = QStackedWidget()
        self._matrix.addWidget(self.page)
        self._matrix.addWidget(self.empty)
        # The panel is about a cell, so it stands beside the matrix only.
        self._pane = SidePane(self._matrix, self.panel, self.around.theme, shown=True)
        self.views = CompetenceViews(self.around, self.source, self._pane, self.go_to)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        for widget in (self.bar, self.days):
            widget.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
            whole.addWidget(widget)
        whole.addWidget(self.views, 1)
