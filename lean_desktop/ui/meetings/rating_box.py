"""The rating at the end, in under a minute: three figures from 1 to 6 for each answer, by keys."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QGridLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from lean_desktop.domain.meetings import Meeting
from lean_desktop.domain.minutes import RATED, rating_told
from lean_desktop.edits import minutes as edits
from lean_desktop.i18n import M_
from lean_desktop.queries.minutes import ratings
from lean_desktop.ui.dialog import Dialog
from lean_desktop.ui.editor import Surroundings
from lean_desktop.ui.qt import override
from lean_desktop.ui.widgets.buttons import button
from lean_desktop.ui.widgets.key_place import KeyPlace

FIGURES = range(1, 7)


class RatingBox(KeyPlace):
    """The third figure records the answer, and the next one may begin. Nobody is named."""

    def __init__(self, around: Surroundings, parent: QWidget | None = None) -> None:
        super().__init__(around.t("Rating 1–6"), parent)
        self._around, self._live, self._t = around, around.live, around.t
        self._meeting: Meeting | None = None
        self.figures: list[int | None] = [None] * len(RATED)
        self.buttons: list[dict[int, QPushButton]] = []
        self.told = QLabel()
        self._lay_out()

    def show_meeting(self, meeting: Meeting) -> None:
        """Show what the answers come to."""
        self._meeting = meeting
        found = self._live.read(ratings, meeting.id)
        self.told.setText(
            rating_told(found, self._t) if found.answers else self._t("No answer yet")
        )
        self.setEnabled(not self._live.read_only)

    def begin(self) -> None:
        """Let the keys come here."""
        self.setFocus(Qt.FocusReason.ShortcutFocusReason)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        typed = event.text()
        if typed.isdecimal() and int(typed) in FIGURES:
            self._put(self.figures.index(None), int(typed))
        elif event.key() == Qt.Key.Key_Backspace:
            self._take_back()
        else:
            super().keyPressEvent(event)

    # Inside

    def _put(self, place: int, figure: int) -> None:
        self.figures[place] = figure
        given = [each for each in self.figures if each is not None]
        if len(given) == len(RATED) and self._meeting:
            self.figures = [None] * len(RATED)
            self._live.edit(M_("Rating"), edits.rate, self._meeting.id, *given)
            self.show_meeting(self._meeting)
        self._show_figures()

    def _take_back(self) -> None:
        """The last figure of the answer that is begun."""
        given = [place for place, each in enumerate(self.figures) if each is not None]
        if given:
            self.figures[given[-1]] = None
            self._show_figures()

    def _show_figures(self) -> None:
        for chosen, row in zip(self.figures, self.buttons, strict=True):
            for figure, each in row.items():
                each.setChecked(figure == chosen)

    def _lay_out(self) -> None:
        t = self._t
        hint = QLabel(
            t("One answer after the other: a figure for each line, 6 is best. Nobody is named.")
        )
        hint.setProperty("look", "small")
        self.told.setProperty("look", "small")
        grid = QGridLayout()
        grid.setHorizontalSpacing(4)
        grid.setColumnStretch(0, 1)
        for place, name in enumerate(RATED):
            grid.addWidget(QLabel(t(name)), place, 0)
            self.buttons.append(self._scale(place, t(name), grid))
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 6, 8, 6)
        column.setSpacing(8)
        column.addWidget(hint)
        column.addLayout(grid)
        column.addWidget(self.told)
        for label in (hint, self.told):
            label.setWordWrap(True)

    def _scale(self, place: int, name: str, grid: QGridLayout) -> dict[int, QPushButton]:
        row = {}
        for figure in FIGURES:
            made = button(str(figure), None, name=f"{name}: {figure}")
            made.setCheckable(True)
            made.setProperty("kind", "mark")
            made.setFixedSize(self._around.theme.scaled(30), self._around.theme.scaled(28))
            made.clicked.connect(lambda _checked, figure=figure: self._put(place, figure))
            grid.addWidget(made, place, figure)
            row[figure] = made
        return row


class RatingDialog(Dialog):
    """The rating of a meeting that may be closed already: from slips of paper, one by one."""

    def __init__(self, around: Surroundings, meeting: Meeting, parent: QWidget) -> None:
        super().__init__(around.t, around.theme, around.t("Rate the meeting"), parent)
        self.box = RatingBox(around)
        self.box.show_meeting(meeting)
        self.column.addWidget(self.box)
        self.add_close_button()
        self.setMinimumWidth(around.theme.scaled(420))
        self.box.begin()
