"""The panel of one person: who they are, their groups, and their privacy."""

from PySide6.QtCore import Signal

from lean_desktop.domain.organisation import Person
from lean_desktop.edits import organisation as edits
from lean_desktop.i18n import M_, Message
from lean_desktop.ui.editor import Surroundings
from lean_desktop.ui.organisation.answering import Lines, roles_of_model
from lean_desktop.ui.organisation.line_list import LineList
from lean_desktop.ui.organisation.memberships import Memberships
from lean_desktop.ui.organisation.model import person_groups_model
from lean_desktop.ui.organisation.panel import Panel, beside
from lean_desktop.ui.organisation.roles_model import told
from lean_desktop.ui.organisation.writing import shown_day, shown_percent
from lean_desktop.ui.qt import override
from lean_desktop.ui.widgets.buttons import button
from lean_desktop.ui.widgets.field import ChoiceField
from lean_desktop.ui.widgets.person_field import PickField

_BELOW, _BESIDE = "below", "beside"


class PersonPanel(Panel):
    """One person. Emits `sheet_asked` and `anonymise_asked` for the privacy of that person."""

    kind = "person"
    sheet_asked = Signal()
    anonymise_asked = Signal()

    def __init__(self, around: Surroundings) -> None:
        super().__init__(around.t("Person"), around)

    @override
    def write(self, what: Message, field: str, value: object) -> None:
        self.writing.person(self.row, what, field, value)

    @override
    def fill(self) -> None:
        self.head()
        self._add_fields()
        self._add_groups()
        self._add_roles()
        self._add_lines()
        self._add_privacy()

    @override
    def values(self) -> dict[str, str]:
        row: Person = self.row
        return {
            "first_name": row.first_name,
            "last_name": row.last_name,
            "number": row.number,
            "percent": shown_percent(self.t, row.percent),
            "title": row.title,
            "unit": row.unit,
            "manager": row.manager,
            "assistant": _BESIDE if row.assistant else _BELOW,
            "email": row.email,
            "phone": row.phone,
            "active_from": shown_day(self.t, row.active_from),
            "active_to": shown_day(self.t, row.active_to),
        }

    @override
    def show_more(self, *, other: bool) -> None:
        self.show_head(self.row.name, " · ".join(filter(None, (self.row.title, self.row.unit))))
        self.lines.show_person(self.row, other=other)
        if other:
            model = person_groups_model(self.live, self.t, self.row.id, self)
            self.memberships.follow(model)
            self.roles.follow(roles_of_model(self.live, self.t, self.row.id, self))

    def _add_fields(self) -> None:
        t = self.t
        self.add(
            beside(
                self.line("first_name", t("First name"), M_("first name")),
                self.line("last_name", t("Last name"), M_("last name")),
            )
        )
        self.add(
            beside(
                self.line("number", t("Number"), M_("number")),
                self.line("percent", t("Position %"), M_("position"), self.writing.percent),
            )
        )
        self.add(self.line("title", t("Job title"), M_("job title")))
        self.add(self.pick("unit", t("Unit"), M_("unit"), self.writing.units))
        self.add(self.pick("manager", t("Manager"), M_("manager"), self.writing.people))
        self.add(self.line("email", t("E-mail"), M_("e-mail")))
        self.add(self.line("phone", t("Phone"), M_("phone")))
        self.add(self.period("active_from", "active_to"))

    def _add_groups(self) -> None:
        t = self.t
        self.section(t("Groups"))
        self.memberships = Memberships(
            t("Groups of the person"), self.around, lambda row: row.group
        )
        self.memberships.opened.connect(lambda row: self.go_to.emit("group", row.group_id))
        self.add(self.memberships)
        self.join = PickField(
            t("Add to group"), t, self._join, self.writing.groups, hint=t("Name, then Enter")
        )
        self.join.stay_for_next()
        self.add(self.join)

    def _add_roles(self) -> None:
        t = self.t
        self.section(t("Roles"))
        self.roles = LineList(
            t("Roles of the person"),
            self.around,
            lambda row: f"{row.role}, {row.place}" if row.place else row.role,
            lambda row: told(t, row),
        )
        self.roles.opened.connect(lambda row: self.go_to.emit("role", row.role_id))
        self.add(self.roles)

    def _add_lines(self) -> None:
        t = self.t
        self.section(t("Whom they answer to"))
        places = [(_BELOW, t("Below the manager")), (_BESIDE, t("Beside, as an assistant"))]
        self.named["assistant"] = ChoiceField(t("In the chart"), t, self._set_assistant, places)
        self.add(self.named["assistant"])
        self.lines = Lines(self.around)
        self.lines.opened.connect(lambda key: self.go_to.emit("person", key))
        self.add(self.lines)

    def _set_assistant(self, key: str) -> None:
        self.write(M_("place in the chart"), "assistant", key == _BESIDE)

    def _add_privacy(self) -> None:
        t = self.t
        self.section(t("Privacy"))
        self.add(button(t("Everything held about the person …"), self.sheet_asked.emit))
        anonymise = button(t("Anonymise …"), self.anonymise_asked.emit, kind="danger")
        anonymise.setEnabled(not self.live.read_only)
        self.add(anonymise)

    def _join(self, group_id: int | None) -> None:
        if group_id is None:
            return
        name = dict(self.writing.groups())[group_id]
        self.live.edit(
            M_("Put {name} into {group}", name=self.row.name, group=name),
            edits.add_members,
            group_id,
            [self.row.id],
            valid_from=self.live.today,
        )
