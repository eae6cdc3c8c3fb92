"""Tables of what meetings recorded of one person, on the sheet that person is given."""

from datetime import date

import pytest

from lean_desktop.domain.actions import (
    Action,
    ActionStatus,
    Answer,
    Answered,
    DueChange,
    FollowUp,
    Source,
)
from lean_desktop.domain.ideas import Idea, IdeaState
from lean_desktop.domain.meetings import ItemKind
from lean_desktop.domain.minutes import Arrival, Arrived, How
from lean_desktop.domain.organisation import Person
from lean_desktop.domain.preparation import Task
from lean_desktop.domain.privacy import Mention, PersonRecord
from lean_desktop.domain.recorded import AskedOf, OwnAction, Ready, Recorded, Waiting
from lean_desktop.handouts.organisation import person_sheet
from tests.handouts.agendas import EN, MEETING, NB, SHEET, item
from tests.handouts.readers import outline_of, pages_of, text_of

BARE = PersonRecord(Person(7, "1027", "Linh", "Nguyễn"), (), (), (), (), ())
DAY = date(2026, 10, 6)
ACTION = Action(
    id=4,
    number=31,
    title="Bestille gulvtape",
    group_id=3,
    group="Montering",
    owner_id=7,
    owner="Linh Nguyễn",
    source=Source.MEETING,
    meeting_id=MEETING.id,
    item_id=None,
    created=DAY,
    first_due=date(2026, 10, 9),
    due=date(2026, 10, 16),
    done=None,
    status=ActionStatus.DOING,
    status_since=date(2026, 10, 7),
)
MOVED = DueChange(1, 4, date(2026, 10, 8), date(2026, 10, 9), date(2026, 10, 16), "Leveransen kom")
IDEA = Idea(2, 12, "Skyggetavle", 7, "Linh Nguyễn", 3, "Montering", IdeaState.DECLINED, "Dyrt", DAY)


def told(**held: object) -> str:
    """The English sheet of somebody of whom only this is held."""
    return text_of(person_sheet(BARE._replace(**held), SHEET, EN))  # type: ignore[arg-type]


def test_of_what_there_is_nothing_of_not_even_a_heading_stands() -> None:
    titles = [title for _, title, _ in outline_of(person_sheet(BARE, SHEET, EN))]
    assert titles == ["Linh Nguyễn", "About the person", "Groups", "Meetings", "Corrections"]


def test_each_kind_stands_under_its_heading() -> None:
    record = BARE._replace(
        asked=(AskedOf(MEETING, "Soner", Task(1, 1, "Måle opp")),),
        recorded=(Recorded(MEETING, had_a_say=True),),
        actions=(OwnAction(ACTION),),
        ideas=(IDEA,),
        waiting=(Waiting("Montering", item(0)),),
    )
    titles = [title for _, title, _ in outline_of(person_sheet(record, SHEET, EN))]
    assert titles[3:-1] == [
        *("Asked to prepare", "Recorded in meetings", "Actions", "Ideas"),
        "To present when there is time",
    ]


def test_a_task_to_prepare_with_its_item_and_its_last_day() -> None:
    asked = AskedOf(MEETING, "Soner", Task(1, 1, "Måle opp", 7, due=date(2026, 10, 5)))
    assert "06/10/2026 Forbedringsgruppe Montering, no. 14 Soner Måle opp 05/10/2026" in told(
        asked=(asked,)
    )


