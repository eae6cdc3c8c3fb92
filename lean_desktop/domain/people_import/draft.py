"""A row on its way from the list to the plan."""

from collections.abc import Mapping

from lean_desktop.domain.organisation import Person
from lean_desktop.domain.people_import.cells import split_name
from lean_desktop.domain.people_import.columns import Field
from lean_desktop.domain.people_import.planned import Outcome, PlannedRow, Value
from lean_desktop.i18n import M_, Message

_LONGEST_SHOWN = 60


class Draft:
    """One row: what its cells say, whom it is about, and what has been decided so far.

    `texts` holds tidied cells, without the blank ones. `person` is None for somebody new; `key` is
    the person's id, or below zero for somebody new.
    """

    __slots__ = (
        *("row", "texts", "number", "email", "first_name", "last_name", "name"),
        *("person", "key", "values", "unit", "manager", "reasons", "refused"),
    )

    def __init__(self, row: int, texts: Mapping[Field, str]) -> None:
        self.row = row
        self.texts = texts
        self.number = texts.get(Field.NUMBER, "").casefold()
        self.email = texts.get(Field.EMAIL, "").casefold()
        self.first_name, self.last_name = _names(texts)
        self.name = f"{self.first_name} {self.last_name}".strip()
        self.person: Person | None = None
        self.key = 0
        self.values: dict[str, Value] = {}
        self.unit = self.manager = ""
        self.reasons: tuple[Message, ...] = ()
        self.refused = False

    @property
    def named_in_parts(self) -> bool:
        """Whether the list itself says which names are first and which are last."""
        return Field.FIRST_NAME in self.texts or Field.LAST_NAME in self.texts

    def name_like(self, person: Person) -> None:
        """Take the names in the order in which the person has them."""
        self.first_name, self.last_name = person.first_name, person.last_name
        self.name = person.name

    def refuse(self, reason: Message) -> None:
        """Keep the row out, and say why."""
        self.reasons = (reason,)
        self.refused = True

    def remark(self, reason: Message) -> None:
        """Take the row in, and say what to look at."""
        self.reasons = (*self.reasons, reason)

    def leave_out(self, heading: str, text: str, reason: Message) -> None:
        """Take the row in without one of its cells, and say why."""
        shown = text if len(text) <= _LONGEST_SHOWN else text[:_LONGEST_SHOWN] + "…"
        message = M_(
            "{column} “{value}” is left out. {reason}", column=heading, value=shown, reason=reason
        )
        self.remark(message)

    def planned(self) -> PlannedRow:
        """The row as the plan shows it."""
        name = self.name or (self.person.name if self.person else "")
        if self.refused:
            return PlannedRow(self.row, Outcome.REFUSED, name, reasons=self.reasons)
        return PlannedRow(
            self.row,
            self._outcome(),
            name,
            self.key,
            self.person,
            self.values,
            self.unit,
            self.manager,
            self.reasons,
        )

    def _outcome(self) -> Outcome:
        if self.person is None:
            return Outcome.CREATED
        return Outcome.UPDATED if self.values else Outcome.UNCHANGED


def _names(texts: Mapping[Field, str]) -> tuple[str, str]:
    first, last = texts.get(Field.FIRST_NAME, ""), texts.get(Field.LAST_NAME, "")
    if first or last:
        return first, last
    if whole := texts.get(Field.NAME):
        return split_name(whole)
    if whole := texts.get(Field.NAME_LAST_FIRST):
        return split_name(whole, last_first=True)
    return "", ""
