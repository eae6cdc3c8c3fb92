"""What was recorded of a meeting: who came and how, what was decided and noted, and its clock."""

from sqlalchemy import Column, Integer, Named, Table, TypedColumns

from lean_desktop.document.schema import Moment, Second, datetime, metadata


class ReopeningColumns(TypedColumns):
    id = Column(Integer, primary_key=True)
    meeting_id: Named[int]
    reopened: Named[datetime] = Column(Moment)
    reason: Named[str]


class PreparedColumns(TypedColumns):
    id = Column(Integer, primary_key=True)
    meeting_id: Named[int]
    person_id: Named[int]
    preparation_id: Named[int | None]
    how: Named[str]


class AttendanceColumns(TypedColumns):
    id = Column(Integer, primary_key=True)
    meeting_id: Named[int]
    person_id: Named[int]
    arrival: Named[str]
    late_minutes: Named[int | None]
    represented_by_id: Named[int | None]


class ContributionColumns(TypedColumns):
    id = Column(Integer, primary_key=True)
    meeting_id: Named[int]
    person_id: Named[int]
    had_a_say: Named[bool]


class DecisionColumns(TypedColumns):
    id = Column(Integer, primary_key=True)
    meeting_id: Named[int]
    agenda_item_id: Named[int | None]
    year: Named[int]
    number: Named[int]
    text: Named[str]


class MeetingNoteColumns(TypedColumns):
    id = Column(Integer, primary_key=True)
    meeting_id: Named[int]
    agenda_item_id: Named[int | None]
    private: Named[bool]
    text: Named[str]


class RatingColumns(TypedColumns):
    id = Column(Integer, primary_key=True)
    meeting_id: Named[int]
    preparation: Named[int]
    running: Named[int]
    benefit: Named[int]


class MeetingClockColumns(TypedColumns):
    id = Column(Integer, primary_key=True)
    meeting_id: Named[int]
    agenda_item_id: Named[int | None]
    item_since: Named[datetime] = Column(Second)
    paused_since: Named[datetime | None] = Column(Second)


class ItemClockColumns(TypedColumns):
    id = Column(Integer, primary_key=True)
    agenda_item_id: Named[int]
    seconds: Named[int]


reopening = Table("reopening", metadata, ReopeningColumns)
prepared = Table("prepared", metadata, PreparedColumns)
attendance = Table("attendance", metadata, AttendanceColumns)
contribution = Table("contribution", metadata, ContributionColumns)
decision = Table("decision", metadata, DecisionColumns)
meeting_note = Table("meeting_note", metadata, MeetingNoteColumns)
rating = Table("rating", metadata, RatingColumns)
meeting_clock = Table("meeting_clock", metadata, MeetingClockColumns)
item_clock = Table("item_clock", metadata, ItemClockColumns)
