"""A version of a plan on the screen: goals, measures and texts, in full."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout

from casedesk.services.paper_words.plan_differences import told
from casedesk.ui.language import gettext as _
from casedesk.ui.language import spoken
from casedesk.ui.planning.plan_words import heading
from casedesk.ui.planning.version_words import agreement_words
from casedesk.ui.start.room import make_room
from casedesk.ui.theme import GRID
from casedesk.ui.widgets.labels import button, plain_label
from casedesk.ui.widgets.scroll_page import ScrollPage
from casedesk.words.catalog import Words

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from casedesk.domain.plan import PlanId
    from casedesk.ui.desk import Desk


class ReadVersionDialog(QDialog):
    """Shows what a version says; nothing can be changed here."""

    def __init__(
        self, desk: Desk, plan_id: PlanId, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        versions = desk.session.plan_versions
        records = versions.records(plan_id)
        self.setWindowTitle(_("Version of the plan"))
        page = ScrollPage(self)
        page.add(plain_label(heading(records.plan), "heading", self, wraps=True))
        page.add(plain_label(agreement_words(records.plan), "muted", self, wraps=True))
        self.said = told(
            records, versions.names_in(records), versions.own_domains(), Words(spoken())
        )
        for part in self.said:  # two labels each: a plan may have two hundred parts
            page.add(plain_label(part.heading, "subheading", self, wraps=True))
            lines = (f"{label}: {value}" for label, _before, value in part.rows)
            page.add(plain_label("\n".join(lines), "", self, wraps=True))
        close = button(_("Close"), "", self)
        foot = QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(close)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(2 * GRID, 2 * GRID, 2 * GRID, 2 * GRID)
        layout.setSpacing(GRID + 4)
        layout.addWidget(page, 1)
        layout.addLayout(foot)
        make_room(self, letters=110, lines=42)
        close.clicked.connect(self.reject)
