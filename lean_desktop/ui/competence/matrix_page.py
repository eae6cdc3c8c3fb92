"""The matrix with all around it: the corner, the sums below and beside it, and the legend."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from lean_desktop.domain.competence.matrix import MatrixPerson
from lean_desktop.domain.competence.shown import ROWS_BY_NAMES, RowsBy, band
from lean_desktop.domain.competence.skills import Skill
from lean_desktop.ui.competence.balls import Look
from lean_desktop.ui.competence.grid_model import GridModel, Line
from lean_desktop.ui.competence.grid_view import GridView
from lean_desktop.ui.competence.legend import Legend
from lean_desktop.ui.competence.source import MatrixSource
from lean_desktop.ui.competence.strip import Strip, Sum
from lean_desktop.ui.competence.told_sums import told_coverage, told_gap
from lean_desktop.ui.editor import Surroundings
from lean_desktop.ui.qt import override
from lean_desktop.ui.theme import Theme
from lean_desktop.ui.widgets.refusal import Refusal


class Corner(QWidget):
    """What stands above the names: how many people and skills are seen, and in which order."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self.lines: Sequence[str] = ()
        self.foot = ""
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def tell(self, lines: Sequence[str], foot: str) -> None:
        """Say this; the first line is the strong one, `foot` stands beside the targets."""
        self.lines, self.foot = lines, foot
        self.update()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        theme, painter = self._theme, QPainter(self)
        painter.fillRect(self.rect(), theme.color("header"))
        painter.setPen(theme.color("line_strong"))
        painter.drawLine(self.rect().bottomLeft(), self.rect().bottomRight())
        painter.drawLine(self.rect().topRight(), self.rect().bottomRight())
        y = self.height() - theme.scaled(30)
        painter.setFont(theme.font(12))
        painter.setPen(theme.color("text2"))
        room = self.rect().adjusted(theme.scaled(20), y, -8, 0)
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, self.foot)
        for number, line in enumerate(reversed(self.lines), start=1):
            strong = number == len(self.lines)
            painter.setFont(theme.font(13 if strong else 12, 600 if strong else 400))
            painter.setPen(theme.color("text" if strong else "text3"))
            high = theme.scaled(18)
            room = self.rect().adjusted(theme.scaled(20), y - number * high, -8, 0)
            room.setHeight(high)
            elide = Qt.TextElideMode.ElideRight
            told = painter.fontMetrics().elidedText(line, elide, room.width())
            painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, told)


