"""Cards as a board shows them, for the tests of what is printed of them."""

from datetime import date
from typing import Any

from lean_desktop.domain.actions import Action, ActionStatus
from lean_desktop.domain.cards import Card, Pdca
from tests.handouts.papers import action

TODAY = date(2026, 10, 15)


def card(number: int = 31, title: str = "Bestille gulvtape", **fields: Any) -> Card:
    """A card; fields of the action and of the card alike."""
    of_action = {name: fields.pop(name) for name in list(fields) if name in Action._fields}
    return Card(action(number, title, **of_action), **{"pdca": Pdca.DO, **fields})


def many(count: int) -> list[Card]:
    """Cards in all states, of three groups, some overdue, some with long titles."""
    states = [each for each in ActionStatus if each is not ActionStatus.CANCELLED]
    return [
        card(
            n,
            f"Gjøremål {n} " + "verdistrømsanalyse " * (n % 7),
            status=states[n % len(states)],
            done=TODAY if states[n % len(states)] is ActionStatus.DONE else None,
            group_id=n % 3 + 1,
            group=f"Gruppe {n % 3 + 1}",
            owner=f"Person {n % 5}",
            owner_id=n % 5 + 1,
        )
        for n in range(1, count + 1)
    ]
