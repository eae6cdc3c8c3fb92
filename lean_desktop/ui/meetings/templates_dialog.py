"""The meeting templates: looked at, changed, added to, and put back as they shipped."""

from collections.abc import Sequence
from contextlib import suppress
from itertools import count

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from lean_desktop.domain.errors import RuleBroken
from lean_desktop.domain.meetings import (
    AgendaItem,
    ItemKind,
    Meeting,
    MeetingKind,
    MeetingTemplate,
    PresenterRole,
    TemplateItem,
    parse_minutes,
)
from lean_desktop.domain.preparation import told
from lean_desktop.edits import meetings as edits
from lean_desktop.i18n import M_, Language, Message
from lean_desktop.queries import meetings as queries
from lean_desktop.ui.dialog import Dialog
from lean_desktop.ui.editor import Surroundings
from lean_desktop.ui.meetings.template_items import TemplateItems
from lean_desktop.ui.widgets.buttons import button
from lean_desktop.ui.widgets.field import LineField, TextField

KEY = Qt.ItemDataRole.UserRole
OWN = "own-"


class TemplatesDialog(Dialog):
    """A list of templates, and the fields and items of the one that is chosen."""

    def __init__(
        self, around: Surroundings, parent: QWidget | None = None, *, shown: str = ""
    ) -> None:
        super().__init__(
            around.t,
            around.theme,
            around.t("Meeting templates"),
            parent,
            settings=around.settings,
            remember="templates",
        )
        self._live = around.live
        self._templates: list[MeetingTemplate] = []
        self.list = QListWidget()
        self.list.setAccessibleName(self.t("Templates"))
        t = self.t
        self.name = LineField(t("Name"), t, lambda typed: self._change(name=typed))
        self.minutes = LineField(
            t("Minutes"), t, lambda typed: self._change(minutes=parse_minutes(typed))
        )
        self.goal = TextField(
            t("Goal of the meeting"), t, lambda typed: self._change(purpose=typed), lines=2
        )
        self.items = TemplateItems(t)
        self.sum = QLabel()
        self.refusal = QLabel()
        self.refusal.setProperty("look", "bad")
        self._drop = button(t("As shipped"), self._put_back)
        self._lay_out()
        self._read(shown)
        self.list.currentItemChanged.connect(lambda *_: self._show())
        self.items.edited.connect(self._on_items)
        self.items.refused.connect(self._refuse)
        self._live.changed.connect(lambda _changes: self._read(self._chosen_key()))
        self.resize(1000, 640)
        self.restore_size()

    # What one can do

    def add(self) -> None:
        """A template of the user's own, with one item to begin with."""
        t = self.t
        template = MeetingTemplate(
            _free_key(self._templates),
            MeetingKind.OTHER,
            t("New template"),
            "",
            45,
            (TemplateItem(t("Welcome and goal of the day"), ItemKind.INFORMATION, 5),),
        )
        self._save(M_("Add a template"), template)
        self._read(template.key)
        self.name.editor.setFocus()

    def _put_back(self) -> None:
        template = self._chosen()
        if template:
            label = M_("Template “{name}” as shipped", name=template.name)
            if template.key.startswith(OWN):
                label = M_("Delete template “{name}”", name=template.name)
            self._live.edit(label, edits.remove_template, template.key)

    # Inside

    def _lay_out(self) -> None:
        t = self.t
        self.list.setFixedWidth(250)
        left, right, head, feet = QVBoxLayout(), QVBoxLayout(), QHBoxLayout(), QHBoxLayout()
        left.addWidget(self.list, 1)
        left.addWidget(button(t("New template"), self.add, icon=self.theme.icon("plus")))
        left.addWidget(self._drop)
        head.addWidget(self.name, 4)
        head.addWidget(self.minutes, 1)
        for text, do in (
            (t("Add item"), self.items.add),
            (t("Up"), lambda: self.items.move_chosen(-1)),
            (t("Down"), lambda: self.items.move_chosen(1)),
            (t("Delete item"), self.items.remove),
        ):
            feet.addWidget(button(text, do))
        feet.addStretch(1)
        feet.addWidget(self.sum)
        right.addLayout(head)
        right.addWidget(self.goal)
        right.addWidget(self.items, 1)
        right.addWidget(self.refusal)
        right.addLayout(feet)
        self.refusal.hide()
        row = QHBoxLayout()
        row.setSpacing(20)
        row.addLayout(left)
        row.addLayout(right, 1)
        self.column.addLayout(row)
        self.add_close_button()
        for widget in (self.name, self.minutes, self.goal, self.items):
            widget.setEnabled(not self._live.read_only)

    def _read(self, shown: str) -> None:
        self._templates = self._live.read(queries.templates, self.t.code)
        self.list.blockSignals(True)
        self.list.clear()
        for template in self._templates:
            self.list.addItem(self._line(template))
        keys = [template.key for template in self._templates]
        self.list.setCurrentRow(keys.index(shown) if shown in keys else 0)
        self.list.blockSignals(False)
        self._show()

    def _line(self, template: MeetingTemplate) -> QListWidgetItem:
        changed = template.id is not None and not template.key.startswith(OWN)
        name = self.t("{name} (changed)", name=template.name) if changed else template.name
        line = QListWidgetItem(name)
        line.setData(KEY, template.key)
        return line

    def _show(self) -> None:
        template = self._chosen()
        if template is None:
            return
        self.name.show_value(template.name)
        self.minutes.show_value(str(template.minutes))
        self.goal.show_value(template.purpose)
        self.items.show_items(template.items)
        total = sum(item.minutes for item in template.items)
        self.sum.setText(self.t("Sum {sum} of {all} min", sum=total, all=template.minutes))
        own = template.key.startswith(OWN)
        self._drop.setText(self.t("Delete template") if own else self.t("As shipped"))
        self._drop.setEnabled(template.id is not None and not self._live.read_only)

    def _change(self, **fields: object) -> None:
        template = self._chosen()
        if template is None:
            return
        try:
            changed = template._replace(**fields)  # type: ignore[arg-type]
            self._save(M_("Change template “{name}”", name=template.name), changed)
            self._refuse(None)
        except RuleBroken as error:
            self.items.show_items(template.items)
            self._refuse(error.message)
            raise

    def _on_items(self, items: list[TemplateItem]) -> None:
        with suppress(RuleBroken):  # Its sentence is shown under the items.
            self._change(items=tuple(items))

    def _save(self, label: Message, template: MeetingTemplate) -> None:
        self._live.edit(label, edits.save_template, template)

    def _refuse(self, message: Message | None) -> None:
        self.refusal.setText(self.t(message) if message else "")
        self.refusal.setVisible(message is not None)

    def _chosen_key(self) -> str:
        line = self.list.currentItem()
        return str(line.data(KEY)) if self.list.count() else ""

    def _chosen(self) -> MeetingTemplate | None:
        key = self._chosen_key()
        return next((each for each in self._templates if each.key == key), None)


