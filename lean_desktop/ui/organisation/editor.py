"""The Organisation tab: one list at a time, and the panel of what is chosen in it."""

from collections.abc import Sequence
from datetime import date
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QMenu, QVBoxLayout, QWidget

from lean_desktop.document.changes import ChangeSet
from lean_desktop.domain.errors import RuleBroken
from lean_desktop.queries import organisation as queries
from lean_desktop.ui.editor import Command, Editor, Find, Paper, Surroundings
from lean_desktop.ui.live_document import OnDay
from lean_desktop.ui.organisation.commands import FOR_BOXES, FOR_ROWS, commands_of
from lean_desktop.ui.organisation.desk import Desk
from lean_desktop.ui.organisation.gestures import Gestures
from lean_desktop.ui.organisation.page import Page
from lean_desktop.ui.organisation.pages import Offers, Pages
from lean_desktop.ui.organisation.toolbar import (
    ALL,
    ANY,
    CHART,
    DRAFT,
    GOALS,
    GROUPS,
    NEEDS,
    PEOPLE,
    ROLES,
    UNITS,
    Toolbar,
    Wanted,
)
from lean_desktop.ui.organisation.wanted import condition
from lean_desktop.ui.organisation.writing import Writing
from lean_desktop.ui.qt import override
from lean_desktop.ui.widgets.banner import Banner

if TYPE_CHECKING:
    from lean_desktop.domain.roles import Role
    from lean_desktop.ui.organisation.chart_page import ChartPage
    from lean_desktop.ui.organisation.goals_page import GoalsPage
    from lean_desktop.ui.organisation.memberships import Memberships
    from lean_desktop.ui.organisation.new_dialog import At
    from lean_desktop.ui.organisation.side import Side

_KINDS = {"person": PEOPLE, "unit": UNITS, "group": GROUPS, "role": ROLES}
_WAYS = {"add": "below", "add_beside": "beside", "add_above": "above"}
_LISTS = (PEOPLE, UNITS, GROUPS)
_PAGES = (CHART, PEOPLE, UNITS, GROUPS, ROLES, NEEDS, GOALS)


