"""Typed tables, one file per feature, imported when the feature is first shown.

The literal SQL of the migrations makes the tables; these say what is in them, for queries and
edits. A test holds the two against each other.
"""

from datetime import date, datetime

from sqlalchemy import MetaData
from sqlalchemy.dialects.sqlite import DATE, DATETIME

metadata = MetaData()

Day = DATE
Moment = DATETIME(  # type: ignore[no-untyped-call]
    storage_format="%(year)04d-%(month)02d-%(day)02d %(hour)02d:%(minute)02d",
    regexp=r"(\d+)-(\d+)-(\d+) (\d+):(\d+)",
)

Second = DATETIME(  # type: ignore[no-untyped-call]
    storage_format=("%(year)04d-%(month)02d-%(day)02d %(hour)02d:%(minute)02d:%(second)02d"),
    regexp=r"(\d+)-(\d+)-(\d+) (\d+):(\d+):(\d+)",
)

__all__ = ["Day", "Moment", "Second", "date", "datetime", "metadata"]
