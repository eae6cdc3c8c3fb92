"""Meetings out to a calendar program from the window, read back by the library."""

from pathlib import Path
from typing import Any

import pytest
from icalendar import Calendar
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog

from lean_desktop.domain.errors import Cancelled
from lean_desktop.edits import meetings as edits
from lean_desktop.i18n import M_
from lean_desktop.ui import calendar_export
from lean_desktop.ui.live_document import LiveDocument
from lean_desktop.ui.main_window import MainWindow
from lean_desktop.ui.meetings.editor import MeetingsEditor
from lean_desktop.ui.person_calendar_dialog import PersonCalendarDialog
from tests.ui.hands import press

pytestmark = pytest.mark.qt_log_ignore("does not support (raise|grabbing)")  # popups offscreen


@pytest.fixture
def asked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The names that were suggested; the file goes to out.ics."""
    suggested: list[str] = []

    def answer(_parent: Any, _title: str, name: str, _kinds: str) -> tuple[str, str]:
        suggested.append(Path(name).name)
        return str(tmp_path / "out.ics"), ""

    monkeypatch.setattr(QFileDialog, "getSaveFileName", answer)
    return suggested


@pytest.fixture
def dialog(window: MainWindow, editor: MeetingsEditor) -> PersonCalendarDialog:
    window.menus.action("person_calendar").trigger()
    found = editor.findChild(PersonCalendarDialog)
    assert isinstance(found, PersonCalendarDialog)
    return found


def days(folder: Path) -> list[str]:
    events: list[Any] = Calendar.from_ical((folder / "out.ics").read_bytes()).walk("VEVENT")
    return [f"{each['DTSTART'].dt:%d %b}" for each in events]


def test_a_persons_meetings_from_today_on(
    dialog: PersonCalendarDialog, asked: list[str], tmp_path: Path
) -> None:
    QTest.keyClicks(dialog.person.editor, "ødeg")
    press(Qt.Key.Key_Return)  # the name
    dialog._export()
    assert asked == ["Åse Ødegård.ics"]
    assert days(tmp_path) == ["06 Oct", "20 Oct"]


def test_all_of_them_when_no_day_is_given(
    dialog: PersonCalendarDialog, asked: list[str], tmp_path: Path
) -> None:
    dialog.person.put("Åse")
    dialog.day.put("")
    dialog._export()
    assert asked
    assert days(tmp_path) == ["22 Sep", "06 Oct", "20 Oct"]


def test_what_is_missing_is_said_and_nothing_written(
    dialog: PersonCalendarDialog, asked: list[str]
) -> None:
    dialog._export()
    assert dialog.person.sentence.text() == "Write whose meetings."
    dialog.person.put("Hansen")
    dialog._export()
    assert "fits 2 names" in dialog.person.sentence.text()
    dialog.person.put("Pål")
    dialog.day.put("31/02/2026")
    dialog._export()
    assert dialog.day.sentence.text()
    dialog.day.put("01/01/2027")
    dialog._export()
    assert dialog.day.sentence.text() == "Pål Hansen has no meetings from that day on."
    assert asked == []
    assert dialog.isVisible()


def test_a_name_that_no_system_takes_is_made_one(
    window: MainWindow, filled: LiveDocument, asked: list[str]
) -> None:
    filled.edit(M_("x"), edits.change_meetings, [2], title="Linje 1/2: oppstart")
    window.menus.action("export_meeting").trigger()
    assert asked == ["Linje 1-2- oppstart 2.ics"]


def test_stopping_leaves_the_file_as_it_was(
    dialog: PersonCalendarDialog,
    asked: list[str],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def stopped(_title: str, task: Any, *_more: Any) -> Any:
        def report(_done: int, total: int) -> None:
            if total:
                raise Cancelled

        return task(report)

    monkeypatch.setattr(calendar_export, "run_long", stopped)
    (tmp_path / "out.ics").write_text("before")
    dialog.person.put("Åse")
    with pytest.raises(Cancelled):
        dialog._export()
    assert (tmp_path / "out.ics").read_text() == "before"
    assert asked
