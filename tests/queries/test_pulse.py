"""What meetings recorded, and the pulse of groups: by hand, and against rows counted in Python."""

from collections.abc import Callable, Iterator
from contextlib import closing
from datetime import date, datetime, timedelta
from pathlib import Path
from random import Random
from typing import NamedTuple

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import Connection

from lean_desktop.document.connection import over
from lean_desktop.document.opening import new_database
from lean_desktop.domain.pulse import Figure, ItemMinutes, MeetingFacts, Period, Rate, Share
from lean_desktop.queries.pulse import PULSE, group_pulse, meeting_facts, pulses
from tests.queries import pulse_oracle as oracle
from tests.queries.pulse_histories import (
    DAYS,
    FIRST,
    GROUPS,
    PEOPLE,
    Rows,
    at_random,
    day,
    moment,
)

START = datetime(2026, 3, 2, 13)
MONDAY = START.date()
WEEK = timedelta(days=7)


class Workspace(NamedTuple):
    """A real file with groups and people, open for writing rows straight."""

    rows: Rows
    connection: Connection

    def facts(self, meeting: int, **named: int) -> MeetingFacts:
        (found,) = meeting_facts(self.connection, [meeting], **named)
        return found


@pytest.fixture
def empty(tmp_path: Path) -> Iterator[Workspace]:
    with closing(new_database(tmp_path / "pulse.leandesk")) as raw, over(raw) as connection:
        yield Workspace(Rows(raw), connection)


@pytest.fixture
def workspace(empty: Workspace) -> Workspace:
    empty.rows.people_and_groups()
    return empty


def test_nothing_recorded_is_nothing(workspace: Workspace) -> None:
    key = workspace.rows.meeting(START)
    assert workspace.facts(key) == MeetingFacts(key, GROUPS[0], START)
    found = group_pulse(workspace.connection, GROUPS[0])
    assert (found.meetings, found.first, found.last) == (1, MONDAY, MONDAY)
    assert set(found.figures.values()) == {Figure()} == {found.agreed}


def test_who_is_expected(workspace: Workspace) -> None:
    key = workspace.rows.meeting(START)
    arrivals = "on_time", "late", "absent", "excused", "off_shift"
    workspace.rows.attendance(key, dict(zip(PEOPLE, arrivals, strict=True)))
    assert workspace.facts(key).on_time == Share(1, 3)


def test_six_people_waiting_a_quarter_of_an_hour(workspace: Workspace) -> None:
    workspace.rows.add("person", id=6, first_name="Sjette")
    late = workspace.rows.meeting(START, actual_start=moment(START + timedelta(minutes=15)))
    workspace.rows.attendance(late, dict.fromkeys((*PEOPLE, 6), "on_time"))
    early = workspace.rows.meeting(START, actual_start=moment(START - timedelta(minutes=5)))
    workspace.rows.attendance(early, {1: "on_time"})
    unknown = workspace.rows.meeting(START)
    workspace.rows.attendance(unknown, {1: "on_time"})
    assert [workspace.facts(key).minutes_lost for key in (late, early, unknown)] == [90, 0, None]
    assert group_pulse(workspace.connection, GROUPS[0]).minutes_lost == 90


def test_only_those_who_are_there_wait(workspace: Workspace) -> None:
    key = workspace.rows.meeting(START, actual_start=moment(START + timedelta(minutes=10)))
    arrivals = "on_time", "late", "absent", "excused", "off_shift"
    workspace.rows.attendance(key, dict(zip(PEOPLE, arrivals, strict=True)))
    assert workspace.facts(key).minutes_lost == 20


def test_prepared_means_wholly(workspace: Workspace) -> None:
    key = workspace.rows.meeting(START)
    for person, how in zip(PEOPLE, ("yes", "yes", "partly", "no"), strict=False):
        workspace.rows.add("prepared", meeting_id=key, person_id=person, how=how)
    assert workspace.facts(key).prepared == Share(2, 4)


