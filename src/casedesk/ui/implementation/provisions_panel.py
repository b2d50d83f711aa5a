"""What is to be arranged, referrals, applications and cost approvals of a case."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from casedesk.domain.measure import MeasureId
from casedesk.ui.implementation.approval_sheet import ApprovalSheet
from casedesk.ui.implementation.case_names import names_in
from casedesk.ui.implementation.claim_sheet import ClaimSheet
from casedesk.ui.implementation.referral_sheet import ReferralSheet
from casedesk.ui.implementation.to_arrange_card import ToArrangeCard
from casedesk.ui.theme import GRID

if TYPE_CHECKING:
    from casedesk.domain.case import CaseId
    from casedesk.ui.desk import Desk


class ProvisionsPanel(QWidget):
    """Four sheets, each with what is overdue first."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._case_id: CaseId | None = None
        self._build()

    def show_case(self, case_id: CaseId, subject_id: str = "") -> None:
        """Show what is arranged in a case; the one that is looked for is opened."""
        if case_id != self._case_id:
            self.flush()
            for sheet in self._sheets:
                sheet.list.drop(set())
        self._case_id = case_id
        self.refresh()
        for sheet in self._sheets:
            sheet.list.open(subject_id)

    def refresh(self) -> None:
        """Read again, without disturbing a field in which the user types."""
        if self._case_id is None:
            return
        session, case_id = self._desk.session, self._case_id
        found = session.provisions.of_case(case_id)
        names = names_in(session, case_id)
        self.to_arrange.show_measures(found.to_arrange, names.parties)
        self.referrals.show_records(case_id, found.referrals, names)
        self.claims.show_records(case_id, found.claims, names)
        self.approvals.show_records(case_id, found, names)

    def flush(self) -> None:
        """Store what is typed but not stored yet."""
        for sheet in self._sheets:
            sheet.list.flush()

    def _build(self) -> None:
        # Made in the order in which Tab goes through them.
        self.to_arrange = ToArrangeCard(self)
        self.referrals = ReferralSheet(self._desk, self)
        self.claims = ClaimSheet(self._desk, self)
        self.approvals = ApprovalSheet(self._desk, self)
        self._sheets = (self.referrals, self.claims, self.approvals)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2 * GRID)
        for sheet in (self.to_arrange, *self._sheets):
            layout.addWidget(sheet)
        for sheet in self._sheets:
            sheet.changed.connect(self.refresh)
        self.to_arrange.referral_wanted.connect(self._on_refer)
        self.to_arrange.claim_wanted.connect(self._on_apply)

    def _on_refer(self, measure_id: str) -> None:
        self.referrals.begin(measure_id=MeasureId(measure_id))

    def _on_apply(self, measure_id: str) -> None:
        self.claims.begin(MeasureId(measure_id))
