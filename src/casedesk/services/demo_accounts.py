"""What the demo shows of time and money: terms, time sheets, invoices."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from casedesk.domain.billing_terms import OF_THE_PRACTICE, BillingTerms, VatRule
from casedesk.domain.entry import EntryKind
from casedesk.domain.handing import TO_OWN_FILE
from casedesk.domain.working_time import RoundingMode

if TYPE_CHECKING:
    from casedesk.domain.case import CaseId
    from casedesk.domain.time_sheet import TimeSheet
    from casedesk.services.session import Session

TERMS = BillingTerms(
    id=OF_THE_PRACTICE,
    hourly_cents=144_00,
    travel_cents=90_00,
    kilometre_cents=70,
    rounding_minutes=5,
    rounding_mode=RoundingMode.UP,
    vat_rule=VatRule.RATE,
    vat_rate=8_10,
    payment_days=30,
    iban="CH93 0076 2011 6238 5295 7",
    bank="Musterbank Bern",
)
# What a payer may read: what was done, and nothing of what it was about.
TEXTS = {
    EntryKind.VISIT: "Gespräch bei der Klientin zu Hause, Organisation der Hilfen",
    EntryKind.PHONE: "Telefonische Abstimmung mit Beteiligten",
    EntryKind.VIDEO: "Besprechung per Video",
    EntryKind.MAIL: "Schriftliche Abstimmung mit Beteiligten",
    EntryKind.LETTER: "Schriftliche Abstimmung mit Beteiligten",
    EntryKind.MEETING: "Besprechung mit Beteiligten",
    EntryKind.NOTE: "Planung und Dokumentation",
}
FEW_DAYS = 50
BILLED_BEFORE = 45  # days
PAID, PART = 20, 1000_00  # days ago, and how much


def write_accounts(session: Session, earlier: Session, case_id: CaseId) -> None:
    """Issue time sheet and invoice of earlier months and leave a newer sheet open.

    `earlier` is the same vault, `BILLED_BEFORE` days ago: the invoice is overdue,
    was paid in part, and a reminder is being written.
    """
    session.billing_terms.add(TERMS)
    today = session.clock.today()
    since = session.case_records.get(case_id).opened_on
    middle = today - timedelta(days=FEW_DAYS)
    sheet = _sheet(earlier, case_id, (since, middle))
    paper = earlier.account_papers.time_sheet(sheet.id)
    earlier.papers.issue(paper, paper.render(), TO_OWN_FILE)
    invoice = earlier.invoicing.begin(case_id, (sheet.id,))
    bill = earlier.invoice_papers.prepare(invoice.id)
    earlier.papers.issue(bill, bill.render(), TO_OWN_FILE)
    session.invoicing.note_payment(invoice.id, today - timedelta(days=PAID), PART)
    session.reminding.begin(invoice.id)
    _sheet(session, case_id, (middle + timedelta(days=1), today))


def _sheet(session: Session, case_id: CaseId, period: tuple[date, date]) -> TimeSheet:
    payer, *_others = session.time_keeping.payers(case_id)
    sheet = session.time_keeping.begin(case_id, payer, period)
    for line in session.time_keeping.shown(sheet.id).lines:
        entry = session.entries.get(line.entry_id or "")
        if not line.text:
            session.time_sheet_lines.change(line.id, text=TEXTS.get(entry.kind, ""))
    return sheet
