"""What speaks to the user in the window itself: banners, empty states, chips, avatars, statuses."""

import pytest
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from lean_desktop.i18n import Language
from lean_desktop.ui.theme import Theme
from lean_desktop.ui.widgets.banner import Banner
from lean_desktop.ui.widgets.chip import Chip
from lean_desktop.ui.widgets.empty_state import EmptyState
from lean_desktop.ui.widgets.marks import paint_avatar, paint_status

FULL = "Not saved: the disk is full."


@pytest.mark.parametrize(("kind", "tint"), [("watch", "watch_tint"), ("bad", "bad_tint")])
def test_a_banner_speaks_on_its_tint(
    qtbot: QtBot, t: Language, theme: Theme, kind: str, tint: str
) -> None:
    banner = Banner(kind, FULL, t, theme)
    qtbot.addWidget(banner)
    banner.resize(500, 40)
    banner.show()
    assert banner.accessibleName() == banner.text.text() == FULL
    assert banner.grab().toImage().pixelColor(250, 3) == theme.color(tint)


def test_a_banner_offers_and_can_be_put_away(qtbot: QtBot, t: Language, theme: Theme) -> None:
    banner = Banner("info", FULL, t, theme)
    banner.show()
    tried: list[bool] = []
    banner.offer("Try again", lambda: tried.append(True))
    again, close = banner.findChildren(QPushButton)[::-1]
    assert close.accessibleName() == "Close the message"
    QTest.mouseClick(again, Qt.MouseButton.LeftButton)
    assert tried == [True]
    with qtbot.waitSignal(banner.destroyed):
        QTest.mouseClick(close, Qt.MouseButton.LeftButton)


def test_text_in_a_banner_is_taken_as_it_is(qtbot: QtBot, t: Language, theme: Theme) -> None:
    banner = Banner("info", "<b>Kari</b>", t, theme)
    qtbot.addWidget(banner)
    assert banner.text.textFormat() == Qt.TextFormat.PlainText


def test_an_empty_state_offers_one_way_and_one_alternative(qtbot: QtBot, theme: Theme) -> None:
    done: list[str] = []
    page = EmptyState("board", "No actions yet", "Add the first, or fetch some.", theme)
    qtbot.addWidget(page)
    page.offer("New action", lambda: done.append("new"), icon="plus")
    page.offer("Fetch", lambda: done.append("fetch"))
    page.resize(340, 260)
    page.show()
    buttons = page.findChildren(QPushButton)
    assert [button.property("kind") for button in buttons] == ["primary", "outlined"]
    for button in buttons:
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert done == ["new", "fetch"]
    assert page.fact.height() >= page.fact.heightForWidth(page.fact.width())
    assert page.sentence.height() >= page.sentence.heightForWidth(page.sentence.width())


def test_a_chip_shows_and_tells_its_text(qtbot: QtBot, theme: Theme) -> None:
    chip = Chip(theme, "watch", "Today", "clock")
    qtbot.addWidget(chip)
    wide = chip.sizeHint().width()
    assert chip.accessibleName() == "Today"
    assert chip.sizeHint().height() == 20
    assert chip.grab().toImage().pixelColor(3, 10) == theme.color("watch_tint")
    chip.show_text("bad", "3 days over")
    assert chip.accessibleName() == "3 days over"
    assert chip.sizeHint().width() > wide


@pytest.mark.parametrize(
    ("shape", "corner", "edge"),
    [
        ("circle", False, True),
        ("triangle", False, False),
        ("square", True, True),
        ("dash", False, False),
    ],
)
def test_every_status_has_a_shape_of_its_own(
    theme: Theme, shape: str, corner: bool, edge: bool
) -> None:
    image = _blank(20)
    painter = QPainter(image)
    paint_status(painter, theme.color("text"), QRectF(0, 0, 20, 20), shape)
    painter.end()
    ink = theme.color("text")
    assert (image.pixelColor(1, 1) == ink) == corner
    assert (image.pixelColor(10, 1) == ink) == edge
    assert image.pixelColor(10, 10) == ink


def test_an_avatar_is_a_circle_with_initials(theme: Theme) -> None:
    image = _blank(22)
    painter = QPainter(image)
    paint_avatar(painter, theme, QRectF(0, 0, 22, 22), "Øystein Ødegård")
    painter.end()
    assert image.pixelColor(0, 0) == QColor(Qt.GlobalColor.white)
    assert image.pixelColor(11, 3) == theme.color("hover")
    letters = {image.pixelColor(x, 11).name() for x in range(4, 18)}
    assert min(letters) < theme.color("control").name()
    assert QPointF(11, 11) == QRectF(image.rect()).center()


def _blank(side: int) -> QImage:
    image = QImage(side, side, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.white)
    return image
