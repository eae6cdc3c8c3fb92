"""Who is in a group, or in which groups somebody is: the list, and the fields of the chosen one."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QMenu, QVBoxLayout, QWidget

from lean_desktop.domain.organisation import GROUP_ROLE_NAMES, GroupRole, Membership
from lean_desktop.edits import organisation as edits
from lean_desktop.i18n import M_, Message
from lean_desktop.ui.editor import Surroundings
from lean_desktop.ui.organisation.line_list import LineList
from lean_desktop.ui.organisation.model import told
from lean_desktop.ui.organisation.writing import Writing, shown_day
from lean_desktop.ui.row_model import RowModel
from lean_desktop.ui.widgets.date_field import DateField
from lean_desktop.ui.widgets.field import ChoiceField, Field


class Memberships(QWidget):
    """Role and period of the chosen one in fields; of several at once through the menu.

    `name` says what a row is called. Emits `opened(Membership)` for Enter and double click.
    """

    opened = Signal(object)

    def __init__(self, title: str, around: Surroundings, name: Callable[[Membership], str]) -> None:
        super().__init__()
        self.live, self.t = around.live, around.t
        self.writing = Writing(around.live, around.t)
        self.list = LineList(title, around, name, lambda row: told(self.t, row))
        self._shown: Membership | None = None
        self.fields = self._make_fields(around)
        self.box = QWidget()
        self._lay_out()
        self.list.chosen.connect(self._on_chosen)
        self.list.opened.connect(self.opened)
        self.list.remove_asked.connect(lambda _whole: self.take_out())
        self.list.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.list.customContextMenuRequested.connect(self._open_menu)

    def follow(self, model: RowModel[Membership]) -> None:
        """Show these memberships."""
        self._leave()
        self.list.follow(model)
        model.counted.connect(self._on_chosen)
        self._on_chosen()

    def chosen(self) -> list[Membership]:
        """Those that are chosen in the list."""
        return self.list.selected()

    def in_hand(self) -> bool:
        """Whether anything is typed here that is not committed."""
        return any(field.in_hand() for field in self.fields.values())

    def set_role(self, role: GroupRole) -> None:
        """Give the chosen ones this role."""
        rows = self.chosen()
        self._change(rows, M_("Change role of {who}", who=_who(rows)), role=role)

    def end(self) -> None:
        """Let the chosen ones end today; they stay in the history of the group."""
        rows = self.chosen()
        label = M_("End membership of {who}", who=_who(rows))
        self._change(rows, label, valid_to=self.live.today)

    def take_out(self) -> None:
        """Take the chosen ones out as if they had never been in."""
        gone = self.chosen()
        if gone and not self.live.read_only:
            label = (
                M_("Take {name} out of {group}", name=gone[0].person, group=gone[0].group)
                if len(gone) == 1
                else M_("Take {n} people out of groups", n=len(gone))
            )
            self.live.edit(label, edits.remove_memberships, [row.id for row in gone])

    # Inside

    def _make_fields(self, around: Surroundings) -> dict[str, Field]:
        t, theme = self.t, around.theme
        return {
            "role": ChoiceField(
                t("Role"),
                t,
                lambda typed: self._write(M_("role"), "role", GroupRole(typed)),
                [(role.value, t(name)) for role, name in GROUP_ROLE_NAMES.items()],
            ),
            "valid_from": DateField(
                t("From"),
                t,
                theme,
                lambda day: self._write(M_("first day"), "valid_from", day),
                lambda: self.live.today,
            ),
            "valid_to": DateField(
                t("To"),
                t,
                theme,
                lambda day: self._write(M_("last day"), "valid_to", day),
                lambda: self.live.today,
            ),
        }

    def _lay_out(self) -> None:
        period = QHBoxLayout()
        period.setSpacing(8)
        period.addWidget(self.fields["valid_from"], 0, Qt.AlignmentFlag.AlignTop)
        period.addWidget(self.fields["valid_to"], 0, Qt.AlignmentFlag.AlignTop)
        inside = QVBoxLayout(self.box)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(12)
        inside.addWidget(self.fields["role"])
        inside.addLayout(period)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(12)
        whole.addWidget(self.list)
        whole.addWidget(self.box)

    def _on_chosen(self) -> None:
        row: Membership | None = self.list.current()
        if row is None or self._shown is None or row.id != self._shown.id:
            self._leave()
        self._shown = row
        self.box.setVisible(row is not None)
        if row:
            self.fields["role"].show_value(row.role.value)
            self.fields["valid_from"].show_value(shown_day(self.t, row.valid_from))
            self.fields["valid_to"].show_value(shown_day(self.t, row.valid_to))

    def _leave(self) -> None:
        """What was typed for one must never be taken for another's."""
        for field in self.fields.values():
            if self._shown and field.in_hand() and not field.try_commit():
                field.revert()
        self._shown = None

    def _write(self, what: Message, field: str, value: object) -> None:
        if self._shown:
            self.writing.membership(self._shown, what, field, value)

    def _change(self, rows: Sequence[Membership], label: Message, **fields: object) -> None:
        if rows and not self.live.read_only:
            self.live.edit(label, edits.change_memberships, [row.id for row in rows], **fields)

    def _open_menu(self, at: QPoint) -> None:
        if not self.chosen() or self.live.read_only:
            return
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        roles = menu.addMenu(self.t("Role"))
        for role, name in GROUP_ROLE_NAMES.items():
            roles.addAction(self.t(name)).triggered.connect(
                lambda _checked=False, role=role: self.set_role(role)
            )
        menu.addAction(self.t("End membership today")).triggered.connect(self.end)
        menu.addSeparator()
        menu.addAction(self.t("Take out of the group")).triggered.connect(self.take_out)
        menu.popup(self.list.viewport().mapToGlobal(at))


def _who(rows: Sequence[Membership]) -> str | Message:
    if len(rows) == 1:
        return f"{rows[0].person}, {rows[0].group}"
    return M_("{n} people", n=len(rows))
