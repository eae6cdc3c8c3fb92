"""Icons in the colours asked for, sharp at every size and on every screen.

Qt's own SVG icon engine draws them, at exactly the pixels that are wanted. It reads files or the
form it writes itself in; colouring needs the second, as files on the disk have no colour.
"""

from PySide6.QtCore import QByteArray, QDataStream
from PySide6.QtGui import QIcon

from lean_desktop import resources

_ENGINE = "svg"
"""Its form, as numbers and texts: itself, no names of files, not compressed, the drawings one by one
with the mode each is for, no pixmaps beside them."""


def icon(name: str, color: str, disabled: str) -> QIcon:
    """The icon in two colours written as `#RRGGBB`: usual, and where it is disabled."""
    drawing = resources.icon_file(name).read_text("utf-8")
    usual = drawing.replace("currentColor", color)
    return _from_drawings(
        {
            _key(QIcon.Mode.Normal): usual,
            _key(QIcon.Mode.Selected): usual,  # else Qt tints it itself
            _key(QIcon.Mode.Disabled): drawing.replace("currentColor", disabled),
        }
    )


def _from_drawings(drawings: dict[int, str]) -> QIcon:
    parts = [_string(_ENGINE), _number(0), _number(0), _number(len(drawings))]
    for key, drawing in drawings.items():
        text = drawing.encode()
        parts += [_number(key), _number(len(text)), text]
    made, stream = QIcon(), QDataStream(QByteArray(b"".join([*parts, _number(0)])))
    stream >> made
    return made


def _number(value: int) -> bytes:
    return value.to_bytes(4, "big")


def _string(text: str) -> bytes:
    """As Qt writes it: the number of bytes, then UTF-16."""
    written = text.encode("utf-16-be")
    return _number(len(written)) + written


def _key(mode: QIcon.Mode) -> int:
    """Where the engine keeps the drawing of a mode, for what is not switched on."""
    return mode.value << 4 | QIcon.State.Off.value
