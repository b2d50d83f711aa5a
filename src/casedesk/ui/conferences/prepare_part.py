"""Before a conference: when and where, who comes, the agenda, the client's wishes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from casedesk.domain.conference import ConferenceKind
from casedesk.ui import wording
from casedesk.ui.conferences.agenda_card import AgendaCard
from casedesk.ui.conferences.conference_fields import (
    meeting_fields,
    pointers,
    preparation_fields,
)
from casedesk.ui.conferences.people_card import PeopleCard
from casedesk.ui.editing import show_in_form
from casedesk.ui.language import gettext as _
from casedesk.ui.problems import problems_shown
from casedesk.ui.tasks.say_dialog import SayDialog
from casedesk.ui.widgets.card import Card
from casedesk.ui.widgets.case_act import CaseAct
from casedesk.ui.widgets.growing_text import GrowingText
from casedesk.ui.widgets.labels import button, plain_label
from casedesk.ui.widgets.record_form import RecordForm
from casedesk.ui.widgets.scroll_page import ScrollPage

if TYPE_CHECKING:
    from casedesk.domain.conference import Conference
    from casedesk.ui.desk import Desk


class PreparePart(QWidget):
    """What is settled before people meet."""

    changed = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._conference: Conference | None = None
        self.dialog: SayDialog | None = None
        self._build()

    def show_conference(self, conference: Conference) -> None:
        """Show a conference."""
        if self._conference is None or conference.id != self._conference.id:
            self.page.to_top()
        self._conference = conference
        is_locked = conference.is_frozen
        records = self._desk.session.conferences
        for form in (self.form, self.preparation):
            show_in_form(form, records, conference)
            form.set_locked(is_locked)
        self.form.set_field_visible("client_agreed_on", conference.needs_agreement)
        self.form.set_field_visible(
            "client_informed_on", conference.kind is ConferenceKind.REINTEGRATION
        )
        self.pointer.setText("\n".join(pointers(conference)))
        self.people.show_conference(conference)
        self.agenda.show_conference(conference.id, is_locked=is_locked)
        is_cancelled = conference.cancelled_on is not None
        is_open = conference.held_on is None and not is_locked
        self.cancel.setVisible(is_open and not is_cancelled)
        self.again.setVisible(is_cancelled)

    def flush(self) -> None:
        """Store what is typed but not stored yet."""
        for part in (self.form, self.preparation, self.people, self.agenda):
            part.flush()

    def print_shown(self) -> None:
        """Show the invitation for all."""
        self.people.letter_for_all.click()

    def _build(self) -> None:
        session = self._desk.session
        meeting = Card(_("The meeting"), self)
        self.pointer = plain_label("", "small", self, wraps=True)
        self.form = RecordForm(meeting_fields(session), self)
        meeting.add(self.pointer)
        meeting.add(self.form)
        self.people = PeopleCard(self._desk, self)
        self.agenda = AgendaCard(self._desk, self)
        wishes = Card(_("Prepared with the client"), self)
        self.sheet = button(_("Preparation sheet …"), "", self)
        wishes.add_action(self.sheet)
        self.preparation = RecordForm(preparation_fields(session), self)
        wishes.add(self.preparation)
        self.cancel = CaseAct(_("Cancel the conference …"), "link", self)
        self.again = CaseAct(_("Let it take place after all"), "", self)
        row = QHBoxLayout()
        row.addWidget(self.cancel)
        row.addWidget(self.again)
        row.addStretch()
        self.page = ScrollPage(self)
        for card in (meeting, self.people, self.agenda, wishes):
            self.page.add(card)
        self.page.add(row)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.page)
        self.form.saved.connect(self._on_saved)
        self.sheet.clicked.connect(self._on_sheet)
        self.cancel.clicked.connect(self._on_cancel)
        self.again.clicked.connect(self._on_again)

    def _on_saved(self, name: str) -> None:
        if name in ("kind", "categories", "title", "takes_place_on", "starts_at"):
            self.changed.emit()

    def _on_sheet(self) -> None:
        if self._conference is None:
            return
        with problems_shown(self, wording.problem):
            self.flush()
            papers = self._desk.session.conference_papers
            self._desk.preview(papers.preparation(self._conference.id))

    def _on_cancel(self) -> None:
        if self._conference is None:
            return
        self.flush()
        question = _("Why does the conference not take place?")
        self.dialog = SayDialog(question, GrowingText(), _("Cancel it"), self)
        session = self._desk.session
        self.dialog.keep_with(session, "conference", self._conference.id, "cancel")
        self.dialog.said.connect(self._on_cancelled)
        self.dialog.finished.connect(self.dialog.deleteLater)
        self.dialog.open()

    def _on_cancelled(self, reason: object) -> None:
        if self._conference is None:
            return
        with problems_shown(self, wording.problem):
            conferencing = self._desk.session.conferencing
            conferencing.cancel(self._conference.id, str(reason))
            self.changed.emit()

    def _on_again(self) -> None:
        if self._conference is None:
            return
        with problems_shown(self, wording.problem):
            self._desk.session.conferencing.take_up_again(self._conference.id)
            self.changed.emit()
