"""What a group has agreed on: values, ground rules and sub-goals, in versions, and who signed."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QGridLayout, QWidget

from lean_desktop.domain.organisation import Group, Membership, within
from lean_desktop.domain.roles import Agreement
from lean_desktop.edits import agreements as edits
from lean_desktop.i18n import M_
from lean_desktop.queries import agreements as queries
from lean_desktop.queries.organisation import memberships
from lean_desktop.ui.dialog import sentence
from lean_desktop.ui.editor import Surroundings
from lean_desktop.ui.organisation.version_dialog import VersionDialog
from lean_desktop.ui.organisation.writing import shown_day
from lean_desktop.ui.qt import override
from lean_desktop.ui.widgets.field import Field
from lean_desktop.ui.widgets.tab_chain import tab_through

IN_A_ROW = 2


class AgreementDialog(VersionDialog):
    """The agreement of one group. A tick at a name is a signature, kept at once."""

    def __init__(self, around: Surroundings, group: Group, parent: QWidget | None = None) -> None:
        self._group = group
        self._ticks: dict[int, QCheckBox] = {}
        super().__init__(around, around.t("Group agreement"), group.name, parent)

    @override
    def versions(self) -> Sequence[Agreement]:
        return self.live.read(queries.agreements, group_id=self._group.id)

    @override
    def make_fields(self, around: Surroundings) -> Sequence[Field]:
        t = self.t
        self.values = self.text_field(t("Our values, one a line"), 3)
        self.rules = self.text_field(t("Our ground rules, one a line"), 6)
        self.goals = self.text_field(t("Our own sub-goals, one a line"), 4)
        self.items = self.text_field(t("Our standing items, one a line"), 3)
        self.items.editor.setToolTip(t("They come onto every agenda: “Safety 5 min”"))
        return [self.values, self.rules, self.goals, self.items]

    @override
    def make_more(self) -> None:
        self._heading = sentence(self.t("Signed by"), "section")
        self._names = QWidget()
        self._grid = QGridLayout(self._names)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self.column.addWidget(self._heading)
        self.column.addWidget(self._names)

    @override
    def show_texts(self, version: Agreement | None, *, new: bool) -> None:
        ready = queries.ready_agreement(self.t.code)
        self.values.show_value(version.values if version else ready.values)
        self.rules.show_value(version.ground_rules if version else ready.ground_rules)
        self.goals.show_value(version.sub_goals if version else ready.sub_goals)
        self.items.show_value(version.standing_items if version else "")
        self._show_signatures(None if new else version)

    @override
    def give(self, valid_from: date, review: date | None) -> object:
        return self.live.edit(
            M_("Make an agreement: {group}", group=self._group.name),
            edits.make_agreement,
            self._group.id,
            shared_values=self.values.text(),
            ground_rules=self.rules.text(),
            sub_goals=self.goals.text(),
            standing_items=self.items.text(),
            valid_from=valid_from,
            review=review,
        )

    @override
    def correct(self, key: int, valid_from: date, review: date | None) -> object:
        return self.live.edit(
            M_("Correct the agreement: {group}", group=self._group.name),
            edits.correct_agreement,
            key,
            shared_values=self.values.text(),
            ground_rules=self.rules.text(),
            sub_goals=self.goals.text(),
            standing_items=self.items.text(),
            valid_from=valid_from,
            review=review,
        )

    @override
    def new_text(self) -> str:
        return self.t("Make the agreement")

    # Signatures

    def _show_signatures(self, version: Agreement | None) -> None:
        """A box to tick for every member of today, and for whoever has signed and left."""
        for tick in self._ticks.values():
            self._grid.removeWidget(tick)
            tick.deleteLater()
        self._ticks = {}
        self._heading.setVisible(version is not None)
        self._names.setVisible(version is not None)
        if version is None:
            return
        signed = {
            each.person_id: each
            for each in self.live.read(queries.signatures, agreement_id=version.id)
        }
        names = {each.person_id: each.person for each in self._members()}
        names.update({key: each.person for key, each in signed.items()})
        for place, (key, name) in enumerate(names.items()):
            day = shown_day(self.t, signed[key].signed) if key in signed else ""
            tick = QCheckBox(f"{name} · {day}" if day else name)
            tick.setChecked(key in signed)
            tick.setEnabled(not self.live.read_only)
            tick.clicked.connect(
                lambda on, key=key, version=version: self._sign(version, key, on=on)
            )
            self._ticks[key] = tick
            self._grid.addWidget(tick, place // IN_A_ROW, place % IN_A_ROW)
        tab_through(self.review.editor, self._ticks.values())

    def _members(self) -> list[Membership]:
        today = self.live.today
        return [
            each
            for each in self.live.read(memberships, group_id=self._group.id)
            if within(today, each.valid_from, each.valid_to)
        ]

    def _sign(self, version: Agreement, person_id: int, *, on: bool) -> None:
        name = self._ticks[person_id].text().split(" · ")[0]
        if on:
            label = M_(
                "{name} has signed the agreement of {group}", name=name, group=self._group.name
            )
            self.live.edit(label, edits.sign, version.id, [person_id], self.live.today)
        else:
            label = M_(
                "{name} has not signed the agreement of {group}", name=name, group=self._group.name
            )
            self.live.edit(label, edits.unsign, version.id, [person_id])
        self._show_signatures(version)
        self._ticks[person_id].setFocus(Qt.FocusReason.OtherFocusReason)
