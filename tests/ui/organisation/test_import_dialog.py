"""The preview of an import: what is shown, what can be chosen, and what is written."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QPushButton
from pytestqt.qtbot import QtBot

from lean_desktop.domain.errors import KnownError
from lean_desktop.domain.people_import import Field
from lean_desktop.i18n import Language
from lean_desktop.queries.organisation import people
from lean_desktop.settings import Settings
from lean_desktop.ui.editor import Surroundings
from lean_desktop.ui.import_source import Reading, reading_file, reading_text
from lean_desktop.ui.live_document import LiveDocument
from lean_desktop.ui.organisation.import_dialog import ImportDialog
from lean_desktop.ui.organisation.import_model import NAME, OUTCOME, REASONS, ROW
from lean_desktop.ui.theme import Theme
from tests.dumps import dump

LIST = """Ansattnr;Fornavn;Etternavn;Startdato;Avdeling
1;Åse;Dahl;01.02.2020;Montering
2;Pål;Ødegård;31.02.2020;Montering
1;Kari;Moe;;

3;Bjørn;Næss;;
"""

Show = Callable[[Reading], ImportDialog]


@pytest.fixture
def show(
    qtbot: QtBot, live: LiveDocument, t: Language, theme: Theme, settings: Settings
) -> Iterator[Show]:
    shown: list[ImportDialog] = []

    def show(read: Reading) -> ImportDialog:
        dialog = ImportDialog(Surroundings(live, t, theme, settings), read, read("", "", ""))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, on=False)
        qtbot.addWidget(dialog)
        dialog.open()
        qtbot.waitExposed(dialog)
        shown.append(dialog)
        return dialog

    yield show
    for dialog in shown:
        dialog.close()


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "ansatte.csv"
    path.write_bytes(LIST.encode("cp1252"))
    return path


def rows(dialog: ImportDialog, *columns: int) -> list[tuple[str, ...]]:
    model = dialog.model
    return [
        tuple(model.index(row, column).data() for column in columns)
        for row in range(model.rowCount())
    ]


def press(dialog: ImportDialog, words: str) -> None:
    button = next(each for each in dialog.findChildren(QPushButton) if each.text() == words)
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def step(combo: QComboBox, key: Qt.Key) -> None:
    combo.setFocus()
    QTest.keyClick(combo, key)


def test_each_row_says_what_becomes_of_it(show: Show, file: Path) -> None:
    dialog = show(reading_file(file))
    assert rows(dialog, ROW, OUTCOME, NAME) == [
        ("2", "New", "Åse Dahl"),
        ("3", "New", "Pål Ødegård"),
        ("4", "Not imported", "Kari Moe"),
        ("6", "New", "Bjørn Næss"),
    ]
    assert "31.02.2020" in rows(dialog, REASONS)[1][0]
    assert dialog.source.found.text() == "ansatte.csv · 6 rows"
    assert dialog.summary.text() == "1 new unit · 1 blank row"
    assert dialog.import_button.text() == "Import 3 people"


def test_rows_of_one_kind(show: Show, file: Path) -> None:
    dialog = show(reading_file(file))
    press(dialog, "Not imported 1")
    assert rows(dialog, ROW) == [("4",)]
    press(dialog, "With remarks 1")
    assert rows(dialog, ROW) == [("3",)]


def test_the_whole_of_a_row_is_read_below_the_table(show: Show, file: Path) -> None:
    dialog = show(reading_file(file))
    dialog.table.setFocus()
    QTest.keyClick(dialog.table, Qt.Key.Key_Down)
    whole = dialog.whole.text()
    assert whole.startswith("Pål Ødegård · ")
    assert "31.02.2020" in whole
    assert whole.endswith("Unit: Montering")


def test_another_column_is_chosen_by_keyboard(show: Show, file: Path) -> None:
    dialog = show(reading_file(file))
    step(dialog.columns.fields[Field.UNIT], Qt.Key.Key_Home)
    assert dialog.summary.text() == "1 blank row"


def test_when_nobody_is_named_nothing_can_be_imported(show: Show, file: Path) -> None:
    dialog = show(reading_file(file))
    for field in (Field.NUMBER, Field.FIRST_NAME, Field.LAST_NAME):
        step(dialog.columns.fields[field], Qt.Key.Key_Home)
    assert dialog.refusal.isVisible()
    assert not dialog.import_button.isEnabled()
    assert dialog.import_button.text() == "Nothing to import"


def test_a_list_can_be_read_in_another_encoding(show: Show, tmp_path: Path) -> None:
    path = tmp_path / "ansatte.csv"
    path.write_bytes(LIST.encode())
    dialog = show(reading_file(path))
    assert dialog.source.encodings.currentText() == "UTF-8"
    step(dialog.source.encodings, Qt.Key.Key_Down)
    assert rows(dialog, NAME)[0] == ("Ã…se Dahl",)
    step(dialog.source.encodings, Qt.Key.Key_Up)
    assert rows(dialog, NAME)[0] == ("Åse Dahl",)


def test_an_encoding_that_does_not_fit_leaves_what_was_read(
    qtbot: QtBot, show: Show, file: Path
) -> None:
    dialog = show(reading_file(file))
    with qtbot.captureExceptions() as raised:
        step(dialog.source.encodings, Qt.Key.Key_Up)
    assert [kind for kind, _error, _place in raised] == [KnownError]
    assert dialog.source.encodings.currentText() == "Windows-1252"
    assert rows(dialog, NAME)[0] == ("Åse Dahl",)


def test_what_is_pasted_can_be_cut_another_way(show: Show) -> None:
    dialog = show(reading_text("Navn;Stilling\nDahl, Åse;Leder", "the clipboard"))
    assert not dialog.source.encodings.isVisible()
    assert rows(dialog, NAME) == [("Åse Dahl",)]
    step(dialog.source.delimiters, Qt.Key.Key_End)
    assert dialog.source.delimiters.currentText() == "commas"
    assert rows(dialog, NAME) != [("Åse Dahl",)]


def test_importing_is_one_step(show: Show, live: LiveDocument, file: Path) -> None:
    before = dump(live.document)
    dialog = show(reading_file(file))
    press(dialog, "Import 3 people")
    assert not dialog.isVisible()
    found = [each.name for each in live.read(people, today=live.today)]
    assert sorted(found) == ["Bjørn Næss", "Pål Ødegård", "Åse Dahl"]
    live.undo()
    assert dump(live.document) == before
    assert live.document.undo_label is None


def test_cancel_writes_nothing(show: Show, live: LiveDocument, file: Path) -> None:
    dialog = show(reading_file(file))
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()
    assert live.read(people, today=live.today) == []
