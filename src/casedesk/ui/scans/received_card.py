"""The papers that came back in a case."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from casedesk.ui import wording
from casedesk.ui.language import gettext as _
from casedesk.ui.problems import problems_shown
from casedesk.ui.scans import words
from casedesk.ui.scans.received_dialog import ReceivedDialog
from casedesk.ui.widgets.card import Card
from casedesk.ui.widgets.record_table import Column
from casedesk.ui.widgets.record_view import RecordTable

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from casedesk.domain.case import CaseId
    from casedesk.domain.received import ReceivedDocument
    from casedesk.services.session import Session
    from casedesk.ui.desk import Desk


@dataclass(frozen=True, slots=True)
class ReceivedLine:
    """A paper that came back, in words."""

    received: ReceivedDocument
    title: str
    number: str
    pages: int
    state: str


def received_columns() -> tuple[Column[ReceivedLine], ...]:
    """Describe the table. A function, because `_` needs the user's language first."""
    return (
        Column(_("Paper"), lambda line: line.title, stretch=2),
        Column(_("Number"), lambda line: line.number),
        Column(
            _("Came back"),
            lambda line: wording.moment(line.received.received_at),
            sort_key=lambda line: line.received.received_at,
        ),
        Column(_("Pages"), lambda line: str(line.pages)),
        Column(_("Signature"), lambda line: line.state),
    )


class ReceivedCard(Card):
    """Lists them; Enter or a double click shows one as it came."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(_("Came back on paper"), parent)
        self._desk = desk
        self.table = RecordTable(received_columns(), self, grows=True, sortable=True)
        self.table.setAccessibleName(_("Came back on paper"))
        self.add(self.table)
        self.table.opened.connect(self._on_opened)
        self.hide()

    def show_case(self, case_id: CaseId, subject_id: str = "") -> None:
        """Show what came back in a case, and mark one of it."""
        session = self._desk.session
        lines = [_line(each, session) for each in session.scans.of_case(case_id)]
        self.table.show_records(lines)
        self.setVisible(bool(lines))
        for row, line in enumerate(self.table.records()):
            if line.received.id == subject_id:
                self.table.selectRow(row)

    def open_received(self, received: ReceivedDocument) -> ReceivedDialog:
        """Show a paper as it came."""
        dialog = ReceivedDialog(received.id, self._desk, self.window())
        dialog.open()
        return dialog

    def _on_opened(self, line: ReceivedLine | None) -> None:
        if line is not None:
            with problems_shown(self, wording.problem):
                self.open_received(line.received)


def _line(received: ReceivedDocument, session: Session) -> ReceivedLine:
    number = (
        session.documents.document(received.document_id).number
        if received.document_id is not None
        else ""
    )
    return ReceivedLine(
        received=received,
        title=words.title_of(received, session),
        number=number,
        pages=len(session.scans.pages(received.id)),
        state=_state(received, session),
    )


def _state(received: ReceivedDocument, session: Session) -> str:
    if received.is_filed_only:
        return _("not signed, filed only") if received.part_id else ""
    if session.signed_papers.question(received.id) is not None:
        return _("to be noted")
    if received.consent_id is not None:
        consent = session.consents.find(received.consent_id)
        return "" if consent is None else wording.day(consent.signed_on)
    if received.plan_id is not None:
        plan = session.plans.find(received.plan_id)
        return "" if plan is None else wording.day(plan.agreed_on)
    return ""
