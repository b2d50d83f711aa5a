"""Flat fees: what an invoice charges for a case, a month or a service as a whole."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NewType

from casedesk.domain.problems import RuleBroken
from casedesk.domain.tariff import FlatPer, months_touched

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from casedesk.domain.case import CaseId
    from casedesk.domain.invoice import InvoiceId
    from casedesk.domain.time_sheet import TimeSheetLine

FlatFeeId = NewType("FlatFeeId", str)


class NotAQuantity(RuleBroken):
    """A flat fee is charged at least once."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FlatFee:
    """A flat fee in an invoice; it is frozen with it."""

    id: FlatFeeId
    case_id: CaseId
    invoice_id: InvoiceId
    per: FlatPer = FlatPer.CASE
    text: str = ""
    """What it is for, in words that the payer may read."""
    quantity: int = 1
    unit_cents: int | None = None


def check_flat_fee(fee: FlatFee) -> None:
    """Raise `NotAQuantity` if it would be charged less than once."""
    if (fee.quantity or 0) < 1:  # nothing typed is no quantity either
        raise NotAQuantity


def usual_quantity(
    per: FlatPer, period: tuple[date, date], lines: Iterable[TimeSheetLine]
) -> int:
    """Return how often a fee is charged as a start; the user may change it."""
    if per is FlatPer.MONTH:
        return months_touched(*period)
    if per is FlatPer.SERVICE:
        return max(1, sum(line.takes_over for line in lines))
    return 1
