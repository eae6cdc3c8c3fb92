"""Sentences that wait for their language, and the error that carries one."""

from dataclasses import dataclass, field


@dataclass(frozen=True)
class Message:
    """A sentence that waits for its language: an English original and what fills its braces."""

    text: str
    values: dict[str, object] = field(default_factory=dict)

    def __str__(self) -> str:
        return self.text.format_map(self.values) if self.values else self.text


class RuleBroken(Exception):
    """Something typed or asked for is refused; its sentence is shown beside the field."""

    def __init__(self, message: Message) -> None:
        super().__init__(str(message))
        self.message = message


def M_(text: str, /, **values: object) -> Message:
    """A message to be translated when it is shown."""
    return Message(text, values)


def N_(text: str) -> str:
    """Mark a text for translation and leave it as it is."""
    return text
