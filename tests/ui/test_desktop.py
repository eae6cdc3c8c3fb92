"""The running program: opening and closing, other languages and looks, and errors nobody caught."""

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QTimer, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from lean_desktop.app import write_sample
from lean_desktop.document import trouble
from lean_desktop.document.document import Document
from lean_desktop.domain.errors import Cancelled, KnownError, RuleBroken
from lean_desktop.domain.own_words import OwnWord
from lean_desktop.edits import board as board_edits
from lean_desktop.edits import workspace as edits
from lean_desktop.i18n import M_
from lean_desktop.queries import workspace as queries
from lean_desktop.settings import Settings
from lean_desktop.ui.actions.word_dialog import WordDialog
from lean_desktop.ui.desktop import Desktop, language_code
from lean_desktop.ui.error_report import ErrorReportDialog
from lean_desktop.ui.known_error import KnownErrorDialog
from lean_desktop.ui.live_document import LiveDocument
from lean_desktop.ui.widgets.banner import Banner
from tests.ui.answers import Answers
from tests.ui.conftest import NOW

LEFT = Qt.MouseButton.LeftButton
CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def sample(tmp_path: Path) -> Path:
    path = tmp_path / "Verkstedindustri AS.leandesk"
    write_sample(path, NOW, "nb")
    return path


@pytest.fixture
def opened(desktop: Desktop, sample: Path, settings: Settings) -> LiveDocument:
    settings.set("tab", "meetings")
    desktop.open_path(sample)
    live = desktop.session.live
    assert live is not None
    return live


def banners(desktop: Desktop) -> list[str]:
    QApplication.processEvents()
    found = desktop.window.findChildren(Banner)
    return [banner.text.text() for banner in found if banner.isVisible()]


def rename(live: LiveDocument, name: str) -> None:
    live.edit(M_("Rename {name}", name=name), edits.describe, name=name, company="")


# Opening and closing


def test_the_welcome_page_is_shown_first(desktop: Desktop) -> None:
    assert desktop.window.windowTitle() == "Lean Desktop"
    assert not desktop.window.strip.isVisible()
    assert desktop.window.status.saved.text() == "No file is open"


def test_ctrl_n_makes_a_workspace_where_the_user_says(
    desktop: Desktop, answers: Answers, tmp_path: Path
) -> None:
    answers.given = [tmp_path / "Forbedring"]
    QTest.keyClick(desktop.window, Qt.Key.Key_N, CTRL)
    assert answers.asked == ["New workspace: Improvement work"]
    assert desktop.session.live is not None
    assert desktop.session.live.read(queries.workspace).name == "Forbedring"
    assert desktop.window.windowTitle() == "Forbedring – Lean Desktop"
    assert [each.path for each in desktop.recent.all()] == [tmp_path / "Forbedring.leandesk"]


def test_a_dialog_that_is_left_makes_nothing(desktop: Desktop, tmp_path: Path) -> None:
    QTest.keyClick(desktop.window, Qt.Key.Key_N, CTRL)
    assert desktop.session.live is None
    assert list(tmp_path.glob("*.leandesk")) == []


def test_ctrl_o_opens_and_ctrl_w_closes(desktop: Desktop, answers: Answers, sample: Path) -> None:
    answers.given = [sample]
    QTest.keyClick(desktop.window, Qt.Key.Key_O, CTRL)
    assert desktop.window.strip.isVisible()
    QTest.keyClick(desktop.window, Qt.Key.Key_W, CTRL)
    assert desktop.session.live is None
    assert desktop.window.windowTitle() == "Lean Desktop"
    assert [each.name for each in sample.parent.glob("*leandesk*")] == [sample.name]


def test_the_sample_is_made_in_the_language_of_the_window(
    desktop: Desktop, answers: Answers, tmp_path: Path
) -> None:
    answers.given = [tmp_path / "prøve.leandesk"]
    page = desktop._page
    assert page is not None
    QTest.mouseClick(page.ways[2], LEFT)
    assert desktop.session.live is not None
    assert desktop.session.live.read(queries.workspace).name == "Verkstedindustri AS"


