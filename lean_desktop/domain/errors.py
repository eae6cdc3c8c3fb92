"""The two kinds of error a person meets; anything else is our own mistake."""

from lean_desktop.i18n import Message, RuleBroken

__all__ = ["Cancelled", "KnownError", "RuleBroken"]


class KnownError(Exception):
    """Something about the surroundings: a full disk, a locked file, a file of another kind.

    The three sentences say what happened, what is safe, and what to do.
    """

    def __init__(self, happened: Message, safe: Message, remedy: Message) -> None:
        super().__init__(str(happened))
        self.happened = happened
        self.safe = safe
        self.remedy = remedy


class Cancelled(Exception):
    """The user stopped a long piece of work; nothing of it was kept."""
