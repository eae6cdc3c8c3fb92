"""One window for each document: a second start raises the window that has the file open.

The name of the meeting place is made from the document's resolved path and the user, so other
users, and other documents, never meet there.
"""

import hashlib
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

if TYPE_CHECKING:
    from PySide6.QtNetwork import QLocalSocket

LONGEST_WAIT_MS = 1000
"""How long a second start waits for the first to answer, before it opens a window itself."""

_ASK = b"raise\n"
_ANSWER = b"raised\n"


def server_name(path: Path) -> str:
    """Where the holder of this document listens."""
    resolved = str(path.resolve())
    if sys.platform in ("win32", "darwin"):
        resolved = resolved.casefold()  # Their file systems do not tell case apart.
    digest = hashlib.sha256(f"{Path.home()}\n{resolved}".encode("utf-8", "surrogateescape"))
    return f"lean-desktop-{digest.hexdigest()[:24]}"


def raise_other(path: Path) -> bool:
    """Ask the window that has the document to come forward; whether one answered."""
    from PySide6.QtCore import QDeadlineTimer
    from PySide6.QtNetwork import QLocalSocket

    left = QDeadlineTimer(LONGEST_WAIT_MS)
    socket = QLocalSocket()
    socket.connectToServer(server_name(path))
    if not socket.waitForConnected(left.remainingTime()):
        return False
    _let_others_come_forward()
    socket.write(_ASK)
    while not socket.canReadLine():
        if not socket.waitForReadyRead(left.remainingTime()):
            return False
    return bool(socket.readLine() == _ANSWER)


class Listener(QObject):
    """Listens for second starts with one document; made by whoever holds its lock.

    `raise_asked` is emitted when the window should come forward; `listening` says whether it can be.
    """

    raise_asked = Signal()

    def __init__(self, path: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        from PySide6.QtNetwork import QLocalServer

        name = server_name(path)
        QLocalServer.removeServer(name)  # Left by a process that died: we hold the lock now.
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._on_connection)
        self.listening = self._server.listen(name)

    def close(self) -> None:
        """Stop listening, when the document is closed."""
        self._server.close()

    def _on_connection(self) -> None:
        socket = self._server.nextPendingConnection()
        socket.disconnected.connect(socket.deleteLater)
        socket.readyRead.connect(lambda: self._on_asked(socket))
        if socket.canReadLine():
            self._on_asked(socket)

    def _on_asked(self, socket: "QLocalSocket") -> None:
        if socket.canReadLine() and socket.readLine() == _ASK:
            socket.write(_ANSWER)
            socket.flush()
            self.raise_asked.emit()


def _let_others_come_forward() -> None:
    """Pass on the right to take the foreground, which Windows gives to the newest process."""
    if sys.platform == "win32":
        import ctypes

        any_process = -1
        ctypes.windll.user32.AllowSetForegroundWindow(any_process)
