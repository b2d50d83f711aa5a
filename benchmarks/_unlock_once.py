"""Unlocks one vault as a user does and prints what took how long, as JSON."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from time import perf_counter
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QEventLoop, QObject, QTimer
from PySide6.QtTest import QTest

from casedesk.__main__ import begin
from casedesk.services import vaults
from casedesk.ui.jobs import BackgroundJobs
from casedesk.ui.start.window import StartWindow

if TYPE_CHECKING:
    from casedesk.ui.application import Application

SETTLED_MS = 800  # somebody types a passphrase for longer than this


class Unlocking(QObject):
    """Watches one unlocking: the key, then the window until it is painted."""

    def __init__(self, application: Application, window: StartWindow) -> None:
        super().__init__()
        self._application = application
        self._waiting = QEventLoop(self)
        self.begun = self.key_at = self.painted_at = 0.0
        jobs = application.findChild(BackgroundJobs)
        assert isinstance(jobs, BackgroundJobs)
        jobs.busy_changed.connect(self._on_busy)
        window.opened.connect(self._on_opened)

    def wait(self) -> None:
        """Let the program go on until its window is painted."""
        self._waiting.exec()

    def _on_busy(self, is_busy: bool) -> None:
        if not is_busy and not self.key_at:
            self.key_at = perf_counter()

    def _on_opened(self) -> None:
        window = self._application.window()
        assert window is not None
        window.installEventFilter(self)

    def _on_painted(self) -> None:
        if not self.painted_at:
            self.painted_at = perf_counter()
            self._waiting.quit()

    # --- QObject

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Note the first painting; the list in the window is painted with it."""
        if event.type() == QEvent.Type.Paint:
            QTimer.singleShot(0, self._on_painted)
        return super().eventFilter(watched, event)


def main(path: Path, passphrase: str) -> None:
    """Derive the key alone, unlock, derive it alone again."""
    _app, application = begin(path)
    _settle()
    window = application.window()
    assert isinstance(window, StartWindow)
    header = vaults.read_header(path)
    alone = [_seconds_of_the_key(header, passphrase)]
    unlocking = Unlocking(application, window)
    field = window.unlock_pane.field.line
    QTest.keyClicks(field, passphrase)
    unlocking.begun = perf_counter()
    field.returnPressed.emit()  # as Enter does
    unlocking.wait()
    alone.append(_seconds_of_the_key(header, passphrase))
    taken = {
        "key": sum(alone) / len(alone),
        "unlock": unlocking.painted_at - unlocking.begun,
        "after_key": unlocking.painted_at - unlocking.key_at,
    }
    print(json.dumps(taken), flush=True)
    session = application.session()
    assert session is not None
    session.lock()  # the application itself would begin this script anew


def _settle() -> None:
    """Let the program load what it will need, as while a passphrase is typed.

    Not by `qWait`: it keeps Python to itself, so that nothing is loaded meanwhile.
    """
    settled = QEventLoop()
    QTimer.singleShot(SETTLED_MS, settled.quit)
    settled.exec()


def _seconds_of_the_key(header: bytes, passphrase: str) -> float:
    begun = perf_counter()
    vaults.derive_key(passphrase, header)
    return perf_counter() - begun


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2])
