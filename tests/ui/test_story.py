"""The story a coordinator lives through: from an HR list to a printed agenda, and back again."""

import io
import json
from contextlib import closing
from datetime import datetime
from pathlib import Path
from typing import TypeVar

import pytest
from pypdf import PdfReader
from PySide6.QtCore import QRect, Qt
from PySide6.QtWidgets import QApplication, QFileDialog, QTableView, QWidget
from pytestqt.qtbot import QtBot
from sqlalchemy import Connection

from lean_desktop.__main__ import main
from lean_desktop.document.document import Document
from lean_desktop.domain.organisation import GroupKind, GroupRole
from lean_desktop.edits import meetings as meeting_edits
from lean_desktop.edits import organisation as organisation_edits
from lean_desktop.i18n import M_
from lean_desktop.queries import organisation as queries
from lean_desktop.queries.meetings import shipped_templates
from lean_desktop.settings import Settings
from lean_desktop.ui.desktop import Desktop
from lean_desktop.ui.import_table import NAME, OUTCOME, ROW
from lean_desktop.ui.meetings.editor import MeetingsEditor
from lean_desktop.ui.meetings.model import KIND, MINUTES, PRESENTER, START, TITLE
from lean_desktop.ui.meetings.plan_dialog import PlanDialog
from lean_desktop.ui.organisation.editor import OrganisationEditor
from lean_desktop.ui.organisation.group_panel import GroupPanel
from lean_desktop.ui.organisation.import_dialog import ImportDialog
from lean_desktop.ui.organisation.import_model import REASONS
from lean_desktop.ui.print_preview import PrintPreview
from lean_desktop.ui.recent_list import RecentList
from lean_desktop.ui.welcome import WelcomePage
from lean_desktop.ui.widgets.table import Table
from tests.dumps import dump
from tests.ui.answers import Answers
from tests.ui.conftest import NOW, Start
from tests.ui.hands import choose, click, click_cell, drag, press, shown, type_in_cell, write

pytestmark = pytest.mark.qt_log_ignore("does not support (raise|grabbing)")  # popups offscreen

W = TypeVar("W", bound=QWidget)
TODAY = NOW.date()
Key = Qt.Key
CTRL, SHIFT, ALT = (
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.AltModifier,
)

HR_LIST = """\
Ansattnr;Fornavn;Etternavn;Stilling;Avdeling;Nærmeste leder;E-post;Mobil;Startdato;Stillingsprosent
1000;Vegard;Andersen;Daglig leder;Administrasjon;;;929 84 664;19.02.2007;100
1002;Dag;Olsen;Avdelingsleder;Støperi;Vegard Andersen;1002@v.example;902 57 465;30.10.1995;37,5
1004;Dag;Næss;Avdelingsleder;Montering;Vegard Andersen;1004@v.example;986 27 430;31.02.2020;100
1007;Pål ;Ødegård;Operatør;Montering;Dag Næss;1007@v.example;991 58 787;19.08.2012;50
1008;Åse;O'Brien;Operatør;Montering;Dag Næss;1008@v.example;951 63 742;26.08.2004;100
1013;Lars;Årnes;Mekaniker;Montering;Ukjent Leder;;942 88 153;28.04.2014;100
1018;Sølvi;Løvås;Elektriker;Montering;Dag Næss;1018@v.example;931 09 691;25.01.2002;100
1019;Unni;Dahl;Mekaniker;Støperi;Dag Olsen;1019@v.example;974 79 695;01.03.1995;100
1022;Karl-Johan;Bakken;Truckfører;Støperi;Dag Olsen;1022@v.example;951 93 352;09.10.2004;80
1002;Dag;Olsen;Avdelingsleder;Støperi;Vegard Andersen;1002@v.example;902 57 465;30.10.1995;37,5
1029;Kari;Moen;Prosessingeniør;Støperi;Dag Olsen;1029@v.example;998 44 882;13.11.1996;80
;;;;;;;;;
"""
"""Ten people; two cells that will not do, one row too many, and a blank one."""

GROUP = "Forbedringsgruppe Montering"
Steps = list[dict[str, list[tuple[object, ...]]]]


@pytest.fixture
def hr_list(tmp_path: Path) -> Path:
    """What an HR system exports: semicolons, Windows-1252, and the usual mistakes."""
    path = tmp_path / "ansatte.csv"
    path.write_bytes(HR_LIST.replace("\n", "\r\n").encode("cp1252"))
    return path


