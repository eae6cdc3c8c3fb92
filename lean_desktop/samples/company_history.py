"""What the sample company has behind it: minutes, actions, ideas and daily meetings."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta
from typing import Any

from lean_desktop.samples.company import Company
from lean_desktop.samples.company_actions import Drafter, action_rows
from lean_desktop.samples.company_boards import company_boards
from lean_desktop.samples.company_daily import company_daily
from lean_desktop.samples.company_follow_up import asked
from lean_desktop.samples.company_held import HeldByGroup, Row, held_by_group
from lean_desktop.samples.company_ideas import company_ideas
from lean_desktop.samples.company_minutes import (
    decisions,
    notes,
    ratings,
    with_outcomes,
    with_times,
)
from lean_desktop.samples.company_present import attended, had_a_say, prepared
from lean_desktop.samples.shipped import Words, shipped

Rows = dict[str, list[Row]]


def company_history(company: Company, planned: Rows, day: date, words: Words) -> Rows:
    """The planned meetings with what was recorded of those held, and all that came of them."""
    data = shipped("minutes")
    groups = held_by_group(company, planned, data["rates"])
    made = _actions(company, groups, day, words)
    counters = [_counter("action", made["action"]), _counter("idea", made["idea"])]
    decided, numbers = decisions(groups, data["decisions"], words)
    meetings = with_times(planned["meeting"], groups)
    rows = {
        **planned,
        "meeting": meetings,
        "agenda_item": with_outcomes(planned["agenda_item"], meetings),
        **company_boards(groups, words),
        **made,
        **company_daily(company, planned, words),
        "decision": decided,
        "meeting_note": list(notes(groups, data, words)),
        "counter": [*planned["counter"], *counters, *numbers],
    }
    return {**rows, **_people(groups, rows, data["late"])}


def _counter(name: str, rows: Sequence[Row]) -> Row:
    return {"name": name, "value": max(row["number"] for row in rows)}


def _actions(company: Company, groups: Sequence[HeldByGroup], day: date, words: Words) -> Rows:
    data = shipped("actions")
    ideas = company_ideas(company, groups, data["ideas"], words)
    drafter = Drafter(company, groups, day, words)
    shown = drafter.shown(data["open"], {each["text"]: each for each in ideas})
    reasons = [words(reason) for reason in data["reasons"]]
    done = drafter.done_before(data["done"], {action.number for action in shown})
    told = asked(groups, [*shown, *done], reasons)
    rows = action_rows(told.actions)
    keys = {each["number"]: each["id"] for each in rows["action"]}
    follow_ups = [{"action_id": keys[number], **row} for number, row in told.follow_ups]
    raised = list(_raised(groups, data["raised"], keys, day, words))
    return {"idea": ideas, **rows, "follow_up": follow_ups, "escalation": raised}


def _raised(
    groups: Sequence[HeldByGroup],
    plans: Sequence[Mapping[str, Any]],
    keys: Mapping[int, int],
    day: date,
    words: Words,
) -> Iterator[Row]:
    """What groups took to the steering group; it answers in its latest meeting, or not yet."""
    by_name = {group.name: group for group in groups}
    above = by_name["Styringsgruppe"]
    for plan in plans:
        answering = above.meetings[1] if "answer" in plan else None
        counted_from = answering.day if answering else day
        yield {
            "action_id": keys[plan["action"]] if "action" in plan else None,
            "text": words(plan["text"]),
            "from_group_id": by_name[plan["from"]].group_id,
            "to_group_id": above.group_id,
            "raised": counted_from - timedelta(days=plan["days"]),
            "answer": words(plan.get("answer", "")),
            "answered": answering.day if answering else None,
            "agenda_item_id": answering.topic if answering else None,
        }


def _people(groups: Sequence[HeldByGroup], rows: Rows, late: Sequence[int]) -> Rows:
    active = set(_active(rows))
    came = [row for group in groups for row in attended(group, active, late)]
    present: dict[int, list[int]] = defaultdict(list)
    for row in came:
        if row["arrival"] in ("on_time", "late"):
            present[row["meeting_id"]].append(row["person_id"])
    tasks: dict[int, list[Row]] = defaultdict(list)
    for task in rows["preparation"]:
        tasks[task["agenda_item_id"]].append(task)
    return {
        "attendance": [*came, *rows["attendance"]],
        "prepared": [row for group in groups for row in prepared(group, present, tasks)],
        "contribution": [row for group in groups for row in had_a_say(group, present, active)],
        "rating": list(ratings(groups, present)),
    }


def _active(rows: Rows) -> Iterator[tuple[int, int]]:
    """Meetings and people of whom something is told, so that they were there and had a say."""
    for meeting in rows["meeting"]:
        yield meeting["id"], meeting["chair_id"]
        yield meeting["id"], meeting["note_taker_id"]
    for item in rows["agenda_item"]:
        if item["outcome"] == "treated":
            yield item["meeting_id"], item["presenter_id"]
    for idea in rows["idea"]:
        yield idea["meeting_id"], idea["person_id"]
    for action in rows["action"]:
        yield action["meeting_id"], action["owner_id"]
