"""Two lines on who the client is and what the mandate is, and the acts at the right."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from casedesk.ui import wording
from casedesk.ui.language import gettext as _
from casedesk.ui.places import Page
from casedesk.ui.theme import GRID
from casedesk.ui.widgets.labels import button, plain_label

if TYPE_CHECKING:
    from casedesk.domain.case import CaseId
    from casedesk.services.session import Session


class CaseHeader(QWidget):
    """The head of a case. It says which page the user wants."""

    page_wanted = Signal(object)
    contact_wanted = Signal()

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._build()

    def show_case(self, case_id: CaseId, *, consent_is_due: bool) -> None:
        """Read who and what from the vault."""
        case = self._session.case_records.get(case_id)
        client = self._session.clients.get(case.client_id)
        self._name.setText(client.full_name or _("(no name yet)"))
        self._facts.setText(" · ".join(part for part in self._parts(case_id) if part))
        dot = " ●" if consent_is_due else ""
        self._consents.setText(_("Consents") + dot)
        self._consents.setAccessibleName(
            _("Consents, something is due") if consent_is_due else _("Consents")
        )
        count = len(self._session.papers.of_case(case_id))
        self._documents.setText(
            _("Documents {count}").format(count=count or "").strip()
        )

    def _parts(self, case_id: CaseId) -> list[str]:
        case = self._session.case_records.get(case_id)
        client = self._session.clients.get(case.client_id)
        addresses = self._session.addresses.of(client_id=client.id)
        home = f"{addresses[0].postcode} {addresses[0].town}" if addresses else ""
        return [self._born(case_id), home.strip(), case.title, self._hours(case_id)]

    def _born(self, case_id: CaseId) -> str:
        case = self._session.case_records.get(case_id)
        born = self._session.clients.get(case.client_id).born
        if born is None:
            return ""
        age = born.age_on(self._session.clock.today())
        words = _("born {day}").format(day=wording.partial_day(born))
        return words if age is None else f"{words} ({age})"

    def _hours(self, case_id: CaseId) -> str:
        spent = self._session.cases.minutes_spent(case_id)
        approved = sum(
            mandate.approved_minutes or 0
            for mandate in self._session.mandates.of(case_id=case_id)
        )
        if approved:
            return _("{spent} of {approved}").format(
                spent=wording.hours(spent), approved=wording.hours(approved)
            )
        return wording.hours(spent) if spent else ""

    def _build(self) -> None:
        self._name = plain_label("", "title")
        self._facts = plain_label("", "muted", wraps=True)
        self._consents = self._act(_("Consents"), Page.CONSENTS)
        self._documents = self._act(_("Documents"), Page.DOCUMENTS)
        contact = button(_("Record a contact"), "primary")
        contact.clicked.connect(lambda: self.contact_wanted.emit())

        words = QVBoxLayout()
        words.setSpacing(4)
        words.addWidget(self._name)
        words.addWidget(self._facts)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(GRID - 2)
        row.addLayout(words, 1)
        row.addWidget(self._act(_("Personal data"), Page.CLIENT))
        row.addWidget(self._consents)
        row.addWidget(self._documents)
        row.addWidget(self._act(_("Record"), Page.RECORD))
        row.addWidget(contact)

    def _act(self, text: str, page: Page) -> QPushButton:
        act = button(text)
        act.clicked.connect(lambda: self.page_wanted.emit(page))
        return act
