"""A draft compared with the live organisation, told in sentences: who moves, whose roles change."""

from collections.abc import Mapping, Sequence
from datetime import date
from enum import StrEnum
from typing import NamedTuple

from lean_desktop.domain.reorganisation import (
    FROM_TO,
    Arrangement,
    Proposal,
    Standing,
    Subject,
    What,
    already_so,
    impossible,
    standing,
)
from lean_desktop.i18n import M_, N_, Message


class Outcome(StrEnum):
    """What would come of one proposal if the draft were applied now."""

    CHANGES = "changes"
    ALREADY = "already"
    IMPOSSIBLE = "impossible"


OUTCOME_NAMES = {
    Outcome.CHANGES: N_("Would change"),
    Outcome.ALREADY: N_("Already so"),
    Outcome.IMPOSSIBLE: N_("Not possible"),
}


class Change(NamedTuple):
    """One proposal beside what is: of what, which one and its name, and a sentence about it."""

    proposal_id: int
    what: What
    subject: Subject
    subject_id: int
    name: str
    outcome: Outcome
    sentence: Message

    @property
    def moves(self) -> bool:
        """Whether somebody or something gets another place, rather than a role another holder."""
        return self.what in _MOVES


_MOVES = (What.MANAGER, What.UNIT, What.UNIT_PARENT, What.GROUP_PARENT)


class _Words(NamedTuple):
    """How one kind of change is told: from one to another, from nobody, to nobody, or not at all.

    `same` and `none` tell what is already so: with somebody or somewhere, and with nobody.
    """

    changed: str
    came: str
    left: str
    same: str
    none: str


_BELOW = _Words(
    N_("{name} moves from {old} to {to}."),
    N_("{name} moves from the top to below {to}."),
    N_("{name} moves from {old} to the top."),
    N_("{name} is already below {to}."),
    N_("{name} is already at the top."),
)
_LED = _Words(
    N_("{to} leads {name} instead of {old}."),
    N_("{to} leads {name}, until now without a leader."),
    N_("{name} is without a leader, until now {old}."),
    N_("{to} already leads {name}."),
    N_("{name} is already without a leader."),
)
_WORDS = {
    What.MANAGER: _Words(
        N_("{name} answers to {to} instead of {old}."),
        N_("{name} answers to {to}, until now to nobody."),
        N_("{name} answers to nobody, until now to {old}."),
        N_("{name} already answers to {to}."),
        N_("{name} already answers to nobody."),
    ),
    What.UNIT: _Words(
        N_("{name} moves from {old} to {to}."),
        N_("{name} comes to {to}, until now in no unit."),
        N_("{name} is in no unit, until now in {old}."),
        N_("{name} is already in {to}."),
        N_("{name} is already in no unit."),
    ),
    What.UNIT_PARENT: _BELOW,
    What.UNIT_LEADER: _LED,
    What.GROUP_PARENT: _BELOW,
    What.GROUP_LEADER: _LED,
    What.ROLE_HOLDER: _Words(
        N_("{to} has the role {name} instead of {old}."),
        N_("{to} has the role {name}, until now vacant."),
        N_("The role {name} is vacant, until now {old}."),
        N_("{to} already has the role {name}."),
        N_("The role {name} is already vacant."),
    ),
}


def comparison(proposals: Sequence[Proposal], live: Arrangement, day: date) -> list[Change]:
    """What the draft would change on `day`, in the order of `What`.

    What is so already is told as that; of what would put a thing below itself, each proposal
    that has a part in it is told as impossible.
    """
    now, names = standing(live, day), _names(live)
    circular = impossible(proposals, now)
    rank = {what: place for place, what in enumerate(What)}
    return [
        _change(each, _outcome(each, now, circular), now, names)
        for each in sorted(proposals, key=lambda each: rank[each.what])
    ]


def named(proposal: Proposal, live: Arrangement) -> str:
    """The name of what a proposal is about; a role's with its place."""
    return _names(live)[FROM_TO[proposal.what][0]].get(proposal.subject_id, "")


def _names(live: Arrangement) -> Mapping[Subject, Mapping[int, str]]:
    return {
        Subject.PERSON: {each.id: each.name for each in live.people},
        Subject.UNIT: {each.id: each.name for each in live.units},
        Subject.GROUP: {each.id: each.name for each in live.groups},
        Subject.ROLE: {
            each.id: f"{each.name} ({each.place})" if each.place else each.name
            for each in live.roles
        },
    }


def _outcome(proposal: Proposal, now: Standing, circular: frozenset[int]) -> Outcome:
    if already_so(proposal, now):
        return Outcome.ALREADY
    return Outcome.IMPOSSIBLE if proposal.id in circular else Outcome.CHANGES


def _change(
    proposal: Proposal,
    outcome: Outcome,
    now: Standing,
    names: Mapping[Subject, Mapping[int, str]],
) -> Change:
    subject, target = FROM_TO[proposal.what]
    name = names[subject].get(proposal.subject_id, "")
    old = now[proposal.what].get(proposal.subject_id, frozenset())
    sentence = _sentence(
        proposal.what,
        outcome,
        name=name,
        to=names[target].get(proposal.to_id or 0, ""),
        old=", ".join(sorted(names[target].get(key, "") for key in old)),
    )
    key = proposal.subject_id
    return Change(proposal.id, proposal.what, subject, key, name, outcome, sentence)


def _sentence(what: What, outcome: Outcome, *, name: str, to: str, old: str) -> Message:
    words = _WORDS[what]
    if outcome is Outcome.IMPOSSIBLE:
        return M_(
            "{name} cannot come below {to}: that would put it below itself.", name=name, to=to
        )
    if outcome is Outcome.ALREADY:
        text = words.same if to else words.none
    else:
        text = words.left if not to else words.changed if old else words.came
    return Message(text, {"name": name, "to": to, "old": old})
