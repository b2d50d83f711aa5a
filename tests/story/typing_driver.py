"""Types into the intake of a vault, key by key, until somebody ends the program.

After each key it prints how long the text is now, and when that was.
"""

from __future__ import annotations

import sys
import time
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from ui.keys import type_text

from casedesk.services import vaults
from casedesk.ui.application import Application
from casedesk.ui.main_window import MainWindow
from casedesk.ui.places import Page, Place
from casedesk.ui.preferences import Preferences
from casedesk.ui.widgets.field_cell import FieldCell

EVERY_MS = 50
LETTERS = "ÜberallundzuHause"


def text_of_length(length: int) -> str:
    """Return what is typed with so many keys."""
    return (LETTERS * (length // len(LETTERS) + 1))[:length]


class Typist:
    """Types one letter after the other into the concern of the only case."""

    def __init__(self, vault: Path, passphrase: str) -> None:
        self._app = QApplication([])
        self._application = Application(self._app, Preferences(vault.parent / "own"))
        self._application.start()
        key = vaults.derive_key(passphrase, vaults.read_header(vault))
        self._application.open_session(vaults.unlock(vault, key))
        self._length = 0
        self._timer = QTimer(interval=EVERY_MS)
        self._timer.timeout.connect(self._on_time)

    def work(self) -> int:
        """Type until the process is ended."""
        self._go_to_concern()
        self._timer.start()
        return self._app.exec()

    def _go_to_concern(self) -> None:
        window, session = self._application.window(), self._application.session()
        assert isinstance(window, MainWindow)
        assert session is not None
        [line] = session.cases.lines()
        window.go(Place(page=Page.INTAKE, case_id=line.case_id))
        [self._field] = [
            cell.widget
            for cell in window.findChildren(FieldCell)
            if cell.field.name == "concern"
        ]
        self._field.setFocus()

    def _on_time(self) -> None:
        type_text(self._field, text_of_length(self._length + 1)[-1])
        self._length += 1
        sys.stdout.write(f"{self._length} {time.monotonic()}\n")
        sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(Typist(Path(sys.argv[1]), sys.argv[2]).work())
