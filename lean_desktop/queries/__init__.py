"""Reading: SELECT to domain objects. A query gets the connection first and changes nothing."""
