"""Items that go on to another meeting, or wait for one."""

from collections.abc import Sequence

from lean_desktop.domain.errors import RuleBroken
from lean_desktop.domain.meetings import AgendaItem
from lean_desktop.edits import carrying as edits
from lean_desktop.edits import meetings as meeting_edits
from lean_desktop.i18n import M_
from lean_desktop.queries import Connection
from lean_desktop.queries.gatherings import after
from lean_desktop.ui.live_document import LiveDocument


def carry(live: LiveDocument, item: AgendaItem, *, copied: bool) -> None:
    """Put the item on the next meeting's agenda: besides here, or instead of here.

    Raises RuleBroken when no further meeting is planned.
    """
    following = live.read(after, item.meeting_id)
    if following is None:
        raise RuleBroken(
            M_("No further meeting is planned. Plan one, or let the item wait with the group.")
        )
    if copied:
        label = M_("Copy “{name}” to the next meeting", name=item.title)
        live.edit(label, edits.carry, following.id, copied=[item.id])
    else:
        label = M_("Move “{name}” to the next meeting", name=item.title)
        live.edit(label, _move, following.id, item.id)


def _move(connection: Connection, /, to: int, item_id: int) -> None:
    """Before the meeting is held an item that is moved does not stay behind."""
    edits.carry(connection, to, copied=[item_id])
    meeting_edits.remove_items(connection, [item_id])


def let_wait(live: LiveDocument, items: Sequence[AgendaItem]) -> None:
    """Take the items off the agenda; they wait with the group."""
    label = M_("Let “{name}” wait", name=items[0].title)
    live.edit(label, edits.let_wait, [item.id for item in items])


def make_room(live: LiveDocument, item: AgendaItem) -> None:
    """Move an item for which there is no time: to the next meeting, else it waits."""
    if live.read(after, item.meeting_id):
        carry(live, item, copied=False)
    else:
        let_wait(live, [item])