class MatrixPage(QWidget):
    """Shows a `MatrixSource`; `picked()` follows the current cell, `refuse` says what will not do."""

    picked = Signal()

    def __init__(
        self, around: Surroundings, source: MatrixSource, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._t, self._theme, self.source = around.t, around.theme, source
        self.transposed = False
        self.model = GridModel(self._look, self._tell)
        self.grid = GridView(self._t("Competence matrix"), self.model, around.theme)
        self.corner = Corner(around.theme, self.grid)
        self.below = Strip(self.grid.columns, around.theme)
        self.beside = Strip(self.grid.rows, around.theme)
        self.legend = Legend(around.t, around.theme)
        self.refusal = Refusal()
        self._below_name = QLabel()
        self._below_name.setProperty("look", "small")
        self._lay_out()
        self.grid.installEventFilter(self)
        self.grid.selectionModel().currentChanged.connect(lambda *_: self.picked.emit())
        source.changed.connect(self.show_matrix)
        source.renewed.connect(self._on_renewed)
        for bar in (self.grid.horizontalScrollBar(), self.grid.verticalScrollBar()):
            bar.valueChanged.connect(self._follow)
            bar.rangeChanged.connect(self._follow)

    def show_matrix(self) -> None:
        """Show rows and columns as they are now; the current cell stays where it is."""
        before = self.current()
        people, skills = self._people(), self._skills()
        rows, columns = (skills, people) if self.transposed else (people, skills)
        self.model.show_lines(rows, columns)
        self.corner.tell(self._counted(), self._t("Target") if not self.transposed else "")
        self._show_sums()
        self.fit()
        if before:
            self.go_to(*before)

    def transpose(self, on: bool) -> None:
        """Have the skills stand as rows, or the people again."""
        self.transposed = on
        self.show_matrix()

    def current(self) -> tuple[int, int] | None:
        """Person and skill of the current cell."""
        index = self.grid.currentIndex()
        return self._turned(*self.model.spot(index)) if index.isValid() else None

    def spots(self) -> list[tuple[int, int]]:
        """Person and skill of every chosen cell."""
        return [self._turned(*spot) for spot in self.grid.spots()]

    def go_to(self, person_id: int, skill_id: int) -> bool:
        """Make a cell the current one; whether it is shown."""
        return self.grid.go_to(*self._turned(person_id, skill_id))

    def go_to_first(self) -> None:
        """Go to the first cell that is seen, as after a search."""
        self.stand_at_first()
        self.grid.setFocus(Qt.FocusReason.OtherFocusReason)

    def stand_at_first(self) -> None:
        """Make the first cell that is seen the current one."""
        people, skills = self.source.rows(), self.source.columns()
        if people and skills:
            self.go_to(people[0].id, skills[0].id)

    def refuse(self, sentence: str) -> None:
        """Say why something was not done; nothing takes it away."""
        self.refusal.say(sentence)

    def fit(self) -> None:
        """Lay the corner over the heads, and the sums along their axes."""
        heads = self.grid.columns.sizeHint().height()
        names = self.grid.rows.sizeHint().width()
        self.corner.setGeometry(0, 0, names, heads)
        self._below_name.setFixedWidth(names)
        self._above.setFixedHeight(heads)
        self._follow()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize:
            self.fit()
        return False

    # Inside

    def _turned(self, first: int, second: int) -> tuple[int, int]:
        return (second, first) if self.transposed else (first, second)

    def _look(self, row: int, column: int) -> Look:
        return self.source.look(*self._turned(row, column))

    def _tell(self, row: int, column: int) -> str:
        return self.source.tell(*self._turned(row, column))

    def _people(self) -> list[Line]:
        by = self.source.shown.by
        return [_person(each, by) for each in self.source.rows()]

    def _skills(self) -> list[Line]:
        """The skills with the level most are to have; a dash where nothing is required."""
        matrix = self.source.matrix
        usual = matrix.bindings.usual_targets() if matrix else {}
        return [self._skill(each, usual.get(each.id)) for each in self.source.columns()]

    def _skill(self, skill: Skill, target: int | None) -> Line:
        critical = self._t("critical") if skill.critical else ""
        tip = ", ".join(filter(None, (skill.name, skill.category, critical)))
        return Line(skill.id, skill.name, "", skill.category, str(target or "–"), tip)

    def _counted(self) -> list[str]:
        t, by = self._t, self.source.shown.by
        people = t.plural("{n} person", "{n} people", len(self.source.rows()))
        skills = t.plural("{n} skill", "{n} skills", len(self.source.columns()))
        return [people, skills, t("Order: {by}", by=t(ROWS_BY_NAMES[by]))]

    def _show_sums(self) -> None:
        t = self._t
        turned = self.transposed
        self.below.show_sums(self._gap_of if turned else self._coverage_of)
        self.beside.show_sums(self._coverage_of if turned else self._gap_of)
        names = t("Qualified / needed"), t("Skills below target")
        self._below_name.setText(names[self.transposed])
        self._above.setText(t("Gap") if not self.transposed else t("Coverage"))

    def _coverage_of(self, place: int) -> Sum:
        line = (self.model.rows if self.transposed else self.model.columns)[place]
        matrix, covered = self.source.matrix, self.source.covered.get(line.key)
        if matrix is None or covered is None:
            return Sum()
        return told_coverage(matrix.skill[line.key], covered, self._t)

    def _gap_of(self, place: int) -> Sum:
        line = (self.model.columns if self.transposed else self.model.rows)[place]
        return told_gap(line.name, self.source.gaps.get(line.key, 0), self._t)

    def _on_renewed(self, spots: Sequence[tuple[int, int]] | None) -> None:
        self.model.renew(None if spots is None else [self._turned(*spot) for spot in spots])
        self.grid.viewport().update()
        self._show_sums()
        self.picked.emit()

    def _follow(self, *_: int) -> None:
        """The sums scroll with the cells, and end where the cells do."""
        across, down = self.grid.verticalScrollBar(), self.grid.horizontalScrollBar()
        wide = across.width() if across.isVisible() else 0
        high = down.height() if down.isVisible() else 0
        self._right_gap.setFixedWidth(wide)
        self._low_gap.setFixedHeight(high)
        self.below.update()
        self.beside.update()

    def _lay_out(self) -> None:
        self._above = QLabel()
        self._above.setProperty("look", "small")
        self._above.setAlignment(Qt.AlignmentFlag.AlignBottom | Qt.AlignmentFlag.AlignHCenter)
        self._right_gap, self._low_gap = QWidget(), QWidget()
        side = QVBoxLayout()
        side.setSpacing(0)
        for widget in (self._above, self.beside, self._low_gap):
            side.addWidget(widget, 1 if widget is self.beside else 0)
        low = QHBoxLayout()
        low.setSpacing(0)
        for widget in (self._below_name, self.below, self._right_gap):
            low.addWidget(widget, 1 if widget is self.below else 0)
        self._below_name.setIndent(self._theme.scaled(20))
        whole = QGridLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self.grid, 0, 0)
        whole.addLayout(side, 0, 1)
        whole.addLayout(low, 1, 0)
        whole.addWidget(self.refusal, 2, 0, 1, 2)
        whole.addWidget(self.legend, 3, 0, 1, 2)


def _person(each: MatrixPerson, by: RowsBy) -> Line:
    note = "" if by is RowsBy.UNIT else each.unit
    tip = ", ".join(filter(None, (each.name, each.unit)))
    return Line(each.id, each.name, note, band(each, by), "", tip)
