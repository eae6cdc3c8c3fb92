"""Every window, page and dialog of the program, and how one comes there.

A new one is a line in `WINDOWS`: its name, and a function that opens it on a `Stage` and returns
the window to look at.
"""

from datetime import timedelta
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from lean_desktop.document import trouble
from lean_desktop.document.backup import Reason
from lean_desktop.domain.minutes import Arrival
from lean_desktop.domain.reorganisation import What
from lean_desktop.domain.roles import COORDINATOR
from lean_desktop.edits import reorganisation
from lean_desktop.i18n import M_
from lean_desktop.queries.agreements import agreements
from lean_desktop.queries.organisation import groups, people
from lean_desktop.ui.about import AboutDialog
from lean_desktop.ui.command_palette import CommandPalette
from lean_desktop.ui.error_report import ErrorReportDialog
from lean_desktop.ui.long_work import _dialog
from lean_desktop.ui.meetings.running import Running
from lean_desktop.ui.meetings.running_side import Page
from lean_desktop.ui.meetings.running_wall import RunningWall
from lean_desktop.ui.meetings.running_window import RunningWindow
from lean_desktop.ui.organisation.agreement_dialog import AgreementDialog
from lean_desktop.ui.organisation.chart_page import ChartPage
from lean_desktop.ui.organisation.draft_dialogs import HolderDialog
from lean_desktop.ui.organisation.mandate_dialog import MandateDialog
from lean_desktop.ui.organisation.toolbar import CHART, GOALS, GROUPS, NEEDS, PEOPLE, ROLES, UNITS
from lean_desktop.ui.organisation.vision_wall import VisionWall
from lean_desktop.ui.stripped_error import report
from tests.ui.walk.action_windows import ACTIONS
from tests.ui.walk.cascade_windows import CASCADE
from tests.ui.walk.competence_windows import COMPETENCE
from tests.ui.walk.stage import NOW, SAMPLE, Open, Stage

LIST = "Fornavn;Etternavn;Avdeling\nKari;Nordmann;Montering\n;;\nOla;;Finnes ikke\n"


def _welcome_with_recent(on: Stage) -> QWidget:
    on.desktop.recent.add(on.folder / SAMPLE, NOW)
    on.desktop.recent.add(on.folder / "Støperi.leandesk", NOW - timedelta(days=400))
    window = on.close()
    assert on.desktop._page
    on.desktop._page.refresh(NOW)
    return window


def _people(on: Stage) -> QWidget:
    on.organisation(PEOPLE)
    return on.window


def _chart(on: Stage) -> QWidget:
    editor = on.sample("organisation")
    editor.toolbar.search.clear()
    editor.show_list(CHART)
    view = editor.pages.page(CHART).front()
    view.setFocus()
    return on.window


def _draft(on: Stage) -> QWidget:
    """A draft with a change, and a refused move above it."""
    editor = on.sample("organisation")
    live = editor.live
    key = live.edit(M_("x"), reorganisation.begin, "Neste år", live.today)
    person, other = (row.id for row in live.read(people, today=live.today)[:2])
    wanted = [(What.MANAGER, person, other)]
    live.edit(M_("x"), reorganisation.propose_all, key, wanted, today=live.today)
    editor.show_list(CHART)
    page = editor.pages.page(CHART)
    assert isinstance(page, ChartPage)
    page.show_draft(key)
    page._say(page.t("It stands at the top already."))
    return on.window


def _another_day(on: Stage) -> QWidget:
    editor = on.organisation(PEOPLE)
    editor.show_day(editor.live.today - timedelta(days=30))
    return on.window


def _role(on: Stage) -> QWidget:
    on.organisation(ROLES)
    on.settle()
    return on.window


def _missing(on: Stage) -> QWidget:
    editor = on.sample("organisation")
    editor.show_list(NEEDS)
    editor.pages.page(NEEDS).front().setFocus()
    on.settle()
    return on.window


