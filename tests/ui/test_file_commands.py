"""What can be done with a workspace as a whole, from the File menu."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from lean_desktop.document.document import Document
from lean_desktop.i18n import Language
from lean_desktop.queries.workspace import workspace
from lean_desktop.ui.file_commands import FileCommands
from lean_desktop.ui.session import Session
from tests.ui.answers import Answers
from tests.ui.conftest import NOW


@pytest.fixture
def session(qapp: QApplication) -> Session:
    return Session(lambda: NOW, qapp)


@pytest.fixture
def files(session: Session, answers: Answers, t: Language) -> FileCommands:
    def sample(path: Path) -> None:
        Document.create(path).close()

    return FileCommands(session, answers, t, sample)  # type: ignore[arg-type]


def run(files: FileCommands, name: str) -> None:
    next(each for each in files.commands() if each.name == name).run()


def allowed(files: FileCommands) -> list[str]:
    return [each.name for each in files.commands() if each.allowed is None or each.allowed()]


def test_what_can_be_done_without_a_document(files: FileCommands) -> None:
    assert allowed(files) == ["new_workspace", "open"]


def test_ctrl_n_is_the_editors_when_one_is_shown(files: FileCommands, tmp_path: Path) -> None:
    def keys() -> str:
        return next(each.keys for each in files.commands() if each.name == "new_workspace")

    assert keys() == "New|Ctrl+Shift+N"
    files.create(tmp_path / "a")
    assert keys() == "Ctrl+Shift+N"
    run(files, "close")


def test_a_new_workspace_is_named_after_its_file(
    qtbot: QtBot, files: FileCommands, session: Session, answers: Answers, tmp_path: Path
) -> None:
    answers.given = [tmp_path / "Lean 2026"]
    with qtbot.waitSignal(files.opened_path) as opened:
        run(files, "new_workspace")
    assert opened.args == [tmp_path / "Lean 2026.leandesk"]
    assert session.live is not None
    assert session.live.read(workspace).name == "Lean 2026"
    assert len(allowed(files)) == len(files.commands())
    run(files, "close")


def test_a_copy_is_written_and_the_work_goes_on_in_the_first(
    files: FileCommands, session: Session, answers: Answers, tmp_path: Path
) -> None:
    files.create(tmp_path / "a")
    answers.given = [tmp_path / "kopi"]
    run(files, "save_copy")
    assert answers.asked == ["Save a copy: a copy"]
    assert session.live is not None
    assert session.live.document.path == tmp_path / "a.leandesk"
    copy = Document.open(tmp_path / "kopi.leandesk")
    assert copy.read(workspace).name == "a"
    copy.close()
    run(files, "close")


def test_a_moved_workspace_is_open_in_its_new_place(
    qtbot: QtBot, files: FileCommands, session: Session, answers: Answers, tmp_path: Path
) -> None:
    files.create(tmp_path / "a")
    answers.given = [tmp_path / "b"]
    with qtbot.waitSignal(files.opened_path) as opened:
        run(files, "move")
    assert opened.args == [tmp_path / "b.leandesk"]
    assert [each.name for each in tmp_path.glob("*.leandesk")] == ["b.leandesk"]
    run(files, "close")


@pytest.mark.parametrize("name", ["new_workspace", "open", "save_copy", "move"])
def test_a_dialog_that_is_left_changes_nothing(
    files: FileCommands, session: Session, answers: Answers, tmp_path: Path, name: str
) -> None:
    files.create(tmp_path / "a")
    before = session.live
    run(files, name)
    assert len(answers.asked) == 1
    assert session.live is before
    assert [each.name for each in tmp_path.glob("*.leandesk")] == ["a.leandesk"]
    run(files, "close")


def test_the_sample_is_made_and_opened(
    files: FileCommands, session: Session, answers: Answers, tmp_path: Path
) -> None:
    answers.given = [tmp_path / "prøve"]
    files.sample()
    assert session.live is not None
    assert session.live.document.path == tmp_path / "prøve.leandesk"
    run(files, "close")
