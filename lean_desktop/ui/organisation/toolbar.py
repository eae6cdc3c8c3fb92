"""The toolbar of the Organisation tab: which list, what is looked for, who is shown, what is new."""

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QActionGroup, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QMenu, QPushButton, QSizePolicy, QWidget

from lean_desktop.ui.editor import Surroundings
from lean_desktop.ui.qt import override
from lean_desktop.ui.widgets.buttons import Segments, button
from lean_desktop.ui.widgets.inputs import Choice
from lean_desktop.ui.widgets.search_field import SearchField

CHART, PEOPLE, UNITS, GROUPS = "chart", "people", "units", "groups"
ROLES, NEEDS, GOALS = "roles", "needs", "goals"
DRAFT = "draft"
"""No list: a draft, whose panel stands beside its chart."""

WITH_US, FORMER, ALL = "with_us", "former", "all"
ANY = 0
"""The key of “all units” and “all groups”."""

_SEARCH, _FILTER = 180, 140
_FITS = (
    (True, True, True),
    (True, False, True),
    (False, True, True),
    (False, False, True),
    (False, False, False),
)
"""What gives way where there is too little room: are there filters, and texts on the buttons?"""


class Wanted(NamedTuple):
    """Who is shown: today or not, of which unit, in which group; 0 for any."""

    who: str
    unit_id: int
    group_id: int


