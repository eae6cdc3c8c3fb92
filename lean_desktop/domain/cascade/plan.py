"""A cascade plan: its waves, the teams in them, and the phases each team goes through."""

from datetime import date, timedelta
from enum import StrEnum
from typing import NamedTuple

from lean_desktop.domain.cascade.gates import Gate
from lean_desktop.i18n import N_

WEEK = 7


class Kind(StrEnum):
    """What a phase is for (mission §1, K); a template gives its weeks and its checklist."""

    START_UP = "startup"
    PILOT = "pilot"
    NEW_PILOTS = "new_pilots"
    EXPANSION = "expansion"
    OTHER = "other"


KIND_NAMES = {
    Kind.START_UP: N_("Start-up"),
    Kind.PILOT: N_("Pilot team"),
    Kind.NEW_PILOTS: N_("New pilot teams"),
    Kind.EXPANSION: N_("Expansion"),
    Kind.OTHER: N_("Other phase"),
}


class Phase(NamedTuple):
    """One bar: what a team does for some weeks; without a team it is the whole wave's.

    `wished` is the first day it is planned for; None is as soon as what it waits for allows.
    `start` is the day that makes (see `schedule`). `weeks` is the least it lasts: one that is
    `open_ended` goes on until `ended` is known, the last day. Of the `items` of its checklist so
    many are `done`. Names are for showing.
    """

    id: int
    wave_id: int
    team_id: int | None
    position: int
    name: str
    kind: Kind
    weeks: int
    start: date
    wished: date | None = None
    open_ended: bool = False
    ended: date | None = None
    owner_id: int | None = None
    owner: str = ""
    note: str = ""
    items: int = 0
    done: int = 0

    @property
    def finish(self) -> date:
        """The last day, or the last of the weeks it lasts at the least."""
        if self.ended:
            return max(self.start, self.ended)
        return self.start + timedelta(days=WEEK * self.weeks - 1)

    @property
    def days(self) -> int:
        """From the first day to the last, both counted."""
        return (self.finish - self.start).days + 1

    @property
    def is_open(self) -> bool:
        """Whether nobody knows yet when it ends."""
        return self.open_ended and self.ended is None


class Tie(StrEnum):
    """How one phase waits for another."""

    FINISH_START = "fs"
    START_START = "ss"


TIE_NAMES = {
    Tie.FINISH_START: N_("Begins when the other has ended"),
    Tie.START_START: N_("Begins when the other has begun"),
}


class Dependency(NamedTuple):
    """`after_id` waits for `before_id`, and `lag` days more; fewer than none is overlapping."""

    id: int
    before_id: int
    after_id: int
    tie: Tie = Tie.FINISH_START
    lag: int = 0


class Team(NamedTuple):
    """A group of the organisation in a wave; `parent_id` is the team it learned from."""

    id: int
    wave_id: int
    position: int
    group_id: int
    group: str
    parent_id: int | None = None


class Wave(NamedTuple):
    """Teams that begin about the same time, all for the same `kind` of thing."""

    id: int
    plan_id: int
    position: int
    name: str
    kind: Kind = Kind.OTHER
    owner_id: int | None = None
    owner: str = ""


class Milestone(NamedTuple):
    """A day on which something is to be reached; without a wave it is the whole plan's."""

    id: int
    plan_id: int
    name: str
    day: date
    wave_id: int | None = None
    reached: date | None = None


class Frozen(NamedTuple):
    """What a phase was when the plan was frozen; `phase_id` is None when it is gone since."""

    phase_id: int | None
    name: str
    start: date
    finish: date


class Plan(NamedTuple):
    """A whole cascade as one reads it; all in their order.

    What nothing ties to a day begins on `begins`. It was last frozen on `frozen_on`.
    """

    id: int
    name: str
    begins: date
    owner_id: int | None = None
    owner: str = ""
    with_capacity: bool = False
    waves: tuple[Wave, ...] = ()
    teams: tuple[Team, ...] = ()
    phases: tuple[Phase, ...] = ()
    dependencies: tuple[Dependency, ...] = ()
    milestones: tuple[Milestone, ...] = ()
    gates: tuple[Gate, ...] = ()
    frozen_on: date | None = None
    frozen: tuple[Frozen, ...] = ()
