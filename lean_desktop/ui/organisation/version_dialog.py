"""What mandates and agreements have in common: versions, of which the latest can be corrected."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from PySide6.QtWidgets import QWidget

from lean_desktop.domain.errors import RuleBroken
from lean_desktop.domain.roles import Agreement, Mandate
from lean_desktop.ui.dialog import Dialog, Role, sentence
from lean_desktop.ui.editor import Surroundings
from lean_desktop.ui.organisation.panel import beside
from lean_desktop.ui.organisation.writing import shown_day
from lean_desktop.ui.widgets.date_field import DateField
from lean_desktop.ui.widgets.field import ChoiceField, Field, TextField

NEW = "new"


class VersionDialog(Dialog):
    """The text of one version; earlier ones are only read, a new one keeps them all.

    Nothing is done before the button is pressed.
    """

    def __init__(
        self, around: Surroundings, title: str, whose: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(around.t, around.theme, title, parent)
        t, theme = around.t, around.theme
        self.live = around.live
        self.refused = sentence("", "refusal")
        self.version = ChoiceField(t("Version"), t, self._show, [])
        self.valid_from = DateField(t("Valid from"), t, theme, _taken, self._today)
        self.review = DateField(t("Next review"), t, theme, _taken, self._today)
        self.column.addWidget(sentence(whose, "heading"))
        self.column.addWidget(self.version)
        self.fields: Sequence[Field] = [*self.make_fields(around), self.valid_from, self.review]
        for field in self.fields[:-2]:
            self.column.addWidget(field)
        self.column.addWidget(beside(self.valid_from, self.review))
        self.make_more()
        self.column.addWidget(self.refused)
        self.refused.hide()
        self.add_button(t("Close"), self.reject, Role.RejectRole)
        self.save = self.add_button("", self._save, Role.AcceptRole, "primary")
        self.setMinimumWidth(theme.scaled(560))
        self._offer()

    # What each of the two says for itself

    def versions(self) -> Sequence[Mandate | Agreement]:
        """All there are, the latest first."""
        raise NotImplementedError

    def make_fields(self, around: Surroundings) -> Sequence[Field]:
        """The fields above the days."""
        raise NotImplementedError

    def make_more(self) -> None:
        """Add what stands below the days."""

    def show_texts(self, version: Any, *, new: bool) -> None:
        """Fill them; None when there is no version yet, `new` when it is to be one more."""
        raise NotImplementedError

    def give(self, valid_from: date, review: date | None) -> object:
        """Make the edit of a new version. Raises RuleBroken."""
        raise NotImplementedError

    def correct(self, key: int, valid_from: date, review: date | None) -> object:
        """Make the edit that corrects the latest. Raises RuleBroken."""
        raise NotImplementedError

    def new_text(self) -> str:
        """The text of the button for a new version."""
        raise NotImplementedError

    # Inside

    def text_field(self, title: str, lines: int) -> TextField:
        """A field that is read when the button is pressed."""
        return TextField(title, self.t, _taken, lines=lines)

    def shown(self) -> Mandate | Agreement | None:
        """The version that is shown; None for a new one."""
        chosen = self.version.text()
        return next((each for each in self._versions if str(each.id) == chosen), None)

    def _today(self) -> date:
        return self.live.today

    def _offer(self) -> None:
        t = self.t
        self._versions = self.versions()
        choices = [
            (str(each.id), t("{n}, from {day}", n=each.version, day=shown_day(t, each.valid_from)))
            for each in self._versions
        ]
        if not self.live.read_only:
            choices.append((NEW, t("A new version") if choices else t("The first version")))
        self.version.set_choices(choices)
        self._show(self.version.text())

    def _show(self, _chosen: str) -> None:
        version = self.shown()
        latest = self._versions[0] if self._versions else None
        today = self.live.today
        self.show_texts(version or latest, new=version is None)
        self.valid_from.show_day(version.valid_from if version else today)
        self.review.show_day(version.review if version else _a_year_on(today))
        closed = self.live.read_only or (version is not None and version is not latest)
        for field in self.fields:
            field.setEnabled(not closed)
        self.save.setEnabled(not closed)
        self.save.setText(self.t("Save the correction") if version else self.new_text())
        self._refuse("")

    def _save(self) -> None:
        version = self.shown()
        try:
            first = self._day(self.valid_from) or self.live.today
            review = self._day(self.review)
            if version is None:
                self.give(first, review)
            else:
                self.correct(version.id, first, review)
        except RuleBroken as error:
            self._refuse(self.t(error.message))
            return
        self.accept()

    def _day(self, field: DateField) -> date | None:
        return self.t.parse_date(field.text(), self.live.today) if field.text() else None

    def _refuse(self, text: str) -> None:
        self.refused.setText(text)
        self.refused.setVisible(bool(text))


def _taken(_value: object) -> None:
    """Nothing: the field is read when the button is pressed."""


def _a_year_on(day: date) -> date:
    try:
        return day.replace(year=day.year + 1)
    except ValueError:  # 29 February
        return day.replace(year=day.year + 1, day=28)