def _goals(on: Stage) -> QWidget:
    editor = on.sample("organisation")
    editor.show_list(GOALS)
    editor.pages.page(GOALS).front().setFocus()
    on.settle()
    return on.window


def _nothing_yet(which: str) -> Open:
    def open_it(on: Stage) -> QWidget:
        on.empty("organisation").show_list(which)
        return on.window

    return open_it


def _mandate(on: Stage) -> QWidget:
    editor = on.organisation(ROLES)
    return on.opened(MandateDialog(editor.around, COORDINATOR, M_("Coordinator"), on.window))


def _agreement(on: Stage) -> QWidget:
    editor = on.organisation(GROUPS)
    group = next(
        each
        for each in editor.live.read(groups, today=editor.live.today)
        if editor.live.read(agreements, group_id=each.id)
    )
    return on.opened(AgreementDialog(editor.around, group, on.window))


def _holder(on: Stage) -> QWidget:
    editor = on.organisation(PEOPLE)
    return on.opened(HolderDialog(editor.around, 1, on.window))


def _wall(on: Stage) -> QWidget:
    editor = on.sample("organisation")
    wall = VisionWall(editor.around, on.window)
    wall.resize(1280, 720)
    wall.show()
    return wall


def _several_people(on: Stage) -> QWidget:
    on.organisation(PEOPLE).pages.listing(PEOPLE).table.selectAll()
    return on.window


def _nobody_found(on: Stage) -> QWidget:
    on.organisation(PEOPLE).toolbar.search.setText("qq")
    return on.window


def _units(on: Stage) -> QWidget:
    on.organisation(UNITS)
    return on.window


def _group_with_member(on: Stage) -> QWidget:
    editor = on.organisation(GROUPS)
    on.settle()
    if editor._members() is None:  # nobody has opened the panel yet
        editor.toggle_inspector()
        on.settle()
    members = editor._members()
    assert members
    members.list.selectRow(0)
    return on.window


def _meeting(on: Stage) -> QWidget:
    on.meetings()
    return on.window


def _refused_item(on: Stage) -> QWidget:
    page = on.meetings().page
    page._add(["Skift @Ingen Som Heter Slikt"])
    return on.window


def _no_meeting(on: Stage) -> QWidget:
    on.empty("meetings")
    return on.window


def _nobody(on: Stage) -> QWidget:
    editor = on.empty("organisation")
    editor.show_list(PEOPLE)
    return on.window


def _messages(on: Stage) -> QWidget:
    on.meetings()
    on.desktop._banner("watch", on.desktop.t("The page could not be made."))
    return on.window


def _for_people(name: str) -> Open:
    def open_it(on: Stage) -> QWidget:
        on.organisation(PEOPLE)
        return on.run(name)

    return open_it


def _for_meeting(name: str) -> Open:
    def open_it(on: Stage) -> QWidget:
        on.meetings()
        return on.run(name)

    return open_it


def _import(on: Stage) -> QWidget:
    on.organisation(PEOPLE).paste(LIST)
    return on.dialog()


def _nothing_to_print(on: Stage) -> QWidget:
    on.empty("meetings")
    return on.run("print")


def _nothing_found(on: Stage) -> QWidget:
    palette = _for_meeting("palette")(on)
    assert isinstance(palette, CommandPalette)
    palette.field.setText("qq")
    return palette


def _known_error(on: Stage) -> QWidget:
    on.close()
    error = trouble.missing(Path("/borte/Verkstedindustri AS.leandesk"))
    on.desktop.fail(type(error), error)
    return on.dialog()


def _unexpected_error(on: Stage) -> QWidget:
    desktop, error = on.desktop, ZeroDivisionError()
    text = report(ZeroDivisionError, error, None)
    return on.opened(ErrorReportDialog(desktop.t, desktop.theme, text, on.folder, on.window))


def _restore(on: Stage) -> QWidget:
    on.meetings()
    live = on.desktop.session.live
    assert live
    on.desktop._settings.set("backup_folder", str(on.folder / "backups"))
    on.desktop.safekeeping.backups().make(live.document, Reason.ASKED)
    return on.run("restore")


