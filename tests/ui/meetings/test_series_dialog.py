"""Planning a series, the company calendar, and meetings out to a calendar program."""

from datetime import date
from pathlib import Path

import pytest
from icalendar import Calendar
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog, QInputDialog
from pytestqt.qtbot import QtBot

from lean_desktop.domain.preparation import Asked
from lean_desktop.domain.recurrence_pattern import Every
from lean_desktop.edits import meetings as meeting_edits
from lean_desktop.i18n import M_, Language
from lean_desktop.queries import meetings as queries
from lean_desktop.queries.series import closed_periods, series, shift_rotas
from lean_desktop.ui.live_document import LiveDocument
from lean_desktop.ui.main_window import MainWindow
from lean_desktop.ui.meetings.calendar_dialog import CalendarDialog
from lean_desktop.ui.meetings.details import FOLLOWING, ONE
from lean_desktop.ui.meetings.editor import MeetingsEditor
from lean_desktop.ui.meetings.model import people_choices
from lean_desktop.ui.meetings.series_change_dialog import SeriesChangeDialog
from lean_desktop.ui.meetings.series_dialog import SeriesDialog

pytestmark = pytest.mark.qt_log_ignore("does not support (raise|grabbing)")  # popups offscreen


@pytest.fixture
def dialog(window: MainWindow, editor: MeetingsEditor) -> SeriesDialog:
    window.menus.action("plan_series").trigger()
    found = editor.findChild(SeriesDialog)
    assert isinstance(found, SeriesDialog)
    return found


def step(live: LiveDocument, t: Language) -> str:
    label = live.document.undo_label
    return t(label) if label else ""


def test_a_series_is_one_step_and_its_first_meeting_is_shown(
    editor: MeetingsEditor, dialog: SeriesDialog, filled: LiveDocument, t: Language
) -> None:
    before = len(filled.read(queries.meetings))
    dialog.until.put("31/12/2026")
    dialog.show_days()
    assert dialog.told.text().startswith("Every 2nd week on Tuesday · 7 meetings\nTue 6 Oct, ")
    dialog._plan()
    assert step(filled, t) == "Plan a series: Montering"
    assert len(filled.read(queries.meetings)) == before + 7
    (one,) = filled.read(series, now=filled.document.clock())
    assert (one.group, one.meetings, one.planned_to) == ("Montering", 7, date(2026, 12, 31))
    assert editor._meeting
    assert editor._meeting.series_id == one.id
    assert editor.page.model
    assert editor.page.model.rowCount() > 0  # the template's agenda
    filled.undo()
    assert len(filled.read(queries.meetings)) == before


def test_only_what_the_choice_asks_for_is_shown(dialog: SeriesDialog) -> None:
    assert not dialog.rule.weekdays.isHidden()
    dialog.rule.every.combo.setCurrentIndex(
        dialog.rule.every.combo.findData(Every.MONTH_WEEKDAY.value)
    )
    assert dialog.rule.weekdays.isHidden()
    assert not dialog.rule.nth.isHidden()
    assert "Every 2nd month on the first Tuesday" in dialog.told.text()


def test_what_cannot_be_planned_says_why(dialog: SeriesDialog, filled: LiveDocument) -> None:
    before = len(filled.read(queries.meetings))
    dialog.rule.interval.put("x")
    dialog._plan()
    assert dialog.told.text() == "“x” is no number. Write 1, 2 or 3."
    dialog.rule.interval.put("1")
    dialog.rule.weekdays.show_weekdays(())
    dialog._plan()
    assert dialog.told.text() == "Choose at least one weekday."
    assert len(filled.read(queries.meetings)) == before


def test_a_meeting_on_a_closed_day_is_told_as_moved(
    dialog: SeriesDialog, filled: LiveDocument
) -> None:
    dialog.day.put("17/05/2027")
    dialog.rule.weekdays.show_weekdays((0,))
    dialog.until.put("31/05/2027")
    dialog.show_days()
    assert "Tue 18 May (moved)" in dialog.told.text()