def test_from_an_hr_list_to_a_printed_agenda(
    qtbot: QtBot,
    start: Start,
    settings: Settings,
    answers: Answers,
    hr_list: Path,
    tmp_path: Path,
) -> None:
    desktop = start()
    choose_norwegian(qtbot, desktop)
    path = make_workspace(desktop, answers, tmp_path)
    empty = dump(document_of(desktop))
    import_people(desktop, answers, hr_list)
    make_group(desktop)
    put_five_into_the_group(desktop)
    add_two_more_by_name(qtbot, desktop)
    make_leader(desktop, "Dag Næss")
    plan_meeting(desktop, "13.10.2026")
    edit_agenda(desktop)
    reorder_agenda(desktop)
    save_agenda(qtbot, desktop, tmp_path / "Sakliste.pdf")
    plan_meeting(desktop, "27.10.2026")
    everything = dump(document_of(desktop))
    undone = take_back(desktop)
    assert undone[-1] == empty
    assert nothing_is_shown(desktop)
    assert do_again(desktop) == [*reversed(undone[:-1]), everything]
    choose_what_to_find_again(desktop)
    quit_program(desktop)
    assert sorted(each.name for each in tmp_path.glob("*.leandesk*")) == [path.name]
    again = start(Settings(settings.path))
    open_recent(qtbot, again)
    assert dump(document_of(again)) == everything
    assert_found_again(qtbot, again)


def test_the_same_without_a_window(
    capsys: pytest.CaptureFixture[str], hr_list: Path, tmp_path: Path
) -> None:
    path, out = tmp_path / "Forbedring.leandesk", tmp_path / "Sakliste.pdf"
    run(capsys, "new", path)
    run(capsys, "check", path)
    told = run(capsys, "import", "people", hr_list, "--into", path)
    assert all(part in told for part in ("31.02.2020", "Ukjent Leder", "1002"))
    assert len(json.loads(run(capsys, "show", "people", path, "--json"))) == 10
    plan_without_window(path)
    (group,) = json.loads(run(capsys, "show", "groups", path, "--json"))
    assert (group["name"], group["members"]) == (GROUP, 7)
    (meeting,) = json.loads(run(capsys, "show", "meetings", path, "--json"))
    assert meeting["chair"] == "Dag Næss"
    run(capsys, "handout", "agenda", path, "-o", out, "--of", "Montering")
    for part in (GROUP, "Tirsdag 13. oktober 2026", "Dag Næss", "Velkommen og mål for møtet"):
        assert part in text_of(out)
    run(capsys, "check", path)
    assert [each.name for each in tmp_path.glob("*.leandesk*")] == [path.name]


def run(capsys: pytest.CaptureFixture[str], *arguments: object) -> str:
    """What a command says that went well, on the day and in the language of the story."""
    code = main([*map(str, arguments), "--today", "2026-10-06", "--language", "nb"])
    said = capsys.readouterr()
    assert (code, said.err) == (0, "")
    return said.out


def plan_without_window(path: Path) -> None:
    """A group of seven and its meeting, which no command makes."""
    with closing(Document.open(path)) as document:
        found = document.read(queries.people, today=TODAY)
        leader, *others = sorted(found[2:9], key=lambda person: person.name != "Dag Næss")

        def plan(connection: Connection) -> None:
            group = organisation_edits.add_group(connection, GroupKind.IMPROVEMENT, GROUP)
            organisation_edits.add_members(connection, group, [leader.id], role=GroupRole.LEADER)
            organisation_edits.add_members(connection, group, [each.id for each in others])
            template = next(each for each in shipped_templates("nb") if each.key == "improvement")
            start = datetime(2026, 10, 13, 9, 30)
            meeting_edits.plan_meeting(connection, group_id=group, start=start, template=template)

        document.edit(M_("Plan"), plan)


# What the coordinator does


def choose_norwegian(qtbot: QtBot, desktop: Desktop) -> None:
    assert desktop.window.findChild(WelcomePage)
    press(Key.Key_Comma, CTRL)
    choose("Norsk")
    press(Key.Key_Return)
    qtbot.waitUntil(lambda: desktop.t.code == "nb")
    press(Key.Key_Escape)
    back_to(desktop)
    desktop.window.resize(1440, 900)


def make_workspace(desktop: Desktop, answers: Answers, folder: Path) -> Path:
    answers.given.append(folder / "Forbedring")
    press(Key.Key_N, CTRL)
    assert desktop.window.windowTitle() == "Forbedring – Lean Desktop"
    return folder / "Forbedring.leandesk"


def import_people(desktop: Desktop, answers: Answers, hr_list: Path) -> None:
    answers.given.append(hr_list)
    click(organisation(desktop).toolbar.import_button)
    dialog = child(desktop, ImportDialog)
    table = dialog.table
    assert shown(table, ROW) == [str(row) for row in range(2, 13)]
    assert shown(table, OUTCOME) == ["Ny"] * 9 + ["Ikke importert", "Ny"]
    assert shown(table, NAME)[3] == "Pål Ødegård"
    remarks = {row: why for row, why in enumerate(shown(table, REASONS), start=2) if why}
    assert list(remarks) == [4, 7, 11]
    assert "31.02.2020" in remarks[4]
    assert "Ukjent Leder" in remarks[7]
    assert "1002" in remarks[11]
    click(dialog.import_button)
    back_to(desktop)
    assert len(people(desktop)) == 10
    assert {"Ødegård", "O'Brien"} <= set(shown(list_of(desktop), 1))


