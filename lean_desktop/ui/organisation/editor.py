"""The Organisation tab: one list at a time, and the panel of what is chosen in it."""

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSplitter, QStackedWidget, QVBoxLayout, QWidget

from lean_desktop.edits import organisation as edits
from lean_desktop.i18n import M_, Message
from lean_desktop.queries import organisation as queries
from lean_desktop.ui.editor import Command, Editor, Find, Paper, Surroundings
from lean_desktop.ui.organisation.lists import Listing
from lean_desktop.ui.organisation.model import Writing, groups_model, people_model, units_model
from lean_desktop.ui.qt import override
from lean_desktop.ui.widgets.buttons import Segments, button
from lean_desktop.ui.widgets.empty_state import EmptyState
from lean_desktop.ui.widgets.inputs import Choice, Line
from lean_desktop.ui.widgets.inspector import Inspector

if TYPE_CHECKING:
    from lean_desktop.ui.organisation.panels import Panel

PEOPLE, UNITS, GROUPS = "people", "units", "groups"
_WIDTHS = {
    "first_name": 120,
    "last_name": 130,
    "number": 72,
    "title": 150,
    "unit": 180,
    "manager": 150,
    "email": 190,
    "phone": 110,
    "percent": 84,
    "active_from": 92,
    "active_to": 92,
    "groups": 72,
    "name": 250,
    "parent": 200,
    "leader": 170,
    "people": 80,
    "kind": 160,
    "members": 90,
}
WITH_US, FORMER, ALL = "with_us", "former", "all"


