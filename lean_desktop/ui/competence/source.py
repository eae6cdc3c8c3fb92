"""The matrix of a day, read once and kept up cell by cell, for all that the tab shows of it."""

from collections.abc import Collection
from datetime import date

from PySide6.QtCore import QObject, Signal

from lean_desktop.document.changes import ChangeSet
from lean_desktop.domain.competence.coverage import NOTICE_DAYS, Coverage, coverage
from lean_desktop.domain.competence.levels import Scale, short
from lean_desktop.domain.competence.matrix import Cell, Matrix, MatrixPerson
from lean_desktop.domain.competence.requirements import Of
from lean_desktop.domain.competence.shown import Shown, columns_shown, gap_counts, rows_shown
from lean_desktop.domain.competence.skills import Skill
from lean_desktop.garbage import uncollected
from lean_desktop.i18n import Language
from lean_desktop.queries import competence as queries
from lean_desktop.queries.scopes import held_by
from lean_desktop.ui.background import Background
from lean_desktop.ui.competence.balls import Look
from lean_desktop.ui.live_document import LiveDocument

Spot = tuple[int, int]
"""The keys of a person and of a skill."""

Facts = tuple[Matrix, dict[int, Coverage], dict[int, int]]
"""A matrix, what its skills are covered by, and at how many skills each person has a gap."""

LARGE = 30_000
"""Cells of a matrix that takes more than a tenth of a second to read."""

SIGNS = {True: "✓", False: "✗"}


