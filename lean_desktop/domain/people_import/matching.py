"""Who is who: rows of a list and people of the workspace, by number, then e-mail, then name.

Nobody is merged with somebody else in silence: different numbers mean different people, and where
two could be meant the row is refused.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Sequence

from lean_desktop.domain.organisation import Person
from lean_desktop.domain.people_import.cells import name_keys
from lean_desktop.domain.people_import.columns import Field
from lean_desktop.domain.people_import.draft import Draft
from lean_desktop.i18n import M_

_Index = dict[str, list[Person]]


def match(drafts: Sequence[Draft], people: Sequence[Person]) -> None:
    """Set `person` of every draft about somebody known; refuse drafts that could be anybody's."""
    _refuse_repeated_numbers(drafts)
    if people:
        _match_known(drafts, people)
    _refuse_nameless(_open(drafts))
    _refuse_twins(drafts)


def _match_known(drafts: Sequence[Draft], people: Sequence[Person]) -> None:
    claims = _Claims()
    _match_numbers(_open(drafts), _index(people, lambda person: person.number), claims)
    _match_emails(_open(drafts), _index(people, lambda person: person.email), claims)
    by_name = _index(people, lambda person: person.name)
    _match_names(_open(drafts), by_name, claims)
    _match_turned_names(_open(drafts), by_name, claims)


class _Claims:
    """Which row has taken which person; nobody is taken twice."""

    def __init__(self) -> None:
        self._rows: dict[int, int] = {}

    def taken(self, person: Person) -> bool:
        return person.id in self._rows

    def take(self, draft: Draft, person: Person) -> None:
        row = self._rows.setdefault(person.id, draft.row)
        if row == draft.row:
            draft.person = person
        else:
            draft.refuse(
                M_("Row {row} is about the same person, {name}.", row=row, name=person.name)
            )


def _open(drafts: Iterable[Draft]) -> list[Draft]:
    return [draft for draft in drafts if draft.person is None and not draft.refused]


def _index(people: Iterable[Person], handle: Callable[[Person], str]) -> _Index:
    found: _Index = defaultdict(list)
    for person in people:
        if key := handle(person).casefold():
            found[key].append(person)
    return found


def _refuse_repeated_numbers(drafts: Iterable[Draft]) -> None:
    rows: dict[str, int] = {}
    for draft in drafts:
        first = rows.setdefault(draft.number, draft.row) if draft.number else draft.row
        if first != draft.row:
            draft.refuse(
                M_(
                    "Row {row} has the same number, {number}. Remove one of the two.",
                    row=first,
                    number=draft.texts[Field.NUMBER],
                )
            )


def _match_numbers(drafts: Iterable[Draft], known: _Index, claims: _Claims) -> None:
    for draft in drafts:
        found = known.get(draft.number, []) if draft.number else []
        if len(found) == 1:
            claims.take(draft, found[0])
            _remark_other_name(draft, found[0])
        elif found:
            draft.refuse(
                M_("Several people in the workspace have this number. Give each one of their own.")
            )


def _remark_other_name(draft: Draft, person: Person) -> None:
    """A new surname is common; not one name in common may be another company's list."""
    if draft.name and not _words(draft.name) & _words(person.name):
        draft.remark(
            M_(
                "In the workspace, number {number} is {name}. Check that this is the same person.",
                number=person.number,
                name=person.name,
            )
        )


def _words(name: str) -> set[str]:
    return set(name.casefold().split())


def _match_emails(drafts: Sequence[Draft], known: _Index, claims: _Claims) -> None:
    """An address that several share, in the list or in the workspace, tells nobody apart."""
    times = Counter(draft.email for draft in drafts)
    for draft in drafts:
        found = known.get(draft.email, []) if times[draft.email] == 1 else []
        if len(found) == 1 and _may_be(draft, found[0], claims):
            claims.take(draft, found[0])


def _may_be(draft: Draft, person: Person, claims: _Claims) -> bool:
    """Whether an address in common means one person: a number may have changed, or a name."""
    if not _numbers_differ(draft, person):
        return True
    return draft.name.casefold() == person.name.casefold() and not claims.taken(person)


def _match_names(drafts: Sequence[Draft], known: _Index, claims: _Claims) -> None:
    numbered = Counter(draft.name.casefold() for draft in drafts if draft.number)
    for draft in drafts:
        key = draft.name.casefold()
        _take_namesake(draft, known.get(key, []), claims, alone=numbered[key] <= 1)


def _match_turned_names(drafts: Iterable[Draft], known: _Index, claims: _Claims) -> None:
    """Where one column holds the whole name, `Hagen Pål` may be `Pål Hagen`."""
    for draft in drafts:
        if draft.name and not draft.named_in_parts:
            turned = (known.get(key, []) for key in name_keys(draft.name)[1:])
            if found := next(filter(None, turned), None):
                _take_namesake(draft, found, claims)
        if draft.person:
            draft.name_like(draft.person)


def _take_namesake(
    draft: Draft, namesakes: Iterable[Person], claims: _Claims, *, alone: bool = True
) -> None:
    """Claim the only one of these people the row can be about; `alone` when no other row can."""
    found = [each for each in namesakes if not _numbers_differ(draft, each)]
    free = [each for each in found if not claims.taken(each)]
    if len(free) > 1 or (free and not alone):
        draft.refuse(
            M_(
                "“{name}” may be one of several people. A number tells them apart.",
                name=draft.name,
            )
        )
    elif free:
        claims.take(draft, free[0])
    elif found and not draft.number:
        claims.take(draft, found[0])  # Refused: another row has been here before.


def _numbers_differ(draft: Draft, person: Person) -> bool:
    return bool(draft.number and person.number and draft.number != person.number.casefold())


def _refuse_nameless(drafts: Iterable[Draft]) -> None:
    for draft in drafts:
        if not draft.name:
            draft.refuse(M_("There is no name in this row."))


def _refuse_twins(drafts: Iterable[Draft]) -> None:
    """Of rows with one name, about people not known yet, keep those that are surely different."""
    everyone, unnumbered = _Namesakes(), _Namesakes()
    for draft in drafts:
        if draft.refused:
            continue
        row = (unnumbered if draft.number else everyone).row_like(draft)
        if row and draft.person is None:
            draft.refuse(
                M_("Row {row} has the same name. A number in both tells them apart.", row=row)
            )
            continue
        everyone.add(draft)
        if not draft.number:
            unnumbered.add(draft)


class _Namesakes:
    """Rows by name and e-mail address; a blank address goes with any."""

    def __init__(self) -> None:
        self._rows: dict[tuple[str, str | None], int] = {}

    def add(self, draft: Draft) -> None:
        name = draft.name.casefold()
        self._rows.setdefault((name, draft.email), draft.row)
        self._rows.setdefault((name, None), draft.row)

    def row_like(self, draft: Draft) -> int | None:
        name = draft.name.casefold()
        if not draft.email:
            return self._rows.get((name, None))
        return self._rows.get((name, draft.email)) or self._rows.get((name, ""))
