"""The questions of drafts: what a new one is called, and who is to lead or hold what."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from lean_desktop.domain.errors import RuleBroken
from lean_desktop.domain.reorganisation import What
from lean_desktop.edits import reorganisation as edits
from lean_desktop.i18n import M_
from lean_desktop.queries import organisation as organisation_queries
from lean_desktop.queries import roles as role_queries
from lean_desktop.ui.dialog import Dialog, Role, sentence
from lean_desktop.ui.editor import Surroundings
from lean_desktop.ui.organisation.writing import Named, Writing
from lean_desktop.ui.widgets.field import LineField
from lean_desktop.ui.widgets.person_field import PickField

Lead = tuple[What, int, str]
"""What can have another holder: what it is, its key, its name."""


class NewDraftDialog(Dialog):
    """Asks for a name. Emits `begun(key)`."""

    begun = Signal(int)

    def __init__(self, around: Surroundings, parent: QWidget | None = None) -> None:
        super().__init__(around.t, around.theme, around.t("New draft"), parent)
        t = self.t
        self.live = around.live
        self.column.addWidget(
            sentence(t("A draft is rearranged beside the live organisation, which stays as it is."))
        )
        self.name = LineField(t("Name"), t, str)
        self.column.addWidget(self.name)
        self.add_button(t("Cancel"), self.reject, Role.RejectRole)
        self.add_button(t("Begin the draft"), self._begin, Role.AcceptRole, "primary")
        self.setMinimumWidth(around.theme.scaled(380))
        self.name.editor.setFocus()

    def _begin(self) -> None:
        name = self.name.text()
        label = M_("Begin a draft: {name}", name=name)
        try:
            key = self.live.edit(label, edits.begin, name, self.live.today)
        except RuleBroken as error:
            self.name.refuse(self.t(error.message))
            return
        self.accept()
        self.begun.emit(key)


class HolderDialog(Dialog):
    """Asks what is to be led or held, and by whom."""

    def __init__(self, around: Surroundings, draft_id: int, parent: QWidget | None = None) -> None:
        super().__init__(around.t, around.theme, around.t("Propose another holder"), parent)
        t = self.t
        self.live = around.live
        self._draft_id = draft_id
        self._leads = self._there_is()
        self._what: int | None = None
        self._who: int | None = None
        self.what = PickField(t("Of what"), t, self._take_what, self._named)
        self.who = PickField(t("New holder"), t, self._take_who, Writing(around.live, t).people)
        self.column.addWidget(self.what)
        self.column.addWidget(self.who)
        self.add_button(t("Cancel"), self.reject, Role.RejectRole)
        self.add_button(t("Propose"), self._propose, Role.AcceptRole, "primary")
        self.setMinimumWidth(around.theme.scaled(420))
        self.what.editor.setFocus()

    def _there_is(self) -> list[Lead]:
        t, today = self.t, self.live.today
        units: list[Lead] = [
            (What.UNIT_LEADER, each.id, t("Leader of {name}", name=each.name))
            for each in self.live.read(organisation_queries.units)
        ]
        groups: list[Lead] = [
            (What.GROUP_LEADER, each.id, t("Leader of {name}", name=each.name))
            for each in self.live.read(organisation_queries.groups, today=today)
        ]
        roles: list[Lead] = [
            (What.ROLE_HOLDER, each.id, f"{each.name} ({each.place})" if each.place else each.name)
            for each in self.live.read(role_queries.roles, today=today)
            if not each.filled_by_group
        ]
        return [*units, *groups, *roles]

    def _named(self) -> Named:
        return [(number, name) for number, (_, _, name) in enumerate(self._leads)]

    def _take_what(self, number: int | None) -> None:
        self._what = number

    def _take_who(self, key: int | None) -> None:
        self._who = key

    def _propose(self) -> None:
        if not all([self._chosen(self.what), self._chosen(self.who)]):
            return
        if self._what is None or self._who is None:
            return
        what, key, name = self._leads[self._what]
        self.live.edit(
            M_("Draft: another holder of “{name}”", name=name),
            edits.propose,
            self._draft_id,
            what,
            key,
            self._who,
            today=self.live.today,
        )
        self.accept()

    def _chosen(self, field: PickField) -> bool:
        """Whether one is chosen in the field; else it says what is wanting."""
        if not field.text():
            field.refuse(self.t("Write a name, or choose one from the list."))
            return False
        return field.try_commit()
