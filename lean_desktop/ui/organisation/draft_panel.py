"""The panel of a draft: what it would change, and what is to become of it."""

from PySide6.QtWidgets import QLabel

from lean_desktop.domain.errors import RuleBroken
from lean_desktop.domain.reorganisation import Reorganisation
from lean_desktop.edits import reorganisation as edits
from lean_desktop.i18n import M_, Message
from lean_desktop.ui.editor import Surroundings
from lean_desktop.ui.organisation.draft_model import DraftLine, draft_model, stands
from lean_desktop.ui.organisation.line_list import LineList
from lean_desktop.ui.organisation.panel import Panel
from lean_desktop.ui.qt import override
from lean_desktop.ui.widgets.buttons import button
from lean_desktop.ui.widgets.refusal import Refusal


class DraftPanel(Panel):
    """One draft beside its chart, compared with the live organisation."""

    kind = "draft"

    def __init__(self, around: Surroundings) -> None:
        super().__init__(around.t("Draft"), around)

    @override
    def write(self, what: Message, field: str, value: object) -> None:
        label = M_("Change {what} of “{name}”", what=what, name=self.row.name)
        self.live.edit(label, edits.rename, self.row.id, str(value))

    @override
    def fill(self) -> None:
        t = self.t
        self.head()
        self.add(self.line("name", t("Name"), M_("name")))
        self.section(t("What would change"))
        self.changes = LineList(
            t("What would change"),
            self.around,
            lambda row: row.change.name,
            self._told,
            lines=3,
        )
        self.changes.opened.connect(self._go)
        self.changes.remove_asked.connect(lambda _whole: self._withdraw())
        self._nothing = QLabel(t("Nothing yet. Drag boxes on the chart to where they are to be."))
        self._nothing.setWordWrap(True)
        self._nothing.setProperty("look", "small")
        self.add(self._nothing)
        self.add(self.changes)
        self.withdraw = button(t("Leave this as it is"), self._withdraw)
        self.holder = button(t("Propose another holder …"), self._propose_holder)
        self.add(self.withdraw)
        self.add(self.holder)
        self.section(t("What becomes of it"))
        self.refused = Refusal()
        self.apply = button(t("Apply the draft"), self._apply, kind="primary")
        self.discard = button(t("Throw the draft away"), self._discard, kind="danger")
        for each in (self.refused, self.apply, self.discard):
            self.add(each)
        for each in (self.withdraw, self.holder, self.apply, self.discard):
            each.setEnabled(not self.live.read_only)

    @override
    def values(self) -> dict[str, str]:
        return {"name": self.row.name}

    @override
    def show_more(self, *, other: bool) -> None:
        row: Reorganisation = self.row
        changes = self.t.plural("{n} change", "{n} changes", row.proposals)
        made = self.t("begun {day}", day=self.t.date(row.made))
        self.show_head(row.name, f"{changes} · {made}")
        self._nothing.setVisible(row.proposals == 0)
        self.withdraw.setVisible(row.proposals > 0)
        if other:
            self.refused.say("")
            self.changes.follow(draft_model(self.live, self.t, row.id, self))

    # Inside

    def _told(self, row: DraftLine) -> str:
        told = stands(self.t, row)
        sentence = self.t(row.change.sentence)
        return f"{sentence} {told}." if told else sentence

    def _go(self, row: DraftLine) -> None:
        self.go_to.emit(f"chart_{row.change.subject.value}", row.change.subject_id)

    def _withdraw(self) -> None:
        rows: list[DraftLine] = self.changes.selected()
        if rows and not self.live.read_only:
            label = M_("Draft: leave “{name}” as it is", name=rows[0].change.name)
            self.live.edit(label, edits.withdraw, [row.id for row in rows])

    def _propose_holder(self) -> None:
        from lean_desktop.ui.organisation.draft_dialogs import HolderDialog

        HolderDialog(self.around, self.row.id, self).open()

    def _apply(self) -> None:
        label = M_("Apply the draft “{name}”", name=self.row.name)
        try:
            self.live.edit(label, edits.apply, self.row.id, self.live.today)
        except RuleBroken as error:
            self.refused.say(self.t(error.message))

    def _discard(self) -> None:
        label = M_("Throw away the draft “{name}”", name=self.row.name)
        self.live.edit(label, edits.discard, self.row.id)
