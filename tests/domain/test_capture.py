"""What a line of exceptions says, in both languages, and what it refuses."""

from datetime import date

import pytest

from lean_desktop.domain import capture
from lean_desktop.domain.actions import Action, ActionStatus, Answer, Answered, Source
from lean_desktop.domain.errors import RuleBroken
from lean_desktop.domain.meetings import Outcome
from lean_desktop.domain.minutes import Arrival, Arrived, Called, How, represented
from lean_desktop.i18n import Language

TODAY = date(2026, 10, 6)
T = Language("en")
LINH, VEGARD, HANNE, ALI, KARI = 1, 2, 3, 4, 5
CALLED = [
    Called(LINH, "Linh Nguyễn"),
    Called(VEGARD, "Vegard Hansen"),
    Called(HANNE, "Hanne Hansen"),
    Called(ALI, "Åse-Marie Ødegård"),
]
PEOPLE = [*((each.person_id, each.name) for each in CALLED), (KARI, "Kari Nordmann")]
ITEMS = [11, 12, 13]


def _action(key: int, number: int) -> Action:
    where = (None, "", None, "", Source.MEETING, None, None)
    return Action(key, number, "Tape", *where, TODAY, TODAY, TODAY, None, ActionStatus.NEW, TODAY)


ACTIONS = [_action(7, 131), _action(8, 136)]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("", {}),
        (" , ;", {}),
        ("Linh 5", {LINH: Arrived(Arrival.LATE, 5)}),
        ("linh +5 min.", {LINH: Arrived(Arrival.LATE, 5)}),
        ("Linh for sent 10 minutter", {LINH: Arrived(Arrival.LATE, 10)}),
        ("Linh", {LINH: Arrived(Arrival.LATE)}),
        ("Linh 0", {LINH: Arrived(Arrival.LATE)}),
        ("Linh forfall", {LINH: Arrived(Arrival.EXCUSED)}),
        ("Linh excused", {LINH: Arrived(Arrival.EXCUSED)}),
        ("Linh ikke møtt", {LINH: Arrived(Arrival.ABSENT)}),
        ("Linh: did not come", {LINH: Arrived(Arrival.ABSENT)}),
        ("Linh av skift", {LINH: Arrived(Arrival.OFF_SHIFT)}),
        ("Linh til rett tid", {LINH: Arrived(Arrival.ON_TIME)}),
        ("@Linh 5", {LINH: Arrived(Arrival.LATE, 5)}),
        ("Åse 5", {ALI: Arrived(Arrival.LATE, 5)}),
        ("øde 5", {ALI: Arrived(Arrival.LATE, 5)}),
        ("Hanne @Kari", {HANNE: Arrived(Arrival.EXCUSED, None, KARI)}),
        ("Hanne ikke møtt @Kari", {HANNE: Arrived(Arrival.ABSENT, None, KARI)}),
        (
            "Linh 5, Vegard forfall; Hanne borte\nÅse",
            {
                LINH: Arrived(Arrival.LATE, 5),
                VEGARD: Arrived(Arrival.EXCUSED),
                HANNE: Arrived(Arrival.ABSENT),
                ALI: Arrived(Arrival.LATE),
            },
        ),
    ],
)
def test_arrivals(text: str, told: dict[int, Arrived]) -> None:
    assert capture.arrivals(text, CALLED, PEOPLE) == told


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("Ole 5", "“Ole” is not called to this meeting."),
        ("5", "“5” is not called to this meeting."),
        ("Hansen 5", "“Hansen” fits 2 people. Write more of the name."),
        ("Linh @Nobody", "“Nobody” is not known here. Choose from the list."),
    ],
)
def test_arrivals_refused(text: str, sentence: str) -> None:
    with pytest.raises(RuleBroken) as refused:
        capture.arrivals(text, CALLED, PEOPLE)
    assert T(refused.value.message) == sentence


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("", {}),
        ("Linh", {LINH: How.NO}),
        ("Linh delvis, Vegard partly", {LINH: How.PARTLY, VEGARD: How.PARTLY}),
        ("Linh ikke forberedt", {LINH: How.NO}),
        ("Linh ja", {LINH: How.YES}),
    ],
)
def test_preparations(text: str, told: dict[int, How]) -> None:
    assert capture.preparations(text, CALLED) == told


