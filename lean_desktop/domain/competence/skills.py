"""Skills, their categories, and what lies in a step of a ladder or a course."""

from calendar import monthrange
from collections.abc import Mapping
from datetime import date
from typing import NamedTuple

from lean_desktop.domain.competence.levels import LEVEL_NAMES, Scale
from lean_desktop.i18n import Language

MONTHS = 12


class Category(NamedTuple):
    """Skills that belong together; `position` orders the categories."""

    id: int
    name: str
    position: int


class Skill(NamedTuple):
    """One column of the matrix.

    A level is valid for `validity_months`, and fades when not practised for `practice_months`;
    None is for ever. From the day `ended` on the skill is no longer in the matrix. `meanings`
    are texts of its own for some levels.
    """

    id: int
    category_id: int
    category: str
    name: str
    about: str = ""
    scale: Scale = Scale.LEVELS
    critical: bool = False
    validity_months: int | None = None
    practice_months: int | None = None
    position: int = 0
    ended: date | None = None
    meanings: Mapping[int, str] = {}

    def meaning(self, level: int, t: Language) -> str:
        """What the level means for this skill."""
        return self.meanings.get(level) or t(LEVEL_NAMES[level])


class SkillLevel(NamedTuple):
    """A level of a skill: what a course leads to, or a step of a ladder asks for."""

    skill_id: int
    level: int


class ReadySkill(NamedTuple):
    """A skill that ships; `key` is the same in every language."""

    key: str
    name: str
    critical: bool = False
    validity_months: int | None = None


class ReadyCategory(NamedTuple):
    """A category that ships: of roles, leadership and tools (mission §1, T5)."""

    name: str
    skills: tuple[ReadySkill, ...]


def months_after(day: date, months: int) -> date:
    """The same day so many months later; the last day of a month that has it not."""
    years, month = divmod(day.month - 1 + months, MONTHS)
    year = min(day.year + years, date.max.year)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))
