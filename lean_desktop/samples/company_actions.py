"""The sample's actions: those of the screens that are open, and those done before."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta
from itertools import count
from typing import Any, NamedTuple

from lean_desktop.samples.company import Company
from lean_desktop.samples.company_held import Held, HeldByGroup, Row
from lean_desktop.samples.shipped import Words
from lean_desktop.samples.spread import Slot, astray, drawn
from lean_desktop.samples.workdays import shifted

Plan = Mapping[str, Any]


PDCA = {"new": "", "planned": "plan", "doing": "do", "blocked": "check", "done": "act"}
"""How far round the circle the sample's actions have come, by their state."""


class Move(NamedTuple):
    """A date agreed anew, in a meeting or at the board."""

    changed: date
    due: date
    reason: str
    meeting_id: int | None = None


class Action(NamedTuple):
    """An action with its dates; `row` has the columns that need no working out."""

    number: int
    group_id: int | None
    created: date
    first_due: date | None
    done: date | None
    moves: tuple[Move, ...]
    row: Row

    def due_on(self, day: date) -> date | None:
        """The date agreed before that day began."""
        return next(
            (move.due for move in reversed(self.moves) if move.changed < day), self.first_due
        )

    def moved_in(self, meeting_id: int) -> Move | None:
        """The date agreed anew in that meeting, if any was."""
        return next((move for move in self.moves if move.meeting_id == meeting_id), None)


class Drafter:
    """Makes actions as they are on `day`."""

    def __init__(
        self, company: Company, groups: Sequence[HeldByGroup], day: date, words: Words
    ) -> None:
        self._people, self._day, self._words = company.people, day, words
        self._groups = {group.name: group for group in groups}

    def shown(self, plans: Sequence[Plan], ideas: Mapping[str, Row]) -> list[Action]:
        """The actions told one by one; `ideas` are the rows of ideas by their text."""
        return [self._shown(plan, ideas) for plan in plans]

    def _shown(self, plan: Plan, ideas: Mapping[str, Row]) -> Action:
        group = self._groups.get(plan["group"])
        meeting = group.meetings[plan["meeting"]] if group and "meeting" in plan else None
        created = meeting.day if meeting else self._back(plan["days"])
        due = [self._day + timedelta(days=days) for days in plan["due"]]
        idea = ideas.get(self._words(plan.get("idea", "")))
        done = self._back(plan["done"]) if "done" in plan else None
        row = self._row(plan["title"], plan["owner"], meeting) | {
            "status": plan["status"],
            "status_since": max(created, self._back(plan["since"])),
            "pdca": PDCA[plan["status"]],
        }
        if idea:
            row |= {"source": "idea", "idea_id": idea["id"]}
        moves = tuple(
            self._move(each, new, group)
            for each, new in zip(plan.get("moved", ()), due[1:], strict=False)
        )
        key = group.group_id if group else None
        return Action(plan["number"], key, created, due[0] if due else None, done, moves, row)

    def _move(self, plan: Plan, due: date, group: HeldByGroup | None) -> Move:
        reason = self._words(plan["reason"])
        if group and "meeting" in plan:
            meeting = group.meetings[plan["meeting"]]
            return Move(meeting.day, due, reason, meeting.id)
        return Move(self._back(plan["days"]), due, reason)

    def done_before(
        self, written: Mapping[str, Sequence[Sequence[str]]], taken: set[int]
    ) -> list[Action]:
        """The actions told by title and owner, made in one meeting and asked about in later ones.

        They get the numbers before those `taken` that are still free.
        """
        found = [
            action
            for name, titles in written.items()
            for action in self._of_group(self._groups[name], titles)
        ]
        free = [number for number in range(1, max(taken)) if number not in taken]
        in_order = sorted(found, key=lambda action: action.created)
        numbers = free[-len(in_order) :]
        return [
            action._replace(number=number) for number, action in zip(numbers, in_order, strict=True)
        ]

    def _of_group(self, group: HeldByGroup, titles: Sequence[Sequence[str]]) -> Iterator[Action]:
        born = group.spread_over(len(titles), until=2)
        asked = {(meeting.back - 1, index) for index, meeting in enumerate(born)}
        may_slip = {slot for slot in asked if slot[0] > 1}
        late = astray("done_on_time", may_slip, group.aims["done_on_time"])
        for index, ((title, owner), meeting) in enumerate(zip(titles, born, strict=True)):
            slot = (meeting.back - 1, index)
            own = self._row(title, owner, meeting) | {"status": "done", "pdca": PDCA["done"]}
            yield self._done(group, meeting, slot, own, late=slot in late)

    def _done(self, group: HeldByGroup, born: Held, slot: Slot, row: Row, *, late: bool) -> Action:
        at = group.meetings[slot[0]].day
        chance = drawn(group.name, *slot)
        due = at if late or chance % 3 else shifted(at, -2)
        done = group.meetings[max(1, slot[0] - 1 - chance % 2)].day if late else due
        row = {**row, "status_since": done}
        return Action(0, group.group_id, born.day, due, done, (), row)

    def _row(self, title: str, owner: str | None, meeting: Held | None) -> Row:
        return {
            "title": self._words(title),
            "owner_id": self._people[owner] if owner else None,
            "source": "meeting" if meeting else "own",
            "meeting_id": meeting.id if meeting else None,
            "agenda_item_id": meeting.topic if meeting else None,
            "idea_id": None,
        }

    def _back(self, days: int) -> date:
        return self._day - timedelta(days=days)


def action_rows(actions: Sequence[Action]) -> dict[str, list[Row]]:
    """Rows of actions and of the moves of their dates, in the order of their numbers."""
    keys = count(1)
    rows: dict[str, list[Row]] = {"action": [], "due_change": []}
    for key, action in enumerate(sorted(actions, key=lambda each: each.number), 1):
        due = action.first_due
        for move in action.moves:
            new = {"old_due": due, "new_due": move.due, "reason": move.reason}
            told = {"id": next(keys), "action_id": key, "changed": move.changed}
            rows["due_change"].append({**told, "meeting_id": move.meeting_id, **new})
            due = move.due
        rows["action"].append(
            {
                "id": key,
                "number": action.number,
                "group_id": action.group_id,
                **action.row,
                "created": action.created,
                "first_due": action.first_due,
                "due": due,
                "done": action.done,
            }
        )
    return rows
