"""Whom and what an action may be given to."""

from lean_desktop.queries import organisation
from lean_desktop.ui.live_document import LiveDocument


def people_choices(live: LiveDocument) -> list[tuple[int, str]]:
    """Everyone an action may be given to: those who are with us today."""
    people = live.read(organisation.people, today=live.today)
    return [(person.id, person.name) for person in people if person.active_on(live.today)]


def group_choices(live: LiveDocument) -> list[tuple[int, str]]:
    """Every group an action may belong to."""
    return [(group.id, group.name) for group in live.read(organisation.groups, today=live.today)]
