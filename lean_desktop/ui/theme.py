"""The look: colours light and dark, the font that ships with us, icons in the theme's colours."""

from functools import cache

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontDatabase, QGuiApplication, QIcon, QPalette
from PySide6.QtWidgets import QAbstractButton, QApplication, QTabBar

from lean_desktop import resources
from lean_desktop.ui import icons
from lean_desktop.ui.stylesheet import stylesheet
from lean_desktop.ui.tokens import DARK, LIGHT

FAMILY = "Inter"
BASE_PX = 13
WEIGHTS = ("Inter-Regular", "Inter-Medium", "Inter-SemiBold")
CHOICES = ("system", "light", "dark")
MOST_SCALE = 2.5

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

_GREYED = (QPalette.ColorRole.Text, QPalette.ColorRole.WindowText, QPalette.ColorRole.ButtonText)


class Theme(QObject):
    """The colours in force. `changed` is emitted when the system's or the user's choice differs.

    Icons on buttons and tabs are exchanged by then; what paints for itself asks `color` again.
    """

    changed = Signal()

    def __init__(self, app: QApplication, choice: str = "system") -> None:
        super().__init__(app)
        self._app = app
        self._choice = choice
        self._scheme = _ask_for(choice)
        self._colors: dict[str, QColor] = {}
        self._icons: dict[tuple[str, str], QIcon] = {}
        self._scale = _scale_of(app.font())
        app.setFont(_our_font(self._scale))
        QGuiApplication.styleHints().colorSchemeChanged.connect(self._on_scheme)
        self._apply()

    @property
    def dark(self) -> bool:
        """Whether the dark colours are in force."""
        return self._scheme == Qt.ColorScheme.Dark

    def choose(self, choice: str) -> None:
        """Follow the system, or be light or dark whatever it says."""
        if choice != self._choice:
            self._scheme = _ask_for(choice)
            self._choice = choice
            self._change()

    def color(self, name: str) -> QColor:
        """The colour of that name; see `tokens`."""
        return self._colors[name]

    def icon(self, name: str, color: str = "text2") -> QIcon:
        """An icon of ours in a colour of the theme; greyed by itself where it is disabled."""
        if (name, color) not in self._icons:
            disabled = self.color("disabled").name()
            self._icons[name, color] = icons.icon(name, self.color(color).name(), disabled)
        return self._icons[name, color]

    def font(self, pixels: float = BASE_PX, weight: int = 400) -> QFont:
        """Our font at a size of the design, scaled as the user's own text size asks."""
        font = QFont(self._app.font())
        font.setPixelSize(self.scaled(pixels))
        font.setWeight(QFont.Weight(weight))
        return font

    def figures(self, pixels: float = BASE_PX, weight: int = 400) -> QFont:
        """The same for numbers, times and days, which then stand under each other.

        Not for words: it makes a hyphen as wide as a figure.
        """
        font = self.font(pixels, weight)
        font.setFeature(QFont.Tag("tnum"), 1)
        return font

    def scaled(self, pixels: float) -> int:
        """A length of the design in logical pixels, grown with the user's own text size."""
        return max(1, round(pixels * self._scale))

    def _change(self) -> None:
        self._apply()
        self._exchange_icons()
        self.changed.emit()

    def _apply(self) -> None:
        tokens, tone = (DARK, "dark") if self.dark else (LIGHT, "light")
        self._colors = {name: QColor(value) for name, value in tokens.items()}
        palette = QPalette()
        for role, name in _ROLES.items():
            palette.setColor(role, self._colors[name])
        for role in _GREYED:
            palette.setColor(QPalette.ColorGroup.Disabled, role, self._colors["disabled"])
        self._app.setPalette(palette)
        self._app.setStyleSheet(stylesheet(tokens, tone, self._scale))

    def _exchange_icons(self) -> None:
        """Put the same icons in their new colours wherever one of ours is."""
        before = {icon.cacheKey(): named for named, icon in self._icons.items()}
        self._icons = {}
        for widget in self._app.allWidgets():
            if isinstance(widget, QAbstractButton):
                if found := before.get(widget.icon().cacheKey()):
                    widget.setIcon(self.icon(*found))
            elif isinstance(widget, QTabBar):
                for tab in range(widget.count()):
                    if found := before.get(widget.tabIcon(tab).cacheKey()):
                        widget.setTabIcon(tab, self.icon(*found))

    def _on_scheme(self, scheme: Qt.ColorScheme) -> None:
        if self._choice == "system":
            self._scheme = scheme
            self._change()


def _ask_for(choice: str) -> Qt.ColorScheme:
    """Have the system's own frames and dialogs follow the choice; the scheme then in force."""
    hints = QGuiApplication.styleHints()
    if choice == "system":
        hints.unsetColorScheme()
        return hints.colorScheme()
    scheme = Qt.ColorScheme.Dark if choice == "dark" else Qt.ColorScheme.Light
    hints.setColorScheme(scheme)
    return scheme


def _scale_of(system: QFont) -> float:
    """How much larger than our 13 pixels the system's own font is; never smaller."""
    pixels = float(system.pixelSize())
    if pixels <= 0:
        pixels = system.pointSizeF() * QGuiApplication.primaryScreen().logicalDotsPerInch() / 72
    return min(max(1.0, pixels / BASE_PX), MOST_SCALE)


def _our_font(scale: float) -> QFont:
    _load_fonts()
    font = QFont(FAMILY)
    font.setPixelSize(round(BASE_PX * scale))
    return font


@cache
def _load_fonts() -> None:
    for name in WEIGHTS:
        QFontDatabase.addApplicationFont(str(resources.font_file(name)))
