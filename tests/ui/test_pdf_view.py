"""Pages on the desk: turning, zooming, and pixels."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QColor, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from lean_desktop.i18n import Language
from lean_desktop.ui.pdf_view import GAP, STEPS, Fit, PdfView
from lean_desktop.ui.theme import Theme
from tests.ui.pdfs import opened, small_pdf

Key = Qt.Key


@pytest.fixture
def view(qtbot: QtBot, t: Language, theme: Theme) -> Iterator[PdfView]:
    view = PdfView(t, theme)
    qtbot.addWidget(view)
    view.resize(700, 500)
    view.show()
    view.setFocus()
    with opened(small_pdf(3)) as pages:
        view.show_pages(pages)
        yield view
        view.show_pages(None)


def test_page_keys_turn_pages_and_stop_at_the_ends(qtbot: QtBot, view: PdfView) -> None:
    seen: list[int] = []
    view.page_changed.connect(seen.append)
    for key in (Key.Key_PageDown, Key.Key_PageDown, Key.Key_PageDown, Key.Key_PageUp):
        QTest.keyClick(view, key)
    assert seen == [1, 2, 1]
    QTest.keyClick(view, Key.Key_End)
    assert view.page == 2
    QTest.keyClick(view, Key.Key_Home)
    assert view.page == 0


def test_the_page_is_read_aloud(view: PdfView) -> None:
    QTest.keyClick(view, Key.Key_PageDown)
    assert view.accessibleName() == "Page 2 of 3"
    assert "Agenda 2" in view.accessibleDescription()


def test_the_width_fits_and_follows_the_window(view: PdfView) -> None:
    view.set_fit(Fit.WIDTH)
    room = view.viewport().width() - 2 * GAP
    assert view.zoom == pytest.approx(room / 793.7, rel=0.01)
    before = view.zoom
    view.resize(900, 500)
    assert view.zoom > before
    assert view.horizontalScrollBar().maximum() == 0


def test_the_whole_page_fits(view: PdfView) -> None:
    view.set_fit(Fit.PAGE)
    assert view.zoom == pytest.approx((view.viewport().height() - 2 * GAP) / 1122.5, rel=0.01)


def test_zooming_goes_in_steps_between_limits_and_stays_on_the_page(view: PdfView) -> None:
    view.set_zoom(1.0)
    view.go_to(1)
    view.zoom_in()
    assert view.zoom == 1.1
    assert view.page == 1
    for _ in range(30):
        view.zoom_out()
    assert view.zoom == STEPS[0]
    for _ in range(30):
        view.zoom_in()
    assert view.zoom == STEPS[-1]


def test_ctrl_and_the_wheel_zoom(view: PdfView) -> None:
    view.set_zoom(1.0)
    middle = QPointF(view.viewport().rect().center())
    turned = QWheelEvent(
        middle,
        view.viewport().mapToGlobal(middle),
        QPoint(),
        QPoint(0, 120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.ControlModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(view.viewport(), turned)
    assert view.zoom == 1.1


def test_what_is_seen_is_the_page_and_the_desk(view: PdfView) -> None:
    view.set_zoom(1.0)
    view.horizontalScrollBar().setValue(0)
    image = view.viewport().grab().toImage()
    assert image.pixelColor(5, 5) == QColor("#E9EDF0")
    assert image.pixelColor(GAP + 40, GAP + 40) == QColor("black")
    assert image.pixelColor(GAP + 150, GAP + 40) == QColor("white")


def test_new_pages_are_shown_at_the_same_place(view: PdfView) -> None:
    view.go_to(2)
    with opened(small_pdf(3, text="Referat")) as other:
        view.show_pages(other)
        assert view.page == 2
        assert "Referat 3" in view.accessibleDescription()
    with opened(small_pdf(1)) as shorter:
        view.show_pages(shorter)
        assert view.page == 0
    view.show_pages(None)
    assert view.count == 0
