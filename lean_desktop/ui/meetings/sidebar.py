"""The list at the left: every group that meets, with its next meeting."""

from datetime import datetime, timedelta

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QHelpEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from lean_desktop.domain.gathering import Gathering
from lean_desktop.domain.meetings import MEETING_STATE_NAMES, Meeting, MeetingState
from lean_desktop.domain.recurrence_pattern import how_often
from lean_desktop.i18n import Language
from lean_desktop.queries.gatherings import gatherings
from lean_desktop.ui.editor import Surroundings
from lean_desktop.ui.live_document import LiveDocument
from lean_desktop.ui.meetings.model import (
    gathering_order,
    gathering_title,
    gatherings_touched,
    kind_title,
)
from lean_desktop.ui.qt import override
from lean_desktop.ui.row_model import ROW_ROLE, Column, RowModel
from lean_desktop.ui.theme import Theme
from lean_desktop.ui.widgets.search_field import SearchField
from lean_desktop.ui.widgets.tips import tell_whole

WIDTH, LEAST = 272, 232
SOON = timedelta(days=3)
"""How long before a meeting a draft is remarked on."""
HEAD, ROW = 34, 52
Index = QModelIndex | QPersistentModelIndex


class Sidebar(QWidget):
    """Groups by kind, with a line to find one. `chosen()` follows a choice."""

    chosen = Signal()

    def __init__(self, around: Surroundings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("sidebar")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setMinimumWidth(around.theme.scaled(LEAST))
        t = around.t
        self._t = t
        self._live = around.live
        self.search = SearchField(t("Find a group"), t, around.theme)
        self.search.textChanged.connect(self._on_search)
        self.model = _model(around.live, t)
        self.list = QListView()
        self.list.setAccessibleName(t("Groups and their meetings"))
        self.list.setModel(self.model)
        self.list.setItemDelegate(_Lines(t, around.theme, around.live, self.list))
        self.list.setMouseTracking(True)
        self.list.setStyleSheet("QListView { background: transparent; }")
        self.list.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.list.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.list.selectionModel().currentChanged.connect(lambda *_: self.chosen.emit())
        self.model.counted.connect(self._on_counted)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 12, 12, 12)
        column.setSpacing(8)
        column.addWidget(self.search)
        column.addWidget(self.list, 1)

    def gathering(self) -> Gathering | None:
        """The line that is chosen."""
        found: Gathering | None = self.list.currentIndex().data(ROW_ROLE)
        return found

    def choose(self, key: int) -> None:
        """Choose the group with that key, if it is shown."""
        index = self.model.index_of(key)
        if index.isValid():
            self.list.setCurrentIndex(index)

    def choose_soonest(self) -> None:
        """Choose the group that meets next."""
        now = self._live.document.clock()
        meeting = [(each.next, each.id) for each in self.model.rows() if each.next]
        if meeting:
            places = [(one.planned_end <= now, one.planned_start, key) for one, key in meeting]
            self.choose(min(places)[2])
        elif self.model.rowCount():
            self.list.setCurrentIndex(self.model.index(0, 0))

    def _on_counted(self) -> None:
        """Some group is chosen while there is any."""
        if not self.list.currentIndex().isValid():
            self.choose_soonest()

    def _on_search(self, typed: str) -> None:
        wanted = typed.casefold().split()
        self.model.keep(
            lambda each: all(word in gathering_title(each, self._t).casefold() for word in wanted)
        )


def _model(live: LiveDocument, t: Language) -> RowModel[Gathering]:
    columns = [Column("group", t("Group"), lambda each: _spoken(each, t))]
    now = live.document.clock
    return RowModel(
        live,
        columns,
        lambda connection, ids: gatherings(connection, ids, now=now()),
        gatherings_touched,
        gathering_order(t),
    )


def _spoken(each: Gathering, t: Language) -> str:
    """What a screen reader says of the line."""
    told = f"{kind_title(each, t)}, {gathering_title(each, t)}"
    if each.next:
        when = f"{t.short_day(each.next.planned_start.date())} {t.time(each.next.planned_start)}"
        return f"{told}, {when}"
    return f"{told}, {t('no meeting')}"


