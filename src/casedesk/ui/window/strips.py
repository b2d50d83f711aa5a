"""What stands over every page: a demo, a full disk, damage, a running stopwatch."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from casedesk.ui.language import gettext as _
from casedesk.ui.widgets.labels import plain_label
from casedesk.ui.window.damage_banner import DamageBanner
from casedesk.ui.window.room_banner import RoomBanner
from casedesk.ui.window.stopwatch_bar import StopwatchBar

if TYPE_CHECKING:
    from casedesk.services.session import Session
    from casedesk.ui.jobs import BackgroundJobs


class Strips(QWidget):
    """Takes no room while all is well."""

    def __init__(
        self, session: Session, jobs: BackgroundJobs, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.room = RoomBanner(session, jobs, self)
        self.damage = DamageBanner(session, self)
        self.stopwatch = StopwatchBar(session, self)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        if session.practice.is_demo():
            layout.addWidget(_demo_strip())
        layout.addWidget(self.room)
        layout.addWidget(self.damage)
        layout.addWidget(self.stopwatch)


def _demo_strip() -> QLabel:
    strip = plain_label(
        _("Demo: everybody here is invented. For your own clients make a new vault."),
        "demo",
        wraps=True,
    )
    strip.setAlignment(Qt.AlignmentFlag.AlignCenter)
    return strip
