"""The meeting on the laptop of the one who leads it: the clock, one line to note on, who came."""

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QLabel, QListWidget, QPushButton, QVBoxLayout, QWidget

from lean_desktop.domain.errors import RuleBroken
from lean_desktop.domain.meetings import ITEM_KIND_NAMES
from lean_desktop.domain.preparation import told_together
from lean_desktop.ui.editor import Surroundings
from lean_desktop.ui.meetings.note_line import NoteLine
from lean_desktop.ui.meetings.running import KIND_KEYS, KIND_NAMES, Kind, Running, clock_text
from lean_desktop.ui.meetings.running_side import ALL_KEY, PAGE_KEYS, RunningSide
from lean_desktop.ui.meetings.running_wall import RunningWall
from lean_desktop.ui.projecting import Projecting, ScreenChoice
from lean_desktop.ui.qt import override
from lean_desktop.ui.widgets.buttons import Segments, button
from lean_desktop.ui.widgets.inputs import mark_refused

SIZE = 1120, 700


class RunningWindow(QWidget):
    """Keys: arrows go on and back, P pauses, one letter each notes, F5 shows it on a screen.

    One letter each goes to a page at the side, and one says that all came on time and prepared.

    Emits `closed(meeting key)` when the meeting was closed here.
    """

    closed = Signal(int)

    def __init__(
        self, around: Surroundings, meeting_id: int, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent, Qt.WindowType.Window)
        self._around, self._t = around, around.t
        self.running = Running(around.live, meeting_id, self)
        self.wall: RunningWall | None = None
        self.setObjectName("paper")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(f"{self.running.meeting.name} {self.running.meeting.number}")
        self.resize(*SIZE)
        t = around.t
        self.title, self.about, self.clock, self.ends = QLabel(), QLabel(), QLabel(), QLabel()
        self.kind = Segments(t("What is noted"), [(kind.value, self._named(kind)) for kind in Kind])
        self.line = NoteLine()
        self.sentence = QLabel()
        self.noted = QListWidget()
        self.ahead = QListWidget()
        self.side = RunningSide(around)
        self.screens = ScreenChoice(around.t, around.settings, self)
        self._lay_out()
        self._connect()
        self.running.begin()
        self._show()

    # Keys

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        letter = event.text().upper()
        kinds = {self._t(name): kind for kind, name in KIND_KEYS.items()}
        pages = {self._t(name): page for page, name in PAGE_KEYS.items()}
        if key in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            self.running.step(1 if key == Qt.Key.Key_Right else -1)
        elif letter in kinds and not event.modifiers():
            self.begin_note(kinds[letter])
        elif letter in pages and not event.modifiers():
            self.side.show_page(pages[letter])
        elif letter == self._t(ALL_KEY) and not event.modifiers():
            self.side.record_all()
        elif key == Qt.Key.Key_P:
            self.running.pause_or_go_on()
        elif key == Qt.Key.Key_F5:
            self.show_wall()
        else:
            super().keyPressEvent(event)

    def begin_note(self, kind: Kind) -> None:
        """Put the cursor into the line, for that kind of note."""
        self.kind.choose(kind.value)
        self.line.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def show_wall(self) -> None:
        """Show the meeting on the screen that was chosen; on the laptop's own, with its keys."""
        if self.wall is not None:
            self.wall.close()
            return
        screen = self.screens.chosen
        aside = screen is not self.screen()
        self.wall = RunningWall(
            self.running, self._t, self._around.theme, self, with_keys=not aside
        )
        self.wall.destroyed.connect(self._forget_wall)
        self.wall.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating, aside)
        projecting = Projecting(self.wall, self)
        projecting.unplugged.connect(self._on_unplugged)
        projecting.show_on(screen)

    # Inside

    def _forget_wall(self) -> None:
        self.wall = None

    def _named(self, kind: Kind) -> str:
        name, key = self._t(KIND_NAMES[kind]), KIND_KEYS.get(kind)
        return f"{name} ({self._t(key)})" if key else name

    def _connect(self) -> None:
        running = self.running
        running.changed.connect(self._show)
        running.ticked.connect(self._tick)
        running.ended.connect(self.close)
        self.line.entered.connect(self._note)
        self.line.left.connect(partial(self.setFocus, Qt.FocusReason.OtherFocusReason))
        undo = QShortcut(QKeySequence(QKeySequence.StandardKey.Undo), self)
        undo.activated.connect(self._undo)
        redo = QShortcut(self)
        redo.setKeys([QKeySequence("Ctrl+Y"), QKeySequence("Ctrl+Shift+Z")])
        redo.activated.connect(running.redo)

    def _undo(self) -> None:
        done = self.running.undo()
        self._say("" if done else self._t("Nothing noted in this meeting is left to take back."))

    def _on_unplugged(self) -> None:
        self._say(self._t("The screen was unplugged. The meeting goes on here; F5 shows it again."))

    def _note(self, text: str) -> None:
        try:
            self.running.note(Kind(self.kind.choice), text)
        except RuleBroken as error:
            self._refuse(self._t(error.message))
            return
        self._refuse("")
        self.line.setText("")

    def _refuse(self, sentence: str) -> None:
        self._say(sentence)
        mark_refused(self.line, sentence)

    def _say(self, sentence: str) -> None:
        self.sentence.setText(sentence)
        self.sentence.setVisible(bool(sentence))

    def _close_meeting(self) -> None:
        key = self.running.meeting.id
        self.running.close()
        self.closed.emit(key)

    def _show(self) -> None:
        t, running = self._t, self.running
        item = running.item
        which = t("Item {n} of {all}", n=running.place + 1, all=len(running.items))
        self.title.setText(item.title if item else t("The agenda has no items"))
        parts = [which, t(ITEM_KIND_NAMES[item.kind]), item.presenter] if item else []
        parts += [told_together(item.tasks, t)] if item and item.tasks else []
        self.about.setText(" · ".join(part for part in parts if part))
        self.noted.clear()
        for kind, text in running.noted(private=True):
            self.noted.addItem(f"{t(KIND_NAMES[kind])}: {text}")
        self.ahead.clear()
        for each, start in zip(running.items[running.place + 1 :], running.starts(), strict=True):
            self.ahead.addItem(f"{t.time(start)}  {each.title}")
        self.side.show_meeting(running.meeting)
        self._tick()

    def _tick(self) -> None:
        t, running = self._t, self.running
        left = running.seconds_left
        over = left < 0
        color = self._around.theme.color("bad" if over else "text").name()
        shape = "■ " if over else ""
        words = t("Paused") if running.paused else t("over") if over else t("left")
        self.clock.setText(f"<span style='color:{color}'>{shape}{clock_text(left)}</span>")
        self.clock.setAccessibleName(f"{clock_text(left)} {words}")
        self.ends.setText(
            t(
                "{words} · planned end {end} · heading for {heading}",
                words=words,
                end=t.time(running.meeting.planned_end),
                heading=t.time(running.heading_for),
            )
        )

    def _lay_out(self) -> None:
        t = self._t
        self.title.setProperty("look", "title")
        for label in (self.title, self.about, self.ends):
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setWordWrap(True)
        self.clock.setTextFormat(Qt.TextFormat.RichText)
        self.clock.setFont(self._around.theme.figures(56, 700))
        self.line.setAccessibleName(t("Note"))
        self.line.setPlaceholderText(t("Write, then Enter: “Order floor tape @Linh Friday”"))
        self.sentence.setProperty("look", "bad")
        self.sentence.hide()
        self.noted.setAccessibleName(t("Noted on this item"))
        self.ahead.setAccessibleName(t("Next items"))
        left = QVBoxLayout()
        left.setSpacing(10)
        for widget in (self.title, self.about, self.clock, self.ends, self.kind, self.line):
            left.addWidget(widget)
        left.addWidget(self.sentence)
        left.addWidget(self.noted)
        left.addWidget(self._heading(t("Next items")))
        left.addWidget(self.ahead)
        left.addLayout(self._buttons())
        whole = QHBoxLayout(self)
        whole.setContentsMargins(12, 16, 12, 16)
        whole.setSpacing(12)
        whole.addLayout(left, 3)
        whole.addWidget(self.side, 2)

    def _heading(self, text: str) -> QLabel:
        label = QLabel(text)
        label.setStyleSheet("font-weight: 600")
        return label

    def _buttons(self) -> QHBoxLayout:
        t, running = self._t, self.running
        made: list[QPushButton] = [
            button(t("Back"), partial(running.step, -1), keys="Left"),
            button(t("Pause"), running.pause_or_go_on, keys="P"),
            button(t("Next item"), partial(running.step, 1), keys="Right"),
            button(t("Show on screen"), self.show_wall, keys="F5"),
        ]
        row = QHBoxLayout()
        row.setSpacing(8)
        for each in made:
            row.addWidget(each)
        row.addWidget(self.screens)
        row.addStretch(1)
        row.addWidget(button(t("Close the meeting"), self._close_meeting, kind="primary"))
        return row
