"""What a matrix that is taken in may speak of."""

from datetime import date

from sqlalchemy import Connection

from lean_desktop.domain.matrix_import import Here
from lean_desktop.queries.competence import matrix_facts
from lean_desktop.queries.organisation import people, units


def matrix_here(connection: Connection, *, today: date) -> Here:
    """People, units and what is known today."""
    return Here(
        people(connection, today=today), units(connection), matrix_facts(connection, day=today)
    )
