"""What the panels of a person, a unit and a group have in common."""

from collections.abc import Callable
from typing import Any, TypeVar

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from lean_desktop.i18n import M_, Message
from lean_desktop.ui.drafts import Drafts
from lean_desktop.ui.editor import Surroundings
from lean_desktop.ui.organisation.writing import Named, Writing
from lean_desktop.ui.widgets.date_field import DateField
from lean_desktop.ui.widgets.field import Field, LineField
from lean_desktop.ui.widgets.inspector import Inspector
from lean_desktop.ui.widgets.person_field import PickField

F = TypeVar("F", bound=Field)


class Panel(Inspector):
    """The fields of one row, filled after the first paint; half-typed text is kept as a draft.

    Emits `go_to(kind, key)` when one wants to see somebody or something else.
    """

    kind = ""
    go_to = Signal(str, int)

    def __init__(self, name: str, around: Surroundings) -> None:
        super().__init__(name)
        self.around = around
        self.live, self.t = around.live, around.t
        self.writing = Writing(around.live, around.t)
        self.row: Any = None
        self.named: dict[str, Field] = {}
        self.build_when_seen(self._build_all)

    def show_row(self, row: Any) -> None:
        """Show this row's fields, or nothing."""
        if self.built() and self.row and (row is None or row.id != self.row.id):
            self._leave()
        before, self.row = self.row, row
        if self.built():
            self._show(before)

    def keep_drafts(self) -> None:
        """Keep what is typed and not committed."""
        if self.built():
            self._drafts.keep()

    # What each of them says for itself

    def write(self, what: Message, field: str, value: object) -> None:
        """Make the edit of one field of the row that is shown."""
        raise NotImplementedError

    def values(self) -> dict[str, str]:
        """What stands in each field, as text."""
        raise NotImplementedError

    def fill(self) -> None:
        """Make the fields."""
        raise NotImplementedError

    def show_more(self, *, other: bool) -> None:
        """Show what is no field; `other` says whether it is another row than before."""

    # What they are filled with

    def head(self) -> None:
        """Begin with the name of the row, and a line under it."""
        self._name = self.section("")
        self._name.setProperty("look", "heading")
        self._under = QLabel()
        self._under.setProperty("look", "small")
        self._under.setTextFormat(Qt.TextFormat.PlainText)
        self._under.setWordWrap(True)
        self.add(self._under)

    def show_head(self, name: str, under: str) -> None:
        """Fill what `head` began with."""
        self._name.setText(name)
        self._under.setText(under)
        self._under.setVisible(bool(under))

    def line(
        self, name: str, title: str, what: Message, read: Callable[[str], object] = str
    ) -> LineField:
        """A field for a line of text; `read` makes the value of it."""
        field = LineField(title, self.t, lambda typed: self.write(what, name, read(typed)))
        return self._named(name, field)

    def day(self, name: str, title: str, what: Message) -> DateField:
        """A field for a day."""
        field = DateField(
            title,
            self.t,
            self.around.theme,
            lambda day: self.write(what, name, day),
            lambda: self.live.today,
        )
        return self._named(name, field)

    def pick(self, name: str, title: str, what: Message, choices: Callable[[], Named]) -> PickField:
        """A field for the name of somebody or something else."""
        field = PickField(title, self.t, lambda key: self.write(what, f"{name}_id", key), choices)
        return self._named(name, field)

    def period(self, first: str, last: str) -> QWidget:
        """Fields for a first and a last day, side by side."""
        return beside(
            self.day(first, self.t("From"), M_("first day")),
            self.day(last, self.t("To"), M_("last day")),
        )

    # Inside

    def _named(self, name: str, field: F) -> F:
        self.named[name] = field
        return field

    def _build_all(self) -> None:
        self.fill()
        if self.live.read_only:
            for field in self.fields():
                field.setEnabled(False)
        self._drafts = Drafts(self.live, self)
        for field in self.named.values():
            self._drafts.follow(field)
        self._show(None)

    def _show(self, before: Any) -> None:
        self.show_pages(self.row is not None)
        if self.row is None:
            return
        for name, value in self.values().items():
            self.named[name].show_value(value)
            self._drafts.show(self.named[name], f"{self.kind}:{self.row.id}:{name}")
        self.show_more(other=before is None or before.id != self.row.id)

    def _leave(self) -> None:
        """What was typed for one row must never be taken for another's."""
        for field in self.named.values():
            if field.in_hand() and not field.try_commit():
                self._drafts.keep()
                field.revert()


def beside(*fields: QWidget) -> QWidget:
    """Fields side by side, their labels at the same height."""
    row = QWidget()
    line = QHBoxLayout(row)
    line.setContentsMargins(0, 0, 0, 0)
    line.setSpacing(8)
    for field in fields:
        line.addWidget(field, 1, Qt.AlignmentFlag.AlignTop)
    return row
