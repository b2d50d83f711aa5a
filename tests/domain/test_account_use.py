"""When approved time becomes scarce."""

from __future__ import annotations

from fractions import Fraction

import pytest

from casedesk.domain.account_use import AccountUse, UseState
from casedesk.domain.cost_approval import Use


@pytest.mark.parametrize(
    ("used", "state"),
    [
        (0, UseState.ENOUGH),
        (479, UseState.ENOUGH),
        (480, UseState.SCARCE),
        (600, UseState.SCARCE),
        (601, UseState.OVERDRAWN),
    ],
)
def test_approved_time_is_scarce_from_four_fifths_on(
    used: int, state: UseState
) -> None:
    use = AccountUse(approved_minutes=600, used_minutes=used)

    assert use.state is state


def test_mandates_and_cost_approvals_become_scarce_at_the_same_share() -> None:
    for used in (479, 480):
        mandate = AccountUse(approved_minutes=600, used_minutes=used)
        approval = Use(
            minutes=used, cents=None, approved_minutes=600, approved_cents=None
        )
        assert approval.share == Fraction(used, 600)
        assert approval.is_scarce == (mandate.state is UseState.SCARCE)
