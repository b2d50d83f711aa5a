"""What an invoice charges, where it stands, and what it lacks."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from casedesk.domain.billing_terms import (
    BillingTerms,
    BillingTermsId,
    NotARate,
    NotARounding,
    VatRule,
    check_terms,
    effective,
)
from casedesk.domain.case import CaseId
from casedesk.domain.charge import Charge, ChargeKind
from casedesk.domain.invoice import (
    AllReminded,
    Invoice,
    InvoiceId,
    InvoiceState,
    InvoiceStays,
    NotAPayment,
    NotOpen,
    PaidBeforeIssued,
    Payment,
    SheetNotToBill,
    check_invoice_change,
    check_to_bill,
    check_to_cancel,
    next_number,
    paid,
    part_paid,
    payment_taken_back,
    reminded,
    summed,
    to_coins,
    vat_of,
)
from casedesk.domain.practice import Country, Practice
from casedesk.domain.time_sheet import (
    CancelledWithoutReason,
    NotIssued,
    TimeSheet,
    TimeSheetId,
    TimeSheetLine,
    TimeSheetLineId,
)

DAY = date(2026, 3, 10)
SHEET = TimeSheetId("s")
DRAFT = Invoice(
    id=InvoiceId("i"),
    case_id=CaseId("c"),
    sheet_ids=(SHEET,),
    recipient="Kasse Grünegg\nAhornweg 1\n78462 Konstanz",
    hourly_cents=90_00,
    vat_rule=VatRule.EXEMPT,
    vat_note="Umsatzsteuerfrei nach § 4 Nr. 14 UStG.",
    created_on=DAY,
)
ISSUED = replace(DRAFT, number="2026-0001", issued_on=DAY, due_on=date(2026, 4, 9))
PRACTICE = Practice(
    name="Praxis",
    street="Weg 1",
    postcode="78462",
    town="Konstanz",
    country=Country.DE,
    tax_number="12/345",
)
TERMS = BillingTerms(
    id=BillingTermsId("t"), payment_days=30, iban="DE02 1203 0000 0000 2020 51"
)


def a_line(**values: object) -> TimeSheetLine:
    return TimeSheetLine(
        id=TimeSheetLineId("l"),
        case_id=CaseId("c"),
        sheet_id=SHEET,
        happened_on=DAY,
        **values,  # type: ignore[arg-type]  # each by its own type
    )


@pytest.mark.parametrize(
    ("net", "rule", "rate", "vat"),
    [
        (10000, VatRule.RATE, 810, 810),
        (10050, VatRule.RATE, 1900, 1910),
        (25, VatRule.RATE, 200, 1),
        (24, VatRule.RATE, 200, 0),
        (10000, VatRule.EXEMPT, 1900, 0),
        (10000, None, 1900, 0),
        (10000, VatRule.RATE, None, 0),
    ],
)
def test_the_tax_is_what_the_user_chose(
    net: int, rule: VatRule | None, rate: int | None, vat: int
) -> None:
    assert vat_of(net, rule, rate) == vat


def test_the_state_follows_from_the_days() -> None:
    late = date(2026, 4, 10)

    assert DRAFT.state_on(DAY) is InvoiceState.DRAFT
    assert ISSUED.state_on(date(2026, 4, 9)) is InvoiceState.ISSUED
    assert ISSUED.state_on(late) is InvoiceState.OVERDUE
    once = reminded(ISSUED, late)
    assert once.state_on(late) is InvoiceState.REMINDED
    assert once.reminder_level == 1
    assert paid(once, late).state_on(late) is InvoiceState.PAID
    cancelled = replace(ISSUED, cancelled_on=late)
    assert cancelled.state_on(late) is InvoiceState.CANCELLED
    credit = replace(ISSUED, credits_id=InvoiceId("x"))
    assert credit.state_on(late) is InvoiceState.CREDIT
    assert not credit.is_open


def test_only_an_open_invoice_is_paid_or_reminded_of() -> None:
    with pytest.raises(NotOpen):
        paid(DRAFT, DAY)
    with pytest.raises(NotOpen):
        reminded(paid(ISSUED, DAY), DAY)
    with pytest.raises(PaidBeforeIssued):
        paid(ISSUED, date(2026, 3, 9))
    thrice = reminded(reminded(reminded(ISSUED, DAY), DAY), DAY)
    with pytest.raises(AllReminded):
        reminded(thrice, DAY)
    assert paid(paid(ISSUED, DAY), None) == ISSUED


def test_an_issued_invoice_stays_but_for_what_comes_later() -> None:
    check_invoice_change(DRAFT, replace(DRAFT, note="Danke", vat_rate=1900))
    check_invoice_change(DRAFT, None)
    check_invoice_change(ISSUED, replace(ISSUED, paid_on=DAY))
    for after in (None, replace(ISSUED, note="Danke"), replace(ISSUED, net_cents=1)):
        with pytest.raises(InvoiceStays):
            check_invoice_change(ISSUED, after)
    with pytest.raises(InvoiceStays):
        check_invoice_change(DRAFT, ISSUED)


def test_an_invoice_is_cancelled_once_issued_and_with_a_reason() -> None:
    check_to_cancel(ISSUED, "Falsche Kasse")
    with pytest.raises(CancelledWithoutReason):
        check_to_cancel(ISSUED, " ")
    for invoice in (DRAFT, replace(ISSUED, cancelled_on=DAY)):
        with pytest.raises(NotIssued):
            check_to_cancel(invoice, "Grund")


def test_a_sheet_is_charged_once_and_again_after_a_cancellation() -> None:
    sheet = TimeSheet(
        id=SHEET, case_id=CaseId("c"), starts_on=DAY, ends_on=DAY, created_on=DAY
    )
    issued = replace(sheet, issued_on=DAY)

    check_to_bill(issued, [])
    check_to_bill(issued, [replace(ISSUED, cancelled_on=DAY)])
    for each, invoices in ((sheet, []), (issued, [DRAFT]), (issued, [ISSUED])):
        with pytest.raises(SheetNotToBill):
            check_to_bill(each, invoices)


def test_numbers_run_on_within_a_year() -> None:
    assert next_number(2026, 0) == "2026-0001"
    assert next_number(2026, 41) == "2026-0042"


def test_the_terms_of_a_case_go_before_those_of_the_practice() -> None:
    practice = replace(TERMS, hourly_cents=100, vat_rule=VatRule.RATE, vat_rate=1900)
    case = BillingTerms(id=BillingTermsId("c"), hourly_cents=0)

    assert effective(practice, None) == practice
    held = effective(practice, case)
    assert (held.hourly_cents, held.vat_rate, held.payment_days) == (0, 1900, 30)
    exempt = replace(case, vat_rule=VatRule.EXEMPT, vat_note="Steuerfrei")
    held = effective(practice, exempt)
    assert (held.vat_rule, held.vat_rate) == (VatRule.EXEMPT, None)
    stray = replace(case, vat_note="Ohne Wahl")
    assert effective(practice, stray).vat_note == ""


def test_terms_obey_their_limits() -> None:
    check_terms(TERMS)
    with pytest.raises(NotARounding):
        check_terms(replace(TERMS, rounding_minutes=7))
    with pytest.raises(NotARate):
        check_terms(replace(TERMS, vat_rate=100_01))


OPEN = replace(ISSUED, net_cents=100_00, vat_cents=8_10)


def test_an_invoice_paid_in_parts_is_open_for_the_rest() -> None:
    first = part_paid(OPEN, date(2026, 3, 20), 50_00)

    assert first.open_cents == 58_10
    assert first.payments == (Payment(received_on=date(2026, 3, 20), cents=50_00),)
    assert first.state_on(DAY) is InvoiceState.PART_PAID
    assert first.state_on(date(2026, 4, 10)) is InvoiceState.OVERDUE
    assert reminded(first, date(2026, 4, 10)).open_cents == 58_10
    rest = part_paid(first, date(2026, 3, 30), 58_10)
    assert (rest.paid_on, rest.open_cents) == (date(2026, 3, 30), 0)
    assert rest.state_on(DAY) is InvoiceState.PAID
    assert payment_taken_back(rest) == first
    assert payment_taken_back(first) == OPEN


def test_paid_means_that_the_rest_was_paid() -> None:
    done = paid(part_paid(OPEN, date(2026, 3, 20), 50_00), date(2026, 3, 25))

    assert [each.cents for each in done.payments] == [50_00, 58_10]
    with pytest.raises(NotOpen):
        paid(done, DAY)


def test_an_invoice_noted_as_paid_by_an_earlier_version_is_opened_again() -> None:
    earlier = replace(OPEN, paid_on=DAY)

    assert earlier.open_cents == 0
    assert payment_taken_back(earlier) == OPEN


@pytest.mark.parametrize("cents", [0, -1, 108_11])
def test_a_payment_is_more_than_nothing_and_not_more_than_is_open(cents: int) -> None:
    with pytest.raises(NotAPayment):
        part_paid(OPEN, DAY, cents)


def test_nothing_is_paid_before_it_was_issued() -> None:
    with pytest.raises(PaidBeforeIssued):
        part_paid(OPEN, date(2026, 3, 9), 1)


@pytest.mark.parametrize(
    ("cents", "coins"),
    [(0, 0), (2, 0), (3, 5), (12_32, 12_30), (12_33, 12_35), (12_37, 12_35)],
)
def test_a_total_is_rounded_to_the_nearest_five(cents: int, coins: int) -> None:
    assert to_coins(cents) == coins


def test_the_rounding_is_a_sum_of_its_own_and_taken_off_again() -> None:
    charge = Charge(
        kind=ChargeKind.TIME, quantity=60, unit_cents=100_03, net_cents=100_03
    )
    taxed = replace(
        DRAFT,
        vat_rule=VatRule.RATE,
        vat_rate=8_10,
        rounds_total=True,
        currency="CHF",
    )

    made = summed(taxed, [charge])

    assert (made.net_cents, made.vat_cents, made.rounding_cents) == (100_03, 8_10, 2)
    assert made.total_cents == 108_15
    credit = summed(replace(taxed, credits_id=InvoiceId("x")), [charge])
    assert credit.total_cents == -108_15
    exact = summed(replace(taxed, rounds_total=False), [charge])
    assert exact.total_cents == 108_13
    assert summed(replace(taxed, currency="EUR"), [charge]).total_cents == 108_13
