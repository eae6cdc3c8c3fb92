"""Preparation out to people: the text that is copied, and the files for their calendars."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest
from icalendar import Calendar
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QFileDialog

from lean_desktop.domain.preparation import Asked
from lean_desktop.edits import meetings as edits
from lean_desktop.edits import organisation
from lean_desktop.i18n import M_
from lean_desktop.ui.live_document import LiveDocument
from lean_desktop.ui.main_window import MainWindow
from lean_desktop.ui.meetings.editor import MeetingsEditor
from lean_desktop.ui.meetings.preparation_dialog import PreparationDialog
from tests.ui.hands import click, press

TODAY = 2
PAL, ASE, KARI = 1, 2, 3


@pytest.fixture
def asked(filled: LiveDocument) -> LiveDocument:
    """Åse has a task for the second item of today's meeting, and Kari one for the third."""
    filled.edit(M_("x"), edits.set_tasks, 5, [Asked("Lese saken", ASE)])
    filled.edit(M_("x"), edits.set_tasks, 6, [Asked("Ett forslag", KARI)])
    return filled


def opened(window: MainWindow, editor: MeetingsEditor) -> PreparationDialog:
    window.menus.action("send_preparation").trigger()
    found = editor.findChild(PreparationDialog)
    assert isinstance(found, PreparationDialog)
    found.activateWindow()  # as a window manager does
    QApplication.processEvents()
    return found


def copied() -> str:
    return QApplication.clipboard().text()


def days(path: Path) -> list[Any]:
    return list(Calendar.from_ical(path.read_bytes()).walk("VEVENT"))


def test_the_text_for_one_is_copied_by_keys(
    window: MainWindow, editor: MeetingsEditor, asked: LiveDocument
) -> None:
    dialog = opened(window, editor)
    assert [dialog.list.item(row).text() for row in range(dialog.list.count())] == [
        *("Everyone", "Åse Ødegård", "Kari Hansen")
    ]
    press(Qt.Key.Key_Down)
    press(Qt.Key.Key_Return)
    assert copied() == dialog.text.toPlainText()
    assert copied().startswith("Hello Åse,\n\nMontering\nTuesday 6 October 2026 13:00–13:45\n")
    assert "- Lese saken (for “Skiftbytte” at 13:05)" in copied()
    assert "Ett forslag" not in copied()
    assert dialog.copied.text() == "Copied"
    press(Qt.Key.Key_Down)
    assert dialog.copied.text() == "Copy text for mail"


def test_the_text_for_everyone_names_who_prepares_what(
    window: MainWindow, editor: MeetingsEditor, asked: LiveDocument
) -> None:
    dialog = opened(window, editor)
    click(dialog.copied)
    assert "- Åse Ødegård: Lese saken (for" in copied()
    assert "- Kari Hansen: Ett forslag (for" in copied()
    assert asked.document.undo_label  # the task; copying is no step of its own
    assert str(asked.document.undo_label) == "x"


def test_one_day_for_one_person(
    window: MainWindow,
    editor: MeetingsEditor,
    asked: LiveDocument,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    names = []

    def answer(_parent: Any, _title: str, name: str, _kinds: str) -> tuple[str, str]:
        names.append(Path(name).name)
        return str(tmp_path / "p.ics"), ""

    monkeypatch.setattr(QFileDialog, "getSaveFileName", answer)
    dialog = opened(window, editor)
    dialog.list.setCurrentRow(2)
    click(dialog.to_calendar)
    assert names == ["Kari Hansen 2026-10-06 Montering.ics"]
    (day,) = days(tmp_path / "p.ics")
    assert day["DTSTART"].dt == date(2026, 10, 6)
    assert str(day["SUMMARY"]) == "Prepare: Montering"
    assert "Ett forslag" in str(day["DESCRIPTION"])
    assert "Lese saken" not in str(day["DESCRIPTION"])


def test_a_file_for_each_even_of_one_name(
    window: MainWindow,
    editor: MeetingsEditor,
    asked: LiveDocument,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    asked.edit(M_("x"), organisation.change_people, [KARI], first_name="Åse", last_name="Ødegård")
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_args: str(tmp_path))
    dialog = opened(window, editor)
    click(dialog.to_calendar)
    made = sorted(path.name for path in tmp_path.glob("*.ics"))
    assert made == [f"Åse Ødegård {key} 2026-10-06 Montering.ics" for key in (ASE, KARI)]
    told = [str(days(tmp_path / name)[0]["DESCRIPTION"]) for name in made]
    assert "Lese saken" in told[0]
    assert "Ett forslag" in told[1]


def test_thinking_better_of_it_writes_nothing(
    window: MainWindow,
    editor: MeetingsEditor,
    asked: LiveDocument,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_args: "")
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_args: ("", ""))
    dialog = opened(window, editor)
    for row in (0, 1):
        dialog.list.setCurrentRow(row)
        click(dialog.to_calendar)
    assert list(tmp_path.glob("**/*.ics")) == []
    assert dialog.isVisible()


def test_with_nobody_asked_there_is_still_the_agenda(
    window: MainWindow, editor: MeetingsEditor
) -> None:
    dialog = opened(window, editor)
    assert dialog.list.count() == 1
    assert not dialog.to_calendar.isEnabled()
    assert "13:05  Skiftbytte (20 min)" in dialog.text.toPlainText()
