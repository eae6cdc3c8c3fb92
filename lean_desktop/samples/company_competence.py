"""What those in the sample's groups can: two years of assessments, what is required, training.

Among it stand a certificate that has expired, and a skill only one person has.
"""

import random
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta
from typing import Any

from lean_desktop.domain.competence.skills import ReadyCategory
from lean_desktop.samples.company import Company
from lean_desktop.samples.shipped import Words

Row = dict[str, Any]

DAYS = 730
TIMES = 3
SEED = 1979
ONLY_ONE = "vsm"
"""Exactly one can do it alone."""

EXPIRED = "risk"
"""The one that holds for some time; of the first person it has expired."""

OF_KINDS = {
    "group_leader": {"meetings": 3, "a3": 3, "involving": 3},
    "note_taker": {"minutes": 3},
    "coordinator": {"coaching": 4, "vsm": 3, "mandate": 3},
    "steering_group": {"mandate": 3},
}
OF_UNIT = {"5s": 2, "board": 2}
"""Of everyone in the production."""

TRAINED = ("a3", "involving", "meetings")

COURSES = (
    ("Lede møter", 4.0, {"meetings": 2, "minutes": 2}),
    ("Problemløsing med A3", 7.5, {"a3": 3}),
)
"""Name, hours, and the levels one has afterwards."""

LADDER = (
    ("Trinn 1", {"meetings": 2}),
    ("Trinn 2", {"meetings": 3, "involving": 2}),
    ("Trinn 3", {"meetings": 3, "involving": 3, "a3": 3}),
)
"""The steps of group leaders, the lowest first."""


def company_competence(
    company: Company, day: date, ready: Sequence[ReadyCategory], words: Words
) -> dict[str, list[Row]]:
    """Rows of skills, requirements, assessments and the training plan, as they are on `day`."""
    keys = {each.key: at for at, each in enumerate(_skills(ready), 1)}
    members = list(dict.fromkeys(each["person_id"] for each in company.rows["membership"]))
    levels = list(_assessments(members, keys, day))
    return {
        "skill_category": [
            {"id": at, "name": each.name, "position": at} for at, each in enumerate(ready, 1)
        ],
        "skill": list(_skill_rows(ready)),
        "requirement": list(_requirements(company, keys)),
        "assessment": levels,
        "training_item": list(_training(company, keys, day)),
        "exemption": [_exemption(members[-1], keys, day)],
        **_courses(members, keys, day, words),
        **_ladder(keys, words),
    }


def _skills(ready: Sequence[ReadyCategory]) -> list[Any]:
    return [each for category in ready for each in category.skills]


def _skill_rows(ready: Sequence[ReadyCategory]) -> Iterator[Row]:
    position = 0
    for category_id, category in enumerate(ready, 1):
        for each in category.skills:
            position += 1
            yield {
                "id": position,
                "category_id": category_id,
                "name": each.name,
                "critical": each.critical,
                "validity_months": each.validity_months,
                "position": position,
            }


def _requirements(company: Company, keys: dict[str, int]) -> Iterator[Row]:
    for kind, levels in OF_KINDS.items():
        for skill, level in levels.items():
            yield {"skill_id": keys[skill], "role_kind": kind, "unit_id": None, "level": level}
    for skill, level in OF_UNIT.items():
        unit = company.units["Produksjon"]
        yield {"skill_id": keys[skill], "role_kind": None, "unit_id": unit, "level": level}


def _assessments(members: Sequence[int], keys: dict[str, int], day: date) -> Iterator[Row]:
    """Each is assessed some times over the two years, and mostly gets better."""
    chance = random.Random(SEED)  # noqa: S311, no secrets here
    for person_id in members:
        for skill, skill_id in keys.items():
            if chance.random() < 0.55 and skill not in (ONLY_ONE, EXPIRED):
                yield from _growing(person_id, skill_id, day, chance)
    first, second = members[:2]
    yield _assessed(first, keys[ONLY_ONE], 4, day - timedelta(days=200))
    yield _assessed(second, keys[ONLY_ONE], 2, day - timedelta(days=90))
    yield _assessed(first, keys[EXPIRED], 3, day - timedelta(days=3 * 366 + 20))
    yield _assessed(second, keys[EXPIRED], 3, day - timedelta(days=3 * 365 - 30))


