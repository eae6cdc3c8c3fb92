"""Certification ladders: how far each who has the role has climbed, what is missing, and diplomas."""

from collections.abc import Iterable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QTreeWidgetItem, QVBoxLayout, QWidget

from lean_desktop.document.changes import ChangeSet
from lean_desktop.domain.competence.ladder import LadderStep, Missing, Standing, climbed
from lean_desktop.domain.competence.matrix import Matrix
from lean_desktop.domain.competence.requirements import Of, Scope
from lean_desktop.edits import ladders as edits
from lean_desktop.i18n import M_, Language
from lean_desktop.queries import ladders as queries
from lean_desktop.queries.scopes import held_by
from lean_desktop.ui.competence.source import MatrixSource
from lean_desktop.ui.competence.tables import fit_columns, lines, table
from lean_desktop.ui.editor import Surroundings
from lean_desktop.ui.qt import override
from lean_desktop.ui.widgets.buttons import button
from lean_desktop.ui.widgets.inputs import Choice

STANDING, PERSON = Qt.ItemDataRole.UserRole, Qt.ItemDataRole.UserRole + 1
READ = ("ladder_step", "ladder_skill", "diploma")


class LadderPage(QWidget):
    """Shows one ladder at a time, of a role or a kind of role."""

    def __init__(
        self, around: Surroundings, source: MatrixSource, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._around, self._live, self._t, self._source = around, around.live, around.t, source
        self._may = not around.live.read_only
        self._ladders: dict[Scope, list[LadderStep]] = {}
        self._days: dict[tuple[int, int], str] = {}
        t = self._t
        self.ladder = Choice()
        self.ladder.setAccessibleName(t("Ladder of"))
        heads = [t("Who and which step"), t("Stands"), t("What is missing"), t("Diploma")]
        nothing = t("Nobody stands on a ladder yet. Make one for a role that somebody has.")
        self.tree = table(t("How far they have climbed"), heads, nothing)
        self.tree.setRootIsDecorated(True)
        self.new = button(t("New ladder …"), self.begin)
        self.edit = button(t("Change the ladder …"), self.change)
        self.diploma = button(t("Hand out the diploma"), self.hand_out)
        self.paper = button(t("Print the diploma …"), self.print_diploma)
        self.ladder.activated.connect(lambda _: self._fill())
        self.tree.currentItemChanged.connect(lambda *_: self._allow())
        self._fresh = False
        self._lay_out()
        source.changed.connect(self._stale)
        source.renewed.connect(lambda _: self._stale())
        self._live.changed.connect(self._on_changed)

    def scope(self) -> Scope | None:
        """Whose ladder is shown."""
        found = self.ladder.currentData()
        return (Of(found[0]), found[1]) if found else None

    def begin(self) -> None:
        """Ask for a ladder of a role that has none."""
        self._ask(None)

    def change(self) -> None:
        """Ask what is to be otherwise with the steps."""
        if scope := self.scope():
            self._ask(scope)

    def hand_out(self) -> None:
        """A diploma for the step that is chosen, or the highest one reached."""
        found = self._chosen()
        if found:
            who, name, standing = found
            label = M_("Diploma “{step}” to {name}", step=standing.step.name, name=name)
            self._live.edit(label, edits.hand_out, who, standing, self._live.today)

    def print_diploma(self) -> None:
        """Show the sheet of the diploma that is chosen."""
        from lean_desktop.ui.competence.paper import diploma_paper
        from lean_desktop.ui.print_preview import PrintPreview

        if found := self._handed_out():
            around = self._around
            paper = diploma_paper(around, *found)
            PrintPreview(around.t, around.theme, around.settings, paper, self).open()

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._source.load_once()
        self._fill_once()

    # Inside

    def _ask(self, scope: Scope | None) -> None:
        from lean_desktop.ui.competence.ladder_dialog import LadderDialog

        LadderDialog(self._around, self._ladders, scope, self).open()

    def _on_changed(self, changes: ChangeSet) -> None:
        if changes.touches(READ):
            self._stale()

    def _stale(self) -> None:
        self._fresh = False
        if self.isVisible():
            self._fill_once()

    def _fill_once(self) -> None:
        if self._fresh or self._source.matrix is None:
            return
        self._fresh = True
        t, live = self._t, self._live
        chosen = self.ladder.currentData()
        self._ladders = live.read(queries.ladders)
        self._days = {
            (each.person_id, each.step_id): t.date(each.day) for each in live.read(queries.diplomas)
        }
        self.ladder.clear()
        for scope, steps in self._ladders.items():
            self.ladder.addItem(role_name(steps[0], t), (scope[0].value, scope[1]))
        self.ladder.setCurrentIndex(max(0, self.ladder.findData(chosen)) if self._ladders else -1)
        self._fill()

    def _fill(self) -> None:
        scope, matrix = self.scope(), self._source.matrix
        opened, current = self._opened(), self._current_person()
        self.tree.clear()
        if scope and matrix:
            holders = self._live.read(held_by, scope, day=matrix.day)
            for each in matrix.people:
                if each.id in holders:
                    standings = climbed(matrix, each.id, self._ladders[scope])
                    line = self._person(each.id, each.name, standings, matrix)
                    self.tree.addTopLevelItem(line)
                    line.setExpanded(each.id in opened)
                    if each.id == current:
                        self.tree.setCurrentItem(line)
        fit_columns(self.tree)
        self._allow()

    def _person(
        self, who: int, name: str, standings: Sequence[Standing], matrix: Matrix
    ) -> QTreeWidgetItem:
        t = self._t
        reached = [each for each in standings if each.reached]
        following = next((each for each in standings if not each.reached), None)
        top = reached[-1] if reached else None
        line = QTreeWidgetItem(
            [
                name,
                t("On “{step}”", step=top.step.name) if top else t("On no step yet"),
                self._missing(following.missing, matrix) if following else "",
                self._days.get((who, top.step.id), "") if top else "",
            ]
        )
        line.setToolTip(2, line.text(2))
        line.setData(0, STANDING, top)
        line.setData(0, PERSON, (who, name))
        line.addChildren([self._step(who, name, each, matrix) for each in standings])
        return line

    def _step(self, who: int, name: str, each: Standing, matrix: Matrix) -> QTreeWidgetItem:
        theme, t = self._around.theme, self._t
        line = QTreeWidgetItem(
            [
                each.step.name,
                t("Reached") if each.reached else t("Not yet"),
                self._missing(each.missing, matrix),
                self._days.get((who, each.step.id), ""),
            ]
        )
        line.setToolTip(2, line.text(2))
        line.setData(0, STANDING, each)
        line.setData(0, PERSON, (who, name))
        if each.reached:
            line.setIcon(1, theme.icon("check", "good"))
        return line

    def _missing(self, missing: Iterable[Missing], matrix: Matrix) -> str:
        t = self._t
        told = [
            t(
                "{skill}: {level} of {required}",
                skill=matrix.skill[each.skill_id].name,
                level=each.level,
                required=each.required,
            )
            for each in missing
            if each.skill_id in matrix.skill
        ]
        return ", ".join(told)

    def _chosen(self) -> tuple[int, str, Standing] | None:
        item = self.tree.currentItem()
        standing: Standing | None = item.data(0, STANDING) if item else None
        if item is None or standing is None:
            return None
        who, name = item.data(0, PERSON)
        return who, name, standing

    def _handed_out(self) -> tuple[int, int] | None:
        """The person and the step of the diploma that is chosen and was handed out."""
        found = self._chosen()
        key = (found[0], found[2].step.id) if found else None
        return key if key in self._days else None

    def _current_person(self) -> int | None:
        item = self.tree.currentItem()
        return item.data(0, PERSON)[0] if item else None

    def _opened(self) -> set[int]:
        return {line.data(0, PERSON)[0] for line in lines(self.tree) if line.isExpanded()}

    def _allow(self) -> None:
        found = self._chosen()
        may = self._may and not self._source.past
        self.diploma.setEnabled(may and found is not None and found[2].reached)
        self.paper.setEnabled(self._handed_out() is not None)
        self.edit.setEnabled(self._may and self.scope() is not None)
        self.ladder.setEnabled(bool(self._ladders))

    def _lay_out(self) -> None:
        self.new.setEnabled(self._may)
        above, below = QHBoxLayout(), QHBoxLayout()
        self.ladder.setMinimumContentsLength(24)
        for each in (self.ladder, self.edit, self.new):
            above.addWidget(each)
        above.addStretch(1)
        below.addWidget(self.diploma)
        below.addWidget(self.paper)
        below.addStretch(1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(20, 16, 20, 16)
        whole.setSpacing(12)
        whole.addLayout(above)
        whole.addWidget(self.tree, 1)
        whole.addLayout(below)


def role_name(step: LadderStep, t: Language) -> str:
    """Whose ladder it is: kinds of role are ours to name, roles are named by the workspace."""
    return t(step.of) if step.scope[0] is Of.ROLE_KIND else step.of
