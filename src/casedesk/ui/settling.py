"""Brings what was done from the journal into the vault's own file, after a pause."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

if TYPE_CHECKING:
    from casedesk.services.session import Session

PAUSE_MS = 2000


class Settling(QObject):
    """Waits until nothing was stored for a while; lives as long as its window."""

    def __init__(self, session: Session, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self._seen = session.changes_stored()
        self._settled = self._seen
        timer = QTimer(self, interval=PAUSE_MS)
        timer.timeout.connect(self._on_time)
        timer.start()

    def _on_time(self) -> None:
        if self._session.is_locked:
            return
        before, self._seen = self._seen, self._session.changes_stored()
        if self._seen != before:
            return  # somebody is still typing
        if self._seen != self._settled and self._session.settle():
            self._settled = self._seen
