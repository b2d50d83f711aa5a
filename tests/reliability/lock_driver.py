"""The program, driven by lines on its input; it says when things happen.

The lines are the passphrase, what to type, and how the user turns away: `idle`, `jump`,
`system` or `keys`; anything else waits for the bus. They come by the input because the
command line stays in memory.
"""

from __future__ import annotations

import os
import sys
import time
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, QSocketNotifier, QTimer
from PySide6.QtWidgets import QLineEdit

HOUR = 3600


def say(word: str) -> None:
    """Tell what happened, and when: all processes share this clock."""
    sys.stdout.write(f"{word} {time.monotonic()}\n")
    sys.stdout.flush()


class Driver(QObject):
    """Unlocks, types, and lets the user turn away."""

    def __init__(self, vault: Path) -> None:
        from casedesk.__main__ import begin

        self._app, self._application = begin(vault)
        super().__init__(self._app)
        QTimer.singleShot(600_000, lambda: os._exit(3))  # rather than to hang
        QTimer.singleShot(300, self, self._look)

    def run(self) -> int:
        """Go on until the end."""
        return self._app.exec()

    def _look(self) -> None:
        say("passphrase")
        self._input = QSocketNotifier(0, QSocketNotifier.Type.Read, self)
        self._input.activated.connect(self._on_line)
        self._lines: list[str] = []

    def _on_line(self) -> None:
        # Unbuffered: what stands behind must wake the notifier again.
        line = bytearray()
        while (letter := os.read(0, 1)) not in (b"\n", b""):
            line += letter
        self._lines.append(line.decode())
        match len(self._lines):
            case 1:
                self._unlock()
            case 2:
                self._type()
            case _:
                self._turn_away(self._lines[-1])

    def _unlock(self) -> None:
        from casedesk.ui.start.window import StartWindow

        window = self._application.window()
        assert isinstance(window, StartWindow)
        window.unlock_pane.field.line.setText(self._lines[0])
        window.unlock_pane.unlock.click()
        self._lines[0] = ""
        self._when_open()

    def _when_open(self) -> None:
        if self._application.session() is None or not self._is_watching():
            QTimer.singleShot(20, self, self._when_open)
        else:
            QTimer.singleShot(500, self, lambda: say("open"))

    def _is_watching(self) -> bool:
        """Whether the system is heard; before, a signal of it would be lost."""
        guard = self._application._guard
        return guard is not None and guard.system is not None

    def _type(self) -> None:
        from ui.keys import type_text

        from casedesk.ui.main_window import MainWindow
        from casedesk.ui.places import Page, Place
        from casedesk.ui.widgets.record_form import RecordForm

        window = self._application.window()
        assert isinstance(window, MainWindow)
        window.installEventFilter(self)
        window.go(Place(page=Page.PRACTICE))
        form = next(
            form
            for form in window.findChildren(RecordForm)
            if form.has_field("town") and form.isVisible()
        )
        form.focus_field("town")
        line = form._cells["town"].widget  # whether or not the window is active yet
        assert isinstance(line, QLineEdit)
        line.clear()
        type_text(line, self._lines[1])
        say("typed")

    def _turn_away(self, how: str) -> None:
        guard, session = self._application._guard, self._application.session()
        assert guard is not None
        assert session is not None
        say("asked")
        if how == "jump":  # the computer was asleep for an hour
            guard.idle._now = lambda: time.time() + HOUR
        elif how == "idle":
            guard.idle._used_at -= HOUR
        elif how == "system" and guard.system is not None:
            guard.system.lock_wanted.emit()
        elif how == "keys":
            self._application.lock()

    # --- QObject

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Note when the window of the vault is gone from the screen."""
        if event.type() == QEvent.Type.Hide:
            say("blank")
        return super().eventFilter(watched, event)


if __name__ == "__main__":
    say("begun")
    sys.exit(Driver(Path(sys.argv[1])).run())