class OrganisationEditor(Editor):
    """Lists of people, units and groups, edited in place or in the panel."""

    def __init__(self, around: Surroundings, parent: QWidget | None = None) -> None:
        super().__init__(around, parent)
        self._listings: dict[str, Listing] = {}
        self._remembered: dict[str, Any] = {}
        self._panels: dict[str, Panel] = {}
        self._stack, self._side = QStackedWidget(), QStackedWidget()
        self._splitter = QSplitter(Qt.Orientation.Horizontal)
        self._lay_out()
        self.show_list(PEOPLE)

    # What the window asks

    @override
    def commands(self) -> Sequence[Command]:
        t = self.t
        edit = partial(Command, edits=True)
        chosen, people = self._has_chosen, self._has_people
        return (
            edit("new_row", t("New …"), self.new, "insert", "New", "plus"),
            edit("new_person", t("New person …"), partial(self.new, PEOPLE), "insert"),
            edit("new_unit", t("New unit …"), partial(self.new, UNITS), "insert"),
            edit("new_group", t("New group …"), partial(self.new, GROUPS), "insert"),
            edit(
                "add_to_group",
                t("Put into a group …"),
                self.add_to_group,
                "insert",
                "Ctrl+G",
                allowed=people,
            ),
            edit("remove_rows", t("Delete what is chosen"), self.remove, "edit", allowed=chosen),
            edit("set_unit", t("Set unit of the chosen …"), self.set_unit, "edit", allowed=people),
            edit(
                "set_manager",
                t("Set manager of the chosen …"),
                self.set_manager,
                "edit",
                allowed=people,
            ),
            Command("find", t("Find in the list"), self.search.setFocus, "edit", "Find"),
            Command("copy_rows", t("Copy rows"), self._copy, "edit", allowed=chosen),
            Command("list_people", t("People"), partial(self.show_list, PEOPLE), "view"),
            Command("list_units", t("Units"), partial(self.show_list, UNITS), "view"),
            Command("list_groups", t("Groups"), partial(self.show_list, GROUPS), "view"),
            edit("anonymise", t("Anonymise the person …"), self.anonymise, "tools", allowed=people),
        )

    @override
    def papers(self) -> Sequence[Paper]:
        from lean_desktop.ui.organisation.paper import person_paper

        return (person_paper(self.live, self.t, self._person),)

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
            for row in self._listing(PEOPLE).model.rows()
        ]
        units = [Find("unit", key, name) for key, name in self._writing.units()]
        groups = [Find("group", key, name) for key, name in self._writing.groups()]
        return [*people, *groups, *units]

    @override
    def show_found(self, found: Find) -> None:
        where = {"person": PEOPLE, "unit": UNITS, "group": GROUPS}[found.kind]
        self.search.clear()
        self.who.setCurrentIndex(self.who.findData(ALL))
        self.show_list(where)
        self._listing(where).table.go_to(found.key)
        self._listing(where).table.setFocus()

    @override
    def panes(self) -> Sequence[QWidget]:
        panel = self._panels.get(self.shown, self._no_panel)
        return (self._listing(self.shown).table, panel)

    @override
    def toggle_inspector(self) -> None:
        self._side.setVisible(not self._side.isVisible())

    @override
    def commit_text_in_hand(self) -> None:
        for listing in self._listings.values():
            listing.table.commit()
        for panel in self._panels.values():
            panel.commit()

    @override
    def keep_drafts(self) -> bool:
        for panel in self._panels.values():
            panel.keep_drafts()
        return not any(each.table.cells.in_hand() for each in self._listings.values())

    @override
    def layout_state(self) -> dict[str, Any]:
        return {
            "list": self.shown,
            "splitter": self._splitter.sizes(),
            "inspector": not self._side.isHidden(),
            "lists": {key: listing.state() for key, listing in self._listings.items()},
        }

    @override
    def restore_layout(self, state: dict[str, Any]) -> None:
        if state.get("list") in (PEOPLE, UNITS, GROUPS):
            self.show_list(state["list"])
        self._side.setVisible(state.get("inspector") is not False)
        match state.get("splitter"):
            case [int(left), int(right)]:
                self._splitter.setSizes([left, right])
        lists = state.get("lists")
        self._remembered = dict(lists) if isinstance(lists, dict) else {}
        for key, listing in self._listings.items():
            listing.restore(self._remembered.get(key))

    # What one can do

    def show_list(self, which: str) -> None:
        """Show people, units or groups."""
        self.shown = which
        self.segments.choose(which)
        listing = self._listing(which)
        self._stack.setCurrentWidget(listing)
        self._side.setCurrentWidget(self._panels.get(which, self._no_panel))
        self.who.setVisible(which == PEOPLE)
        self._filter()
        self._new_button.setText(
            {
                PEOPLE: self.t("New person"),
                UNITS: self.t("New unit"),
                GROUPS: self.t("New group"),
            }[which]
        )
        if listing.table.current() is None and listing.model.rowCount():
            listing.table.selectRow(0)
        self._on_chosen()

    def new(self, which: str = "") -> None:
        """Ask for a new person, unit or group."""
        from lean_desktop.ui.organisation import new_dialog

        which = which or self.shown
        dialogs = {
            PEOPLE: new_dialog.NewPersonDialog,
            UNITS: new_dialog.NewUnitDialog,
            GROUPS: new_dialog.NewGroupDialog,
        }
        dialog = dialogs[which](self.around, self)
        dialog.added.connect(lambda key: self._show_new(which, key))
        dialog.open()

    def remove(self, *, whole: bool = False) -> None:
        """Delete the chosen rows; `whole` takes what lies below them too."""
        rows = self._listing(self.shown).table.selected()
        if not rows or self.live.read_only:
            return
        keys = [row.id for row in rows]
        label = self._removal_label(rows)
        if self.shown == PEOPLE:
            self.live.edit(label, edits.remove_people, keys)
        elif self.shown == UNITS:
            self.live.edit(label, edits.remove_units, keys, whole=whole)
        else:
            self.live.edit(label, edits.remove_groups, keys, whole=whole)

    def import_people(self, path: Path | None = None) -> None:
        """Import people from a file, asking for it when none is given."""
        from lean_desktop.ui.organisation.import_dialog import import_from_file

        self.show_list(PEOPLE)
        import_from_file(self.around, path, self)

    def paste(self, text: str) -> None:
        """Import people from rows copied in a spreadsheet."""
        from lean_desktop.ui.organisation.import_dialog import import_from_text

        if self.shown == PEOPLE and text.strip() and not self.live.read_only:
            import_from_text(self.around, text, self)

    def add_to_group(self) -> None:
        """Put the chosen people into a group."""
        self._ask(self.t("Put into a group"), self.t("Group"), self._writing.groups, self._put)

    def set_unit(self) -> None:
        """Give the chosen people the same unit."""
        self._ask(
            self.t("Set unit"),
            self.t("Unit"),
            self._writing.units,
            lambda key: self._set(M_("unit"), unit_id=key),
        )

    def set_manager(self) -> None:
        """Give the chosen people the same manager."""
        self._ask(
            self.t("Set manager"),
            self.t("Manager"),
            self._writing.people,
            lambda key: self._set(M_("manager"), manager_id=key),
        )

    def anonymise(self) -> None:
        """Take away who a person is, everywhere."""
        from lean_desktop.ui.organisation.anonymise_dialog import AnonymiseDialog

        if person := self._person():
            AnonymiseDialog(self.around, person, self).open()

    # Inside

    def _lay_out(self) -> None:
        self._writing = Writing(self.live, self.t)
        self._no_panel = Inspector(self.t("Details"))
        self._side.addWidget(self._no_panel)
        for widget in (self._stack, self._side):
            self._splitter.addWidget(widget)
        self._side.setMinimumWidth(280)
        self._side.setMaximumWidth(480)
        self._splitter.setHandleWidth(1)
        self._splitter.setChildrenCollapsible(False)
        self._splitter.setStretchFactor(0, 1)
        self._splitter.setSizes([1100, 340])
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._toolbar())
        column.addWidget(self._splitter, 1)

    def _toolbar(self) -> QWidget:
        t, icon = self.t, self.around.theme.icon
        bar = QWidget()
        bar.setObjectName("toolbar")
        bar.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        row = QHBoxLayout(bar)
        row.setContentsMargins(20, 9, 20, 9)
        row.setSpacing(8)
        self.segments = Segments(
            t("List"), [(PEOPLE, t("People")), (UNITS, t("Units")), (GROUPS, t("Groups"))]
        )
        self.segments.chosen.connect(self.show_list)
        self.search = Line()
        self.search.setPlaceholderText(t("Find in the list"))
        self.search.setAccessibleName(t("Find in the list"))
        self.search.setClearButtonEnabled(True)
        self.search.setFixedWidth(220)
        self.search.textChanged.connect(lambda _text: self._search())
        self.who = Choice()
        self.who.setAccessibleName(t("Who is shown"))
        for key, text in (
            (WITH_US, t("With us today")),
            (FORMER, t("Former and coming")),
            (ALL, t("Everyone")),
        ):
            self.who.addItem(text, key)
        self.who.currentIndexChanged.connect(lambda _index: self._filter())
        self._counted = QLabel()
        self._counted.setProperty("look", "small")
        for widget in (self.segments, self.search, self.who, self._counted):
            row.addWidget(widget)
        row.addStretch(1)
        self._import_button = button(
            t("Import people"), self.import_people, icon=icon("table", "text2")
        )
        self._new_button = button(
            t("New person"), self.new, kind="primary", icon=icon("plus", "on_accent"), keys="Ctrl+N"
        )
        for each in (self._import_button, self._new_button):
            each.setEnabled(not self.live.read_only)
            row.addWidget(each)
        return bar

    def _listing(self, which: str) -> Listing:
        if which not in self._listings:
            self._make(which)
        return self._listings[which]

    def _make(self, which: str) -> None:
        t = self.t
        made: dict[str, tuple[Callable[..., Any], str]] = {
            PEOPLE: (people_model, t("People")),
            UNITS: (units_model, t("Units")),
            GROUPS: (groups_model, t("Groups")),
        }
        model, name = made[which]
        listing = Listing(
            name, model(self.live, t, self), _WIDTHS, self.around, self._empty_state(which)
        )
        listing.table.chosen.connect(self._on_chosen)
        listing.table.remove_asked.connect(lambda whole: self.remove(whole=whole))
        listing.table.paste_asked.connect(self.paste)
        listing.model.counted.connect(self._on_counted)
        listing.restore(self._remembered.get(which))
        self._listings[which] = listing
        self._stack.addWidget(listing)

    def _make_panel(self) -> None:
        """The panel of the list that is shown; made after the list has been painted."""
        from lean_desktop.ui.organisation import panels

        made: dict[str, Callable[[Surroundings], Panel]] = {
            PEOPLE: panels.PersonPanel,
            UNITS: panels.UnitPanel,
            GROUPS: panels.GroupPanel,
        }
        if self.shown not in self._panels:
            panel = made[self.shown](self.around)
            if isinstance(panel, panels.PersonPanel):
                panel.anonymise_asked.connect(self.anonymise)
                panel.sheet_asked.connect(self._print_sheet)
            self._panels[self.shown] = panel
            self._side.addWidget(panel)
        self._side.setCurrentWidget(self._panels[self.shown])
        self._on_chosen()

    def _empty_state(self, which: str) -> EmptyState:
        t = self.t
        facts = {
            PEOPLE: ("users", t("No people here"), t("Take them from the HR system's list.")),
            UNITS: (
                "org",
                t("No units here"),
                t("They come with the list of people, or one by one."),
            ),
            GROUPS: ("layers", t("No groups here"), t("A steering group is a good beginning.")),
        }
        icon, fact, sentence = facts[which]
        page = EmptyState(icon, fact, sentence, self.around.theme)
        if self.live.read_only:
            return page
        if which != GROUPS:
            page.offer(t("Import people"), self.import_people, icon="table")
        page.offer(
            {PEOPLE: t("New person"), UNITS: t("New unit"), GROUPS: t("New group")}[which],
            partial(self.new, which),
            icon="plus",
        )
        return page

    def _search(self) -> None:
        self._listing(self.shown).search(self.search.text())

    def _filter(self) -> None:
        listing, today = self._listing(self.shown), self.live.today
        listing.search(self.search.text())
        if self.shown == PEOPLE:
            conditions: dict[str, Callable[[Any], bool] | None] = {
                WITH_US: lambda person: person.active_on(today),
                FORMER: lambda person: not person.active_on(today),
                ALL: None,
            }
            listing.filter(conditions[self.who.currentData()])
        self._on_counted()

    def _on_counted(self) -> None:
        model = self._listing(self.shown).model
        shown, total = model.rowCount(), model.total()
        text = self.t("{n} of {all}", n=shown, all=total) if shown != total else ""
        self._counted.setText(text)
        self._on_chosen()

    def _on_chosen(self) -> None:
        if panel := self._panels.get(self.shown):
            panel.show_row(self._listing(self.shown).table.current())
        else:
            self._no_panel.build_when_seen(self._make_panel)
        self.noted.emit()

    def _show_new(self, which: str, key: int) -> None:
        self.show_list(which)
        self._listing(which).table.go_to(key)

    def _ask(
        self,
        title: str,
        label: str,
        choices: Callable[[], list[tuple[int, str]]],
        do: Callable[[int | None], None],
    ) -> None:
        from lean_desktop.ui.organisation.ask_dialog import AskDialog

        AskDialog(title, label, choices, do, self.around, self).open()

    def _put(self, group_id: int | None) -> None:
        people = self._listing(PEOPLE).table.selected()
        if group_id is not None and people:
            group = dict(self._writing.groups())[group_id]
            label = (
                M_("Put {name} into {group}", name=people[0].name, group=group)
                if len(people) == 1
                else M_("Put {n} people into {group}", n=len(people), group=group)
            )
            keys = [person.id for person in people]
            self.live.edit(label, edits.add_members, group_id, keys, valid_from=self.live.today)

    def _set(self, what: Message, **fields: object) -> None:
        people = self._listing(PEOPLE).table.selected()
        if people:
            label = M_("Set {what} of {n} people", what=what, n=len(people))
            self.live.edit(label, edits.change_people, [each.id for each in people], **fields)

    def _removal_label(self, rows: Sequence[Any]) -> Message:
        if len(rows) == 1:
            return M_("Delete “{name}”", name=rows[0].name)
        return {
            PEOPLE: M_("Delete {n} people", n=len(rows)),
            UNITS: M_("Delete {n} units", n=len(rows)),
            GROUPS: M_("Delete {n} groups", n=len(rows)),
        }[self.shown]

    def _copy(self) -> None:
        self._listing(self.shown).table.copy()

    def _person(self) -> Any:
        return self._listing(PEOPLE).table.current() if self.shown == PEOPLE else None

    def _print_sheet(self) -> None:
        from lean_desktop.ui.print_preview import PrintPreview

        around = self.around
        (paper,) = self.papers()
        PrintPreview(around.t, around.theme, around.settings, paper, self).open()

    def _has_chosen(self) -> bool:
        return bool(self._listing(self.shown).table.selected())

    def _has_people(self) -> bool:
        return self.shown == PEOPLE and self._has_chosen()
