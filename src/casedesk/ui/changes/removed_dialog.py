"""What was removed in a case, and the way back."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from casedesk.ui import wording
from casedesk.ui.language import gettext as _
from casedesk.ui.problems import problems_shown
from casedesk.ui.start.room import make_room
from casedesk.ui.theme import GRID
from casedesk.ui.widgets.card import Card
from casedesk.ui.widgets.labels import button, plain_label
from casedesk.ui.widgets.notices import EmptyState
from casedesk.ui.widgets.scroll_page import ScrollPage
from casedesk.ui.window.list_items import noun

if TYPE_CHECKING:
    from casedesk.domain.case import CaseId
    from casedesk.domain.removed import Removed
    from casedesk.services.removed import RemovedService


class RemovedDialog(QDialog):
    """Lists removed records, each with a button that brings it back."""

    taken_back = Signal()

    def __init__(
        self, removed: RemovedService, case_id: CaseId, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._removed = removed
        self._case_id = case_id
        self._shown: list[QWidget] = []
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(_("Removed records"))
        make_room(self, letters=90, lines=26)
        self._page = ScrollPage(self)
        close = button(_("Close"), "", self)
        close.clicked.connect(self.reject)
        row = QHBoxLayout()
        row.addStretch()
        row.addWidget(close)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(3 * GRID, 2 * GRID, 3 * GRID, 2 * GRID)
        layout.addWidget(self._page, 1)
        layout.addLayout(row)
        self.refresh()

    def refresh(self) -> None:
        """Read again what is gone."""
        for each in self._shown:
            each.hide()
            each.deleteLater()
        self._shown = [self._card(one) for one in self._removed.of_case(self._case_id)]
        if not self._shown:
            empty = _("Nothing is missing: whatever was removed has been brought back.")
            self._shown = [EmptyState(empty, "", self)]
        for each in self._shown:
            self._page.add(each)

    def _card(self, removed: Removed) -> Card:
        when = wording.moment(removed.removed_at)
        card = Card(noun(removed.table_name), self, note=when)
        back = button(_("Bring back"), "", card)
        back.clicked.connect(partial(self._on_back, removed))
        card.add_action(back)
        card.add(plain_label(removed.excerpt or _("(empty)"), "", card, wraps=True))
        return card

    def _on_back(self, removed: Removed) -> None:
        with problems_shown(self, wording.problem):
            self._removed.take_back(removed)
            self.refresh()
            self.taken_back.emit()
