"""The plan of an import: every row looked at in the light of all the others."""

from collections.abc import Sequence

from lean_desktop.domain.errors import RuleBroken
from lean_desktop.domain.organisation import Person, Unit
from lean_desktop.domain.people_import.cells import Cleaned
from lean_desktop.domain.people_import.columns import IDENTIFYING, Columns, Field, PeopleList
from lean_desktop.domain.people_import.draft import Draft
from lean_desktop.domain.people_import.managers import assign_managers
from lean_desktop.domain.people_import.matching import match
from lean_desktop.domain.people_import.planned import ImportPlan
from lean_desktop.domain.people_import.reading import CellReader
from lean_desktop.domain.people_import.units import assign_units
from lean_desktop.i18n import M_, Language


def plan_import(
    source: PeopleList,
    columns: Columns,
    people: Sequence[Person],
    units: Sequence[Unit],
    t: Language,
) -> ImportPlan:
    """What taking in `source` would do to `people` and `units`, which are all there are.

    Blank cells never erase anything. `t` is the language in which days may be written. Raises
    RuleBroken when no column says who a row is about.
    """
    if IDENTIFYING.isdisjoint(columns):
        raise RuleBroken(M_("Choose the column that holds the names."))
    drafts, blank = _drafts(source, columns)
    _refuse_torn_rows(source, drafts)
    match(drafts, people)
    headings = source.headings
    named = {field: headings[at] for field, at in columns.items() if at < len(headings)}
    new_units = _fill_in([draft for draft in drafts if not draft.refused], named, people, units, t)
    return ImportPlan([draft.planned() for draft in drafts], new_units, blank, people, units)


def _drafts(source: PeopleList, columns: Columns) -> tuple[list[Draft], int]:
    """A draft for each row with anything in it, and how many rows have nothing."""
    clean, places = Cleaned(), list(columns.items())
    drafts, blank = [], 0
    for number, row in source.records():
        width = len(row)
        texts = {field: text for field, at in places if at < width and (text := clean[row[at]])}
        if texts or any(clean[cell] for cell in row):
            drafts.append(Draft(number, texts))
        else:
            blank += 1
    return drafts, blank


def _refuse_torn_rows(source: PeopleList, drafts: Sequence[Draft]) -> None:
    """A row with more cells than there are headings has one torn in two: all after it is shifted."""
    if source.header is None:
        return
    width = len(source.rows[source.header])
    for draft in drafts:
        row = source.rows[draft.row - 1]
        if len(row) > width and any(cell.strip() for cell in row[width:]):
            draft.refuse(
                M_(
                    "The row has {n} cells, and there are {most} headings. A cell in which the"
                    " separator stands needs quotation marks around it.",
                    n=len(row),
                    most=width,
                )
            )


def _fill_in(
    drafts: Sequence[Draft],
    headings: dict[Field, str],
    people: Sequence[Person],
    units: Sequence[Unit],
    t: Language,
) -> list[str]:
    """Values, units and managers of the drafts; the names of the units to be created."""
    reader = CellReader(drafts, headings, t)
    for draft in drafts:
        reader.read(draft)
    taken = [draft for draft in drafts if not draft.refused]
    created = 0
    for draft in taken:
        created -= draft.person is None
        draft.key = draft.person.id if draft.person else created
    new_units = assign_units(taken, units, headings.get(Field.UNIT, ""))
    assign_managers(taken, people, headings.get(Field.MANAGER, ""))
    return new_units
