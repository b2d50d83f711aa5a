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
from casedesk.domain.entry import TimeCategory
from casedesk.domain.invoice import (
    AllReminded,
    ChargeKind,
    Invoice,
    InvoiceGap,
    InvoiceId,
    InvoiceState,
    InvoiceStays,
    NotOpen,
    PaidBeforeIssued,
    Rates,
    SheetNotToBill,
    charges,
    check_invoice_change,
    check_to_bill,
    check_to_cancel,
    gaps,
    next_number,
    paid,
    reminded,
    summed,
    time_cents,
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
    ("minutes", "hourly", "cents"),
    [
        (60, 14400, 14400),
        (85, 14400, 20400),
        (50, 10000, 8333),
        (25, 9999, 4166),
        (1, 30, 1),
        (1, 29, 0),
        (0, 14400, 0),
    ],
)
def test_time_costs_whole_cents_half_a_cent_upwards(
    minutes: int, hourly: int, cents: int
) -> None:
    assert time_cents(minutes, hourly) == cents


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


def test_each_kind_of_work_is_a_line_with_its_own_rate() -> None:
    lines = [
        a_line(
            time_category=TimeCategory.CLIENT_CONTACT,
            minutes=50,
            travel_minutes=20,
            kilometres=12,
            expense_cents=480,
        ),
        a_line(time_category=None, minutes=10),
    ]
    rates = Rates(hourly_cents=100_00, travel_cents=60_00, kilometre_cents=70)

    made = charges({SHEET: lines}, rates)

    assert [(c.kind, c.quantity, c.net_cents) for c in made] == [
        (ChargeKind.TIME, 50, 8333),
        (ChargeKind.TRAVEL, 20, 2000),
        (ChargeKind.TIME, 10, 1667),
        (ChargeKind.KILOMETRES, 12, 840),
        (ChargeKind.EXPENSES, 1, 480),
    ]
    total = summed(replace(DRAFT, vat_rule=VatRule.RATE, vat_rate=810), made)
    assert (total.net_cents, total.vat_cents) == (13320, 1079)
    credit = summed(replace(total, credits_id=InvoiceId("x")), made)
    assert credit.total_cents == -total.total_cents


def test_travel_costs_as_much_as_work_unless_it_is_said() -> None:
    rates = Rates(hourly_cents=100_00, travel_cents=None, kilometre_cents=None)

    [charge] = charges({SHEET: [a_line(travel_minutes=30, kilometres=5)]}, rates)

    assert charge.net_cents == 50_00
    free = replace(rates, travel_cents=0)
    [charge] = charges({SHEET: [a_line(travel_minutes=30)]}, free)
    assert charge.net_cents == 0


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


def test_nothing_is_missing_when_all_that_must_stand_on_it_is_there() -> None:
    assert gaps(DRAFT, PRACTICE, TERMS, [a_line(minutes=60)]) == ()


@pytest.mark.parametrize(
    ("gap", "invoice", "practice", "terms"),
    [
        (InvoiceGap.NO_SHEET, {"sheet_ids": ()}, {}, {}),
        (InvoiceGap.NO_RATE, {"hourly_cents": None}, {}, {}),
        (InvoiceGap.NO_KILOMETRE_RATE, {"kilometre_cents": None}, {}, {}),
        (InvoiceGap.NO_SENDER, {}, {"street": " "}, {}),
        (InvoiceGap.NO_RECIPIENT, {"recipient": ""}, {}, {}),
        (InvoiceGap.NO_ADDRESS, {"recipient": "Kasse Grünegg"}, {}, {}),
        (InvoiceGap.NO_VAT_RULE, {"vat_rule": None}, {}, {}),
        (InvoiceGap.NO_VAT_RATE, {"vat_rule": VatRule.RATE}, {}, {}),
        (InvoiceGap.NO_VAT_NOTE, {"vat_note": " "}, {}, {}),
        (InvoiceGap.NO_TAX_NUMBER, {}, {"tax_number": ""}, {}),
        (InvoiceGap.NO_PAYMENT_DAYS, {}, {}, {"payment_days": None}),
        (InvoiceGap.NO_ACCOUNT, {}, {}, {"iban": "DE02 1203 0000 0000 2020 52"}),
    ],
)
def test_each_gap_is_named(
    gap: InvoiceGap,
    invoice: dict[str, object],
    practice: dict[str, object],
    terms: dict[str, object],
) -> None:
    lines = [a_line(minutes=60, kilometres=3)]

    found = gaps(
        replace(DRAFT, **({"kilometre_cents": 70} | invoice)),  # type: ignore[arg-type]  # by its own type
        replace(PRACTICE, **practice),  # type: ignore[arg-type]  # by its own type
        replace(TERMS, **terms),  # type: ignore[arg-type]  # by its own type
        lines,
    )

    assert found == (gap,)


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
