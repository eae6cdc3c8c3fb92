"""What was recorded of the sample's meetings: times, outcomes, decisions, notes and ratings."""

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
from lean_desktop.samples.company_present import Present
from lean_desktop.samples.shipped import Words
from lean_desktop.samples.spread import Slot, astray, drawn

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


Decided = Mapping[str, Sequence[str]]
"""Decisions by the topic they are about, in the order they were made."""


def decisions(
    groups: Sequence[HeldByGroup], written: Mapping[str, Decided], words: Words
) -> tuple[list[Row], list[Row]]:
    """Rows of decisions, numbered by group and year, and the counters of their numbers."""
    numbers: Counter[str] = Counter()
    rows: list[Row] = []
    for group in groups:
        for meeting, item, text in _decided(group, written[group.name], words):
            year = meeting.day.year
            numbers[name := f"decision:{group.group_id}:{year}"] += 1
            placed = {"meeting_id": meeting.id, "agenda_item_id": item}
            numbered = {"year": year, "number": numbers[name]}
            rows.append({**placed, **numbered, "text": words(text)})
    return rows, [{"name": name, "value": value} for name, value in numbers.items()]


def _decided(group: HeldByGroup, written: Decided, words: Words) -> Iterator[tuple[Held, int, str]]:
    """One decision each time a topic is taken, as long as there are any about it."""
    left = {words(topic): iter(texts) for topic, texts in written.items()}
    for meeting in group.oldest_first:
        for item in meeting.items:
            if text := next(left.get(item["title"], iter(())), ""):
                yield meeting, item["id"], text


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
