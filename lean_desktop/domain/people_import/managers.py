"""Who leads whom: managers named in a list by number, e-mail or name, in either order."""

from collections.abc import Iterable, Mapping, Sequence

from lean_desktop.domain.errors import RuleBroken
from lean_desktop.domain.organisation import Person
from lean_desktop.domain.people_import.cells import name_key, name_keys
from lean_desktop.domain.people_import.columns import Field
from lean_desktop.domain.people_import.draft import Draft
from lean_desktop.i18n import M_

_KEY = "manager_id"


def assign_managers(drafts: Sequence[Draft], people: Sequence[Person], heading: str) -> None:
    """Set the manager of every draft that names another than before, known or in the list.

    A manager who cannot be found, or would lead themselves over some steps, is left out.
    """
    naming = [draft for draft in drafts if Field.MANAGER in draft.texts]
    finder = _Finder({draft.texts[Field.MANAGER] for draft in naming}, drafts, people)
    for draft in naming:
        text = draft.texts[Field.MANAGER]
        if draft.person and name_key(text) == draft.person.manager.casefold():
            continue
        try:
            _assign(draft, finder.find(text))
        except RuleBroken as error:
            draft.leave_out(heading, text, error.message)
    _break_cycles(naming, people, heading)
    for draft in naming:
        draft.manager = finder.name(draft.values.get(_KEY))


def _assign(draft: Draft, key: int) -> None:
    if key == draft.key:
        raise RuleBroken(M_("Nobody is their own manager."))
    if draft.person is None or draft.person.manager_id != key:
        draft.values[_KEY] = key


class _Finder:
    """Everybody the texts of a column could mean, by any handle in these texts."""

    def __init__(
        self, texts: Iterable[str], drafts: Iterable[Draft], people: Iterable[Person]
    ) -> None:
        self._found: dict[str, set[int]] = {key: set() for text in texts for key in name_keys(text)}
        self._names: dict[int, str] = {}
        self._meant: dict[str, int] = {}
        for person in people:
            self._add(person.id, person.name, person.number.casefold(), person.email.casefold())
        for draft in drafts:
            self._add(draft.key, draft.name, draft.number, draft.email)

    def find(self, text: str) -> int:
        """The key of the one person meant; what stands as written goes before turned names."""
        if text in self._meant:
            return self._meant[text]
        keys = next(filter(None, (self._found[handle] for handle in name_keys(text))), ())
        if len(keys) > 1:
            raise RuleBroken(M_("Several people are called that. Write the number instead."))
        for key in keys:
            return self._meant.setdefault(text, key)
        raise RuleBroken(
            M_("Nobody here has that name or number. Add the person, and import again.")
        )

    def name(self, key: object) -> str:
        """Whom a key stands for; empty for none."""
        return self._names.get(key, "") if isinstance(key, int) else ""

    def _add(self, key: int, name: str, *handles: str) -> None:
        if name:
            self._names[key] = name
        for handle in (name.casefold(), *handles):
            if handle in self._found:
                self._found[handle].add(key)


def _break_cycles(drafts: Sequence[Draft], people: Iterable[Person], heading: str) -> None:
    """In every circle, leave out the manager that the list names last."""
    above = {person.id: person.manager_id for person in people}
    naming = {draft.key: draft for draft in drafts if _KEY in draft.values}
    above |= {key: _as_key(draft.values[_KEY]) for key, draft in naming.items()}
    while cycles := [cycle for cycle in _cycles(above) if not naming.keys().isdisjoint(cycle)]:
        for cycle in cycles:
            last = max((naming[key] for key in cycle if key in naming), key=lambda each: each.row)
            del naming[last.key], last.values[_KEY]
            above[last.key] = last.person.manager_id if last.person else None
            reason = M_("Together with other rows, that would put a person above themselves.")
            last.leave_out(heading, last.texts[Field.MANAGER], reason)


def _as_key(value: object) -> int | None:
    return value if isinstance(value, int) else None


def _cycles(above: Mapping[int, int | None]) -> list[list[int]]:
    """Every circle of a graph in which each key points at no more than one other."""
    walk_of: dict[int, int] = {}
    cycles = []
    for walk in above:
        path: list[int] = []
        key: int | None = walk
        while key is not None and key in above and key not in walk_of:
            walk_of[key] = walk
            path.append(key)
            key = above[key]
        if key is not None and path and walk_of.get(key) == walk:
            cycles.append(path[path.index(key) :])
    return cycles
