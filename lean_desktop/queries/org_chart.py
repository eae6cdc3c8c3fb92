"""The organisation as charts are made of it."""

from datetime import date

from sqlalchemy import Connection

from lean_desktop.domain.chart.facts import ChartFacts
from lean_desktop.queries.chart import leaves
from lean_desktop.queries.reorganisation import arrangement
from lean_desktop.queries.reporting import lines
from lean_desktop.queries.roles import attention, mandates


def chart_facts(connection: Connection, *, today: date) -> ChartFacts:
    """The organisation of `today`, to be made into charts; with what needs attention."""
    return ChartFacts(
        today,
        arrangement(connection, today=today),
        lines(connection),
        mandates(connection),
        attention(connection, today=today),
        leaves(connection),
    )