@pytest.mark.parametrize(
    ("outcomes", "minutes_over", "kept"),
    [
        (["treated", "deferred", "dropped"], 0, Share(1, 1)),
        (["treated"], 5, Share(1, 1)),
        (["treated"], 6, Share(0, 1)),
        (["treated"], -20, Share(1, 1)),
        (["treated", ""], 0, Share(0, 1)),
        (["treated"], None, Share()),
        ([], 0, Share()),
    ],
)
def test_when_an_agenda_is_kept(
    workspace: Workspace, outcomes: list[str], minutes_over: int | None, kept: Share
) -> None:
    end = None if minutes_over is None else START + timedelta(minutes=60 + minutes_over)
    key = workspace.rows.meeting(START, actual_end=end and moment(end))
    for position, outcome in enumerate(outcomes):
        workspace.rows.add(
            "agenda_item", meeting_id=key, position=position, title="Soner", outcome=outcome
        )
    assert workspace.facts(key).agenda_kept == kept


def test_the_tolerance_is_asked_for(workspace: Workspace) -> None:
    key = workspace.rows.meeting(START, actual_end=moment(START + timedelta(minutes=70)))
    workspace.rows.add("agenda_item", meeting_id=key, position=0, title="Mål", outcome="treated")
    assert workspace.facts(key, tolerance=10).agenda_kept == Share(1, 1)
    found = pulses(workspace.connection, tolerance=10)[GROUPS[0]]
    assert found.figures[Rate.AGENDA_KEPT].share == Share(1, 1)


def test_minutes_of_the_items_that_were_timed(workspace: Workspace) -> None:
    key = workspace.rows.meeting(START)
    for position, (planned, actual) in enumerate([(10, 15), (20, 0), (30, None)]):
        workspace.rows.add(
            "agenda_item",
            meeting_id=key,
            position=position,
            title="Soner",
            minutes=planned,
            actual_minutes=actual,
        )
    assert workspace.facts(key).item_minutes == ItemMinutes(30, 15)
    assert group_pulse(workspace.connection, GROUPS[0]).item_minutes == ItemMinutes(30, 15)


def test_asked_about_what_was_due_on_the_day(workspace: Workspace) -> None:
    key = workspace.rows.meeting(START)
    dues = [MONDAY - WEEK, MONDAY, MONDAY, MONDAY + timedelta(days=1), None]
    for number, (due, asked) in enumerate(zip(dues, (1, 1, 0, 1, 1), strict=True), start=1):
        workspace.rows.add(
            "follow_up",
            action_id=workspace.rows.action(number, MONDAY),
            meeting_id=key,
            day=day(MONDAY),
            due=due and day(due),
            asked=asked,
        )
    assert workspace.facts(key).followed_up == Share(2, 3)


def test_what_is_asked_at_the_board_between_meetings_counts_too(workspace: Workspace) -> None:
    rows = workspace.rows
    for weeks in range(3):
        rows.meeting(START + weeks * WEEK)
    one = rows.action(1, MONDAY)
    for days, asked in ((-1, 1), (2, 1), (8, 0), (30, 1)):
        told = day(MONDAY + timedelta(days=days))
        rows.add("follow_up", action_id=one, day=told, due=day(MONDAY), asked=asked)
    figure = group_pulse(workspace.connection, 1, last=2).figures[Rate.FOLLOWED_UP]
    assert (figure.share, figure.before) == (Share(1, 2), Share(1, 1))
    assert figure.meetings == Share()  # no meeting noted any


def test_every_way_to_contribute_counts_once(workspace: Workspace) -> None:
    key, rows = workspace.rows.meeting(START), workspace.rows
    rows.attendance(key, dict.fromkeys(PEOPLE, "on_time"))
    rows.add("contribution", meeting_id=key, person_id=1, had_a_say=1)
    rows.add("contribution", meeting_id=key, person_id=2, had_a_say=0)
    for number, person in enumerate((1, 2, 2, None), start=1):
        rows.add(
            "idea", number=number, text="Vogn", person_id=person, meeting_id=key, noted=day(MONDAY)
        )
    rows.action(1, MONDAY, meeting_id=key, owner_id=3)
    for position, (person, outcome) in enumerate([(4, "treated"), (5, "deferred")]):
        rows.add(
            "agenda_item",
            meeting_id=key,
            position=position,
            title="Soner",
            presenter_id=person,
            outcome=outcome,
        )
    assert workspace.facts(key).contributing == Share(4, 5)


