"""The daily meeting: what it looks at, and what was red or green on the day."""

from sqlalchemy import Column, Integer, Named, Table, TypedColumns

from lean_desktop.document.schema import metadata


class DailyAreaColumns(TypedColumns):
    id = Column(Integer, primary_key=True)
    unit_id: Named[int | None]
    position: Named[int]
    name: Named[str]


class DailyMarkColumns(TypedColumns):
    id = Column(Integer, primary_key=True)
    meeting_id: Named[int]
    area_id: Named[int]
    red: Named[bool]
    deviation: Named[str]


daily_area = Table("daily_area", metadata, DailyAreaColumns)
daily_mark = Table("daily_mark", metadata, DailyMarkColumns)
