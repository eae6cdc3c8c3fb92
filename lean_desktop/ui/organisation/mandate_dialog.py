"""A mandate: its text, who gave it, from when, when it is to be looked at again; all its versions."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtWidgets import QWidget

from lean_desktop.domain.roles import Mandate, MandateFor
from lean_desktop.edits import roles as edits
from lean_desktop.i18n import M_, Message
from lean_desktop.queries import roles as queries
from lean_desktop.ui.editor import Surroundings
from lean_desktop.ui.organisation.version_dialog import VersionDialog
from lean_desktop.ui.organisation.writing import Writing
from lean_desktop.ui.qt import override
from lean_desktop.ui.widgets.field import Field, LineField


class MandateDialog(VersionDialog):
    """The mandate of the coordinator, a kind of group, a group or a role; `name` says which."""

    def __init__(
        self,
        around: Surroundings,
        to: MandateFor,
        name: str | Message,
        parent: QWidget | None = None,
    ) -> None:
        self._to, self._name = to, name
        self._groups = Writing(around.live, around.t).groups
        whose = around.t("For {whom}", whom=name)
        super().__init__(around, around.t("Mandate"), whose, parent)

    @override
    def versions(self) -> Sequence[Mandate]:
        return self.live.read(queries.mandates, to=self._to)

    @override
    def make_fields(self, around: Surroundings) -> Sequence[Field]:
        t = self.t
        self.text = self.text_field(t("The mandate"), 12)
        self.giver = LineField(
            t("Given by"),
            t,
            lambda _typed: None,
            hint=t("A group, or a name"),
            suggestions=lambda: [name for _, name in self._groups()],
        )
        return [self.text, self.giver]

    @override
    def show_texts(self, version: Mandate | None, *, new: bool) -> None:
        ready = queries.ready(self.t.code).mandates if version is None else {}
        self.text.show_value(version.text if version else ready.get(self._to, ""))
        self.giver.show_value(version.giver if version else "")

    @override
    def give(self, valid_from: date, review: date | None) -> object:
        return self.live.edit(
            M_("Give a mandate: {whom}", whom=self._name),
            edits.give_mandate,
            self._to,
            self.text.text(),
            valid_from=valid_from,
            review=review,
            giver=self.giver.text(),
            giver_group_id=self._group(),
        )

    @override
    def correct(self, key: int, valid_from: date, review: date | None) -> object:
        return self.live.edit(
            M_("Correct the mandate: {whom}", whom=self._name),
            edits.correct_mandate,
            key,
            text=self.text.text(),
            valid_from=valid_from,
            review=review,
            giver=self.giver.text(),
            giver_group_id=self._group(),
        )

    @override
    def new_text(self) -> str:
        return self.t("Give the mandate")

    def _group(self) -> int | None:
        """The group that gives it, where it is one."""
        wanted = self.giver.text().casefold()
        return next((key for key, name in self._groups() if name.casefold() == wanted), None)
