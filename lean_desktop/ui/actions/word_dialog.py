"""What actions are called in this workspace: the program may not own the words."""

from PySide6.QtWidgets import QWidget

from lean_desktop.domain.errors import RuleBroken
from lean_desktop.domain.own_words import OwnWord, neuter
from lean_desktop.edits import board as edits
from lean_desktop.i18n import M_
from lean_desktop.queries import board as queries
from lean_desktop.ui.dialog import Dialog, Role, sentence
from lean_desktop.ui.editor import Surroundings
from lean_desktop.ui.widgets.beside import beside
from lean_desktop.ui.widgets.field import LineField
from lean_desktop.ui.widgets.refusal import Refusal


class WordDialog(Dialog):
    """Asks for the word in its four forms; the other three follow the first until written."""

    def __init__(self, around: Surroundings, parent: QWidget | None = None) -> None:
        super().__init__(around.t, around.theme, around.t("What actions are called"), parent)
        self._live = around.live
        self._before = self._live.read(queries.own_words).get("action")
        t = self.t
        labels = {
            "one": t("One: a new …"),
            "the_one": t("The one: … is done"),
            "several": t("Several: 12 …"),
            "the_several": t("All of them: … are done"),
        }
        self.fields = {
            name: LineField(label, t, lambda _typed: None) for name, label in labels.items()
        }
        for name, field in self.fields.items():
            field.show_value(getattr(self._before, name, ""))
        self.fields["one"].line.textEdited.connect(self._follow)
        self.refusal = Refusal()
        self._lay_out()

    def keep(self) -> None:
        """From now on this is what they are called, on every screen and every paper."""
        word = OwnWord(*(" ".join(field.text().split()) for field in self.fields.values()))
        try:
            if not any(word):
                self._ours()
                return
            if word != self._before:
                self._live.edit(
                    M_("Call actions “{word}”", word=word.one), edits.call_actions, word
                )
        except RuleBroken as error:
            self.refusal.say(self.t(error.message))
            return
        self.accept()

    # Inside

    def _ours(self) -> None:
        if self._before:
            self._live.edit(M_("Call actions by our word"), edits.call_actions, None)
        self.accept()

    def _follow(self, typed: str) -> None:
        guessed = neuter(" ".join(typed.split())) if typed.strip() else OwnWord("", "", "", "")
        for name in ("the_one", "several", "the_several"):
            self.fields[name].put(getattr(guessed, name))

    def _lay_out(self) -> None:
        t, fields = self.t, self.fields
        told = t("Stands on every screen and every paper of this workspace. An example: tiltak.")
        self.column.addWidget(sentence(told))
        self.column.addWidget(beside(fields["one"], fields["the_one"]))
        self.column.addWidget(beside(fields["several"], fields["the_several"]))
        self.column.addWidget(self.refusal)
        self.add_button(t("Our word"), self._ours, Role.ResetRole)
        self.add_button(t("Cancel"), self.reject, Role.RejectRole)
        self.add_button(t("Use this word"), self.keep, Role.AcceptRole, "primary")
        self.setMinimumWidth(self.theme.scaled(520))
