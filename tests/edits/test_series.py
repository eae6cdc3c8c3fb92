"""Edits of series: the meetings they make, move and take away, what they refuse, and undo."""

from collections.abc import Callable
from datetime import date, datetime, time
from functools import partial
from typing import Any

import pytest
from sqlalchemy import Connection

from lean_desktop.document.document import Document
from lean_desktop.domain.errors import RuleBroken
from lean_desktop.domain.meetings import Meeting, MeetingState
from lean_desktop.domain.recurrence import WhenClosed
from lean_desktop.edits import company_calendar as calendar
from lean_desktop.edits import meeting_states, meetings, organisation
from lean_desktop.edits import series as edits
from lean_desktop.queries import meetings as queries
from lean_desktop.queries import series as series_queries
from lean_desktop.queries.organisation import memberships
from tests.dumps import dump
from tests.plants import STEP, Plant
from tests.series_plant import DAY, FIRST, LAST, TEMPLATE, WEEK, edited, plan, wishes

Planted = tuple[Document, Plant]
Change = Callable[[Plant], tuple[Callable[..., Any], tuple[Any, ...], dict[str, Any]]]

SERIES, ONE, TWO, THREE, FOUR, FIVE, SIX = 1, 2, 3, 4, 5, 6, 7
"""The series, and its meetings; the plant has one of its own before them."""

NOW = datetime(2026, 10, 20, 9)
TODAY = NOW.date()


@pytest.fixture
def planned(plant: Planted) -> Planted:
    """Six meetings; the third is called, the fourth too and was moved by hand to a Thursday."""
    document, keys = plant
    plan(document, keys)
    document.edit(STEP, meeting_states.call_meetings, [THREE, FOUR])
    by_hand = FIRST + 3 * WEEK + 2 * DAY
    document.edit(STEP, meetings.change_meetings, [FOUR], planned_start=by_hand)
    return plant


def of_series(document: Document) -> list[Meeting]:
    return [each for each in document.read(queries.meetings) if each.series_id is not None]


def starts(document: Document) -> dict[int, datetime]:
    return {each.id: each.planned_start for each in of_series(document)}


def column(document: Document, table: str, name: str) -> list[Any]:
    return document.read(
        lambda connection: [
            row[0]
            for row in connection.exec_driver_sql(f'SELECT {name} FROM "{table}" ORDER BY id')
        ]
    )


def sequences(document: Document) -> dict[int, int]:
    return dict(
        zip(column(document, "meeting", "id"), column(document, "meeting", "sequence"), strict=True)
    )


CHANGES: dict[str, Change] = {
    "plan": lambda p: (edits.plan_series, (), wishes(p)),
    "extend": lambda _: (edits.extend_series, (SERIES, LAST + 5 * WEEK, TEMPLATE), {}),
    "place": lambda _: (edits.change_following, (TWO,), {"place": "Kantina"}),
    "time": lambda _: (edits.change_following, (TWO,), {"time_of_day": time(9), "minutes": 30}),
    "rule": lambda _: (
        edits.change_following,
        (TWO,),
        {"rule": "FREQ=WEEKLY;BYDAY=MO,TH", "template": TEMPLATE, "title": "Ny"},
    ),
    "remove following": lambda _: (edits.remove_following, (THREE,), {}),
    "remove all": lambda _: (edits.remove_following, (ONE,), {}),
    "skip": lambda _: (meetings.remove_meetings, ([THREE],), {}),
    "remove series": lambda _: (edits.remove_series, (SERIES, TODAY), {}),
    "close a period": lambda _: (
        calendar.add_closed_period,
        ("Stopp", date(2026, 10, 26), date(2026, 11, 10)),
        {"today": TODAY},
    ),
    "a rota": lambda p: (
        calendar.set_shift_rota,
        (p.group, date(2026, 10, 12), "d-"),
        {"today": TODAY},
    ),
}


@pytest.mark.parametrize("name", CHANGES)
def test_each_is_one_step_that_undo_takes_back_and_redo_repeats(
    planned: Planted, name: str
) -> None:
    document, keys = planned
    before = dump(document)
    change, args, fields = CHANGES[name](keys)
    document.edit(STEP, change, *args, **fields)
    after = dump(document)
    assert after != before
    document.undo()
    assert dump(document) == before
    document.redo()
    assert dump(document) == after


