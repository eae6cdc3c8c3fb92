"""The weekly pack: one file in printing order, read from a workspace, with nothing private in it."""

from collections.abc import Iterator
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import Connection

from lean_desktop.document.document import Document
from lean_desktop.domain.meeting_papers import WeekPack
from lean_desktop.domain.meetings import MeetingKind
from lean_desktop.domain.preparation import Asked
from lean_desktop.edits import actions, meeting_states, meetings, minutes, organisation
from lean_desktop.handouts.attendance import attendance
from lean_desktop.handouts.meetings import agenda
from lean_desktop.handouts.minutes import minutes as drawn_minutes
from lean_desktop.handouts.my_actions import my_actions
from lean_desktop.handouts.preparation import preparation
from lean_desktop.handouts.week_pack import week_pack
from lean_desktop.i18n import Language
from lean_desktop.queries import meeting_papers as queries
from lean_desktop.queries.meetings import meetings as read_meetings
from tests.handouts.agendas import EN, NB, SHEET, agenda_of, item
from tests.handouts.margins import astray
from tests.handouts.papers import HOSTILE, preparing
from tests.handouts.readers import outline_of, pages_of, text_of
from tests.plants import START, STEP, TODAY, Plant, new_plant

MONDAY = date(2026, 10, 5)
EMPTY = WeekPack(MONDAY, (), ())


@pytest.fixture
def week(tmp_path: Path) -> Iterator[tuple[Document, Plant]]:
    document, keys = new_plant(tmp_path)
    document.edit(STEP, _fill, keys)
    yield document, keys
    document.close()


def _fill(connection: Connection, /, keys: Plant) -> None:
    """Two meetings of that week, tasks and actions for some, and daily meetings of two units."""
    steering = meetings.plan_meeting(
        connection, group_id=keys.steering, start=datetime(2026, 10, 5, 8)
    )
    meetings.add_item(connection, steering, "Status", tasks=[Asked("Alles tall")])
    meetings.set_tasks(connection, 2, [Asked("Måle opp", keys.kari), Asked("Les avtalen")])
    actions.add_action(
        connection, "Merke", created=TODAY, group_id=keys.group, owner_id=keys.kari, due=TODAY
    )
    for unit, first in ((keys.foundry, 6), (keys.works, 5)):
        for day in (first, first + 1):
            start = datetime(2026, 10, day, 7)
            kind = MeetingKind.DAILY
            meetings.plan_meeting(connection, group_id=None, unit_id=unit, start=start, kind=kind)


def pack_of(document: Document, day: date = MONDAY) -> WeekPack:
    return document.read(queries.week_pack, day)


def test_first_the_week_then_each_agenda_with_its_sheets_then_the_days(
    week: tuple[Document, Plant],
) -> None:
    document, _ = week
    pdf = week_pack(pack_of(document), SHEET, EN)
    firsts = [(title, page) for level, title, page in outline_of(pdf) if level == 0]
    assert firsts == [
        ("Weekly pack · Week 41", 0),
        ("Styringsgruppe", 1),
        ("Montering", 2),
        ("Kari Solberg", 3),
        ("Produksjon · October 2026", 4),
        ("Støperi · October 2026", 5),
    ]
    assert pages_of(pdf) == 6


def test_the_week_at_a_glance(week: tuple[Document, Plant]) -> None:
    document, _ = week
    glance = text_of(week_pack(pack_of(document), SHEET, NB), 0)
    for told in (
        "Uke 41",
        "man. 5. okt. 08.00–08.45 Styringsgruppe 0 1",
        "tir. 6. okt. 13.00–13.45 Montering 1 2",
    ):
        assert told in glance


def test_only_who_has_a_task_of_their_own_gets_a_sheet(week: tuple[Document, Plant]) -> None:
    document, _ = week
    (steering, group) = pack_of(document).preparing
    assert steering == ()
    assert [each.person for each in group] == ["Kari Solberg"]


def test_a_week_in_two_months_has_a_sheet_for_each(week: tuple[Document, Plant]) -> None:
    document, keys = week
    for day in (datetime(2026, 10, 30, 7), datetime(2026, 11, 1, 7)):
        for unit in (keys.foundry, keys.works):
            document.edit(
                STEP,
                meetings.plan_meeting,
                group_id=None,
                unit_id=unit,
                start=day,
                kind=MeetingKind.DAILY,
            )
    months = pack_of(document, date(2026, 10, 28)).daily
    assert [(each.name, each.first) for each in months] == [
        ("Produksjon", date(2026, 10, 1)),
        ("Produksjon", date(2026, 11, 1)),
        ("Støperi", date(2026, 10, 1)),
        ("Støperi", date(2026, 11, 1)),
    ]


