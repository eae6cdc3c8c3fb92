"""The Organisation tab: one list at a time, and the panel of what is chosen in it."""

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QMenu, QStackedWidget, QVBoxLayout, QWidget

from lean_desktop.document.changes import ChangeSet
from lean_desktop.domain.errors import RuleBroken
from lean_desktop.queries import organisation as queries
from lean_desktop.ui.editor import Command, Editor, Find, Paper, Surroundings
from lean_desktop.ui.organisation.commands import FOR_ROWS, commands_of
from lean_desktop.ui.organisation.gestures import Gestures
from lean_desktop.ui.organisation.lists import Listing
from lean_desktop.ui.organisation.model import groups_model, people_model, units_model
from lean_desktop.ui.organisation.page import Page
from lean_desktop.ui.organisation.toolbar import (
    ALL,
    ANY,
    CHART,
    GROUPS,
    PEOPLE,
    UNITS,
    Toolbar,
    Wanted,
)
from lean_desktop.ui.organisation.wanted import condition
from lean_desktop.ui.organisation.writing import Writing
from lean_desktop.ui.qt import override
from lean_desktop.ui.widgets.inspector import Inspector
from lean_desktop.ui.widgets.side_pane import SidePane

if TYPE_CHECKING:
    from lean_desktop.ui.organisation.chart_page import ChartPage
    from lean_desktop.ui.organisation.memberships import Memberships
    from lean_desktop.ui.organisation.side import Side
    from lean_desktop.ui.widgets.empty_state import EmptyState

_MODELS: dict[str, Callable[..., Any]] = {
    PEOPLE: people_model,
    UNITS: units_model,
    GROUPS: groups_model,
}
_KINDS = {"person": PEOPLE, "unit": UNITS, "group": GROUPS}


