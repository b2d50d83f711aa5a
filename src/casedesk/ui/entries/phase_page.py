"""The page of a phase whose work is kept as dated notes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from casedesk.ui.cases.phase_bar import PhaseBar
from casedesk.ui.entries.entries_panel import EntriesPanel
from casedesk.ui.widgets.scroll_page import ScrollPage

if TYPE_CHECKING:
    from casedesk.domain.case import CaseId
    from casedesk.domain.phase import Phase
    from casedesk.ui.desk import Desk


class PhasePage(QWidget):
    """Shows how a phase stands and what was noted in it."""

    def __init__(self, desk: Desk, phase: Phase, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.bar = PhaseBar(desk, phase, self)
        self.entries = EntriesPanel(desk, phase, self)
        self._page = ScrollPage(self)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._page)
        self._page.add(self.bar)
        self._page.add(self.entries)

    def show_case(self, case_id: CaseId, subject_id: str = "") -> None:
        """Show the phase of a case, and the note that is looked for."""
        self.bar.show_case(case_id)
        self._page.to_top()
        self.entries.show_case(case_id, subject_id)

    def refresh(self) -> None:
        """Read again, without disturbing what the user types."""
        self.bar.refresh()
        self.entries.refresh()

    def flush(self) -> None:
        """Store what is typed but not stored yet."""
        self.entries.flush()
