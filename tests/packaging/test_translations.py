"""The tool that keeps the translations in step with the code, and Qt's own texts."""

import gettext
import re
import shutil
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree

import pytest
from PySide6.QtCore import QTranslator
from PySide6.QtWidgets import QApplication, QLineEdit, QMessageBox
from pytestqt.qtbot import QtBot

import translations
from lean_desktop.resources import qt_catalogue, resource

CODE = """
t("Save")
self._t("Save {name}", name=x)
plural("{n} row", "{n} rows", 3)
M_("Joined " "here"); N_("Marked")
t(message)
"""
GOOD = """
msgid "Save"
msgstr "Lagre"

msgid "Save {name}"
msgstr "Lagre {name}"

msgid "{n} row"
msgid_plural "{n} rows"
msgstr[0] "{n} rad"
msgstr[1] "{n} rader"

msgid "Joined here"
msgstr "Satt sammen"

msgid "Marked"
msgstr "Merket"
"""


@pytest.fixture
def code(tmp_path: Path) -> Path:
    folder = tmp_path / "code"
    (folder / "inner").mkdir(parents=True)
    (folder / "inner" / "module.py").write_text(CODE)
    return folder


@pytest.fixture
def folder(tmp_path: Path, code: Path) -> Path:
    """A catalogue in which nothing is wrong."""
    made = tmp_path / "translations"
    made.mkdir()
    shutil.copy(resource("translations", "qtbase_nb.ts"), made)
    translations.update(code, made, [fragment(tmp_path, GOOD)])
    return made


def fragment(tmp_path: Path, text: str) -> Path:
    path = tmp_path / "fragment.po"
    path.write_text(text, "utf-8")
    return path


def change(folder: Path, old: str, new: str) -> None:
    path = folder / "nb.po"
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new), "utf-8")


def test_a_complete_catalogue_has_no_flaws(code: Path, folder: Path) -> None:
    assert translations.check(code, folder) == []


def test_the_compiled_catalogue_is_what_gettext_reads(folder: Path) -> None:
    with (folder / "nb.mo").open("rb") as file:
        read = gettext.GNUTranslations(file)
    assert read.gettext("Save {name}") == "Lagre {name}"
    assert read.gettext("Joined here") == "Satt sammen"
    assert [read.ngettext("{n} row", "{n} rows", n) for n in (1, 2)] == ["{n} rad", "{n} rader"]
    assert read.gettext("unknown") == "unknown"


def test_updating_twice_changes_nothing(code: Path, folder: Path) -> None:
    before = {path.name: path.read_bytes() for path in folder.iterdir()}
    translations.update(code, folder)
    assert {path.name: path.read_bytes() for path in folder.iterdir()} == before


def test_a_new_text_is_taken_in_and_asked_for(code: Path, folder: Path) -> None:
    (code / "new.py").write_text('t("Fresh")')
    assert translations.check(code, folder) == ["not in nb.po: 'Fresh'"]
    translations.update(code, folder)
    assert translations.check(code, folder) == ["not translated: 'Fresh'"]


def test_an_untranslated_text_is_shown_as_it_stands_in_the_code(code: Path, folder: Path) -> None:
    (code / "new.py").write_text('t("Fresh")')
    translations.update(code, folder)
    with (folder / "nb.mo").open("rb") as file:
        assert gettext.GNUTranslations(file).gettext("Fresh") == "Fresh"


def test_a_text_that_left_the_code_is_told_and_dropped(code: Path, folder: Path) -> None:
    (code / "inner" / "module.py").write_text(CODE.replace('N_("Marked")', ""))
    assert translations.check(code, folder) == ["no longer in the code: 'Marked'"]
    translations.update(code, folder)
    assert translations.check(code, folder) == []


def test_a_text_that_gains_a_plural_is_asked_for_anew(code: Path, folder: Path) -> None:
    (code / "inner" / "module.py").write_text(CODE.replace('"{n} rows"', '"{n} lines"'))
    assert "not in nb.po: '{n} row'" in translations.check(code, folder)


def test_a_fragment_goes_before_what_was_there(code: Path, folder: Path, tmp_path: Path) -> None:
    translations.update(code, folder, [fragment(tmp_path, 'msgid "Save"\nmsgstr "Ta vare på"\n')])
    assert 'msgstr "Ta vare på"' in (folder / "nb.po").read_text("utf-8")


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ('"Lagre {name}"', '"Lagre {navn}"', "other braces in the translation: 'Save {name}'"),
        ('"{n} rader"', '"rader"', "other braces in the translation: '{n} rows'"),
        ('"Lagre"', '""', "not translated: 'Save'"),
        ('"{n} rader"', '""', "not translated: '{n} row'"),
        ('msgid "Save"\n', '#, fuzzy\nmsgid "Save"\n', "marked fuzzy: 'Save'"),
    ],
)
def test_flaws_are_told(code: Path, folder: Path, old: str, new: str, told: str) -> None:
    change(folder, old, new)
    assert told in translations.check(code, folder)


def test_a_compiled_catalogue_must_be_fresh(code: Path, folder: Path) -> None:
    change(folder, '"Lagre"', '"Lagre nå"')
    (folder / "qtbase_nb.qm").unlink()
    told = ["not compiled anew: nb.mo", "not compiled anew: qtbase_nb.qm"]
    assert translations.check(code, folder) == told


def qt_texts() -> list[tuple[str, str]]:
    tree = ElementTree.parse(resource("translations", "qtbase_nb.ts"))
    found = [
        (message.findtext("source", ""), message.findtext("translation", ""))
        for message in tree.iter("message")
    ]
    assert len(found) > 200
    return found


@pytest.mark.parametrize(("english", "norwegian"), qt_texts())
def test_qt_texts_keep_places_and_keys(english: str, norwegian: str) -> None:
    assert norwegian
    assert re.findall(r"%\d", norwegian) == re.findall(r"%\d", english)
    assert norwegian.count("&") == english.count("&")


@pytest.fixture
def norwegian_qt(qapp: QApplication) -> Iterator[QTranslator]:
    translator = QTranslator(qapp)
    assert translator.load(str(qt_catalogue("nb")))
    qapp.installTranslator(translator)
    yield translator
    qapp.removeTranslator(translator)


@pytest.mark.usefixtures("norwegian_qt")
def test_qt_speaks_norwegian(qtbot: QtBot) -> None:
    buttons = QMessageBox.StandardButton
    box = QMessageBox(
        QMessageBox.Icon.NoIcon, "", "", buttons.Save | buttons.Discard | buttons.Cancel
    )
    qtbot.addWidget(box)
    assert {button.text() for button in box.buttons()} == {"Lagre", "Forkast", "Avbryt"}
    field = QLineEdit()
    qtbot.addWidget(field)
    menu = field.createStandardContextMenu()
    qtbot.addWidget(menu)
    texts = [action.text().split("\t")[0] for action in menu.actions() if action.text()]
    assert texts == ["&Angre", "&Gjør om", "Klipp &ut", "&Kopier", "&Lim inn", "Slett", "Merk alt"]
