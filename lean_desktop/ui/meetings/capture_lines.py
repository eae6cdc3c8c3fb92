"""The lines minutes are keyed in on: a label, a field, and beneath it what is recorded now."""

from collections.abc import Callable, Iterable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from lean_desktop.domain.errors import RuleBroken
from lean_desktop.ui.editor import Surroundings
from lean_desktop.ui.meetings.capture_chips import ChipRows
from lean_desktop.ui.meetings.capture_told import SHAPES, Fact, plain
from lean_desktop.ui.qt import override
from lean_desktop.ui.theme import Theme
from lean_desktop.ui.widgets.buttons import button
from lean_desktop.ui.widgets.chip import Chip
from lean_desktop.ui.widgets.field import Field, LineField
from lean_desktop.ui.widgets.flow import Flow

LABEL, GAP, DOWN = 152, 12, 6
"""Logical pixels of the labels at the left, between them and the fields, and down to their text."""


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

    def says_something(self) -> bool:
        """Whether there is any fact."""
        return bool(self._facts)

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
        down = self.around.theme.scaled(DOWN) if open_ else 0
        self.label.setContentsMargins(0, down, 0, 0)

    def takes_keys(self) -> bool:
        """Whether one can type here."""
        return not (self.isHidden() or self.editor.isHidden())

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

    Below stand what is recorded, and `rows` with a chip for each one it is about.
    """

    def __init__(
        self,
        name: str,
        hint: str,
        take: Callable[[str], object],
        rows: ChipRows,
        around: Surroundings,
    ) -> None:
        super().__init__(name, hint, take, around)
        t, self._some, self.rows = around.t, True, rows
        self.all = button(t("All"), self.enter, name=f"{name}: {t('All')}")
        self.all.setFocusPolicy(Qt.FocusPolicy.ClickFocus)  # Enter in the field does the same.
        self.told = Told(around.theme)
        self.beside.addWidget(self.all)
        self.add_below(self.told)
        self.add_below(rows)
        rows.after = self.line
        rows.left.connect(lambda: self.line.setFocus(Qt.FocusReason.BacktabFocusReason))
        self.downwards.connect(rows.roving.enter)

    def show_recorded(self, facts: Sequence[Fact], *, some: bool) -> None:
        """Show what is recorded now; without `some` to say it of, nothing can be typed."""
        self._some = some
        self.told.show_facts(facts)

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
        super().open_for_typing(open_=open_ and self._some)
        self.all.setVisible(open_ and self._some)
        self.rows.setEnabled(open_)
        self.setVisible(self._some or (open_ and self.told.says_something()))


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
        super().__init__(name, hint, lambda typed: take(_lines_of(typed)), around)
        self._understand, self._had = understand, 0
        self.understood = QWidget()
        self._flow = Flow(self.understood)
        self._flow.setSpacing(4)
        self.understood.hide()
        self.told = QLabel()
        self.told.setProperty("look", "small")
        self.told.setTextFormat(Qt.TextFormat.PlainText)
        self.told.setWordWrap(True)
        _take_width(self.told)
        self.add_below(self.understood)
        self.add_below(self.told)
        self.line.textEdited.connect(self._on_pasted)
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

    def _on_pasted(self, text: str) -> None:
        """What is pasted as several lines is taken at once; refused, it waits for Enter."""
        if len(_lines_of(text)) > max(1, self._had):
            self.try_commit()
        self._had = len(_lines_of(self.text()))

    def _show_understood(self, text: str) -> None:
        found = list(self._understand(text)) if self._understand and text.strip() else []
        self._flow.remove_all()
        for kind, word, icon in found:
            self._flow.addWidget(Chip(self.around.theme, kind, word, icon))
        self.understood.setVisible(bool(found))


def _lines_of(text: str) -> list[str]:
    return [line.strip() for line in text.splitlines() if line.strip()]


def _take_width(label: QLabel) -> None:
    """Be as wide as there is room, so that a text is not broken where nothing else stands."""
    label.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)


def lay_in_row(field: Field, theme: Theme) -> tuple[QHBoxLayout, QVBoxLayout]:
    """Put a field's label at its left; what its editor stands in, and the column around that."""
    field.label.setProperty("look", "section")
    field.label.setFixedWidth(theme.scaled(LABEL))
    field.label.setWordWrap(True)
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