def test_nobody_contributes_who_was_not_there(workspace: Workspace) -> None:
    key = workspace.rows.meeting(START)
    workspace.rows.attendance(key, {1: "late", 2: "absent"})
    workspace.rows.add("contribution", meeting_id=key, person_id=1, had_a_say=0)
    workspace.rows.action(1, MONDAY, meeting_id=key, owner_id=2)
    assert workspace.facts(key).contributing == Share(0, 1)


def test_without_a_word_noted_contributions_are_not_recorded(workspace: Workspace) -> None:
    key = workspace.rows.meeting(START)
    workspace.rows.attendance(key, {1: "on_time"})
    workspace.rows.action(1, MONDAY, meeting_id=key, owner_id=1)
    assert workspace.facts(key).contributing == Share()


@pytest.mark.parametrize("state", ["draft", "called", "in_progress", "cancelled"])
def test_meetings_that_are_not_closed_do_not_count(workspace: Workspace, state: str) -> None:
    key = workspace.rows.meeting(START, state=state)
    assert meeting_facts(workspace.connection, [key]) == []
    assert group_pulse(workspace.connection, GROUPS[0]).meetings == 0


def test_daily_meetings_do_not_count(workspace: Workspace) -> None:
    key = workspace.rows.meeting(START, kind="daily")
    assert meeting_facts(workspace.connection, [key]) == []
    assert group_pulse(workspace.connection, GROUPS[0]).meetings == 0


def test_facts_of_meetings_stand_in_the_order_of_time(workspace: Workspace) -> None:
    later = workspace.rows.meeting(START + WEEK)
    first = workspace.rows.meeting(START, group_id=None)
    found = meeting_facts(workspace.connection, [later, first])
    assert [(each.meeting_id, each.group_id) for each in found] == [(first, None), (later, 1)]


def test_the_last_eight_beside_the_eight_before(workspace: Workspace) -> None:
    for week in range(20):
        key = workspace.rows.meeting(START + week * WEEK)
        workspace.rows.attendance(key, {1: "on_time" if week >= 12 else "late"})
    found = group_pulse(workspace.connection, GROUPS[0])
    assert (found.meetings, found.first, found.last) == (8, MONDAY + 12 * WEEK, MONDAY + 19 * WEEK)
    assert found.figures[Rate.ON_TIME] == Figure(Share(8, 8), Share(8, 8), Share(0, 8))
    earlier = group_pulse(workspace.connection, GROUPS[0], last=3, before=MONDAY + 14 * WEEK)
    assert (earlier.first, earlier.last) == (MONDAY + 11 * WEEK, MONDAY + 13 * WEEK)
    assert earlier.figures[Rate.ON_TIME] == Figure(Share(2, 3), Share(2, 3), Share(0, 3))


def test_of_meetings_at_the_same_time_the_one_planned_later_is_the_newer(
    workspace: Workspace,
) -> None:
    keys = [workspace.rows.meeting(START) for _ in range(2)]
    for key, arrival in zip(keys, ("late", "on_time"), strict=True):
        workspace.rows.attendance(key, {1: arrival})
    found = group_pulse(workspace.connection, GROUPS[0], last=1)
    assert found.figures[Rate.ON_TIME] == Figure(Share(1, 1), Share(1, 1), Share(0, 1))


def test_a_period_ends_where_meetings_are_left_out(workspace: Workspace) -> None:
    for week in range(4):
        workspace.rows.meeting(START + week * WEEK)
    period = Period(MONDAY, MONDAY + 3 * WEEK)
    found = pulses(workspace.connection, period=period, before=MONDAY + 2 * WEEK)[GROUPS[0]]
    assert (found.meetings, found.first, found.last) == (2, *period)


