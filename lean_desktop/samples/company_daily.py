"""What the sample's daily meetings look at, and what was red in those that were held."""

from collections.abc import Iterator, Mapping, Sequence

from lean_desktop.samples.company import Company
from lean_desktop.samples.company_held import Row
from lean_desktop.samples.shipped import Words, shipped


def company_daily(
    company: Company, rows: Mapping[str, Sequence[Row]], words: Words
) -> dict[str, list[Row]]:
    """Rows of areas and marks; each area of a unit, or of all, is marked in each meeting held."""
    data = shipped("daily")
    areas = list(_areas(company, data["areas"], words))
    marks = [
        mark
        for name, red in data["red"].items()
        for mark in _marks(_held(rows, company.units[name]), areas, red, words)
    ]
    return {"daily_area": areas, "daily_mark": marks}


def _areas(
    company: Company, written: Sequence[tuple[str, Sequence[str]]], words: Words
) -> Iterator[Row]:
    named = [(unit, name) for unit, names in written for name in names]
    for place, (unit, name) in enumerate(named):
        own = company.units.get(unit)
        yield {"id": place + 1, "unit_id": own, "position": place, "name": words(name)}


def _held(rows: Mapping[str, Sequence[Row]], unit: int) -> list[Row]:
    """The latest first."""
    found = [
        each for each in rows["meeting"] if each["unit_id"] == unit and each["state"] == "closed"
    ]
    return sorted(found, key=lambda each: each["planned_start"], reverse=True)


def _marks(
    held: Sequence[Row], areas: Sequence[Row], red: Sequence[tuple[str, int, str]], words: Words
) -> Iterator[Row]:
    deviations = {(words(name), back): words(text) for name, back, text in red}
    for back, meeting in enumerate(held, 1):
        for area in areas:
            if area["unit_id"] in (None, meeting["unit_id"]):
                deviation = deviations.get((area["name"], back), "")
                told = {"red": bool(deviation), "deviation": deviation}
                yield {"meeting_id": meeting["id"], "area_id": area["id"], **told}
