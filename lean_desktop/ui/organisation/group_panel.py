"""The panel of one group: what it is, who is in it, and what it is for."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from lean_desktop.document.changes import ChangeSet
from lean_desktop.domain.goals import goals_of_group
from lean_desktop.domain.organisation import GROUP_KIND_NAMES, PILLARS, SHIFTS, Group, GroupKind
from lean_desktop.domain.roles import MandateFor, for_whom, mandate_of_group, usual_for_group
from lean_desktop.edits import organisation as edits
from lean_desktop.i18n import M_, Message
from lean_desktop.ui.editor import Surroundings
from lean_desktop.ui.organisation.agreement_box import AgreementBox
from lean_desktop.ui.organisation.mandate_box import MandateBox
from lean_desktop.ui.organisation.memberships import Memberships
from lean_desktop.ui.organisation.model import members_model
from lean_desktop.ui.organisation.panel import Panel
from lean_desktop.ui.organisation.writing import shown_day
from lean_desktop.ui.qt import override
from lean_desktop.ui.widgets.field import ChoiceField, LineField, TextField
from lean_desktop.ui.widgets.person_field import PickField

WORKED_WITH = ("role", "role_assignment", "membership", "person", "goal", "vision")


class GroupPanel(Panel):
    """One group and its members."""

    kind = "group"

    def __init__(self, around: Surroundings) -> None:
        super().__init__(around.t("Group"), around)
        self.live.changed.connect(self._on_changed)

    @override
    def write(self, what: Message, field: str, value: object) -> None:
        self.writing.group(self.row, what, field, value)

    @override
    def fill(self) -> None:
        self.head()
        self._add_kind()
        self._add_members()
        self._add_purpose()
        self._add_papers()

    @override
    def values(self) -> dict[str, str]:
        row: Group = self.row
        return {
            "name": row.name,
            "kind": row.kind.value,
            "purpose": row.purpose,
            "pillar": row.pillar,
            "shifts": row.shifts,
            "unit": row.unit,
            "parent": row.parent,
            "active_from": shown_day(self.t, row.active_from),
            "active_to": shown_day(self.t, row.active_to),
        }

    @override
    def show_more(self, *, other: bool) -> None:
        kind = self.t(GROUP_KIND_NAMES[self.row.kind])
        members = self.t.plural("{n} member", "{n} members", self.row.members)
        self.show_head(self.row.name, f"{kind} · {members}")
        self._show_papers()
        if other:
            model = members_model(self.live, self.t, self.row.id, self)
            self.memberships.follow(model)

    def _add_kind(self) -> None:
        t = self.t
        kinds = [(kind.value, t(name)) for kind, name in GROUP_KIND_NAMES.items()]
        self.add(self.line("name", t("Name"), M_("name")))
        self.named["kind"] = ChoiceField(
            t("Kind"), t, lambda key: self.write(M_("kind"), "kind", GroupKind(key)), kinds
        )
        self.add(self.named["kind"])

    def _add_members(self) -> None:
        t = self.t
        self.section(t("Members"))
        self.memberships = Memberships(
            t("Members of the group"), self.around, lambda row: row.person
        )
        self.memberships.opened.connect(lambda row: self.go_to.emit("person", row.person_id))
        self.join = PickField(
            t("Add a member"), t, self._join, self.writing.people, hint=t("Name, then Enter")
        )
        self.join.stay_for_next()
        self.add(self.join)
        self.add(self.memberships)

    def _add_purpose(self) -> None:
        t = self.t
        self.section(t("About the group"))
        self.named["purpose"] = TextField(
            t("Purpose of the group"),
            t,
            lambda typed: self.write(M_("purpose"), "purpose", typed),
            lines=4,
        )
        self.add(self.named["purpose"])
        self.add(self.pick("unit", t("Unit"), M_("unit"), self.writing.units))
        self.add(self.pick("parent", t("Below"), M_("place"), self.writing.groups))
        self.add(self._suggested("pillar", t("Pillar"), M_("pillar"), PILLARS))
        self.add(self._suggested("shifts", t("Shift pattern"), M_("shift pattern"), SHIFTS))
        self.add(self.period("active_from", "active_to"))

    def _suggested(self, name: str, title: str, what: Message, usual: Sequence[str]) -> LineField:
        """A line that offers the usual words, and takes others."""
        t = self.t
        field = LineField(
            title,
            t,
            lambda typed: self.write(what, name, typed),
            suggestions=lambda: [t(each) for each in usual],
        )
        self.named[name] = field
        return field

    def _add_papers(self) -> None:
        t = self.t
        self.section(t("Roles in the group"))
        self._roles = self._told()
        self.section(t("What we work for"))
        self._goals = self._told()
        self.section(t("Mandate"))
        self.mandate = MandateBox(self.around)
        self.mandate.outdated.connect(self._show_papers)
        self.add(self.mandate)
        self.section(t("Group agreement"))
        self.agreement = AgreementBox(self.around)
        self.add(self.agreement)

    def _on_changed(self, changes: ChangeSet) -> None:
        if self.row is not None and self.built() and changes.touches(WORKED_WITH):
            self._goals.setText(self._worked_for())
            self._roles.setText(self._held())

    def _told(self) -> QLabel:
        label = QLabel()
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setWordWrap(True)
        self.add(label)
        return label

    def _held(self) -> str:
        """The roles of the group, each with who has it."""
        from lean_desktop.queries.roles import roles

        own = self.live.read(roles, today=self.live.today)
        told = [
            f"{role.name}: {', '.join(role.holders) or self.t('Vacant')}"
            for role in own
            if role.group_id == self.row.id
        ]
        return "\n".join(told) or self.t("No role belongs to this group yet.")

    def _show_papers(self) -> None:
        row, box = self.row, self.mandate
        if row is None:
            return
        self._goals.setText(self._worked_for())
        self._roles.setText(self._held())
        usual = usual_for_group(row)
        found = mandate_of_group(row, box.counting())
        own = MandateFor(group_id=row.id)
        box.show_mandate(found, usual, own, for_whom(usual, row.name), row.name)
        self.agreement.show_group(row)

    def _worked_for(self) -> str:
        """The goals of the group, each after those it is part of."""
        from lean_desktop.queries.goals import direction

        found = self.live.read(direction)
        ways = goals_of_group(self.row.id, found.goals)
        told = [" – ".join(goal.name for goal in way) for way in ways]
        none = self.t("No goal names this group yet. Goals are under Vision.")
        return "\n".join([*filter(None, [found.vision]), *(told or [none])])

    def _join(self, person_id: int | None) -> None:
        if person_id is None:
            return
        name = dict(self.writing.people())[person_id]
        self.live.edit(
            M_("Put {name} into {group}", name=name, group=self.row.name),
            edits.add_members,
            self.row.id,
            [person_id],
            valid_from=self.live.today,
        )