def test_a_dropped_workspace_is_opened(qtbot: QtBot, desktop: Desktop, sample: Path) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(sample))])
    copy, none = Qt.DropAction.CopyAction, Qt.KeyboardModifier.NoModifier
    QApplication.sendEvent(desktop.window, QDragEnterEvent(QPoint(5, 5), copy, data, LEFT, none))
    QApplication.sendEvent(desktop.window, QDropEvent(QPointF(5, 5), copy, data, LEFT, none))
    qtbot.waitUntil(lambda: desktop.session.live is not None)


def test_what_is_no_workspace_is_told_and_the_open_one_stays(
    desktop: Desktop, opened: LiveDocument, answers: Answers, tmp_path: Path
) -> None:
    (tmp_path / "notat.leandesk").write_text("Ikke en arbeidsfil")
    answers.given = [tmp_path / "notat.leandesk"]
    QTest.keyClick(desktop.window, Qt.Key.Key_O, CTRL)
    told = desktop.window.findChild(KnownErrorDialog)
    assert isinstance(told, KnownErrorDialog)
    assert desktop.session.live is opened


def test_quitting_leaves_one_file_and_all_that_was_done(
    desktop: Desktop, opened: LiveDocument, sample: Path
) -> None:
    rename(opened, "Nytt navn")
    QTest.keyClick(desktop.window, Qt.Key.Key_Q, CTRL)
    assert not desktop.window.isVisible()
    assert [each.name for each in sample.parent.glob("*leandesk*")] == [sample.name]
    document = Document.open(sample)
    assert document.read(queries.workspace).name == "Nytt navn"
    document.close()


# Somebody else has it


HOLD = """
import sys
from pathlib import Path
from lean_desktop.document.document import Document
document = Document.open(Path(sys.argv[1]))
print("open", flush=True)
sys.stdin.readline()
document.close()
"""


