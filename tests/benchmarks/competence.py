"""The competence matrix of 1,000 people and 150 skills with 160,000 assessments in five years."""

import random
import tempfile
from collections.abc import Callable
from datetime import date, timedelta
from functools import partial
from pathlib import Path

from lean_desktop.document.document import Document
from lean_desktop.domain.competence.coverage import coverage, ranked
from lean_desktop.domain.competence.leaving import if_leaving
from lean_desktop.domain.competence.matrix import Matrix
from lean_desktop.edits import workspace
from lean_desktop.edits.competence import assess_many
from lean_desktop.edits.filling import Rows, fill
from lean_desktop.garbage import uncollected
from lean_desktop.i18n import M_
from lean_desktop.queries.competence import matrix_facts
from tests.benchmarks.ratio import Ratio, timed

PEOPLE, SKILLS, ASSESSED, UNITS = 1_000, 150, 160_000, 20
DAY, YEARS = date(2026, 11, 2), 5
ROUNDS, PASTED = 7, 100
OPEN_MS, LEAVE_MS, PASTE_MS = 400.0, 100.0, 500.0


def run() -> list[Ratio]:
    """The matrix of today with what follows, without some people, and a paste."""
    with tempfile.TemporaryDirectory() as name:
        document = Document.create(Path(name) / "plant.leandesk")
        document.aside(workspace.start, "0" * 36, "Verk", "Verk AS")
        document.aside(fill, filled_rows(random.Random(6)))
        covered = coverage(_read(document, DAY))
        opened = _best(partial(_opened, document))
        leaving = _best(partial(if_leaving, covered, [1, 2, 3]))
        pasted = _pasted(document)
        document.close()
    return [
        _bounded("matrix of 1,000 × 150 and what follows, of 400 ms", opened, OPEN_MS),
        _bounded("if three leave, of 100 ms", leaving, LEAVE_MS),
        _bounded("paste of 100 × 100 levels, of 500 ms", pasted, PASTE_MS),
    ]


def _read(document: Document, day: date) -> Matrix:
    return document.read(matrix_facts, day=day)


def _opened(document: Document) -> None:
    with uncollected():
        matrix = _read(document, DAY)
        ranked(matrix, coverage(matrix))


def _pasted(document: Document) -> float:
    levels = {(who, what): 3 for who in range(1, PASTED + 1) for what in range(1, PASTED + 1)}
    return timed(lambda: document.edit(M_("Paste"), assess_many, levels, day=DAY))


def _best(work: Callable[[], object]) -> float:
    return min(timed(work) for _ in range(ROUNDS))


def _bounded(name: str, seconds: float, bound_ms: float) -> Ratio:
    ms = round(seconds * 1e3, 3)
    return Ratio(name, round(ms / bound_ms, 3), 1.0, ms, bound_ms)


def filled_rows(chance: random.Random, skills: int = SKILLS) -> Rows:
    """Forty skills a person, four assessments each; requirements of units and of everyone."""
    return {
        "unit": [{"id": key, "name": f"Avdeling {key}"} for key in range(1, UNITS + 1)],
        "person": [
            {"id": key, "first_name": "Kari", "last_name": f"N{key}", "unit_id": key % UNITS + 1}
            for key in range(1, PEOPLE + 1)
        ],
        "skill_category": [{"id": 1, "name": "Lean", "position": 0}],
        "skill": [
            {
                "id": key,
                "category_id": 1,
                "name": f"Ferdighet {key}",
                "position": key,
                "critical": key % 10 == 0,
                "validity_months": 24 if key % 5 == 0 else None,
                "practice_months": 6 if key % 10 == 0 else None,
            }
            for key in range(1, skills + 1)
        ],
        "requirement": [
            {"skill_id": skill, "unit_id": unit, "level": 3, "at_least": chance.choice((None, 2))}
            for unit in range(1, UNITS + 1)
            for skill in chance.sample(range(1, skills + 1), 40)
        ],
        "assessment": [
            {
                "person_id": who,
                "skill_id": what,
                "level": chance.randint(0, 4),
                "day": DAY - timedelta(days=chance.randrange(365 * YEARS)),
                "kind": chance.choice(("supervisor", "supervisor", "test", "self")),
            }
            for who in range(1, PEOPLE + 1)
            for what in chance.sample(range(1, skills + 1), 40)
            for _ in range(ASSESSED // PEOPLE // 40)
        ],
    }
