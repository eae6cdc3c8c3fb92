"""The door: every change is committed whole, is one step, and can be taken back."""

import sqlite3
import threading
from collections.abc import Callable
from contextlib import closing
from datetime import datetime
from pathlib import Path

import pytest
from sqlalchemy import Connection

from lean_desktop.document.document import Document, live_paths
from lean_desktop.document.lock import FileLock
from lean_desktop.document.opening import take_lock
from lean_desktop.domain.errors import Cancelled, KnownError
from lean_desktop.edits import organisation as edits
from lean_desktop.edits import workspace
from lean_desktop.i18n import M_
from lean_desktop.queries import workspace as queries
from tests.document.rows import dump, fill_a_little, run, whole_dump

ADD = M_("Add person")


def people(document: Document) -> list[str]:
    return [str(row["first_name"]) for row in dump(document)["person"].values()]


def test_an_edit_returns_its_result_and_what_it_changed(document: Document) -> None:
    edited = document.edit(ADD, edits.add_person, first_name="Kari")
    assert edited.result == 1
    assert edited.changes.of("person").inserted == {1}
    assert people(document) == ["Kari"]


def test_an_edit_is_on_the_disk_when_it_returns(document: Document, path: Path) -> None:
    document.edit(ADD, edits.add_person, first_name="Kari")
    with closing(sqlite3.connect(f"{path.as_uri()}?mode=ro", uri=True)) as beside:
        assert beside.execute("SELECT first_name FROM person").fetchall() == [("Kari",)]


def test_undo_and_redo_go_back_and_forth(document: Document) -> None:
    document.edit(M_("Fill"), fill_a_little)
    states = [dump(document)]
    for index in range(5):
        document.edit(M_("Title"), edits.change_people, [1, 2], title=f"Leder {index}")
        states.append(dump(document))
    for state in reversed(states[:-1]):
        document.undo()
        assert dump(document) == state
    for state in states[1:]:
        document.redo()
        assert dump(document) == state
    assert not document.redo()


def test_undo_and_redo_are_named_after_the_step(document: Document) -> None:
    assert (document.undo_label, document.redo_label) == (None, None)
    document.edit(ADD, edits.add_person, first_name="Kari")
    assert (document.undo_label, document.redo_label) == (ADD, None)
    document.undo()
    assert (document.undo_label, document.redo_label) == (None, ADD)


def test_with_nothing_to_undo_nothing_happens(document: Document) -> None:
    assert not document.undo()
    assert not document.redo()


def test_a_new_edit_ends_redo(document: Document) -> None:
    document.edit(ADD, edits.add_person, first_name="Kari")
    document.undo()
    document.edit(ADD, edits.add_person, first_name="Åse")
    assert document.redo_label is None
    assert document._raw.execute("SELECT count(*) FROM temp.journal").fetchone() == (1,)


def test_a_failing_edit_leaves_file_log_and_stack_untouched(document: Document) -> None:
    document.edit(M_("Fill"), fill_a_little)
    before, logged = whole_dump(document), _log(document)
    with pytest.raises(sqlite3.IntegrityError):
        document.edit(M_("Half"), _half_then_fail)
    assert whole_dump(document) == before
    assert _log(document) == logged
    assert document.undo_label == M_("Fill")
    document.undo()
    assert people(document) == []


def test_a_failing_undo_leaves_file_log_and_stack_untouched(document: Document) -> None:
    document.edit(M_("Fill"), fill_a_little)
    document.edit(M_("Remove"), edits.remove_people, [1])
    before, logged = whole_dump(document), _log(document)
    document._raw.execute(
        "CREATE TEMP TRIGGER refuse BEFORE INSERT ON main.membership"
        " BEGIN SELECT RAISE(ABORT, 'no'); END"
    )
    with pytest.raises(sqlite3.IntegrityError):
        document.undo()
    assert whole_dump(document) == before
    assert _log(document) == logged
    assert document.undo_label == M_("Remove")
    document._raw.execute("DROP TRIGGER temp.refuse")
    document.undo()
    assert people(document) == ["Kari", "Bjørn", "Åse"]


def test_an_edit_that_changes_nothing_is_no_step(document: Document) -> None:
    document.edit(ADD, edits.add_person, first_name="Kari")
    saved = document.saved_at
    edited = document.edit(M_("Same"), edits.change_people, [1], first_name="Kari")
    assert not edited.changes
    assert (document.undo_label, document.saved_at) == (ADD, saved)


def test_what_came_and_went_within_an_edit_is_no_step(document: Document) -> None:
    def come_and_go(connection: Connection, /) -> None:
        edits.remove_people(connection, [edits.add_person(connection, first_name="X")])

    assert not document.edit(M_("Nothing"), come_and_go).changes
    assert document.undo_label is None
    assert _log(document) == []


