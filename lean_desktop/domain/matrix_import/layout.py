"""Finding a competence matrix in a table as people keep it.

The row of skill names is the one with most texts that have levels below them. What stands over it
are categories, what stands beside it says who a row is about, and a row called target is no person.
A table with people across and skills down is turned round.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from datetime import date
from itertools import zip_longest
from typing import NamedTuple

from lean_desktop.domain.errors import RuleBroken
from lean_desktop.domain.matrix_import.cells import is_day, is_level, is_nothing, plain
from lean_desktop.domain.people_import import Field, PeopleList, guess_columns
from lean_desktop.domain.spreadsheet import column_letters
from lean_desktop.i18n import M_, Language, Message

Rows = Sequence[Sequence[str]]
_HEADS_WITHIN = 60
"""Rows in which the names of skills are looked for, below titles and dates."""

_TARGET = re.compile(
    r"\b(mål|målnivå|ønsket nivå|ønsket|krav|kravnivå|target|required|requirement|needed)\b"
)
_SUM = re.compile(
    r"^(sum|totalt?|antall.*|snitt|gjennomsnitt|dekning.*|average|mean|count|coverage.*|min|max)\b"
)
_NO_SKILL = frozenset({"skift", "shift", "lag", "turnus", "alder", "age", "merknad", "remark"})
_LONGEST_SHOWN = 60


class SkillColumn(NamedTuple):
    """A skill: where its levels stand, counted from 0, its name, and its category or ""."""

    at: int
    name: str
    category: str = ""


class MatrixList(NamedTuple):
    """A matrix that was found in a table.

    `rows` are those of the table, turned round when `turned`; `heads` is the index of the row with
    the names of skills, `targets` that of the row with targets. `about` is the list of people that
    stands beside the levels, everything else blanked out. `day` is the date found above it.
    """

    rows: Rows
    heads: int
    skills: tuple[SkillColumn, ...]
    about: PeopleList
    targets: int | None = None
    day: date | None = None
    turned: bool = False
    left_out: tuple[Message, ...] = ()

    def text(self, row: int, skill: SkillColumn) -> str:
        """What stands in the cell of a skill, in a row counted from 0."""
        cells = self.rows[row]
        return cells[skill.at] if skill.at < len(cells) else ""

    def place(self, row: int, skill: SkillColumn) -> str:
        """The name of that cell in the file, as D7."""
        down, across = (skill.at, row) if self.turned else (row, skill.at)
        return f"{column_letters(across)}{down + 1}"

    def skill_place(self, skill: SkillColumn) -> str:
        """What the column of a skill is called in the file; a row where it is turned."""
        return str(skill.at + 1) if self.turned else column_letters(skill.at)

    def told(self, t: Language) -> str:
        """Where what was found, in a sentence."""
        first, last = (self.skill_place(self.skills[at]) for at in (0, -1))
        heads, n = self.heads, len(self.skills)
        skills = t.plural(
            "{n} skill in {first}", "{n} skills in {first}–{last}", n, first=first, last=last
        )
        row = self.targets
        named = t("named in {line}", line=self._line(heads, t))
        targets = t("targets in {line}", line=self._line(row, t)) if row is not None else ""
        told = skills, named, targets
        return ", ".join(filter(None, told)) + "."

    def _line(self, row: int, t: Language) -> str:
        name = self.row_name(row)
        return t("column {name}", name=name) if self.turned else t("row {name}", name=name)

    def row_name(self, row: int) -> str:
        """What the row is called in the file: its number, or the letter of a turned one."""
        return column_letters(row) if self.turned else str(row + 1)


def find_matrix(rows: Rows, is_person: Callable[[str], bool], t: Language) -> MatrixList:
    """The matrix in a table; `is_person` knows names of the workspace.

    Raises RuleBroken, saying what is looked for, where there is none.
    """
    upright = _found(rows, is_person, t)
    across = [list(each) for each in zip_longest(*rows, fillvalue="")] if rows else []
    turned = _found(across, is_person, t)
    if turned and (not upright or _known(turned, is_person) > _known(upright, is_person)):
        return turned._replace(turned=True)
    if upright:
        return upright
    raise RuleBroken(
        M_(
            "No matrix is found here: a row with the names of skills, a column with the names of"
            " people, and levels where they meet."
        )
    )


def _found(rows: Rows, is_person: Callable[[str], bool], t: Language) -> MatrixList | None:
    heads = _row_of_heads(rows)
    if heads is None:
        return None
    columns, left_out = _columns(rows, heads)
    skills = _with_categories(rows, heads, columns)
    targets = _row_of_targets(rows, heads, skills)
    about, more = _people(rows, heads, skills, targets, is_person)
    if not guess_columns(about):
        return None
    day = _day_above(rows[:heads], t)
    return MatrixList(rows, heads, skills, about, targets, day, left_out=(*left_out, *more))


def _known(found: MatrixList, is_person: Callable[[str], bool]) -> int:
    """How many of its rows name somebody who is known."""
    columns = set(guess_columns(found.about).values())
    return sum(
        any(is_person(cells[at]) for at in columns if at < len(cells))
        for _, cells in found.about.records()
    )


def _row_of_heads(rows: Rows) -> int | None:
    """The row with most texts that have levels below them; the lowest of equals."""
    score, best = max(
        ((len(_skill_places(rows, at)), at) for at in range(min(len(rows), _HEADS_WITHIN))),
        default=(0, 0),
    )
    return best if score else None


def _skill_places(rows: Rows, heads: int) -> list[int]:
    return [
        at
        for at, head in enumerate(rows[heads])
        if not is_nothing(head) and not is_level(head) and _holds_levels(rows, heads, at)
    ]


def _holds_levels(rows: Rows, heads: int, at: int) -> bool:
    """Whether most of what stands below is a level."""
    filled = [cell for cell in _below(rows, heads, at) if not is_nothing(cell)]
    return sum(map(is_level, filled)) * 2 > len(filled)


def _below(rows: Rows, heads: int, at: int) -> list[str]:
    return [row[at] for row in rows[heads + 1 :] if at < len(row)]


def _columns(rows: Rows, heads: int) -> tuple[list[int], list[Message]]:
    """The columns of skills; what is told of others to the right of the first one."""
    named = rows[heads]
    sure = [at for at in _skill_places(rows, heads) if not _is_no_skill(named[at])]
    first = min(sure, default=len(named))
    skills, left_out = set(sure), []
    for at in range(first, len(named)):
        if at in skills or is_nothing(named[at]):
            continue
        filled = [cell for cell in _below(rows, heads, at) if not is_nothing(cell)]
        empty_between = not filled and at < max(sure)
        certified = bool(filled) and sum(map(is_day, filled)) * 2 > len(filled)
        if (empty_between or certified) and not _is_no_skill(named[at]):
            skills.add(at)
        elif filled:
            left_out.append(_column_left_out(at, named[at]))
    return sorted(skills), left_out


def _is_no_skill(head: str) -> bool:
    word = plain(head)
    known = guess_columns(PeopleList([[head]], 0)) if len(word) < _LONGEST_SHOWN else {}
    people = known.keys() & {Field.NUMBER, Field.NAME, Field.UNIT, Field.PERCENT, Field.MANAGER}
    return word in _NO_SKILL or bool(_SUM.match(word)) or bool(people)


def _column_left_out(at: int, head: str) -> Message:
    return M_(
        "Column {column}, “{name}”, holds no levels; it is left out.",
        column=column_letters(at),
        name=_shown(head),
    )


def _with_categories(rows: Rows, heads: int, columns: Sequence[int]) -> tuple[SkillColumn, ...]:
    """The skills with what stands over them: a merged cell holds its text in the first column."""
    over = _row_of_categories(rows, heads, columns)
    found, category = [], ""
    first = columns[0] if columns else 0
    for at in range(first, (columns[-1] if columns else -1) + 1):
        text = over[at] if at < len(over) else ""
        category = " ".join(text.split()) or category
        if at in columns:
            found.append(SkillColumn(at, " ".join(rows[heads][at].split()), category))
    return tuple(found)


def _row_of_categories(rows: Rows, heads: int, columns: Sequence[int]) -> Sequence[str]:
    """The nearest row above with a text over the skills, when the first of them has one."""
    for row in reversed(rows[:heads]):
        over = [at for at in columns if at < len(row) and not is_nothing(row[at])]
        if over:
            return row if not any(is_day(row[at]) for at in over) else ()
    return ()


def _row_of_targets(rows: Rows, heads: int, skills: Sequence[SkillColumn]) -> int | None:
    taken = {each.at for each in skills}
    for at, row in enumerate(rows):
        beside = " ".join(plain(cell) for place, cell in enumerate(row) if place not in taken)
        levels = sum(1 for place in taken if place < len(row) and is_level(row[place]))
        if at != heads and levels and _TARGET.search(beside):
            return at
    return None


def _people(
    rows: Rows,
    heads: int,
    skills: Sequence[SkillColumn],
    targets: int | None,
    is_person: Callable[[str], bool],
) -> tuple[PeopleList, list[Message]]:
    """Who the rows are about: the table without its levels, and without rows of nobody."""
    taken = {each.at for each in skills}
    beside: list[list[str]] = [
        ["" if at in taken else cell for at, cell in enumerate(row)] for row in rows
    ]
    left_out = []
    for at in range(heads + 1, len(rows)):
        said = [cell for cell in beside[at] if not is_nothing(cell)]
        levels = any(place < len(rows[at]) and not is_nothing(rows[at][place]) for place in taken)
        named = levels or len(said) > 1 or any(map(is_person, said))
        if at == targets or not named or _is_sum(said) or list(rows[at]) == list(rows[heads]):
            left_out += [_row_left_out(at, said[0])] if said and at != targets else []
            beside[at] = []
    return _headed(beside, heads), left_out


def _is_sum(said: Sequence[str]) -> bool:
    return any(_SUM.match(plain(each)) for each in said[:2])


def _row_left_out(at: int, text: str) -> Message:
    return M_("Row {row}, “{text}”, is no person; it is left out.", row=at + 1, text=_shown(text))


def _headed(beside: list[list[str]], heads: int) -> PeopleList:
    """With headings that say what the columns are; one that has none for the names gets it."""
    found = PeopleList(beside, heads)
    if not guess_columns(found).keys() & {*Field} - {Field.NUMBER, Field.UNIT}:
        at = _column_of_names(beside, heads)
        if at is not None:
            width = max(len(beside[heads]), at + 1)
            beside[heads] = [*beside[heads], *[""] * (width - len(beside[heads]))]
            beside[heads][at] = "Navn"
    return PeopleList(beside, heads)


def _column_of_names(beside: Rows, heads: int) -> int | None:
    """The column with most texts of two words."""
    width = max(map(len, beside), default=0)
    counts = [
        sum(len(re.split(r"[ ,]+", cell.strip())) > 1 for cell in _below(beside, heads, at))
        for at in range(width)
    ]
    best = max(range(width), key=counts.__getitem__, default=None)
    return best if best is not None and counts[best] else None


def _day_above(rows: Rows, t: Language) -> date | None:
    """The first day that stands above the matrix, in a cell of its own or at the end of one."""
    return next((day for row in rows for cell in row for day in _days_in(cell, t)), None)


def _days_in(cell: str, t: Language) -> Iterator[date]:
    words = cell.split()
    for text in (cell.strip(), " ".join(words[-3:]), *words[-1:]):
        if any(letter.isdigit() for letter in text) and len(text) <= _LONGEST_SHOWN:
            try:
                yield t.parse_date(text)
            except RuleBroken:
                continue


def _shown(text: str) -> str:
    text = " ".join(text.split())
    return text if len(text) <= _LONGEST_SHOWN else text[:_LONGEST_SHOWN] + "…"