@pytest.fixture
def held(sample: Path) -> Iterator[Path]:
    """The sample, open in another program."""
    with subprocess.Popen(
        [sys.executable, "-c", HOLD, str(sample)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        env={**os.environ, "USER": "siv.anita"},
    ) as other:
        assert other.stdin
        assert other.stdout
        other.stdout.readline()
        yield sample
        other.stdin.close()


def test_a_file_that_is_held_is_read_with_a_banner_that_names_who(
    desktop: Desktop, held: Path, settings: Settings
) -> None:
    settings.set("tab", "meetings")
    desktop.open_path(held)
    window = desktop.window
    (told,) = [text for text in banners(desktop) if "has had this file open on" in text]
    assert told.startswith("siv.anita has had")
    assert window.status.saved.text() == "Read only"
    off = [each for each in window.menus.commands() if each.edits]
    assert len(off) > 5
    assert not any(window.menus.action(each.name).isEnabled() for each in off)


# Language and look


@pytest.mark.parametrize("what", ["language", "look"])
def test_another_language_or_look_keeps_the_document_and_its_undo(
    desktop: Desktop, opened: LiveDocument, settings: Settings, what: str
) -> None:
    rename(opened, "Nytt navn")
    old = desktop.window
    if what == "language":
        settings.set("language", "nb")
        desktop._on_language()
    else:
        desktop.theme.choose("dark")
    assert desktop.window is not old
    assert desktop.session.live is opened
    assert desktop.window.shown_key() == "meetings"
    undo = desktop.window.menus.action("undo")
    assert undo.text().startswith("Angre: " if what == "language" else "Undo: ")
    undo.trigger()
    assert opened.read(queries.workspace).name == "Verkstedindustri AS"


def test_the_settings_dialog_switches_the_language_of_the_running_window(
    qtbot: QtBot, desktop: Desktop, opened: LiveDocument
) -> None:
    from lean_desktop.ui.settings_dialog import SettingsDialog

    QTest.keyClick(desktop.window, Qt.Key.Key_Comma, CTRL)
    dialog = desktop.window.findChild(SettingsDialog)
    assert isinstance(dialog, SettingsDialog)
    QTest.keyClick(dialog.language.combo, Qt.Key.Key_N)
    QTest.keyClick(dialog.language.combo, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: desktop.t.code == "nb")
    tabs = desktop.window.strip.tabs
    assert [tabs.tabText(index) for index in range(tabs.count())] == [
        "Organisasjon",
        "Møter",
        "Gjøremål",
        "Kompetanse",
        "Kaskade",
    ]


def test_qt_speaks_norwegian_too(desktop: Desktop, settings: Settings) -> None:
    settings.set("language", "nb")
    desktop._on_language()
    assert QApplication.translate("QPlatformTheme", "Cancel") == "Avbryt"


def test_the_language_is_the_one_chosen_or_that_of_the_system() -> None:
    assert language_code("nb") == "nb"
    assert language_code("en") == "en"
    assert language_code("system") == "en"  # tests run in no country


# Errors nobody caught


def test_a_broken_rule_is_a_banner_that_can_be_put_away(qtbot: QtBot, desktop: Desktop) -> None:
    desktop.fail(RuleBroken, RuleBroken(M_("That will not do.")))
    assert banners(desktop) == ["That will not do."]
    (banner,) = desktop.window.findChildren(Banner)
    with qtbot.waitSignal(banner.destroyed):
        QTest.mouseClick(banner.findChildren(QPushButton)[-1], LEFT)
    assert banners(desktop) == []


def test_a_known_error_says_what_happened_what_is_safe_and_what_to_do(desktop: Desktop) -> None:
    error = trouble.missing(Path("borte.leandesk"))
    desktop.fail(type(error), error)
    dialog = desktop.window.findChild(KnownErrorDialog)
    assert isinstance(dialog, KnownErrorDialog)
    told = " ".join(label.text() for label in dialog.findChildren(QLabel))
    for part in (error.happened, error.safe, error.remedy):
        assert desktop.t(part) in told


@pytest.mark.expects_log
def test_our_own_mistake_is_reported_without_what_the_document_says(desktop: Desktop) -> None:
    QTimer.singleShot(0, desktop, lambda: int("Åse Ødegård"))
    QApplication.processEvents()
    dialog = desktop.window.findChild(ErrorReportDialog)
    assert isinstance(dialog, ErrorReportDialog)
    assert "ValueError" in dialog.report.toPlainText()
    assert "Ødegård" not in dialog.report.toPlainText()


def test_work_that_was_stopped_is_no_error(desktop: Desktop) -> None:
    desktop.fail(Cancelled, Cancelled())
    assert banners(desktop) == []


def test_a_full_disk_is_told_and_stays_red_until_something_is_saved(
    desktop: Desktop, opened: LiveDocument
) -> None:
    status, bad = desktop.window.status, desktop.theme.color("bad").name()
    raw = opened.document._raw
    pages = raw.execute("PRAGMA page_count").fetchone()[0]
    raw.execute(f"PRAGMA max_page_count = {pages + 2}")
    with pytest.raises(KnownError):
        opened.edit(M_("Write much"), edits.keep_draft, "field", "x" * 1_000_000)
    assert status.saved.text().startswith("Not saved: ")
    assert bad in status.saved.styleSheet()
    raw.execute(f"PRAGMA max_page_count = {pages * 100}")
    rename(opened, "Nytt")
    assert status.saved.text() == "Saved 09:00"
    assert bad not in status.saved.styleSheet()


# What actions are called here


def test_actions_are_called_what_the_workspace_calls_them(
    desktop: Desktop, opened: LiveDocument, qtbot: QtBot
) -> None:
    first = desktop.window
    desktop.window.show_editor("actions")
    desktop.window.run_named("own_word")
    dialog = desktop.window.findChild(WordDialog)
    assert dialog is not None
    QTest.keyClicks(dialog.fields["one"].line, "tiltak")
    assert dialog.fields["the_several"].text() == "tiltakene"
    with qtbot.waitSignal(desktop.session.live.changed):  # type: ignore[union-attr]
        dialog.keep()
    qtbot.waitUntil(lambda: desktop.window is not first)
    assert desktop.t("New action") == "New tiltak"
    assert desktop.window.menus.action("new_action").text() == "New tiltak"
    opened.undo()
    qtbot.waitUntil(lambda: desktop.t("New action") == "New action")


def test_a_workspace_with_its_own_word_opens_and_closes_with_it(
    desktop: Desktop, sample: Path
) -> None:
    with closing(Document.open(sample)) as document:
        word = OwnWord("tiltak", "tiltaket", "tiltak", "tiltakene")
        document.edit(M_("x"), board_edits.call_actions, word)
    desktop.open_path(sample)
    assert desktop.t("New action") == "New tiltak"
    assert desktop.window.t is desktop.t
    desktop.window.run_named("close")
    assert desktop.t("New action") == "New action"
