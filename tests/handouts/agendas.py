"""Agendas to print, finished as they come from a query."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from io import BytesIO
from typing import Any

from PIL import Image

from lean_desktop.domain.meetings import Agenda, AgendaItem, Meeting, MeetingKind, schedule
from lean_desktop.domain.preparation import Task
from lean_desktop.handouts.sheet import Sheet
from lean_desktop.i18n import language

NB, EN = language("nb"), language("en")
START = datetime(2026, 10, 6, 13)
SHEET = Sheet("Verkstedindustri AS", "Forbedringsarbeid", None, datetime(2026, 10, 6, 8, 42))
MEETING = Meeting(
    id=1,
    number=14,
    kind=MeetingKind.IMPROVEMENT,
    title="",
    group_id=1,
    group="Forbedringsgruppe Montering",
    place="Tavlerom 2",
    planned_start=START,
    planned_end=START + timedelta(minutes=45),
    purpose="Bestemme nye soner ved montasjelinje 1",
    chair="Øystein Ødegård",
    note_taker="Hanne Årnes",
)
MEMBERS = ("Øystein Ødegård", "Łukasz Kowalczyk", "Linh Nguyễn", "Marija Đukić", "Hanne Årnes")


def item(position: int, title: str = "Sak", *, preparation: str = "", **fields: Any) -> AgendaItem:
    tasks = (Task(position + 1, position + 1, preparation),) if preparation else ()
    return AgendaItem(position + 1, MEETING.id, position, title, tasks=tasks, **fields)


def agenda_of(items: Sequence[AgendaItem] = (), **fields: Any) -> Agenda:
    """The agenda of the sample's meeting, with other items and other fields."""
    people = {name: fields.pop(name) for name in ("members", "guests") if name in fields}
    meeting = MEETING._replace(**fields)
    laid = schedule(meeting.planned_start, meeting.planned_end, items)
    return Agenda(meeting, laid, people.get("members", MEMBERS), people.get("guests", ()))


def logo(size: tuple[int, int] = (300, 90)) -> bytes:
    """A picture for the head of a sheet."""
    whole = BytesIO()
    Image.new("RGB", size, "#1F5A9E").save(whole, "PNG")
    return whole.getvalue()
