"""The changes a draft would make, as a list that follows the document."""

from typing import NamedTuple

from PySide6.QtCore import QObject

from lean_desktop.document.changes import ChangeSet
from lean_desktop.domain.comparing import OUTCOME_NAMES, Change, Outcome
from lean_desktop.i18n import Language
from lean_desktop.queries import Connection
from lean_desktop.queries import reorganisation as queries
from lean_desktop.queries.touched import Touched
from lean_desktop.ui.live_document import LiveDocument
from lean_desktop.ui.row_model import Column, RowModel


class DraftLine(NamedTuple):
    """One change, under the key of its proposal."""

    id: int
    change: Change


def draft_model(
    live: LiveDocument, t: Language, draft_id: int, parent: QObject | None = None
) -> RowModel[DraftLine]:
    """What would change; moves first, then who leads and holds."""
    today = live.today

    def load(connection: Connection, _ids: object) -> list[DraftLine]:
        found = queries.compared(connection, draft_id, today=today)
        return [DraftLine(each.proposal_id, each) for each in found]

    return RowModel(
        live,
        [Column("sentence", t("Change"), lambda row: f"{t(row.change.sentence)} {stands(t, row)}")],
        load,
        _touched,
        lambda row: (not row.change.moves, t.sort_key(row.change.name), row.id),
        parent,
    )


def stands(t: Language, row: DraftLine) -> str:
    """What would come of it, where that is not simply the change."""
    outcome = row.change.outcome
    return "" if outcome is Outcome.CHANGES else t(OUTCOME_NAMES[outcome])


def _touched(_connection: Connection, changes: ChangeSet) -> Touched:
    """Nearly everything can make a difference to what a draft would change."""
    return None if changes.touches(queries.ARRANGED) else frozenset()