def test_the_saved_time_is_that_of_the_last_edit(document: Document) -> None:
    assert document.saved_at is None
    document.clock = lambda: datetime(2026, 10, 6, 8, 42)
    document.edit(ADD, edits.add_person, first_name="Kari")
    assert document.saved_at == datetime(2026, 10, 6, 8, 42)
    document.clock = lambda: datetime(2026, 10, 6, 8, 43)
    document.undo()
    assert document.saved_at == datetime(2026, 10, 6, 8, 43)


def test_typing_in_one_field_is_one_step(document: Document) -> None:
    document.edit(ADD, edits.add_person, first_name="K")
    for text in ("Ka", "Kar", "Kari"):
        _type(document, "person/1/first_name", text)
    document.undo()
    assert people(document) == ["K"]
    document.redo()
    assert people(document) == ["Kari"]


def test_typing_elsewhere_or_later_is_another_step(document: Document) -> None:
    document.edit(ADD, edits.add_person, first_name="K")
    _type(document, "a", "Ka")
    _type(document, "b", "Kar")
    document.end_merging()
    _type(document, "b", "Kari")
    for name in ("Kar", "Ka", "K"):
        document.undo()
        assert people(document) == [name]


def test_typing_goes_on_as_a_step_of_its_own_after_an_undo(document: Document) -> None:
    document.edit(ADD, edits.add_person, first_name="K")
    _type(document, "a", "Ka")
    document.edit(ADD, edits.add_person, first_name="X")
    document.undo()
    _type(document, "a", "Kari")
    document.undo()
    assert people(document) == ["Ka"]


def test_what_is_written_aside_is_committed_and_no_step(document: Document) -> None:
    document.edit(ADD, edits.add_person, first_name="Kari")
    document.aside(workspace.keep_draft, "person/1/title", "Le")
    assert document.read(queries.drafts) == {"person/1/title": "Le"}
    assert document.undo_label == ADD
    document.undo()
    assert people(document) == []
    assert document.read(queries.drafts) == {"person/1/title": "Le"}


def test_undo_never_gives_a_number_back(document: Document) -> None:
    numbers = [document.edit(ADD, _numbered).result for _ in range(2)]
    document.undo()
    document.undo()
    assert [*numbers, document.edit(ADD, _numbered).result] == [1, 2, 3]


def test_a_read_within_a_read_or_an_edit_sees_the_same_state(document: Document) -> None:
    def nested(connection: Connection, /) -> int:
        edits.add_person(connection, first_name="Kari")
        return document.read(lambda _: document.read(_count))

    assert document.edit(ADD, nested).result == 1
    assert document.read(lambda _: document.read(_count)) == 1
    assert not document._raw.in_transaction


def test_an_edit_within_an_edit_is_refused_and_the_outer_one_rolled_back(
    document: Document,
) -> None:
    def nested(connection: Connection, /) -> None:
        edits.add_person(connection, first_name="Kari")
        document.edit(ADD, edits.add_person, first_name="Åse")

    with pytest.raises(sqlite3.OperationalError, match="within a transaction"):
        document.edit(ADD, nested)
    assert people(document) == []


