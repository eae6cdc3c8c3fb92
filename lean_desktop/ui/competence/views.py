"""The views of the Competence tab; each but the matrix is made when it is first asked for."""

from collections.abc import Callable
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QStackedWidget, QWidget

from lean_desktop.ui.competence.answers_page import AnswersPage
from lean_desktop.ui.competence.source import MatrixSource
from lean_desktop.ui.competence.training_page import TrainingPage
from lean_desktop.ui.editor import Surroundings

if TYPE_CHECKING:
    from lean_desktop.ui.competence.courses_page import CoursesPage
    from lean_desktop.ui.competence.ladder_page import LadderPage

MATRIX, ANSWERS, TRAINING, COURSES, LADDERS = VIEWS = (
    *("matrix", "answers", "training"),
    *("courses", "ladders"),
)

GoTo = Callable[[int, int], object]
"""Shows the cell of a person and a skill."""


class CompetenceViews(QStackedWidget):
    """Shows one view at a time; `matrix` is the one that is there from the beginning."""

    def __init__(
        self, around: Surroundings, source: MatrixSource, matrix: QWidget, go_to: GoTo
    ) -> None:
        super().__init__()
        self._around, self._source, self._matrix, self._go_to = around, source, matrix, go_to
        self.addWidget(matrix)

    @cached_property
    def answers(self) -> AnswersPage:
        """What the matrix answers."""
        page = AnswersPage(self._around, self._source)
        page.asked.connect(self._go_to)
        self.addWidget(page)
        return page

    @cached_property
    def training(self) -> TrainingPage:
        """The training plan."""
        page = TrainingPage(self._around)
        page.asked.connect(self._go_to)
        self.addWidget(page)
        return page

    @cached_property
    def courses(self) -> "CoursesPage":
        """The catalogue of courses and their sessions."""
        from lean_desktop.ui.competence.courses_page import CoursesPage

        page = CoursesPage(self._around)
        self.addWidget(page)
        return page

    @cached_property
    def ladders(self) -> "LadderPage":
        """The certification ladders."""
        from lean_desktop.ui.competence.ladder_page import LadderPage

        page = LadderPage(self._around, self._source)
        self.addWidget(page)
        return page

    def show_view(self, name: str) -> QWidget:
        """Show one of VIEWS, and give it back."""
        page: QWidget = self._matrix if name == MATRIX else getattr(self, name)
        self.setCurrentWidget(page)
        return page
