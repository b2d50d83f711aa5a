"""The page of the assessment."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from casedesk.domain.phase import Phase
from casedesk.ui.assessment import assessment_fields
from casedesk.ui.assessment.domains_section import DomainsSection
from casedesk.ui.assessment.needs_card import NeedsCard
from casedesk.ui.cases.phase_bar import PhaseBar
from casedesk.ui.editing import show_in_form
from casedesk.ui.language import gettext as _
from casedesk.ui.widgets.card import Card
from casedesk.ui.widgets.labels import button, plain_label
from casedesk.ui.widgets.record_form import RecordForm
from casedesk.ui.widgets.scroll_page import ScrollPage

if TYPE_CHECKING:
    from casedesk.domain.assessment import Assessment, LifeDomain
    from casedesk.domain.case import CaseId
    from casedesk.ui.desk import Desk


class AssessmentPage(QWidget):
    """Shows and keeps the assessment of a case."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._case_id: CaseId | None = None
        self._build()

    def show_case(self, case_id: CaseId, subject_id: str = "") -> None:
        """Show the assessment of a case, and the domain that is looked for."""
        self.flush()
        self._case_id = case_id
        self._page.to_top()
        self.section.show_first()
        self.bar.show_case(case_id)
        self._show()
        entry = self._desk.session.domain_entries.find(subject_id)
        if entry is not None:
            self._on_need(entry.life_domain)

    def refresh(self) -> None:
        """Read again, without disturbing a field in which the user types."""
        self.bar.refresh()
        if self._case_id is not None:
            self._show()

    def flush(self) -> None:
        """Store what is typed but not stored yet."""
        for form in (self.head, self.summary):
            form.flush()
        self.section.flush()

    def _show(self) -> None:
        assessment = self._assessment()
        for form in (self.head, self.summary):
            show_in_form(form, self._desk.session.assessments, assessment)
        self._show_domains()

    def _assessment(self) -> Assessment:
        return self._desk.session.assessments.of(case_id=str(self._case_id))[-1]

    def _show_domains(self) -> None:
        self.section.flush()  # first: what is read below must not be older
        entries = self._desk.session.domain_entries.of(
            assessment_id=self._assessment().id
        )
        self.section.show_entries(entries)
        self.needs.show_entries(entries)

    def _build(self) -> None:
        self.bar = PhaseBar(self._desk, Phase.ASSESSMENT, self)
        self.head = RecordForm(assessment_fields.head(self._desk.session.clock.today))
        self.section = DomainsSection(self._desk, self)
        self.summary = RecordForm(assessment_fields.summary())
        self.needs = NeedsCard(self)
        head_card = Card(_("The talk"), self)
        changes = button(_("Changes"), "link", head_card)
        head_card.add_action(changes)
        head_card.add(self.head)
        summary_card = Card(_("Summary"), self)
        summary_card.add(self.summary)
        self._page = ScrollPage(self)
        self._page.add(self.bar)
        self._page.add(head_card)
        self._page.add(plain_label(_("Domains of life"), "heading", self))
        self._page.add(self.section)
        self._page.add(summary_card)
        self._page.add(self.needs)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._page)
        self.section.saved.connect(self._show_domains)
        self.needs.chosen.connect(self._on_need)
        changes.clicked.connect(self._on_changes)

    def _on_need(self, life_domain: LifeDomain) -> None:
        self.section.choose(life_domain)
        self.section.domains.setFocus(Qt.FocusReason.OtherFocusReason)
        self._page.ensureWidgetVisible(self.section.domains)

    def _on_changes(self) -> None:
        self.flush()
        assessments = self._desk.session.assessments
        self._desk.show_changes(assessments.noun, self._assessment().id)
