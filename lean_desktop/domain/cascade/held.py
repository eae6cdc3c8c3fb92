"""What a person answers for in the cascade and the master plan, for their own right to see it."""

from typing import NamedTuple

from lean_desktop.i18n import N_

OWNED_NAMES = {
    "cascade_plan": N_("Cascade plan"),
    "wave": N_("Wave"),
    "phase": N_("Phase"),
    "checklist_item": N_("Item of a checklist"),
    "activity": N_("Activity of the master plan"),
    "project": N_("Improvement project"),
}
"""What it is called by the table it stands in."""


class AnswersFor(NamedTuple):
    """One thing somebody is the owner of: the table it stands in, and its name."""

    table: str
    name: str
