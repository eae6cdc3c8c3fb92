"""The look: colours light and dark, the font that ships with us, icons in the theme's colours."""

from functools import lru_cache

from PySide6.QtCore import QByteArray, QObject, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontDatabase,
    QGuiApplication,
    QIcon,
    QPainter,
    QPalette,
    QPixmap,
)
from PySide6.QtWidgets import QApplication

from lean_desktop import resources
from lean_desktop.ui.stylesheet import stylesheet
from lean_desktop.ui.tokens import DARK, LIGHT

FAMILY = "Inter"
BASE_PX = 13
WEIGHTS = ("Inter-Regular", "Inter-Medium", "Inter-SemiBold")
CHOICES = ("system", "light", "dark")

_ROLES = {
    QPalette.ColorRole.Window: "window",
    QPalette.ColorRole.WindowText: "text",
    QPalette.ColorRole.Base: "surface",
    QPalette.ColorRole.AlternateBase: "sunken",
    QPalette.ColorRole.Text: "text",
    QPalette.ColorRole.PlaceholderText: "text3",
    QPalette.ColorRole.Button: "surface",
    QPalette.ColorRole.ButtonText: "text",
    QPalette.ColorRole.BrightText: "on_accent",
    QPalette.ColorRole.ToolTipBase: "surface",
    QPalette.ColorRole.ToolTipText: "text",
    QPalette.ColorRole.Highlight: "selected",
    QPalette.ColorRole.HighlightedText: "text",
    QPalette.ColorRole.Accent: "accent",
    QPalette.ColorRole.Link: "accent_text",
    QPalette.ColorRole.LinkVisited: "accent_text",
    QPalette.ColorRole.Light: "surface",
    QPalette.ColorRole.Midlight: "line",
    QPalette.ColorRole.Mid: "line_strong",
    QPalette.ColorRole.Dark: "control",
    QPalette.ColorRole.Shadow: "line_strong",
}


class Theme(QObject):
    """The colours in force. `changed` is emitted when the system's or the user's choice differs."""

    changed = Signal()

    def __init__(self, app: QApplication, choice: str = "system") -> None:
        super().__init__(app)
        self._app = app
        self._choice = choice
        self._colors: dict[str, QColor] = {}
        app.setStyle("Fusion")
        _load_font(app)
        QGuiApplication.styleHints().colorSchemeChanged.connect(self._on_scheme)
        self._apply()

    @property
    def dark(self) -> bool:
        """Whether the dark colours are in force."""
        if self._choice == "system":
            return QGuiApplication.styleHints().colorScheme() == Qt.ColorScheme.Dark
        return self._choice == "dark"

    def choose(self, choice: str) -> None:
        """Follow the system, or be light or dark whatever it says."""
        if choice != self._choice:
            self._choice = choice
            self._apply()
            self.changed.emit()

    def color(self, name: str) -> QColor:
        """The colour of that name; see `tokens`."""
        return self._colors[name]

    def icon(self, name: str, color: str = "text2") -> QIcon:
        """An icon of ours in a colour of the theme; greyed by itself where it is disabled."""
        return _icon(name, self.color(color).name(), self.color("disabled").name())

    def font(self, pixels: float = BASE_PX, weight: int = 400) -> QFont:
        """Our font at a size of the design, scaled as the user's own text size asks."""
        font = QFont(self._app.font())
        font.setPixelSize(max(1, round(self._app.font().pixelSize() * pixels / BASE_PX)))
        font.setWeight(QFont.Weight(weight))
        return font

    def _apply(self) -> None:
        tokens, tone = (DARK, "dark") if self.dark else (LIGHT, "light")
        self._colors = {name: QColor(value) for name, value in tokens.items()}
        palette = QPalette()
        for role, name in _ROLES.items():
            palette.setColor(role, self._colors[name])
        for role in (QPalette.ColorRole.Text, QPalette.ColorRole.WindowText):
            palette.setColor(QPalette.ColorGroup.Disabled, role, self._colors["disabled"])
        disabled = QPalette.ColorGroup.Disabled
        palette.setColor(disabled, QPalette.ColorRole.ButtonText, self._colors["disabled"])
        self._app.setPalette(palette)
        self._app.setStyleSheet(stylesheet(tokens, resources.icon_file(f"arrow-{tone}").as_posix()))

    def _on_scheme(self) -> None:
        if self._choice == "system":
            self._apply()
            self.changed.emit()


def _load_font(app: QApplication) -> None:
    for name in WEIGHTS:
        QFontDatabase.addApplicationFont(str(resources.font_file(name)))
    system = app.font()
    scale = system.pointSizeF() / 9 if 9 < system.pointSizeF() < 30 else 1.0
    font = QFont(FAMILY)
    font.setPixelSize(round(BASE_PX * scale))
    font.setFeature(QFont.Tag("tnum"), 1)
    font.setStyleStrategy(QFont.StyleStrategy.PreferAntialias)
    app.setFont(font)


@lru_cache(maxsize=512)
def _icon(name: str, color: str, disabled: str) -> QIcon:
    icon = QIcon()
    for mode, shade in ((QIcon.Mode.Normal, color), (QIcon.Mode.Disabled, disabled)):
        for scale in (1, 2):
            icon.addPixmap(_drawn(name, shade, scale), mode)
    return icon


def _drawn(name: str, color: str, scale: int) -> QPixmap:
    from PySide6.QtSvg import QSvgRenderer

    svg = resources.icon_file(name).read_text("utf-8").replace("currentColor", color)
    side = 20 * scale
    pixmap = QPixmap(QSize(side, side))
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    QSvgRenderer(QByteArray(svg.encode())).render(painter, QRectF(0, 0, side, side))
    painter.end()
    pixmap.setDevicePixelRatio(scale)
    return pixmap
