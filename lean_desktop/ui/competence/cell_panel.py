"""The panel on the right: one person and one skill, why so much is required, and how it came about."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from lean_desktop.domain.competence.levels import KIND_NAMES, Kind, Scale, highest, short
from lean_desktop.domain.competence.matrix import Cell, Matrix
from lean_desktop.domain.competence.requirements import why
from lean_desktop.domain.competence.teaching import teachers_for
from lean_desktop.queries import competence as queries
from lean_desktop.queries.training import training_plan
from lean_desktop.ui.competence.balls import Look, draw_look
from lean_desktop.ui.competence.hands import Hands
from lean_desktop.ui.competence.source import MatrixSource
from lean_desktop.ui.competence.verbs import Verbs
from lean_desktop.ui.editor import Surroundings
from lean_desktop.ui.qt import override
from lean_desktop.ui.theme import Theme
from lean_desktop.ui.widgets.buttons import button
from lean_desktop.ui.widgets.field import ChoiceField
from lean_desktop.ui.widgets.inspector import Inspector
from lean_desktop.ui.widgets.person_field import PickField

NEAREST = 4
"""How many of those who can teach are named."""


class Ball(QWidget):
    """A look, large."""

    def __init__(self, theme: Theme, side: int = 56) -> None:
        super().__init__()
        self._theme, self._look = theme, Look()
        self.setFixedSize(QSize(theme.scaled(side), theme.scaled(side)))

    def show_look(self, look: Look) -> None:
        """Show this one."""
        self._look = look
        self.update()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        draw_look(painter, self._look, QRectF(self.rect()), self._theme)


class CellPanel(Inspector):
    """Everything about one cell; empty while none is current."""

    def __init__(
        self,
        around: Surroundings,
        source: MatrixSource,
        hands: Hands,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(around.t("Competence of a person"), parent)
        self._around, self._live, self._t = around, around.live, around.t
        self._source, self._hands = source, hands
        self._verbs = Verbs(around, source)
        self._spot: tuple[int, int] | None = None
        self.build_when_seen(self._fill)

    def show_spot(self, spot: tuple[int, int] | None) -> None:
        """Show this person and skill, or an empty panel."""
        self._spot = spot
        if not self.built():
            return
        matrix = self._source.matrix
        there = spot is not None and matrix is not None and spot[1] in matrix.skill
        self.show_pages(there)
        if there and spot and matrix and spot[0] in matrix.person:
            self._show(matrix, *spot)

    # Inside

    def _fill(self) -> None:
        t = self._t
        self._head()
        self._facts = self._text()
        self.section(t("Coverage"))
        self._covered = self._text()
        self.section(t("Training plan"))
        self._training = self._text()
        self.plan_button = self._verb(t("New row"), "plus", self._plan)
        self.action_button = self._verb(t("Make an action"), "board", self._act)
        self._in_line(self.plan_button, self.action_button)
        self.section(t("Other facts"))
        self.practised = self._verb(t("Practised today"), "check", self._practised)
        self.exempt = self._verb(t("Exempt"), "minusc", self._exempt)
        self._in_line(self.practised, self.exempt)
        self.section(t("How new levels are known"))
        kinds = [(each.value, t(name)) for each, name in KIND_NAMES.items()]
        self.kind = ChoiceField(t("Kind"), t, self._set_kind, kinds)
        self.kind.show_value(self._hands.kind.value)
        self.by = PickField(t("Assessed by"), t, self._set_by, partial(self._people))
        for field in (self.kind, self.by):
            self.add(field)
        self.section(t("History"))
        self._history = self._text()
        self.show_spot(self._spot)

    def _head(self) -> None:
        self.section("").hide()
        self.ball = Ball(self._around.theme)
        self._skill, self._person = QLabel(), QLabel()
        self._skill.setProperty("look", "heading")
        self._person.setProperty("look", "small")
        for label in (self._skill, self._person):
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setWordWrap(True)
        told = QVBoxLayout()
        told.addWidget(self._skill)
        told.addWidget(self._person)
        head = QWidget()
        row = QHBoxLayout(head)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.ball)
        row.addLayout(told, 1)
        self.add(head)
        self._levels = QWidget()
        line = QHBoxLayout(self._levels)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(4)
        self._buttons = [button("", partial(self._write, level)) for level in range(5)]
        for each in self._buttons:
            each.setCheckable(True)
            each.setMinimumWidth(self._around.theme.scaled(36))
            line.addWidget(each)
        self.level_buttons = self._buttons
        self.add(self._levels)

    def _show(self, matrix: Matrix, person_id: int, skill_id: int) -> None:
        t, skill, person = self._t, matrix.skill[skill_id], matrix.person[person_id]
        self.ball.show_look(self._source.look(person_id, skill_id))
        self._skill.setText(skill.name)
        self._person.setText(" · ".join(filter(None, (person.name, person.unit))))
        cell = matrix.cell(person_id, skill_id)
        self._show_levels(skill.scale, cell)
        self._facts.setText("\n".join(self._told_facts(matrix, person_id, skill_id, cell)))
        self._covered.setText("\n".join(self._told_coverage(matrix, person_id, skill_id)))
        self._training.setText("\n".join(self._told_training(person_id, skill_id)))
        may = not self._live.read_only and not self._source.past
        exempt = matrix.is_exempt(person_id, skill_id)
        self.exempt.setText(t("Exempt no more") if exempt else t("Exempt"))
        self.exempt.setAccessibleName(self.exempt.text())
        for each in (self.plan_button, self.action_button, self.practised, self.exempt):
            each.setEnabled(may)
        found = self._live.read(queries.history, person_id, skill_id)
        self._history.setText(
            "\n".join(self._assessed(each, skill.scale) for each in found) or t("Nothing yet")
        )

    def _show_levels(self, scale: Scale, cell: Cell | None) -> None:
        """A button for each level of the scale; the one that holds is pressed."""
        known = range(5) if highest(scale) > 3 else (0, 3)
        self.level_buttons = [self._buttons[level] for level in known]
        for level, each in enumerate(self._buttons):
            holds = cell is not None and cell.level == level and not cell.expired
            each.setText(short(level, scale, self._t))
            each.setAccessibleName(each.text())
            each.setChecked(holds)
            each.setProperty("kind", "primary" if holds else "outlined")
            each.style().unpolish(each)
            each.style().polish(each)
            each.setVisible(level in known)
            each.setEnabled(not self._live.read_only and not self._source.past)

    def _told_facts(
        self, matrix: Matrix, person_id: int, skill_id: int, cell: Cell | None
    ) -> Sequence[str]:
        t, skill = self._t, matrix.skill[skill_id]
        told: list[str] = []
        if cell:
            told.append(f"{short(cell.level, skill.scale, t)} – {skill.meaning(cell.level, t)}")
            told.append(t("Assessed {day}", day=t.date(cell.assessed)))
            if cell.last_day:
                told.append(t("Valid to {day}", day=t.date(cell.last_day)))
            if cell.own is not None and cell.own != cell.level:
                own = short(cell.own, skill.scale, t)
                told.append(t("Own assessment: {level}", level=own))
        else:
            told.append(t("Not assessed yet"))
        found = matrix.requirement(person_id, skill_id)
        if found:
            told.append(why(found, skill.scale, t))
        else:
            told.append(t("Nothing is required here."))
        return told

    def _told_coverage(self, matrix: Matrix, person_id: int, skill_id: int) -> Sequence[str]:
        t, covered = self._t, self._source.covered.get(skill_id)
        if covered is None:
            return [t("Being counted …")]
        n = len(covered.qualified)
        told = [t("{n} qualified, {need} needed", n=n, need=covered.need)]
        if covered.only_one is not None:
            name = matrix.person[covered.only_one].name
            told.append(t("Vulnerable: only {name}", name=name))
        teachers = teachers_for(matrix, self._source.covered, person_id, skill_id)[:NEAREST]
        if teachers:
            names = ", ".join(matrix.person[key].name for key in teachers)
            told.append(t("Can teach: {names}", names=names))
        return told

    def _told_training(self, person_id: int, skill_id: int) -> Sequence[str]:
        t = self._t
        rows = self._live.read(training_plan, person_id=person_id)
        told = []
        for each in (row for row in rows if row.skill_id == skill_id):
            by = t("by {day}", day=t.date(each.by_when)) if each.by_when else ""
            how = each.course or (t("trained by {name}", name=each.trainer) if each.trainer else "")
            told.append(", ".join(filter(None, (t("to level {n}", n=each.level), by, how))))
        return told or [t("Nothing is planned.")]

    def _assessed(self, each: queries.Assessed, scale: Scale) -> str:
        t = self._t
        level = short(each.level, scale, t) or t("cleared")
        parts = (t.date(each.day), level, t(KIND_NAMES[each.kind]), each.by)
        return " · ".join(filter(None, parts))

    # What one can do

    def _write(self, level: int) -> None:
        self._hands.write(str(level))
        self.show_spot(self._spot)  # A level that is refused leaves the button as it was.

    def _plan(self) -> None:
        if self._spot:
            self._verbs.plan(*self._spot)

    def _act(self) -> None:
        if self._spot:
            self._verbs.act(*self._spot)

    def _practised(self) -> None:
        if self._spot:
            self._verbs.practised([self._spot])

    def _exempt(self) -> None:
        if self._spot:
            self._verbs.exempt(self._spot)

    def _set_kind(self, key: str) -> None:
        self._hands.kind = Kind(key)

    def _set_by(self, key: int | None) -> None:
        self._hands.by_id = key

    def _people(self) -> list[tuple[int, str]]:
        matrix = self._source.matrix
        return [(each.id, each.name) for each in matrix.people] if matrix else []

    def _text(self) -> QLabel:
        label = QLabel()
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setWordWrap(True)
        label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.add(label)
        return label

    def _verb(self, text: str, icon: str, do: Callable[[], object]) -> QPushButton:
        return button(text, do, icon=self._around.theme.icon(icon))

    def _in_line(self, *buttons: QPushButton) -> None:
        line = QWidget()
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        for each in buttons:
            row.addWidget(each)
        row.addStretch(1)
        self.add(line)