def test_daily_meetings_called_off_need_no_sheet_and_no_box(week: tuple[Document, Plant]) -> None:
    document, keys = week
    daily_keys = [
        each.id
        for each in document.read(read_meetings)
        if each.kind is MeetingKind.DAILY and each.unit_id == keys.works
    ]
    document.edit(STEP, meeting_states.cancel_meetings, daily_keys[:1])
    (works, _) = pack_of(document).daily
    assert works.planned == {date(2026, 10, 6)}
    document.edit(STEP, meeting_states.cancel_meetings, daily_keys[1:])
    assert [each.name for each in pack_of(document).daily] == ["Støperi"]


def test_what_is_over_or_called_off_is_not_handed_out(week: tuple[Document, Plant]) -> None:
    document, keys = week
    document.edit(STEP, meeting_states.close_meeting, keys.meeting)
    document.edit(STEP, meeting_states.cancel_meetings, [2])
    assert pack_of(document).agendas == ()


def test_a_week_without_any_meeting_says_so_on_one_page() -> None:
    pdf = week_pack(EMPTY, SHEET, EN)
    assert pages_of(pdf) == 1
    assert "No meeting is planned for this week." in text_of(pdf)
    assert "Ingen møter" in text_of(week_pack(EMPTY, SHEET, NB))


def test_a_week_of_daily_meetings_alone_does_not_say_that_there_are_none(
    week: tuple[Document, Plant],
) -> None:
    document, _ = week
    only_daily = pack_of(document)._replace(agendas=(), preparing=())
    assert "No meeting" not in text_of(week_pack(only_daily, SHEET, EN))


def test_a_meeting_without_a_name_is_called_one() -> None:
    loose = agenda_of(group="", group_id=None)
    text = text_of(week_pack(WeekPack(MONDAY, (loose,), ((),)), SHEET, EN), 0)
    assert "Tue 6 Oct 13:00–13:45 Meeting Tavlerom 2 0 1" in text


@pytest.mark.parametrize("t", [NB, EN])
@pytest.mark.parametrize("paper", ["A4", "A3"])
def test_everything_stays_inside_the_margins_and_as_it_was_written(t: Language, paper: str) -> None:
    sheet = SHEET._replace(paper=paper)
    whole = agenda_of([item(0, HOSTILE)], title=HOSTILE, place=HOSTILE, members=("Å" * 200,) * 40)
    papers = (preparing(HOSTILE),) * 3
    pack = WeekPack(MONDAY, (whole,) * 4, (papers,) * 4)
    pdf = week_pack(pack, sheet, t)
    assert not astray(pdf, sheet)
    assert pages_of(pdf) >= 1 + 4 * 4
    assert text_of(pdf, 0).replace(" ", "").count(HOSTILE.replace(" ", "")) == 8


SECRET = "Hemmelig_om_Ola"


def _whisper(connection: Connection, /, keys: Plant) -> None:
    """Every private note there may be of a meeting, and one for all."""
    meetings.change_meetings(connection, [keys.meeting], private_note=f"{SECRET}_1")
    minutes.add_note(connection, keys.meeting, f"{SECRET}_2", private=True)
    minutes.add_note(connection, keys.meeting, f"{SECRET}_3", 2, private=True)
    minutes.add_note(connection, keys.meeting, "Åpent notat", 2)


def test_no_private_note_is_on_any_sheet(week: tuple[Document, Plant]) -> None:
    document, keys = week
    document.edit(STEP, _whisper, keys)
    key, read = keys.meeting, document.read
    before = [
        agenda(read(queries.agenda, key), SHEET, NB),  # type: ignore[arg-type]
        preparation(read(queries.preparing, key), SHEET, NB),
        attendance(read(queries.attendants, key), SHEET, NB),  # type: ignore[arg-type]
        week_pack(pack_of(document), SHEET, NB),
        my_actions(read(queries.person_actions, today=TODAY), SHEET, NB),
    ]
    document.edit(STEP, meeting_states.close_meeting, key, end=START + timedelta(hours=1))
    told = read(queries.minutes, key)
    assert told
    after = drawn_minutes(told, SHEET, NB)
    assert "Åpent notat" in text_of(after)
    assert [SECRET in text_of(pdf) for pdf in (*before, after)] == [False] * 6


def test_forty_members_are_called_by_name_on_every_sheet(week: tuple[Document, Plant]) -> None:
    document, keys = week
    for number in range(40):
        person = document.edit(
            STEP, organisation.add_person, first_name=f"Deltaker{number}", last_name="Å"
        ).result
        document.edit(STEP, organisation.add_members, keys.group, [person])
    key = keys.meeting
    found, listed = document.read(queries.agenda, key), document.read(queries.attendants, key)
    assert found
    assert listed
    for pdf in (agenda(found, SHEET, NB), attendance(listed, SHEET, NB)):
        text = text_of(pdf)
        assert all(f"Deltaker{number} Å" in text for number in range(40))
        assert not astray(pdf, SHEET)
