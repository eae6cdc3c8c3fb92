"""What every handout of an open document carries: company, workspace, logo, when it was printed."""

from typing import TYPE_CHECKING

from lean_desktop.queries import workspace as queries
from lean_desktop.ui.live_document import LiveDocument

if TYPE_CHECKING:
    from lean_desktop.handouts.sheet import Sheet


def sheet_for(live: LiveDocument, paper: str) -> "Sheet":
    """The sheet a handout is printed on now."""
    from lean_desktop.handouts.sheet import Sheet

    about = live.read(queries.workspace)
    return Sheet(about.company, about.name, about.logo, live.document.clock(), paper)
