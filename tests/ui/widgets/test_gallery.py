"""Every widget in both themes and languages: named, reachable, whole, and cheap to repaint."""

import sys
from collections.abc import Callable
from datetime import date

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFrame, QLabel, QLayout, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from lean_desktop.i18n import Language, language
from lean_desktop.ui.theme import Theme
from lean_desktop.ui.widgets.banner import Banner
from lean_desktop.ui.widgets.buttons import Segments, button
from lean_desktop.ui.widgets.chip import Chip
from lean_desktop.ui.widgets.date_field import DateField
from lean_desktop.ui.widgets.empty_state import EmptyState
from lean_desktop.ui.widgets.field import ChoiceField, LineField, TextField
from lean_desktop.ui.widgets.person_field import PickField
from lean_desktop.ui.widgets.search_field import SearchField
from lean_desktop.ui.widgets.time_bar import TimeBar

TODAY = date(2026, 10, 6)
REPAINTS = 1000


def _buttons(t: Language, theme: Theme) -> list[QWidget]:
    kinds = ("primary", "outlined", "ghost", "danger", "link")
    made: list[QWidget] = [
        button(t("Import people"), lambda: None, kind=kind, icon=theme.icon("plus"), keys="Ctrl+N")
        for kind in kinds
    ]
    made.append(button("", lambda: None, kind="tool", icon=theme.icon("x"), name=t("Close")))
    made.append(Segments(t("View"), [("a", t("Week")), ("b", t("Month"))]))
    return made


def _fields(t: Language, theme: Theme) -> list[QWidget]:
    return [
        LineField(t("Title"), t, str),
        TextField(t("Goal"), t, str),
        ChoiceField(t("Kind"), t, str, [("a", t("Discussion")), ("b", t("Decision"))]),
        PickField(t("Presenter"), t, lambda _key: None, list),
        DateField(t("Date"), t, theme, lambda _day: None, lambda: TODAY),
        SearchField(t("Find a group"), t, theme),
    ]


def _messages(t: Language, theme: Theme) -> list[QWidget]:
    bar = TimeBar(theme)
    bar.show_minutes([3, 8, 12], 20, t("{n} min over", n=3))
    page = EmptyState("board", t("Nothing to print"), t("There is no page yet."), theme)
    page.offer(t("Print …"), lambda: None)
    chip = Chip(theme, "watch", t("Decision"), "clock")
    return [Banner("bad", t("There is no page yet."), t, theme), page, chip, bar]


@pytest.fixture(params=["light", "dark"])
def tone(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture(params=["nb", "en"])
def gallery(request: pytest.FixtureRequest, qtbot: QtBot, theme: Theme, tone: str) -> QWidget:
    theme.choose(tone)
    t = language(str(request.param))
    page = QFrame()
    page.setObjectName("panel")
    column = QVBoxLayout(page)
    column.setSizeConstraint(QLayout.SizeConstraint.SetMinimumSize)
    for widget in [*_buttons(t, theme), *_fields(t, theme), *_messages(t, theme)]:
        column.addWidget(widget)
    qtbot.addWidget(page)
    with qtbot.waitActive(page):
        page.show()
    return page


def _each(page: QWidget, wanted: Callable[[QWidget], bool]) -> list[QWidget]:
    found = [each for each in page.findChildren(QWidget) if each.isVisible() and wanted(each)]
    assert found
    return found


def _takes_focus(widget: QWidget) -> bool:
    by_tab = widget.focusPolicy().value & Qt.FocusPolicy.TabFocus.value
    proxy: QWidget | None = widget.focusProxy()
    return bool(by_tab) and proxy is None


def test_whatever_takes_focus_has_a_name(gallery: QWidget) -> None:
    for widget in _each(gallery, _takes_focus):
        interface = QAccessible.queryAccessibleInterface(widget)
        buddies = [label.buddy() for label in gallery.findChildren(QLabel)]
        assert interface.text(QAccessible.Text.Name) or widget in buddies, widget


def test_everything_can_be_reached_by_tab(gallery: QWidget) -> None:
    wanted = _each(gallery, _takes_focus)
    reached = set()
    wanted[0].setFocus()
    for _ in range(len(wanted) + 3):
        focused = gallery.focusWidget()
        assert isinstance(focused, QWidget)
        reached.add(focused)
        QTest.keyClick(focused, Qt.Key.Key_Tab)
    unreached = set(wanted) - reached
    assert all(_is_unchosen_segment(each) for each in unreached), unreached


def _is_unchosen_segment(widget: QWidget) -> bool:
    return (
        isinstance(widget, QPushButton)
        and widget.property("kind") == "segment"
        and not widget.isChecked()
    )


def test_whatever_is_clicked_is_large_enough(gallery: QWidget) -> None:
    least = QSize(24, 24)
    for widget in _each(gallery, lambda each: isinstance(each, QPushButton)):
        if widget.property("kind") != "link":  # stands in a line of text
            assert widget.size().expandedTo(least) == widget.size(), widget.accessibleName()


def test_no_text_is_cut_off(gallery: QWidget) -> None:
    for label in _each(gallery, lambda each: isinstance(each, QLabel)):
        assert label.width() >= label.minimumSizeHint().width()
        if isinstance(label, QLabel) and label.wordWrap():
            assert label.height() >= label.heightForWidth(label.width())
    for pressed in _each(gallery, lambda each: isinstance(each, QPushButton)):
        assert pressed.width() >= pressed.sizeHint().width()


def test_focus_can_be_seen(gallery: QWidget, theme: Theme) -> None:
    for widget in _each(gallery, _takes_focus):
        others = [each for each in _each(gallery, _takes_focus) if each is not widget]
        others[0].setFocus()
        before = widget.grab().toImage()
        widget.setFocus(Qt.FocusReason.TabFocusReason)
        assert widget.grab().toImage() != before, widget.accessibleName()


def test_repainting_takes_no_reference_from_none(gallery: QWidget) -> None:
    gallery.repaint()
    before = sys.getrefcount(None)
    for _ in range(REPAINTS):
        gallery.update()
        gallery.repaint()
    assert abs(sys.getrefcount(None) - before) < REPAINTS / 10