def test_a_series_has_a_draft_for_each_time_with_agenda_and_people(plant: Planted) -> None:
    document, keys = plant
    series_id = plan(document, keys)
    found = of_series(document)
    assert [each.planned_start for each in found] == [FIRST + n * WEEK for n in range(6)]
    assert column(document, "meeting", "slot")[1:] == [
        f"{FIRST + n * WEEK:%Y-%m-%d %H:%M}" for n in range(6)
    ]
    assert {each.series_id for each in found} == {series_id}
    assert [each.number for each in found] == [2, 3, 4, 5, 6, 7]
    numbers = column(document, "meeting", "calendar_number")
    assert len(set(numbers)) == 7
    last = found[-1]
    assert (last.state, last.place, last.purpose) == (MeetingState.DRAFT, "Tavlerom 2", "Bli bedre")
    assert (last.chair, last.note_taker) == ("Åse Ødegård", "Kari Solberg")
    assert (last.planned_minutes, last.items, last.minutes) == (45, 3, 40)
    items = document.read(queries.items, meeting_id=last.id)
    assert [item.presenter for item in items] == ["Åse Ødegård", "", "Åse Ødegård"]
    asked = [[(task.task, task.person) for task in item.tasks] for item in items]
    assert asked == [[("Oppdater kortet", "Åse Ødegård")], [("Les saken", "")], []]


def test_each_meeting_is_led_by_who_leads_on_its_day(plant: Planted) -> None:
    document, keys = plant
    (leading,) = (
        each.id
        for each in document.read(memberships, group_id=keys.group)
        if each.person_id == keys.boss
    )
    document.edit(STEP, organisation.change_memberships, [leading], valid_to=date(2026, 10, 31))
    plan(document, keys)
    assert [each.chair_id for each in of_series(document)] == [keys.boss] * 3 + [None] * 3


def test_without_a_place_it_meets_where_it_met_last(plant: Planted) -> None:
    document, keys = plant
    document.edit(STEP, meetings.change_meetings, [keys.meeting], place="Verkstedet")
    plan(document, keys, place=" ")
    assert {each.place for each in of_series(document)} == {"Verkstedet"}


def test_holidays_periods_and_days_off_move_its_meetings(plant: Planted) -> None:
    document, keys = plant
    edited(document, calendar.add_closed_period, "Stopp", date(2026, 10, 19), date(2026, 10, 21))
    edited(document, calendar.add_closed_period, "Andre", TODAY, date(2026, 12, 1), keys.works)
    document.undo()
    plan(document, keys)
    assert starts(document)[TWO] == FIRST + WEEK + 2 * DAY
    edited(document, calendar.set_shift_rota, keys.group, date(2026, 12, 7), "DD--")
    yule = plan(
        document, keys, first_start=datetime(2026, 12, 22, 9), planned_to=date(2026, 12, 29)
    )
    there = [each.planned_start.date() for each in of_series(document) if each.series_id == yule]
    assert there == [date(2026, 12, 23), date(2026, 12, 31)]


def test_a_unit_meets_by_its_own_calendar(plant: Planted) -> None:
    document, keys = plant
    edited(document, calendar.add_closed_period, "Stopp", TODAY, TODAY, keys.works)
    daily = {"group_id": None, "rule": "FREQ=DAILY", "when_closed": WhenClosed.SKIP}
    times = {"first_start": NOW, "planned_to": TODAY + 2 * DAY}
    plan(document, keys, unit_id=keys.foundry, **daily, **times)
    found = of_series(document)
    assert [each.planned_start for each in found] == [NOW + DAY, NOW + 2 * DAY]
    assert {(each.name, each.chair_id) for each in found} == {("Støperi", None)}


