"""Meetings out to a calendar program, as an .ics file."""

from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from pathlib import Path

from PySide6.QtWidgets import QWidget

from lean_desktop.domain.calendar_event import CalendarEvent
from lean_desktop.domain.preparation_mail import days_of
from lean_desktop.queries import calendar_events as queries
from lean_desktop.queries.meeting_papers import preparing
from lean_desktop.queries.workspace import workspace
from lean_desktop.ui.asking import Asking
from lean_desktop.ui.editor import Surroundings
from lean_desktop.ui.long_work import run_long

Read = Callable[..., Sequence[CalendarEvent]]


def export_meeting(around: Surroundings, meeting_id: int, name: str, parent: QWidget) -> None:
    """One meeting."""
    _export(around, queries.events_of_meeting, meeting_id, name, parent)


def export_series(around: Surroundings, series_id: int, name: str, parent: QWidget) -> None:
    """A whole series."""
    _export(around, queries.events_of_series, series_id, name, parent)


def export_person(around: Surroundings, person_id: int, name: str, parent: QWidget) -> None:
    """Every meeting of one person."""
    _export(around, queries.events_of_person, person_id, name, parent)


def export_preparation(around: Surroundings, meeting_id: int, name: str, parent: QWidget) -> None:
    """A day for each who is to prepare something for a meeting."""
    from lean_desktop.exchange.calendar import preparation_text

    live = around.live
    days = days_of(live.read(preparing, meeting_id))
    uuid = live.read(workspace).uuid
    text = preparation_text(days, uuid, around.t, datetime.now(UTC))
    _write(around, name, lambda: text, parent)


def _export(around: Surroundings, read: Read, key: int, name: str, parent: QWidget) -> None:
    t, live, stamp = around.t, around.live, datetime.now(UTC)

    def text() -> bytes:
        from lean_desktop.exchange.calendar import calendar_text

        return calendar_text(live.read(read, key), live.read(workspace).uuid, t, stamp)

    _write(around, name, text, parent)


def _write(around: Surroundings, name: str, text: Callable[[], bytes], parent: QWidget) -> None:
    """Ask where to, and write it on a worker."""
    t = around.t
    path = Asking(t, around.settings, parent).calendar_to_write(name)
    if path is None:
        return
    target: Path = path

    def write() -> None:
        from lean_desktop.exchange.whole_file import write_whole

        write_whole(target, text())

    run_long(t("Writing the calendar"), lambda _report: write(), around.live, t)
