"""The overview of a case: what is due, whom to reach, and how it stands."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from casedesk.ui.cases.due_card import DueCard
from casedesk.ui.cases.facts_card import FactsCard
from casedesk.ui.cases.goals_card import GoalsCard
from casedesk.ui.cases.latest_card import LatestCard
from casedesk.ui.cases.phases_card import PhasesCard
from casedesk.ui.cases.reach_card import ReachCard
from casedesk.ui.coverage.overview_card import FindingsCard
from casedesk.ui.parties.mandate_panel import MandatePanel
from casedesk.ui.parties.panel import PartiesPanel
from casedesk.ui.reports.reports_card import ReportsCard
from casedesk.ui.widgets.scroll_page import ScrollPage
from casedesk.ui.widgets.side_by_side import SideBySide

if TYPE_CHECKING:
    from casedesk.domain.case import CaseId
    from casedesk.ui.desk import Desk


class OverviewPage(QWidget):
    """Shows a case at a glance, and keeps its facts."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._case_id: CaseId | None = None
        self._build()

    def show_case(self, case_id: CaseId, subject_id: str = "") -> None:
        """Show a case, and the run of a phase or the mandate that is looked for."""
        self.flush()
        self._case_id = case_id
        self._page.to_top()
        self.phases.show_case(case_id)
        self.facts.show_case(case_id)
        self.mandate.show_case(case_id)
        self.parties.show_case(case_id)
        self._show()
        if subject_id:
            self._show_subject(subject_id)

    def refresh(self) -> None:
        """Read again, without disturbing a field in which the user types."""
        if self._case_id is not None:
            self.phases.refresh()
            self.facts.refresh()
            self.mandate.refresh()
            self.parties.refresh()
            self._show()

    def flush(self) -> None:
        """Store what is typed but not stored yet."""
        self.phases.flush()
        self.facts.flush()
        self.mandate.flush()
        self.parties.flush()

    def _show(self) -> None:
        if self._case_id is not None:
            self.due.show_case(self._case_id)
            self.reach.show_case(self._case_id)
            self.findings.show_case(self._case_id)
            self.goals.show_case(self._case_id)
            self.reports.show_case(self._case_id)
            self.latest.show_case(self._case_id)

    def _show_subject(self, subject_id: str) -> None:
        session, case_id = self._desk.session, self._case_id
        if case_id is None:
            return
        if session.phase_runs.find(subject_id) is not None:
            self._page.ensureWidgetVisible(self.phases.show_run(subject_id))
        elif session.mandates.find(subject_id) is not None:
            self.mandate.show_case(case_id, subject_id)
            self.mandate.form().focus_field("reference_number")
        elif session.parties.find(subject_id) is not None:
            self.parties.show_case(case_id, subject_id)

    def _build(self) -> None:
        # Made in the order in which Tab goes through them.
        self.due = DueCard(self._desk, self)
        self.findings = FindingsCard(self._desk, self)
        self.goals = GoalsCard(self._desk, self)
        self.phases = PhasesCard(self._desk, self)
        self.facts = FactsCard(self._desk, self)
        self.reach = ReachCard(self._desk, self)
        self.reports = ReportsCard(self._desk, self)
        self.latest = LatestCard(self._desk, self)
        self.mandate = MandatePanel(self._desk, self)
        self.parties = PartiesPanel(self._desk, self)
        self._page = ScrollPage(self)
        self._page.add(
            SideBySide(
                [self.due, self.findings, self.goals, self.phases, self.facts],
                [self.reach, self.reports, self.latest],
                self,
            )
        )
        self._page.add(self.mandate)
        self._page.add(self.parties)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._page)
        self.facts.changed.connect(self.refresh)
        self.reach.subject_wanted.connect(self._show_subject)
        self.reach.parties_wanted.connect(self.parties.add)