def make_group(desktop: Desktop) -> None:
    go_to_list(desktop, "groups")
    press(Key.Key_N, CTRL)
    write(GROUP)
    press(Key.Key_Return)
    press(Key.Key_Escape)
    back_to(desktop)
    assert shown(list_of(desktop), 0) == [GROUP]


def put_five_into_the_group(desktop: Desktop) -> None:
    go_to_list(desktop, "people")
    click_cell(list_of(desktop), 1, 0)
    click_cell(list_of(desktop), 5, 0, SHIFT)
    press(Key.Key_G, CTRL)
    write("monter")
    press(Key.Key_Return)
    press(Key.Key_Return)
    back_to(desktop)
    assert members(desktop) == [
        "Dag Næss",
        "Kari Moen",
        "Karl-Johan Bakken",
        "Sølvi Løvås",
        "Unni Dahl",
    ]


def add_two_more_by_name(qtbot: QtBot, desktop: Desktop) -> None:
    go_to_list(desktop, "groups")
    panel = child(desktop, GroupPanel)
    qtbot.waitUntil(panel.built)
    click(panel.join.line)
    for name in ("Ødegård", "O'Brien"):
        write(name)
        press(Key.Key_Return)
    back_to(desktop)
    assert {"Pål Ødegård", "Åse O'Brien"} < set(members(desktop))
    assert len(members(desktop)) == 7


def make_leader(desktop: Desktop, name: str) -> None:
    memberships = child(desktop, GroupPanel).memberships
    row = [each.startswith(name) for each in shown(memberships.list, 0)].index(True)
    click_cell(memberships.list, row, 0)
    memberships.fields["role"].editor.setFocus()
    choose("Gruppeleder")
    press(Key.Key_Return)
    assert shown(list_of(desktop), 2) == [name]


def plan_meeting(desktop: Desktop, day: str) -> None:
    press(Key.Key_2, CTRL)
    press(Key.Key_N, CTRL)
    dialog = child(desktop, PlanDialog)
    assert dialog.group.combo.currentText() == GROUP
    press(Key.Key_Tab)
    choose("Forbedringsgruppe")
    press(Key.Key_Tab)
    write(day)
    press(Key.Key_Tab)
    write("9.30")
    press(Key.Key_Return)
    back_to(desktop)


def edit_agenda(desktop: Desktop) -> None:
    page, table = meetings(desktop).page, meetings(desktop).page.table
    bad = desktop.theme.color("bad").name()
    assert shown(table, START)[:3] == ["09.30", "09.33", "09.41"]
    assert bad not in page.sum.text()
    fill_cell(desktop, 0, MINUTES, "0:15")
    assert shown(table, START)[:3] == ["09.30", "09.45", "09.53"]
    fill_cell(desktop, 2, MINUTES, "1t 30")
    assert shown(table, MINUTES)[:3] == ["15", "8", "90"]
    assert bad in page.sum.text()
    fill_cell(desktop, 2, TITLE, "Tallene på den nye tavla")
    fill_cell(desktop, 2, PRESENTER, "Unni Dahl")
    fill_cell(desktop, 2, KIND, "Beslutning")
    click(page.quick)
    write("Skiftbytte 5 min @Kari Moen")
    press(Key.Key_Return)
    assert row_of(table, 2) == ["Tallene på den nye tavla", "Beslutning", "Unni Dahl", "90"]
    assert shown(table, TITLE)[-1] == "Skiftbytte"


def fill_cell(desktop: Desktop, row: int, column: int, text: str) -> None:
    type_in_cell(meetings(desktop).page.table, row, column, text)
    back_to(desktop)


def reorder_agenda(desktop: Desktop) -> None:
    table = meetings(desktop).page.table
    first, second, third, *rest, last = shown(table, TITLE)
    click_cell(table, 0, TITLE)
    press(Key.Key_Down, ALT)
    assert shown(table, TITLE) == [second, first, third, *rest, last]
    drag(table, table.model().rowCount() - 1, TITLE, place_of(table, 0).topLeft())
    assert shown(table, TITLE) == [last, second, first, third, *rest]


