"""Preparation out to people: text for a mail, or a day in their calendar."""

from collections import Counter
from datetime import UTC, datetime
from pathlib import Path

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QListWidget, QPlainTextEdit, QWidget

from lean_desktop.domain.meeting_papers import PreparationOut, Preparing
from lean_desktop.domain.preparation_mail import called, mail_to_all, mail_to_one
from lean_desktop.queries.workspace import workspace
from lean_desktop.ui.asking import Asking
from lean_desktop.ui.dialog import LIST_SHEET, Dialog, Role, sentence
from lean_desktop.ui.editor import Surroundings
from lean_desktop.ui.long_work import run_long
from lean_desktop.ui.pdf_output import file_stem
from lean_desktop.ui.work import Progress

_ROW = 28


class PreparationDialog(Dialog):
    """Everyone, or one who has something to prepare, at the left; what they are told at the right.

    For everyone there is one text, and a calendar file for each.
    """

    def __init__(
        self, around: Surroundings, out: PreparationOut, parent: QWidget | None = None
    ) -> None:
        title = around.t("Preparation: {name}", name=called(out.meeting, around.t))
        super().__init__(
            *(around.t, around.theme, title, parent),
            settings=around.settings,
            remember="preparation",
        )
        self._around, self._out = around, out
        self.list = QListWidget()
        self.text = QPlainTextEdit()
        self._lay_out()
        self.copied = self.add_button(
            self.t("Copy text for mail"), self._copy, Role.ActionRole, "primary"
        )
        self.to_calendar = self.add_button(self.t("Save for a calendar …"), self._save)
        self.to_calendar.setEnabled(bool(out.people))
        self.add_close_button()
        self.list.currentRowChanged.connect(self._show)
        self.list.setCurrentRow(0)
        self.list.setFocus()
        self.restore_size()

    # Inside

    def _lay_out(self) -> None:
        t, names = self.t, [each.person for each in self._out.people]
        self.list.setAccessibleName(t("Who has something to prepare"))
        row_height = f"QAbstractItemView::item {{ height: {self.theme.scaled(_ROW)}px; }}"
        self.list.setStyleSheet(LIST_SHEET + row_height)
        self.list.addItems([t("Everyone"), *names])
        self.list.setFixedWidth(self.theme.scaled(190))
        self.text.setAccessibleName(t("Text for mail"))
        self.text.setReadOnly(True)
        self.text.setTabChangesFocus(True)
        row = QHBoxLayout()
        row.addWidget(self.list)
        row.addWidget(self.text, 1)
        if not names:
            self.column.addWidget(sentence(t("Nobody is asked to prepare anything.")))
        self.column.addLayout(row, 1)
        self.resize(self.theme.scaled(760), self.theme.scaled(480))

    def _chosen(self) -> Preparing | None:
        """The person that is chosen, None for everyone."""
        row = self.list.currentRow()
        return self._out.people[row - 1] if row > 0 else None

    def _told(self) -> str:
        person = self._chosen()
        return mail_to_one(self._out, person, self.t) if person else mail_to_all(self._out, self.t)

    def _show(self) -> None:
        self.text.setPlainText(self._told())
        self.copied.setText(self.t("Copy text for mail"))

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self._told())
        self.copied.setText(self.t("Copied"))

    def _save(self) -> None:
        person, asking = self._chosen(), Asking(self.t, self._around.settings, self)
        names = self._file_names()
        if person:
            path = asking.calendar_to_write(names[person.person_id])
            files = {path: person} if path else {}
        else:
            folder = asking.folder_for_calendars()
            found = [(folder, each) for each in self._out.people] if folder else []
            files = {there / f"{names[each.person_id]}.ics": each for there, each in found}
        if files:
            self._write(files)

    def _file_names(self) -> dict[int, str]:
        """A name of its own for each, even where two people have the same."""
        people, meeting = self._out.people, self._out.meeting
        times = Counter(each.person for each in people)
        title = f"{meeting.planned_start:%Y-%m-%d} {called(meeting, self.t)}"
        told_apart = {
            each: f" {each.person_id}" if times[each.person] > 1 else "" for each in people
        }
        return {
            each.person_id: file_stem(f"{each.person}{apart} {title}")
            for each, apart in told_apart.items()
        }

    def _write(self, files: dict[Path, Preparing]) -> None:
        t, live = self.t, self._around.live
        uuid, stamp, out = live.read(workspace).uuid, datetime.now(UTC), self._out

        def write(report: Progress) -> None:
            from lean_desktop.exchange.preparation_calendar import preparation_calendar
            from lean_desktop.exchange.whole_file import write_whole

            for done, (path, person) in enumerate(files.items()):
                report(done, len(files))
                write_whole(path, preparation_calendar(out, [person], uuid, t, stamp))

        run_long(t("Writing the calendar"), write, live, t)
