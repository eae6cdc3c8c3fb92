"""Reading: SELECT to domain objects. A query gets the connection first and changes nothing."""

from sqlalchemy import Connection

__all__ = ["Connection"]