class MatrixSource(QObject):
    """The facts, and what of them is to be seen.

    Emits `changed()` when other rows or columns are to be seen, `renewed(spots)` when only these
    cells look otherwise.
    """

    changed = Signal()
    renewed = Signal(object)

    def __init__(self, live: LiveDocument, t: Language, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.live, self._t = live, t
        self.day: date | None = None
        self.shown = Shown()
        self.numbers = False
        self.matrix: Matrix | None = None
        self.covered: dict[int, Coverage] = {}
        self.gaps: dict[int, int] = {}
        self._came: dict[int, Spot] = {}
        self.reading = Background(self)
        live.changed.connect(self._on_changed)

    @property
    def as_of(self) -> date:
        """The day that is shown: today, or the one that was asked for."""
        return self.day or self.live.today

    @property
    def past(self) -> bool:
        """Whether another day than today is shown; nothing is written on it."""
        return self.day is not None and self.day != self.live.today

    def load_once(self) -> None:
        """Read everything, unless that has been done."""
        if self.matrix is None:
            self.load()

    def load(self) -> None:
        """Read everything anew."""
        self._take(self._read(self.as_of))
        self.changed.emit()

    def show_day(self, day: date | None) -> None:
        """Show the matrix of another day; None is today.

        A large one is read on a thread, and the one before stays until it is there. What is covered
        follows when that is counted; until then `covered` and `gaps` are empty.
        """
        if day == self.day:
            return
        self.day = day
        if self.matrix is None or len(self.matrix.people) * len(self.matrix.skills) < LARGE:
            self.load()
            return
        wanted = self.as_of
        self.reading.start(
            lambda _report: self._read_matrix(wanted),
            lambda matrix: self._on_matrix(wanted, matrix),
            self._on_failed,
        )

    def show_only(self, shown: Shown) -> None:
        """Let only these rows and columns be seen."""
        if shown != self.shown:
            self.shown = shown
            self.changed.emit()

    def show_numbers(self, on: bool) -> None:
        """Show numbers in place of balls."""
        self.numbers = on
        self.renewed.emit(None)

    def rows(self) -> list[MatrixPerson]:
        """The people to be seen."""
        return rows_shown(self.matrix, self.shown, self.gaps, self._t) if self.matrix else []

    def columns(self) -> list[Skill]:
        """The skills to be seen."""
        return columns_shown(self.matrix, self.shown) if self.matrix else []

    def people_of(self, kind: str, key: int) -> frozenset[int]:
        """The members of a `group`, who works in a `unit` and below it, or holds a `role`."""
        if self.matrix is None:
            return frozenset()
        return self.live.read(held_by, (Of(kind), key), day=self.as_of)

    # One cell

    def look(self, person_id: int, skill_id: int) -> Look:
        """How a cell looks."""
        if self.matrix is None:
            return Look()
        cell = self.matrix.cell(person_id, skill_id)
        exempt = self.matrix.is_exempt(person_id, skill_id)
        target = 0 if exempt else self.matrix.target(person_id, skill_id) or 0
        if cell is None:
            return Look(None, target, exempt=exempt)
        return Look(
            cell.level,
            target,
            expiring=self._expiring(cell),
            expired=cell.expired,
            stale=cell.stale,
            exempt=exempt,
            mark=self._mark(cell.level, self.matrix.skill[skill_id].scale),
            certificate=self.matrix.skill[skill_id].scale is Scale.CERTIFICATE,
        )

    def tell(self, person_id: int, skill_id: int) -> str:
        """A cell in words, for those who hear it."""
        matrix, t = self.matrix, self._t
        if matrix is None:
            return ""
        skill, cell = matrix.skill[skill_id], matrix.cell(person_id, skill_id)
        target = matrix.target(person_id, skill_id)
        level = short(cell.level, skill.scale, t) if cell else t("not assessed")
        aimed = short(target, skill.scale, t)
        told = (
            skill.name,
            matrix.person[person_id].name,
            t("level {level} of target {target}", level=level, target=aimed)
            if target
            else t("level {level}", level=level),
            t("exempt") if matrix.is_exempt(person_id, skill_id) else "",
            t("expired") if cell and cell.expired else "",
            t("expires {day}", day=t.date(cell.last_day))
            if cell and cell.last_day and self._expiring(cell)
            else "",
            t("not practised for long") if cell and cell.stale else "",
        )
        return ", ".join(filter(None, told))

    def _expiring(self, cell: Cell) -> bool:
        left = cell.expires - self.as_of.toordinal()
        return bool(cell.expires) and not cell.expired and 0 <= left <= NOTICE_DAYS

    def _mark(self, level: int, scale: Scale) -> str:
        if scale is Scale.ILUO or (self.numbers and scale is Scale.LEVELS):
            return short(level, scale, self._t)
        if scale is Scale.LEVELS:
            return ""
        return SIGNS[level > 0]

    # Inside

    def _read(self, day: date) -> Facts:
        with uncollected():
            return _followed(self.live.read(queries.matrix_facts, day=day))

    def _read_matrix(self, day: date) -> Matrix:
        with uncollected():
            return self.live.read(queries.matrix_facts, day=day)

    def _on_matrix(self, day: date, matrix: Matrix) -> None:
        """Of several days that were asked for, only the last is shown."""
        if day == self.as_of:
            self._take((matrix, {}, {}))
            self.changed.emit()
            self.reading.start(
                lambda _report: _followed(matrix),
                lambda facts: self._on_read(day, facts),
                self._on_failed,
            )

    def _take(self, facts: Facts) -> None:
        self.matrix, self.covered, self.gaps = facts

    def _on_read(self, day: date, facts: Facts) -> None:
        """What follows is shown where nothing has changed since."""
        if day == self.as_of and self.matrix is facts[0]:
            self._take(facts)
            self.changed.emit()

    def _on_failed(self, error: Exception) -> None:
        raise error

    def _on_changed(self, changes: ChangeSet) -> None:
        if self.matrix is None or not changes.touches(queries.READ):
            return
        spots = self._touched(changes)
        if spots is None:
            self.load()
        else:
            self._read_again(self.matrix, spots)

    def _touched(self, changes: ChangeSet) -> set[Spot] | None:
        """The cells that may look otherwise; None where it may be any.

        What goes came in this session, or it could not be undone: so we remember what came.
        """
        change = changes.of("assessment")
        if changes.touches(set(queries.READ) - {"assessment"}) or change.all or change.updated:
            return None
        self._came |= self.live.read(queries.assessed_spots, change.inserted)
        touched = change.inserted | change.deleted
        return {self._came[key] for key in touched} if touched <= self._came.keys() else None

    def _read_again(self, matrix: Matrix, spots: Collection[Spot]) -> None:
        """Only these cells, what their skills are covered by, and the gaps of their people."""
        people = {person_id for person_id, _ in spots}
        again = self.live.read(queries.rows_again, matrix, people)
        self.matrix = again
        skills = {skill_id for _, skill_id in spots}
        self.covered |= coverage(again.only(skills=skills))
        self.gaps |= gap_counts(again.only(people=people))
        self.renewed.emit(list(spots))


def _followed(matrix: Matrix) -> Facts:
    """The matrix with what follows from it."""
    return matrix, coverage(matrix), gap_counts(matrix)