def test_planning_further_makes_only_what_is_missing(planned: Planted) -> None:
    document, _ = planned
    before = starts(document)
    document.edit(STEP, edits.extend_series, SERIES, LAST + 2 * WEEK, TEMPLATE)
    after = starts(document)
    assert {key: after[key] for key in before} == before
    assert sorted(set(after.values()) - set(before.values())) == [
        FIRST + 6 * WEEK,
        FIRST + 7 * WEEK,
    ]
    (series,) = document.read(series_queries.series, now=NOW)
    assert (series.planned_to, series.meetings) == (LAST + 2 * WEEK, 8)


def test_a_skipped_meeting_never_comes_back(planned: Planted) -> None:
    document, _ = planned
    document.edit(STEP, meetings.remove_meetings, [TWO])
    document.edit(STEP, edits.remove_following, FIVE)
    document.edit(STEP, edits.extend_series, SERIES, LAST, TEMPLATE)
    document.edit(STEP, edits.change_following, ONE, time_of_day=time(9))
    assert FIRST.date() + WEEK not in {each.date() for each in starts(document).values()}
    assert len(starts(document)) == 5
    assert document.read(series_queries.gaps, SERIES) == {FIRST + WEEK}


def test_two_meetings_of_one_slot_leave_one_gap(planned: Planted) -> None:
    document, _ = planned

    def same_slot(connection: Connection, /) -> None:
        connection.exec_driver_sql(
            f"UPDATE meeting SET slot = '{FIRST:%Y-%m-%d %H:%M}' WHERE id = 3"
        )

    document.edit(STEP, same_slot)
    document.edit(STEP, meetings.remove_meetings, [ONE, TWO])
    assert document.read(series_queries.gaps, SERIES) == {FIRST}
    document.undo()
    for key in (ONE, TWO):
        document.edit(STEP, meetings.remove_meetings, [key])
    assert document.read(series_queries.gaps, SERIES) == {FIRST}


def test_a_meeting_of_no_series_leaves_no_gap(planned: Planted) -> None:
    document, keys = planned
    document.edit(STEP, meetings.remove_meetings, [keys.meeting, THREE])
    assert column(document, "series_gap", "slot") == [f"{FIRST + 2 * WEEK:%Y-%m-%d %H:%M}"]


def test_a_change_holds_from_here_on(planned: Planted) -> None:
    document, keys = planned
    document.edit(
        STEP, edits.change_following, THREE, place="Kantina", title="Nytt", chair_id=keys.kari
    )
    told = [(each.place, each.title, each.chair) for each in of_series(document)]
    assert (
        told == [("Tavlerom 2", "", "Åse Ødegård")] * 2 + [("Kantina", "Nytt", "Kari Solberg")] * 4
    )
    (series,) = document.read(series_queries.series, now=NOW)
    assert (series.place, series.title, series.first_start) == ("Kantina", "Nytt", FIRST)


def test_another_time_moves_all_but_those_moved_by_hand(planned: Planted) -> None:
    document, _ = planned
    before, revised = starts(document), sequences(document)
    document.edit(STEP, edits.change_following, TWO, time_of_day=time(8, 30), minutes=60)
    after = {each.id: each for each in of_series(document)}
    assert after[ONE].planned_start == before[ONE]
    assert after[FOUR].planned_start == before[FOUR]
    assert after[FOUR].planned_minutes == 45
    for key in (TWO, THREE, FIVE, SIX):
        assert after[key].planned_start == before[key].replace(hour=8, minute=30)
        assert after[key].planned_minutes == 60
    rise = {key: each - revised[key] for key, each in sequences(document).items()}
    assert {key for key in rise if rise[key]} == {THREE}  # the only one called that has moved
    assert rise[THREE] == 1


def test_a_longer_meeting_keeps_its_start(planned: Planted) -> None:
    document, _ = planned
    before = starts(document)
    document.edit(STEP, edits.change_following, ONE, minutes=90)
    assert starts(document) == before
    lengths = {each.id: each.planned_minutes for each in of_series(document)}
    assert lengths == {ONE: 90, TWO: 90, THREE: 90, FOUR: 45, FIVE: 90, SIX: 90}


def test_what_stays_the_same_is_not_touched(planned: Planted) -> None:
    document, _ = planned
    changes = document.edit(STEP, edits.change_following, TWO, place="Tavlerom 2").changes
    assert not changes.of("meeting").kept
    changes = document.edit(STEP, edits.change_following, TWO, when_closed="skip").changes
    assert not changes.of("meeting").kept


