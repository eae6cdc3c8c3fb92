"""Whether all that is written on a Norwegian screen was said in Norwegian."""

from collections.abc import Iterable, Iterator, Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QTextEdit,
    QWidget,
)

from tests.ui.walk.names import columns_of
from tests.ui.walk.painted import Painted
from tests.ui.walk.said import Said, words_of


def faults(window: QWidget, lines: Sequence[Painted], said: Said) -> Iterator[str]:
    """Words nobody translated and nobody has in the data."""
    texts = [window.windowTitle(), *(line.text for line in lines if not _is_foreign(line.owner))]
    for text in dict.fromkeys([*texts, *_kept(window)]):
        unknown = [word for word in words_of(text) if not _is_known(word, text, said)]
        if unknown and "/" not in text:  # A path of a file.
            yield f"“{text}”: {', '.join(unknown)}"


def _is_known(word: str, text: str, said: Said) -> bool:
    if word in said.words:
        return True
    cut = text.casefold().rstrip().endswith(f"{word}…")
    return cut and any(each.startswith(word) for each in said.words)


def _is_foreign(widget: QWidget) -> bool:
    """Licences, reports and help pages are texts of their own."""
    return isinstance(widget, QPlainTextEdit | QTextEdit) and widget.isReadOnly()


def _kept(window: QWidget) -> Iterator[str]:
    """What is not painted now: names, tips, choices, rows further down, menus."""
    for widget in (window, *window.findChildren(QWidget)):
        if widget.window() is not window or not widget.isVisible():
            continue
        yield from (widget.accessibleName(), widget.accessibleDescription(), widget.toolTip())
        if isinstance(widget, QLineEdit):
            yield widget.placeholderText()
        elif isinstance(widget, QComboBox):
            yield from (widget.itemText(place) for place in range(widget.count()))
        elif isinstance(widget, QAbstractItemView):
            yield from _rows(widget)
    yield from (each.text() for each in window.findChildren(QAction))


def _rows(view: QAbstractItemView) -> Iterable[str]:
    model, header = view.model(), Qt.Orientation.Horizontal
    if model is None:
        return
    for column in range(columns_of(view)):
        yield str(model.headerData(column, header) or "")
        for row in range(min(model.rowCount(), 20)):
            cell = model.index(row, column)
            for role in (
                Qt.ItemDataRole.DisplayRole,
                Qt.ItemDataRole.ToolTipRole,
                Qt.ItemDataRole.AccessibleTextRole,
            ):
                data = cell.data(role)
                if isinstance(data, str):
                    yield data
