"""The sample's ideas, most of them said in a meeting."""

from collections.abc import Iterator, Mapping, Sequence
from operator import itemgetter

from lean_desktop.samples.company import Company
from lean_desktop.samples.company_held import HeldByGroup, Row
from lean_desktop.samples.shipped import Words

ROUND_OF_IDEAS = "Nye forbedringsforslag"


def company_ideas(
    company: Company,
    groups: Sequence[HeldByGroup],
    written: Mapping[str, Sequence[Sequence[str]]],
    words: Words,
) -> list[Row]:
    """Rows of ideas, numbered in the order they came up; `written` are those of each group."""
    found = [
        row for group in groups for row in _of_group(company, group, written[group.name], words)
    ]
    in_order = sorted(found, key=itemgetter("noted"))
    return [{"id": number, "number": number, **row} for number, row in enumerate(in_order, 1)]


def _of_group(
    company: Company, group: HeldByGroup, written: Sequence[Sequence[str]], words: Words
) -> Iterator[Row]:
    meetings = group.spread_over(len(written))
    for (text, person, state, *reason), meeting in zip(written, meetings, strict=True):
        asked = words(ROUND_OF_IDEAS)
        items = [item["id"] for item in meeting.items if item["title"] == asked]
        yield {
            "text": words(text),
            "person_id": company.people[person],
            "group_id": group.group_id,
            "meeting_id": meeting.id,
            "agenda_item_id": items[0] if items else meeting.topic,
            "state": state,
            "reason": words(reason[0]) if reason else "",
            "noted": meeting.day,
        }
