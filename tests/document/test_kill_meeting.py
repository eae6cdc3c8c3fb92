"""A few of the kills of `python -m tests.document.kill_meeting`; all of them with --full."""

from random import Random

from tests.document.kill_meeting import kills
from tests.scale import share


def test_a_meeting_goes_on_where_it_was_when_the_process_is_killed() -> None:
    count = share(200, percent=4)
    told = kills(count, Random(7))
    assert told["kills"] == count
    assert told["acknowledged"] > count
    assert (told["lost"], told["damaged"]) == (0, 0)
