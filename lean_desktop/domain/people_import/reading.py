"""From the texts of a row to the values of a person, cell by cell; bad cells are left out."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import cast

from lean_desktop.domain.errors import RuleBroken
from lean_desktop.domain.organisation import Person, ordered_period
from lean_desktop.domain.people_import.cells import Days, Percentages
from lean_desktop.domain.people_import.columns import Field
from lean_desktop.domain.people_import.draft import Draft
from lean_desktop.domain.people_import.planned import Value
from lean_desktop.i18n import M_, Language

LONGEST = 200
_LONGEST_OF = {Field.NUMBER: 50, Field.PHONE: 50}
_DAYS = (Field.ACTIVE_FROM, Field.ACTIVE_TO)
_READ_HERE = {Field.NUMBER, Field.TITLE, Field.EMAIL, Field.PHONE, Field.PERCENT, *_DAYS}
_NO_END = "9999"
"""The year in which systems let a position end that has no end."""


class CellReader:
    """Reads drafts that belong to one list; `headings` name its columns in the reasons."""

    def __init__(self, drafts: Sequence[Draft], headings: Mapping[Field, str], t: Language) -> None:
        self._headings = headings
        self._days = {
            field: Days([draft.texts.get(field, "") for draft in drafts], t) for field in _DAYS
        }
        self._percentages = Percentages([each.texts.get(Field.PERCENT, "") for each in drafts])

    def read(self, draft: Draft) -> None:
        """Fill `values` with what would be otherwise; refuse a name that is too long."""
        if max(len(draft.first_name), len(draft.last_name)) > LONGEST:
            draft.refuse(M_("The name is longer than {most} characters.", most=LONGEST))
            return
        values = _names(draft)
        for field, text in draft.texts.items():
            if field in _READ_HERE:
                try:
                    self._read_cell(field, text, values)
                except RuleBroken as error:
                    draft.leave_out(self._headings[field], text, error.message)
        if not values.keys().isdisjoint(_DAYS):
            self._order_period(draft, values)
        draft.values = _differing(values, draft.person) if draft.person else values

    def _read_cell(self, field: Field, text: str, values: dict[str, Value]) -> None:
        if field is Field.PERCENT:
            values[field] = self._percentages[text]
        elif field in self._days:
            if _NO_END not in text:
                values[field] = self._days[field][text]
        else:
            refuse_long(text, _LONGEST_OF.get(field, LONGEST))
            values[field] = text

    def _order_period(self, draft: Draft, values: dict[str, Value]) -> None:
        """Leave out a last day that lies before the first; when only a first is given, that one."""
        first, last = (values.get(field, getattr(draft.person, field, None)) for field in _DAYS)
        try:
            ordered_period(cast(date | None, first), cast(date | None, last))
        except RuleBroken as error:
            wrong = Field.ACTIVE_TO if Field.ACTIVE_TO in values else Field.ACTIVE_FROM
            del values[wrong]
            draft.leave_out(self._headings[wrong], draft.texts[wrong], error.message)


def refuse_long(text: str, most: int = LONGEST) -> None:
    """Raise RuleBroken for a text that does not fit into the workspace."""
    if len(text) > most:
        raise RuleBroken(M_("At most {most} characters fit here.", most=most))


def _names(draft: Draft) -> dict[str, Value]:
    """The parts of the name; where one column holds it whole, only if it is another name."""
    person, parts = draft.person, draft.named_in_parts
    if person and not parts and person.name.casefold() == draft.name.casefold():
        return {}
    names = {Field.FIRST_NAME: draft.first_name, Field.LAST_NAME: draft.last_name}
    return {field: name for field, name in names.items() if name}


def _differing(values: dict[str, Value], person: Person) -> dict[str, Value]:
    """What the person does not say already; addresses are the same in capitals."""
    if str(values.get(Field.EMAIL, "")).casefold() == person.email.casefold():
        values.pop(Field.EMAIL, None)
    return {field: value for field, value in values.items() if value != getattr(person, field)}
