"""The photos of a card, before and after: chosen, dropped or pasted, and seen large side by side."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QMimeData, QRect, QSize, Qt, Signal
from PySide6.QtGui import (
    QDragEnterEvent,
    QDropEvent,
    QGuiApplication,
    QImage,
    QKeyEvent,
    QKeySequence,
    QPainter,
    QPaintEvent,
)
from PySide6.QtWidgets import (
    QAbstractButton,
    QDialog,
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QVBoxLayout,
    QWidget,
)

from lean_desktop.domain.cards import Moment
from lean_desktop.domain.errors import RuleBroken
from lean_desktop.edits import cards as edits
from lean_desktop.i18n import M_, N_
from lean_desktop.queries import cards as queries
from lean_desktop.ui import photo
from lean_desktop.ui.drop_zone import dropped_file
from lean_desktop.ui.editor import Surroundings
from lean_desktop.ui.long_work import run_long
from lean_desktop.ui.qt import override
from lean_desktop.ui.widgets.buttons import button
from lean_desktop.ui.widgets.refusal import Refusal

MOMENT_NAMES = {Moment.BEFORE: N_("Photo before"), Moment.AFTER: N_("Photo after")}
HEIGHT = 96
"""Pixels of a small photo at 100 %."""


class Frame(QAbstractButton):
    """A photo, or a dashed place for one. Emits `given(data)` for what is dropped or pasted."""

    given = Signal(object)

    def __init__(self, around: Surroundings, name: str) -> None:
        super().__init__()
        self._around, self._name = around, name
        self.picture = QImage()
        self.setAcceptDrops(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFixedHeight(around.theme.scaled(HEIGHT))
        self.show_picture(QImage())

    def show_picture(self, picture: QImage) -> None:
        """Show this one, or that there is none."""
        self.picture, t = picture, self._around.t
        there = t("shows it large") if not picture.isNull() else t("empty; chooses one")
        self.setAccessibleName(f"{self._name}: {there}")
        self.setToolTip(self.accessibleName())
        self.update()

    @override
    def sizeHint(self) -> QSize:
        return QSize(self.height(), self.height())

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter, theme = QPainter(self), self._around.theme
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        inside = self.rect().adjusted(1, 1, -2, -2)
        if self.picture.isNull():
            painter.setPen(theme.color("text2"))
            painter.drawText(inside, Qt.AlignmentFlag.AlignCenter, self._around.t("Choose photo"))
        else:
            painter.drawImage(fitted(self.picture.size(), inside), self.picture)
        style = Qt.PenStyle.SolidLine if self.hasFocus() else Qt.PenStyle.DashLine
        if self.hasFocus() or self.picture.isNull():
            pen = painter.pen()
            pen.setColor(theme.color("accent_text" if self.hasFocus() else "control"))
            pen.setStyle(style)
            pen.setWidth(2 if self.hasFocus() else 1)
            painter.setPen(pen)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(inside, 6, 6)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Paste):
            self.given.emit(QGuiApplication.clipboard().mimeData())
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    @override
    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if event.mimeData().hasImage() or dropped_file(event.mimeData()):
            event.acceptProposedAction()

    @override
    def dropEvent(self, event: QDropEvent) -> None:
        event.acceptProposedAction()
        self.given.emit(event.mimeData())


class Slot(QWidget):
    """One of the two photos with its name, and a button that takes it away."""

    def __init__(self, around: Surroundings, moment: Moment, put: Callable[..., None]) -> None:
        super().__init__()
        self._around, self._t, self._put, self.moment = around, around.t, put, moment
        self.name = self._t(MOMENT_NAMES[moment])
        label = QLabel(self.name)
        label.setProperty("look", "small")
        self.frame = Frame(around, self.name)
        gone = self._t("Take {name} off", name=self.name)
        self.gone = button("", self._remove, kind="tool", icon=around.theme.icon("x"), name=gone)
        head = QHBoxLayout()
        head.addWidget(label, 1)
        head.addWidget(self.gone)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(head)
        column.addWidget(self.frame)

    def show_jpeg(self, jpeg: bytes | None) -> None:
        """Show what is kept."""
        self.frame.show_picture(QImage.fromData(jpeg) if jpeg else QImage())
        self.gone.setEnabled(bool(jpeg) and not self._around.live.read_only)

    def _remove(self) -> None:
        self._put(self.moment, None)


class Photos(QWidget):
    """Before and after of one card, side by side."""

    def __init__(self, around: Surroundings) -> None:
        super().__init__()
        self._around, self._live, self._t = around, around.live, around.t
        self._action_id, self._title = 0, ""
        self.slots = {each: Slot(around, each, self._put) for each in Moment}
        self.refusal = Refusal()
        row = QHBoxLayout()
        row.setSpacing(12)
        for slot in self.slots.values():
            slot.frame.clicked.connect(partial(self._open, slot))
            slot.frame.given.connect(partial(self._take, slot.moment))
            row.addWidget(slot, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(row)
        column.addWidget(self.refusal)

    def show_card(self, action_id: int, title: str) -> None:
        """Show the photos of this card."""
        self._action_id, self._title = action_id, title
        self.refusal.say("")
        found = self._live.read(queries.photos, action_id)
        for moment, slot in self.slots.items():
            slot.show_jpeg(found.get(moment))

    def take_file(self, moment: Moment, path: Path) -> None:
        """Keep the photo in a file; when it will not do, say why."""
        self._keep(moment, lambda: photo.photo_jpeg(path))

    # Inside

    def _open(self, slot: Slot) -> None:
        """The photo large, or a choice of one."""
        if not slot.frame.picture.isNull():
            pictures = [(each.name, each.frame.picture) for each in self.slots.values()]
            Large(self._title, [one for one in pictures if not one[1].isNull()], self).show_large()
        elif not self._live.read_only:
            self._choose(slot)

    def _choose(self, slot: Slot) -> None:
        dialog = QFileDialog(self, slot.name)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setNameFilter(self._t("Pictures") + " (*.png *.jpg *.jpeg)")
        dialog.fileSelected.connect(lambda chosen: self.take_file(slot.moment, Path(chosen)))
        dialog.open()

    def _take(self, moment: Moment, data: QMimeData) -> None:
        if self._live.read_only:
            return
        if path := dropped_file(data):
            self.take_file(moment, path)
        elif data.hasImage():
            image = QImage(data.imageData())
            self._keep(moment, lambda: photo.kept(image))
        else:
            self.refusal.say(self._t("There is no picture to paste. Copy one first."))

    def _keep(self, moment: Moment, make: Callable[[], bytes]) -> None:
        """A photo of a phone takes a tenth of a second and more to make fit."""
        try:
            jpeg = run_long(self._t("Reading the photo"), lambda _: make(), self._live, self._t)
        except RuleBroken as error:
            self.refusal.say(self._t(error.message))
        else:
            self._put(moment, jpeg)

    def _put(self, moment: Moment, jpeg: bytes | None) -> None:
        label = M_("Change {what} of “{name}”", what=M_("photo"), name=self._title)
        self._live.edit(label, edits.set_photo, self._action_id, moment, jpeg)


class Large(QDialog):
    """Photos as large as the screen lets them be, side by side with their names; Esc closes."""

    def __init__(
        self, title: str, pictures: list[tuple[str, QImage]], parent: QWidget | None
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(title)
        self.setAccessibleName(title)
        self.pictures = pictures

    def show_large(self) -> None:
        """Show over nine tenths of the screen."""
        room = self.screen().availableSize() * 0.9
        self.resize(room)
        self.open()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.fillRect(self.rect(), Qt.GlobalColor.black)
        painter.setPen(Qt.GlobalColor.white)
        share, head = self.width() // len(self.pictures), self.fontMetrics().height() * 2
        for place, (name, picture) in enumerate(self.pictures):
            part = QRect(place * share, 0, share, self.height()).adjusted(8, 0, -8, -8)
            painter.drawText(
                part.adjusted(0, 0, 0, head - part.height()), Qt.AlignmentFlag.AlignCenter, name
            )
            painter.drawImage(fitted(picture.size(), part.adjusted(0, head, 0, 0)), picture)


def fitted(size: QSize, room: QRect) -> QRect:
    """Where a picture of that size lies when it fills the room and keeps its shape."""
    there = QRect(room.topLeft(), size.scaled(room.size(), Qt.AspectRatioMode.KeepAspectRatio))
    there.moveCenter(room.center())
    return there
