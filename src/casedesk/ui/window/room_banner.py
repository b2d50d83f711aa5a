"""Says that the disk is full, as long as it is, and keeps the reserve."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer

from casedesk.domain.backup import megabytes
from casedesk.ui.language import gettext as _
from casedesk.ui.widgets.notices import Banner

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from casedesk.services.session import Session
    from casedesk.ui.jobs import BackgroundJobs

# What the user does first after unlocking comes first.
RESERVE_AFTER_MS = 5000
LOOK_EVERY_MS = 2000


class RoomBanner(Banner):
    """Hidden while there is room; looks again by itself whether there is."""

    def __init__(
        self, session: Session, jobs: BackgroundJobs, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._jobs = jobs
        self._is_looking = False
        self._timer = QTimer(self, interval=LOOK_EVERY_MS)
        self._timer.timeout.connect(self.look)
        self._timer.start()
        QTimer.singleShot(RESERVE_AFTER_MS, self, self.reserve)

    def look(self) -> None:
        """Say how it stands, and take the reserve again if there is room."""
        if self._session.is_locked:
            self._timer.stop()
        elif self._session.room.is_short():
            self.show_message(self._said())
            self.reserve()
        else:
            self.hide()

    def reserve(self) -> None:
        """Take the reserve where there is room, on a worker thread."""
        session = self._session
        if self._is_looking or session.is_locked or session.is_read_only:
            return
        if session.practice.is_demo():
            return
        self._is_looking = True
        self._jobs.run(session.room.reserving(), self._on_reserved, owner=self)

    def _on_reserved(self, is_there: bool) -> None:
        self._is_looking = False
        if is_there:
            self.hide()

    def _said(self) -> str:
        return _(
            "The disk is full. CaseDesk stores the last entries with the help of a "
            "reserve; when that is used up, what you type stays on the screen only. "
            "Free the disk until {megabytes} MB are free: enough for the reserve and a "
            "backup."
        ).format(megabytes=megabytes(self._session.room.needed_bytes()))
