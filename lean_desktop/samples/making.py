"""Making a new document and filling it; a file half made is taken away again.

What is made is told as the number of rows by table.
"""

import uuid
from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import date, datetime
from pathlib import Path

from lean_desktop.document.document import Document
from lean_desktop.edits import workspace
from lean_desktop.edits.filling import Rows, fill
from lean_desktop.queries.cascade import ready_phases
from lean_desktop.queries.roles import ready
from lean_desktop.queries.skills import ready_skills
from lean_desktop.samples.company import company
from lean_desktop.samples.company_cascade import company_cascade
from lean_desktop.samples.company_competence import company_competence
from lean_desktop.samples.company_goals import company_goals
from lean_desktop.samples.company_history import company_history
from lean_desktop.samples.company_meetings import company_meetings
from lean_desktop.samples.company_roles import company_roles
from lean_desktop.samples.generated import Size, groups, organisation
from lean_desktop.samples.generated_meetings import meetings
from lean_desktop.samples.generated_roles import roles
from lean_desktop.samples.shipped import words
from lean_desktop.samples.workdays import first_workday


def make_empty(path: Path, name: str) -> Counter[str]:
    """A new workspace with nothing in it yet. Raises KnownError; never overwrites."""
    return _make(path, str(uuid.uuid4()), name, "", ())


def make_sample(path: Path, now: datetime, code: str) -> Counter[str]:
    """A new workspace of the sample company, its first meeting ahead of `now`.

    Its texts are in the language `code`. Raises KnownError; never overwrites.
    """
    day, in_language = first_workday(now), words(code)
    made = company(day, in_language)
    planned = company_meetings(made, day, in_language)
    rows = {
        **made.rows,
        **company_roles(made, day, in_language, ready(code)),
        **company_goals(made, day, in_language),
        **company_competence(made, day, ready_skills(code), in_language),
        **company_cascade(made, day, ready_phases(code), in_language),
        **company_history(made, planned, day, in_language),
    }
    return _make(path, str(uuid.uuid4()), made.name, made.name, [rows])


def make_generated(path: Path, size: Size, now: datetime, code: str) -> Counter[str]:
    """A new workspace of that size, the same for the same size, day and language.

    Raises KnownError; never overwrites.
    """
    key = str(uuid.uuid5(uuid.NAMESPACE_URL, f"lean-desktop:{size}"))
    name = f"Verkstedindustri {size.people}"
    return _make(path, key, name, name, _portions(size, first_workday(now), code))


def _portions(size: Size, day: date, code: str) -> Iterator[Rows]:
    in_language = words(code)
    made = organisation(size, day, in_language)
    rows = {"unit": made.units, "person": made.people, **groups(size, made, day, in_language)}
    yield {**rows, **roles(rows, day, in_language, ready(code))}
    yield from meetings(size, rows, day, in_language)


def _make(path: Path, key: str, name: str, firm: str, portions: Iterable[Rows]) -> Counter[str]:
    made: Counter[str] = Counter()
    document = Document.create(path)
    try:
        document.aside(workspace.start, key, name, firm)
        for rows in portions:
            document.aside(fill, rows)
            made.update({table: len(new) for table, new in rows.items()})
    except BaseException:
        document.close()
        path.unlink(missing_ok=True)
        raise
    document.close()
    return made
