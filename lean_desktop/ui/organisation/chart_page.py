"""The chart as a page of the tab: which layers, how near, and what becomes of what one does in it."""

from typing import Any

from PySide6.QtCore import QPoint, QRect, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from lean_desktop.document.changes import ChangeSet
from lean_desktop.domain.chart import Box, BoxKind, box_key
from lean_desktop.domain.errors import RuleBroken
from lean_desktop.domain.organisation import Group, Person, Unit
from lean_desktop.domain.roles import Role
from lean_desktop.edits.chart import lay_leaves
from lean_desktop.i18n import M_, Message
from lean_desktop.queries import organisation as queries
from lean_desktop.queries import reorganisation as drafts
from lean_desktop.queries import roles as role_queries
from lean_desktop.ui.editor import Surroundings
from lean_desktop.ui.organisation.chart_bar import (
    ALL_LEVELS,
    BOTH,
    IMPROVEMENT,
    LINE,
    LIVE,
    ChartBar,
)
from lean_desktop.ui.organisation.chart_edits import ChartEdits
from lean_desktop.ui.organisation.chart_legend import ChartLegend
from lean_desktop.ui.organisation.chart_maker import Ask, ChartMaker, Fold, Made, Then
from lean_desktop.ui.organisation.chart_name import NameLine
from lean_desktop.ui.organisation.chart_source import (
    TABLES,
    Charted,
    Folded,
    Layouters,
    charted,
    folded_below,
    levels_read,
    picture,
    unfolded_to,
)
from lean_desktop.ui.organisation.chart_view import ChartView
from lean_desktop.ui.organisation.new_dialog import NOWHERE, At
from lean_desktop.ui.organisation.page import Page
from lean_desktop.ui.organisation.toolbar import DRAFT, GROUPS, PEOPLE, ROLES, UNITS
from lean_desktop.ui.qt import override
from lean_desktop.ui.widgets.buttons import button
from lean_desktop.ui.widgets.refusal import Refusal

_KINDS = {BoxKind.UNIT: UNITS, BoxKind.PERSON: PEOPLE, BoxKind.GROUP: GROUPS}
_KINDS[BoxKind.ROLE] = ROLES
LARGE = 1500
"""From so many people and units on, pictures are made behind the window."""


def _as_it_is(_found: Charted, folded: Folded) -> Folded:
    return folded


