"""What keys, clipboard and handle do to the matrix; each gesture is one undo step."""

from collections.abc import Mapping
from functools import partial

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMessageBox

from lean_desktop.domain.competence.levels import Kind, Scale, short, typed
from lean_desktop.domain.competence.pasting import copied, filled, pasted, spread
from lean_desktop.domain.errors import RuleBroken
from lean_desktop.edits import competence as edits
from lean_desktop.i18n import M_, Message
from lean_desktop.ui.competence.grid_view import Block
from lean_desktop.ui.competence.matrix_page import MatrixPage
from lean_desktop.ui.competence.source import MatrixSource, Spot
from lean_desktop.ui.editor import Surroundings


class Hands:
    """Writes into the cells of a page. `kind` and `by_id` say how and by whom levels are known."""

    def __init__(self, around: Surroundings, source: MatrixSource, page: MatrixPage) -> None:
        self._live, self._t, self._source, self._page = around.live, around.t, source, page
        self.kind = Kind.SUPERVISOR
        self.by_id: int | None = None
        page.grid.typed.connect(self.write)
        page.grid.copied.connect(self.copy)
        page.grid.pasted.connect(self.paste)
        page.grid.fill_asked.connect(self.fill)
        page.grid.moved.connect(self.move)
        page.grid.columns.dragged.connect(partial(self.drag, True))
        page.grid.rows.dragged.connect(partial(self.drag, False))

    def write(self, text: str) -> None:
        """The same level in every chosen cell; nothing clears them."""
        self._write_texts(dict.fromkeys(self._page.spots(), text))

    def copy(self) -> None:
        """The chosen block, for a spreadsheet."""
        block = self._page.grid.block()
        if block:
            rows = range(block[0], block[2] + 1)
            columns = range(block[1], block[3] + 1)
            texts = [[self._told(row, column) for column in columns] for row in rows]
            QGuiApplication.clipboard().setText(copied(texts))

    def paste(self) -> None:
        """What was copied in a spreadsheet; what would lie outside is asked about."""
        block = self._page.grid.block()
        rows = pasted(QGuiApplication.clipboard().text())
        if block is None or not rows:
            return
        model = self._page.model
        found = spread(rows, block, len(model.rows), len(model.columns))
        if found.outside and not self._sure(found.outside):
            return
        spots = {self._spot(*place): text for place, text in found.texts.items()}
        if self._write_texts(spots) and found.texts:
            last = max(row for row, _ in found.texts), max(column for _, column in found.texts)
            self._page.grid.choose((block[0], block[1], *last))

    def fill(self, first: Block, whole: Block) -> None:
        """The levels of the first block go on in the whole."""
        if not self._may():
            return
        levels = {
            self._spot(*place): self._level(*origin)
            for place, origin in filled(first, whole).items()
        }
        self._assess(levels, M_("Fill {n} cells", n=len(levels)))
        self._page.grid.choose(whole)

    def move(self, lying: bool, by: int) -> None:
        """The current row or column goes one place on."""
        current = self._page.current()
        if current is None or not self._may():
            return
        if lying is self._page.transposed:
            self._move_person(current[0], by)
        else:
            self._move_skill(current[1], by)
        self._page.go_to(*current)

    def drag(self, lying: bool, place: int, by: int) -> None:
        """A head was dragged so many places on."""
        if not by or not self._may():
            return
        lines = self._page.model.columns if lying else self._page.model.rows
        move = self._move_person if lying is self._page.transposed else self._move_skill
        move(lines[place].key, by)

    # Inside

    def _write_texts(self, texts: Mapping[Spot, str]) -> bool:
        """Write what can be understood; say what cannot, which stays as it was."""
        if not texts or not self._may():
            return False
        levels: dict[Spot, int | None] = {}
        odd: list[Message] = []
        for spot, text in texts.items():
            try:
                levels[spot] = typed(text, self._scale(spot))
            except RuleBroken as error:
                odd.append(error.message)
        self._assess(levels, self._label(levels))
        self._tell_odd(odd)
        return True

    def _assess(self, levels: Mapping[Spot, int | None], label: Message) -> None:
        changed = {spot: level for spot, level in levels.items() if level != self._known(spot)}
        if not changed:
            return
        today, kind, by_id = self._live.today, self.kind, self.by_id
        try:
            self._live.edit(label, edits.assess_many, changed, day=today, kind=kind, by_id=by_id)
        except RuleBroken as error:
            self._page.refuse(self._t(error.message))

    def _label(self, levels: Mapping[Spot, int | None]) -> Message:
        matrix = self._source.matrix
        if len(levels) != 1 or matrix is None:
            return M_("Assess {n} cells", n=len(levels))
        (spot, level), *_ = levels.items()
        person, skill = matrix.person[spot[0]], matrix.skill[spot[1]]
        if level is None:
            return M_("Clear {skill} of {name}", skill=skill.name, name=person.name)
        said = short(level, skill.scale, self._t)
        return M_("{skill} of {name}: {level}", skill=skill.name, name=person.name, level=said)

    def _tell_odd(self, odd: list[Message]) -> None:
        if not odd:
            self._page.refuse("")
            return
        first, n = self._t(odd[0]), len(odd)
        more = self._t.plural("{n} cell was left as it is.", "{n} cells were left as they are.", n)
        self._page.refuse(f"{first} {more}" if n > 1 else first)

    def _may(self) -> bool:
        if self._live.read_only:
            return False
        if self._source.past:
            self._page.refuse(self._t("Another day is shown. Go back to today to assess."))
            return False
        return True

    def _sure(self, outside: int) -> bool:
        question = self._t.plural(
            "{n} cell lies outside the matrix. Paste the rest?",
            "{n} cells lie outside the matrix. Paste the rest?",
            outside,
        )
        asked = QMessageBox.question(self._page, self._t("Paste"), question)
        return asked == QMessageBox.StandardButton.Yes

    def _move_person(self, person_id: int, by: int) -> None:
        keys = [each.id for each in self._source.rows()]
        _shift(keys, person_id, by)
        self._live.edit(M_("Move a row of the matrix"), edits.order_rows, keys)

    def _move_skill(self, skill_id: int, by: int) -> None:
        from lean_desktop.edits.skills import move_skills

        skills = self._source.columns()
        category_of = {each.id: each.category_id for each in skills}
        order = [each.id for each in skills]
        there = order.index(skill_id) + by
        if not 0 <= there < len(order):
            return
        category = category_of[order[there]]
        _shift(order, skill_id, by)
        keys = [key for key in order if category_of[key] == category or key == skill_id]
        self._live.edit(M_("Move a skill"), move_skills, keys, category)

    def _spot(self, row: int, column: int) -> Spot:
        spot = self._page.model.rows[row].key, self._page.model.columns[column].key
        return (spot[1], spot[0]) if self._page.transposed else spot

    def _known(self, spot: Spot) -> int | None:
        cell = self._source.matrix.cell(*spot) if self._source.matrix else None
        return None if cell is None or cell.expired else cell.level

    def _level(self, row: int, column: int) -> int | None:
        return self._known(self._spot(row, column))

    def _told(self, row: int, column: int) -> str:
        spot = self._spot(row, column)
        cell = self._source.matrix.cell(*spot) if self._source.matrix else None
        return short(cell.level if cell else None, self._scale(spot), self._t)

    def _scale(self, spot: Spot) -> Scale:
        matrix = self._source.matrix
        return matrix.skill[spot[1]].scale if matrix else Scale.LEVELS


def _shift(keys: list[int], key: int, by: int) -> None:
    place = keys.index(key)
    keys.insert(max(0, place + by), keys.pop(place))
