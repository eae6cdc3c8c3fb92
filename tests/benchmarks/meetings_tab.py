"""Opening the Meetings tab: with 30,000 meetings it may take 1.3 times what it takes with 300."""

import os
import tempfile
from datetime import datetime, timedelta
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from lean_desktop.app import application
from lean_desktop.document.document import Document
from lean_desktop.edits import workspace
from lean_desktop.edits.filling import fill
from lean_desktop.i18n import language
from lean_desktop.settings import Settings
from lean_desktop.ui.editor import Surroundings
from lean_desktop.ui.live_document import LiveDocument
from lean_desktop.ui.meetings.editor import MeetingsEditor
from lean_desktop.ui.theme import Theme
from tests.benchmarks.ratio import Ratio, compare

GROUPS = 140
MANY, FEW = 30_000, 300
NOW = datetime(2026, 10, 6, 8)


def run() -> Ratio:
    """Open the tab on a file with many meetings, against one with few."""
    app = application()
    with tempfile.TemporaryDirectory() as folder:
        many, few = (_live(Path(folder), count) for count in (MANY, FEW))
        settings = Settings(Path(folder) / "settings.json")
        theme = Theme(app)

        def opened(live: LiveDocument) -> None:
            editor = MeetingsEditor(Surroundings(live, language("nb"), theme, settings))
            editor.resize(1400, 800)
            editor.show()
            app.processEvents()
            editor.close()
            editor.deleteLater()
            app.processEvents()

        found = compare("meetings tab", 1.3, lambda: opened(many), lambda: opened(few), runs=15)
        many.close()
        few.close()
        return found


def _live(folder: Path, count: int) -> LiveDocument:
    document = Document.create(folder / f"{count}.leandesk")
    document.aside(workspace.start, "0" * 36, "Mange", "AS")
    groups = [
        {"id": key, "kind": "improvement", "name": f"Gruppe {key}"} for key in range(1, GROUPS + 1)
    ]
    document.aside(
        fill, {"group": groups, "meeting": [_meeting(key, count) for key in range(count)]}
    )
    document.clock = lambda: NOW
    return LiveDocument(document)


def _meeting(key: int, count: int) -> dict[str, object]:
    """Meetings from years ago to the day after tomorrow, the groups taking turns."""
    ahead = timedelta(days=2) - timedelta(days=5 * 365) * ((count - 1 - key) / count)
    start = (NOW + ahead).replace(second=0, microsecond=0)
    return {
        "id": key + 1,
        "number": key // GROUPS + 1,
        "kind": "improvement",
        "group_id": key % GROUPS + 1,
        "planned_start": start,
        "planned_end": start + timedelta(minutes=45),
        "state": "closed" if start < NOW else "called",
        "calendar_number": key + 1,
    }
