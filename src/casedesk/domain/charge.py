"""The lines of an invoice: what is charged, in whole cents.

Each line is rounded to a cent, half a cent upwards.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from casedesk.domain.entry import TimeCategory
from casedesk.domain.tariff import BillingUnit, FlatPer, time_cents
from casedesk.domain.time_sheet import sums

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from casedesk.domain.billing_terms import BillingTerms
    from casedesk.domain.flat_fee import FlatFee
    from casedesk.domain.invoice import Invoice
    from casedesk.domain.time_sheet import TimeSheetId, TimeSheetLine


class ChargeKind(StrEnum):
    """What a line of an invoice charges."""

    TIME = "time"
    TRAVEL = "travel"
    KILOMETRES = "kilometres"
    EXPENSES = "expenses"
    FLAT = "flat"


@dataclass(frozen=True, slots=True, kw_only=True)
class Charge:
    """A line of an invoice. The quantity is in minutes, kilometres, or pieces."""

    kind: ChargeKind
    sheet_id: TimeSheetId | None = None
    """Nothing where it is a flat fee."""
    category: TimeCategory | None = None
    unit: BillingUnit = BillingUnit.HOUR
    per: FlatPer | None = None
    text: str = ""
    quantity: int
    unit_cents: int
    net_cents: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Rates:
    """What a unit of work, of time on the way, and a kilometre cost."""

    hourly_cents: int | None
    travel_cents: int | None
    kilometre_cents: int | None
    unit: BillingUnit = BillingUnit.HOUR

    @property
    def for_travel(self) -> int:
        """Time on the way; without a rate of its own as much as work."""
        if self.travel_cents is None:
            return self.hourly_cents or 0
        return self.travel_cents


def rates_of(terms: BillingTerms | Invoice) -> Rates:
    """Return the rates that terms or an invoice name."""
    return Rates(
        hourly_cents=terms.hourly_cents,
        travel_cents=terms.travel_cents,
        kilometre_cents=terms.kilometre_cents,
        unit=terms.unit or BillingUnit.HOUR,
    )


def charges(
    sheet_lines: Mapping[TimeSheetId, Iterable[TimeSheetLine]],
    rates: Rates,
    fees: Iterable[FlatFee] = (),
) -> tuple[Charge, ...]:
    """Return the lines of an invoice: flat fees first, then sheet by sheet."""
    flat = tuple(_charge_of(fee) for fee in fees)
    return flat + tuple(
        charge
        for sheet_id, lines in sheet_lines.items()
        for charge in _charges_of(sheet_id, tuple(lines), rates)
    )


def _charge_of(fee: FlatFee) -> Charge:
    unit_cents = fee.unit_cents or 0
    return Charge(
        kind=ChargeKind.FLAT,
        per=fee.per,
        text=fee.text.strip(),
        quantity=fee.quantity,
        unit_cents=unit_cents,
        net_cents=fee.quantity * unit_cents,
    )


def _charges_of(
    sheet_id: TimeSheetId, lines: tuple[TimeSheetLine, ...], rates: Rates
) -> Iterator[Charge]:
    if rates.unit.charges_time:
        yield from _time_of(sheet_id, lines, rates)
    total = sums(lines)
    if total.kilometres and rates.kilometre_cents:
        yield Charge(
            kind=ChargeKind.KILOMETRES,
            sheet_id=sheet_id,
            quantity=total.kilometres,
            unit_cents=rates.kilometre_cents,
            net_cents=total.kilometres * rates.kilometre_cents,
        )
    if total.expense_cents:
        yield Charge(
            kind=ChargeKind.EXPENSES,
            sheet_id=sheet_id,
            quantity=1,
            unit_cents=total.expense_cents,
            net_cents=total.expense_cents,
        )


def _time_of(
    sheet_id: TimeSheetId, lines: tuple[TimeSheetLine, ...], rates: Rates
) -> Iterator[Charge]:
    for each in sums(lines).categories:
        is_travel = each.category is TimeCategory.TRAVEL
        price = rates.for_travel if is_travel else rates.hourly_cents or 0
        yield Charge(
            kind=ChargeKind.TRAVEL if is_travel else ChargeKind.TIME,
            sheet_id=sheet_id,
            category=each.category,
            unit=rates.unit,
            quantity=each.minutes,
            unit_cents=price,
            net_cents=time_cents(each.minutes, price, rates.unit),
        )