def test_a_series_goes_on_and_ends(
    window: MainWindow, editor: MeetingsEditor, dialog: SeriesDialog, filled: LiveDocument
) -> None:
    dialog.until.put("31/12/2026")
    dialog._plan()
    window.menus.action("extend_series").trigger()
    (one,) = filled.read(series, now=filled.document.clock())
    assert one.planned_to.year == 2027
    editor.step(1)
    while not editor.in_series():
        editor.step(1)
    window.menus.action("remove_following").trigger()
    (one,) = filled.read(series, now=filled.document.clock())
    assert one.meetings == 1


def test_closing_days_moves_what_was_planned(
    window: MainWindow, editor: MeetingsEditor, dialog: SeriesDialog, filled: LiveDocument
) -> None:
    dialog.until.put("31/12/2026")
    dialog._plan()
    window.menus.action("company_calendar").trigger()
    calendar = editor.findChild(CalendarDialog)
    assert isinstance(calendar, CalendarDialog)
    calendar.name.put("Plantestans")
    calendar.first.put("19/10/2026")
    calendar.last.put("21/10/2026")
    calendar._add()
    (period,) = filled.read(closed_periods)
    assert (period.name, period.last_day) == ("Plantestans", date(2026, 10, 21))
    (one,) = filled.read(series, now=filled.document.clock())
    starts = [
        each.planned_start.date()
        for each in filled.read(queries.meetings)
        if each.series_id == one.id
    ]
    assert date(2026, 10, 20) not in starts
    assert date(2026, 10, 22) in starts
    filled.undo()
    assert filled.read(closed_periods) == []


def test_the_usual_ones_are_added_once(editor: MeetingsEditor, filled: LiveDocument) -> None:
    calendar = CalendarDialog(editor.around, 1, editor)
    calendar._add_usual()
    names = [each.name for each in filled.read(closed_periods)]
    assert len(names) == 3  # this summer is over
    calendar._add_usual()
    assert len(filled.read(closed_periods)) == 3
    calendar.list.setCurrentRow(0)
    calendar._remove()
    assert len(filled.read(closed_periods)) == 2


def test_a_rota_is_written_and_taken_away(editor: MeetingsEditor, filled: LiveDocument) -> None:
    calendar = CalendarDialog(editor.around, 1, editor)
    calendar.cycle.put("ddddd--")
    calendar.cycle.commit()
    (rota,) = filled.read(shift_rotas)
    assert (rota.cycle, rota.first_day) == ("DDDDD--", filled.today)
    calendar.cycle.put("")
    calendar.cycle.commit()
    assert filled.read(shift_rotas) == []


def test_a_meeting_goes_out_to_a_calendar(
    window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "m.ics"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_args: (str(path), ""))
    window.menus.action("export_meeting").trigger()
    text = path.read_text("utf-8")
    assert "SUMMARY:Montering" in text
    assert "DTSTART;TZID=Europe/Oslo:20261006T130000" in text


@pytest.fixture
def in_series(window: MainWindow, editor: MeetingsEditor, dialog: SeriesDialog) -> MeetingsEditor:
    """A series of seven is planned, and its second meeting is shown."""
    dialog.until.put("31/12/2026")
    dialog._plan()
    editor.step(1)
    while not editor.in_series():
        editor.step(1)
    return editor


def starts_of(live: LiveDocument) -> list[str]:
    return [
        f"{each.planned_start:%d.%m. %H:%M}"
        for each in live.read(queries.meetings)
        if each.series_id is not None
    ]


def changing(window: MainWindow, editor: MeetingsEditor) -> SeriesChangeDialog:
    window.menus.action("change_series").trigger()
    found = editor.findChild(SeriesChangeDialog)
    assert isinstance(found, SeriesChangeDialog)
    return found


def test_the_rule_changes_from_a_meeting_on_in_one_step(
    window: MainWindow, in_series: MeetingsEditor, filled: LiveDocument, t: Language
) -> None:
    before = starts_of(filled)
    dialog = changing(window, in_series)
    assert dialog.told.text().startswith("Every 2nd week on Tuesday · 6 meetings\n")
    dialog.rule.weekdays.show_weekdays((3,))
    dialog.start.put("14:30")
    dialog.show_days()
    assert dialog.told.text().startswith("Every 2nd week on Thursday · 6 meetings\n")
    dialog._change()
    after = starts_of(filled)
    assert step(filled, t) == "Change Montering from here on"
    assert after[0] == before[0]
    assert after[1:3] == ["22.10. 14:30", "05.11. 14:30"]
    filled.undo()
    assert starts_of(filled) == before


