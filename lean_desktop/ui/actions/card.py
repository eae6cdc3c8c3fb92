"""The panel on the right: all that a card holds, written in place, and what happened to it."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QWidget

from lean_desktop.domain.actions import ANSWER_NAMES, Action, Answer, Escalation, FollowUp
from lean_desktop.domain.cards import Card
from lean_desktop.domain.errors import RuleBroken
from lean_desktop.edits import actions as edits
from lean_desktop.edits.escalating import escalate_at_once
from lean_desktop.i18n import M_
from lean_desktop.queries import Connection
from lean_desktop.queries import actions as queries
from lean_desktop.queries import cards as card_queries
from lean_desktop.queries.meetings import meetings
from lean_desktop.ui.actions.card_fields import CardFields
from lean_desktop.ui.actions.card_lists import Checklist, Comments
from lean_desktop.ui.actions.card_own import OwnFields
from lean_desktop.ui.actions.photos import Photos
from lean_desktop.ui.drafts import Drafts
from lean_desktop.ui.editor import Find, Surroundings
from lean_desktop.ui.link_list import LinkList
from lean_desktop.ui.widgets.beside import beside
from lean_desktop.ui.widgets.buttons import button
from lean_desktop.ui.widgets.field import Field, LineField, TextField
from lean_desktop.ui.widgets.inspector import Inspector


class ActionCard(Inspector):
    """Everything about one action; empty while none or several are chosen.

    `elsewhere(key, found)` asks for the meeting it comes from.
    """

    elsewhere = Signal(str, object)

    def __init__(self, around: Surroundings, parent: QWidget | None = None) -> None:
        super().__init__(around.t("Action"), parent)
        self._around, self._live, self._t = around, around.live, around.t
        self._action: Action | None = None
        self._latest: Escalation | None = None
        self.build_when_seen(self._fill)

    def show_action(self, action: Action | None) -> None:
        """Show this action, or an empty panel."""
        self._action = action
        if not self.built():
            return
        self.show_pages(action is not None)
        found = self._live.read(card_queries.cards, [action.id]) if action else ()
        self.card.show_card(found[0] if found else None)
        if action and found:
            self._show(action, found[0])

    # Inside

    def _fill(self) -> None:
        t = self._t
        self._heading = self.section(t("Action"))
        self.card = CardFields(self._around)
        first, story = self.card.first, self.card.story
        self._add_rows(first["title"], first["owner"], first["helpers"])
        self._add_rows(beside(first["due"], first["status"]), first["group"])
        self._add_rows(beside(first["pillar"], first["pdca"]), first["tags"], first["source"])
        self.came_from = button("", self._go_to_meeting, kind="link")
        self.add(self.came_from)
        self._steps_head = self.section(t("Checklist"))
        self.steps = Checklist(self._around)
        self.add(self.steps)
        self.section(t("Problem and countermeasure"))
        self._add_rows(*(story[name] for name in ("problem", "cause", "countermeasure", "effect")))
        self.photos = Photos(self._around)
        self._add_rows(beside(story["figure_before"], story["figure_after"]), self.photos)
        self._own_head = self.section(t("Own fields"))
        self.own = OwnFields(self._around)
        self.add(self.own)
        self.section(t("Links"))
        self.link_list = LinkList(self._around)
        self._add_rows(self.card.links, self.link_list)
        self.section(t("Comments"))
        self.comments = Comments(self._around)
        self.add(self.comments)
        self._add_history()
        self._keep_drafts()
        self.show_action(self._action)

    def _add_rows(self, *widgets: QWidget) -> None:
        for widget in widgets:
            self.add(widget)

    def _add_history(self) -> None:
        t = self._t
        self.section(t("Dates"))
        self._dates = self._text()
        self.section(t("Asked about"))
        self._asked = self._text()
        self.section(t("Escalated"))
        self._escalated = self._text()
        self.raise_line = LineField(
            t("Take it one level up"), t, self._escalate, hint=t("What stops it, then Enter")
        )
        self.answer = TextField(t("Answer from the level above"), t, self._answer)
        self._add_rows(self.raise_line, self.answer)

    def _keep_drafts(self) -> None:
        self._drafts = Drafts(self._live, self)
        for field in self._written():
            self._drafts.follow(field)
            field.setEnabled(not self._live.read_only)

    def _written(self) -> Sequence[Field]:
        return [*self.card.all().values(), self.raise_line, self.answer]

    def _show(self, action: Action, card: Card) -> None:
        t = self._t
        self._heading.setText(t("Action {n}", n=action.number))
        for name, field in self.card.all().items():
            self._drafts.show(field, f"action:{action.id}:{name}")
        done = t("Checklist {n} of {all}", n=card.steps_done, all=card.steps)
        self._steps_head.setText(done if card.steps else t("Checklist"))
        self.steps.show_card(action.id, action.title)
        self.comments.show_card(action.id, action.title)
        self.photos.show_card(action.id, action.title)
        self._show_own(card)
        self.link_list.show_links(self._live.read(card_queries.links, action.id))
        self.came_from.setText(self._told_origin(action))
        self.came_from.setAccessibleName(self.came_from.text())
        self.came_from.setVisible(bool(self.came_from.text()))
        self._dates.setText("\n".join(self._moves(action)))
        asked = self._live.read(queries.follow_ups, action_id=action.id)
        self._asked.setText("\n".join(map(self._asked_line, asked)) or t("Not yet"))
        self._show_escalations(self._live.read(queries.escalations, action_id=action.id))

    def _show_own(self, card: Card) -> None:
        old = self.own.fields
        if self.own.renew():
            self._drafts.forget(old.values())
            for field in self.own.fields.values():
                self._drafts.follow(field)
        self.own.show_card(card)
        for key, field in self.own.fields.items():
            self._drafts.show(field, f"action:{card.id}:own{key}")
        self.show_section(self._own_head, bool(self.own.fields))

    def _text(self) -> QLabel:
        label = QLabel()
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setWordWrap(True)
        label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.add(label)
        return label

    def _told_origin(self, action: Action) -> str:
        t = self._t
        found = self._live.read(meetings, [action.meeting_id]) if action.meeting_id else ()
        told = (
            t(
                "From {name} {n}, {day}",
                name=one.name,
                n=one.number,
                day=t.date(one.planned_start.date()),
            )
            for one in found
        )
        return "\n".join(told)

    def _go_to_meeting(self) -> None:
        if self._action and self._action.meeting_id:
            found = Find("meeting", self._action.meeting_id, self.came_from.text())
            self.elsewhere.emit("meetings", found)

    def _moves(self, action: Action) -> list[str]:
        t = self._t
        told = [t("Written {day}", day=t.date(action.created))]
        if action.first_due is None:
            return [*told, t("No date is agreed yet")]
        told.append(t("First agreed {day}", day=t.date(action.first_due)))
        for each in self._live.read(queries.due_changes, action_id=action.id):
            told.append(f"→ {t.date(each.new_due)}: {each.reason}")
        if action.done:
            told.append(t("Done {day}", day=t.date(action.done)))
        return told

    def _asked_line(self, each: FollowUp) -> str:
        t, answered = self._t, each.answered
        what = t(ANSWER_NAMES[answered.answer]) if answered.asked else t("Not asked")
        note = (
            f": {answered.note}" if answered.note and answered.answer is not Answer.NEW_DATE else ""
        )
        return f"{t.date(each.day)} · {what}{note}"

    def _show_escalations(self, found: Sequence[Escalation]) -> None:
        t = self._t
        lines = [f"{t.date(each.raised)} · {each.receiver}: {each.text}" for each in found]
        self._escalated.setText("\n".join(lines) or t("No"))
        self._latest = found[-1] if found else None
        waits = self._latest is not None and self._latest.answered is None
        self.raise_line.setVisible(not waits)
        self.raise_line.show_value("")
        self.answer.setVisible(self._latest is not None)
        if self._latest:
            self.answer.show_value(self._latest.answer)

    def _escalate(self, typed: str) -> None:
        """One level up with what stops it; onto the next agenda there."""
        action, now = self._action, self._live.document.clock()
        if action is None:
            return
        if not typed.strip():
            raise RuleBroken(M_("Write what the group needs from the level above."))

        def write(connection: Connection) -> None:
            escalate_at_once(connection, typed, now, action_id=action.id, group_id=action.group_id)

        self._live.edit(M_("Take “{name}” one level up", name=action.title), write)

    def _answer(self, typed: str) -> None:
        if self._latest and self._action:
            label = M_("Answer about “{name}”", name=self._action.title)
            self._live.edit(
                label, edits.answer_escalation, self._latest.id, typed, self._live.today
            )
