"""A field for one of many: offers names while one types, and commits the key that goes with it."""

from collections.abc import Callable, Sequence
from typing import NamedTuple

from PySide6.QtCore import QEvent, QModelIndex, QObject, Qt
from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QWidget

from lean_desktop.domain.choosing import key_of
from lean_desktop.i18n import Language
from lean_desktop.ui.qt import override
from lean_desktop.ui.widgets.field import LineField
from lean_desktop.ui.widgets.inputs import completer, is_entering

_PERSON = Qt.ItemDataRole.UserRole
_NAME = Qt.ItemDataRole.UserRole + 1


class Person(NamedTuple):
    """One there is to choose; the hint tells people of the same name apart."""

    key: int
    name: str
    hint: str = ""


Choices = Callable[[], Sequence[tuple[int, str] | tuple[int, str, str]]]
"""Everyone there is to choose from: key, name and perhaps a hint."""


class PickField(LineField):
    """A line that stands for a key; an empty line stands for nobody.

    Whoever is chosen from the list is meant, even when others have the same name.
    """

    def __init__(
        self,
        label: str,
        t: Language,
        commit: Callable[[int | None], object],
        choices: Choices,
        *,
        hint: str = "",
        parent: QWidget | None = None,
    ) -> None:
        self._choices = choices
        self._picked: Person | None = None
        super().__init__(
            label, t, lambda typed: commit(self._key_of(typed)), hint=hint, parent=parent
        )
        self.line.textEdited.connect(self._forget)

    @override
    def in_hand(self) -> bool:
        return self._picked is not None or super().in_hand()

    @override
    def commit(self) -> None:
        if self.in_hand():
            super().commit()
            self._forget()
            self._show_whole_name()

    @override
    def revert(self) -> None:
        self._forget()
        super().revert()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if is_entering(event):
            self._offer()
        return super().eventFilter(watched, event)

    def _offer(self) -> None:
        """Offer everyone there is by now."""
        known, found = self.line.completer(), completer(self.line)
        offered = QStandardItemModel(found)
        for person in (Person(*each) for each in self._choices()):
            item = QStandardItem(" · ".join(filter(None, (person.name, person.hint))))
            item.setData(person, _PERSON)
            item.setData(person.name, _NAME)
            offered.appendRow(item)
        found.setModel(offered)
        found.setCompletionRole(_NAME)
        if known is None:
            found.activated[QModelIndex].connect(self._on_picked)

    def _on_picked(self, index: QModelIndex) -> None:
        person: Person = index.data(_PERSON)
        self.put(person.name)
        self._picked = person
        self.try_commit()

    def _forget(self) -> None:
        self._picked = None

    def _key_of(self, typed: str) -> int | None:
        return self._picked.key if self._picked else key_of(typed, self._choices())

    def _show_whole_name(self) -> None:
        wanted = self.text().casefold()
        fitting = [name for _, name, *_ in self._choices() if wanted and wanted in name.casefold()]
        if len(fitting) == 1 and fitting[0] != self.text():
            self._stored = fitting[0]
            self.put(fitting[0])
