"""What was recorded of the sample's meetings: times, who came and how, outcomes and decisions."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from datetime import timedelta
from itertools import count, cycle
from typing import Any

from lean_desktop.samples.company_held import (
    TOPIC_ITEM,
    Held,
    HeldByGroup,
    Row,
    is_held,
)
from lean_desktop.samples.shipped import Words
from lean_desktop.samples.spread import Aim, Slot, astray, drawn

SELDOM = Aim(now=93, before=93)
ABSENT_EVERY = 4
DEFERRED_EVERY = 5
PRIVATE_EVERY = 4


def with_times(meetings: Sequence[Row], groups: Sequence[HeldByGroup]) -> list[Row]:
    """The meetings with the times they began and ended, when they were held."""
    overran = {
        group.meetings[back].id
        for group in groups
        for back, _ in astray("agenda_kept", _slots(group), group.aims["agenda_kept"])
    }
    return [
        {**each, **_times(each, each["id"] in overran)} if each["state"] == "closed" else each
        for each in meetings
    ]


def _slots(group: HeldByGroup) -> set[Slot]:
    return {(back, 0) for back in group.meetings}


def _times(meeting: Row, overran: bool) -> Row:
    chance = drawn("times", meeting["group_id"], meeting["number"])
    if not is_held(meeting):
        return {"actual_start": meeting["planned_start"], "actual_end": meeting["planned_end"]}
    late = 7 + chance % 6 if overran else chance % 6 - 2
    return {
        "actual_start": meeting["planned_start"] + timedelta(minutes=chance % 3),
        "actual_end": meeting["planned_end"] + timedelta(minutes=late),
    }


def with_outcomes(items: Sequence[Row], meetings: Sequence[Row]) -> list[Row]:
    """The agenda items with what became of them, and in every other meeting the minutes taken."""
    held = {each["id"]: each for each in meetings if is_held(each)}
    planned: Counter[int] = Counter()
    for item in items:
        if item["meeting_id"] in held and _outcome(item, held[item["meeting_id"]]) == "treated":
            planned[item["meeting_id"]] += item["minutes"]
    return [
        _taken(item, held[item["meeting_id"]], planned[item["meeting_id"]])
        if item["meeting_id"] in held
        else item
        for item in items
    ]


def _outcome(item: Row, meeting: Row) -> str:
    """The item after the topic is the one that waits, now and then."""
    may_wait = item["position"] == TOPIC_ITEM + 1
    chance = drawn("deferred", meeting["group_id"], meeting["number"])
    deferred = may_wait and chance % DEFERRED_EVERY == 0
    return "deferred" if deferred else "treated"


def _taken(item: Row, meeting: Row, planned: int) -> Row:
    """The topic took what the others left."""
    outcome = _outcome(item, meeting)
    minutes = None
    if outcome == "treated" and meeting["number"] % 2:
        whole = int((meeting["actual_end"] - meeting["actual_start"]).total_seconds()) // 60
        extra = whole - planned if item["position"] == TOPIC_ITEM else 0
        minutes = max(1, item["minutes"] + extra)
    return {**item, "outcome": outcome, "actual_minutes": minutes}


Present = Mapping[int, Sequence[int]]
"""By meeting, who was there."""


def attended(
    group: HeldByGroup, active: set[tuple[int, int]], late_minutes: Sequence[int]
) -> Iterator[Row]:
    """Who came and how. Whoever was `active` in a meeting, by its key and theirs, was there."""
    slots = {(meeting.back, person) for meeting in group.oldest_first for person in meeting.members}
    passive = {slot for slot in slots if not _was_active(group, slot, active)}
    away = astray("excused", passive, SELDOM)
    not_on_time = astray("on_time", slots - away, group.aims["on_time"])
    for meeting in group.oldest_first:
        for person in meeting.members:
            slot = (meeting.back, person)
            how = _arrival(slot, away, not_on_time, passive)
            minutes = late_minutes[drawn("late", *slot) % len(late_minutes)]
            yield {
                "meeting_id": meeting.id,
                "person_id": person,
                "arrival": how,
                "late_minutes": minutes if how == "late" else None,
            }


def _was_active(group: HeldByGroup, slot: Slot, active: set[tuple[int, int]]) -> bool:
    return (group.meetings[slot[0]].id, slot[1]) in active


def _arrival(slot: Slot, away: set[Slot], not_on_time: set[Slot], passive: set[Slot]) -> str:
    if slot in away:
        return "excused"
    if slot not in not_on_time:
        return "on_time"
    absent = slot in passive and drawn("absent", *slot) % ABSENT_EVERY == 0
    return "absent" if absent else "late"


def had_a_say(group: HeldByGroup, present: Present, active: set[tuple[int, int]]) -> Iterator[Row]:
    """Who had a say. Whoever had an item, an idea or a new action is not silent."""
    slots = {
        (meeting.back, person) for meeting in group.oldest_first for person in present[meeting.id]
    }
    silent = _silent(group, slots, active)
    for back, person in sorted(slots, reverse=True):
        meeting = group.meetings[back]
        said = (back, person) not in silent
        yield {"meeting_id": meeting.id, "person_id": person, "had_a_say": said}


def _silent(group: HeldByGroup, slots: set[Slot], active: set[tuple[int, int]]) -> set[Slot]:
    """So many of those who may have been silent that the aim is met among all."""
    aim = group.aims["contributing"]
    passive = {slot for slot in slots if not _was_active(group, slot, active)}
    share = len(slots) / max(1, len(passive))
    now, before = (max(0, 100 - (100 - each) * share) for each in (aim.now, aim.before))
    return astray("contributing", passive, Aim(now, before, aim.calm))


def prepared(
    group: HeldByGroup, present: Present, tasks: Mapping[int, Sequence[Row]]
) -> Iterator[Row]:
    """Whether those who came had prepared the tasks of each item that asked them."""
    asked = [
        (meeting, person, task["id"])
        for meeting in group.oldest_first
        for item in meeting.items
        for task in tasks.get(item["id"], ())
        for person in present[meeting.id]
        if task["person_id"] in (None, person)
    ]
    # A person and a task in one number, so that a slot says which of the two is meant.
    keys = [(meeting.back, task * 1000 + person) for meeting, person, task in asked]
    missing = astray("prepared", keys, group.aims["prepared"])
    for (meeting, person, task), slot in zip(asked, keys, strict=True):
        how = "yes" if slot not in missing else ("partly" if drawn(*slot) % 2 else "no")
        yield {
            "meeting_id": meeting.id,
            "person_id": person,
            "preparation_id": task,
            "how": how,
        }


def decisions(
    groups: Sequence[HeldByGroup], written: Mapping[str, Sequence[str]], words: Words
) -> tuple[list[Row], list[Row]]:
    """Rows of decisions, numbered by group and year, and the counters of their numbers."""
    numbers: Counter[str] = Counter()
    rows: list[Row] = []
    for group in groups:
        texts = written[group.name]
        for text, meeting in zip(texts, group.spread_over(len(texts)), strict=True):
            numbers[name := f"decision:{group.group_id}:{meeting.day.year}"] += 1
            rows.append(
                {
                    "meeting_id": meeting.id,
                    "agenda_item_id": meeting.topic,
                    "year": meeting.day.year,
                    "number": numbers[name],
                    "text": words(text),
                }
            )
    return rows, [{"name": name, "value": value} for name, value in numbers.items()]


def notes(groups: Sequence[HeldByGroup], data: Mapping[str, Any], words: Words) -> Iterator[Row]:
    """A note in every other meeting, and now and then a private one."""
    texts, private = cycle(data["notes"]), cycle(data["private_notes"])
    for group in groups:
        for meeting in group.oldest_first:
            if meeting.back % 2 == 0:
                yield _note(meeting, words(next(texts)), private=False)
            if meeting.back % PRIVATE_EVERY == 1:
                yield _note(meeting, words(next(private)), private=True)


def _note(meeting: Held, text: str, *, private: bool) -> Row:
    item = None if private else meeting.topic
    return {"meeting_id": meeting.id, "agenda_item_id": item, "private": private, "text": text}


def ratings(groups: Sequence[HeldByGroup], present: Present) -> Iterator[Row]:
    """An answer of each who was there but one, in every other meeting."""
    keys = count(1)
    for group in groups:
        for meeting in group.oldest_first:
            for place, _ in enumerate(present[meeting.id][1:] if meeting.back % 2 else ()):
                chance = drawn(group.name, meeting.back, place)
                yield {
                    "id": next(keys),
                    "meeting_id": meeting.id,
                    "preparation": 3 + chance % 3,
                    "running": 4 + chance // 3 % 3,
                    "benefit": 3 + chance // 9 % 4,
                }
