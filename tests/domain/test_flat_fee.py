"""How often a flat fee is charged, as a start."""

from __future__ import annotations

from datetime import date

import pytest
from domain.test_invoice import a_line

from casedesk.domain.case import CaseId
from casedesk.domain.flat_fee import (
    FlatFee,
    FlatFeeId,
    NotAQuantity,
    check_flat_fee,
    usual_quantity,
)
from casedesk.domain.invoice import InvoiceId
from casedesk.domain.tariff import FlatPer

PERIOD = (date(2026, 2, 15), date(2026, 3, 14))


def test_a_fee_is_charged_once_by_month_or_by_service() -> None:
    lines = [a_line(minutes=60), a_line(minutes=5), a_line(takes_over=False)]

    quantities = {per: usual_quantity(per, PERIOD, lines) for per in FlatPer}

    assert quantities == {FlatPer.CASE: 1, FlatPer.MONTH: 2, FlatPer.SERVICE: 2}
    assert usual_quantity(FlatPer.SERVICE, PERIOD, []) == 1


def test_a_fee_is_charged_at_least_once() -> None:
    with pytest.raises(NotAQuantity):
        check_flat_fee(
            FlatFee(
                id=FlatFeeId("f"),
                case_id=CaseId("c"),
                invoice_id=InvoiceId("i"),
                quantity=0,
            )
        )