def test_a_failing_read_leaves_no_transaction(document: Document) -> None:
    with pytest.raises(ZeroDivisionError):
        document.read(lambda _: 1 // 0)
    assert not document._raw.in_transaction


def test_a_query_cannot_leave_a_change(document: Document) -> None:
    document.read(lambda connection: edits.add_person(connection, first_name="Kari"))
    assert people(document) == []


def test_an_edit_is_stopped_from_another_thread(document: Document) -> None:
    count_forever = (
        "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT max(i) FROM n"
    )
    started = threading.Event()

    def long(connection: Connection, /) -> None:
        edits.add_person(connection, first_name="Kari")
        started.set()
        run(connection, count_forever)

    caught = InThread(lambda: document.edit(ADD, long))
    started.wait()
    while caught.is_alive():  # Until it falls into the long statement.
        document.interrupt()
        caught.join(0.01)
    assert isinstance(caught.error, Cancelled)
    assert people(document) == []
    assert document.undo_label is None


def test_an_interrupt_between_two_statements_is_not_lost(document: Document) -> None:
    def interrupted(connection: Connection, /) -> None:
        edits.add_person(connection, first_name="Kari")
        document.interrupt()

    with pytest.raises(Cancelled):
        document.edit(ADD, interrupted)
    assert people(document) == []
    document.edit(ADD, edits.add_person, first_name="Åse")
    assert people(document) == ["Åse"]


def test_an_interrupt_that_comes_too_late_stops_nothing(document: Document) -> None:
    document.interrupt()
    document.edit(ADD, edits.add_person, first_name="Kari")
    document.close()
    document.interrupt()


def test_edits_under_a_hail_of_interrupts_happen_whole_or_not_at_all(document: Document) -> None:
    stop = threading.Event()

    def hail() -> None:
        while not stop.is_set():
            document.interrupt()

    hailing = InThread(hail)
    done = 0
    for _ in range(100):
        try:
            document.edit(ADD, _two_people)
            done += 1
        except Cancelled:
            pass
    stop.set()
    hailing.join()
    assert len(people(document)) == 2 * done
    assert len(document._history.done) == done if document._history else False


def test_many_threads_take_turns(document: Document) -> None:
    def edit() -> None:
        for _ in range(20):
            document.edit(ADD, edits.add_person, first_name="Kari")
            document.read(_count)

    threads = [InThread(edit) for _ in range(4)]
    for thread in threads:
        thread.join()
        assert thread.error is None
    assert document.read(_count) == 80


def test_after_close_exactly_one_file_remains(document: Document, path: Path) -> None:
    document.edit(ADD, edits.add_person, first_name="Kari")
    assert len(list(path.parent.iterdir())) > 1
    document.close()
    assert list(path.parent.iterdir()) == [path]


def test_closing_twice_does_nothing_even_when_it_is_open_again(
    document: Document, path: Path
) -> None:
    document.close()
    with closing(Document.open(path)) as again:
        document.close()
        assert path.resolve() in live_paths()
        again.edit(ADD, edits.add_person, first_name="Kari")
        assert again._lock_file is not None
        assert again._lock_file.path.exists()


def test_closing_lets_go_of_everything_even_when_one_thing_fails(
    document: Document, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    raw = document._raw

    class Stubborn:
        def __getattr__(self, name: str) -> object:
            return getattr(raw, name)

        def close(self) -> None:
            raise sqlite3.OperationalError("no")

    monkeypatch.setattr(document, "_raw", Stubborn())
    with pytest.raises(sqlite3.OperationalError):
        document.close()
    raw.close()
    assert path.resolve() not in live_paths()
    with closing(Document.open(path)) as again:
        assert not again.read_only


def test_a_drive_that_is_gone_does_not_stop_closing(
    document: Document, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def gone(self: Path, missing_ok: bool = False) -> None:
        raise OSError(5, "Input/output error", str(self))

    monkeypatch.setattr(Path, "unlink", gone)
    document.close()
    monkeypatch.undo()
    with closing(Document.open(path)) as again:
        assert not again.read_only


def test_a_document_is_never_made_over_a_file(document: Document, path: Path) -> None:
    other = path.with_name("other.leandesk")
    other.write_text("mine")
    for there in (path, other):
        with pytest.raises(KnownError, match="already a file"):
            Document.create(there)
    assert other.read_text() == "mine"


def test_a_file_that_comes_while_we_take_the_lock_is_left_alone(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def slowly(path: Path) -> FileLock:
        path.write_text("mine")
        return take_lock(path)

    monkeypatch.setattr("lean_desktop.document.document.take_lock", slowly)
    with pytest.raises(KnownError, match="already a file"):
        Document.create(path)
    assert path.read_text() == "mine"
    assert list(path.parent.iterdir()) == [path]


def test_what_cannot_be_made_leaves_nothing(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(raw: sqlite3.Connection, found: object) -> None:
        raise sqlite3.OperationalError("no")

    monkeypatch.setattr("lean_desktop.document.opening.migrate", fail)
    with pytest.raises(sqlite3.OperationalError):
        Document.create(path)
    assert list(path.parent.iterdir()) == []


def test_no_document_in_a_folder_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(KnownError, match="Nothing can be written in"):
        Document.create(tmp_path / "none" / "x.leandesk")


def _type(document: Document, field: str, text: str) -> None:
    document.edit_merging(
        field, M_("Typing"), lambda c: edits.change_people(c, [1], first_name=text)
    )


def _log(document: Document) -> list[tuple[object, ...]]:
    return document._raw.execute("SELECT * FROM temp.journal").fetchall()


def _half_then_fail(connection: Connection, /) -> None:
    raw = connection.connection.driver_connection
    assert isinstance(raw, sqlite3.Connection)
    raw.execute("INSERT INTO person (first_name) VALUES ('Half')")
    raw.execute('DELETE FROM "group"')
    raw.execute("INSERT INTO unit (name) VALUES ('')")


def _numbered(connection: Connection, /) -> int:
    edits.add_person(connection, first_name="Kari")
    return workspace.next_number(connection, "meeting")


def _two_people(connection: Connection, /) -> None:
    edits.add_person(connection, first_name="Kari")
    edits.add_person(connection, first_name="Åse")


def _count(connection: Connection, /) -> int:
    return int(connection.exec_driver_sql("SELECT count(*) FROM person").scalar_one())


class InThread(threading.Thread):
    """Runs at once; keeps the error."""

    def __init__(self, work: Callable[[], object]) -> None:
        super().__init__(daemon=True)
        self._work = work
        self.error: BaseException | None = None
        self.start()

    def run(self) -> None:
        try:
            self._work()
        except BaseException as error:
            self.error = error
