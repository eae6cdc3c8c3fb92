"""What a phase begins with: a name, weeks, and a checklist. A template, not a truth."""

from typing import NamedTuple

from lean_desktop.domain.cascade.plan import Kind


class PhaseTemplate(NamedTuple):
    """A phase to begin with; `id` is 0 for one that ships and was not changed."""

    id: int
    name: str
    kind: Kind
    weeks: int
    open_ended: bool = False
    items: tuple[str, ...] = ()
