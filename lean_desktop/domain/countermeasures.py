"""What gets a board going again on which nothing moves any more.

Boards fade for few reasons: too many cards, cards too large to finish, nobody who asks, a place
nobody passes, meetings that are too long. Each countermeasure is against one of them (mission §1,
P5; peers.md §2, why boards fail).
"""

from typing import NamedTuple

from lean_desktop.i18n import N_


class Countermeasure(NamedTuple):
    """What to do, which becomes the title of an action, and why it helps."""

    what: str
    why: str


COUNTERMEASURES = (
    Countermeasure(
        N_("Keep the five most important cards on the board and put the others away"),
        N_("A board with too many cards is a list nobody reads."),
    ),
    Countermeasure(
        N_("Split every card that takes more than two weeks into smaller steps"),
        N_("Something that can be finished by next time moves; a project does not."),
    ),
    Countermeasure(
        N_("Have the leader visit the board once a week and ask about two cards"),
        N_("What a leader asks about is done. Ask what is needed, not who is to blame."),
    ),
    Countermeasure(
        N_("Move the board to where the work is done"),
        N_("A board nobody passes on the way to the machine is forgotten."),
    ),
    Countermeasure(
        N_("Stand at the board for ten minutes, at the same time every week"),
        N_("A short meeting at a set time is held; a long one is put off."),
    ),
    Countermeasure(
        N_("Close the cards nobody wants any more, and say why"),
        N_("Old cards that stay teach everyone that the board does not matter."),
    ),
    Countermeasure(
        N_("Give every card one owner and a date, chosen by the owner"),
        N_("What belongs to everybody is done by nobody."),
    ),
    Countermeasure(
        N_("Take what the group cannot solve itself one level up this week"),
        N_("Cards that wait for others stop the whole board."),
    ),
    Countermeasure(
        N_("Begin with one small improvement the group has asked for itself"),
        N_("A first thing that works gives more than a plan for everything."),
    ),
    Countermeasure(
        N_("Let somebody else in the group lead the next four meetings"),
        N_("When one person carries the board, it stops when that person is away."),
    ),
)
