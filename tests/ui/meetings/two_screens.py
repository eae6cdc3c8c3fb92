"""A meeting on a laptop and a projector of different scales: prints, as JSON, what is seen.

Run by itself, for Qt reads which screens there are when it starts. Argument: a folder.
"""

import json
import sys
from datetime import datetime
from pathlib import Path

from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QApplication

from lean_desktop.document.document import Document
from lean_desktop.i18n import language
from lean_desktop.settings import Settings
from lean_desktop.ui.editor import Surroundings
from lean_desktop.ui.live_document import LiveDocument
from lean_desktop.ui.meetings.running_wall import RunningWall
from lean_desktop.ui.meetings.running_window import RunningWindow
from lean_desktop.ui.projecting import CHOSEN
from lean_desktop.ui.theme import Theme
from tests.ui.meetings.conftest import fill

TODAY = 2
DARK = 0x50


def main(folder: Path) -> None:
    app = QApplication([])
    document = Document.create(folder / "a.leandesk")
    document.clock = lambda: datetime(2026, 10, 6, 13, 0)
    document.aside(fill)
    settings = Settings(folder / "settings.json")
    around = Surroundings(LiveDocument(document), language("en"), Theme(app, "light"), settings)
    window = RunningWindow(around, TODAY)
    window.show()
    seen = []
    for name in ("", "Laptop"):
        settings.set(CHOSEN, name)
        window.show_wall()
        app.processEvents()
        assert window.wall is not None
        seen.append(look_at(window.wall))
        window.wall.close()
        app.processEvents()
        app.sendPostedEvents()
    choices = [window.screens.itemText(row) for row in range(window.screens.count())]
    print(json.dumps({"walls": seen, "choices": choices, "shown": window.screens.isVisible()}))
    window.close()
    around.live.close()


def look_at(wall: RunningWall) -> dict[str, object]:
    picture = wall.grab().toImage()
    return {
        "screen": wall.screen().name(),
        "size": wall.size().toTuple(),
        "pixels": picture.size().toTuple(),
        "sizes": wall.sizes,
        "digits": digits(picture) / picture.height() * 100,
    }


def digits(picture: QImage) -> int:
    """How many rows of pixels the clock's digits are high, in the lower half of the picture."""
    columns = range(round(picture.width() * 0.02), round(picture.width() * 0.3))
    rows = range(picture.height() // 2, round(picture.height() * 0.94))
    return sum(any(is_dark(picture.pixelColor(x, y)) for x in columns) for y in rows)


def is_dark(color: QColor) -> bool:
    return color.lightness() < DARK


if __name__ == "__main__":
    main(Path(sys.argv[1]))
