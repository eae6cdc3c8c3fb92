"""Text in hand that must not be lost: half-typed or refused, it is kept in the document.

A draft is no edit: it makes no undo step. It is written two seconds after the last key, and when
a field is left with text that will not do; it goes when the field is committed or put back.
"""

from collections.abc import Iterable

from PySide6.QtCore import QObject, QTimer

from lean_desktop.edits import workspace as edits
from lean_desktop.queries import workspace as queries
from lean_desktop.ui.live_document import LiveDocument
from lean_desktop.ui.widgets.field import Field

PAUSE_MS = 2000


class Drafts(QObject):
    """The drafts of one panel's fields. A field is told which draft is its own with `show`."""

    def __init__(self, live: LiveDocument, parent: QObject) -> None:
        super().__init__(parent)
        self._live = live
        self._names: dict[Field, str] = {}
        self._kept = live.read(queries.drafts)
        self._pause = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._pause.timeout.connect(self.keep)

    def follow(self, field: Field) -> None:
        """Keep what is typed in this field from now on."""
        field.drafted.connect(lambda _text: self._pause.start())
        field.changed.connect(lambda: self._drop(field))

    def forget(self, fields: Iterable[Field]) -> None:
        """Follow these no more: they are going."""
        for field in fields:
            self._names.pop(field, None)

    def show(self, field: Field, name: str) -> None:
        """Show the draft of that name in the field, if there is one and nothing else is typed."""
        self._names[field] = name
        if name in self._kept and not field.in_hand():
            field.put(self._kept[name])

    def keep(self) -> None:
        """Write what is in hand in any field, and drop what no longer is."""
        self._pause.stop()
        if self._live.read_only or self._live.busy:
            return
        for field, name in self._names.items():
            if field.in_hand():
                self._write(name, field.text())
            elif name in self._kept:
                self._drop(field)

    def _write(self, name: str, text: str) -> None:
        if self._kept.get(name) != text:
            self._kept[name] = text
            self._live.document.aside(edits.keep_draft, name, text)

    def _drop(self, field: Field) -> None:
        name = self._names.get(field, "")
        if self._kept.pop(name, None) is not None:
            self._live.document.aside(edits.drop_draft, name)