def _growing(person_id: int, skill_id: int, day: date, chance: random.Random) -> Iterator[Row]:
    level = chance.choice((0, 1, 1, 2, 3))
    for when in sorted(chance.sample(range(DAYS), chance.randint(1, TIMES)), reverse=True):
        yield _assessed(person_id, skill_id, level, day - timedelta(days=when + 1))
        level = min(4, level + chance.choice((0, 1, 1)))


def _assessed(person_id: int, skill_id: int, level: int, day: date) -> Row:
    told = {"level": level, "day": day, "kind": "supervisor"}
    return {"person_id": person_id, "skill_id": skill_id, **told}


def _training(company: Company, keys: dict[str, int], day: date) -> Iterator[Row]:
    """A row for the leader of each group; the first is late."""
    leading = [each["person_id"] for each in company.rows["membership"] if each["role"] == "leader"]
    for at, person_id in enumerate(dict.fromkeys(leading)):
        yield {
            "person_id": person_id,
            "skill_id": keys[TRAINED[at % len(TRAINED)]],
            "level": 3,
            "starts": day + timedelta(days=at * 14 - 40),
            "by_when": day + timedelta(days=at * 14 - 5),
        }


def _exemption(person_id: int, keys: dict[str, int], day: date) -> Row:
    """Somebody of whom the board is not asked for half a year."""
    since, until = day - timedelta(days=30), day + timedelta(days=150)
    return {"person_id": person_id, "skill_id": keys["board"], "since": since, "until": until}


def _courses(
    members: Sequence[int], keys: dict[str, int], day: date, words: Words
) -> dict[str, list[Row]]:
    """The catalogue, one session that was held and one to come, of each course."""
    courses: list[Row] = []
    levels: list[Row] = []
    sessions: list[Row] = []
    called: list[Row] = []
    for course_id, (name, hours, leads_to) in enumerate(COURSES, 1):
        courses.append({"id": course_id, "name": words(name), "about": "", "hours": hours})
        levels += _levels("course_id", course_id, leads_to, keys)
        for weeks in (-6, 4):
            held = day + timedelta(weeks=weeks + course_id)
            key = len(sessions) + 1
            told = {"place": words("Kursrommet"), "trainer_id": members[0]}
            sessions.append({"id": key, "course_id": course_id, "day": held, **told})
            called += _called(key, members[key : key + 5], held=held < day)
    return {
        "course": courses,
        "course_skill": levels,
        "course_session": sessions,
        "session_participant": called,
    }


def _called(session_id: int, people: Sequence[int], *, held: bool) -> Iterator[Row]:
    """Of a session that was held it is said that all but the last came."""
    for at, person_id in enumerate(people, 1):
        came = at < len(people) if held else None
        yield {"session_id": session_id, "person_id": person_id, "attended": came}


def _ladder(keys: dict[str, int], words: Words) -> dict[str, list[Row]]:
    steps, levels = [], []
    for step_id, (name, asked) in enumerate(LADDER, 1):
        row = {"id": step_id, "role_kind": "group_leader", "position": step_id, "name": words(name)}
        steps.append(row)
        levels += _levels("step_id", step_id, asked, keys)
    return {"ladder_step": steps, "ladder_skill": levels}


def _levels(column: str, key: int, levels: Mapping[str, int], keys: Mapping[str, int]) -> list[Row]:
    return [
        {column: key, "skill_id": keys[skill], "level": level} for skill, level in levels.items()
    ]
