"""Where Tab goes to things that were made after what stands behind them."""

from collections.abc import Iterable

from PySide6.QtWidgets import QWidget


def tab_through(before: QWidget, those: Iterable[QWidget]) -> None:
    """Have Tab go from `before` through `those`, and then on to what followed it."""
    for each in those:
        QWidget.setTabOrder(before, each)
        before = each