class ChartPage(Page):
    """Emits `chosen()` when another box is current, and `asked(name)` for what the editor does."""

    chosen = Signal()
    asked = Signal(str)

    def __init__(self, around: Surroundings) -> None:
        super().__init__()
        self.live, self.t = around.live, around.t
        self.around = around
        self.draft = LIVE
        self.edits = ChartEdits(around.live)
        self.view = ChartView(self.t("Organisation chart"), around.theme, self.t)
        self.view.read_only = self.live.read_only
        self.view.may_drop = self._may_drop
        self.bar = ChartBar(self.t)
        self.layers = self.bar.layers
        self._found: Charted | None = None
        self._folded: Folded = frozenset()
        self._before: object = None
        self._layouters = Layouters.new()
        self._maker = ChartMaker(self._make, self)
        self._maker.made.connect(self._on_made)
        self._maker.busy.connect(self.bar.show_busy)
        self._stale = True
        self._fitted = False
        self._name = NameLine(self.view, self._rename)
        self._lay_out(around)
        self._connect()

    # What the editor asks

    @override
    def front(self) -> QWidget:
        return self.view

    @override
    def kind(self) -> str:
        if self.draft:
            return DRAFT
        box = self.box()
        return _KINDS[box.kind] if box else UNITS

    @override
    def why_closed(self) -> Message | None:
        if not self.draft:
            return None
        from lean_desktop.ui.organisation.draft_edits import ONLY_MOVES

        return ONLY_MOVES

    @override
    def chosen_rows(self) -> list[Any]:
        box, today = self.box(), self.live.today
        if self.draft:
            return self.live.read(drafts.reorganisations, [self.draft])
        if box is None:
            return []
        if box.kind is BoxKind.UNIT:
            return self.live.read(queries.units, [box.id])
        of_kind: dict[BoxKind, Any] = {
            BoxKind.PERSON: queries.people,
            BoxKind.GROUP: queries.groups,
            BoxKind.ROLE: role_queries.roles,
        }
        rows: list[Any] = self.live.read(of_kind[box.kind], [box.id], today=today)
        return rows

    @override
    def search(self, typed: str) -> None:
        """Go to the first box with all these words, and stay where it is one already."""
        wanted = typed.casefold().split()
        fitting = [
            key
            for chart in (self._found.charts if self._found else ())
            for key, box in chart.boxes.items()
            if all(word in _searched(box) for word in wanted)
        ]
        if wanted and fitting and self.view.current not in fitting:
            self.go_to(fitting[0])
        nothing = self.t("No box has “{text}” in it.", text=typed.strip())
        self._say(nothing if wanted and not fitting else "")

    @override
    def current_key(self) -> int | None:
        return self.view.current or None

    @override
    def return_to(self, key: Any) -> None:
        if type(key) is int and key > 0:
            self.go_to(key)

    @override
    def in_hand(self) -> bool:
        return self._name.isVisible()

    def menu_place(self) -> QPoint:
        """Where a menu is to open: at the current box."""
        place = self.view.picture.place(self.view.current)
        return self.view.rect_on_screen(place or QRectF()).center().toPoint()

    def box(self) -> Box | None:
        """The current box."""
        return self.view.picture.boxes.get(self.view.current)

    def place_for_new(self, which: str, way: str) -> At:
        """Where a new one comes that is asked for below, beside or above the current box."""
        rows = self.chosen_rows()
        if not rows:
            return NOWHERE
        if which != self.kind():
            return _at_home(rows[0])
        row, over = rows[0], (rows[0].id,) if way == "above" else ()
        if isinstance(row, Role):
            return At(row.group_id, row.group, unit_id=row.unit_id, unit=row.unit)
        if isinstance(row, Person):
            key = row.id if way == "below" else row.manager_id
            return At(key, over=over, unit_id=row.unit_id, unit=row.unit)
        if way == "below":
            return At(row.id, row.name)
        return At(row.parent_id, row.parent, over)

    def lay_leaves(self, how: str) -> None:
        """Have those below the current box stand in a column, a row, or as usual."""
        box = self.box()
        if box and box.kind is not BoxKind.ROLE:
            name = box.over if box.kind is not BoxKind.PERSON else box.name
            label = M_("Lay out what is below “{name}”", name=name)
            self.live.edit(label, lay_leaves, box.kind, box.id, how)

    def show_row(self, which: str, key: int) -> None:
        """Go to the box of a person, a unit or a group."""
        kinds = {name: kind for kind, name in _KINDS.items()}
        self.go_to(box_key(kinds[which], key))

    def begin_draft(self) -> None:
        """Ask for a new draft, and show it."""
        from lean_desktop.ui.organisation.draft_dialogs import NewDraftDialog

        dialog = NewDraftDialog(self.around, self)
        dialog.begun.connect(self.show_draft)
        dialog.open()

    def show_draft(self, draft: int) -> None:
        """Show a draft instead of the live organisation, or that again for LIVE."""
        from lean_desktop.ui.organisation.draft_edits import DraftEdits

        self.draft = draft
        self.edits = DraftEdits(self.live, draft) if draft else ChartEdits(self.live)
        self._ask(read=True)
        self.chosen.emit()

    def go_to(self, key: int) -> None:
        """Make a box the current one and bring it into the middle, unfolding what is above it."""

        def show() -> None:
            self.view.choose(key, seen=False)
            self.view.centre(key)

        self._ask(lambda found, folded: unfolded_to(found, folded, key), show)

    @override
    def state(self) -> dict[str, Any]:
        """Zoom and layers, to be remembered."""
        return {"layers": self.layers.choice, "zoom": round(self.view.zoom, 3)}

    @override
    def restore(self, state: Any) -> None:
        """Take what `state` gave; anything else is passed over."""
        if not isinstance(state, dict):
            return
        if state.get("layers") in (BOTH, LINE, IMPROVEMENT):
            self.layers.choose(state["layers"])
        if isinstance(state.get("zoom"), float):
            self.view.zoom_to(state["zoom"])
            self._fitted = True

    @override
    def commit(self) -> None:
        """Commit the name in hand. Raises RuleBroken when it will not do."""
        self._name.commit()

    def refresh(self) -> None:
        """Make the picture anew if anything it shows has changed."""
        if self._stale:
            self._ask()

    # Inside

    def _lay_out(self, around: Surroundings) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.bar)
        column.addWidget(self.view, 1)
        icon = around.theme.icon
        self._corner = QFrame(self)
        self._corner.setObjectName("corner")
        row = QHBoxLayout(self._corner)
        row.setContentsMargins(4, 4, 4, 4)
        row.setSpacing(2)
        self._zoom = QLabel()
        self._zoom.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._zoom.setMinimumWidth(around.theme.scaled(48))
        for widget in (
            button("−", self.view.zoom_out, kind="ghost", name=self.t("Zoom out")),
            self._zoom,
            button("+", self.view.zoom_in, kind="ghost", name=self.t("Zoom in")),
            button(
                "",
                self.view.fit_current,
                kind="tool",
                icon=icon("target"),
                name=self.t("Show what is chosen, and all below it"),
                keys="Ctrl+Shift+0",
            ),
            button(
                "",
                self.view.fit,
                kind="tool",
                icon=icon("fit"),
                name=self.t("Show all of it"),
                keys="Ctrl+0",
            ),
        ):
            row.addWidget(widget)
        self._legend = ChartLegend(self.t, around.theme, self)
        self._corner.raise_()
        self._sentence = Refusal(self, floating=True)

    def _connect(self) -> None:
        view = self.view
        view.current_changed.connect(self.chosen)
        view.zoomed.connect(self._tell_zoom)
        view.folded.connect(self._fold)
        view.dropped.connect(self._drop)
        view.asked.connect(self._on_asked)
        view.refused.connect(self._refuse)
        view.current_changed.connect(lambda: self._say(""))
        self.bar.layers_chosen.connect(self._ask)
        self.bar.levels_chosen.connect(self._show_levels)
        self.bar.draft_chosen.connect(self.show_draft)
        self.bar.draft_asked.connect(self.begin_draft)
        self.live.changed.connect(self._on_changed)
        self._tell_zoom()

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.refresh()
        if not self._fitted:
            self._fitted = True
            QTimer.singleShot(0, self, self._look_around)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        size, legend = self._corner.sizeHint(), self._legend.sizeHint()
        at = self.rect().bottomRight()
        self._corner.setGeometry(
            QRect(at.x() - size.width() - 20, at.y() - size.height() - 16, *size.toTuple())
        )
        self._legend.setGeometry(QRect(20, at.y() - legend.height() - 16, *legend.toTuple()))
        self._legend.setVisible(legend.width() + size.width() + 60 < self.width())

    def _tell_zoom(self) -> None:
        self._zoom.setText(f"{self.t.number(self.view.zoom * 100)} %")

    def _on_changed(self, changes: ChangeSet) -> None:
        if changes.touches(TABLES):
            self._stale = True
            if self.isVisible():
                self._ask(_as_it_is, self.chosen.emit)

    def _ask(self, fold: Fold = _as_it_is, *then: Then, read: bool = False) -> None:
        """Have the picture made as it is now wanted, then do what is to be done with it."""
        wanted = Ask(read or self._stale, fold, then)
        self._stale = False
        self._maker.ask(wanted, self._is_large)

    def _is_large(self) -> bool:
        people, units, _ = self.live.read(queries.counts)
        return people + units > LARGE

    def _make(self, wanted: Ask) -> Made:
        """On any thread."""
        self._before = None  # Letting go of thousands of boxes takes a while too.
        found = self._found
        if wanted.read or found is None:
            found = charted(self.live, self.draft, self.t)
        folded = wanted.fold(found, self._folded)
        made = picture(found, folded, self.layers.choice, self._layouters, self.t)
        made.make_ready()
        return Made(found, folded, made)

    def _on_made(self, made: Made, wanted: Ask) -> None:
        self._before = self._found, self.view.picture
        self._found, self._folded = made.found, made.folded
        if self.draft != made.found.draft:
            self.draft, self.edits = LIVE, ChartEdits(self.live)
        self.bar.show_drafts(made.found.drafts, self.draft, read_only=self.live.read_only)
        self.view.show_picture(made.picture)
        for each in wanted.then:
            each()

    def _fold(self, key: int) -> None:
        self.bar.show_levels(ALL_LEVELS)
        self._ask(lambda _found, folded: folded ^ {key})

    def _look_around(self) -> None:
        """At first show as many levels as can be read when all of them are seen."""
        room, layers = self.view.viewport().size(), self.layers.choice
        read: list[int] = []

        def fold(found: Charted, _folded: Folded) -> Folded:
            read.append(levels_read(found, layers, room, self._layouters, self.t))
            return folded_below(found, read[-1])

        def show() -> None:
            self.bar.show_levels(read[-1])
            self.view.fit()
            self.view.choose(self.view.current or self.view.picture.first, seen=False)

        self._ask(fold, show)

    def _show_levels(self, levels: int) -> None:
        """Fold everything below so many levels; ALL_LEVELS unfolds it all."""
        self._ask(lambda found, _folded: folded_below(found, levels), self.view.fit)

    # What one does

    def _may_drop(self, key: int, onto: int) -> bool:
        return self._why_not(key, onto) is None

    def _why_not(self, key: int, onto: int) -> Message | None:
        boxes = self.view.picture.boxes
        if self._lies_below(onto, key):
            return M_("That would put it below itself. Choose another place.")
        return self.edits.why_not(boxes[key], boxes[onto])

    def _lies_below(self, key: int, over: int) -> bool:
        while key:
            if key == over:
                return True
            key = self.view.picture.above(key)
        return False

    def _drop(self, key: int, onto: int) -> None:
        boxes = self.view.picture.boxes
        self._say("")
        try:
            self.edits.hang(boxes[key], boxes[onto])
        except RuleBroken as error:
            self._say(self.t(error.message))

    def _refuse(self, key: int, onto: int) -> None:
        if message := self._why_not(key, onto):
            self._say(self.t(message))

    def _say(self, sentence: str) -> None:
        """Say why something cannot be, above the chart and to a screen reader; until the next move."""
        label = self._sentence
        label.setMaximumWidth(max(200, self.width() - 40))
        label.say(sentence)
        label.adjustSize()
        label.move((self.width() - label.width()) // 2, self.view.y() + 12)
        label.raise_()
        if sentence:
            self.view.announce(sentence)

    def _on_asked(self, name: str) -> None:
        key, picture = self.view.current, self.view.picture
        if name == "rename":
            why = self._why_not_here(name)
            self._say(self.t(why)) if why else self._begin_rename()
        elif name == "up":
            self._move(key, picture.above(picture.above(key)), M_("It stands at the top already."))
        elif name == "down":
            self._move(
                key, self._left_of(key), M_("There is nothing before it that it could go below.")
            )
        elif name == "sideways":
            self._say(self.t("Those beside each other stand by name; that order stays."))
        elif name != "menu" and (why := self._why_not_here(name)):
            self._say(self.t(why))
        else:
            self.asked.emit(name)

    def _why_not_here(self, name: str) -> Message | None:
        """Why this cannot be done with the current box; None when it can."""
        if self.live.dated:
            return M_("This is another day. Go back to today to change something.")
        if self.live.read_only:
            return M_("This workspace can only be read now.")
        box = self.box()
        if name == "add_above" and box and box.kind is BoxKind.ROLE:
            return M_("Nothing can be put above a role. Put it below the group or unit.")
        return self.why_closed()

    def _left_of(self, key: int) -> int:
        """The sibling before a box, in a row or in a column; 0 where it is the first."""
        siblings = self.view.picture.siblings(key)
        at = siblings.index(key)
        return siblings[at - 1] if at else 0

    def _move(self, key: int, onto: int, no_place: Message) -> None:
        if self.live.read_only:
            return
        why_not = self._why_not(key, onto) if onto else no_place
        if why_not:
            self._say(self.t(why_not))
        else:
            self._drop(key, onto)

    def _begin_rename(self) -> None:
        box, place = self.box(), self.view.picture.place(self.view.current)
        if box and place is not None and not self.live.read_only:
            self._name.begin(self.edits.named(box), self.view.rect_on_screen(place))

    def _rename(self, text: str) -> None:
        if box := self.box():
            self.edits.rename(box, text)


def _searched(box: Box) -> str:
    return f"{box.over} {box.name} {box.role}".casefold()


def _at_home(row: Any) -> At:
    """Where a new one of another kind belongs: into the unit or the group it is asked for at."""
    if isinstance(row, Unit):
        return At(unit_id=row.id, unit=row.name)
    return At(row.id, row.name) if isinstance(row, Group) else NOWHERE
