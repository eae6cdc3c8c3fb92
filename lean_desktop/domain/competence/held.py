"""What the matrix, the plan and the courses hold of one person, for that person's own right to see it."""

from datetime import date
from typing import NamedTuple

from lean_desktop.domain.competence.levels import Kind, Scale
from lean_desktop.domain.competence.training import TrainingItem


class Said(NamedTuple):
    """One assessment of the person; a `level` of None cleared what was said before."""

    skill: str
    scale: Scale
    level: int | None
    day: date
    kind: Kind
    by: str = ""
    valid_until: date | None = None


class Spell(NamedTuple):
    """Something about a skill that held from a day on: an exemption, or a day it was practised."""

    skill: str
    since: date
    until: date | None = None


class Attended(NamedTuple):
    """A course the person was called to; `came` is None until it is said."""

    course: str
    day: date
    came: bool | None = None


class Certified(NamedTuple):
    """A diploma that was handed out."""

    step: str
    day: date


class Held(NamedTuple):
    """All of it; empty where nothing was ever said."""

    said: tuple[Said, ...] = ()
    exempt: tuple[Spell, ...] = ()
    practised: tuple[Spell, ...] = ()
    training: tuple[TrainingItem, ...] = ()
    courses: tuple[Attended, ...] = ()
    diplomas: tuple[Certified, ...] = ()


NOTHING_HELD = Held()
