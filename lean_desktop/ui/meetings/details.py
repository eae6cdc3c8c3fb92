"""The panel on the right: the meeting itself, its guests, and the item that is chosen."""

from collections.abc import Callable
from datetime import date, datetime, time

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from lean_desktop.domain.choosing import key_of
from lean_desktop.domain.clashes import OtherMeeting, told_shared
from lean_desktop.domain.errors import RuleBroken
from lean_desktop.domain.meetings import (
    MEETING_KIND_NAMES,
    AgendaItem,
    Guest,
    Meeting,
)
from lean_desktop.domain.minutes import rating_told
from lean_desktop.edits import meetings as edits
from lean_desktop.i18n import M_, Language, Message
from lean_desktop.queries import meetings as queries
from lean_desktop.queries.clashes import clashing_with
from lean_desktop.queries.minutes import ratings
from lean_desktop.ui.drafts import Drafts
from lean_desktop.ui.editor import Surroundings
from lean_desktop.ui.live_document import LiveDocument
from lean_desktop.ui.meetings import series_steps
from lean_desktop.ui.meetings.attendance_box import AttendanceBox
from lean_desktop.ui.meetings.item_panel import ItemPanel
from lean_desktop.ui.meetings.model import people_choices
from lean_desktop.ui.meetings.pulse_box import PulseBox
from lean_desktop.ui.theme import Theme
from lean_desktop.ui.widgets.beside import beside
from lean_desktop.ui.widgets.date_field import DateField
from lean_desktop.ui.widgets.field import ChoiceField, Field, LineField, TextField
from lean_desktop.ui.widgets.inspector import Inspector
from lean_desktop.ui.widgets.person_field import PickField
from lean_desktop.ui.widgets.tab_chain import tab_through

ONE, FOLLOWING = "one", "following"
OF_ONE_ONLY = ("kind", "day", "purpose", "note_taker")
"""Fields that have no meaning for the meetings that follow."""


