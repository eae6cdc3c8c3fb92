"""Two programs, one file: one writes, the others read along; a dead one is no hindrance."""

from contextlib import closing
from pathlib import Path

import pytest

from lean_desktop.document.document import Document
from lean_desktop.document.lock import lock_path, this_process
from lean_desktop.domain.errors import KnownError
from lean_desktop.edits import organisation as edits
from lean_desktop.i18n import M_
from tests.document.processes import other
from tests.document.rows import dump

ADD = M_("Add")


def names(document: Document) -> list[object]:
    return [row["first_name"] for row in dump(document)["person"].values()]


def test_the_second_one_reads_along_and_knows_who_writes(closed: Path) -> None:
    with other(closed) as first, closing(Document.open(closed)) as document:
        assert (first.said, document.read_only) == ("ready", True)
        assert document.holder is not None
        assert document.holder.is_ours()
        assert document.holder.user == this_process(document.clock()).user
        assert document.holder.since is not None
        assert not document.changed_outside()
        first.tell("add Ole")
        assert document.changed_outside().of("person").all
        assert names(document)[-1] == "Ole"
        assert not document.changed_outside()


def test_reading_never_holds_the_writer(closed: Path) -> None:
    with other(closed) as first, closing(Document.open(closed)) as document:
        names(document)
        first.tell("add Ole")  # Would wait five seconds and fail if a read were still open.
        document.close()
        first.tell("add Eva")


def test_what_is_open_to_read_only_refuses_every_change(closed: Path) -> None:
    with other(closed), closing(Document.open(closed)) as document:
        for change in (
            lambda: document.edit(ADD, edits.add_person, first_name="X"),
            lambda: document.aside(edits.add_person, first_name="X"),
            document.undo,
            document.redo,
        ):
            with pytest.raises(KnownError, match="read only"):
                change()
        assert (document.undo_label, document.redo_label) == (None, None)


def test_opened_to_read_it_takes_no_lock(closed: Path) -> None:
    with closing(Document.open(closed, writable=False)) as document:
        assert document.read_only
        assert document.holder is None
        assert list(closed.parent.iterdir()) == [closed]
        with other(closed) as second:
            assert second.said == "ready"
            second.tell("add Ole")
            assert document.changed_outside()


def test_closing_a_reader_leaves_the_writers_files_alone(closed: Path) -> None:
    with other(closed) as first:
        first.tell("add Ole")
        there = set(closed.parent.iterdir())
        Document.open(closed).close()
        assert set(closed.parent.iterdir()) == there
        first.tell("close")
        assert list(closed.parent.iterdir()) == [closed]


def test_when_the_holder_is_killed_the_next_one_writes_at_once(closed: Path) -> None:
    with other(closed) as first:
        first.tell("add Ole")
        first.kill()
        assert lock_path(closed).exists()
        with closing(Document.open(closed)) as document:
            assert not document.read_only
            assert names(document)[-1] == "Ole"
    assert list(closed.parent.iterdir()) == [closed]


def test_a_change_that_was_never_finished_is_tidied_up(closed: Path) -> None:
    with other(closed) as first:
        first.tell("add Ole")
        first.tell("hang Halv")
        first.kill()
    assert closed.with_name(closed.name + "-journal").stat().st_size > 0
    with pytest.raises(KnownError, match="never finished"):
        Document.open(closed, writable=False)
    with closing(Document.open(closed)) as document:
        assert names(document) == ["Kari", "Bjørn", "Åse", "Ole"]
    assert list(closed.parent.iterdir()) == [closed]


def test_a_document_already_open_here_is_not_opened_again(closed: Path) -> None:
    link = closed.with_name("link.leandesk")
    link.hardlink_to(closed)
    with closing(Document.open(closed)):
        for path in (closed, closed.parent / "." / closed.name, link):
            with pytest.raises(KnownError, match="already open"):
                Document.open(path)
    link.unlink()


def test_where_nothing_can_be_written_it_is_read_only(
    closed: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The tests may run as root, whom no permission stops; so the system is asked to say no."""
    monkeypatch.setattr("os.access", lambda path, mode: False)
    with closing(Document.open(closed)) as document:
        assert document.read_only
        assert document.holder is None
        assert names(document) == ["Kari", "Bjørn", "Åse"]
    assert list(closed.parent.iterdir()) == [closed]


def test_where_no_lock_can_be_made_it_is_read_only(
    closed: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(document: Path, now: object) -> None:
        raise PermissionError(13, "Permission denied", str(document))

    monkeypatch.setattr("lean_desktop.document.opening.FileLock", refuse)
    with closing(Document.open(closed)) as document:
        assert document.read_only
    with pytest.raises(KnownError, match="Nothing can be written in"):
        Document.create(closed.with_name("new.leandesk"))