def save_agenda(qtbot: QtBot, desktop: Desktop, out: Path) -> None:
    press(Key.Key_P, CTRL)
    preview = child(desktop, PrintPreview)
    qtbot.waitUntil(lambda: preview.pages is not None)
    press(Key.Key_S, CTRL)
    dialog = child(desktop, QFileDialog)
    to_front(dialog)
    write(str(out))
    to_front(dialog)
    press(Key.Key_Return)
    qtbot.waitUntil(out.exists)
    text = text_of(out)
    for part in (GROUP, "Tirsdag 13. oktober 2026", "Unni Dahl", "Tallene på den nye tavla"):
        assert part in text
    assert text.index("Skiftbytte") < text.index("Tallene på den nye tavla")
    to_front(preview)
    with qtbot.waitSignal(preview.destroyed):
        press(Key.Key_Escape)
    back_to(desktop)


def take_back(desktop: Desktop) -> Steps:
    """The document after each Ctrl+Z, until there is nothing more to take back."""
    document, steps = document_of(desktop), []
    while document.undo_label:
        press(Key.Key_Z, CTRL)
        steps.append(dump(document))
    return steps


def do_again(desktop: Desktop) -> Steps:
    """The document after each Ctrl+Y, until everything is there again."""
    document, steps = document_of(desktop), []
    while document.redo_label:
        press(Key.Key_Y, CTRL)
        steps.append(dump(document))
    return steps


def choose_what_to_find_again(desktop: Desktop) -> None:
    press(Key.Key_1, CTRL)
    go_to_list(desktop, "people")
    click_cell(list_of(desktop), 4, 0)
    press(Key.Key_2, CTRL)
    press(Key.Key_Right, ALT)
    click_cell(meetings(desktop).page.table, 2, TITLE)
    assert meetings(desktop).page.title.accessibleName() == f"{GROUP} møte 2"


def quit_program(desktop: Desktop) -> None:
    press(Key.Key_Q, CTRL)
    assert not desktop.window.isVisible()


def open_recent(qtbot: QtBot, desktop: Desktop) -> None:
    recent = desktop.window.findChild(RecentList)
    assert isinstance(recent, RecentList)
    click(recent.viewport())
    qtbot.waitUntil(lambda: desktop.session.live is not None)


# What is there to see


def nothing_is_shown(desktop: Desktop) -> bool:
    press(Key.Key_1, CTRL)
    lists = []
    for which in ("people", "units", "groups"):
        go_to_list(desktop, which)
        lists += shown(list_of(desktop), 0)
    return lists == []


def assert_found_again(qtbot: QtBot, desktop: Desktop) -> None:
    assert desktop.t.code == "nb"
    assert desktop.window.shown_key() == "meetings"
    editor = meetings(desktop)
    assert editor.page.title.accessibleName() == f"{GROUP} møte 2"
    chosen = editor.page.chosen()
    assert chosen
    assert chosen.item.position == 2
    press(Key.Key_1, CTRL)
    assert organisation(desktop).shown == "people"
    (person,) = organisation(desktop).chosen()
    assert person.name == "Kari Moen"


# Where it is


def document_of(desktop: Desktop) -> Document:
    assert desktop.session.live
    return desktop.session.live.document


def organisation(desktop: Desktop) -> OrganisationEditor:
    editor = desktop.window.editor
    assert isinstance(editor, OrganisationEditor)
    return editor


def meetings(desktop: Desktop) -> MeetingsEditor:
    editor = desktop.window.editor
    assert isinstance(editor, MeetingsEditor)
    return editor


def go_to_list(desktop: Desktop, which: str) -> None:
    click(organisation(desktop).toolbar.segments._buttons[which])
    QApplication.processEvents()


def list_of(desktop: Desktop) -> Table:
    table = organisation(desktop).panes()[0]
    assert isinstance(table, Table)
    return table


def people(desktop: Desktop) -> list[str]:
    return [each.name for each in document_of(desktop).read(queries.people, today=TODAY)]


def members(desktop: Desktop) -> list[str]:
    found = document_of(desktop).read(queries.memberships, group_id=1)
    return sorted(each.person for each in found)


def row_of(table: QTableView, row: int) -> list[str]:
    return [shown(table, column)[row] for column in (TITLE, KIND, PRESENTER, MINUTES)]


def place_of(table: QTableView, row: int) -> QRect:
    return table.visualRect(table.model().index(row, TITLE))


def text_of(pdf: Path) -> str:
    return "\n".join(page.extract_text() for page in PdfReader(io.BytesIO(pdf.read_bytes())).pages)


def child(desktop: Desktop, kind: type[W]) -> W:
    """The one widget of that kind which the window has open."""
    QApplication.processEvents()
    (found,) = [each for each in desktop.window.findChildren(kind) if each.isVisible()]
    return found


def back_to(desktop: Desktop) -> None:
    to_front(desktop.window)


def to_front(window: QWidget) -> None:
    """What a window manager does when a dialog or a list of names has opened or closed."""
    window.activateWindow()
    QApplication.processEvents()