def test_another_weekday_takes_the_agendas_along(planned: Planted) -> None:
    document, _ = planned
    document.edit(STEP, meetings.add_item, THREE, "Bare her")
    document.edit(STEP, edits.change_following, TWO, rule="FREQ=WEEKLY;BYDAY=TH")
    after = starts(document)
    assert after[TWO] == FIRST + WEEK + 2 * DAY
    assert after[THREE] == FIRST + 2 * WEEK + 2 * DAY
    assert after[FOUR] == FIRST + 3 * WEEK + 2 * DAY  # where it had been moved by hand
    assert after[FIVE] == FIRST + 4 * WEEK + 2 * DAY
    assert SIX not in after  # its Thursday comes after the last day planned
    assert [item.title for item in document.read(queries.items, meeting_id=THREE)][-1] == "Bare her"


def test_more_seldom_leaves_the_meetings_of_these_days(planned: Planted) -> None:
    document, _ = planned
    document.edit(STEP, edits.change_following, ONE, rule="FREQ=WEEKLY;INTERVAL=2;BYDAY=TU")
    after = starts(document)
    assert {key: after[key] for key in (ONE, THREE, FIVE)} == {
        ONE: FIRST,
        THREE: FIRST + 2 * WEEK,
        FIVE: FIRST + 4 * WEEK,
    }
    assert set(after) == {ONE, THREE, FOUR, FIVE}  # moved by hand, so nobody takes it away
    assert column(document, "gone_meeting", "id") == []  # nobody had been called to those


def test_more_often_makes_meetings_between(planned: Planted) -> None:
    document, keys = planned
    fields = {"rule": "FREQ=WEEKLY;BYDAY=TU,FR", "chair_id": keys.ola}
    document.edit(STEP, partial(edits.change_following, template=TEMPLATE), FIVE, **fields)
    found = of_series(document)
    assert {each.chair for each in found[4:]} == {"Ola Aas"}
    assert [each.planned_start for each in found[4:]] == [
        *(FIRST + 4 * WEEK, FIRST + 4 * WEEK + 3 * DAY, FIRST + 5 * WEEK)
    ]
    assert [each.id for each in found[4:]][::2] == [FIVE, SIX]
    assert {each.items for each in found} == {3}


def test_those_held_or_called_off_stay(planned: Planted) -> None:
    document, _ = planned
    document.edit(STEP, meeting_states.close_meeting, FIVE)
    document.edit(STEP, meeting_states.cancel_meetings, [SIX])
    before = starts(document)
    document.edit(STEP, edits.change_following, ONE, time_of_day=time(7), place="Kantina")
    after = {each.id: each for each in of_series(document)}
    for key in (FIVE, SIX):
        assert (after[key].planned_start, after[key].place) == (before[key], "Tavlerom 2")
    assert len(after) == 6
    document.edit(STEP, edits.remove_following, FOUR)
    assert set(starts(document)) == {ONE, TWO, THREE, FIVE}
    document.edit(STEP, edits.extend_series, SERIES, LAST, TEMPLATE)
    days = sorted(each.date() for each in starts(document).values())
    assert days == [FIRST.date() + n * WEEK for n in range(6)]


def test_a_called_meeting_that_goes_is_left_for_calendars(planned: Planted) -> None:
    document, _ = planned
    numbers = dict(
        zip(
            column(document, "meeting", "id"),
            column(document, "meeting", "calendar_number"),
            strict=True,
        )
    )
    document.edit(STEP, edits.remove_following, TWO)
    assert column(document, "gone_meeting", "calendar_number") == [numbers[THREE], numbers[FOUR]]
    assert column(document, "gone_meeting", "series_id") == [SERIES, SERIES]
    (series,) = document.read(series_queries.series, now=NOW)
    assert (series.planned_to, series.meetings) == (FIRST.date() + 6 * DAY, 1)
    document.edit(STEP, edits.remove_following, ONE)
    assert document.read(series_queries.series, now=NOW) == []


