"""The mandates as they are handed over."""

from datetime import date

from sqlalchemy import Connection

from lean_desktop.domain.mandate import GivenMandate, given_mandates
from lean_desktop.domain.roles import NOTICE, MandateFor
from lean_desktop.queries.roles import organised


def given(connection: Connection, *, today: date, notice: int = NOTICE) -> list[GivenMandate]:
    """Every mandate in the version that counts today, with the roles and groups it holds for."""
    return given_mandates(organised(connection, today=today), today, notice)


def given_to(connection: Connection, to: MandateFor, *, today: date) -> GivenMandate | None:
    """The mandate that was given to just this role, group, kind of group or the coordinator."""
    return next((each for each in given(connection, today=today) if each.mandate.to == to), None)
