"""The units a list names: known ones, and those an import would create."""

from collections import defaultdict
from collections.abc import Iterable

from lean_desktop.domain.errors import RuleBroken
from lean_desktop.domain.organisation import Unit
from lean_desktop.domain.people_import.columns import Field
from lean_desktop.domain.people_import.draft import Draft
from lean_desktop.domain.people_import.reading import refuse_long
from lean_desktop.i18n import M_


def assign_units(drafts: Iterable[Draft], units: Iterable[Unit], heading: str) -> list[str]:
    """Set the unit of every draft that names another than before. The names of new units."""
    names = _UnitNames(units)
    for draft in drafts:
        text = draft.texts.get(Field.UNIT)
        if not text or (draft.person and draft.person.unit.casefold() == text.casefold()):
            continue
        try:
            draft.values["unit_id"] = names.find(text)
            draft.unit = text
        except RuleBroken as error:
            draft.leave_out(heading, text, error.message)
    return names.new


class _UnitNames:
    """Units by name. One that is missing is created; the first of them has the key -1."""

    def __init__(self, units: Iterable[Unit]) -> None:
        self.new: list[str] = []
        self._keys: dict[str, list[int]] = defaultdict(list)
        for unit in units:
            self._keys[unit.name.casefold()].append(unit.id)

    def find(self, name: str) -> int:
        refuse_long(name)
        keys = self._keys[name.casefold()]
        if len(keys) > 1:
            raise RuleBroken(M_("Several units have that name. Give each one of its own."))
        if not keys:
            self.new.append(name)
            keys.append(-len(self.new))
        return keys[0]
