"""Where nothing moves any more: a banner over the board, and what the group can do about it."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QSpinBox, QVBoxLayout, QWidget

from lean_desktop.document.changes import ChangeSet
from lean_desktop.domain.board import Stalled
from lean_desktop.domain.countermeasures import COUNTERMEASURES, Countermeasure
from lean_desktop.domain.errors import RuleBroken
from lean_desktop.edits import actions as edits
from lean_desktop.edits import board as board_edits
from lean_desktop.i18n import M_
from lean_desktop.queries import Connection
from lean_desktop.queries import board as queries
from lean_desktop.queries import cards as card_queries
from lean_desktop.ui.actions.card_source import CardSource
from lean_desktop.ui.dialog import LIST_SHEET, Dialog, Role, sentence
from lean_desktop.ui.editor import Surroundings
from lean_desktop.ui.widgets.banner import Banner
from lean_desktop.ui.widgets.refusal import Refusal

MOST_WEEKS, _ROW = 52, 30


class StallStrip(QWidget):
    """Shows a banner while nothing moves on the board of a `CardSource`'s group."""

    def __init__(
        self, around: Surroundings, source: CardSource, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._around, self._source = around, source
        self._looked_at: int | None = None
        self.stalled: Stalled | None = None
        self.banner: Banner | None = None
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 8, 20, 0)
        self.hide()
        source.changed.connect(self._follow_group)
        around.live.changed.connect(self._on_changed)

    def choose(self) -> None:
        """Ask what the group wants to do about it."""
        if self.stalled:
            StallDialog(self._around, self.stalled, self.window()).open()

    # Inside

    def _follow_group(self) -> None:
        """A filter makes the source change too, but never what has moved."""
        if self._source.group_id != self._looked_at:
            self._look()

    def _on_changed(self, changes: ChangeSet) -> None:
        if changes.touches((*card_queries.READ, *queries.READ)):
            self._look()

    def _look(self) -> None:
        live, group = self._around.live, self._source.group_id
        self._looked_at = group
        found = live.read(queries.stalled, live.today, group) if group is not None else []
        self._show(found[0] if found else None)

    def _show(self, stalled: Stalled | None) -> None:
        if stalled == self.stalled:
            return
        self.stalled = stalled
        if self.banner is not None:
            self.banner.deleteLater()
        self.banner = self._made(stalled) if stalled else None
        self.setVisible(self.banner is not None)

    def _made(self, stalled: Stalled) -> Banner:
        t, live = self._around.t, self._around.live
        told = t.plural(
            "Nothing has moved on the board of {group} for {n} week.",
            "Nothing has moved on the board of {group} for {n} weeks.",
            stalled.weeks_since(live.today),
            group=stalled.group,
        )
        banner = Banner("watch", told, t, self._around.theme, closable=False)
        if not live.read_only:
            banner.offer(t("Choose a countermeasure …"), self.choose)
        if column := self.layout():
            column.addWidget(banner)
        return banner


class StallDialog(Dialog):
    """A list of countermeasures; the chosen one becomes an action of the group."""

    def __init__(
        self, around: Surroundings, stalled: Stalled, parent: QWidget | None = None
    ) -> None:
        t = around.t
        super().__init__(t, around.theme, t("Get the board going again"), parent)
        self._live, self._stalled = around.live, stalled
        since = t.date(stalled.since)
        told = t("{group}: nothing has moved since {day}.", group=stalled.group, day=since)
        self.list = QListWidget()
        self.why = sentence("", "small")
        self.weeks = QSpinBox()
        self.refusal = Refusal()
        self._fill_list()
        self._fill_weeks()
        self.column.addWidget(sentence(told))
        for widget in (self.list, self.why, self.weeks, self.refusal):
            self.column.addWidget(widget)
        self.add_button(t("Cancel"), self.reject, Role.RejectRole)
        self.add_button(t("Make it an action"), self._make, Role.AcceptRole, "primary")
        self.fix_width(around.theme.scaled(620))
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    @property
    def chosen(self) -> Countermeasure:
        """The one that is chosen."""
        return COUNTERMEASURES[max(0, self.list.currentRow())]

    # Inside

    def _fill_list(self) -> None:
        self.list.setAccessibleName(self.t("Countermeasures"))
        self.list.setStyleSheet(LIST_SHEET)
        height = self.theme.scaled(_ROW)
        for each in COUNTERMEASURES:
            item = QListWidgetItem(self.t(each.what), self.list)
            item.setToolTip(self.t(each.what))
            item.setSizeHint(QSize(0, height))
        self.list.currentRowChanged.connect(lambda _row: self.why.setText(self.t(self.chosen.why)))
        self.list.itemActivated.connect(lambda _item: self._make())
        self.list.setCurrentRow(0)
        self.list.setFixedHeight(height * len(COUNTERMEASURES) + 4)

    def _fill_weeks(self) -> None:
        name = self.t("Say so when nothing has moved for so many weeks")
        self.weeks.setRange(1, MOST_WEEKS)
        self.weeks.setValue(self._stalled.weeks)
        self.weeks.setPrefix(f"{name}: ")
        self.weeks.setAccessibleName(name)

    def _make(self) -> None:
        """The action and the weeks, as one step."""
        title, today = self.t(self.chosen.what), self._live.today
        group_id, weeks = self._stalled.group_id, self.weeks.value()

        def write(connection: Connection) -> None:
            edits.add_action(connection, title, created=today, group_id=group_id)
            if weeks != self._stalled.weeks:
                board_edits.set_board(connection, group_id, stall_weeks=weeks)

        try:
            self._live.edit(M_("Add “{name}”", name=title), write)
        except RuleBroken as error:
            self.refusal.say(self.t(error.message))
            return
        self.accept()
