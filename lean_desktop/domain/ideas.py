"""Ideas: what somebody thinks would be better, and what became of it."""

from datetime import date
from enum import StrEnum
from typing import NamedTuple

from lean_desktop.i18n import N_


class IdeaState(StrEnum):
    """How far an idea has come."""

    NEW = "new"
    ACCEPTED = "accepted"
    TESTING = "testing"
    IMPLEMENTED = "implemented"
    STANDARDISED = "standardised"
    DECLINED = "declined"


IDEA_STATE_NAMES = {
    IdeaState.NEW: N_("New"),
    IdeaState.ACCEPTED: N_("Accepted"),
    IdeaState.TESTING: N_("Being tried"),
    IdeaState.IMPLEMENTED: N_("Put into use"),
    IdeaState.STANDARDISED: N_("Made the standard"),
    IdeaState.DECLINED: N_("Declined"),
}


class Idea(NamedTuple):
    """One idea; `person` and `group` are names for showing, `reason` says why it was declined."""

    id: int
    number: int
    text: str
    person_id: int | None
    person: str
    group_id: int | None
    group: str
    state: IdeaState
    reason: str
    noted: date
