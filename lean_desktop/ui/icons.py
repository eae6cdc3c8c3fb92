"""Icons in the colours asked for, sharp at every size and on every screen.

Qt's own SVG icon engine draws them, at exactly the pixels that are wanted. It reads files or the
form it writes itself in; colouring needs the second, as files on the disk have no colour.
"""

from PySide6.QtCore import QByteArray, QDataStream, QIODevice
from PySide6.QtGui import QIcon

from lean_desktop import resources

_ENGINE = "svg"
_STREAM = QDataStream.Version.Qt_6_0


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
    written = QByteArray()
    out = QDataStream(written, QIODevice.OpenModeFlag.WriteOnly)
    out.setVersion(_STREAM)
    out.writeQString(_ENGINE)
    out.writeInt32(0)  # no names of files
    out.writeInt32(0)  # not compressed
    out.writeInt32(len(drawings))
    for key, drawing in drawings.items():
        out.writeInt32(key)
        out << QByteArray(drawing.encode())
    out.writeInt32(0)  # no pixmaps beside the drawings
    made, stream = QIcon(), QDataStream(written)
    stream.setVersion(_STREAM)
    stream >> made
    return made


def _key(mode: QIcon.Mode) -> int:
    """Where the engine keeps the drawing of a mode, for what is not switched on."""
    return mode.value << 4 | QIcon.State.Off.value
