"""What no spreadsheet answers: who is alone with a skill, what runs out, and which gaps come first."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from lean_desktop.domain.competence.coverage import NOTICE_DAYS, expiring, only_one_can, ranked
from lean_desktop.domain.competence.levels import short
from lean_desktop.domain.competence.matrix import Matrix
from lean_desktop.ui.competence.source import MatrixSource, Spot
from lean_desktop.ui.competence.verbs import Verbs
from lean_desktop.ui.editor import Surroundings
from lean_desktop.ui.qt import override
from lean_desktop.ui.widgets.buttons import button

MOST = 200
"""Lines of one answer; what is further down matters less than any of them."""

ROW_HEIGHT = 28
"""Pixels of a line at 100 %."""

SPOT = Qt.ItemDataRole.UserRole


class Answer(NamedTuple):
    """One line: about what, whom, and why it is there."""

    skill: str
    person: str
    why: str
    spot: Spot


class AnswersPage(QWidget):
    """Lists the answers under their questions. Emits `asked(person, skill)` to go to a cell."""

    asked = Signal(int, int)

    def __init__(
        self, around: Surroundings, source: MatrixSource, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._t, self._theme, self._source = around.t, around.theme, source
        self._verbs = Verbs(around, source)
        self.tree = QTreeWidget()
        self.tree.setAccessibleName(self._t("What the matrix answers"))
        self.tree.setColumnCount(3)
        self.tree.setHeaderLabels([self._t("Skill"), self._t("Person"), self._t("Why")])
        self.tree.setUniformRowHeights(True)
        self.tree.itemActivated.connect(lambda item, _column: self._open(item))
        self.tree.currentItemChanged.connect(lambda *_: self._allow())
        may = not around.live.read_only
        self._may = may
        icon = around.theme.icon
        self.plan = button(self._t("Plan training"), self._plan, icon=icon("plus"))
        self.act = button(self._t("Make an action"), self._act, icon=icon("board"))
        self.show_in_matrix = button(self._t("Show in the matrix"), self._open_current)
        self._lay_out()
        source.changed.connect(self._stale)
        source.renewed.connect(lambda _: self._stale())
        self._fresh = False

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._fill_once()

    # Inside

    def _stale(self) -> None:
        self._fresh = False
        if self.isVisible():
            self._fill_once()

    def _fill_once(self) -> None:
        if not self._fresh and self._source.matrix:
            self._fresh = True
            self._fill(self._source.matrix)

    def _fill(self, matrix: Matrix) -> None:
        t = self._t
        self.tree.clear()
        self._part(t("Only one can"), list(self._alone(matrix)))
        self._part(t("Runs out within {n} days", n=NOTICE_DAYS), list(self._expiring(matrix)))
        self._part(t("Gaps, the riskiest first"), list(self._gaps(matrix)))
        for column in range(2):
            self.tree.resizeColumnToContents(column)
        first = self.tree.topLevelItem(0)
        if first:
            self.tree.setCurrentItem(first)
        self._allow()

    def _part(self, title: str, answers: Sequence[Answer]) -> None:
        count = str(len(answers)) if answers else self._t("none")
        head = QTreeWidgetItem([f"{title} ({count})"])
        head.setFirstColumnSpanned(True)
        font = self._theme.font(13, 600)
        head.setFont(0, font)
        head.setSizeHint(0, QSize(0, self._theme.scaled(ROW_HEIGHT)))  # All rows follow the first.
        self.tree.addTopLevelItem(head)
        head.setFirstColumnSpanned(True)
        for each in answers[:MOST]:
            line = QTreeWidgetItem([each.skill, each.person, each.why])
            line.setData(0, SPOT, each.spot)
            head.addChild(line)
        head.setExpanded(True)

    def _alone(self, matrix: Matrix) -> Iterator[Answer]:
        for skill_id, person_id in only_one_can(self._source.covered):
            covered, skill = self._source.covered[skill_id], matrix.skill[skill_id]
            why = self._t("1 of {need} needed", need=covered.need)
            if skill.critical:
                why = f"{why}, {self._t('critical')}"
            yield Answer(skill.name, matrix.person[person_id].name, why, (person_id, skill_id))

    def _expiring(self, matrix: Matrix) -> Iterator[Answer]:
        t = self._t
        for each in expiring(matrix):
            day = each.cell.last_day
            why = t("valid to {day}", day=t.date(day)) if day else ""
            names = matrix.skill[each.skill_id].name, matrix.person[each.person_id].name
            yield Answer(*names, why, (each.person_id, each.skill_id))

    def _gaps(self, matrix: Matrix) -> Iterator[Answer]:
        t = self._t
        for gap in ranked(matrix, self._source.covered) if self._source.covered else ():
            skill = matrix.skill[gap.skill_id]
            level = short(gap.level, skill.scale, t)
            target = short(gap.requirement.level, skill.scale, t)
            whom = gap.requirement.told_name(t)
            why = t("{level} of {target}, required: {name}", level=level, target=target, name=whom)
            name = matrix.person[gap.person_id].name
            yield Answer(skill.name, name, why, (gap.person_id, gap.skill_id))

    def _spot(self) -> Spot | None:
        item = self.tree.currentItem()
        found: Spot | None = item.data(0, SPOT) if item else None
        return found

    def _allow(self) -> None:
        there = self._spot() is not None
        self.show_in_matrix.setEnabled(there)
        for each in (self.plan, self.act):
            each.setEnabled(there and self._may and not self._source.past)

    def _open(self, item: QTreeWidgetItem) -> None:
        spot = item.data(0, SPOT)
        if spot:
            self.asked.emit(*spot)

    def _open_current(self) -> None:
        item = self.tree.currentItem()
        if item:
            self._open(item)

    def _plan(self) -> None:
        if spot := self._spot():
            self._verbs.plan(*spot)

    def _act(self) -> None:
        if spot := self._spot():
            self._verbs.act(*spot)

    def _lay_out(self) -> None:
        rule = QLabel(
            self._t(
                "Gaps: critical skills first, then those with the smallest share of the people"
                " needed, then those with most levels missing."
            )
        )
        rule.setProperty("look", "small")
        rule.setWordWrap(True)
        verbs = QHBoxLayout()
        verbs.setSpacing(8)
        for each in (self.plan, self.act, self.show_in_matrix):
            verbs.addWidget(each)
        verbs.addStretch(1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(20, 16, 20, 16)
        whole.setSpacing(12)
        whole.addWidget(self.tree, 1)
        whole.addWidget(rule)
        whole.addLayout(verbs)