class Details(Inspector):
    """Fields of one meeting and of one of its items."""

    def __init__(self, around: Surroundings, parent: QWidget | None = None) -> None:
        super().__init__(around.t("Meeting and item"), parent)
        self._around = around
        self.live: LiveDocument = around.live
        self.t: Language = around.t
        self._theme: Theme = around.theme
        self._meeting: Meeting | None = None
        self._item: AgendaItem | None = None
        self.setEnabled(not self.live.read_only)
        self.build_when_seen(self._fill)

    def _fill(self) -> None:
        self._heading = self.section(self.t("Item"))
        self.item = ItemPanel(self._around)
        self.add(self.item)
        self._came = self.section(self.t("Attendance and preparation"))
        self.attendance = AttendanceBox(self._around)
        self.add(self.attendance)
        self._beats = self.section(self.t("The group’s pulse"))
        self.pulse = PulseBox(self._around)
        self.add(self.pulse)
        self.rated = QLabel()
        self.rated.setProperty("look", "small")
        self.rated.setWordWrap(True)
        self.add(self.rated)
        self.section(self.t("Meeting"))
        self.reach = ChoiceField(
            self.t("A change here applies to"),
            self.t,
            self._show_reach,
            [(ONE, self.t("This meeting only")), (FOLLOWING, self.t("This and those that follow"))],
        )
        self.add(self.reach)
        self.clash = QLabel()
        self.clash.setTextFormat(Qt.TextFormat.PlainText)
        self.clash.setWordWrap(True)
        self.clash.setProperty("look", "watch")
        self.add(self.clash)
        self._fields = self._add_fields()
        self.section(self.t("Guests"))
        self._guests = GuestList(self.t, self._theme)
        self.add(self._guests)
        self._new_guest = LineField(
            self.t("Call a guest"),
            self.t,
            self._add_guest,
            hint=self.t("Name, then Enter"),
            suggestions=lambda: [name for _, name in people_choices(self.live)],
        )
        self._new_guest.stay_for_next()
        self.add(self._new_guest)
        self._drafts = Drafts(self.live, self)
        self.item.follow(self._drafts)
        for field in self.fields():
            self._drafts.follow(field)
        self.show_meeting(self._meeting)
        self.show_item(self._item)

    def show_meeting(self, meeting: Meeting | None) -> None:
        """Show this meeting's fields."""
        another = _key(meeting) != _key(self._meeting)
        self._meeting = meeting
        if meeting is None or not self.built():
            return
        values = {
            "title": meeting.title,
            "kind": meeting.kind.value,
            "day": self.t.date(meeting.planned_start.date()),
            "start": self.t.time(meeting.planned_start),
            "end": self.t.time(meeting.planned_end),
            "place": meeting.place,
            "purpose": meeting.purpose,
            "chair": meeting.chair,
            "note_taker": meeting.note_taker,
        }
        for name, value in values.items():
            self._fields[name].show_value(value)
            self._drafts.show(self._fields[name], f"meeting:{meeting.id}:{name}")
        if another:
            self.reach.show_value(ONE)
        self.reach.setVisible(meeting.series_id is not None and not meeting.locked)
        self._show_reach()
        self._show_guests(self.live.read(queries.guests, meeting.id))
        self._show_clashes(meeting)
        self._show_record(meeting)

    def _show_clashes(self, meeting: Meeting) -> None:
        """What else wants the same people or the same place, while there is time to change it."""
        ahead = not meeting.locked and meeting.planned_end > self.live.document.clock()
        found = self.live.read(clashing_with, meeting) if ahead else []
        self.clash.setText("\n".join(self._told_clash(each) for each in found))
        self.clash.setVisible(bool(found))

    def _told_clash(self, other: OtherMeeting) -> str:
        return "▲ " + self.t(
            "Clashes with {name}: {what}",
            name=f"{other.name} {self.t.time(other.start)}",
            what=told_shared(other.place, other.people),
        )

    def _show_record(self, meeting: Meeting) -> None:
        """Who came, from the day itself on, the pulse and the rating; a daily meeting has none."""
        self.attendance.show_meeting(None if meeting.is_daily else meeting)
        come = not meeting.is_daily and meeting.planned_start.date() <= self.live.today
        _section_of(self._came).setVisible(come)
        _section_of(self._heading).setVisible(not meeting.is_daily)
        held = self.pulse.show_meeting(meeting)
        self._beats.setText(
            self.t("The group’s pulse, last {n} meetings", n=held)
            if held
            else self.t("The group’s pulse: no meeting is closed yet")
        )
        rating = self.live.read(ratings, meeting.id)
        self.rated.setText(rating_told(rating, self.t))
        self.rated.setVisible(rating.answers > 0)
        beats = not meeting.is_daily and meeting.group_id is not None
        _section_of(self._beats).setVisible(beats)

    def show_item(self, item: AgendaItem | None) -> None:
        """Show the chosen item's fields, or none."""
        if not self.built():
            self._item = item
            return
        self._item = item
        self._heading.setText(
            self.t("Item {n}", n=item.position + 1) if item else self.t("No item is chosen")
        )
        self.item.show_item(self._meeting, item)

    def keep_drafts(self) -> None:
        """Keep what is typed and not committed."""
        if self.built():
            self._drafts.keep()

    # Inside

    def _add_fields(self) -> dict[str, Field]:
        t = self.t
        fields: dict[str, Field] = {
            "title": LineField(
                t("Own title"), t, lambda typed: self._set(M_("title"), title=typed)
            ),
            "kind": ChoiceField(
                t("Kind"),
                t,
                lambda key: self._set(M_("kind"), kind=key),
                [(kind.value, t(name)) for kind, name in MEETING_KIND_NAMES.items()],
            ),
            "day": DateField(t("Date"), t, self._theme, self._set_day, lambda: self.live.today),
            "start": LineField(t("Start"), t, self._set_start),
            "end": LineField(t("End"), t, self._set_end),
            "place": LineField(t("Place"), t, lambda typed: self._set(M_("place"), place=typed)),
            "purpose": TextField(
                t("Goal of the meeting"),
                t,
                lambda typed: self._set(M_("goal"), purpose=typed),
            ),
            "chair": PickField(
                t("Chair"),
                t,
                lambda key: self._set(M_("chair"), chair_id=key),
                lambda: people_choices(self.live),
            ),
            "note_taker": PickField(
                t("Note-taker"),
                t,
                lambda key: self._set(M_("note-taker"), note_taker_id=key),
                lambda: people_choices(self.live),
            ),
        }
        for name in ("title", "kind", "day"):
            self.add(fields[name])
        self.add(beside(fields["start"], fields["end"]))
        for name in ("place", "purpose", "chair", "note_taker"):
            self.add(fields[name])
        return fields

    def _follows(self) -> bool:
        return not self.reach.isHidden() and self.reach.text() == FOLLOWING

    def _show_reach(self, _key: str = "") -> None:
        """Those that follow share some of the fields; the others rest meanwhile."""
        for name in OF_ONE_ONLY:
            self._fields[name].setEnabled(not self._follows())

    def _set(self, what: Message, **fields: object) -> None:
        if self._meeting and self._follows():
            series_steps.change_following(self._around, self._meeting, **fields)
        elif self._meeting:
            label = M_("Change {what} of “{name}”", what=what, name=self._meeting.name)
            self.live.edit(label, edits.change_meetings, [self._meeting.id], **fields)

    def _set_day(self, day: date | None) -> None:
        if day is None:
            raise RuleBroken(M_("This cannot be empty. Write something, or press Esc."))
        if self._meeting:
            self._set(M_("date"), planned_start=_at(day, self._meeting.planned_start.time()))

    def _set_start(self, typed: str) -> None:
        if self._meeting:
            clock = self.t.parse_time(typed)
            start = _at(self._meeting.planned_start.date(), clock)
            at: dict[str, object] = (
                {"time_of_day": clock} if self._follows() else {"planned_start": start}
            )
            self._set(M_("start"), **at)

    def _set_end(self, typed: str) -> None:
        if self._meeting:
            end = _at(self._meeting.planned_start.date(), self.t.parse_time(typed))
            long = {"minutes": _minutes_between(self._meeting.planned_start, end)}
            self._set(M_("end"), **(long if self._follows() else {"planned_end": end}))

    def _add_guest(self, typed: str) -> None:
        if self._meeting and typed:
            known = _known(typed, people_choices(self.live))
            self.live.edit(
                M_("Call {name}", name=typed),
                edits.add_guest,
                self._meeting.id,
                person_id=known,
                name="" if known else typed,
            )

    def _show_guests(self, guests: list[Guest]) -> None:
        self._guests.show_guests(guests, self._drop_guest)
        tab_through(self._fields["note_taker"].editor, self._guests.takers)

    def _drop_guest(self, guest: Guest) -> None:
        self.live.edit(M_("Call {name} no more", name=guest.name), edits.remove_guests, [guest.id])


