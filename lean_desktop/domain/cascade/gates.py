"""Gates between phases: what is looked at, and what the steering group decided.

The figures inform, the steering group decides (practice 6): nothing here opens a gate by itself.
"""

from datetime import date
from enum import StrEnum
from typing import NamedTuple

from lean_desktop.i18n import N_


class Decision(StrEnum):
    """What was decided at a gate."""

    OPEN = "open"
    PASSED = "passed"
    LATER = "later"
    STOPPED = "stopped"


DECISION_NAMES = {
    Decision.OPEN: N_("Not decided yet"),
    Decision.PASSED: N_("Passed"),
    Decision.LATER: N_("Not yet: asked again later"),
    Decision.STOPPED: N_("Stopped here"),
}


class CriterionKind(StrEnum):
    """Where a criterion is read from; OWN is a sentence somebody ticks."""

    CHECKLIST = "checklist"
    PULSE = "pulse"
    ROLES = "roles"
    QUALIFIED = "qualified"
    OWN = "own"


CRITERION_NAMES = {
    CriterionKind.CHECKLIST: N_("Checklist done"),
    CriterionKind.PULSE: N_("Pulse of the group"),
    CriterionKind.ROLES: N_("Roles filled"),
    CriterionKind.QUALIFIED: N_("Qualified people"),
    CriterionKind.OWN: N_("Own criterion"),
}


class Criterion(NamedTuple):
    """One thing to look at: `least` is a percentage of the pulse or the checklist, or a number of people.

    `rate` names one of the six of the pulse, None for all; `met` is the day somebody ticked it.
    """

    id: int
    gate_id: int
    position: int
    kind: CriterionKind
    text: str = ""
    least: int | None = None
    rate: str | None = None
    skill_id: int | None = None
    skill: str = ""
    met: date | None = None


class Gate(NamedTuple):
    """The gate after a phase. Without a `day` of its own it stands where the phase ends."""

    id: int
    phase_id: int
    name: str
    day: date | None = None
    decision: Decision = Decision.OPEN
    decided: date | None = None
    decided_by: str = ""
    reason: str = ""
    criteria: tuple[Criterion, ...] = ()
