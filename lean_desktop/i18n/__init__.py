"""Language: translated text, dates, numbers and sorting, for one language at a time.

Nothing here is process state: a `Language` is passed to whoever writes text, so the screen may
be Norwegian while a worker prints English.
"""

from lean_desktop.i18n.language import LANGUAGES, Language, language
from lean_desktop.i18n.messages import M_, N_, Message, RuleBroken
from lean_desktop.i18n.renaming import calling_actions

__all__ = [
    "LANGUAGES",
    "M_",
    "N_",
    "Language",
    "Message",
    "RuleBroken",
    "calling_actions",
    "language",
]
