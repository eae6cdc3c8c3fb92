"""The one list of editors; an editor's code is imported when it is first shown."""

from importlib import import_module
from typing import NamedTuple

from lean_desktop.i18n import N_
from lean_desktop.ui.editor import Editor


class EditorEntry(NamedTuple):
    """A tab: its key in the settings, its title and icon, and where its class is found."""

    key: str
    title: str
    icon: str
    module: str
    name: str

    def load(self) -> type[Editor]:
        """The editor's class, imported now if it was not before."""
        found: type[Editor] = getattr(import_module(self.module), self.name)
        return found


EDITORS = (
    EditorEntry(
        "organisation",
        N_("Organisation"),
        "org",
        "lean_desktop.ui.organisation.editor",
        "OrganisationEditor",
    ),
    EditorEntry(
        "meetings", N_("Meetings"), "meeting", "lean_desktop.ui.meetings.editor", "MeetingsEditor"
    ),
    EditorEntry(
        "actions", N_("Actions"), "board", "lean_desktop.ui.actions.editor", "ActionsEditor"
    ),
    EditorEntry(
        "competence",
        N_("Competence"),
        "matrix",
        "lean_desktop.ui.competence.editor",
        "CompetenceEditor",
    ),
    EditorEntry(
        "cascade", N_("Cascade"), "cascade", "lean_desktop.ui.cascade.editor", "CascadeEditor"
    ),
)