def test_ending_a_series_keeps_what_lies_behind(planned: Planted) -> None:
    document, _ = planned
    document.edit(STEP, edits.change_following, FOUR, rule="FREQ=WEEKLY;BYDAY=FR")
    document.edit(STEP, edits.remove_series, SERIES, TODAY)
    assert document.read(series_queries.series, now=NOW) == []
    assert [each.id for each in document.read(queries.meetings)] == [1, ONE]


def test_a_new_closed_period_moves_what_lies_ahead_and_opening_moves_it_back(
    planned: Planted,
) -> None:
    document, _ = planned
    before, revised = starts(document), sequences(document)
    period = edited(
        document,
        calendar.add_closed_period,
        *("Ovnsstopp", FIRST.date(), FIRST.date() + 2 * WEEK + DAY),
        today=TODAY,
    )
    after = starts(document)
    assert after[ONE] == before[ONE]  # last week
    assert after[TWO] == before[THREE] + 2 * DAY
    assert THREE not in after  # it would have been at the same time
    assert column(document, "gone_meeting", "sequence") == [revised[THREE] + 1]
    assert {key: after[key] for key in (FOUR, FIVE, SIX)} == {
        key: before[key] for key in (FOUR, FIVE, SIX)
    }
    document.edit(STEP, calendar.remove_closed_periods, [period], today=TODAY)
    back = starts(document)
    assert sorted(back.values()) == sorted(before.values())
    assert sequences(document)[FOUR] == revised[FOUR]


def test_meetings_from_before_a_change_follow_the_calendar_and_later_changes(
    planned: Planted,
) -> None:
    document, _ = planned
    document.edit(STEP, edits.change_following, FIVE, rule="FREQ=WEEKLY;BYDAY=FR")
    edited(document, calendar.add_closed_period, "Stopp", TODAY, TODAY, today=TODAY)
    assert starts(document)[TWO] == FIRST + WEEK + DAY
    document.edit(STEP, edits.change_following, TWO, time_of_day=time(7))
    after = starts(document)
    assert [after[key].time() for key in (TWO, THREE, FIVE)] == [time(7)] * 3


def test_what_was_skipped_comes_back_with_the_open_days(plant: Planted) -> None:
    document, keys = plant
    period = edited(document, calendar.add_closed_period, "Stopp", TODAY, TODAY)
    plan(document, keys, when_closed=WhenClosed.SKIP)
    before = starts(document)
    assert FIRST + WEEK not in before.values()
    fields = {"first_day": TODAY + WEEK, "last_day": TODAY + WEEK}
    document.edit(
        STEP,
        calendar.change_closed_periods,
        [period],
        today=FIRST.date(),
        templates={"improvement": TEMPLATE},
        **fields,
    )
    after = starts(document)
    assert sorted(after.values()) == [FIRST + n * WEEK for n in (0, 1, 3, 4, 5)]
    (made,) = (each for each in of_series(document) if each.planned_start == FIRST + WEEK)
    assert made.items == 3
    assert made.id not in before  # the agenda of the day now closed is not for this one


def test_a_calendar_makes_no_meeting_in_the_past(plant: Planted) -> None:
    document, keys = plant
    plan(document, keys, when_closed=WhenClosed.BEFORE)
    document.edit(STEP, meetings.take_away, [TWO])
    edited(document, calendar.add_closed_period, "Stopp", TODAY, TODAY, today=TODAY)
    assert sorted(starts(document).values()) == [FIRST + n * WEEK for n in (0, 2, 3, 4, 5)]


def test_without_knowing_what_was_before_only_meetings_in_their_slots_move(
    planned: Planted,
) -> None:
    document, keys = planned
    edited(document, calendar.set_shift_rota, keys.group, FIRST.date(), "-DDDDDD")
    before = starts(document)
    document.edit(STEP, edits.replan_for_calendar, TODAY)
    assert starts(document) == before  # nothing is where the series gives it now


def test_a_calendar_moves_nothing_into_the_past(plant: Planted) -> None:
    document, keys = plant
    plan(document, keys, when_closed=WhenClosed.BEFORE)
    before = starts(document)
    closed = ("Stopp", TODAY, TODAY)
    edited(document, calendar.add_closed_period, *closed, today=TODAY)
    assert starts(document) == before
    edited(document, calendar.add_closed_period, *closed, today=TODAY - DAY)
    document.undo()
    document.undo()
    edited(document, calendar.add_closed_period, *closed, today=TODAY - DAY)
    assert starts(document)[TWO] == FIRST + WEEK - DAY


