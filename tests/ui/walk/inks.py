"""Whether every text stands out from its ground, 4.5 to 1, as it is painted."""

from collections import Counter
from collections.abc import Iterator, Sequence

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QAbstractItemView, QWidget

from lean_desktop.ui.command_list import ON_ROLE, CommandList
from tests.ui.contrast import contrast
from tests.ui.walk.painted import Painted, place_in

LEAST = 4.5


def faults(window: QWidget, lines: Sequence[Painted]) -> Iterator[str]:
    """Texts too faint for their ground. What is switched off may be: WCAG 1.4.3 says so."""
    image = window.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
    for line in lines:
        ground = _ground(image, place_in(window, line).toAlignedRect())
        if ground is not None and _is_on(line):
            ratio = contrast(_over(line.ink, ground).name(), ground.name())
            if ratio < LEAST:
                yield f"“{line.text}” {line.ink.name()} on {ground.name()}: {ratio:.2f}"


def _ground(image: QImage, place: QRect) -> QColor | None:
    """The commonest colour around a text: letters are thin, and their edges many shades."""
    part = image.copy(place.intersected(image.rect()))
    if part.isNull():
        return None
    pixels = Counter(memoryview(part.constBits()).cast("B").cast("I").tolist())
    return QColor.fromRgb(pixels.most_common(1)[0][0])


def _over(ink: QColor, ground: QColor) -> QColor:
    """The ink as it looks on the ground, where it lets some of it through."""
    share = ink.alphaF()
    parts = ((each(ink), each(ground)) for each in (QColor.red, QColor.green, QColor.blue))
    return QColor(*(round(one * share + other * (1 - share)) for one, other in parts))


def _is_on(line: Painted) -> bool:
    """Whether the text belongs to something that does something now."""
    owner = line.owner
    if isinstance(owner, QAbstractItemView) and owner is not line.widget:
        index = owner.indexAt(line.place.center().toPoint())
        off = index.isValid() and not index.flags() & Qt.ItemFlag.ItemIsEnabled
        off = off or (isinstance(owner, CommandList) and index.data(ON_ROLE) is False)
        return owner.isEnabled() and not off
    return line.widget.isEnabled()
