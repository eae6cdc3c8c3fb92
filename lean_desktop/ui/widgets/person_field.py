"""A field for one of many: offers names while one types, and commits the key that goes with it."""

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QWidget

from lean_desktop.domain.errors import RuleBroken
from lean_desktop.i18n import M_, Language
from lean_desktop.ui.qt import override
from lean_desktop.ui.widgets.field import LineField

Choices = Callable[[], Sequence[tuple[int, str]]]
"""Everyone there is to choose from: key and name."""


def key_of(typed: str, choices: Sequence[tuple[int, str]]) -> int | None:
    """The key of the name that was typed, or None for an empty text.

    A part of a name will do when it fits only one. Raises RuleBroken when none or several fit.
    """
    wanted = typed.strip().casefold()
    if not wanted:
        return None
    exact = [key for key, name in choices if name.casefold() == wanted]
    fitting = exact or [key for key, name in choices if wanted in name.casefold()]
    if not fitting:
        raise RuleBroken(M_("“{text}” is not known here. Choose from the list.", text=typed))
    if len(fitting) > 1:
        raise RuleBroken(
            M_("“{text}” fits {n} names. Choose one from the list.", text=typed, n=len(fitting))
        )
    return fitting[0]


class PickField(LineField):
    """A line that stands for a key; an empty line stands for nobody."""

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
        super().__init__(
            label,
            t,
            lambda typed: commit(key_of(typed, choices())),
            hint=hint,
            suggestions=lambda: [name for _, name in choices()],
            parent=parent,
        )

    @override
    def commit(self) -> None:
        super().commit()
        self._show_whole_name()

    def _show_whole_name(self) -> None:
        wanted = self.text().casefold()
        fitting = [name for _, name in self._choices() if wanted and wanted in name.casefold()]
        if len(fitting) == 1 and fitting[0] != self.text():
            self._stored = fitting[0]
            self.put(fitting[0])