def _no_backups(on: Stage) -> QWidget:
    on.close()
    on.desktop._settings.set("backup_folder", str(on.folder / "TPM"))
    return on.run("restore")


def _about(on: Stage) -> QWidget:
    return on.opened(AboutDialog(on.desktop.t, on.desktop.theme, on.window))


def _progress(on: Stage) -> QWidget:
    t = on.desktop.t
    dialog = _dialog(t("Importing people"), t)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    return on.opened(dialog)


def _running(page: Page) -> Open:
    def open_it(on: Stage) -> QWidget:
        editor = on.meetings()
        window = RunningWindow(editor.around, editor.place()["meeting"], on.window)
        window.show()
        window.side.record_all()
        for row, arrival in zip(
            window.side.attendance.rows.values(), (Arrival.LATE, Arrival.EXCUSED), strict=False
        ):
            row.press(arrival)
        window.side.show_page(page)
        on.settle()
        return window

    return open_it


def _running_wall(on: Stage) -> QWidget:
    editor = on.meetings()
    running = Running(editor.live, editor.place()["meeting"], on.window)
    wall = RunningWall(running, editor.t, editor.around.theme, on.window, with_keys=True)
    wall.resize(1280, 720)
    wall.show()
    return wall


def _rating(on: Stage) -> QWidget:
    editor = on.meetings()
    editor.rate()
    return on.dialog()


WINDOWS: dict[str, Open] = {
    "welcome, nothing recent": Stage.close,
    "welcome": _welcome_with_recent,
    "chart": _chart,
    "draft": _draft,
    "another day": _another_day,
    "role": _role,
    "missing": _missing,
    "vision and goals": _goals,
    "no roles": _nothing_yet(ROLES),
    "nothing missing": _nothing_yet(NEEDS),
    "no goals": _nothing_yet(GOALS),
    "vision on the screen": _wall,
    "mandate": _mandate,
    "agreement": _agreement,
    "another holder": _holder,
    "new role": _for_people("new_role"),
    "new draft": _for_people("new_draft"),
    "another day asked": _for_people("show_day"),
    "people": _people,
    "several people": _several_people,
    "nobody found": _nobody_found,
    "nobody yet": _nobody,
    "units": _units,
    "group with a member": _group_with_member,
    "meeting": _meeting,
    "agenda item refused": _refused_item,
    "no meeting": _no_meeting,
    "a message": _messages,
    "new person": _for_people("new_person"),
    "new unit": _for_people("new_unit"),
    "new group": _for_people("new_group"),
    "put into a group": _for_people("add_to_group"),
    "set unit": _for_people("set_unit"),
    "set manager": _for_people("set_manager"),
    "anonymise": _for_people("anonymise"),
    "import": _import,
    "person's sheet": _for_people("print"),
    "agenda on paper": _for_meeting("print"),
    "nothing to print": _nothing_to_print,
    "plan a meeting": _for_meeting("plan_meeting"),
    "templates": _for_meeting("templates"),
    "palette": _for_meeting("palette"),
    "palette finds nothing": _nothing_found,
    "settings": _for_meeting("settings"),
    "workspace": _for_meeting("properties"),
    "help": _for_meeting("help"),
    "shortcuts": _for_meeting("shortcuts"),
    "about": _about,
    "known error": _known_error,
    "unexpected error": _unexpected_error,
    "restore": _restore,
    "no backups": _no_backups,
    "progress": _progress,
    "meeting that goes on: attendance": _running(Page.ATTENDANCE),
    "meeting that goes on: asking": _running(Page.ASKING),
    "meeting that goes on: speaking": _running(Page.WORD),
    "meeting that goes on: rating": _running(Page.RATING),
    "meeting on the screen": _running_wall,
    "rating": _rating,
    **ACTIONS,
    **CASCADE,
    **COMPETENCE,
}
