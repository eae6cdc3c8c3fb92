"""What the signs of the matrix mean, below it."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from lean_desktop.domain.competence.levels import LEVEL_NAMES
from lean_desktop.i18n import Language
from lean_desktop.ui.competence.balls import Look, draw_look
from lean_desktop.ui.qt import override
from lean_desktop.ui.theme import Theme

HEIGHT, BALL, GAP = 36, 26, 18


class Legend(QWidget):
    """Balls with their meaning, as many as there is room for; all of them in its accessible name."""

    def __init__(self, t: Language, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        levels = [(Look(n), f"{n} {t(name)}") for n, name in enumerate(LEVEL_NAMES)]
        self._told = [
            *levels,
            (Look(2, 3), t("missing to the target")),
            (Look(), t("nothing required")),
            (Look(3, certificate=True), t("certificate")),
            (Look(3, expiring=True), t("runs out soon")),
            (Look(3, expired=True), t("run out")),
            (Look(3, stale=True), t("not practised for long")),
            (Look(exempt=True), t("exempt")),
        ]
        self.setAccessibleName(", ".join(text for _, text in self._told))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    @override
    def sizeHint(self) -> QSize:
        return QSize(0, self._theme.scaled(HEIGHT))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter, theme = QPainter(self), self._theme
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(self.rect(), theme.color("surface"))
        painter.setPen(theme.color("line"))
        painter.drawLine(self.rect().topLeft(), self.rect().topRight())
        side, x = theme.scaled(BALL), theme.scaled(16)
        font = theme.font(12)
        painter.setFont(font)
        for look, text in self._told:
            wide = painter.fontMetrics().horizontalAdvance(text)
            if x + side + wide + theme.scaled(16) > self.width():
                return
            draw_look(painter, look, QRectF(x, (self.height() - side) / 2, side, side), theme)
            painter.setFont(font)
            painter.setPen(theme.color("text2"))
            room = self.rect().adjusted(x + side + 2, 0, 0, 0)
            painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, text)
            x += side + wide + theme.scaled(GAP)
