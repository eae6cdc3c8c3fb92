"""Fields that stand in one line."""

from PySide6.QtWidgets import QHBoxLayout, QWidget


def beside(*widgets: QWidget) -> QWidget:
    """The widgets side by side, each as wide as the others."""
    row = QWidget()
    line = QHBoxLayout(row)
    line.setContentsMargins(0, 0, 0, 0)
    line.setSpacing(8)
    for widget in widgets:
        line.addWidget(widget, 1)
    return row
