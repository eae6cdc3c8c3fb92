"""The views of the Competence tab; each but the matrix is made when it is first asked for."""

from collections.abc import Callable
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from lean_desktop.ui.competence.answers_page import AnswersPage
from lean_desktop.ui.competence.source import MatrixSource
from lean_desktop.ui.competence.training_page import TrainingPage
from lean_desktop.ui.editor import Surroundings
from lean_desktop.ui.widgets.buttons import Segments

if TYPE_CHECKING:
    from lean_desktop.ui.competence.courses_page import CoursesPage
    from lean_desktop.ui.competence.ladder_page import LadderPage

MATRIX, ANSWERS, TRAINING = MAIN = "matrix", "answers", "training"
"""What the line above the matrix offers."""

LEARNING = (TRAINING, "timetable", "courses", "ladders")
"""What is offered once one has come to training."""

VIEWS = frozenset({*MAIN, *LEARNING})

GoTo = Callable[[int, int], object]
"""Shows the cell of a person and a skill."""


class CompetenceViews(QWidget):
    """Shows one view at a time; `matrix` is the one that is there from the beginning.

    `learning.chosen` tells which of LEARNING somebody asks for.
    """

    def __init__(
        self, around: Surroundings, source: MatrixSource, matrix: QWidget, go_to: GoTo
    ) -> None:
        super().__init__()
        self._around, self._source, self._matrix, self._go_to = around, source, matrix, go_to
        t = around.t
        names = t("Training plan"), t("Timetable"), t("Courses"), t("Ladders")
        self.learning = Segments(
            t("What of training is shown"), [*zip(LEARNING, names, strict=True)]
        )
        self.current = MATRIX
        self._stack = QStackedWidget()
        self._stack.addWidget(matrix)
        self._lay_out()

    @cached_property
    def answers(self) -> AnswersPage:
        """What the matrix answers."""
        page = AnswersPage(self._around, self._source)
        page.asked.connect(self._go_to)
        self._stack.addWidget(page)
        return page

    @cached_property
    def training(self) -> TrainingPage:
        """The training plan."""
        page = TrainingPage(self._around)
        page.asked.connect(self._go_to)
        self._stack.addWidget(page)
        return page

    @cached_property
    def courses(self) -> "CoursesPage":
        """The catalogue of courses and their sessions."""
        from lean_desktop.ui.competence.courses_page import CoursesPage

        page = CoursesPage(self._around)
        self._stack.addWidget(page)
        return page

    @cached_property
    def ladders(self) -> "LadderPage":
        """The certification ladders."""
        from lean_desktop.ui.competence.ladder_page import LadderPage

        page = LadderPage(self._around, self._source)
        self._stack.addWidget(page)
        return page

    def show_view(self, name: str) -> QWidget:
        """Show one of VIEWS, and give back what is to have the focus."""
        page, front = self._found(name)
        self.current = name
        self._above.setVisible(name in LEARNING)
        if name in LEARNING:
            self.learning.choose(name)
        self._stack.setCurrentWidget(page)
        return front

    # Inside

    def _found(self, name: str) -> tuple[QWidget, QWidget]:
        """A page, and what is in front on it."""
        match name:
            case "answers":
                return self.answers, self.answers.tree
            case "training" | "timetable":
                return self.training, self.training.show_look(name)
            case "courses":
                return self.courses, self.courses.courses
            case "ladders":
                return self.ladders, self.ladders.tree
        return self._matrix, self._matrix

    def _lay_out(self) -> None:
        self._above = QWidget()
        line = QHBoxLayout(self._above)
        line.setContentsMargins(20, 12, 20, 0)
        line.addWidget(self.learning)
        line.addStretch(1)
        self._above.hide()
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self._above)
        whole.addWidget(self._stack, 1)
