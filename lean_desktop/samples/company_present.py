"""Who came to the sample's meetings and how: on time, prepared, and with something to say."""

from collections.abc import Iterator, Mapping, Sequence

from lean_desktop.samples.company_held import HeldByGroup, Row
from lean_desktop.samples.spread import Aim, Slot, astray, drawn

SELDOM = Aim(now=93, before=93)
ABSENT_EVERY = 4

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
