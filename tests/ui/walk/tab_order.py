"""Whether Tab comes to everything and round again, in the order one reads."""

from collections.abc import Iterator
from itertools import pairwise

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QScrollArea, QWidget

from tests.ui.walk.names import focusable, told


def faults(window: QWidget) -> Iterator[str]:
    """Presses Tab until it comes round, and tells what was missed and where it leapt back."""
    wanted = [each for each in focusable(window) if each.isEnabled() and _takes_tab(each)]
    if not wanted:
        return
    for area in window.findChildren(QScrollArea):
        area.verticalScrollBar().setValue(0)
    places = {each: _place(window, each) for each in focusable(window)}
    walked = _walked(window, 2 * len(wanted) + 2)
    if len(wanted) > 1 and len(walked) > 1 and walked[-1] is walked[-2]:
        yield f"Tab stays in {told(walked[-1])}"
    for each in wanted:
        if each not in walked:
            yield f"Tab never comes to {told(each)}"
    if walked and walked.count(walked[0]) < 2:
        yield f"Tab does not come round to {told(walked[0])}"
    yield from _leaps(walked, places)


def _walked(window: QWidget, most: int) -> list[QWidget]:
    """Where the focus goes, from where it is until it comes to something again."""
    walked: list[QWidget] = []
    for _ in range(most):
        here = QApplication.focusWidget()
        if here is None or here.window() is not window:
            QTest.keyClick(window, Qt.Key.Key_Tab)
            continue
        walked.append(here)
        if here in walked[:-1]:
            break
        QTest.keyClick(here, Qt.Key.Key_Tab)
    return walked


def _leaps(walked: list[QWidget], places: dict[QWidget, QRect]) -> Iterator[str]:
    """Steps against the way one reads; the one step from the last back to the first is none."""
    steps = [pair for pair in pairwise(walked) if _leaps_back(pair, places)]
    if len(steps) > 1:
        yield from (f"Tab leaps from {told(one)} back to {told(other)}" for one, other in steps)


def _leaps_back(step: tuple[QWidget, QWidget], places: dict[QWidget, QRect]) -> bool:
    """Columns from left to right, rows from the top, and in a row from left to right.

    So a step may go right, or down; never to what lies wholly left and not below, and never to
    what lies wholly above unless it begins a column further right.
    """
    one, other = (places.get(each) for each in step)
    if one is None or other is None:
        return False
    left, right = other.right() < one.left(), other.left() > one.right()
    above, below = other.bottom() < one.top(), other.top() > one.bottom()
    return (left and not below) or (above and not right)


def _place(window: QWidget, widget: QWidget) -> QRect:
    return QRect(widget.mapTo(window, QPoint()), widget.size())


def _takes_tab(widget: QWidget) -> bool:
    """Of buttons that exclude each other, only the one that is checked does."""
    group = widget.group() if isinstance(widget, QAbstractButton) else None
    other = group is not None and group.exclusive() and group.checkedButton() is not widget
    return not other and bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus)