class Toolbar(QWidget):
    """When there is too little room, the filters go into one button, and buttons lose their texts.

    Emits `list_chosen(which)`, `searched()`, `left_search()` for Enter or Down in the search,
    `filtered()`, `import_asked()` and `new_asked()`.
    """

    list_chosen = Signal(str)
    searched = Signal()
    left_search = Signal()
    filtered = Signal()
    import_asked = Signal()
    new_asked = Signal()

    def __init__(self, around: Surroundings) -> None:
        super().__init__()
        self.setObjectName("toolbar")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self._t, self._theme = around.t, around.theme
        t = self._t
        self.segments = Segments(
            t("List"),
            [
                (CHART, t("Chart")),
                (PEOPLE, t("People")),
                (UNITS, t("Units")),
                (GROUPS, t("Groups")),
                (ROLES, t("Roles")),
                (NEEDS, t("Missing")),
                (GOALS, t("Vision")),
            ],
        )
        self.segments.chosen.connect(self.list_chosen)
        self.search = _Search(t("Find"), t, around.theme)
        self.search.setFixedWidth(around.theme.scaled(_SEARCH))
        self.search.textChanged.connect(lambda _text: self.searched.emit())
        self.search.left.connect(self.left_search)
        self.who = self._filter(t("Who is shown"))
        self.unit = self._filter(t("Unit"))
        self.group = self._filter(t("Group"))
        self.filters = (self.who, self.unit, self.group)
        self._fill(
            self.who,
            [
                (WITH_US, t("With us today")),
                (FORMER, t("Former and coming")),
                (ALL, t("Everyone")),
            ],
        )
        self._menu = QMenu(self)
        self._menu.aboutToShow.connect(self._fill_menu)
        self.filter_button = button("", None, icon=around.theme.icon("filter"))
        self.filter_button.setMenu(self._menu)
        self.counted = QLabel()
        self.counted.setProperty("look", "small")
        self._make_buttons(read_only=around.live.read_only)
        self._lay_out()
        self.offer((), ())

    def wanted(self) -> Wanted:
        """What the filters say now."""
        return Wanted(*(each.currentData() for each in self.filters))

    def want(self, wanted: Wanted) -> None:
        """Set the filters, and tell once."""
        for choice, key in zip(self.filters, wanted, strict=True):
            choice.blockSignals(True)
            choice.setCurrentIndex(max(0, choice.findData(key)))
            choice.blockSignals(False)
        self._on_filtered()

    def offer(self, units: Sequence[tuple[int, str]], groups: Sequence[tuple[int, str]]) -> None:
        """Offer these units and groups to filter by; what is chosen stays, if it is there."""
        self._fill(self.unit, [(ANY, self._t("All units")), *units])
        self._fill(self.group, [(ANY, self._t("All groups")), *groups])
        self._name_filters()

    def show_list(self, which: str, new: str) -> None:
        """Show what belongs to that list; `new` is the text of the button for a new row."""
        self.segments.choose(which)
        self._filters_apply = which == PEOPLE
        self._new_text = new
        self._fit()

    def show_count(self, text: str) -> None:
        """Say how many of all are shown."""
        self.counted.setText(text)
        self._fit()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    # Inside

    def _filter(self, name: str) -> Choice:
        choice = Choice()
        choice.setAccessibleName(name)
        choice.setToolTip(name)
        choice.setFixedWidth(self._theme.scaled(_FILTER))
        choice.currentIndexChanged.connect(lambda _index: self._on_filtered())
        return choice

    def _fill(self, choice: Choice, offered: Sequence[tuple[object, str]]) -> None:
        chosen = choice.currentData()
        choice.blockSignals(True)
        choice.clear()
        for key, text in offered:
            choice.addItem(text, key)
        choice.setCurrentIndex(max(0, choice.findData(chosen)))
        choice.blockSignals(False)

    def _make_buttons(self, *, read_only: bool) -> None:
        t, icon = self._t, self._theme.icon
        self._filters_apply = True
        self._new_text = t("New person")
        self._import_text = t("Import people")
        self.import_button = button(
            self._import_text, self.import_asked.emit, icon=icon("table", "text2")
        )
        self.new_button = button(
            self._new_text,
            self.new_asked.emit,
            kind="primary",
            icon=icon("plus", "on_accent"),
            keys="Ctrl+N",
        )
        self.set_read_only(read_only)

    def set_read_only(self, read_only: bool) -> None:
        """Offer what changes the document, or not."""
        for each in (self.import_button, self.new_button):
            each.setEnabled(not read_only)

    def _lay_out(self) -> None:
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(20, 9, 20, 9)
        self._row.setSpacing(8)
        for widget in (
            self.segments,
            self.search,
            *self.filters,
            self.filter_button,
            self.counted,
        ):
            self._row.addWidget(widget)
        self._row.addStretch(1)
        self._row.addWidget(self.import_button)
        self._row.addWidget(self.new_button)

    def _fit(self) -> None:
        """Show as much as there is room for, once it is known how much that is."""
        if not self.testAttribute(Qt.WidgetAttribute.WA_Resized):
            return
        for filters, import_text, new_text in _FITS:
            self._arrange(filters=filters, import_text=import_text, new_text=new_text)
            if self._row.sizeHint().width() <= self.width():
                return
        self.counted.hide()

    def _arrange(self, *, filters: bool, import_text: bool, new_text: bool) -> None:
        for choice in self.filters:
            choice.setVisible(self._filters_apply and filters)
        self.counted.show()
        self.filter_button.setVisible(self._filters_apply and not filters)
        _name(self.import_button, self._import_text, texts=import_text)
        _name(self.new_button, self._new_text, texts=new_text)
        self._row.invalidate()

    def _on_filtered(self) -> None:
        self._name_filters()
        self.filtered.emit()

    def _name_filters(self) -> None:
        set_apart = sum(1 for choice in self.filters if choice.currentIndex() > 0)
        name = self._t("Filter")
        self.filter_button.setText(f"{name} ({set_apart})" if set_apart else name)
        self.filter_button.setAccessibleName(self.filter_button.text())

    def _fill_menu(self) -> None:
        """The filters again, as a menu."""
        self._menu.clear()
        for choice in self.filters:
            self._add_to_menu(choice)

    def _add_to_menu(self, choice: Choice) -> None:
        part = self._menu.addMenu(choice.accessibleName())
        group = QActionGroup(part)
        for place in range(choice.count()):
            action = group.addAction(choice.itemText(place).replace("&", "&&"))
            action.setCheckable(True)
            action.setChecked(place == choice.currentIndex())
            action.triggered.connect(lambda _checked, place=place: choice.setCurrentIndex(place))
            part.addAction(action)


class _Search(SearchField):
    """Enter and Down lead to what was found: `left()`."""

    left = Signal()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Down):
            self.left.emit()
        else:
            super().keyPressEvent(event)


def _name(of: QPushButton, text: str, *, texts: bool) -> None:
    of.setText(text if texts else "")
    of.setAccessibleName(text)
    of.setToolTip("" if texts else text)
