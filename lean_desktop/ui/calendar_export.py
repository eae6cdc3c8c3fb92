"""Meetings out to a calendar program, as an .ics file."""

from collections.abc import Callable, Sequence
from datetime import UTC, date, datetime
from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QWidget

from lean_desktop.domain.calendar_event import CalendarEvent
from lean_desktop.domain.errors import RuleBroken
from lean_desktop.i18n import M_
from lean_desktop.queries import Connection
from lean_desktop.queries import calendar_events as queries
from lean_desktop.queries.workspace import workspace
from lean_desktop.ui.asking import Asking
from lean_desktop.ui.editor import Surroundings
from lean_desktop.ui.long_work import run_long
from lean_desktop.ui.pdf_output import file_stem
from lean_desktop.ui.work import Progress

Read = Callable[[Connection], Sequence[CalendarEvent]]


def export_meeting(around: Surroundings, meeting_id: int, name: str, parent: QWidget) -> None:
    """One meeting."""
    events = _found(around, partial(queries.events_of_meeting, meeting_id=meeting_id))
    _write(around, events, name, parent)


def export_series(around: Surroundings, series_id: int, name: str, parent: QWidget) -> None:
    """A whole series."""
    events = _found(around, partial(queries.events_of_series, series_id=series_id))
    _write(around, events, name, parent)


def export_person(
    around: Surroundings,
    person_id: int,
    name: str,
    parent: QWidget,
    *,
    since: date | None,
    daily: bool,
) -> None:
    """The meetings of one person from a day on. Raises RuleBroken when there are none."""
    read = partial(queries.events_of_person, person_id=person_id, since=since, daily=daily)
    events = _found(around, read)
    if not events:
        raise RuleBroken(M_("{name} has no meetings from that day on.", name=name))
    _write(around, events, name, parent)


def _found(around: Surroundings, read: Read) -> Sequence[CalendarEvent]:
    t, live = around.t, around.live
    return run_long(t("Reading the meetings"), lambda _report: live.read(read), live, t)


def _write(
    around: Surroundings, events: Sequence[CalendarEvent], name: str, parent: QWidget
) -> None:
    t, live = around.t, around.live
    path = Asking(t, around.settings, parent).calendar_to_write(file_stem(name))
    if path is None:
        return
    target: Path = path
    uuid, stamp = live.read(workspace).uuid, datetime.now(UTC)

    def write(report: Progress) -> None:
        from lean_desktop.exchange.calendar import calendar_text
        from lean_desktop.exchange.whole_file import write_whole

        write_whole(target, calendar_text(events, uuid, t, stamp, report))

    run_long(t("Writing the calendar"), write, live, t)
