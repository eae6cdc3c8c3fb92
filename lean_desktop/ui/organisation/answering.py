"""Whom a person answers to besides their manager, and answered to before; who has which role."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QPoint, Qt, Signal
from PySide6.QtWidgets import QMenu, QVBoxLayout, QWidget

from lean_desktop.domain.organisation import Person, ReportingLine
from lean_desktop.domain.roles import RoleAssignment
from lean_desktop.edits import reporting as edits
from lean_desktop.i18n import M_, Language, Message
from lean_desktop.queries import reporting as queries
from lean_desktop.queries import roles as role_queries
from lean_desktop.ui.editor import Surroundings
from lean_desktop.ui.live_document import LiveDocument
from lean_desktop.ui.organisation.line_list import LineList
from lean_desktop.ui.organisation.roles_model import told
from lean_desktop.ui.organisation.writing import Writing, shown_day
from lean_desktop.ui.row_model import Column, RowModel
from lean_desktop.ui.widgets.person_field import PickField


class Lines(QWidget):
    """The lines of one person that are dotted or have ended, and a field for one more.

    Emits `opened(person_id)` for Enter and double click.
    """

    opened = Signal(int)

    def __init__(self, around: Surroundings) -> None:
        super().__init__()
        t = self.t = around.t
        self.live = around.live
        self._people = Writing(around.live, t).people
        self._person: Person | None = None
        self.add = PickField(
            t("Also answers to"), t, self._add, self._people, hint=t("Name, then Enter")
        )
        self.add.stay_for_next()
        self.list = LineList(
            t("Other lines of the person"),
            around,
            lambda row: row.manager,
            lambda row: told_line(t, row),
        )
        self.list.opened.connect(lambda row: self.opened.emit(row.manager_id))
        self.list.remove_asked.connect(lambda _whole: self._remove())
        self.list.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.list.customContextMenuRequested.connect(self._open_menu)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(self.add)
        column.addWidget(self.list)

    def show_person(self, person: Person, *, other: bool) -> None:
        """Show the lines of this person; `other` says whether it is another than before."""
        self._person = person
        if other:
            self.list.follow(lines_model(self.live, self.t, person.id, self))

    def _add(self, manager_id: int | None) -> None:
        if manager_id is None or self._person is None:
            return
        manager = dict(self._people())[manager_id]
        label = M_("{name} also answers to {manager}", name=self._person.name, manager=manager)
        self.live.edit(label, edits.add_dotted, self._person.id, manager_id, self.live.today)

    def _end(self) -> None:
        self._change(
            M_("End a dotted line of {name}", name=self._name()), edits.change_lines, end=True
        )

    def _remove(self) -> None:
        self._change(M_("Take away a line of {name}", name=self._name()), edits.remove_lines)

    def _change(self, label: Message, change: Callable[..., None], *, end: bool = False) -> None:
        rows: list[ReportingLine] = self.list.selected()
        if rows and not self.live.read_only:
            fields = {"valid_to": self.live.today} if end else {}
            self.live.edit(label, change, [row.id for row in rows], **fields)

    def _name(self) -> str:
        return self._person.name if self._person else ""

    def _open_menu(self, at: QPoint) -> None:
        rows: list[ReportingLine] = self.list.selected()
        if not rows or self.live.read_only:
            return
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        if all(row.dotted and row.valid_to is None for row in rows):
            menu.addAction(self.t("Ends today")).triggered.connect(self._end)
        menu.addAction(self.t("Take the line away")).triggered.connect(self._remove)
        menu.popup(self.list.viewport().mapToGlobal(at))


def told_line(t: Language, row: ReportingLine) -> str:
    """What kind of line it is, and for how long."""
    kind = t("Dotted line") if row.dotted else t("Manager until then")
    first, last = shown_day(t, row.valid_from), shown_day(t, row.valid_to)
    if not last:
        return f"{kind} · " + t("since {day}", day=first) if first else kind
    return f"{kind} · {first}–{last}" if first else f"{kind} · " + t("until {day}", day=last)


def lines_model(
    live: LiveDocument, t: Language, person_id: int, parent: QObject
) -> RowModel[ReportingLine]:
    """The lines that lead from one person to others; dotted ones first."""

    def order(row: ReportingLine) -> tuple[object, ...]:
        return row.valid_to is not None, not row.dotted, t.sort_key(row.manager), row.id

    return RowModel(
        live,
        [Column("manager", t("Name"), lambda row: f"{row.manager}, {told_line(t, row)}")],
        lambda connection, ids: [
            each
            for each in queries.lines(connection, ids, person_id=person_id)
            if each.person_id == person_id
        ],
        queries.lines_touched,
        order,
        parent,
    )


def roles_of_model(
    live: LiveDocument, t: Language, person_id: int, parent: QObject
) -> RowModel[RoleAssignment]:
    """The roles one person has, had or will have; those of today first."""
    today = live.today

    def order(row: RoleAssignment) -> tuple[object, ...]:
        over = row.valid_to is not None and row.valid_to < today
        return over, row.deputy, t.sort_key(row.role), row.id

    return RowModel(
        live,
        [Column("role", t("Role"), lambda row: f"{row.role}, {told(t, row)}")],
        lambda connection, ids: role_queries.assignments(connection, ids, person_id=person_id),
        role_queries.assignments_touched,
        order,
        parent,
    )