def template_of(
    meeting: Meeting, items: Sequence[AgendaItem], taken: Sequence[MeetingTemplate], t: Language
) -> MeetingTemplate:
    """A template made of a meeting's agenda; people give way to the roles they had."""
    roles = {meeting.chair_id: PresenterRole.CHAIR, meeting.note_taker_id: PresenterRole.NOTE_TAKER}
    roles[None] = PresenterRole.NOBODY
    made = [
        TemplateItem(
            item.title,
            item.kind,
            item.minutes,
            roles.get(item.presenter_id, PresenterRole.NOBODY),
            item.purpose,
            _for_any(item, t),
            item.section,
            item.protected,
        )
        for item in items
    ]
    return MeetingTemplate(
        _free_key(taken),
        meeting.kind,
        meeting.name,
        meeting.purpose,
        meeting.planned_minutes,
        tuple(made),
    )


def _for_any(item: AgendaItem, t: Language) -> str:
    """The tasks without the names of those who had them this time."""
    own = (task for task in item.tasks if task.person_id == item.presenter_id)
    everyone = (task for task in item.tasks if task.person_id is None)
    return "\n".join([*(task.task for task in own), *(told(task, t) for task in everyone)])


def _free_key(taken: Sequence[MeetingTemplate]) -> str:
    keys = {template.key for template in taken}
    return next(f"{OWN}{n}" for n in count(1) if f"{OWN}{n}" not in keys)
