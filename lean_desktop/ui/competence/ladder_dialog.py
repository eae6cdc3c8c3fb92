"""The ladder of a role: its steps from the lowest, and the levels each asks for."""

from collections.abc import Callable, Collection, Mapping, Sequence
from functools import partial
from typing import NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QScrollArea, QVBoxLayout, QWidget

from lean_desktop.domain.competence.ladder import LadderStep
from lean_desktop.domain.competence.requirements import Of, Scope
from lean_desktop.domain.errors import RuleBroken
from lean_desktop.domain.roles import ROLE_KIND_NAMES
from lean_desktop.edits import ladders as edits
from lean_desktop.i18n import M_
from lean_desktop.queries import Connection
from lean_desktop.queries.roles import roles
from lean_desktop.queries.skills import skills
from lean_desktop.ui.competence.skill_levels import SkillLevels
from lean_desktop.ui.dialog import Dialog, Role, sentence
from lean_desktop.ui.editor import Surroundings
from lean_desktop.ui.widgets.buttons import button
from lean_desktop.ui.widgets.inputs import Choice, Line
from lean_desktop.ui.widgets.refusal import Refusal


class Written(NamedTuple):
    """One step as it is being written; `id` is 0 for a new one."""

    id: int
    name: str
    levels: Mapping[int, int]


class _Step(QFrame):
    """One step: its name, its levels, and where it stands."""

    def __init__(self, dialog: "LadderDialog", step: LadderStep | None) -> None:
        super().__init__()
        t, self.id = dialog.t, step.id if step else 0
        self.name = Line()
        self.name.setAccessibleName(t("Name of the step"))
        self.name.setPlaceholderText(t("Name of the step"))
        self.name.setText(step.name if step else "")
        self.levels = SkillLevels(dialog.known, step.skills if step else (), t, dialog.theme)
        self.up = _tool(dialog, "chevu", t("Move the step down the ladder"), self, -1)
        self.down = _tool(dialog, "chevd", t("Move the step up the ladder"), self, 1)
        icon, gone = dialog.theme.icon("trash"), partial(dialog.remove, self)
        self.gone = button("", gone, kind="tool", icon=icon, name=t("Take the step away"))
        head = QHBoxLayout()
        head.addWidget(self.name, 1)
        for each in (self.up, self.down, self.gone):
            head.addWidget(each)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 12)
        column.addLayout(head)
        column.addWidget(self.levels)

    def written(self) -> Written:
        """What is written. Raises RuleBroken."""
        return Written(self.id, self.name.text(), self.levels.levels())


class LadderDialog(Dialog):
    """Makes a ladder, or changes one; all in one step."""

    def __init__(
        self,
        around: Surroundings,
        ladders: Mapping[Scope, Sequence[LadderStep]],
        scope: Scope | None = None,
        parent: QWidget | None = None,
    ) -> None:
        title = around.t("Ladder") if scope else around.t("New ladder")
        super().__init__(around.t, around.theme, title, parent)
        self._live = around.live
        self.known = self._live.read(skills, day=self._live.today)
        self.whose = Choice()
        self.whose.setAccessibleName(self.t("Ladder of"))
        self._offer(ladders, scope)
        self._before = list(ladders.get(scope, ())) if scope else []
        self._steps = QWidget()
        self._column = QVBoxLayout(self._steps)
        self._column.setContentsMargins(0, 0, 8, 0)
        self._column.addStretch(1)
        self.rows: list[_Step] = []
        for each in self._before:
            self._put(_Step(self, each), len(self.rows))
        self.refusal = Refusal()
        self._lay_out()
        if not self._before:
            self.add()

    def add(self) -> None:
        """One more step, at the top of the ladder."""
        row = _Step(self, None)
        self._put(row, len(self.rows))
        row.name.setFocus()

    def shift(self, row: _Step, by: int) -> None:
        """Move a step; the lowest stands first."""
        place = self.rows.index(row) + by
        self.rows.remove(row)
        self._column.removeWidget(row)
        self._put(row, place)

    def remove(self, row: _Step) -> None:
        """Take a step away, with its diplomas."""
        self.rows.remove(row)
        self._column.removeWidget(row)
        row.hide()
        row.deleteLater()
        self._allow()

    def keep(self) -> None:
        """Write it down, if it will do."""
        label = M_("Change the ladder of {name}", name=self.whose.currentText())
        try:
            written = [row.written() for row in self.rows]
            self._live.edit(label, self._write, self._scope(), written)
        except RuleBroken as error:
            self.refusal.say(self.t(error.message))
            return
        self.accept()

    # Inside

    def _scope(self) -> Scope:
        if not self.whose.count():
            raise RuleBroken(M_("Every role has a ladder already. Change that one."))
        of, key = self.whose.currentData()
        return Of(of), key

    def _write(self, connection: Connection, /, scope: Scope, written: Sequence[Written]) -> None:
        kept = {each.id for each in written}
        gone = [each.id for each in self._before if each.id not in kept]
        edits.remove_steps(connection, gone)
        edits.order_steps(connection, [_kept(connection, scope, each) for each in written])

    def _offer(self, ladders: Collection[Scope], scope: Scope | None) -> None:
        """The role there is to change, or those that have no ladder yet."""
        t = self.t
        kinds = [
            ((Of.ROLE_KIND, each.value), t(name)) for each, name in ROLE_KIND_NAMES.items() if each
        ]
        own = [
            ((Of.ROLE, each.id), ", ".join(filter(None, (each.name, each.place))))
            for each in self._live.read(roles, today=self._live.today)
        ]
        for each, name in (*kinds, *own):
            if each == scope or (scope is None and each not in ladders):
                self.whose.addItem(name, (each[0].value, each[1]))
        self.whose.setEnabled(scope is None)

    def _put(self, row: _Step, place: int) -> None:
        self.rows.insert(place, row)
        self._column.insertWidget(place, row)
        self._allow()

    def _allow(self) -> None:
        for place, row in enumerate(self.rows):
            row.up.setEnabled(place > 0)
            row.down.setEnabled(place < len(self.rows) - 1)

    def _lay_out(self) -> None:
        t = self.t
        area = QScrollArea()
        area.setAccessibleName(t("Steps"))
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(self._steps)
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.column.addWidget(self.whose)
        told = t(
            "The lowest step stands first. A step that is taken away takes its diplomas along."
        )
        self.column.addWidget(sentence(told, "small"))
        self.column.addWidget(area, 1)
        self.column.addWidget(button(t("Add a step"), self.add))
        self.column.addWidget(self.refusal)
        self.add_button(t("Cancel"), self.reject, Role.RejectRole)
        self.add_button(t("Keep the ladder"), self.keep, Role.AcceptRole, "primary")
        self.resize(self.theme.scaled(620), self.theme.scaled(640))


def _kept(connection: Connection, scope: Scope, each: Written) -> int:
    if not each.id:
        return edits.add_step(connection, scope, each.name, each.levels)
    edits.rename_step(connection, each.id, each.name)
    edits.set_step_levels(connection, each.id, each.levels)
    return each.id


def _tool(dialog: LadderDialog, icon: str, name: str, row: _Step, by: int) -> QPushButton:
    move: Callable[[], None] = partial(dialog.shift, row, by)
    return button("", move, kind="tool", icon=dialog.theme.icon(icon), name=name)
