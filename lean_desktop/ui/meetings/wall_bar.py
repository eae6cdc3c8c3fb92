"""The foot of the wall where it stands on the only screen: the keys, and the line to note on."""

from math import ceil

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from lean_desktop.domain.errors import RuleBroken
from lean_desktop.i18n import Language
from lean_desktop.ui.meetings.note_line import NoteLine
from lean_desktop.ui.meetings.running import KIND_KEYS, KIND_NAMES, Kind, Running
from lean_desktop.ui.meetings.wall_pen import ACCENT, BAD, INK, INK2, LINE, PAPER, SIZES

SHEET = f"""
* {{ background: {PAPER.name()}; color: {INK2.name()}; }}
#wall_bar {{ border-top: 1px solid {LINE.name()}; }}
QLabel[on="true"] {{ background: {ACCENT.name()}; color: {PAPER.name()}; border-radius: 6px; }}
QLabel#refused {{ color: {BAD.name()}; }}
QLineEdit {{ color: {INK.name()}; border: 2px solid {ACCENT.name()}; border-radius: 6px;
    padding: 4px 12px; }}
"""


class WallBar(QWidget):
    """One key each, as the wall tells it; all can read what is written. Nothing private."""

    def __init__(self, running: Running, t: Language, parent: QWidget) -> None:
        super().__init__(parent)
        self._running, self._t, self._wall = running, t, parent
        self.setObjectName("wall_bar")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.kind = Kind.DECISION
        self.names: dict[Kind, QLabel] = {}
        self.line = NoteLine()
        self.line.setAccessibleName(t("Note"))
        self.line.entered.connect(self._note)
        self.line.left.connect(self.leave)
        self.line.textEdited.connect(lambda _text: self._refuse(""))
        self.refused = QLabel()
        self.refused.setObjectName("refused")
        self.refused.setWordWrap(True)
        self._lay_out()
        self.leave()

    def begin(self, kind: Kind) -> None:
        """Take a note of that kind."""
        self.kind = kind
        for each, label in self.names.items():
            label.setProperty("on", each is kind)
            label.setVisible(each is kind)
        self.setStyleSheet(self.styleSheet())  # Properties are read when it is set.
        self.line.show()
        self.line.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def leave(self) -> None:
        """The keys go back to the wall."""
        self.line.hide()
        self._refuse("")
        for label in self.names.values():
            label.setProperty("on", False)
        self.setStyleSheet(self.styleSheet())
        self._wall.setFocus(Qt.FocusReason.OtherFocusReason)

    def fit(self, picture: int) -> None:
        """Write as large as everything else on a picture of that height."""
        pixels = ceil(picture * SIZES["least"] / 100)
        self.setStyleSheet(f"{SHEET} * {{ font-size: {pixels}px; }}")

    # Inside

    def _note(self, text: str) -> None:
        try:
            self._running.note(self.kind, text)
        except RuleBroken as error:
            self._refuse(self._t(error.message))
            return
        self.line.setText("")
        self.leave()

    def _refuse(self, sentence: str) -> None:
        """Say why in the place of the keys, until it is written otherwise."""
        self.refused.setText(sentence)
        self.refused.setVisible(bool(sentence))
        for label in self.names.values():
            label.setVisible(not sentence and (self.line.isHidden() or bool(label.property("on"))))

    def _lay_out(self) -> None:
        t = self._t
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 4, 16, 4)
        row.setSpacing(12)
        for kind, key in KIND_KEYS.items():
            label = QLabel(f" {t(key)} {t(KIND_NAMES[kind])} ")
            self.names[kind] = label
            row.addWidget(label)
        row.addWidget(self.refused, 1)
        row.addWidget(self.line, 2)
        row.addStretch()
