"""Which column of a list of actions says what, by its heading in Norwegian or English."""

import re
from collections.abc import Iterator, Mapping, Sequence
from enum import StrEnum
from functools import cache
from typing import NamedTuple

from lean_desktop.domain.spreadsheet import column_letters
from lean_desktop.i18n import LANGUAGES, N_, language


class ActionColumn(StrEnum):
    """What a column can say of an action."""

    NUMBER = "number"
    TITLE = "title"
    OWNER = "owner"
    HELPERS = "helpers"
    GROUP = "group"
    STATUS = "status"
    DUE = "due"
    FIRST_DUE = "first_due"
    MOVES = "moves"
    CREATED = "created"
    DONE = "done"
    SOURCE = "source"
    PDCA = "pdca"
    PILLAR = "pillar"
    TAGS = "tags"
    PROBLEM = "problem"
    CAUSE = "cause"
    COUNTERMEASURE = "countermeasure"
    EFFECT = "effect"
    FIGURE_BEFORE = "figure_before"
    FIGURE_AFTER = "figure_after"
    STEPS = "steps"
    LINKS = "links"
    COMMENTS = "comments"
    REMARK = "remark"
    IDENTITY = "identity"


COLUMN_NAMES = {
    ActionColumn.NUMBER: N_("Number of the action"),
    ActionColumn.HELPERS: N_("Helpers"),
    ActionColumn.FIRST_DUE: N_("First agreed"),
    ActionColumn.MOVES: N_("How the date moved"),
    ActionColumn.SOURCE: N_("Comes from"),
    ActionColumn.PROBLEM: N_("Problem"),
    ActionColumn.CAUSE: N_("Cause"),
    ActionColumn.COUNTERMEASURE: N_("Countermeasure"),
    ActionColumn.EFFECT: N_("Expected effect"),
    ActionColumn.FIGURE_BEFORE: N_("Figure before"),
    ActionColumn.FIGURE_AFTER: N_("Figure after"),
    ActionColumn.STEPS: N_("Checklist"),
    ActionColumn.LINKS: N_("Links"),
    ActionColumn.COMMENTS: N_("Comments with days"),
    ActionColumn.IDENTITY: N_("Identity of the workspace"),
    ActionColumn.TITLE: N_("What is to be done"),
    ActionColumn.OWNER: N_("Owner"),
    ActionColumn.GROUP: N_("Group"),
    ActionColumn.STATUS: N_("State"),
    ActionColumn.DUE: N_("Due"),
    ActionColumn.CREATED: N_("Created"),
    ActionColumn.DONE: N_("Day it was done"),
    ActionColumn.PDCA: N_("PDCA step"),
    ActionColumn.PILLAR: N_("Pillar"),
    ActionColumn.TAGS: N_("Tags"),
    ActionColumn.REMARK: N_("Comment"),
}

_HEADINGS = {
    ActionColumn.HELPERS: "hjelpere medhjelpere deltakere helpers helper participants",
    ActionColumn.PROBLEM: "problem problemet avvik issue",
    ActionColumn.CAUSE: "årsak rotårsak cause rootcause",
    ActionColumn.COUNTERMEASURE: "mottiltak countermeasure countermeasures",
    ActionColumn.EFFECT: "effekt forventeteffekt effect expectedeffect",
    ActionColumn.STEPS: "sjekkliste checklist",
    ActionColumn.LINKS: "lenker lenke links link url",
    ActionColumn.TITLE: (
        "gjøremål tiltak aksjon oppgave hva hvaskalgjøres beskrivelse tittel action actions task"
        " todo what title description"
    ),
    ActionColumn.OWNER: (
        "ansvarlig ansvar eier hvem utføresav tildelt owner responsible assignee assignedto who"
    ),
    ActionColumn.GROUP: "gruppe forbedringsgruppe tavle team avdeling group board department",
    ActionColumn.STATUS: "status tilstand state progress",
    ActionColumn.DUE: "frist forfall forfallsdato fristdato når innen due duedate deadline when",
    ActionColumn.CREATED: (
        "opprettet opprettetdato registrert registrertdato startet dato created createddate"
        " createdon opened date"
    ),
    ActionColumn.DONE: (
        "ferdig ferdigdato utført utførtdato fullført lukket done donedate finished completed"
        " completedon closed"
    ),
    ActionColumn.PDCA: "pdca pdcasteg pdsa pdcastep step",
    ActionColumn.PILLAR: "pilar søyle pillar",
    ActionColumn.TAGS: "etiketter etikett merkelapper tagger stikkord tags tag labels label",
    ActionColumn.REMARK: (
        "merknad merknader kommentar kommentarer notat bemerkning remark remarks comment comments"
        " note notes"
    ),
}
_KNOWN = {
    word: (field, rank)
    for field, words in _HEADINGS.items()
    for rank, word in enumerate(words.split())
}
_HEADINGS_WITHIN = 40
"""Rows in which the headings are looked for, below titles and dates of printing."""

_WORDLESS = re.compile(r"[\W_]+")


class ActionList(NamedTuple):
    """A table of actions: its rows, and the index of the row of headings, None without one."""

    rows: Sequence[Sequence[str]]
    header: int | None
    columns: Mapping[ActionColumn, int]

    @property
    def headings(self) -> list[str]:
        """What each column is called; its letter where it has no heading."""
        found = [] if self.header is None else self.rows[self.header]
        return [" ".join(head.split()) or column_letters(at) for at, head in enumerate(found)]

    def unknown(self) -> dict[int, str]:
        """The headings that say nothing we know, by the index of their column."""
        known = set(self.columns.values())
        heads = enumerate(self.headings) if self.header is not None else ()
        row = self.rows[self.header] if self.header is not None else ()
        return {at: head for at, head in heads if at not in known and row[at].strip()}

    def records(self) -> Iterator[tuple[int, Sequence[str]]]:
        """The rows below the headings, each with its number in the file, counted from 1."""
        first = 0 if self.header is None else self.header + 1
        return enumerate(self.rows[first:], start=first + 1)


def action_list(rows: Sequence[Sequence[str]]) -> ActionList:
    """The rows with their headings found: the first row that names what is to be done."""
    for index, row in enumerate(rows[:_HEADINGS_WITHIN]):
        columns = _recognised(row)
        if ActionColumn.TITLE in columns:
            return ActionList(rows, index, columns)
    return ActionList(rows, None, {})


@cache
def _own_headings() -> dict[str, tuple[ActionColumn, int]]:
    """What our own export calls its columns, in every language; surer than any other word."""
    return {
        _WORDLESS.sub("", language(code)(name).casefold()): (column, -1)
        for code in LANGUAGES
        for column, name in COLUMN_NAMES.items()
    }


def _recognised(row: Sequence[str]) -> dict[ActionColumn, int]:
    """For each field the column with the surest heading; the leftmost of equals."""
    found: dict[ActionColumn, tuple[int, int]] = {}
    for at, heading in enumerate(row):
        word = _WORDLESS.sub("", heading.casefold())
        known = _own_headings().get(word) or _KNOWN.get(word)
        if known and (known[0] not in found or known[1] < found[known[0]][0]):
            found[known[0]] = known[1], at
    return {field: at for field, (_rank, at) in found.items()}
