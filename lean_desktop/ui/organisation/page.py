"""What the pages of the tab have in common: the lists of people, units and groups, and the chart."""

from typing import Any

from PySide6.QtWidgets import QWidget

from lean_desktop.i18n import Message


class Page(QWidget):
    """One page. What a page does not override, it does not have."""

    def front(self) -> QWidget:
        """What takes the keys."""
        return self

    def kind(self) -> str:
        """Of what kind the chosen rows are: people, units or groups."""
        raise NotImplementedError

    def chosen_rows(self) -> list[Any]:
        """The chosen people, units or groups."""
        raise NotImplementedError

    def why_closed(self) -> Message | None:
        """Why the rows of this page cannot be made or deleted here; None where they can."""
        return None

    def search(self, typed: str) -> None:
        """Show, or go to, what has the typed words in it."""

    def counted(self) -> tuple[int, int]:
        """How many are shown, and how many there are."""
        return 0, 0

    def commit(self) -> None:
        """Commit the text in hand. Raises RuleBroken when it will not do."""

    def in_hand(self) -> bool:
        """Whether there is text that is not committed."""
        return False

    def copy(self) -> None:
        """Copy what is chosen."""

    def sort(self) -> None:
        """Sort by where one is."""

    def state(self) -> dict[str, Any]:
        """Widths, zoom and the like, to be remembered."""
        return {}

    def restore(self, state: Any) -> None:
        """Take what `state` gave; anything else is passed over."""

    def current_key(self) -> int | None:
        """The key of what one is at, to come back to."""
        return None

    def return_to(self, key: Any) -> None:
        """Go to what `current_key` gave; what is strange or gone is passed over."""