class OrganisationEditor(Editor):
    """Lists of people, units and groups, edited in place or in the panel."""

    def __init__(self, around: Surroundings, parent: QWidget | None = None) -> None:
        super().__init__(around, parent)
        t = self.t
        self.shown = PEOPLE
        self._names = {PEOPLE: t("People"), UNITS: t("Units"), GROUPS: t("Groups")}
        self._listings: dict[str, Listing] = {}
        self._pages: dict[str, Page] = {}
        self._chart: ChartPage | None = None
        self._remembered: dict[str, Any] = {}
        self._place: dict[str, Any] = {}
        self._side: Side | None = None
        self._writing = Writing(self.live, t)
        self.gestures = Gestures(around, self.chosen, self)
        self.toolbar = Toolbar(around)
        self._stack, self._right = QStackedWidget(), QStackedWidget()
        self._pane = SidePane(self._stack, self._right, around.theme)
        blank = Inspector(t("Details"))
        blank.build_when_seen(self._make_side)
        self._right.addWidget(blank)
        self._lay_out()
        self._furnished = False
        self.show_list(PEOPLE)
        self.live.changed.connect(self._on_changed)

    # What the window asks

    @override
    def commands(self) -> Sequence[Command]:
        return commands_of(self)

    @override
    def papers(self) -> Sequence[Paper]:
        from lean_desktop.ui.organisation.paper import list_paper, person_paper

        return (
            list_paper(self.live, self.t, self._rows_shown),
            person_paper(self.live, self.t, self._person),
        )

    @override
    def status(self) -> str:
        t = self.t
        people, units, groups = self.live.read(queries.counts)
        told = [
            t.plural("{n} person", "{n} people", people),
            t.plural("{n} unit", "{n} units", units),
            t.plural("{n} group", "{n} groups", groups),
        ]
        return " · ".join(told)

    @override
    def finds(self) -> Sequence[Find]:
        people = [
            Find("person", row.id, row.name, row.title or row.unit)
            for row in self.live.read(queries.people, today=self.live.today)
        ]
        units = [Find("unit", key, name) for key, name in self._writing.units()]
        groups = [Find("group", key, name) for key, name in self._writing.groups()]
        return [*people, *groups, *units]

    @override
    def show_found(self, found: Find) -> None:
        self._show_row(found.kind, found.key)
        self._go_to_list()

    @override
    def panes(self) -> Sequence[QWidget]:
        front = self._page(self.shown).front()
        beside = self._side.currentWidget() if self._side and self._side.isVisible() else None
        return (front, beside) if beside else (front,)

    @override
    def toggle_inspector(self) -> None:
        self._pane.toggle()

    @override
    def commit_text_in_hand(self) -> None:
        for page in self._pages.values():
            page.commit()
        if self._side:
            self._side.commit()

    @override
    def keep_drafts(self) -> bool:
        kept = self._side is None or self._side.keep_drafts()
        return kept and not any(page.in_hand() for page in self._pages.values())

    @override
    def layout_state(self) -> dict[str, Any]:
        kept = {key: page.state() for key, page in self._pages.items()}
        return {
            "list": self.shown,
            "side": self._pane.state(),
            "lists": {**self._remembered, **kept},
        }

    @override
    def restore_layout(self, state: dict[str, Any]) -> None:
        self._pane.restore(state.get("side"))
        lists = state.get("lists")
        self._remembered = dict(lists) if isinstance(lists, dict) else {}
        for key, page in self._pages.items():
            page.restore(self._remembered.get(key))
        if state.get("list") in (CHART, *_MODELS):
            self.show_list(state["list"])

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        """Once the list is on the screen, do what it did not need."""
        super().paintEvent(event)
        if not self._furnished:
            self._furnished = True
            QTimer.singleShot(0, self, self._offer_filters)

    @override
    def place(self) -> dict[str, Any]:
        current = {which: page.current_key() for which, page in self._pages.items()}
        return {**self._place, **{which: key for which, key in current.items() if key}}

    @override
    def return_to(self, place: dict[str, Any]) -> None:
        self._place = place
        for which, page in self._pages.items():
            page.return_to(place.get(which))

    # What one can do

    def chosen(self) -> list[Any]:
        """What is chosen on the page that is shown."""
        return self._page(self.shown).chosen_rows()

    def kind(self) -> str:
        """What is chosen there: people, units or groups."""
        return self._page(self.shown).kind()

    def show_list(self, which: str) -> None:
        """Show the chart, people, units or groups."""
        self.shown = which
        page = self._page(which)
        self.toolbar.show_list(which, self._new_text(page.kind()))
        self._stack.setCurrentWidget(page)
        self._search()
        self._on_counted()

    def begin_search(self) -> None:
        """Go to the search."""
        self.toolbar.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.toolbar.search.selectAll()

    def new(self, which: str = "") -> None:
        """Ask for a new person, unit or group."""
        from lean_desktop.ui.organisation import new_dialog

        which = which or self.kind()
        if which == PEOPLE:
            wanted = dict(self._writing.units()).get(self.toolbar.wanted().unit_id, "")
            dialog: new_dialog.NewDialog = new_dialog.NewPersonDialog(
                self.around, self, unit=wanted
            )
        elif which == UNITS:
            dialog = new_dialog.NewUnitDialog(self.around, self)
        else:
            dialog = new_dialog.NewGroupDialog(self.around, self)
        dialog.added.connect(partial(self._show_in, which))
        dialog.open()

    def remove(self, *, whole: bool = False) -> None:
        """Delete the chosen rows; `whole` takes what lies below them too."""
        self.gestures.remove(self.kind(), whole=whole)

    def copy(self) -> None:
        """Copy the chosen rows, ready for a spreadsheet."""
        self._page(self.shown).copy()

    def sort(self) -> None:
        """Sort by the column one is in."""
        self._page(self.shown).sort()

    def end(self) -> None:
        """Let the memberships chosen in the panel end today."""
        if members := self._members():
            members.end()

    def take_out(self) -> None:
        """Take the memberships chosen in the panel away."""
        if members := self._members():
            members.take_out()

    def has_chosen(self) -> bool:
        """Whether any row is chosen."""
        return bool(self.chosen())

    def has_people(self) -> bool:
        """Whether people are chosen."""
        return self.kind() == PEOPLE and self.has_chosen()

    def has_members(self) -> bool:
        """Whether memberships are chosen in the panel."""
        members = self._members()
        return members is not None and bool(members.chosen())

    def import_people(self, path: Path | None = None) -> None:
        """Import people from a file, asking for it when none is given."""
        from lean_desktop.ui.organisation.import_dialog import import_from_file

        self.show_list(PEOPLE)
        if dialog := import_from_file(self.around, path, self):
            dialog.accepted.connect(self._go_to_list)

    def paste(self, text: str) -> None:
        """Import people from rows copied in a spreadsheet."""
        from lean_desktop.ui.organisation.import_dialog import import_from_text

        if self.shown == PEOPLE and text.strip() and not self.live.read_only:
            import_from_text(self.around, text, self).accepted.connect(self._go_to_list)

    # Inside

    def _lay_out(self) -> None:
        bar = self.toolbar
        bar.list_chosen.connect(self.show_list)
        bar.searched.connect(self._search)
        bar.left_search.connect(self._go_to_list)
        bar.filtered.connect(self._filter)
        bar.import_asked.connect(self.import_people)
        bar.new_asked.connect(self.new)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(bar)
        column.addWidget(self._pane, 1)

    def _new_text(self, kind: str) -> str:
        texts = {
            PEOPLE: self.t("New person"),
            UNITS: self.t("New unit"),
            GROUPS: self.t("New group"),
        }
        return texts[kind]

    def _page(self, which: str) -> Page:
        return self._chart_page() if which == CHART else self._listing(which)

    def _listing(self, which: str) -> Listing:
        if which not in self._listings:
            self._listings[which] = self._pages[which] = self._made(which)
        return self._listings[which]

    def _chart_page(self) -> "ChartPage":
        if self._chart is None:
            from lean_desktop.ui.organisation.chart_page import ChartPage

            self._chart = self._pages[CHART] = ChartPage(self.around)
            self._chart.restore(self._remembered.get(CHART))
            self._chart.return_to(self._place.get(CHART))
            self._chart.chosen.connect(self._on_box)
            self._chart.asked.connect(self._on_asked)
            self._stack.addWidget(self._chart)
        return self._chart

    def _on_box(self) -> None:
        """Another box of the chart: what a new one would be follows it."""
        self.toolbar.show_list(CHART, self._new_text(self.kind()))
        self._on_chosen()

    def _on_asked(self, name: str) -> None:
        """What keys on the chart ask of the editor."""
        if name == "add":
            self.new()
        elif name in ("remove", "remove_whole"):
            self.remove(whole=name == "remove_whole")
        elif name == "menu":
            self._open_menu(self._page(CHART).front().rect().center())

    def _made(self, which: str) -> Listing:
        model = _MODELS[which](self.live, self.t, self)
        instead = partial(self._empty_page, which), self._page_of_nothing
        listing = Listing(which, self._names[which], model, self.around, instead)
        if which == PEOPLE:
            listing.filter(condition(self.live, self.toolbar.wanted()))
        listing.restore(self._remembered.get(which))
        listing.return_to(self._place.get(which))
        table = listing.table
        table.chosen.connect(self._on_chosen)
        table.remove_asked.connect(lambda whole: self.remove(whole=whole))
        table.paste_asked.connect(self.paste)
        table.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        table.customContextMenuRequested.connect(self._open_menu)
        model.counted.connect(self._on_counted)
        self._stack.addWidget(listing)
        return listing

    def _empty_page(self, which: str) -> "EmptyState":
        from lean_desktop.ui.organisation.empty_lists import empty_list

        return empty_list(which, self.around, self.import_people, partial(self.new, which))

    def _page_of_nothing(self) -> "EmptyState":
        from lean_desktop.ui.organisation.empty_lists import nothing_found

        return nothing_found(self.around, self._show_all)

    def _make_side(self) -> None:
        """The panels are made after the list has been painted."""
        from lean_desktop.ui.organisation.side import Side

        if self._side is None:
            self._side = Side(self.around, self.commands())
            self._side.go_to.connect(self._show_row)
            self._side.asked.connect(self._run)
            self._side.sheet_asked.connect(self._print_sheet)
            self._side.anonymise_asked.connect(self.gestures.anonymise)
            self._right.addWidget(self._side)
            self._right.setCurrentWidget(self._side)
            self._on_chosen()

    def _on_chosen(self) -> None:
        if self._side:
            self._side.show_rows(self.kind(), self.chosen())
        self.noted.emit()

    def _on_counted(self) -> None:
        shown, total = self._page(self.shown).counted()
        self.toolbar.show_count(
            self.t("{n} of {all}", n=self.t.number(shown), all=self.t.number(total))
            if shown != total
            else ""
        )
        self._on_chosen()

    def _search(self) -> None:
        self._page(self.shown).search(self.toolbar.search.text())

    def _go_to_list(self) -> None:
        self._page(self.shown).front().setFocus()

    def _filter(self) -> None:
        self._listing(PEOPLE).filter(condition(self.live, self.toolbar.wanted()))

    def _offer_filters(self) -> None:
        self.toolbar.offer(self._writing.units(), self._writing.groups())

    def _on_changed(self, changes: ChangeSet) -> None:
        before = self.toolbar.wanted()
        if changes.touches(("unit", "group")):
            self._offer_filters()
        wanted = self.toolbar.wanted()
        moved = wanted.unit_id and changes.touches(("unit",))
        come = wanted.group_id and changes.touches(("membership", "group"))
        if wanted != before or moved or come:  # what was asked for may be gone
            self._filter()

    def _show_row(self, kind: str, key: int) -> None:
        self._show_in(_KINDS[kind], key)

    def _show_in(self, which: str, key: int) -> None:
        """Choose one row, whatever the search and the filters say."""
        self.show_list(which)
        listing = self._listing(which)
        if not listing.model.index_of(key).isValid():
            self._show_all()
        listing.table.go_to(key)

    def _show_all(self) -> None:
        self.toolbar.search.clear()
        self.toolbar.want(Wanted(ALL, ANY, ANY))

    def _open_menu(self, at: QPoint) -> None:
        """What can be done with the chosen rows, at the mouse or the Menu key."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        by_name = {command.name: command for command in self.commands()}
        for name in FOR_ROWS:
            self._add_to(menu, by_name[name])
        menu.popup(self._page(self.shown).front().mapToGlobal(at))

    def _add_to(self, menu: QMenu, command: Command) -> None:
        action = menu.addAction(command.text)
        closed = command.edits and self.live.read_only
        action.setEnabled(not closed and (command.allowed is None or command.allowed()))
        action.triggered.connect(lambda: self._run(command))

    def _run(self, command: Command) -> None:
        """Commit the text in hand, then do it."""
        try:
            self.commit_text_in_hand()
        except RuleBroken:
            return
        command.run()

    def _members(self) -> "Memberships | None":
        return self._side.memberships() if self._side else None

    def _person(self) -> Any:
        chosen = self.chosen() if self.kind() == PEOPLE else []
        return chosen[0] if chosen else None

    def _rows_shown(self) -> tuple[str, list[Any]]:
        which = PEOPLE if self.shown == CHART else self.shown
        return which, self._listing(which).model.rows()

    def _print_sheet(self) -> None:
        from lean_desktop.ui.print_preview import PrintPreview

        around = self.around
        _, paper = self.papers()
        PrintPreview(around.t, around.theme, around.settings, paper, self).open()