class OrganisationEditor(Editor):
    """Lists of people, units and groups, edited in place or in the panel."""

    def __init__(self, around: Surroundings, parent: QWidget | None = None) -> None:
        super().__init__(around, parent)
        self.shown = PEOPLE
        self._writing = Writing(self.live, self.t)
        self.gestures = Gestures(around, self.chosen, self)
        self.toolbar = Toolbar(around)
        self._live_today = around.live
        self._today = self.desk = self._make_desk()
        self._told: Banner | None = None
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
        from lean_desktop.ui.organisation.papers import Shown, papers_of

        shown = Shown(
            lambda: self.shown,
            self.chosen,
            self._rows_shown,
            lambda: self._chart().layers.choice,
            lambda: self._chart().current_key(),
        )
        return papers_of(self.live, self.t, shown)

    @override
    def status(self) -> str:
        t, live = self.t, self.live
        day = live.today if live.dated else None
        people, units, groups = live.read(queries.counts, day=day)
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
        roles = [Find("role", row.id, row.name, row.place) for row in self._roles()]
        return [*people, *groups, *units, *roles]

    @override
    def show_found(self, found: Find) -> None:
        self._show_row(found.kind, found.key)
        self._go_to_list()

    @override
    def panes(self) -> Sequence[QWidget]:
        front = self._page(self.shown).front()
        side = self.desk.side
        beside = side.currentWidget() if side and side.isVisible() else None
        return (front, beside) if beside else (front,)

    @override
    def toggle_inspector(self) -> None:
        self.desk.toggle()

    @override
    def commit_text_in_hand(self) -> None:
        self.desk.commit()

    @override
    def keep_drafts(self) -> bool:
        return self.desk.keep_drafts()

    @override
    def layout_state(self) -> dict[str, Any]:
        desk = self._today
        return {"list": self.shown, "side": desk.state(), "lists": desk.pages.state()}

    @override
    def restore_layout(self, state: dict[str, Any]) -> None:
        self.desk.restore(state.get("side"))
        self.pages.restore(state.get("lists"))
        if state.get("list") in _PAGES:
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
        return self._today.pages.place()

    @override
    def return_to(self, place: dict[str, Any]) -> None:
        self.pages.return_to(place)

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
        page = self.pages.show_page(which)
        self.toolbar.show_list(which, self._new_text(page.kind()))
        self._search()
        self._on_counted()

    @property
    def pages(self) -> Pages:
        """The pages over the day that is shown."""
        return self.desk.pages

    def show_wall(self) -> None:
        """Fill the screen with vision, values and goals."""
        from lean_desktop.ui.organisation.vision_wall import VisionWall
        from lean_desktop.ui.projecting import Projecting, screen_for

        wall = VisionWall(self.around, self)
        Projecting(wall, self).show_on(screen_for(self, self.around.settings))

    def begin_draft(self) -> None:
        """Ask for a new draft of the organisation, and show it on the chart."""
        self.show_list(CHART)
        self._chart().begin_draft()

    def ask_day(self) -> None:
        """Ask for the day to show the organisation of."""
        from lean_desktop.ui.organisation.day_dialog import DayDialog

        DayDialog(self.around, self.show_day, self).open()

    def show_day(self, day: date | None) -> None:
        """Show the organisation as it was, or will be, on a day, to be read; None is today."""
        self._leave_day()
        if day is None or day == self._live_today.today:
            return
        self.around = self.around._replace(live=OnDay(self._live_today, day))
        self._show_desk(self._make_desk())
        text = self.t(
            "This is the organisation on {day}. It can only be read.", day=self.t.long_day(day)
        )
        self._told = Banner("info", text, self.t, self.around.theme, closable=False)
        self._told.offer(self.t("Another day …"), self.ask_day)
        self._told.offer(self.t("Back to today"), partial(self.show_day, None))
        self._column.insertWidget(1, self._told)

    def begin_search(self) -> None:
        """Go to the search."""
        self.toolbar.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.toolbar.search.selectAll()

    def new(self, which: str = "", way: str = "below") -> None:
        """Ask for a new person, unit, group or role; on the chart below, beside or above a box."""
        from lean_desktop.ui.organisation.new_role_dialog import new_dialog

        which = which or self.kind()
        if which == DRAFT:
            self._chart().begin_draft()
            return
        if which == GOALS:
            cast("GoalsPage", self.pages.page(GOALS)).begin_new()
            return
        dialog = new_dialog(which, self.around, self, self._place_for(which, way))
        dialog.added.connect(partial(self._on_added, which))
        dialog.open()

    def rename_box(self) -> None:
        """Write the name of the current box in its place."""
        self._chart().view.asked.emit("rename")

    def lay_leaves(self, how: str) -> None:
        """Have those below the current box of the chart stand in a column, a row, or as usual."""
        self._chart().lay_leaves(how)

    def zoom(self, how: str) -> None:
        """Look at the chart from nearer or farther: in, out, all of it, or what is chosen."""
        view = self._chart().view
        ways = {"in": view.zoom_in, "out": view.zoom_out, "all": view.fit}
        ways.get(how, view.fit_current)()

    def shows_chart(self) -> bool:
        """Whether the chart is shown, live or not."""
        return self.shown == CHART

    def on_chart(self) -> bool:
        """Whether the chart is shown, and live."""
        return self.shown == CHART and self._chart().why_closed() is None

    def remove(self, *, whole: bool = False) -> None:
        """Delete the chosen rows; `whole` takes what lies below them too."""
        if self.live.read_only or self._page(self.shown).why_closed():
            return
        below = whole and (self.shown == CHART or self.kind() != PEOPLE)
        self.gestures.remove(self.kind(), whole=below)

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

    def export_organisation(self) -> None:
        """Write the organisation to Excel or CSV."""
        from lean_desktop.ui.organisation.exchange import export_organisation

        export_organisation(self.around, self)

    def import_organisation(self) -> None:
        """Take in what was exported, after showing what it would change."""
        from lean_desktop.ui.organisation.exchange import import_organisation

        import_organisation(self.around, self)

    def save_chart(self) -> None:
        """Save the chart as a drawing or a picture, in the layers that are shown."""
        from lean_desktop.ui.organisation.chart_image import chart_png
        from lean_desktop.ui.organisation.exchange import save_picture

        page, around = self._chart(), self.around
        page.refresh()
        save_picture(
            around,
            page.layers.choice,
            lambda: chart_png(page.view.picture, around.theme, self.t),
            self,
        )

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
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addWidget(bar)
        self._column.addWidget(self.desk, 1)

    def _new_text(self, kind: str) -> str:
        texts = {
            PEOPLE: self.t("New person"),
            UNITS: self.t("New unit"),
            GROUPS: self.t("New group"),
            ROLES: self.t("New role"),
            DRAFT: self.t("New draft"),
            GOALS: self.t("New goal"),
        }
        return texts[kind]

    def _page(self, which: str) -> Page:
        return self.pages.page(which)

    def _make_desk(self) -> Desk:
        offers = Offers(
            self.import_people,
            self.new,
            self._show_all,
            lambda: condition(self.live, self.toolbar.wanted()),
        )
        desk = Desk(self.around, offers, self.commands)
        desk.furnished.connect(self._on_furnished)
        pages = desk.pages
        pages.made.connect(self._on_made)
        pages.chosen.connect(self._on_chosen)
        pages.counted.connect(self._on_counted)
        pages.asked.connect(self._on_asked)
        pages.paste_asked.connect(self.paste)
        pages.menu_asked.connect(self._open_menu)
        pages.go_to.connect(self._show_row)
        return desk

    def _on_made(self, _page: Page) -> None:
        """Tab comes to a page before the panel beside it, which may have been made before."""
        self.desk.put_panel_last()

    def _on_asked(self, name: str) -> None:
        """What keys on a page ask of the editor."""
        if name in _WAYS:
            self.new(way=_WAYS[name])
        else:
            self.remove(whole=name == "remove_whole")

    def _on_furnished(self, side: "Side") -> None:
        side.go_to.connect(self._show_row)
        side.asked.connect(self._run)
        side.sheet_asked.connect(self._print_sheet)
        side.anonymise_asked.connect(self.gestures.anonymise)
        self._on_chosen()

    def _on_chosen(self) -> None:
        """Others are chosen; on the chart, what a new one would be follows them."""
        if self.shown in (CHART, NEEDS):
            self.toolbar.show_list(self.shown, self._new_text(self.kind()))
        if self.desk.side:
            self.desk.side.show_rows(self.kind(), self.chosen())
        self.noted.emit()

    def _on_counted(self) -> None:
        shown, total = self._page(self.shown).counted()
        self.toolbar.show_count(
            self.t("{n} of {all}", n=self.t.number(shown), all=self.t.number(total))
            if shown != total
            else ""
        )
        self._on_chosen()

    def _leave_day(self) -> None:
        if self._told is None:
            self.commit_text_in_hand()
            return
        self._told.setParent(None)
        self._told.deleteLater()
        self._told, gone = None, self.desk
        dated, self.around = self.live, self.around._replace(live=self._live_today)
        self._show_desk(self._today)
        gone.deleteLater()
        dated.deleteLater()

    def _show_desk(self, desk: Desk) -> None:
        """Put another desk in the place of the one that is there, on the same page."""
        self.live = self.around.live
        self._writing = Writing(self.live, self.t)
        self._column.replaceWidget(self.desk, desk)
        self.desk.hide()
        self.desk = desk
        desk.show()
        self.toolbar.set_read_only(self.live.read_only)
        self.show_list(self.shown)
        self.noted.emit()

    def _place_for(self, which: str, way: str) -> "At":
        """Where a new one comes: at the current box of the chart, or in the unit filtered by."""
        from lean_desktop.ui.organisation.new_dialog import At

        if self.shown == CHART:
            return self._chart().place_for_new(which, way)
        unit = self.toolbar.wanted().unit_id
        return At(unit_id=unit, unit=dict(self._writing.units()).get(unit, ""))

    def _on_added(self, which: str, key: int) -> None:
        """Go to the new one, on the chart as well as in the lists."""
        if self.shown == CHART and which != ROLES:
            self._chart().show_row(which, key)
        else:
            self._show_in(which, key)

    def _chart(self) -> "ChartPage":
        return cast("ChartPage", self._page(CHART))

    def _search(self) -> None:
        self._page(self.shown).search(self.toolbar.search.text())

    def _go_to_list(self) -> None:
        self._page(self.shown).front().setFocus()

    def _filter(self) -> None:
        self.pages.listing(PEOPLE).filter(condition(self.live, self.toolbar.wanted()))

    def _offer_filters(self) -> None:
        writing = Writing(self._live_today, self.t)  # The filters stay whatever day is shown.
        self.toolbar.offer(writing.units(), writing.groups())

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
        """Go to a row in its list, or for `chart_` to its box on the chart."""
        if kind.startswith("chart_") and kind != "chart_role":
            self._chart().show_row(_KINDS[kind.removeprefix("chart_")], key)
            return
        kind = kind.removeprefix("chart_")
        self._show_in(_KINDS[kind], key)

    def _show_in(self, which: str, key: int) -> None:
        """Choose one row, whatever the search and the filters say."""
        self.show_list(which)
        listing = self.pages.listing(which)
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
        for name in (*FOR_BOXES, *FOR_ROWS) if self.shown == CHART else FOR_ROWS:
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

    def _roles(self) -> "list[Role]":
        from lean_desktop.queries.roles import roles

        return self.live.read(roles, today=self.live.today, only_active=self.live.dated)

    def _members(self) -> "Memberships | None":
        return self.desk.side.memberships() if self.desk.side else None

    def _rows_shown(self) -> tuple[str, list[Any]]:
        which = self.shown if self.shown in _LISTS else PEOPLE
        return which, self.pages.listing(which).model.rows()

    def _print_sheet(self) -> None:
        from lean_desktop.ui.print_preview import PrintPreview

        around, paper = self.around, self.papers()[-1]
        PrintPreview(around.t, around.theme, around.settings, paper, self).open()
