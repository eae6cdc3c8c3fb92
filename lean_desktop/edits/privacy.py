"""Taking away who a person is, everywhere in the workspace."""

from datetime import date
from typing import Any

from sqlalchemy import Connection, delete, update

from lean_desktop.document.schema import metadata
from lean_desktop.document.schema.meetings import meeting_guest
from lean_desktop.document.schema.organisation import person, reporting_line
from lean_desktop.document.schema.workspace import draft
from lean_desktop.domain.errors import RuleBroken
from lean_desktop.domain.organisation import Person
from lean_desktop.domain.privacy import Mention, Traces
from lean_desktop.edits import rows
from lean_desktop.edits.workspace import next_number
from lean_desktop.i18n import M_
from lean_desktop.queries.organisation import people
from lean_desktop.queries.privacy import mentions, traces_of

NAMELESS = "Anonym {n}"
"""What stands instead of a name: the same in both languages, and never given twice."""


def anonymise(connection: Connection, /, person_id: int) -> str:
    """Replace everything that says who the person is; what is left stands under the new name.

    Group memberships, meetings and the unit stay, so that figures do; whom the person answers and
    answered to goes. So does what was recorded, and for the same reason, each row pointing at the
    nameless one:

    - attendance, who came instead of whom, prepared and contribution: a meeting's figures count
      people, and those of the pulse count rows;
    - levels and what was assessed, practised and trained: coverage of past days counts them;
    - tasks to prepare, actions had and helped with, ideas and items that wait: they are the group's work, which goes on
      or is counted as done; who takes one over is for the group to say.

    What is written of these, the private notes too, is replaced as all other texts, in closed
    meetings as well: that nobody is named is not a change of the minutes. Texts keep what is not
    certainly the person's; `queries.privacy.mentions` lists it. Raises RuleBroken when the person
    is gone. Backups and the undo history still know, the latter until the file is closed.
    """
    found = people(connection, [person_id], today=date.min)
    if not found:
        raise RuleBroken(M_("This person is no longer in the workspace."))
    nameless = NAMELESS.format(n=next_number(connection, "anonymous"))
    traces = traces_of(connection, found[0])
    for mention in mentions(connection, person_id):
        _take_away(connection, mention, traces, nameless)
    named = meeting_guest.c.person_id == person_id
    connection.execute(update(meeting_guest).where(named).values(name=""))
    connection.execute(delete(reporting_line).where(reporting_line.c.person_id == person_id))
    rows.change(connection, person, [person_id], _without_identity(found[0], nameless))
    return nameless


def _take_away(connection: Connection, mention: Mention, traces: Traces, nameless: str) -> None:
    if mention.table == draft.name:
        rows.remove(connection, draft, [mention.id])
    elif mention.certain:
        text = traces.replaced(mention.text, nameless)
        table = metadata.tables[mention.table]
        rows.change(connection, table, [mention.id], {mention.column: text})


def _without_identity(known: Person, nameless: str) -> dict[str, Any]:
    """What the person's row says afterwards; of a last day only the year is left.

    Without it somebody who has left would be among the employees again.
    """
    last = known.active_to
    return {
        "first_name": "",
        "last_name": nameless,
        **dict.fromkeys(("number", "title", "email", "phone"), ""),
        **dict.fromkeys(("manager_id", "manager_since", "percent", "active_from")),
        "assistant": False,
        "active_to": last and last.replace(month=1, day=1),
    }
