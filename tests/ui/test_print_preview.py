"""The preview: made on a thread, looked at, saved and printed."""

import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TypeAlias

import pytest
from PySide6.QtCore import Qt, QTimer, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from lean_desktop.document import trouble
from lean_desktop.i18n import Language
from lean_desktop.settings import Settings
from lean_desktop.ui.editor import Paper
from lean_desktop.ui.print_preview import PrintPreview
from lean_desktop.ui.theme import Theme
from lean_desktop.ui.widgets.banner import Banner
from tests.ui.pdfs import opened, small_pdf

LEFT = Qt.MouseButton.LeftButton
Prepare: TypeAlias = Callable[[str, Language], Callable[[], bytes] | None]
Open: TypeAlias = Callable[[Prepare], PrintPreview]


def made(size: str, language: Language) -> Callable[[], bytes]:
    return lambda: small_pdf(2, text=f"{size} {language.code}")


@pytest.fixture
def open_preview(qtbot: QtBot, t: Language, theme: Theme, settings: Settings) -> Iterator[Open]:
    opened: list[PrintPreview] = []

    def open_it(prepare: Prepare) -> PrintPreview:
        paper = Paper("agenda", "Agenda", lambda: "Agenda: Montering", prepare)
        preview = PrintPreview(t, theme, settings, paper)
        opened.append(preview)
        preview.show()
        return preview

    yield open_it
    for preview in opened:
        with qtbot.waitSignal(preview.destroyed):
            preview.close()


@pytest.fixture
def preview(qtbot: QtBot, open_preview: Open) -> PrintPreview:
    preview = open_preview(made)
    qtbot.waitUntil(lambda: preview.pages is not None)
    return preview


def messages(preview: PrintPreview) -> list[str]:
    return [banner.text.text() for banner in preview.findChildren(Banner) if banner.isVisible()]


def shown(preview: PrintPreview) -> str:
    return preview.view.accessibleDescription()


def segment(preview: PrintPreview, name: str) -> QPushButton:
    buttons = preview.bar.findChildren(QPushButton)
    return next(each for each in buttons if each.accessibleName().endswith(name))


def test_shows_the_first_page_and_says_which(preview: PrintPreview) -> None:
    assert "A4 en 1" in shown(preview)
    assert preview.bar.page.text() == "Page 1 of 2"
    assert preview.bar.print.isEnabled()


def test_another_paper_and_language_make_it_anew(
    qtbot: QtBot, preview: PrintPreview, settings: Settings
) -> None:
    QTest.mouseClick(segment(preview, "A3"), LEFT)
    qtbot.waitUntil(lambda: "A3 en 1" in shown(preview))
    QTest.mouseClick(segment(preview, "Norsk"), LEFT)
    qtbot.waitUntil(lambda: "A3 nb 1" in shown(preview))
    assert settings.get("paper.agenda", "") == "A3"


def test_only_the_last_answer_is_shown(qtbot: QtBot, open_preview: Open) -> None:
    gate = threading.Event()

    def slow_a4(size: str, language: Language) -> Callable[[], bytes]:
        def make() -> bytes:
            if size == "A4":
                gate.wait(10)
            return small_pdf(1, text=size)

        return make

    preview = open_preview(slow_a4)
    QTest.mouseClick(segment(preview, "A3"), LEFT)
    qtbot.waitUntil(lambda: "A3 1" in shown(preview))
    gate.set()
    qtbot.waitUntil(lambda: not preview._background.busy)
    assert "A3 1" in shown(preview)


def test_says_that_it_is_being_made(qtbot: QtBot, open_preview: Open) -> None:
    gate = threading.Event()

    def slow(size: str, language: Language) -> Callable[[], bytes]:
        return lambda: small_pdf(int(gate.wait(10)))

    preview = open_preview(slow)
    qtbot.waitUntil(preview.making.isVisible)
    assert not preview.bar.print.isEnabled()
    gate.set()
    qtbot.waitUntil(lambda: preview.view.isVisible() and preview.view.count == 1)


