"""A name edited in its place on the chart."""

from collections.abc import Callable

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFocusEvent, QKeyEvent

from lean_desktop.domain.errors import RuleBroken
from lean_desktop.ui.organisation.chart_view import ChartView
from lean_desktop.ui.qt import override
from lean_desktop.ui.widgets.inputs import Line, mark_refused
from lean_desktop.ui.widgets.refusal import Refusal


class NameLine(Line):
    """Lies over a box while its name is written. Enter takes it, Esc leaves it as it was.

    A text that is refused stays, with its sentence.
    """

    def __init__(self, view: ChartView, write: Callable[[str], object]) -> None:
        super().__init__(view.viewport())
        self.setAccessibleName(view.t("Name"))
        self._view, self._write = view, write
        self._sentence = Refusal(view.viewport(), floating=True)
        self._before = ""
        self.hide()

    def begin(self, text: str, place: QRectF) -> None:
        """Write the name of what lies there."""
        self._before = text
        self.setText(text)
        self.selectAll()
        box = place.toRect()
        self.setGeometry(box.left(), box.center().y() - 16, max(160, box.width()), 32)
        self._say("")
        self.show()
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def commit(self) -> None:
        """Take what is written. Raises RuleBroken when it will not do; then it stays."""
        if self.isHidden():
            return
        text = self.text().strip()
        if text != self._before:
            try:
                self._write(text)
            except RuleBroken as error:
                self._say(self._view.t(error.message))
                raise
        self._close()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._try()
        elif event.key() == Qt.Key.Key_Escape:
            self._close()
        else:
            super().keyPressEvent(event)

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if not self.isHidden() and event.reason() != Qt.FocusReason.PopupFocusReason:
            self._try()

    def _try(self) -> None:
        try:
            self.commit()
        except RuleBroken:
            self.setFocus(Qt.FocusReason.OtherFocusReason)

    def _close(self) -> None:
        self._say("")
        self.hide()
        self._view.setFocus(Qt.FocusReason.OtherFocusReason)

    def _say(self, sentence: str) -> None:
        mark_refused(self, sentence)
        self._sentence.say(sentence)
        if sentence:
            self._sentence.adjustSize()
            self._sentence.move(self.geometry().bottomLeft().x(), self.geometry().bottom() + 4)
            self._sentence.raise_()
