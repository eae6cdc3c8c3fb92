"""Language: translated text, dates, numbers and sorting, for one language at a time.

Nothing here is process state: a `Language` is passed to whoever writes text, so the screen may
be Norwegian while a worker prints English.
"""

from dataclasses import dataclass, field


@dataclass(frozen=True)
class Message:
    """A sentence that waits for its language: an English original and what fills its braces."""

    text: str
    values: dict[str, object] = field(default_factory=dict)

    def __str__(self) -> str:
        return self.text.format_map(self.values) if self.values else self.text


def M_(text: str, /, **values: object) -> Message:  # noqa: N802 - marks text for extraction
    """A message to be translated when it is shown."""
    return Message(text, values)


def N_(text: str) -> str:  # noqa: N802 - marks text for extraction
    """Mark a text for translation and leave it as it is."""
    return text
