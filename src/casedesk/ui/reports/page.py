"""The reports of a case: drafts and issued ones, one of them whole."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from casedesk.domain.report import ReportId
from casedesk.ui.entries.party_names import party_names
from casedesk.ui.language import gettext as _
from casedesk.ui.reports.new_report_dialog import NewReportDialog
from casedesk.ui.reports.report_view import ReportView
from casedesk.ui.reports.report_words import report_item
from casedesk.ui.theme import GRID
from casedesk.ui.widgets.avatar_list import AvatarList
from casedesk.ui.widgets.card import SectionHeading
from casedesk.ui.widgets.labels import button
from casedesk.ui.widgets.list_side import ListSide
from casedesk.ui.widgets.notices import EmptyState
from casedesk.ui.widgets.scroll_page import ScrollPage

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from casedesk.domain.case import CaseId
    from casedesk.ui.desk import Desk

LIST_LETTERS = 30
MOST_SHARE = 0.3


class ReportsPage(QWidget):
    """Lists the reports at the left; one of them is written or read at the right."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._case_id: CaseId | None = None
        self._chosen = ""
        self.view: ReportView | None = None
        self._build()

    def show_case(self, case_id: CaseId, subject_id: str = "") -> None:
        """Show the reports of a case, and the one or the section looked for."""
        self.flush()
        if case_id != self._case_id:
            self._choose("")
        self._case_id = case_id
        section = self._desk.session.report_sections.find(subject_id)
        wanted = subject_id if section is None else section.report_id
        if self._desk.session.reports.find(wanted) is not None:
            self._choose(wanted)
        self.refresh()
        self._scroll.to_top()
        if section is not None and self.view is not None:
            self.view.show_section(section.id)

    def refresh(self) -> None:
        """Read again; a field in which the user types stays as it is."""
        if self._case_id is None:
            return
        self._show_list(self._case_id)
        self._show_view()

    def flush(self) -> None:
        """Store what is typed but not stored yet."""
        if self.view is not None:
            self.view.flush()

    def choose(self, report_id: str) -> None:
        """Show another report whole."""
        self.flush()
        self._choose(report_id)
        self.refresh()
        self._scroll.to_top()

    def print_shown(self) -> None:
        """Show the paper of the report that is shown."""
        if self.view is not None:
            self.view.print_shown()

    def new_report(self) -> None:
        """Ask for a new report."""
        if self._case_id is not None:
            self.flush()
            dialog = NewReportDialog(self._desk, self._case_id, self)
            dialog.begun.connect(self.choose)
            dialog.open()

    def _choose(self, report_id: str) -> None:
        if self.view is not None and self.view.report_id != report_id:
            self.view.hide()
            self.view.deleteLater()
            self.view = None
        self._chosen = report_id

    def _show_list(self, case_id: CaseId) -> None:
        session = self._desk.session
        reports = session.reports.of(case_id=case_id)
        names = party_names(session, case_id)
        known = [each.id for each in reports]
        if self._chosen not in known:
            self._choose(known[0] if known else "")
        self._list.show_items([report_item(each, reports, names) for each in reports])
        self._list.choose(self._chosen)
        self._side.setVisible(bool(reports))
        self._empty.setVisible(not reports)

    def _show_view(self) -> None:
        if not self._chosen:
            return
        if self.view is not None:
            self.view.refresh()
            return
        self.view = ReportView(self._desk, ReportId(self._chosen), self._scroll)
        self.view.gone.connect(self._on_gone)
        self.view.begun.connect(self.choose)
        self.view.changed.connect(self._on_changed)
        self._scroll.add(self.view)
        self.view.show()

    def _build(self) -> None:
        heading = SectionHeading(_("Reports"), self)
        self.new = button(_("New report …"), "primary", self)
        heading.add_action(self.new)
        self._empty = EmptyState(
            _(
                "No report was written in this case yet. A report is put together from "
                "the file: goals and reviews, measures, contacts, hours. You say for "
                "whom it is, change what you like, and issue it."
            ),
            _("New report …"),
            self,
        )
        self._list = AvatarList(self)
        self._list.setAccessibleName(_("Reports of the case"))
        self._side = ListSide(self._list, LIST_LETTERS, MOST_SHARE, self)
        self._scroll = ScrollPage(self)
        self._scroll.add(self._empty)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, GRID)
        layout.setSpacing(GRID)
        layout.addWidget(heading)
        layout.addLayout(self._side.beside(self._scroll), 1)
        self.new.clicked.connect(self.new_report)
        self._empty.acted.connect(self.new_report)
        self._list.chosen.connect(self.choose)

    def _on_changed(self) -> None:
        if self._case_id is not None:
            self._show_list(self._case_id)

    def _on_gone(self, noun: str, deed: int) -> None:
        self._choose("")
        self.refresh()
        self._desk.offer_undo(noun, deed)

    # --- QWidget

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: D102
        super().resizeEvent(event)
        self._side.fit(self)
