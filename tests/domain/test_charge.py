"""The lines of an invoice follow from its sheets, its rates and its flat fees."""

from __future__ import annotations

from dataclasses import replace

from domain.test_invoice import DRAFT, SHEET, a_line

from casedesk.domain.billing_terms import VatRule
from casedesk.domain.case import CaseId
from casedesk.domain.charge import ChargeKind, Rates, charges
from casedesk.domain.entry import TimeCategory
from casedesk.domain.flat_fee import FlatFee, FlatFeeId
from casedesk.domain.invoice import InvoiceId, summed
from casedesk.domain.tariff import BillingUnit, FlatPer

WORK = a_line(
    time_category=TimeCategory.CLIENT_CONTACT,
    minutes=50,
    travel_minutes=20,
    kilometres=12,
    expense_cents=480,
)
RATES = Rates(hourly_cents=60_00, travel_cents=None, kilometre_cents=70)


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


def test_lessons_are_charged_by_the_minute() -> None:
    made = charges({SHEET: [WORK]}, replace(RATES, unit=BillingUnit.LESSON))

    assert [(c.kind, c.quantity, c.net_cents) for c in made[:2]] == [
        (ChargeKind.TIME, 50, 66_67),
        (ChargeKind.TRAVEL, 20, 26_67),
    ]


def test_a_flat_fee_stands_for_the_time_but_not_for_what_was_spent() -> None:
    fee = FlatFee(
        id=FlatFeeId("f"),
        case_id=CaseId("c"),
        invoice_id=InvoiceId("i"),
        per=FlatPer.MONTH,
        text=" Begleitung ",
        quantity=2,
        unit_cents=450_00,
    )

    made = charges({SHEET: [WORK]}, replace(RATES, unit=BillingUnit.FLAT), [fee])

    assert [(c.kind, c.net_cents) for c in made] == [
        (ChargeKind.FLAT, 900_00),
        (ChargeKind.KILOMETRES, 8_40),
        (ChargeKind.EXPENSES, 4_80),
    ]
    assert (made[0].text, made[0].per) == ("Begleitung", FlatPer.MONTH)
    beside = charges({SHEET: [WORK]}, RATES, [replace(fee, unit_cents=None)])
    assert [c.net_cents for c in beside] == [0, 50_00, 20_00, 8_40, 4_80]
