"""The line at the foot of the window: saved when, what was done last, counts, day and week."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QStatusBar, QWidget

from lean_desktop.domain.errors import KnownError
from lean_desktop.i18n import Language
from lean_desktop.ui.live_document import LiveDocument
from lean_desktop.ui.theme import Theme


class StatusBar(QStatusBar):
    """`undo_asked` is emitted when the offer to undo is taken."""

    undo_asked = Signal()

    def __init__(self, t: Language, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._t = t
        self._theme = theme
        self._live: LiveDocument | None = None
        self._failure: KnownError | None = None
        self.setSizeGripEnabled(False)
        self._mark = QLabel()
        self._mark.setFixedSize(QSize(16, 16))
        self.saved = QLabel()
        self._rule = _rule()
        self._day_rules = (_rule(), _rule())
        self.last = QLabel()
        self.undo = QPushButton(t("Undo"))
        self.undo.setProperty("kind", "link")
        self.undo.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # Tab comes to the one in the strip.
        self.undo.clicked.connect(self.undo_asked)
        self.counts, self.day, self.week = QLabel(), QLabel(), QLabel()
        self._lay_out()

    def follow(self, live: LiveDocument | None) -> None:
        """Tell of this document from now on; None when none is open."""
        self._live = live
        self._failure = None
        if live:
            live.stepped.connect(self._on_stepped)
            live.failed.connect(self._on_failed)
        self.refresh()

    def set_counts(self, text: str) -> None:
        """What the editor counts."""
        self.counts.setText(text)

    def refresh(self) -> None:
        """Say how things stand."""
        if self._live is None:
            self._say("", "", self._t("No file is open"))
        elif self._failure:
            self._say("alert", "bad", self._t("Not saved: {why}", why=self._failure.happened))
        elif self._live.read_only:
            self._say("lock", "text2", self._t("Read only"))
        else:
            self._say_saved(self._live)
        self._say_last()
        self._say_day()

    def _say_saved(self, live: LiveDocument) -> None:
        moment = live.document.saved_at
        if moment:
            self._say("check", "good", self._t("Saved {time}", time=self._t.time(moment)))
        else:
            self._say("check", "text2", self._t("All saved"))

    def _say(self, icon: str, color: str, text: str) -> None:
        self._mark.setVisible(bool(icon))
        if icon:
            self._mark.setPixmap(self._theme.icon(icon, color).pixmap(QSize(14, 14)))
        self.saved.setText(text)
        self.saved.setStyleSheet(f"color: {self._theme.color(color or 'text2').name()}")

    def _say_last(self) -> None:
        label = self._live.document.undo_label if self._live else None
        for widget in (self._rule, self.last, self.undo):
            widget.setVisible(label is not None)
        self.last.setText(self._t("Last: {step}", step=label) if label else "")

    def _say_day(self) -> None:
        for widget in (self.counts, self.day, self.week, *self._day_rules):
            widget.setVisible(self._live is not None)
        if self._live:
            today = self._live.today
            long = self._t.long_day(today)
            self.day.setText(long[0].upper() + long[1:])
            self.week.setText(self._t.week(today))

    def _lay_out(self) -> None:
        left, right = QWidget(), QWidget()
        _row(left, (self._mark, self.saved, self._rule, self.last, self.undo))
        before_day, before_week = self._day_rules
        _row(right, (self.counts, before_day, self.day, before_week, self.week))
        self.addWidget(left)
        self.addPermanentWidget(right)

    def _on_stepped(self) -> None:
        self._failure = None
        self.refresh()

    def _on_failed(self, error: KnownError) -> None:
        self._failure = error
        self.refresh()


def _row(holder: QWidget, widgets: tuple[QWidget, ...]) -> None:
    layout = QHBoxLayout(holder)
    layout.setContentsMargins(16, 0, 16, 0)
    layout.setSpacing(8)
    for widget in widgets:
        layout.addWidget(widget)


def _rule() -> QFrame:
    rule = QFrame()
    rule.setFrameShape(QFrame.Shape.VLine)
    rule.setFixedHeight(14)
    return rule
