"""Which meetings `lean-desktop export calendar` writes, and the file they make."""

import argparse
from datetime import UTC

from lean_desktop.commands.arguments import Arguments
from lean_desktop.commands.console import Console
from lean_desktop.commands.naming import group_meant, meeting_meant, person_meant
from lean_desktop.document.document import Document
from lean_desktop.domain.calendar_event import CalendarEvent
from lean_desktop.domain.errors import RuleBroken
from lean_desktop.i18n import M_, Language
from lean_desktop.queries import calendar_events
from lean_desktop.queries.workspace import workspace


def add_calendar_arguments(parser: Arguments, t: Language) -> None:
    """Whose meetings, from which day on, and whether the daily ones are among them."""
    add = parser.own.add_argument
    add("--group", metavar="NAME", help=t("calendar: the meetings of this group, not of all"))
    add("--person", metavar="NAME", help=t("calendar: the meetings this person comes to"))
    add("--meeting", metavar="NAME", help=t("calendar: one meeting, by id, group or title"))
    add(
        "--from",
        dest="since",
        type=parser.a_day,
        metavar="DATE",
        help=t("calendar: no meetings before this day"),
    )
    add("--daily", action="store_true", help=t("calendar: the daily meetings, too"))


def calendar(document: Document, options: argparse.Namespace, console: Console) -> bytes:
    """The calendar file. Raises RuleBroken when no meeting, or more than one thing, is meant."""
    from lean_desktop.exchange.calendar import calendar_text

    events = _meant(document, options, console)
    if not events:
        raise RuleBroken(M_("There are no such meetings. Name another day, group or person."))
    uuid = document.read(workspace).uuid
    return calendar_text(events, uuid, console.t, console.now.astimezone(UTC))


def _meant(
    document: Document, options: argparse.Namespace, console: Console
) -> list[CalendarEvent]:
    group, person, meeting = options.group, options.person, options.meeting
    if sum(each is not None for each in (group, person, meeting)) > 1:
        raise RuleBroken(M_("Say one of --group, --person and --meeting."))
    if meeting is not None:
        one = meeting_meant(document, meeting, console.now)
        return document.read(calendar_events.events_of_meeting, one.id)
    if group is not None:
        key = group_meant(document, group, console.now).id
        return document.read(calendar_events.events_of_group, key, since=options.since)
    told = {"since": options.since, "daily": options.daily}
    if person is not None:
        key = person_meant(document, person, console.now).id
        return document.read(calendar_events.events_of_person, key, **told)
    return document.read(calendar_events.events_of_workspace, **told)
