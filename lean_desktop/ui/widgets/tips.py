"""A tip that says the whole of a text for which there is too little room."""

from collections.abc import Iterable

from PySide6.QtCore import QRect
from PySide6.QtGui import QFont, QFontMetrics, QHelpEvent
from PySide6.QtWidgets import QToolTip, QWidget


def tell_whole(
    event: QHelpEvent, widget: QWidget, place: QRect, texts: Iterable[str], font: QFont, room: int
) -> bool:
    """Show the texts under each other if one is wider than `room`; whether a tip is shown.

    It goes when the mouse leaves `place`.
    """
    told = [" ".join(text.split()) for text in texts if text]
    metrics = QFontMetrics(font)
    if all(metrics.horizontalAdvance(text) <= room for text in told):
        QToolTip.hideText()
        return False
    QToolTip.showText(event.globalPos(), "\n".join(told), widget, place)
    return True
