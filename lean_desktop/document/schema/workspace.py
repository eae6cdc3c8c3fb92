"""The document's own row, its counters and the text that is still in hand."""

from sqlalchemy import Column, Integer, Named, Table, TypedColumns

from lean_desktop.document.schema import metadata


class WorkspaceColumns(TypedColumns):
    id = Column(Integer, primary_key=True)
    uuid: Named[str]
    name: Named[str]
    company: Named[str]
    logo: Named[bytes | None]


class CounterColumns(TypedColumns):
    id = Column(Integer, primary_key=True)
    name: Named[str]
    value: Named[int]


class DraftColumns(TypedColumns):
    id = Column(Integer, primary_key=True)
    field: Named[str]
    text: Named[str]


workspace = Table("workspace", metadata, WorkspaceColumns)
counter = Table("counter", metadata, CounterColumns)
draft = Table("draft", metadata, DraftColumns)
