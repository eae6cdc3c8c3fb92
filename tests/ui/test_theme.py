"""The look: what is told apart can be read, light and dark, at any text size."""

import re
from pathlib import Path

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontInfo, QFontMetricsF, QGuiApplication, QIcon, QPalette
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QTabBar,
    QWidget,
)
from pytestqt.qtbot import QtBot

from lean_desktop import resources
from lean_desktop.ui import theme as module
from lean_desktop.ui.stylesheet import stylesheet
from lean_desktop.ui.theme import Theme
from lean_desktop.ui.tokens import DARK, LIGHT
from tests.ui.contrast import contrast

TONES = {"light": LIGHT, "dark": DARK}
GROUNDS = ("window", "surface", "sunken", "header", "hover", "selected")
STATUSES = ("good", "watch", "bad", "improve")

TEXT = [(ink, ground) for ink in ("text", "text2", "text3") for ground in GROUNDS]
TEXT += [("accent_text", ground) for ground in ("window", "surface", "selected", "hover", "sunken")]
TEXT += [("on_accent", ground) for ground in ("accent", "accent_hover")]
TEXT += [(ink, ground) for ink in STATUSES for ground in ("surface", "window", "sunken")]
TEXT += [(ink, "selected") for ink in STATUSES] + [(ink, f"{ink}_tint") for ink in STATUSES]
TEXT += [(ink, f"{status}_tint") for ink in ("text", "text2") for status in STATUSES]
TEXT += [("good", "good_wash"), ("text", "good_wash")]

GRAPHICS = [("control", ground) for ground in ("window", "surface", "sunken")]
GRAPHICS += [(f"{status}_fill", ground) for status in STATUSES for ground in ("surface", "window")]
GRAPHICS += [(f"{status}_fill", f"{status}_tint") for status in STATUSES]
GRAPHICS += [("accent", "surface"), ("accent_text", "surface"), ("accent_text", "selected")]
GRAPHICS += [("ball", "surface"), ("ball_ring", "surface"), ("ball_ring", "header")]
GRAPHICS += [("improve_line", "window")] + [(f"phase{n}", "surface") for n in (1, 2, 3, 4)]


def test_contrast_itself() -> None:
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)
    assert contrast("#777777", "#FFFFFF") == pytest.approx(4.48, abs=0.01)


@pytest.mark.parametrize("tone", TONES)
@pytest.mark.parametrize(("ink", "ground"), TEXT)
def test_text_can_be_read(tone: str, ink: str, ground: str) -> None:
    assert contrast(TONES[tone][ink], TONES[tone][ground]) >= 4.5


@pytest.mark.parametrize("tone", TONES)
@pytest.mark.parametrize(("ink", "ground"), GRAPHICS)
def test_shapes_can_be_seen(tone: str, ink: str, ground: str) -> None:
    assert contrast(TONES[tone][ink], TONES[tone][ground]) >= 3


def test_light_and_dark_name_the_same_colours() -> None:
    assert LIGHT.keys() == DARK.keys()


@pytest.mark.parametrize("tone", TONES)
def test_palette_tells_selected_text_from_its_ground(theme: Theme, tone: str) -> None:
    theme.choose(tone)
    palette = QApplication.palette()
    roles = QPalette.ColorRole
    assert palette.color(roles.Window).name().upper() == TONES[tone]["window"]
    for ink, ground in (
        (roles.HighlightedText, roles.Highlight),
        (roles.Text, roles.Base),
        (roles.PlaceholderText, roles.Base),
        (roles.ToolTipText, roles.ToolTipBase),
        (roles.Link, roles.Window),
    ):
        assert contrast(palette.color(ink).name(), palette.color(ground).name()) >= 4.5


def test_the_system_is_followed_live(theme: Theme, qtbot: QtBot) -> None:
    theme.choose("system")
    for scheme, tokens in ((Qt.ColorScheme.Dark, DARK), (Qt.ColorScheme.Light, LIGHT)):
        with qtbot.waitSignal(theme.changed):
            _system_says(scheme)
        assert theme.dark == (tokens is DARK)
        assert theme.color("window") == QColor(tokens["window"])
        assert QApplication.palette().color(QPalette.ColorRole.Window) == QColor(tokens["window"])


def test_a_choice_of_ones_own_stands_whatever_the_system_says(theme: Theme) -> None:
    theme.choose("light")
    _system_says(Qt.ColorScheme.Dark)
    assert not theme.dark
    assert theme.color("window") == QColor(LIGHT["window"])