def test_a_rota_is_one_for_each_group(plant: Planted) -> None:
    document, keys = plant
    first = edited(document, calendar.set_shift_rota, keys.group, TODAY, "d d-")
    second = edited(document, calendar.set_shift_rota, keys.group, TODAY + DAY, "N-")
    (rota,) = document.read(series_queries.shift_rotas)
    assert first == second == rota.id
    assert (rota.first_day, rota.cycle, rota.group) == (TODAY + DAY, "N-", "Montering")
    edited(document, calendar.remove_shift_rota, keys.group)
    assert document.read(series_queries.shift_rotas) == []


REFUSED: list[tuple[Change, str]] = [
    (lambda p: (edits.plan_series, (), wishes(p, rule="FREQ=HOURLY")), "days, weeks, months"),
    (lambda p: (edits.plan_series, (), wishes(p, minutes=0)), "between one minute and a day"),
    (lambda p: (edits.plan_series, (), wishes(p, title="x" * 201)), "at most 200"),
    (
        lambda p: (edits.plan_series, (), wishes(p, planned_to=FIRST.date() - DAY)),
        "end before it begins",
    ),
    (lambda p: (edits.plan_series, (), wishes(p, planned_to=date(2040, 1, 1))), "at most 10 years"),
    (lambda p: (edits.plan_series, (), wishes(p, rule="FREQ=YEARLY;BYMONTH=2")), "no meeting"),
    (
        lambda p: (
            edits.plan_series,
            (),
            wishes(p, rule="FREQ=DAILY", planned_to=date(2028, 1, 1)),
        ),
        "at most 400",
    ),
    (lambda _: (edits.extend_series, (SERIES, LAST), {}), "planned through"),
    (lambda _: (edits.extend_series, (SERIES, LAST + DAY), {}), "no meeting"),
    (lambda _: (edits.extend_series, (99, LAST), {}), "no longer"),
    (lambda p: (edits.change_following, (p.meeting,), {"place": "x"}), "belongs to no series"),
    (lambda _: (edits.change_following, (99,), {"place": "x"}), "no longer"),
    (lambda _: (edits.change_following, (TWO,), {"rule": "daily"}), "cannot stand in a rule"),
    (lambda _: (edits.change_following, (TWO,), {"minutes": 1441}), "between one minute"),
    (lambda _: (edits.change_following, (ONE,), {"place": "x"}), "is closed"),
    (lambda _: (edits.remove_following, (ONE,), {}), "is closed"),
    (lambda _: (meetings.remove_meetings, ([ONE],), {}), "is closed"),
    (lambda _: (calendar.add_closed_period, ("", TODAY, TODAY), {}), "cannot be empty"),
    (lambda _: (calendar.add_closed_period, ("x", TODAY, TODAY - DAY), {}), "before the first"),
    (
        lambda _: (calendar.change_closed_periods, ([1],), {"last_day": date(2026, 1, 1)}),
        "before the first",
    ),
    (lambda p: (calendar.set_shift_rota, (p.group, TODAY, "--"), {}), "no day at work"),
]


@pytest.mark.parametrize(("change", "sentence"), REFUSED)
def test_what_cannot_be_is_refused_and_nothing_happens(
    planned: Planted, change: Change, sentence: str
) -> None:
    document, keys = planned
    document.edit(STEP, meeting_states.close_meeting, ONE)
    document.edit(STEP, calendar.add_closed_period, "Stopp", TODAY, TODAY)
    before = dump(document)
    edit, args, fields = change(keys)
    with pytest.raises(RuleBroken, match=sentence):
        document.edit(STEP, edit, *args, **fields)
    assert dump(document) == before


def test_a_field_no_series_has_is_our_own_mistake(planned: Planted) -> None:
    document, _ = planned
    with pytest.raises(TypeError, match="No series has state"):
        document.edit(STEP, edits.change_following, TWO, state="closed")