def test_who_did_not_come_was_not_asked_for_more() -> None:
    for read in (capture.preparations, capture.contributions):
        with pytest.raises(RuleBroken) as refused:
            read("Hanne", CALLED[:2])
        assert T(refused.value.message) == "“Hanne” is not among those who came."


def test_contributions() -> None:
    told = capture.contributions("Linh, Vegard ikke, Hanne ok", CALLED)
    assert told == {LINH: False, VEGARD: False, HANNE: True}


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("", {}),
        ("2", {12: Outcome.DEFERRED}),
        ("2 utsatt, 3 ikke", {12: Outcome.DEFERRED, 13: Outcome.OPEN}),
        ("1 2 dropped", {11: Outcome.DROPPED, 12: Outcome.DROPPED}),
        ("3 behandlet", {13: Outcome.TREATED}),
    ],
)
def test_outcomes(text: str, told: dict[int, Outcome]) -> None:
    assert capture.outcomes(text, ITEMS) == told


@pytest.mark.parametrize("text", ["0", "4", "utsatt", "Velkommen utsatt", "²"])
def test_an_item_that_is_not_there(text: str) -> None:
    with pytest.raises(RuleBroken) as refused:
        capture.outcomes(text, ITEMS)
    assert T(refused.value.message).endswith("is no item. The agenda has items 1 to 3.")


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("", {}),
        ("131", {7: Answered()}),
        ("131 ferdig", {7: Answered(answer=Answer.DONE)}),
        ("131 Done: last week", {7: Answered(answer=Answer.DONE, note="last week")}),
        ("131 i rute, 136 ikke", {7: Answered(answer=Answer.ON_TRACK), 8: Answered(asked=False)}),
        ("131 står fast - truck", {7: Answered(answer=Answer.BLOCKED, note="truck")}),
        (
            "136 20.10. linje opptatt",
            {8: Answered(answer=Answer.NEW_DATE, due=date(2026, 10, 20), note="linje opptatt")},
        ),
        (
            "136 om 2 uker: venter",
            {8: Answered(answer=Answer.NEW_DATE, due=date(2026, 10, 20), note="venter")},
        ),
    ],
)
def test_answers(text: str, told: dict[int, Answered]) -> None:
    assert capture.answers(text, ACTIONS, TODAY) == told


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("7 ferdig", "“7 ferdig” is no action of this group. Begin with its number."),
        ("ferdig 131", "“ferdig 131” is no action of this group. Begin with its number."),
        ("² ferdig", "“² ferdig” is no action of this group. Begin with its number."),
        ("131 20.10.", "Write why the date is moved: “20.10. waits for tape”."),
        (
            "131 tja",
            "“tja” is no answer. Write done, on track, blocked, or a new date and why.",
        ),
    ],
)
def test_answers_refused(text: str, sentence: str) -> None:
    with pytest.raises(RuleBroken) as refused:
        capture.answers(text, ACTIONS, TODAY)
    assert T(refused.value.message) == sentence


def test_all_but_those_who_are_named() -> None:
    assert capture.all_but([1, 2, 3], "yes", [], {2: "no"}) == {1: "yes", 2: "no", 3: "yes"}


def test_what_was_recorded_stays_unless_it_is_named() -> None:
    assert capture.all_but([1, 2, 3], "yes", [1, 2], {}) == {3: "yes"}
    assert capture.all_but([1, 2, 3], "yes", [1, 2, 3], {2: "yes"}) == {2: "yes"}


@pytest.mark.parametrize(
    ("before", "arrival"),
    [
        (None, Arrival.EXCUSED),
        (Arrived(Arrival.LATE, 5), Arrival.EXCUSED),
        (Arrived(Arrival.ABSENT), Arrival.ABSENT),
        (Arrived(Arrival.OFF_SHIFT), Arrival.OFF_SHIFT),
    ],
)
def test_who_is_represented_did_not_come(before: Arrived | None, arrival: Arrival) -> None:
    assert represented(before, KARI) == Arrived(arrival, None, KARI)
