"""What is done with several chosen cards at once; each is one undo step."""

from collections.abc import Sequence
from datetime import date

from lean_desktop.domain.actions import ACTION_STATUS_NAMES, ActionStatus
from lean_desktop.domain.cards import Card, Pdca
from lean_desktop.edits import actions as edits
from lean_desktop.edits import cards as card_edits
from lean_desktop.i18n import M_, Message
from lean_desktop.queries import Connection
from lean_desktop.ui.editor import Surroundings


def set_owner(around: Surroundings, cards: Sequence[Card], person_id: int | None) -> None:
    """Give the cards one owner, or none."""
    _change(around, cards, M_("owner"), owner_id=person_id)


def set_group(around: Surroundings, cards: Sequence[Card], group_id: int | None) -> None:
    """Let the cards belong to one group, or to none."""
    _change(around, cards, M_("group"), group_id=group_id)


def set_pdca(around: Surroundings, cards: Sequence[Card], step: Pdca) -> None:
    """Say how far round the circle the cards have come."""
    _change(around, cards, M_("PDCA step"), pdca=step)


def set_status(around: Surroundings, cards: Sequence[Card], status: ActionStatus) -> None:
    """Say how far the cards have come, from today on."""
    what = Message(ACTION_STATUS_NAMES[status])
    label = M_("Set {n} actions to {state}", n=len(cards), state=what)
    if len(cards) == 1:
        label = M_("Set “{name}” to {state}", name=cards[0].action.title, state=what)
    keys = [card.id for card in cards]
    around.live.edit(label, edits.set_status, keys, status, around.live.today)


def set_due(around: Surroundings, cards: Sequence[Card], due: date, reason: str) -> None:
    """Agree on one date for all. Raises RuleBroken when one had another, and no reason is given."""

    def write(connection: Connection) -> None:
        for card in cards:
            edits.set_due(connection, card.id, due, day=around.live.today, reason=reason)

    around.live.edit(_label(cards, M_("date")), write)


def add_tag(around: Surroundings, cards: Sequence[Card], tag: str) -> None:
    """Give all of them one more tag."""

    def write(connection: Connection) -> None:
        for card in cards:
            card_edits.set_tags(connection, card.id, [*card.tags, tag])

    around.live.edit(_label(cards, M_("tag")), write)


def _change(around: Surroundings, cards: Sequence[Card], what: Message, **fields: object) -> None:
    keys = [card.id for card in cards]
    around.live.edit(_label(cards, what), edits.change_actions, keys, **fields)


def _label(cards: Sequence[Card], what: Message) -> Message:
    if len(cards) == 1:
        return M_("Change {what} of “{name}”", what=what, name=cards[0].action.title)
    return M_("Change {what} of {n} actions", what=what, n=len(cards))