def test_done_by_the_first_date_and_by_the_one_agreed_anew(workspace: Workspace) -> None:
    rows, due, new = workspace.rows, MONDAY + WEEK, MONDAY + 2 * WEEK
    for week in range(4):
        rows.meeting(START + week * WEEK)
    done = {"status": "done", "done": day(new)}
    in_time = rows.action(1, due, **done | {"due": day(new)})
    too_late = rows.action(2, due, **done | {"due": day(new)})
    for key, changed in ((in_time, due), (too_late, due + timedelta(days=1))):
        rows.add(
            "due_change",
            action_id=key,
            changed=day(changed),
            old_due=day(due),
            new_due=day(new),
            reason="Venter på deler",
        )
    rows.action(3, due, status="done", done=day(due))
    rows.action(4, due, status="cancelled")
    rows.action(5, due)
    rows.action(6, None)
    rows.action(7, MONDAY + 5 * WEEK)
    found = group_pulse(workspace.connection, GROUPS[0])
    assert found.figures[Rate.DONE_ON_TIME].share == Share(1, 4)
    assert found.agreed.share == Share(2, 4)


def test_every_group_has_a_pulse(workspace: Workspace) -> None:
    workspace.rows.meeting(START)
    assert [(key, each.meetings) for key, each in pulses(workspace.connection).items()] == [
        (1, 1),
        (2, 0),
        (3, 0),
    ]
    assert list(pulses(workspace.connection, [2])) == [2]


def test_the_tables_named_are_those_read(workspace: Workspace) -> None:
    """SQLite itself is asked what it reads."""
    read: set[str] = set()

    def note(action: int, table: str | None, *_: object) -> int:
        if action == 20 and table:  # SQLITE_READ
            read.add(table)
        return 0

    known = {row[0] for row in workspace.rows.raw.execute("SELECT name FROM sqlite_schema")}
    workspace.rows.raw.set_authorizer(note)
    pulses(workspace.connection)
    meeting_facts(workspace.connection, [1])
    workspace.rows.raw.set_authorizer(None)
    assert read & known == set(PULSE)


def in_a_history(workspace: Workspace, seed: int, check: Callable[[oracle.History], None]) -> None:
    """Check against a history that is gone afterwards."""
    raw = workspace.rows.raw
    raw.execute("BEGIN")
    try:
        at_random(workspace.rows, Random(seed))
        check(oracle.History.of(raw))
    finally:
        raw.execute("ROLLBACK")


SEEDS = st.integers(0, 2**32)
SOME_DAY = st.integers(-5, DAYS + 5).map(lambda days: FIRST + timedelta(days=days))


@pytest.fixture(scope="module")
def shared(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Workspace]:
    """One file for all random histories."""
    path = tmp_path_factory.mktemp("pulse") / "pulse.leandesk"
    with closing(new_database(path)) as raw, over(raw) as connection:
        yield Workspace(Rows(raw), connection)


@given(SEEDS, st.sampled_from([0, 5, 15]))
def test_facts_are_what_rows_say(shared: Workspace, seed: int, tolerance: int) -> None:
    def check(history: oracle.History) -> None:
        keys = [row["id"] for row in history.tables["meeting"]]
        found = meeting_facts(shared.connection, keys, tolerance=tolerance)
        held = history.held()
        assert found == [oracle.meeting_facts(history, row, tolerance) for row in held]

    in_a_history(shared, seed, check)


@given(SEEDS, st.integers(1, 5), st.none() | SOME_DAY)
def test_the_last_meetings_are_what_rows_say(
    shared: Workspace, seed: int, last: int, before: date | None
) -> None:
    def check(history: oracle.History) -> None:
        expected = {key: oracle.pulse_of_last(history, key, last, before) for key in GROUPS}
        assert pulses(shared.connection, last=last, before=before) == expected
        one = group_pulse(shared.connection, 2, last=last, before=before)
        assert one == expected[2]

    in_a_history(shared, seed, check)


@given(SEEDS, SOME_DAY, st.integers(0, DAYS))
def test_a_period_is_what_rows_say(shared: Workspace, seed: int, first: date, length: int) -> None:
    period = Period(first, first + timedelta(days=length))

    def check(history: oracle.History) -> None:
        expected = {key: oracle.pulse_within(history, key, period) for key in GROUPS}
        assert pulses(shared.connection, period=period) == expected
        assert pulses(shared.connection, [3, 1], period=period) == {
            key: expected[key] for key in (3, 1)
        }

    in_a_history(shared, seed, check)
