"""Series of meetings, the company calendar, shift rotas, and meetings a calendar must forget."""

from sqlalchemy import Column, Integer, Named, Table, TypedColumns

from lean_desktop.document.schema import Day, Moment, date, datetime, metadata


class ClosedPeriodColumns(TypedColumns):
    id = Column(Integer, primary_key=True)
    name: Named[str]
    first_day: Named[date] = Column(Day)
    last_day: Named[date] = Column(Day)
    unit_id: Named[int | None]


class ShiftRotaColumns(TypedColumns):
    id = Column(Integer, primary_key=True)
    group_id: Named[int]
    first_day: Named[date] = Column(Day)
    cycle: Named[str]


class MeetingSeriesColumns(TypedColumns):
    id = Column(Integer, primary_key=True)
    kind: Named[str]
    title: Named[str]
    group_id: Named[int | None]
    unit_id: Named[int | None]
    place: Named[str]
    first_start: Named[datetime] = Column(Moment)
    minutes: Named[int]
    rule: Named[str]
    planned_to: Named[date] = Column(Day)
    when_closed: Named[str]
    template_key: Named[str]


class SeriesGapColumns(TypedColumns):
    id = Column(Integer, primary_key=True)
    series_id: Named[int]
    slot: Named[datetime] = Column(Moment)


class GoneMeetingColumns(TypedColumns):
    id = Column(Integer, primary_key=True)
    calendar_number: Named[int]
    sequence: Named[int]
    name: Named[str]
    planned_start: Named[datetime] = Column(Moment)
    planned_end: Named[datetime] = Column(Moment)
    group_id: Named[int | None]
    unit_id: Named[int | None]
    series_id: Named[int | None]


closed_period = Table("closed_period", metadata, ClosedPeriodColumns)
shift_rota = Table("shift_rota", metadata, ShiftRotaColumns)
meeting_series = Table("meeting_series", metadata, MeetingSeriesColumns)
series_gap = Table("series_gap", metadata, SeriesGapColumns)
gone_meeting = Table("gone_meeting", metadata, GoneMeetingColumns)
