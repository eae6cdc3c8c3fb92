"""The machine stays awake while something is shown to others.

Each platform is asked in its own way, and where there is none nothing happens: a projector that
goes dark is a nuisance, a program that stops because of it would be worse. What was asked for ends
with the program, even when it is killed.
"""

import os
import sys
from contextlib import suppress
from types import TracebackType
from typing import Any, Protocol

from PySide6.QtCore import QProcess

CONTINUOUS, SYSTEM, DISPLAY = 0x80000000, 0x1, 0x2
"""Flags of Windows' SetThreadExecutionState: until further notice, the machine, the screen."""

ENDING_MS = 500
"""How long a small program may take to end."""

SAVER = "org.freedesktop.ScreenSaver"
"""The service of the Idle Inhibition specification of freedesktop.org; its path is made of it."""


class Way(Protocol):
    """How one platform is asked."""

    def ask(self) -> None:
        """Keep machine and screen awake until `let_go`."""

    def let_go(self) -> None:
        """They may sleep again."""


class Awake:
    """A context in which the machine does not fall asleep by itself; may be entered again later."""

    def __init__(self, way: Way | None = None) -> None:
        self._way = way if way else way_of(sys.platform)
        self.held = False

    def __enter__(self) -> "Awake":
        self.hold()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.let_go()

    def hold(self) -> None:
        """From now on it does not fall asleep; nothing happens when it does not already."""
        if not self.held:
            self.held = True
            self._way.ask()

    def let_go(self) -> None:
        """The machine may sleep again; nothing happens when it may already."""
        if self.held:
            self.held = False
            self._way.let_go()


def way_of(platform: str) -> Way:
    """How a platform, as `sys.platform` names it, is asked."""
    if platform == "win32":
        return Windows()
    return Caffeinate() if platform == "darwin" else Inhibit()


class Windows:
    """Windows is told by the thread that shows the picture."""

    def ask(self) -> None:
        self._tell(CONTINUOUS | SYSTEM | DISPLAY)

    def let_go(self) -> None:
        self._tell(CONTINUOUS)

    def _tell(self, flags: int) -> None:
        import ctypes

        library: Any = getattr(ctypes, "windll", None)  # Not there on other systems.
        if library is not None:
            library.kernel32.SetThreadExecutionState(flags)


class Caffeinate:
    """macOS stays awake for as long as its own small program runs, which ends with ours."""

    def __init__(self, program: str = "/usr/bin/caffeinate") -> None:
        self._program = program
        self.child: QProcess | None = None

    def ask(self) -> None:
        self.child = QProcess()
        self.child.start(self._program, ["-d", "-i", "-w", str(os.getpid())])

    def let_go(self) -> None:
        if self.child is not None:
            self.child.terminate()
            self.child.waitForFinished(ENDING_MS)
            self.child = None


class Inhibit:
    """The desktop is asked over the session's bus, on a line of its own.

    Hanging up ends what was asked for, as the specification has it; so no number need be kept,
    and nobody waits for an answer.
    """

    def __init__(self) -> None:
        self._line = f"lean-desktop-awake-{id(self)}"

    def ask(self) -> None:
        with suppress(ImportError):  # Qt built without D-Bus.
            from PySide6.QtDBus import QDBusConnection, QDBusMessage

            line = QDBusConnection.connectToBus(QDBusConnection.BusType.SessionBus, self._line)
            path = "/" + SAVER.replace(".", "/")
            call = QDBusMessage.createMethodCall(SAVER, path, SAVER, "Inhibit")
            call.setArguments(["Lean Desktop", "Shown on a screen"])
            if line.isConnected():
                line.send(call)

    def let_go(self) -> None:
        with suppress(ImportError):
            from PySide6.QtDBus import QDBusConnection

            QDBusConnection.disconnectFromBus(self._line)
