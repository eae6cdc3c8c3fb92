"""The kinds of handout: what each is of, how it is read from a workspace, how it is drawn.

ReportLab is imported when the first one is drawn.
"""

from collections.abc import Callable
from datetime import datetime
from typing import TYPE_CHECKING, NamedTuple

from lean_desktop.commands.naming import meeting_meant, no_meeting
from lean_desktop.document.document import Document
from lean_desktop.i18n import N_, Language
from lean_desktop.queries import meetings, workspace

if TYPE_CHECKING:
    from lean_desktop.handouts.sheet import Sheet

Draw = Callable[["Sheet", Language], bytes]


class SheetKind(NamedTuple):
    """One kind of handout. `of` gets what --of says, and returns what draws the PDF."""

    about: str
    of: Callable[[Document, str | None, datetime], Draw]


def _agenda(document: Document, asked: str | None, now: datetime) -> Draw:
    meeting = meeting_meant(document, asked, now)
    snapshot = document.read(meetings.agenda, meeting.id)
    if snapshot is None:  # Whoever has the file open took it away just now.
        raise no_meeting(meeting.name)

    def draw(sheet: "Sheet", t: Language) -> bytes:
        from lean_desktop.handouts.meetings import agenda

        return agenda(snapshot, sheet, t)

    return draw


SHEETS = {
    "agenda": SheetKind(
        N_("The agenda of a meeting, given by its id, its group or its title; else the next one."),
        _agenda,
    ),
}


def drawn(
    kind: str, document: Document, asked: str | None, paper: str, now: datetime
) -> Callable[[Language], bytes]:
    """What draws the handout once the document is closed. Raises RuleBroken."""
    from lean_desktop.handouts.sheet import Sheet

    draw = SHEETS[kind].of(document, asked, now)
    about = document.read(workspace.workspace)
    sheet = Sheet(about.company, about.name, about.logo, now, paper)
    return lambda t: draw(sheet, t)
