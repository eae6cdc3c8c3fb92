"""The chosen agenda item in the panel on the right."""

from functools import partial

from PySide6.QtWidgets import QCheckBox, QLabel, QVBoxLayout, QWidget

from lean_desktop.domain.links import as_text, written_links
from lean_desktop.domain.meetings import (
    ITEM_KIND_NAMES,
    OUTCOME_NAMES,
    AgendaItem,
    Meeting,
    parse_minutes,
)
from lean_desktop.domain.preparation import as_text as tasks_as_text
from lean_desktop.domain.preparation import written_tasks
from lean_desktop.edits import actions as action_edits
from lean_desktop.edits import links as link_edits
from lean_desktop.edits import meetings as edits
from lean_desktop.i18n import M_, Message
from lean_desktop.queries import actions as action_queries
from lean_desktop.queries import meetings as queries
from lean_desktop.ui.drafts import Drafts
from lean_desktop.ui.editor import Surroundings
from lean_desktop.ui.link_list import LinkList
from lean_desktop.ui.meetings.model import people_choices
from lean_desktop.ui.widgets.field import ChoiceField, Field, LineField, TextField
from lean_desktop.ui.widgets.person_field import PickField


class ItemPanel(QWidget):
    """Fields of one item; with a question from below it has the answer, too."""

    def __init__(self, around: Surroundings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._live, self._t = around.live, around.t
        self._meeting: Meeting | None = None
        self._item: AgendaItem | None = None
        self._escalation: int | None = None
        self.fields = self._make_fields()
        self.standing = QCheckBox(around.t("Comes back in every meeting"))
        self.protected = QCheckBox(around.t("Is never cut when time is short"))
        self.asked = QLabel()
        self.asked.setWordWrap(True)
        self.answer = TextField(around.t("Our answer"), around.t, self._answer)
        self.links = LinkList(around)
        self._lay_out()

    def follow(self, drafts: Drafts) -> None:
        """Keep half-typed texts with these."""
        self._drafts = drafts

    def show_item(self, meeting: Meeting | None, item: AgendaItem | None) -> None:
        """Show this item; what was typed for another is never taken for it."""
        if self._item and (item is None or self._item.id != item.id):
            self._leave()
        self._meeting, self._item = meeting, item
        self.setVisible(item is not None)
        if item:
            self._show_values(item)

    # Inside

    def _show_values(self, item: AgendaItem) -> None:
        found = self._live.read(queries.links, item.id)
        values = {
            "title": item.title,
            "kind": item.kind.value,
            "presenter": item.presenter,
            "minutes": str(item.minutes),
            "preparation": tasks_as_text(item.tasks, self._t),
            "purpose": item.purpose,
            "section": item.section,
            "outcome": item.outcome.value,
            "links": as_text(found),
        }
        for name, value in values.items():
            self.fields[name].show_value(value)
            self._drafts.show(self.fields[name], f"agenda_item:{item.id}:{name}")
        self.standing.setChecked(item.standing)
        self.protected.setChecked(item.protected)
        self.links.show_links(found)
        self._show_escalation(item)

    def _show_escalation(self, item: AgendaItem) -> None:
        found = self._live.read(action_queries.escalations, item_ids=[item.id])
        self._escalation = found[0].id if found else None
        self.asked.setVisible(bool(found))
        self.answer.setVisible(bool(found))
        if found:
            one = found[0]
            self.asked.setText(self._t("⚑ {name} asks: {text}", name=one.sender, text=one.text))
            self.answer.show_value(one.answer)

    def _leave(self) -> None:
        for field in self.fields.values():
            if field.in_hand() and not field.try_commit():
                self._drafts.keep()
                field.revert()

    def _make_fields(self) -> dict[str, Field]:
        t, put = self._t, self._put
        kinds = [(kind.value, t(name)) for kind, name in ITEM_KIND_NAMES.items()]
        outcomes = [(outcome.value, t(name)) for outcome, name in OUTCOME_NAMES.items()]
        people = partial(people_choices, self._live)
        return {
            "title": LineField(t("Title"), t, put("title", M_("item title"))),
            "kind": ChoiceField(t("Kind"), t, put("kind", M_("kind")), kinds),
            "presenter": PickField(t("Presenter"), t, put("presenter_id", M_("presenter")), people),
            "minutes": LineField(t("Minutes"), t, self._set_minutes),
            "preparation": TextField(t("Preparation"), t, self._set_tasks),
            "purpose": TextField(
                t("Purpose of the item"), t, put("purpose", M_("purpose")), lines=2
            ),
            "section": LineField(t("Section"), t, put("section", M_("section"))),
            "outcome": ChoiceField(t("Outcome"), t, put("outcome", M_("outcome")), outcomes),
            "links": TextField(t("Links (name | address)"), t, self._set_links, lines=2),
        }

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        for widget in (self.asked, self.answer, *self.fields.values()):
            column.addWidget(widget)
        for widget in (self.links, self.standing, self.protected):
            column.addWidget(widget)
        self.standing.clicked.connect(lambda ticked: self._tick("standing", ticked))
        self.protected.clicked.connect(lambda ticked: self._tick("protected", ticked))

    def _put(self, column: str, what: Message) -> "Put":
        return Put(self, column, what)

    def set_fields(self, what: Message, **values: object) -> None:
        """Set fields of the item that is shown, as one step."""
        if self._item:
            label = M_("Change {what} of “{name}”", what=what, name=self._item.title)
            self._live.edit(label, edits.change_items, [self._item.id], **values)

    def _tick(self, column: str, ticked: bool) -> None:
        self.set_fields(M_("what becomes of it"), **{column: ticked})

    def _set_minutes(self, typed: str) -> None:
        self.set_fields(M_("minutes"), minutes=parse_minutes(typed))

    def _set_tasks(self, typed: str) -> None:
        if self._item and self._meeting:
            asked = written_tasks(
                typed,
                people_choices(self._live),
                presenter_id=self._item.presenter_id,
                chair_id=self._meeting.chair_id,
            )
            label = M_("Change {what} of “{name}”", what=M_("preparation"), name=self._item.title)
            self._live.edit(label, edits.set_tasks, self._item.id, asked)

    def _set_links(self, typed: str) -> None:
        if self._item:
            label = M_("Change {what} of “{name}”", what=M_("links"), name=self._item.title)
            self._live.edit(label, link_edits.set_links, self._item.id, written_links(typed))
            self.links.show_links(self._live.read(queries.links, self._item.id))

    def _answer(self, typed: str) -> None:
        if self._escalation and self._item:
            label = M_("Answer about “{name}”", name=self._item.title)
            today = self._live.today
            self._live.edit(label, action_edits.answer_escalation, self._escalation, typed, today)


class Put:
    """Sets one column of the item to what a field gives."""

    def __init__(self, panel: ItemPanel, column: str, what: Message) -> None:
        self._panel, self._column, self._what = panel, column, what

    def __call__(self, value: object) -> None:
        self._panel.set_fields(self._what, **{self._column: value})
