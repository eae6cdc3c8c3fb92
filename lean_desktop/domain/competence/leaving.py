"""What is no longer covered when some people leave, or are away for a while."""

from collections.abc import Collection, Mapping
from typing import NamedTuple

from lean_desktop.domain.competence.coverage import Coverage, Need


class Fall(NamedTuple):
    """A skill that too few can without them; `left` are those of its need who stay."""

    skill_id: int
    need: Need
    left: int

    @property
    def lost(self) -> int:
        """How many of those who can it go."""
        return self.need.have - self.left

    @property
    def nobody(self) -> bool:
        """Whether nobody is left."""
        return self.left == 0


def if_leaving(covered: Mapping[int, Coverage], people: Collection[int]) -> list[Fall]:
    """Skills they are qualified for that fall under need, or further under it, the worst first.

    That everyone who must have a skill has it is not made worse by one who goes, so only numbers
    are looked at.
    """
    gone = frozenset(people)
    found = [_worst(each, gone) for each in covered.values()]
    falls = [each for each in found if each is not None]
    return sorted(falls, key=lambda fall: (fall.left / max(1, fall.need.need), -fall.lost))


def _worst(covered: Coverage, gone: frozenset[int]) -> Fall | None:
    falls = (
        Fall(covered.skill_id, need, len(need.who - gone))
        for need in covered.needs
        if not need.everyone and need.who & gone
    )
    short = [fall for fall in falls if fall.left < fall.need.need]
    return max(short, key=lambda fall: fall.need.need - fall.left, default=None)
