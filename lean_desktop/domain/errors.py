"""The two kinds of error a person meets; anything else is our own mistake."""

from lean_desktop.i18n import Message


class RuleBroken(Exception):
    """An edit the domain refuses; its sentence is shown beside the field that asked for it."""

    def __init__(self, message: Message) -> None:
        super().__init__(str(message))
        self.message = message


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
