"""Photos of before and after in the panel: chosen, dropped, pasted, seen large, taken off."""

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QColor, QDragEnterEvent, QDropEvent, QGuiApplication, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog

from lean_desktop.domain.cards import Moment
from lean_desktop.i18n import Language
from lean_desktop.queries import cards as queries
from lean_desktop.ui.actions.card import ActionCard
from lean_desktop.ui.actions.editor import ActionsEditor
from lean_desktop.ui.actions.photos import Large, Photos
from lean_desktop.ui.live_document import LiveDocument
from tests.dumps import dump
from tests.ui.hands import LEFT, NONE, click

pytestmark = pytest.mark.qt_log_ignore("does not support (raise|grabbing)")


@pytest.fixture
def photos(editor: ActionsEditor) -> Photos:
    editor.board.view.go_to(1)
    editor.toggle_inspector()
    card: ActionCard = editor.card
    card.build_now()
    return card.photos


@pytest.fixture
def picture(tmp_path: Path) -> Path:
    image = QImage(400, 300, QImage.Format.Format_RGB32)
    image.fill(QColor("#1F5A9E"))
    assert image.save(str(tmp_path / "tavle.jpg"))
    return tmp_path / "tavle.jpg"


def kept(live: LiveDocument) -> dict[Moment, bytes]:
    return live.read(queries.photos, 1)


def test_a_file_that_is_dropped_is_one_step(
    photos: Photos, picture: Path, filled: LiveDocument, t: Language
) -> None:
    before = dump(filled.document)
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(picture))])
    frame = photos.slots[Moment.BEFORE].frame
    copy = Qt.DropAction.CopyAction
    QApplication.sendEvent(frame, QDragEnterEvent(QPoint(5, 5), copy, data, LEFT, NONE))
    QApplication.sendEvent(frame, QDropEvent(QPointF(5, 5), copy, data, LEFT, NONE))
    assert QImage.fromData(kept(filled)[Moment.BEFORE]).width() == 400
    assert frame.accessibleName() == "Photo before: shows it large"
    label = filled.document.undo_label
    assert label is not None
    assert t(label) == "Change photo of “Merke soner”"
    filled.undo()
    assert dump(filled.document) == before
    assert frame.picture.isNull()


def test_a_picture_is_pasted_with_the_keys(photos: Photos, filled: LiveDocument) -> None:
    image = QImage(30, 20, QImage.Format.Format_RGB32)
    image.fill(QColor("red"))
    QGuiApplication.clipboard().setImage(image)
    frame = photos.slots[Moment.AFTER].frame
    QTest.keyClick(frame, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert list(kept(filled)) == [Moment.AFTER]


def test_what_is_no_picture_is_refused_with_a_sentence(
    photos: Photos, filled: LiveDocument, tmp_path: Path
) -> None:
    (tmp_path / "a.heic").write_bytes(b"\0\0\0\x18ftypheic")
    photos.take_file(Moment.BEFORE, tmp_path / "a.heic")
    assert photos.refusal.text() == "Choose a picture in PNG or JPEG format."
    QGuiApplication.clipboard().setText("ord")
    frame = photos.slots[Moment.AFTER].frame
    QTest.keyClick(frame, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert photos.refusal.text() == "There is no picture to paste. Copy one first."
    assert kept(filled) == {}


def test_enter_chooses_one_and_then_shows_it_large(
    photos: Photos, picture: Path, filled: LiveDocument
) -> None:
    frame = photos.slots[Moment.BEFORE].frame
    QTest.keyClick(frame, Qt.Key.Key_Return)
    dialog = photos.findChild(QFileDialog)
    assert dialog is not None
    dialog.fileSelected.emit(str(picture))
    dialog.close()
    assert Moment.BEFORE in kept(filled)
    QTest.keyClick(frame, Qt.Key.Key_Return)
    large = photos.findChild(Large)
    assert large is not None
    assert [name for name, _ in large.pictures] == ["Photo before"]
    assert large.grab().toImage().pixelColor(large.rect().center()).blue() > 100
    QTest.keyClick(large, Qt.Key.Key_Escape)
    assert not large.isVisible()


def test_the_cross_takes_it_off(photos: Photos, picture: Path, filled: LiveDocument) -> None:
    photos.take_file(Moment.BEFORE, picture)
    click(photos.slots[Moment.BEFORE].gone)
    assert kept(filled) == {}
    assert not photos.slots[Moment.BEFORE].gone.isEnabled()
