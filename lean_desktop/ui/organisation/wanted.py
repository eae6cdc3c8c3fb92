"""Who the filters ask for: today's people or not, of a unit with all below it, of a group."""

from collections.abc import Callable

from lean_desktop.domain.organisation import Person, within
from lean_desktop.queries import organisation as queries
from lean_desktop.ui.live_document import LiveDocument
from lean_desktop.ui.organisation.toolbar import ALL, FORMER, WITH_US, Wanted


def condition(live: LiveDocument, wanted: Wanted) -> Callable[[Person], bool] | None:
    """What is true of the people the filters ask for; None when everybody is."""
    if wanted == Wanted(ALL, 0, 0):
        return None
    today = live.today
    units = _units_below(live, wanted.unit_id) if wanted.unit_id else None
    members = _members(live, wanted.group_id) if wanted.group_id else None

    def is_wanted(person: Person) -> bool:
        return (
            (wanted.who != WITH_US or person.active_on(today))
            and (wanted.who != FORMER or not person.active_on(today))
            and (units is None or person.unit_id in units)
            and (members is None or person.id in members)
        )

    return is_wanted


def _units_below(live: LiveDocument, top: int) -> set[int]:
    """The unit and every unit under it."""
    units = live.read(queries.units)
    found, waiting = set[int](), [top]
    while waiting:
        key = waiting.pop()
        if key not in found:
            found.add(key)
            waiting += [unit.id for unit in units if unit.parent_id == key]
    return found


def _members(live: LiveDocument, group_id: int) -> set[int]:
    """Who is in the group today."""
    return {
        row.person_id
        for row in live.read(queries.memberships, group_id=group_id)
        if within(live.today, row.valid_from, row.valid_to)
    }
