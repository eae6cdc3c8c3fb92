"""At most one open document, and what happens when another takes its place."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from lean_desktop.document.document import Document
from lean_desktop.domain.errors import KnownError
from lean_desktop.queries.workspace import workspace
from lean_desktop.ui.session import Session, with_suffix
from tests.ui.conftest import NOW


@pytest.fixture
def session(qapp: QApplication) -> Session:
    return Session(lambda: NOW, qapp)


def test_a_new_workspace_is_open_and_named(qtbot: QtBot, session: Session, tmp_path: Path) -> None:
    with qtbot.waitSignal(session.opened):
        live = session.create(tmp_path / "Ny", "Forbedring")
    assert live.document.path == tmp_path / "Ny.leandesk"
    assert live.read(workspace).name == "Forbedring"
    assert live.today == NOW.date()
    session.close()


def test_what_exists_is_never_overwritten_and_what_is_open_stays(
    session: Session, tmp_path: Path
) -> None:
    (tmp_path / "opptatt.leandesk").write_text("mitt")
    live = session.create(tmp_path / "a", "A")
    with pytest.raises(KnownError):
        session.create(tmp_path / "opptatt", "B")
    assert session.live is live
    assert live.read(workspace).name == "A"
    assert (tmp_path / "opptatt.leandesk").read_text() == "mitt"
    session.close()


def test_another_takes_the_place_of_the_open_one(
    qtbot: QtBot, session: Session, tmp_path: Path
) -> None:
    session.create(tmp_path / "a", "A")
    session.close()
    session.create(tmp_path / "b", "B")
    with (
        qtbot.waitSignals([session.closing, session.opened]),
        qtbot.assertNotEmitted(session.closed),
    ):
        session.open(tmp_path / "a.leandesk")
    Document.open(tmp_path / "b.leandesk").close()
    session.close()


def test_a_moved_workspace_lies_in_the_new_place_only(session: Session, tmp_path: Path) -> None:
    session.create(tmp_path / "her", "Flyttes")
    (tmp_path / "dit").mkdir()
    moved = session.move(tmp_path / "dit" / "der")
    assert moved.document.path == tmp_path / "dit" / "der.leandesk"
    assert moved.read(workspace).name == "Flyttes"
    assert not (tmp_path / "her.leandesk").exists()
    session.close()


def test_a_move_that_fails_leaves_it_where_it_was(session: Session, tmp_path: Path) -> None:
    live = session.create(tmp_path / "her", "Blir")
    with pytest.raises(KnownError):
        session.move(tmp_path / "finnes ikke" / "der")
    assert session.live is live
    assert live.read(workspace).name == "Blir"
    session.close()


def test_closing_twice_tells_it_once(qtbot: QtBot, session: Session, tmp_path: Path) -> None:
    session.create(tmp_path / "a", "A")
    with qtbot.waitSignal(session.closed):
        session.close()
    with qtbot.assertNotEmitted(session.closed):
        session.close()


def test_the_ending_is_added_where_another_or_none_stands() -> None:
    assert with_suffix(Path("a")) == Path("a.leandesk")
    assert with_suffix(Path("a.leandesk")) == Path("a.leandesk")
    assert with_suffix(Path("rev. 2")) == Path("rev. 2.leandesk")
