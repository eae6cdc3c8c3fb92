"""What is done with the whole series of the meeting that is shown; long ones on a worker."""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from lean_desktop.domain.errors import Cancelled
from lean_desktop.domain.meetings import Meeting, MeetingTemplate
from lean_desktop.edits import series as edits
from lean_desktop.i18n import M_, Message
from lean_desktop.queries import Connection
from lean_desktop.queries import meetings as queries
from lean_desktop.queries.series import series
from lean_desktop.ui.editor import Surroundings
from lean_desktop.ui.long_work import edit_labelled


def extend(around: Surroundings, meeting: Meeting) -> None:
    """Plan the series a year further."""
    live = around.live
    (one,) = live.read(series, [meeting.series_id or 0], now=live.document.clock())
    template = template_of(around, one.template_key)
    _edit(
        around,
        M_("Plan {name} a year further", name=one.name),
        lambda connection: edits.extend_series(connection, one.id, one.a_year_further, template),
    )


def remove_following(around: Surroundings, meeting: Meeting) -> None:
    """Take this meeting and those that follow it in its series away."""
    _edit(
        around,
        M_("Delete {name} from here on", name=meeting.name),
        lambda connection: edits.remove_following(connection, meeting.id),
    )


def change(around: Surroundings, meeting: Meeting, parent: QWidget) -> None:
    """Ask how the series is to go on from this meeting."""
    from lean_desktop.ui.meetings.series_change_dialog import SeriesChangeDialog

    SeriesChangeDialog(around, meeting, parent).open()


def change_following(around: Surroundings, meeting: Meeting, **fields: object) -> None:
    """Give this meeting and those that follow the same place, time, length, title or chair."""
    (one,) = around.live.read(series, [meeting.series_id or 0], now=around.live.document.clock())
    template = template_of(around, one.template_key)
    _edit(
        around,
        M_("Change {name} from here on", name=meeting.name),
        lambda connection: edits.change_following(
            connection, meeting.id, template=template, **fields
        ),
    )


def template_of(around: Surroundings, key: str) -> MeetingTemplate | None:
    """The template new meetings of a series are made from."""
    known = around.live.read(queries.templates, around.t.code)
    return next((each for each in known if each.key == key), None)


def _edit(around: Surroundings, label: Message, change: Callable[[Connection], object]) -> None:
    try:
        edit_labelled(label, around.live, around.t, change)
    except Cancelled:
        return