def test_what_was_not_changed_makes_no_step(
    window: MainWindow, in_series: MeetingsEditor, filled: LiveDocument, t: Language
) -> None:
    changing(window, in_series)._change()
    assert step(filled, t) == "Plan a series: Montering"


def test_a_rule_that_is_none_is_told_and_changes_nothing(
    window: MainWindow, in_series: MeetingsEditor, filled: LiveDocument
) -> None:
    before = starts_of(filled)
    dialog = changing(window, in_series)
    dialog.rule.weekdays.show_weekdays(())
    dialog._change()
    assert dialog.told.text() == "Choose at least one weekday."
    assert dialog.isVisible()
    assert starts_of(filled) == before


def test_a_field_applies_to_one_or_to_all_that_follow(
    qtbot: QtBot, in_series: MeetingsEditor, filled: LiveDocument
) -> None:
    details = in_series.details
    qtbot.waitUntil(details.built)
    chosen = in_series._meeting
    assert chosen

    def places() -> list[str]:
        found = filled.read(queries.meetings_of_series, chosen.series_id or 0)
        return [each.place for each in filled.read(queries.meetings, found)]

    first = places()[0]
    details._fields["place"].put("Rom 5")
    details._fields["place"].try_commit()
    assert places().count("Rom 5") == 1
    details.reach.put(FOLLOWING)
    details.reach.try_commit()
    assert not details._fields["day"].isEnabled()
    details._fields["place"].put("Rom 6")
    details._fields["place"].try_commit()
    assert places() == [first, *["Rom 6"] * 6]
    details._fields["start"].put("09:15")
    details._fields["start"].try_commit()
    assert [each[-5:] for each in starts_of(filled)] == ["13:00", *["09:15"] * 6]
    filled.undo()
    filled.undo()
    assert places().count("Rom 5") == 1


def test_another_meeting_is_changed_alone_again(qtbot: QtBot, in_series: MeetingsEditor) -> None:
    details = in_series.details
    qtbot.waitUntil(details.built)
    details.reach.put(FOLLOWING)
    details.reach.try_commit()
    in_series.step(1)
    assert details.reach.text() == ONE
    assert details._fields["day"].isEnabled()


def test_a_persons_meetings_go_out_to_a_calendar(
    window: MainWindow, filled: LiveDocument, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "p.ics"
    (first, *_) = people_choices(filled)
    chosen = f"{first[1]} ({first[0]})"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_args: (str(path), ""))
    monkeypatch.setattr(QInputDialog, "getItem", lambda *_args, **_more: (chosen, True))
    window.menus.action("export_person").trigger()
    assert path.read_text("utf-8").startswith("BEGIN:VCALENDAR")


def test_the_preparation_goes_out_as_text_and_as_days(
    window: MainWindow,
    editor: MeetingsEditor,
    filled: LiveDocument,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    key, name = people_choices(filled)[0]
    filled.edit(M_("x"), meeting_edits.add_guest, 2, person_id=key)
    (item, *_) = filled.read(queries.items, meeting_id=2)
    filled.edit(M_("x"), meeting_edits.set_tasks, item.id, [Asked("Skisse av soner", key)])
    editor.show_meeting(2)
    path = tmp_path / "f.ics"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_args: (str(path), ""))
    window.menus.action("export_preparation").trigger()
    (day,) = Calendar.from_ical(path.read_bytes()).walk("VEVENT")
    told = day.to_ical().decode()
    assert "DTSTART;VALUE=DATE:20261005" in told
    assert "Skisse av soner" in told
    window.menus.action("copy_preparation").trigger()
    assert f"{name}:\n- Skisse av soner (item 1" in QGuiApplication.clipboard().text()
