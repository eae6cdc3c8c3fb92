"""What is known of each person: cells made of the last things said, when a row is first asked for."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from itertools import groupby
from operator import itemgetter
from typing import Any, NamedTuple

from lean_desktop.domain.competence.levels import Kind
from lean_desktop.domain.competence.matrix import Cell
from lean_desktop.domain.competence.skills import Skill, months_after

KEYS, LEVELS, CLEARED = 2**28, 8, 7
"""How a number of `Said` is packed: more keys than any file has, levels, and what stands for none."""

Latest = Sequence[Any]
"""Person, skill, and the last thing said by the person and by others, packed; None for nothing."""


class Said(NamedTuple):
    """One assessment, out of the number a matrix reads it as; the day is an ordinal."""

    day: int
    key: int
    level: int | None
    test: bool


def unpacked(packed: int) -> Said:
    """What `((day * KEYS + key) * LEVELS + level) * 2 + test` was made of."""
    rest, test = divmod(packed, 2)
    rest, level = divmod(rest, LEVELS)
    day, key = divmod(rest, KEYS)
    return Said(day, key, None if level == CLEARED else level, bool(test))


class Known(Mapping[int, Mapping[int, Cell]]):
    """By person and skill, cells from what was said last; `latest` is ordered by person.

    A row is made when it is first asked for: of a large matrix few are seen at once. Two threads
    may make the same row at the same time, and make it alike.

    `practised` are the last days by person and skill, `until` the last valid days by assessment;
    both ordinals.
    """

    def __init__(
        self,
        latest: Iterable[Latest],
        skills: Iterable[Skill],
        practised: Mapping[tuple[int, int], int],
        until: Mapping[int, int],
        day: date,
    ) -> None:
        self._ageing = {each.id: _Ageing(each, day) for each in skills}
        self._practised, self._until = practised, until
        self._said = {key: list(said) for key, said in groupby(latest, itemgetter(0))}
        self._rows: dict[int, dict[int, Cell]] = {}

    def __getitem__(self, person_id: int) -> Mapping[int, Cell]:
        row = self._rows.get(person_id)
        if row is None:
            row = self._rows[person_id] = self._row(self._said[person_id])
        return row

    def __iter__(self) -> Iterator[int]:
        return iter(self._said)

    def __len__(self) -> int:
        return len(self._said)

    def _row(self, said: Iterable[Latest]) -> dict[int, Cell]:
        """The cells of one person.

        What another has assessed counts before what somebody says of themselves; a self-assessment
        counts where nobody else has, or where the other cleared theirs before it.
        """
        row: dict[int, Cell] = {}
        known, until = self._ageing, self._until
        for person_id, skill_id, own, other in said:
            ageing = known.get(skill_id)
            if ageing is None:
                continue
            by_self = _level(own)
            level = _level(other)
            if level is None:
                if by_self is None or own < (other or 0):
                    continue
                practised = self._practised.get((person_id, skill_id), 0)
                row[skill_id] = ageing.cell(own, by_self, _SELF, until, practised, by_self)
                continue
            kind = _TEST if other & 1 else _SUPERVISOR
            if ageing.lasts and (not until or (other >> 4) & (KEYS - 1) not in until):
                day = other >> _DAY_BITS
                row[skill_id] = _cell(Cell, (level, day, kind, 0, False, False, by_self))
            else:
                practised = self._practised.get((person_id, skill_id), 0)
                row[skill_id] = ageing.cell(other, level, kind, until, practised, by_self)
        return row


def _level(packed: int | None) -> int | None:
    """The level that was said; None where nothing was, or it was cleared."""
    if packed is None:
        return None
    level = (packed >> 1) & (LEVELS - 1)
    return None if level == CLEARED else level


_cell = tuple.__new__
"""Makes a cell past the checking of its arguments: a large matrix has very many."""

_DAY_BITS = 32
"""Those below the day of a packed number: 28 of the key, 3 of the level and one."""


class _Ageing:
    """What time does to the levels of one skill: nothing where they last.

    Months are worked out once for each day.
    """

    def __init__(self, skill: Skill, day: date) -> None:
        self._today = day.toordinal()
        self._validity = skill.validity_months
        self._practice = skill.practice_months if skill.critical else None
        self.lasts = not self._validity and not self._practice
        self._after: dict[tuple[int, int], int] = {}

    def cell(
        self,
        packed: int,
        level: int,
        kind: Kind,
        until: Mapping[int, int],
        practised: int,
        own: int | None,
    ) -> Cell:
        """The cell of one packed assessment; `practised` is the last day, 0 for never."""
        day = packed >> _DAY_BITS
        expires = until.get((packed >> 4) & (KEYS - 1), 0) if until else 0
        if self._validity and not expires:
            expires = self._later(day, self._validity)
        stale = False
        if self._practice and level:
            stale = self._later(max(day, practised), self._practice) < self._today
        return Cell(level, day, kind, expires, 0 < expires < self._today, stale, own)

    def _later(self, day: int, months: int) -> int:
        if (day, months) not in self._after:
            later = months_after(date.fromordinal(day), months)
            self._after[day, months] = later.toordinal()
        return self._after[day, months]


_SELF, _SUPERVISOR, _TEST = Kind.SELF, Kind.SUPERVISOR, Kind.TEST
