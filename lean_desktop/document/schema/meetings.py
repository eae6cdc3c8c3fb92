"""Meetings, their guests and agenda items, and the templates a user has changed."""

from sqlalchemy import Column, Integer, Named, Table, TypedColumns

from lean_desktop.document.schema import Moment, datetime, metadata


class MeetingColumns(TypedColumns):
    id = Column(Integer, primary_key=True)
    number: Named[int]
    kind: Named[str]
    title: Named[str]
    group_id: Named[int | None]
    place: Named[str]
    planned_start: Named[datetime] = Column(Moment)
    planned_end: Named[datetime] = Column(Moment)
    purpose: Named[str]
    chair_id: Named[int | None]
    note_taker_id: Named[int | None]


class MeetingGuestColumns(TypedColumns):
    id = Column(Integer, primary_key=True)
    meeting_id: Named[int]
    person_id: Named[int | None]
    name: Named[str]


class AgendaItemColumns(TypedColumns):
    id = Column(Integer, primary_key=True)
    meeting_id: Named[int]
    position: Named[int]
    title: Named[str]
    kind: Named[str]
    presenter_id: Named[int | None]
    minutes: Named[int]
    purpose: Named[str]
    preparation: Named[str]


class MeetingTemplateColumns(TypedColumns):
    id = Column(Integer, primary_key=True)
    key: Named[str]
    kind: Named[str]
    name: Named[str]
    purpose: Named[str]
    minutes: Named[int]


class TemplateItemColumns(TypedColumns):
    id = Column(Integer, primary_key=True)
    template_id: Named[int]
    position: Named[int]
    title: Named[str]
    kind: Named[str]
    minutes: Named[int]
    presenter: Named[str]
    purpose: Named[str]
    preparation: Named[str]


meeting = Table("meeting", metadata, MeetingColumns)
meeting_guest = Table("meeting_guest", metadata, MeetingGuestColumns)
agenda_item = Table("agenda_item", metadata, AgendaItemColumns)
meeting_template = Table("meeting_template", metadata, MeetingTemplateColumns)
template_item = Table("template_item", metadata, TemplateItemColumns)
