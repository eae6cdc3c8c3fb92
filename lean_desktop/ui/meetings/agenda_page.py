"""The middle of the tab: what the meeting is, its agenda, and whether it fits the time."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from lean_desktop.domain.choosing import key_of
from lean_desktop.domain.errors import RuleBroken
from lean_desktop.domain.meetings import (
    AgendaItem,
    Meeting,
    ScheduledItem,
    parse_item_line,
    schedule,
    stepped,
)
from lean_desktop.edits import meetings as edits
from lean_desktop.i18n import M_
from lean_desktop.ui.editor import Surroundings
from lean_desktop.ui.meetings.agenda_foot import AgendaFoot
from lean_desktop.ui.meetings.agenda_table import AgendaTable
from lean_desktop.ui.meetings.carrying import carry, let_wait, make_room
from lean_desktop.ui.meetings.model import AgendaModel, move_item, people_choices
from lean_desktop.ui.widgets.buttons import button
from lean_desktop.ui.widgets.flow import Flow
from lean_desktop.ui.widgets.quick_line import QuickLine
from lean_desktop.ui.widgets.time_bar import TimeBar

USUAL_MINUTES = 5


class AgendaPage(QWidget):
    """One meeting. Emits `item_chosen()` when another item is chosen or it has changed."""

    item_chosen = Signal()

    def __init__(self, around: Surroundings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("paper")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.live, self.t, self._theme = around.live, around.t, around.theme
        self._meeting: Meeting | None = None
        self._to_cut: AgendaItem | None = None
        self.model: AgendaModel | None = None
        self.title = QLabel()
        self.facts = QWidget()
        self.goal = _Goal(self.t("Goal"))
        self.table = AgendaTable(self.t, self._theme)
        self.quick = QuickLine()
        self.sentence = QLabel()
        self.bar = TimeBar(self._theme)
        self.sum = QLabel()
        self.cut = button(self.t("Move an item to the next meeting"), self._cut, kind="link")
        self.foot = AgendaFoot(around)
        self._lay_out()

    def show_meeting(self, meeting: Meeting | None) -> None:
        """Show this meeting's agenda, or follow what changed in it."""
        fresh = meeting is not None and (self.model is None or self.model.meeting_id != meeting.id)
        self._meeting = meeting
        if meeting is None:
            return
        if fresh:
            self._follow(meeting)
        self._show_head(meeting)
        self._show_sum()
        self.foot.show_meeting(meeting)
        self.quick.setEnabled(not self.live.read_only and not meeting.locked)

    def chosen(self) -> ScheduledItem | None:
        """The item that is chosen."""
        found: ScheduledItem | None = self.table.current() if self.model else None
        return found

    def has_item(self) -> bool:
        """Whether an item is chosen."""
        return self.chosen() is not None

    def begin_item(self) -> None:
        """Go to the line for new items."""
        self.quick.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def move_chosen(self, by: int) -> None:
        """Move the chosen item up or down; it stays chosen."""
        chosen = self.chosen()
        if chosen is None or self.model is None:
            return
        items = [row.item for row in self.model.rows()]
        if step := stepped(items, chosen.item.position, by):
            move_item(self.live, chosen, *step)
            self.table.go_to(chosen.id, self.table.currentIndex().column())

    def remove_chosen(self) -> None:
        """Take the selected items off; undo brings them back."""
        gone = self.table.selected()
        if gone and not self.live.read_only:
            place = gone[0].item.position
            self.live.edit(
                M_("Delete “{name}”", name=gone[0].item.title)
                if len(gone) == 1
                else M_("Delete {n} agenda items", n=len(gone)),
                edits.remove_items,
                [row.id for row in gone],
            )
            self._choose_place(place)

    def carry_chosen(self, *, copied: bool) -> None:
        """Put the chosen item on the next meeting's agenda, besides here or instead of here."""
        if chosen := self.chosen():
            carry(self.live, chosen.item, copied=copied)

    def let_chosen_wait(self) -> None:
        """Take the selected items off the agenda; they wait with the group."""
        if chosen := self.table.selected():
            let_wait(self.live, [row.item for row in chosen])

    def status(self) -> str:
        """Items and minutes, for the status bar."""
        if self.model is None or self._meeting is None:
            return ""
        items = self.t.plural("{n} item", "{n} items", self.model.rowCount())
        return f"{items} · {self.t('{n} min', n=self._total())}"

    # Inside

    def _follow(self, meeting: Meeting) -> None:
        before, self.model = self.model, AgendaModel(self.live, self.t, meeting.id, self)
        self.table.show_agenda(self.model)
        self.model.counted.connect(self._on_counted)
        if before:
            before.deleteLater()
        self._choose_place(0)
        self._on_chosen()

    def _choose_place(self, place: int) -> None:
        if self.model and self.model.rowCount():
            self.table.selectRow(min(place, self.model.rowCount() - 1))

    def _show_head(self, meeting: Meeting) -> None:
        number = self.t("meeting {n}", n=meeting.number)
        color = self._theme.color("text3").name()
        self.title.setText(f"{_escaped(meeting.name)} <span style='color:{color}'>{number}</span>")
        self.title.setAccessibleName(f"{meeting.name} {number}")
        _fill(self.facts, self._facts(meeting))
        self.goal.show_text(meeting.purpose)

    def _facts(self, meeting: Meeting) -> list[QWidget]:
        day = self.t.long_day(meeting.planned_start.date())
        told = [
            ("cal", day[0].upper() + day[1:]),
            ("clock", self.t.span(meeting.planned_start, meeting.planned_end)),
            ("target", meeting.place),
            ("user", self.t("Chair {name}", name=meeting.chair) if meeting.chair else ""),
            (
                "note",
                self.t("Note-taker {name}", name=meeting.note_taker) if meeting.note_taker else "",
            ),
        ]
        return [self._fact(icon, text) for icon, text in told if text]

    def _fact(self, icon: str, text: str) -> QWidget:
        fact = QWidget()
        row = QHBoxLayout(fact)
        row.setContentsMargins(0, 0, 12, 0)
        row.setSpacing(6)
        mark, label = QLabel(), QLabel(text)
        mark.setPixmap(self._theme.icon(icon, "text3").pixmap(QSize(14, 14)))
        label.setProperty("look", "small")
        label.setTextFormat(Qt.TextFormat.PlainText)
        row.addWidget(mark)
        row.addWidget(label)
        return fact

    def _total(self) -> int:
        return sum(row.item.minutes for row in self.model.rows()) if self.model else 0

    def _show_sum(self) -> None:
        if self.model is None or self._meeting is None:
            return
        one = self._meeting
        laid = schedule(one.planned_start, one.planned_end, [r.item for r in self.model.rows()])
        told = self.t(
            "Sum {sum} min · planned {planned} min · ends {end}",
            sum=laid.total,
            planned=laid.planned,
            end=self.t.time(laid.end),
        )
        over = self.t("{n} min over", n=laid.over) if laid.over else ""
        bad, quiet = self._theme.color("bad").name(), self._theme.color("text2").name()
        loud = f"<span style='color:{bad};font-weight:600'>■ {over}</span>&nbsp;&nbsp;"
        self.sum.setText((loud if over else "") + f"<span style='color:{quiet}'>{told}</span>")
        self.sum.setAccessibleName(f"{over} {told}".strip())
        self._show_cut(laid.to_cut if not one.locked else None)
        self.bar.show_minutes(
            [each.item.minutes for each in laid.items], laid.planned, self.sum.accessibleName()
        )

    def _show_cut(self, item: AgendaItem | None) -> None:
        self._to_cut = item
        self.cut.setVisible(item is not None and not self.live.read_only)
        if item:
            self.cut.setToolTip(self.t("Move “{name}” to the next meeting", name=item.title))
            self.cut.setAccessibleName(self.cut.toolTip())

    def _cut(self) -> None:
        if self._to_cut:
            make_room(self.live, self._to_cut)

    def _on_counted(self) -> None:
        self._show_sum()
        self._on_chosen()

    def _on_chosen(self) -> None:
        chosen = self.chosen()
        self.bar.choose(chosen.item.position if chosen else -1)
        self.item_chosen.emit()

    def _add(self, lines: list[str]) -> None:
        if self._meeting is None or self.live.read_only:
            return
        try:
            new = [self._item_of(line) for line in lines]
            label = (
                M_("Add “{name}”", name=new[0]["title"])
                if len(new) == 1
                else M_("Add {n} agenda items", n=len(new))
            )
            keys = self.live.edit(label, edits.add_items, self._meeting.id, new)
        except RuleBroken as error:
            self._refuse(self.t(error.message))
            return
        self._refuse("")
        self.quick.setText("")  # unlike clear(), leaves nothing for Ctrl+Z in the line
        self.table.go_to(keys[-1])

    def _item_of(self, line: str) -> dict[str, object]:
        said = parse_item_line(line)
        return {
            "title": said.title,
            "minutes": USUAL_MINUTES if said.minutes is None else said.minutes,
            "presenter_id": key_of(said.presenter, people_choices(self.live)),
        }

    def _refuse(self, sentence: str) -> None:
        self.sentence.setText(sentence)
        self.sentence.setVisible(bool(sentence))
        self.quick.setProperty("refused", bool(sentence))
        self.quick.setAccessibleDescription(sentence)
        self.quick.style().polish(self.quick)

    def _lay_out(self) -> None:
        self.title.setProperty("look", "title")
        self.sum.setTextFormat(Qt.TextFormat.RichText)
        self.sentence.setProperty("look", "bad")
        self.sentence.hide()
        self.title.setWordWrap(True)
        Flow(self.facts).setSpacing(6)
        self.quick.setAccessibleName(self.t("New agenda item"))
        self.quick.setPlaceholderText(
            self.t("New item … write “Shift change 5 min @Pål” and Enter")
        )
        self.quick.setEnabled(not self.live.read_only)
        self.quick.entered.connect(self._add)
        self.table.chosen.connect(self._on_chosen)
        self.table.moved.connect(self.move_chosen)
        self.table.remove_asked.connect(lambda _whole: self.remove_chosen())
        self.table.paste_asked.connect(self.quick.take)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 16, 24, 16)
        column.setSpacing(10)
        for widget in (self.title, self.facts, self.goal):
            column.addWidget(widget)
        column.addWidget(self.table, 1)
        for widget in (self.quick, self.sentence, self.bar, self._sum_and_cut(), self.foot):
            column.addWidget(widget)

    def _sum_and_cut(self) -> QWidget:
        line = QWidget()
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        row.addWidget(self.sum, 1)
        row.addWidget(self.cut)
        return line


class _Goal(QFrame):
    """What the meeting is to reach, in one box; nothing when nothing is said."""

    def __init__(self, title: str) -> None:
        super().__init__()
        self.setObjectName("goal")
        head = QLabel(title)
        head.setStyleSheet("font-weight: 600")
        self._text = QLabel()
        self._text.setTextFormat(Qt.TextFormat.PlainText)
        self._text.setWordWrap(True)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 8, 12, 8)
        row.setSpacing(12)
        row.addWidget(head, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self._text, 1)

    def show_text(self, text: str) -> None:
        self._text.setText(text)
        self.setVisible(bool(text))


def _fill(holder: QWidget, widgets: list[QWidget]) -> None:
    layout = holder.layout()
    if layout is None:
        return
    while (item := layout.takeAt(0)) is not None:
        if old := item.widget():
            old.deleteLater()
    for widget in widgets:
        layout.addWidget(widget)


def _escaped(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
