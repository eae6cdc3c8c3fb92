"""The organisation as charts are made of it."""

from datetime import date

from sqlalchemy import Connection

from lean_desktop.domain.chart.charted import Charted
from lean_desktop.queries.reorganisation import arrangement
from lean_desktop.queries.reporting import lines
from lean_desktop.queries.roles import attention, mandates


def charted(connection: Connection, *, today: date) -> Charted:
    """The organisation of `today`, to be made into charts; with what needs attention."""
    return Charted(
        today,
        arrangement(connection, today=today),
        lines(connection),
        mandates(connection),
        attention(connection, today=today),
    )
