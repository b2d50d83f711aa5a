"""Lets a second start of the program show the window that has the vault open.

They meet in a private folder of the user: the second puts a request there, the first
takes it away. The name of the request tells nothing of the vault.
"""

from __future__ import annotations

import time
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QFileSystemWatcher, QObject, QStandardPaths, Signal

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

ANSWER_SECONDS = 1.0
NAP_SECONDS = 0.02


class RaiseRequests(QObject):
    """Emits `wanted` when a second program was started for the vault that is open."""

    wanted = Signal()

    def __init__(self, parent: QObject, folder: Path | None = None) -> None:
        super().__init__(parent)
        self._folder = folder or meeting_place()
        self._request: Path | None = None
        self._watcher = QFileSystemWatcher(self)
        self._watcher.directoryChanged.connect(self._look)

    def listen(self, vault: Path) -> None:
        """Wait for requests to show the window of a vault."""
        try:
            self._folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        except OSError:
            return
        self._request = _request(self._folder, vault)
        self._watcher.addPath(str(self._folder))

    def stop(self) -> None:
        """Wait no longer."""
        self._request = None
        if self._watcher.directories():
            self._watcher.removePaths(self._watcher.directories())

    def _look(self) -> None:
        if self._request is not None and self._request.exists():
            self._request.unlink(missing_ok=True)
            self.wanted.emit()


def raise_first(
    vault: Path, folder: Path | None = None, seconds: float = ANSWER_SECONDS
) -> bool:
    """Ask the program that has a vault open to show its window; tell whether it did."""
    request = _request(folder or meeting_place(), vault)
    try:
        request.touch(mode=0o600)
        until = time.monotonic() + seconds
        while request.exists():
            if time.monotonic() > until:
                request.unlink(missing_ok=True)
                return False
            time.sleep(NAP_SECONDS)
    except OSError:  # there is no such folder: nobody waits in it
        return False
    return True


def come_forward(window: QWidget) -> None:
    """Show a window before all others, also if it was put down as an icon."""
    from PySide6.QtCore import Qt  # takes its time, which a start window saves

    window.setWindowState(window.windowState() & ~Qt.WindowState.WindowMinimized)
    window.raise_()
    window.activateWindow()


def meeting_place() -> Path:
    """Return the folder in which two programs of this user meet."""
    place = QStandardPaths.StandardLocation.GenericDataLocation
    return Path(QStandardPaths.writableLocation(place), "CaseDesk", "requests")


def _request(folder: Path, vault: Path) -> Path:
    name = sha256(str(vault.absolute().resolve()).encode()).hexdigest()[:32]
    return folder / f"{name}.raise"