def test_icons_are_drawn_in_the_colour_asked_for(theme: Theme) -> None:
    icon = theme.icon("plus", "bad")
    middle = QSize(32, 32)
    assert _ink(icon, middle) == QColor(LIGHT["bad"])
    assert _ink(icon, middle, QIcon.Mode.Selected) == QColor(LIGHT["bad"])
    assert _ink(icon, middle, QIcon.Mode.Disabled) == QColor(LIGHT["disabled"])


@pytest.mark.parametrize("ratio", [1.0, 1.25, 1.5, 2.0])
@pytest.mark.parametrize("side", [12, 14, 16, 18, 20, 32])
def test_icons_are_drawn_at_the_very_pixels_of_the_screen(
    theme: Theme, side: int, ratio: float
) -> None:
    pixmap = theme.icon("overview").pixmap(QSize(side, side), ratio)
    assert pixmap.size() == QSize(side, side) * ratio
    assert pixmap.devicePixelRatio() == ratio


def test_icons_in_place_take_the_new_colours(theme: Theme, qtbot: QtBot) -> None:
    button, tabs = QPushButton(), QTabBar()
    qtbot.addWidget(button)
    qtbot.addWidget(tabs)
    button.setIcon(theme.icon("plus", "text"))
    tabs.addTab(theme.icon("plus", "accent_text"), "Møter")
    for tone in ("dark", "light", "dark"):
        theme.choose(tone)
        assert _ink(button.icon(), QSize(20, 20)) == QColor(TONES[tone]["text"])
        assert _ink(tabs.tabIcon(0), QSize(20, 20)) == QColor(TONES[tone]["accent_text"])


def test_figures_stand_under_each_other_and_hyphens_stay_short(theme: Theme) -> None:
    assert QFontInfo(theme.font()).family() == "Inter"
    figures, words = QFontMetricsF(theme.figures(100)), QFontMetricsF(theme.font(100))
    assert len({figures.horizontalAdvance(figure) for figure in "0123456789"}) == 1
    assert words.horizontalAdvance("-") < figures.horizontalAdvance("-")


@pytest.mark.parametrize(("pixels", "scale"), [(10, 1), (13, 1), (26, 2), (200, module.MOST_SCALE)])
def test_the_systems_text_size_is_taken_over(pixels: int, scale: float) -> None:
    font = QFont()
    font.setPixelSize(pixels)
    assert module._scale_of(font) == scale


@pytest.mark.parametrize("tone", TONES)
@pytest.mark.parametrize("kind", [QLineEdit, QPlainTextEdit, QComboBox])
def test_what_stands_in_an_empty_field_can_be_read(
    theme: Theme, qtbot: QtBot, tone: str, kind: type[QWidget]
) -> None:
    theme.choose(tone)
    field = kind()
    qtbot.addWidget(field)
    field.ensurePolished()
    hint = field.palette().color(QPalette.ColorRole.PlaceholderText)
    assert hint == QColor(TONES[tone]["text3"])


def test_larger_text_grows_everything_but_thin_lines() -> None:
    usual, larger = stylesheet(LIGHT, "light"), stylesheet(LIGHT, "light", 1.5)
    assert "font-size: 20px" in usual
    assert "font-size: 30px" in larger
    assert "border: 1px solid" in larger
    assert "border: 2px solid" in larger


@pytest.mark.parametrize("tone", TONES)
def test_pictures_of_the_sheet_are_there_in_colours_of_its_tone(tone: str) -> None:
    pictures = set(re.findall(r'url\("(.+?)"\)', stylesheet(TONES[tone], tone)))
    assert pictures
    for picture in pictures:
        stroke = re.findall(r'stroke="(#\w+)"', Path(picture).read_text("utf-8"))
        assert stroke == [TONES[tone]["on_accent" if picture.endswith("tick.svg") else "text2"]]
        assert Path(picture).parent == resources.resource("icons")


def _system_says(scheme: Qt.ColorScheme) -> None:
    """What Qt tells us when the system changes; without a desktop nothing else does."""
    QGuiApplication.styleHints().colorSchemeChanged.emit(scheme)


def _ink(icon: QIcon, size: QSize, mode: QIcon.Mode = QIcon.Mode.Normal) -> QColor:
    """The colour in the middle of an icon: a plus crosses there."""
    image = icon.pixmap(size, 1.0, mode).toImage()
    return image.pixelColor(image.width() // 2, image.height() // 2)
