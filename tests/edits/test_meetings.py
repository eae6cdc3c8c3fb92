"""Edits of meetings and agendas: what they do, what they refuse, and that undo takes it back."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest

from lean_desktop.document.document import Document
from lean_desktop.domain.errors import RuleBroken
from lean_desktop.domain.meetings import ItemKind, MeetingKind, MeetingTemplate, TemplateItem
from lean_desktop.domain.meetings import PresenterRole as Role
from lean_desktop.edits import meetings as edits
from lean_desktop.queries import meetings as queries
from tests.dumps import dump
from tests.plants import START, STEP, Plant

Planted = tuple[Document, Plant]
Change = Callable[[Plant], tuple[Callable[..., Any], tuple[Any, ...], dict[str, Any]]]

TEMPLATE = MeetingTemplate(
    "own-1",
    MeetingKind.BOARD,
    "Tavlemøte",
    "Se, spør, avtal",
    15,
    (
        TemplateItem("Siden sist", ItemKind.ROUND, 5, Role.CHAIR, "Alle kort", "Oppdater kortet"),
        TemplateItem("Nye kort", ItemKind.DECISION, 5, Role.NOTE_TAKER),
        TemplateItem("Slutt", ItemKind.INFORMATION, 5, Role.NOBODY),
    ),
)

CHANGES: dict[str, Change] = {
    "plan": lambda p: (
        edits.plan_meeting,
        (),
        {"group_id": p.group, "start": START, "template": TEMPLATE},
    ),
    "change": lambda p: (edits.change_meetings, ([p.meeting],), {"place": "Tavlerom 2"}),
    "move": lambda p: (
        edits.change_meetings,
        ([p.meeting],),
        {"planned_start": START + timedelta(days=1)},
    ),
    "remove": lambda p: (edits.remove_meetings, ([p.meeting],), {}),
    "add item": lambda p: (edits.add_item, (p.meeting, "Ny"), {"at": 1}),
    "add items": lambda p: (
        edits.add_items,
        (p.meeting, [{"title": f"Sak {n}", "minutes": n} for n in range(20)]),
        {},
    ),
    "change items": lambda p: (edits.change_items, ([1, 2],), {"kind": ItemKind.ROUND}),
    "move item": lambda p: (edits.move_item, (3, 0), {}),
    "remove items": lambda p: (edits.remove_items, ([1, 2],), {}),
    "guest": lambda p: (edits.add_guest, (p.meeting,), {"name": "Gjest"}),
    "template": lambda p: (edits.save_template, (TEMPLATE,), {}),
}


@pytest.mark.parametrize("name", CHANGES)
def test_each_is_one_step_that_undo_takes_back_and_redo_repeats(plant: Planted, name: str) -> None:
    document, keys = plant
    before = dump(document)
    change, args, fields = CHANGES[name](keys)
    document.edit(STEP, change, *args, **fields)
    after = dump(document)
    assert after != before
    document.undo()
    assert dump(document) == before
    document.redo()
    assert dump(document) == after


def titles(document: Document, meeting: int) -> list[str]:
    return [item.title for item in document.read(queries.items, meeting_id=meeting)]


def test_a_meeting_from_a_template_has_its_people_in_place_of_roles(plant: Planted) -> None:
    document, keys = plant
    document.edit(STEP, edits.change_meetings, [keys.meeting], place="Tavlerom 2")
    key = document.edit(
        STEP,
        edits.plan_meeting,
        group_id=keys.group,
        start=START + timedelta(days=7),
        template=TEMPLATE,
    ).result
    (meeting,) = document.read(queries.meetings, [key])
    assert (meeting.number, meeting.kind, meeting.place) == (2, MeetingKind.BOARD, "Tavlerom 2")
    assert (meeting.planned_minutes, meeting.purpose) == (15, "Se, spør, avtal")
    items = document.read(queries.items, meeting_id=key)
    assert [item.presenter for item in items] == ["Åse Ødegård", "Kari Solberg", ""]
    assert (items[0].purpose, [task.task for task in items[0].tasks]) == (
        "Alle kort",
        ["Oppdater kortet"],
    )


def test_a_number_is_never_given_twice(plant: Planted) -> None:
    document, keys = plant
    later = START + timedelta(days=7)
    document.edit(STEP, edits.plan_meeting, group_id=keys.group, start=later)
    document.undo()
    document.edit(STEP, edits.remove_meetings, [keys.meeting])
    second = document.edit(STEP, edits.plan_meeting, group_id=keys.group, start=later).result
    (meeting,) = document.read(queries.meetings, [second])
    assert meeting.number == 3


def test_moving_the_start_keeps_the_length(plant: Planted) -> None:
    document, keys = plant
    start = START + timedelta(days=3, hours=2)
    document.edit(STEP, edits.change_meetings, [keys.meeting], planned_start=start)
    (meeting,) = document.read(queries.meetings)
    assert (meeting.planned_start, meeting.planned_minutes) == (start, 45)


def test_items_keep_an_unbroken_order(plant: Planted) -> None:
    document, keys = plant
    document.edit(STEP, edits.add_item, keys.meeting, "Først", at=0)
    document.edit(STEP, edits.move_item, 1, 99)
    assert titles(document, keys.meeting) == ["Først", "Soner", "Oppsummering", "Velkommen"]
    document.edit(STEP, edits.remove_items, [2])
    items = document.read(queries.items, meeting_id=keys.meeting)
    assert [item.position for item in items] == [0, 1, 2]
    assert not document.edit(STEP, edits.move_item, items[0].id, 0).changes


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        (lambda p: (edits.add_item, (p.meeting, " "), {}), "cannot be empty"),
        (lambda p: (edits.add_item, (p.meeting, "x" * 501), {}), "at most 500"),
        (lambda p: (edits.change_items, ([1],), {"minutes": 1441}), "longer than a day"),
        (lambda p: (edits.change_items, ([1],), {"section": "x" * 201}), "at most 200"),
        (lambda p: (edits.move_item, (1, 2), {"section": "x" * 201}), "at most 200"),
        (lambda p: (edits.change_meetings, ([p.meeting],), {"planned_end": START}), "before it"),
        (lambda p: (edits.add_guest, (p.meeting,), {"name": " "}), "cannot be empty"),
        (
            lambda p: (
                edits.save_template,
                (MeetingTemplate("a", MeetingKind.OTHER, "", "", 5, ()),),
                {},
            ),
            "cannot be empty",
        ),
        (
            lambda p: (
                edits.save_template,
                (MeetingTemplate("a", MeetingKind.OTHER, "A", "", 0, ()),),
                {},
            ),
            "between one minute",
        ),
    ],
)
def test_what_cannot_be_is_refused_and_nothing_happens(
    plant: Planted, change: Change, sentence: str
) -> None:
    document, keys = plant
    before, label = dump(document), document.undo_label
    what, args, fields = change(keys)
    with pytest.raises(RuleBroken, match=sentence):
        document.edit(STEP, what, *args, **fields)
    assert (dump(document), document.undo_label) == (before, label)
