"""What every handout carries besides its content."""

from datetime import datetime
from typing import NamedTuple


class Sheet(NamedTuple):
    """Whose it is, when it was printed, and on what; `paper` is A4 or A3."""

    company: str
    workspace: str
    logo: bytes | None
    printed: datetime
    paper: str = "A4"
    landscape: bool = False

    @property
    def owner(self) -> str:
        """What the footer begins with."""
        return self.company or self.workspace
