"""The assessment in words: the talk, the domains of life, what it amounts to."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from casedesk.ui import wording
from casedesk.ui.assessment import assessment_fields
from casedesk.ui.assessment.confirmation_card import ConfirmationCard
from casedesk.ui.assessment.domains_section import DomainsSection
from casedesk.ui.assessment.needs_card import NeedsCard
from casedesk.ui.editing import show_in_form
from casedesk.ui.language import gettext as _
from casedesk.ui.problems import problems_shown
from casedesk.ui.widgets.card import Card
from casedesk.ui.widgets.case_act import CaseAct
from casedesk.ui.widgets.labels import button, plain_label
from casedesk.ui.widgets.record_form import RecordForm
from casedesk.ui.widgets.scroll_page import ScrollPage

if TYPE_CHECKING:
    from casedesk.domain.assessment import Assessment, DomainEntryId
    from casedesk.domain.life_domain import DomainKey
    from casedesk.ui.desk import Desk


class DomainsView(QWidget):
    """Shows and keeps one version of the assessment; a confirmed one is read only."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._assessment: Assessment | None = None
        self._build()

    def show_assessment(self, assessment: Assessment) -> None:
        """Show a version; where it is the one shown before, the place stays."""
        is_other = self._assessment is None or self._assessment.id != assessment.id
        if is_other:
            self.flush()
            self.page.to_top()
            self.section.show_first()
        self._assessment = assessment
        self._show()

    def look_for(self, subject_id: str) -> None:
        """Go to the domain that is looked for."""
        entry = self._desk.session.domain_entries.find(subject_id)
        if entry is not None:
            self._on_need(entry.life_domain)

    def to_domains(self) -> None:
        """Go to the list of the domains, from where keys lead through all of them."""
        self.section.domains.setFocus(Qt.FocusReason.OtherFocusReason)
        self.page.ensureWidgetVisible(self.section.domains)

    def to_confirmation(self) -> None:
        """Go to where the assessment is confirmed."""
        self.confirmation.form.focus_field("stance")
        self.page.ensureWidgetVisible(self.confirmation)

    def flush(self) -> None:
        """Store what is typed but not stored yet."""
        for form in self._forms():
            form.flush()
        self.section.flush()

    def _forms(self) -> tuple[RecordForm, ...]:
        return self.head, self.summary, self.confirmation.form

    def _show(self) -> None:
        if self._assessment is None:
            return
        for form in (self.head, self.summary):
            show_in_form(form, self._desk.session.assessments, self._assessment)
            form.set_locked(self._assessment.is_confirmed)
        self.confirmation.show_assessment(self._assessment)
        has_earlier = self._assessment.earlier_id is not None
        self._take_over.setVisible(has_earlier and not self._assessment.is_confirmed)
        self._show_domains()

    def _show_domains(self) -> None:
        if self._assessment is None:
            return
        self.section.flush()  # first: what is read below must not be older
        entries = self._desk.session.assessing.entries(self._assessment)
        self.section.show_entries(self._assessment, entries)
        is_locked = self._assessment.is_confirmed
        self.needs.show_entries(entries, self.section.names, is_locked=is_locked)

    def _build(self) -> None:
        self.head = RecordForm(assessment_fields.head(self._desk.session.clock.today))
        self.section = DomainsSection(self._desk, self)
        self.summary = RecordForm(assessment_fields.summary())
        self.needs = NeedsCard(self)
        self.confirmation = ConfirmationCard(self._desk, self.flush, self)
        self._take_over = CaseAct(_("Take the earlier texts over"), "link")
        head_card = Card(_("The talk"), self)
        changes = button(_("Changes"), "link", head_card)
        head_card.add_action(self._take_over)
        head_card.add_action(changes)
        head_card.add(self.head)
        summary_card = Card(_("Summary"), self)
        summary_card.add(self.summary)
        self.page = ScrollPage(self)
        self.page.add(head_card)
        self.page.add(plain_label(_("Domains of life"), "heading", self))
        self.page.add(self.section)
        self.page.add(summary_card)
        self.page.add(self.needs)
        self.page.add(self.confirmation)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.page)
        self.section.saved.connect(self._show_domains)
        self.needs.chosen.connect(self._on_need)
        self.needs.move_wanted.connect(self._on_move)
        self._take_over.clicked.connect(self._on_take_over)
        changes.clicked.connect(self._on_changes)

    def _on_need(self, life_domain: DomainKey) -> None:
        self.section.choose(life_domain)
        self.to_domains()

    def _on_move(self, entry_id: DomainEntryId, step: int) -> None:
        with problems_shown(self, wording.problem):
            self.flush()
            self._desk.session.assessing.move_need(entry_id, step)
            self._show_domains()
            self.needs.focus_need(entry_id)

    def _on_take_over(self) -> None:
        if self._assessment is not None:
            with problems_shown(self, wording.problem):
                self.flush()
                service = self._desk.session.assessing
                self._assessment = service.take_over_texts(self._assessment.id)
                self._show()

    def _on_changes(self) -> None:
        if self._assessment is not None:
            self.flush()
            noun = self._desk.session.assessments.noun
            self._desk.show_changes(noun, self._assessment.id)