@pytest.mark.parametrize(
    ("recorded", "row"),
    [
        (Recorded(MEETING, Arrived(Arrival.ON_TIME)), "On time – –"),
        (Recorded(MEETING, Arrived(Arrival.LATE, 7)), "Late, 7 min – –"),
        (Recorded(MEETING, Arrived(Arrival.LATE)), "Late – –"),
        (
            Recorded(MEETING, Arrived(Arrival.EXCUSED, None, 2), "Pål Strand"),
            "Excused Represented by Pål Strand – –",
        ),
        (
            Recorded(MEETING, came_for=("Pål Strand", "Bo Li")),
            "Came instead of Pål Strand Came instead of Bo Li – –",
        ),
        (Recorded(MEETING, prepared=(Ready(How.PARTLY),)), "– Partly –"),
        (
            Recorded(MEETING, prepared=(Ready(How.YES, "Måle"), Ready(How.NO, "Lese"))),
            "– Prepared Måle Not prepared Lese –",
        ),
        (Recorded(MEETING, had_a_say=True), "– – Yes"),
        (Recorded(MEETING, had_a_say=False), "– – No"),
    ],
)
def test_what_was_recorded_in_a_meeting_and_a_dash_for_what_was_not(
    recorded: Recorded, row: str
) -> None:
    text = told(recorded=(recorded,))
    assert f"06/10/2026 Forbedringsgruppe Montering, no. 14 {row}" in text


def test_an_action_tells_what_was_asked_and_agreed_since() -> None:
    asked = (
        FollowUp(1, 4, 1, date(2026, 10, 8), None, Answered(True, Answer.ON_TRACK, None, "Snart")),
        FollowUp(2, 4, 1, date(2026, 10, 9), None, Answered(True)),
        FollowUp(3, 4, 1, date(2026, 10, 10), None, Answered(False)),
    )
    text = told(actions=(OwnAction(ACTION, (MOVED,), asked),))
    for line in (
        "31 Bestille gulvtape Montering",
        "08/10/2026: moved from 09/10/2026 to 16/10/2026: Leveransen kom",
        "08/10/2026: On track: Snart",
        "09/10/2026: Asked",
        "10/10/2026: Not asked",
        "09/10/2026 16/10/2026 Doing 07/10/2026",
    ):
        assert line in text


def test_an_action_without_a_date_or_a_group() -> None:
    alone = ACTION._replace(group="", first_due=None, due=None)
    text = told(actions=(OwnAction(alone),))
    assert "31 Bestille gulvtape Doing 07/10/2026" in text
    assert "None" not in text


def test_an_idea_with_why_it_was_declined() -> None:
    assert "12 06/10/2026 Skyggetavle Dyrt Montering Declined" in told(ideas=(IDEA,))


def test_an_item_that_waits() -> None:
    waiting = Waiting(
        "Montering", item(0, "Ny ovn", kind=ItemKind.DECISION, minutes=15, purpose="Velge")
    )
    assert "Montering Ny ovn Velge 15" in told(waiting=(waiting,))


@pytest.mark.parametrize(
    "mention",
    [
        Mention("preparation", 1, "task", "Linh Nguyễn måler", True),
        Mention("action", 4, "title", "Linh Nguyễn måler", True),
        Mention("due_change", 1, "reason", "Linh Nguyễn måler", True),
        Mention("follow_up", 3, "note", "Linh Nguyễn måler", True),
        Mention("idea", 2, "text", "Linh Nguyễn måler", True),
        Mention("idea", 2, "reason", "Linh Nguyễn måler", True),
        Mention("backlog_item", 1, "title", "Linh Nguyễn måler", True),
        Mention("backlog_item", 1, "purpose", "Linh Nguyễn måler", True),
    ],
)
def test_a_text_in_a_table_is_not_listed_among_the_texts_again(mention: Mention) -> None:
    answered = FollowUp(3, 4, None, DAY, None, Answered())
    held = {
        "asked": (AskedOf(MEETING, "Soner", Task(1, 1, "Måle")),),
        "actions": (OwnAction(ACTION, (MOVED,), (answered,)),),
        "ideas": (IDEA,),
        "waiting": (Waiting("Montering", item(0)),),
    }
    assert "Named in texts" not in told(mentions=(mention,), **held)
    assert "Named in texts" in told(mentions=(mention,))
    assert "Named in texts" in told(mentions=(mention._replace(id=99),), **held)


def test_many_years_of_meetings_flow_over_pages() -> None:
    arrived = Recorded(MEETING, Arrived(Arrival.LATE, 7), had_a_say=True)
    pdf = person_sheet(BARE._replace(recorded=(arrived,) * 300), SHEET, NB)
    assert pages_of(pdf) > 5
    assert text_of(pdf).count("For sent, 7 min") == 300
