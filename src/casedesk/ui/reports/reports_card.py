"""The reports of a case in short, on the pages where one wants to write them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from casedesk.ui.cases.rows import Rows, text_row
from casedesk.ui.entries.party_names import party_names
from casedesk.ui.language import gettext as _
from casedesk.ui.places import Page, Place
from casedesk.ui.reports import report_words
from casedesk.ui.widgets.card import Card
from casedesk.ui.widgets.labels import button

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from casedesk.domain.case import CaseId
    from casedesk.ui.desk import Desk

SHOWN = 3


class ReportsCard(Card):
    """Lists the newest reports; each leads to itself, and a new one begins here."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(_("Reports"), parent)
        self._desk = desk
        self._case_id: CaseId | None = None
        self.all = button(_("All reports"), "link", self)
        self.new = button(_("New report …"), "", self)
        self.list = Rows(
            _(
                "Progress report, closing report, report to the payer: put together "
                "from the file, for the one who gets it."
            ),
            self,
        )
        self.add_action(self.all)
        self.add_action(self.new)
        self.add(self.list)
        self.all.clicked.connect(self._on_all)
        self.new.clicked.connect(self.new_report)

    def show_case(self, case_id: CaseId) -> None:
        """Show the newest reports of a case."""
        self._case_id = case_id
        session = self._desk.session
        reports = session.reports.of(case_id=case_id)
        names = party_names(session, case_id) if reports else {}
        rows = []
        for report in reports[:SHOWN]:
            row = text_row(report_words.line_of(report, reports, names))
            row.setObjectName(report.id)
            row.clicked.connect(self._on_row)
            rows.append(row)
        self.list.show_rows(rows)
        self.all.setVisible(bool(reports))

    def new_report(self) -> None:
        """Ask for a new report, and go to it."""
        if self._case_id is not None:
            # Seldom wanted: the pages stand earlier without it.
            from casedesk.ui.reports.new_report_dialog import NewReportDialog

            dialog = NewReportDialog(self._desk, self._case_id, self)
            dialog.begun.connect(self._go)
            dialog.open()

    def _on_row(self) -> None:
        self._go(self.sender().objectName())

    def _on_all(self) -> None:
        self._go("")

    def _go(self, report_id: str) -> None:
        self._desk.go(
            Place(page=Page.REPORTS, case_id=self._case_id, subject_id=report_id)
        )
