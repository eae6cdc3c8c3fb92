"""The lines minutes are keyed in on: a label, a field, and beneath it what is recorded now."""

from collections.abc import Callable, Iterable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from lean_desktop.domain.errors import RuleBroken
from lean_desktop.ui.editor import Surroundings
from lean_desktop.ui.meetings.capture_chips import LONGEST, Chips, Choice
from lean_desktop.ui.meetings.capture_told import SHAPES, Fact, Mark, plain
from lean_desktop.ui.qt import override
from lean_desktop.ui.theme import Theme
from lean_desktop.ui.widgets.buttons import button
from lean_desktop.ui.widgets.chip import Chip
from lean_desktop.ui.widgets.field import Field, LineField
from lean_desktop.ui.widgets.flow import Flow

LABEL, GAP = 152, 12
"""Logical pixels of the labels at the left, and between them and the fields."""


class Told(QLabel):
    """The facts in one line, each with its shape in its colour."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._facts: Sequence[Fact] = ()
        self.setProperty("look", "small")
        self.setTextFormat(Qt.TextFormat.RichText)
        self.setWordWrap(True)
        _take_width(self)
        theme.changed.connect(self._draw)

    def show_facts(self, facts: Sequence[Fact]) -> None:
        """Show these from now on."""
        self._facts = facts
        self.setAccessibleName(plain(facts))
        self._draw()

    def _draw(self) -> None:
        self.setText(" · ".join(map(self._drawn, self._facts)))

    def _drawn(self, fact: Fact) -> str:
        if not fact.shape:
            return fact.text
        color = self._theme.color("text2" if fact.shape == "none" else fact.shape).name()
        shape = SHAPES[fact.shape]
        return f"<span style='color:{color}'>{shape}</span>&nbsp;{fact.text}"


class KeyedLine(LineField):
    """A field of the sheet with its label at the left; empty again after each commit.

    `done()` follows Enter when the next line is to be gone to; Arrow down emits `downwards()`.
    """

    done = Signal()
    downwards = Signal()

    def __init__(
        self, name: str, hint: str, take: Callable[[str], object], around: Surroundings
    ) -> None:
        super().__init__(name, around.t, take, hint=hint)
        self.around = around
        self.stay_for_next()
        self.beside, self.below = lay_in_row(self, around.theme)

    def add_below(self, widget: QWidget) -> None:
        """Put a widget beneath the field."""
        self.below.addWidget(widget)

    def enter(self) -> None:
        """What Enter does."""
        raise NotImplementedError

    def open_for_typing(self, *, open_: bool) -> None:
        """Take what is typed, or only show what is recorded."""
        self.editor.setVisible(open_)

    @override
    def _on_key(self, event: QKeyEvent) -> bool:
        plain_key = not event.modifiers() & Qt.KeyboardModifier.ControlModifier
        if plain_key and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.enter()
            return True
        if plain_key and event.key() == Qt.Key.Key_Down:
            self.downwards.emit()
            return True
        return super()._on_key(event)


class AllLine(KeyedLine):
    """All with one key, or all but those that are written. `take(text)` records it.

    Below stand what is recorded, and a chip for each one it is about.
    """

    def __init__(
        self,
        name: str,
        hint: str,
        take: Callable[[str], object],
        choices: Callable[[int], Sequence[Choice]],
        around: Surroundings,
        *,
        longest: int = LONGEST,
    ) -> None:
        super().__init__(name, hint, take, around)
        t = around.t
        self.all = button(t("All"), self.enter, name=f"{name}: {t('All')}")
        self.all.setFocusPolicy(Qt.FocusPolicy.ClickFocus)  # Enter in the field does the same.
        self.told = Told(around.theme)
        self.chips = Chips(around.theme, choices, longest=longest)
        self.beside.addWidget(self.all)
        self.add_below(self.told)
        self.add_below(self.chips)
        self.downwards.connect(self.chips.roving.enter)
        self.chips.left.connect(lambda: self.line.setFocus(Qt.FocusReason.BacktabFocusReason))

    def show_recorded(self, facts: Sequence[Fact], marks: dict[int, Mark]) -> None:
        """Show what is recorded now."""
        self.told.show_facts(facts)
        self.chips.show_marks(marks)

    @override
    def enter(self) -> None:
        if self.in_hand():
            if self.try_commit():
                self.done.emit()
            return
        try:
            self._commit("")
        except RuleBroken as error:
            self.refuse(self.t(error.message))
            return
        self.refuse("")
        self.done.emit()

    @override
    def open_for_typing(self, *, open_: bool) -> None:
        super().open_for_typing(open_=open_)
        self.all.setVisible(open_)
        self.chips.setEnabled(open_)


class AddLine(KeyedLine):
    """A line that adds and stays; Enter on an empty one goes on. `take(lines)` adds them.

    `understand(text)` gives what is understood of the line while it is typed, as kind, text and
    icon of chips.
    """

    def __init__(
        self,
        name: str,
        hint: str,
        take: Callable[[list[str]], object],
        around: Surroundings,
        understand: Callable[[str], Iterable[tuple[str, str, str]]] | None = None,
    ) -> None:
        super().__init__(name, hint, lambda typed: take([typed]), around)
        self._take, self._understand = take, understand
        self.understood = QWidget()
        Flow(self.understood).setSpacing(4)
        self.understood.hide()
        self.told = QLabel()
        self.told.setProperty("look", "small")
        self.told.setTextFormat(Qt.TextFormat.PlainText)
        self.told.setWordWrap(True)
        _take_width(self.told)
        self.add_below(self.understood)
        self.add_below(self.told)
        self.line.textEdited.connect(self.take_lines)
        self.line.textChanged.connect(self._show_understood)

    def show_recorded(self, lines: Sequence[str]) -> None:
        """Show what is noted now."""
        self.told.setText("\n".join(lines))
        self.told.setVisible(bool(lines))

    @override
    def open_for_typing(self, *, open_: bool) -> None:
        super().open_for_typing(open_=open_)
        self.setVisible(open_ or bool(self.told.text()))

    @override
    def enter(self) -> None:
        if self.in_hand():
            self.try_commit()
        else:
            self.refuse("")
            self.done.emit()

    def take_lines(self, text: str) -> bool:
        """Whether the text, which was pasted, was taken as several lines, in one step."""
        lines = [line.strip() for line in text.splitlines() if line.strip()]
        if len(lines) < 2:
            return False
        try:
            self._take(lines)
        except RuleBroken as error:
            self.refuse(self.t(error.message))
            return False
        self.begin_anew()
        return True

    def _show_understood(self, text: str) -> None:
        found = list(self._understand(text)) if self._understand and text.strip() else []
        layout = self.understood.layout()
        if layout is None:
            return
        while (item := layout.takeAt(0)) is not None:
            if old := item.widget():
                old.hide()
                old.deleteLater()
        for kind, word, icon in found:
            layout.addWidget(Chip(self.around.theme, kind, word, icon))
        self.understood.setVisible(bool(found))


def _take_width(label: QLabel) -> None:
    """Be as wide as there is room, so that a text is not broken where nothing else stands."""
    label.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)


def lay_in_row(field: Field, theme: Theme) -> tuple[QHBoxLayout, QVBoxLayout]:
    """Put a field's label at its left; what its editor stands in, and the column around that."""
    field.label.setProperty("look", "section")
    field.label.setFixedWidth(theme.scaled(LABEL))
    field.label.setWordWrap(True)
    field.label.setContentsMargins(0, theme.scaled(6), 0, 0)
    beside, below, row = QHBoxLayout(), QVBoxLayout(), QHBoxLayout()
    beside.setSpacing(8)
    beside.addWidget(field.editor, 1)
    below.setSpacing(4)
    below.addLayout(beside)
    below.addWidget(field.sentence)
    row.setSpacing(GAP)
    row.addWidget(field.label, 0, Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
    row.addLayout(below, 1)
    whole = field.layout()
    if isinstance(whole, QVBoxLayout):
        whole.addLayout(row)
    return beside, below