def test_nothing_to_print(open_preview: Open) -> None:
    preview = open_preview(lambda size, language: None)
    assert preview.nothing.isVisible()
    assert not preview.bar.save.isEnabled()


def test_trouble_is_told_in_place(qtbot: QtBot, open_preview: Open) -> None:
    def trouble_there(size: str, language: Language) -> Callable[[], bytes]:
        raise trouble.missing(Path("a.leandesk"))

    preview = open_preview(trouble_there)
    assert "a.leandesk" in messages(preview)[0]
    assert not preview.bar.print.isEnabled()


def test_our_own_mistake_is_told_and_raised(qtbot: QtBot, open_preview: Open) -> None:
    def broken(size: str, language: Language) -> Callable[[], bytes]:
        return lambda: b"no pdf"

    with qtbot.captureExceptions() as raised:
        preview = open_preview(broken)
        qtbot.waitUntil(lambda: bool(messages(preview)))
    assert raised[0][0] is ValueError
    assert messages(preview) == ["The page could not be made."]


def test_keys_turn_pages_and_zoom(preview: PrintPreview) -> None:
    QTest.keyClick(preview.view, Qt.Key.Key_PageDown)
    assert preview.bar.page.text() == "Page 2 of 2"
    before = preview.view.zoom
    QTest.keyClick(preview, Qt.Key.Key_Plus, Qt.KeyboardModifier.ControlModifier)
    assert preview.view.zoom > before
    assert preview.bar.zoom.text() == f"{round(preview.view.zoom * 100)} %"
    QTest.keyClick(preview, Qt.Key.Key_0, Qt.KeyboardModifier.ControlModifier)
    assert preview.bar.fits[preview.view.fit].isChecked()


def test_saves_what_is_shown_and_offers_to_open_it(
    qtbot: QtBot,
    preview: PrintPreview,
    tmp_path: Path,
    settings: Settings,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    opened: list[QUrl] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", opened.append)
    QTest.mouseClick(preview.bar.save, LEFT)
    (asking,) = preview.findChildren(QFileDialog)
    suggested = [each for each in asking.selectedFiles() if "Agenda- Montering.pdf" in each]
    assert suggested
    asking.fileSelected.emit(str(tmp_path / "out.pdf"))
    asking.close()
    qtbot.waitUntil(lambda: bool(messages(preview)))
    assert preview.pages
    assert (tmp_path / "out.pdf").read_bytes() == preview.pages.data
    assert settings.get("pdf_folder", "") == str(tmp_path)
    (banner,) = preview.findChildren(Banner)
    offers = [each for each in banner.findChildren(QPushButton) if each.text()]
    for offer in offers:
        QTest.mouseClick(offer, LEFT)
    assert [url.toLocalFile() for url in opened] == [str(tmp_path), str(tmp_path / "out.pdf")]


def test_a_folder_that_cannot_be_written_is_told(
    qtbot: QtBot, preview: PrintPreview, tmp_path: Path
) -> None:
    preview.save_to(tmp_path / "gone" / "out.pdf")
    qtbot.waitUntil(lambda: bool(messages(preview)))
    assert "out.pdf" in messages(preview)[0]


def test_prints_what_is_shown(qtbot: QtBot, preview: PrintPreview, tmp_path: Path) -> None:
    out = tmp_path / "out.pdf"

    def accept() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, QPrintDialog)
        printer = dialog.printer()
        printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        printer.setOutputFileName(str(out))
        printer.setResolution(100)
        dialog.done(QPrintDialog.DialogCode.Accepted)

    QTimer.singleShot(0, accept)
    QTest.keyClick(preview, Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: messages(preview) == ["Sent to the printer."])
    with opened(out) as printed:
        assert len(printed) == 2


def test_every_label_says_something(preview: PrintPreview) -> None:
    labels = preview.bar.findChildren(QLabel)
    assert all(label.text() for label in labels)
