"""The checklist of a phase: what is to be done, by whom, and what shows that it is."""

from datetime import date
from typing import NamedTuple


class ChecklistItem(NamedTuple):
    """One line; `evidence` says in words what shows that it is done, `link` where to look."""

    id: int
    phase_id: int
    position: int
    text: str
    owner_id: int | None = None
    owner: str = ""
    done: date | None = None
    evidence: str = ""
    link: str = ""
    action_id: int | None = None


class TemplateItem(NamedTuple):
    """A line of the checklist a new phase begins with."""

    id: int
    template_id: int
    position: int
    text: str
