"""The page of implementation: what is to be arranged, and how it stands."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from casedesk.domain.phase import Phase
from casedesk.ui.cases.phase_bar import PhaseBar
from casedesk.ui.entries.entries_panel import EntriesPanel
from casedesk.ui.implementation.provisions_panel import ProvisionsPanel
from casedesk.ui.widgets.scroll_page import ScrollPage

if TYPE_CHECKING:
    from casedesk.domain.case import CaseId
    from casedesk.ui.desk import Desk


class ImplementationPage(QWidget):
    """Shows how the phase stands, what is arranged, and the notes of the phase."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.bar = PhaseBar(desk, Phase.IMPLEMENTATION, self)
        self.provisions = ProvisionsPanel(desk, self)
        self.entries = EntriesPanel(desk, Phase.IMPLEMENTATION, self)
        self._page = ScrollPage(self)
        for part in (self.bar, self.provisions, self.entries):
            self._page.add(part)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._page)

    def show_case(self, case_id: CaseId, subject_id: str = "") -> None:
        """Show what is arranged in a case; the one that is looked for is opened."""
        self.bar.show_case(case_id)
        self._page.to_top()
        self.entries.show_case(case_id, subject_id)
        self.provisions.show_case(case_id, subject_id)

    def refresh(self) -> None:
        """Read again, without disturbing what the user types."""
        self.bar.refresh()
        self.provisions.refresh()
        self.entries.refresh()

    def flush(self) -> None:
        """Store what is typed but not stored yet."""
        self.provisions.flush()
        self.entries.flush()
