"""The matrix of many people and skills equals a plain walk through random histories, cell by cell."""

import random
from datetime import date, timedelta

import pytest

from lean_desktop.document.document import Document
from lean_desktop.domain.competence.levels import Kind
from lean_desktop.domain.competence.matrix import Cell, Matrix
from lean_desktop.domain.competence.skills import months_after
from lean_desktop.edits.filling import Rows, fill
from lean_desktop.queries import competence as queries
from tests.plants import TODAY, Plant
from tests.scale import share

Planted = tuple[Document, Plant]
Entry = dict[str, object]
SKILLS, DAYS = range(1, 6), 1_000
VALIDITY, PRACTICE = 12, 6
KEPT = {1, 3}
"""Skills whose levels expire."""
PRACTISED = {2, 3}
"""Skills whose levels fade."""


@pytest.mark.parametrize("seed", range(share(300, percent=5)))
def test_every_cell_equals_a_plain_walk_through_its_history(plant: Planted, seed: int) -> None:
    document, keys = plant
    chance, people = random.Random(seed), (keys.boss, keys.kari, keys.ola)
    count = chance.randint(0, 60)
    said = [_entry(chance, key, chance.choice(people)) for key in range(1, count + 1)]
    done = {(who, what): _day(chance) for who in people for what in chance.sample(SKILLS, 2)}
    document.aside(fill, _rows(said, done))
    for day in (TODAY, _day(chance), _day(chance)):
        matrix = document.read(queries.matrix_facts, day=day)
        spots = [(who, what) for who in people for what in SKILLS]
        chance.shuffle(spots)
        for who, what in spots:
            history = [e for e in said if (e["person_id"], e["skill_id"]) == (who, what)]
            practised = done.get((who, what), date.max)
            plain = _plain(history, day, what, practised if practised <= day else date.min)
            assert matrix.cell(who, what) == plain
        assert _all(matrix) == _all(document.read(queries.rows_again, matrix, people))


def _day(chance: random.Random) -> date:
    return TODAY - timedelta(days=chance.choice((chance.randrange(4), chance.randrange(DAYS))))


def _entry(chance: random.Random, key: int, person_id: int) -> Entry:
    day = _day(chance)
    return {
        "id": key,
        "person_id": person_id,
        "skill_id": chance.choice(SKILLS),
        "level": chance.choice((None, 0, 1, 2, 3, 4)),
        "day": day,
        "kind": chance.choice(list(Kind)).value,
        "valid_until": day + timedelta(days=90) if chance.random() < 0.2 else None,
    }


def _rows(said: list[Entry], done: dict[tuple[int, int], date]) -> Rows:
    return {
        "skill_category": [{"id": 1, "name": "Lean", "position": 0}],
        "skill": [
            {
                "id": key,
                "category_id": 1,
                "name": f"Skill {key}",
                "position": key,
                "critical": key in PRACTISED,
                "validity_months": VALIDITY if key in KEPT else None,
                "practice_months": PRACTICE,
            }
            for key in SKILLS
        ],
        "assessment": said,
        "practice": [
            {"person_id": who, "skill_id": what, "day": day} for (who, what), day in done.items()
        ],
    }


def _plain(history: list[Entry], day: date, skill_id: int, practised: date) -> Cell | None:
    """The last of others, or of the person where no other has said anything since."""
    so_far = [each for each in history if _of(each) <= day]
    so_far.sort(key=_of)  # Entries of one day stay in the order they were written.
    selves = [each for each in so_far if each["kind"] == Kind.SELF]
    others = [each for each in so_far if each["kind"] != Kind.SELF]
    by_self, by_other = (each[-1] if each else None for each in (selves, others))
    own = by_self["level"] if by_self else None
    if by_other and by_other["level"] is not None:
        return _cell(by_other, day, skill_id, practised, own)
    after = by_self and (by_other is None or so_far.index(by_self) > so_far.index(by_other))
    if by_self and after and own is not None:
        return _cell(by_self, day, skill_id, practised, own)
    return None


def _cell(entry: Entry, day: date, skill_id: int, practised: date, own: object) -> Cell:
    since, level, until = _of(entry), entry["level"], entry["valid_until"]
    if until is None and skill_id in KEPT:
        until = months_after(since, VALIDITY)
    faded = months_after(max(since, practised), PRACTICE) < day
    assert isinstance(level, int)
    assert isinstance(own, int | None)
    return Cell(
        level,
        since.toordinal(),
        Kind(str(entry["kind"])),
        until.toordinal() if isinstance(until, date) else 0,
        isinstance(until, date) and until < day,
        bool(level) and skill_id in PRACTISED and faded,
        own,
    )


def _of(entry: Entry) -> date:
    day = entry["day"]
    assert isinstance(day, date)
    return day


def _all(matrix: Matrix) -> dict[int, dict[int, Cell]]:
    return {key: dict(row) for key, row in matrix.cells.items() if row}
