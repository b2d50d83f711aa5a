"""Two lines on who the client is and what the mandate is, and the acts at the right."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from casedesk.domain.account_use import UseState
from casedesk.domain.risk import warnings
from casedesk.ui import wording
from casedesk.ui.accounts.use_words import use_words
from casedesk.ui.entries.party_names import payers
from casedesk.ui.language import gettext as _
from casedesk.ui.monitoring import risk_words
from casedesk.ui.places import Page
from casedesk.ui.theme import GRID
from casedesk.ui.widgets.case_act import CaseAct
from casedesk.ui.widgets.head_layout import HeadLayout
from casedesk.ui.widgets.labels import button, plain_label
from casedesk.ui.widgets.pressable import Pressable

if TYPE_CHECKING:
    from casedesk.domain.case import Case, CaseId
    from casedesk.services.session import Session


class CaseHeader(QWidget):
    """The head of a case. It says which page the user wants."""

    page_wanted = Signal(object)
    contact_wanted = Signal()

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._is_low = False
        self._build()

    def show_case(self, case_id: CaseId, *, consent_is_due: bool) -> None:
        """Read who and what from the vault."""
        case = self._session.case_records.get(case_id)
        client = self._session.clients.get(case.client_id)
        self._name.setText(client.full_name or _("(no name yet)"))
        facts = " · ".join(part for part in self._parts(case_id) if part)
        self._facts.setText(facts)
        self._facts.setVisible(bool(facts) and not self._is_low)
        self._show_warnings(case_id)
        dot = " ●" if consent_is_due else ""
        self._consents.setText(_("Consents") + dot)
        self._consents.setAccessibleName(
            _("Consents, something is due") if consent_is_due else _("Consents")
        )
        count = len(self._session.documents.of_case(case_id))
        self._documents.setText(
            _("Documents {count}").format(count=count or "").strip()
        )

    def _show_warnings(self, case_id: CaseId) -> None:
        risks = warnings(self._session.risks.of(case_id=case_id))
        words = " · ".join(map(risk_words.short, risks))
        said = _("Watch: {words}").format(words=words)
        self._warning_words.setText(said)
        self.warning.setAccessibleName(said)
        self.warning.setVisible(bool(risks))

    def set_low(self, is_low: bool) -> None:
        """Leave the height of the line of facts to the page, from the next reading."""
        self._is_low = is_low

    def _parts(self, case_id: CaseId) -> list[str]:
        case = self._session.case_records.get(case_id)
        addresses = self._session.addresses.of(client_id=case.client_id)
        home = f"{addresses[0].postcode} {addresses[0].town}" if addresses else ""
        return [
            self._born(case),
            home.strip(),
            case.title,
            ", ".join(payers(self._session, case_id)),
            self._hours(case_id),
            _standing(case),
        ]

    def _born(self, case: Case) -> str:
        born = self._session.clients.get(case.client_id).born
        if born is None:
            return ""
        age = born.age_on(self._session.clock.today())
        words = _("born {day}").format(day=wording.partial_day(born))
        return words if age is None else f"{words} ({age})"

    def _hours(self, case_id: CaseId) -> str:
        spent = self._session.cases.minutes_spent(case_id)
        use = self._session.time_keeping.use_of(case_id)
        if use.state is not UseState.OPEN:
            return use_words(use, spent)
        granted = self._session.provisions.running_hours(case_id)
        if granted is not None:
            return wording.hours_of(granted.minutes or 0, granted.approved_minutes or 0)
        return wording.hours(spent) if spent else ""

    def _build(self) -> None:
        self._name = plain_label("", "title", wraps=True)
        self._facts = plain_label("", "muted", wraps=True)
        self._warning_words = plain_label("", "warning", wraps=True)
        self.warning = Pressable(self._warning_words)
        self.warning.clicked.connect(lambda: self.page_wanted.emit(Page.MONITORING))
        self._consents = self._act(_("Consents"), Page.CONSENTS)
        self._documents = self._act(_("Documents"), Page.DOCUMENTS)
        contact = CaseAct(_("Record a contact"), "primary")
        contact.clicked.connect(lambda: self.contact_wanted.emit())

        row = HeadLayout(gap=GRID - 2)
        row.addWidget(self._name)
        row.add_act(self._act(_("Personal data"), Page.CLIENT))
        row.add_act(self._consents)
        row.add_act(self._act(_("Who may know what"), Page.MATRIX))
        row.add_act(self._documents)
        row.add_act(self._act(_("Record"), Page.RECORD))
        row.add_act(self._act(_("Time account"), Page.ACCOUNTS))
        row.add_act(contact)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(row)
        column.addWidget(self._facts)
        column.addWidget(self.warning)

    def _act(self, text: str, page: Page) -> QPushButton:
        act = button(text)
        act.clicked.connect(lambda: self.page_wanted.emit(page))
        return act


def _standing(case: Case) -> str:
    if case.closed_on is not None:
        return _("closed on {day}").format(day=wording.day(case.closed_on))
    if case.paused_on is not None:
        return _("paused since {day}").format(day=wording.day(case.paused_on))
    return ""
