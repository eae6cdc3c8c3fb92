"""What a group has agreed to take up in every meeting comes onto the agendas it gets."""

from datetime import timedelta

from lean_desktop.document.document import Document
from lean_desktop.domain.meetings import ItemKind, MeetingKind, MeetingTemplate, TemplateItem
from lean_desktop.domain.recurrence import WhenClosed
from lean_desktop.edits import agreements, meetings, series
from lean_desktop.queries.meetings import items, meetings_of_series
from tests.dumps import dump
from tests.plants import START, STEP, TODAY, Plant

Planted = tuple[Document, Plant]

TEMPLATE = MeetingTemplate(
    "own",
    MeetingKind.IMPROVEMENT,
    "Egen",
    "",
    45,
    items=(
        TemplateItem("Sikkerhet", ItemKind.ROUND, 3),
        TemplateItem("Oppsummering", ItemKind.ROUND, 2, protected=True),
    ),
)


def agree(plant: Planted, text: str, since: int = -30) -> None:
    document, keys = plant
    document.edit(
        STEP,
        agreements.make_agreement,
        keys.group,
        ground_rules="Presis",
        standing_items=text,
        valid_from=TODAY + timedelta(days=since),
    )


def planned(plant: Planted) -> list[tuple[str, int, bool]]:
    document, keys = plant
    key = document.edit(
        STEP, meetings.plan_meeting, group_id=keys.group, start=START, template=TEMPLATE
    ).result
    found = document.read(items, meeting_id=key)
    return [(each.title, each.minutes, each.standing) for each in found]


def test_they_stand_before_what_closes_the_agenda_and_only_once(plant: Planted) -> None:
    agree(plant, "SIKKERHET 10 min\nRunde: hva lærte vi? 8 min\n\nTavla")
    assert planned(plant) == [
        ("Sikkerhet", 3, False),
        ("Runde: hva lærte vi?", 8, True),
        ("Tavla", 5, True),
        ("Oppsummering", 2, False),
    ]


def test_an_agreement_that_does_not_hold_on_the_day_adds_nothing(plant: Planted) -> None:
    agree(plant, "Tavla", since=400)
    assert [title for title, *_ in planned(plant)] == ["Sikkerhet", "Oppsummering"]


def test_a_series_has_them_in_each_meeting_and_undo_takes_all_back(plant: Planted) -> None:
    document, keys = plant
    agree(plant, "Tavla")
    before = dump(document)
    key = document.edit(
        STEP,
        series.plan_series,
        group_id=keys.group,
        unit_id=None,
        kind=MeetingKind.IMPROVEMENT,
        title="",
        place="",
        first_start=START,
        minutes=45,
        rule="FREQ=WEEKLY",
        when_closed=WhenClosed.AFTER,
        planned_to=TODAY + timedelta(days=15),
        template=TEMPLATE,
    ).result
    for meeting_id in document.read(meetings_of_series, key):
        titles = [each.title for each in document.read(items, meeting_id=meeting_id)]
        assert titles == ["Sikkerhet", "Tavla", "Oppsummering"]
    document.undo()
    assert dump(document) == before