class _Lines(QStyledItemDelegate):
    """Two lines a group; the first of each kind has the kind above it."""

    def __init__(self, t: Language, theme: Theme, live: LiveDocument, view: QListView) -> None:
        super().__init__(view)
        self._t = t
        self._theme = theme
        self._live = live

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        scale = self._theme.font().pixelSize() / 13
        height = ROW + (HEAD if _begins_kind(index) else 0)
        return QSize(40, round(height * scale))

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        each: Gathering = index.data(ROW_ROLE)
        place = QRect(option.rect)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if _begins_kind(index):
            head = round(HEAD * self._theme.font().pixelSize() / 13)
            self._paint_head(painter, QRect(place.left(), place.top(), place.width(), head), each)
            place.setTop(place.top() + head)
        self._paint_ground(painter, place.adjusted(0, 1, 0, -1), option)
        self._paint_lines(painter, place.adjusted(8, 7, -8, -7), each)
        painter.restore()

    @override
    def helpEvent(
        self,
        event: QHelpEvent,
        view: QAbstractItemView,
        option: QStyleOptionViewItem,
        index: Index,
    ) -> bool:
        if not index.isValid():
            return False
        each: Gathering = index.data(ROW_ROLE)
        font = self._theme.font(13, 600)
        when = QFontMetrics(font).horizontalAdvance(self._when(each))
        told = [gathering_title(each, self._t), self._what(each)]
        return tell_whole(event, view, option.rect, told, font, option.rect.width() - when - 24)

    def _paint_head(self, painter: QPainter, place: QRect, each: Gathering) -> None:
        painter.setFont(self._theme.font(12, 600))
        painter.setPen(self._theme.color("text3"))
        painter.drawText(
            place.adjusted(8, 0, 0, -6),
            Qt.AlignmentFlag.AlignBottom | Qt.AlignmentFlag.AlignLeft,
            kind_title(each, self._t),
        )

    def _paint_ground(self, painter: QPainter, place: QRect, option: QStyleOptionViewItem) -> None:
        color = ""
        if option.state & QStyle.StateFlag.State_Selected:
            color = "selected"
        elif option.state & QStyle.StateFlag.State_MouseOver:
            color = "hover"
        if color:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._theme.color(color))
            painter.drawRoundedRect(place, 6, 6)
        if option.state & QStyle.StateFlag.State_HasFocus:
            pen = painter.pen()
            pen.setColor(self._theme.color("accent_text"))
            pen.setStyle(Qt.PenStyle.SolidLine)
            pen.setWidth(2)
            painter.setPen(pen)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(place.adjusted(1, 1, -1, -1), 6, 6)

    def _paint_lines(self, painter: QPainter, place: QRect, each: Gathering) -> None:
        half = place.height() // 2
        first = QRect(place.left(), place.top(), place.width(), half)
        second = QRect(place.left(), place.top() + half, place.width(), half)
        when = self._when(each)
        painter.setFont(self._theme.font(12))
        painter.setPen(self._theme.color("text2" if each.next else "text3"))
        _right(painter, first, when)
        room = first.adjusted(0, 0, -painter.fontMetrics().horizontalAdvance(when) - 8, 0)
        painter.setFont(self._theme.font(13, 600))
        painter.setPen(self._theme.color("text"))
        _left(painter, room, gathering_title(each, self._t))
        painter.setFont(self._theme.font(12))
        painter.setPen(self._theme.color("text2"))
        _left(painter, second, self._what(each))
        self._paint_state(painter, second, each)

    def _paint_state(self, painter: QPainter, place: QRect, each: Gathering) -> None:
        if each.next is None:
            return
        color, text = state_told(each.next, self._t, self._live.document.clock())
        painter.setPen(self._theme.color(color))
        _right(painter, place, text)

    def _when(self, each: Gathering) -> str:
        if each.next is None:
            return self._t("no meeting")
        start = each.next.planned_start
        if start.date() == self._live.today:
            return self._t("today {time}", time=self._t.time(start))
        return self._t.short_day(start.date())

    def _what(self, each: Gathering) -> str:
        if each.next is None:
            return ""
        first = each.next.planned_start.date()
        often = how_often(each.rule, first, self._t) if each.rule else ""
        parts = [often or self._t("Meeting {n}", n=each.next.number)]
        parts.append(self._t("{n} min", n=each.next.planned_minutes))
        return " · ".join(parts)


def state_told(meeting: Meeting, t: Language, now: datetime) -> tuple[str, str]:
    """Colour and words for how far a meeting has come, trouble first."""
    if meeting.state is MeetingState.IN_PROGRESS:
        return "accent_text", "▶ " + t("In progress")
    if meeting.is_daily:
        return "text3", ""
    if meeting.missed(now):
        return "bad", "■ " + t("Not recorded")
    if meeting.minutes > meeting.planned_minutes and not meeting.locked:
        return "bad", "■ " + t("{n} min over", n=meeting.minutes - meeting.planned_minutes)
    if meeting.state is MeetingState.DRAFT and meeting.planned_start - now < SOON:
        return "watch", "▲ " + t("Not called yet")
    return "text3", t(MEETING_STATE_NAMES[meeting.state])


def _begins_kind(index: Index) -> bool:
    if index.row() == 0:
        return True
    before = index.model().index(index.row() - 1, 0).data(ROW_ROLE)
    mine: Gathering = index.data(ROW_ROLE)
    return bool(before.kind != mine.kind or (before.id == 0) != (mine.id == 0))


def _left(painter: QPainter, place: QRect, text: str) -> None:
    shown = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, place.width())
    painter.drawText(place, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, shown)


def _right(painter: QPainter, place: QRect, text: str) -> None:
    painter.drawText(place, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, text)
