"""A reminder asks for what is open, and for no more than the user has typed."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from domain.test_invoice import DAY, DRAFT, OPEN

from casedesk.domain.case import CaseId
from casedesk.domain.invoice import AllReminded, InvoiceId, NotOpen, paid, reminded
from casedesk.domain.reminder import (
    PayByIsPast,
    Reminder,
    ReminderId,
    ReminderStays,
    check_reminder_change,
    check_to_issue,
    check_to_remind,
)

LETTER = Reminder(
    id=ReminderId("r"),
    case_id=CaseId("c"),
    invoice_id=InvoiceId("i"),
    open_cents=58_10,
    pay_by=date(2026, 3, 20),
    created_on=DAY,
)


def test_nothing_is_asked_for_beside_the_invoice_unless_it_was_typed() -> None:
    assert LETTER.total_cents == 58_10
    assert replace(LETTER, extra_cents=20_00).total_cents == 78_10


def test_only_an_open_invoice_is_reminded_of_and_three_times_at_most() -> None:
    check_to_remind(OPEN)
    for invoice in (DRAFT, paid(OPEN, DAY)):
        with pytest.raises(NotOpen):
            check_to_remind(invoice)
    thrice = reminded(reminded(reminded(OPEN, DAY), DAY), DAY)
    with pytest.raises(AllReminded):
        check_to_remind(thrice)


def test_a_letter_does_not_ask_to_pay_before_it_was_written() -> None:
    check_to_issue(LETTER, date(2026, 3, 20))
    check_to_issue(replace(LETTER, pay_by=None), date(2026, 3, 21))
    with pytest.raises(PayByIsPast):
        check_to_issue(LETTER, date(2026, 3, 21))


def test_an_issued_letter_stays_and_of_a_draft_the_words_are_changed() -> None:
    check_reminder_change(LETTER, None)
    check_reminder_change(LETTER, replace(LETTER, text="Bitte", extra_cents=500))
    issued = replace(LETTER, issued_on=DAY)
    for before, after in (
        (LETTER, issued),
        (LETTER, replace(LETTER, open_cents=1)),
        (issued, None),
        (issued, replace(issued, text="Bitte")),
    ):
        with pytest.raises(ReminderStays):
            check_reminder_change(before, after)