class GuestList(QWidget):
    """Names, each with a button that takes it away."""

    def __init__(self, t: Language, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._t = t
        self._theme = theme
        self._rows: list[QWidget] = []
        self.takers: list[QPushButton] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(2)
        self.hide()

    def show_guests(self, guests: list[Guest], drop: Callable[[Guest], object]) -> None:
        """Show these; `drop(guest)` is called for the one taken away."""
        for row in self._rows:
            row.deleteLater()
        self.takers = []
        self._rows = [self._row(guest, drop) for guest in guests]
        for row in self._rows:
            self._column.addWidget(row)
        self.setVisible(bool(guests))

    def _row(self, guest: Guest, drop: Callable[[Guest], object]) -> QWidget:
        row = QWidget()
        line = QHBoxLayout(row)
        line.setContentsMargins(0, 0, 0, 0)
        line.addWidget(QLabel(guest.name), 1)
        take = QPushButton()
        take.setProperty("kind", "ghost")
        take.setIcon(self._theme.icon("x"))
        take.setIconSize(QSize(14, 14))
        take.setAccessibleName(self._t("Take {name} off", name=guest.name))
        take.setToolTip(take.accessibleName())
        take.clicked.connect(lambda: drop(guest))
        line.addWidget(take)
        self.takers.append(take)
        return row


def _known(typed: str, people: list[tuple[int, str]]) -> int | None:
    try:
        return key_of(typed, people)
    except RuleBroken:
        return None  # Somebody from outside.


def _at(day: date, clock: time) -> datetime:
    return datetime.combine(day, clock)


def _section_of(heading: QLabel) -> QWidget:
    """The frame a heading stands in, with the lines around it."""
    return heading.parentWidget() or heading


def _key(meeting: Meeting | None) -> int | None:
    return meeting.id if meeting else None


def _minutes_between(start: datetime, end: datetime) -> int:
    return int((end - start).total_seconds()) // 60
