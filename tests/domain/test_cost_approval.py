from __future__ import annotations

from datetime import date
from fractions import Fraction
from typing import Any

import pytest

from casedesk.domain.case import CaseId
from casedesk.domain.cost_approval import (
    CostApproval,
    CostApprovalEndsBeforeItBegins,
    CostApprovalId,
    CostApprovalState,
    check_cost_approval,
    use_of,
)

TODAY = date(2026, 3, 14)


# Any: each value has the type of its field.
def an_approval(**values: Any) -> CostApproval:
    return CostApproval(id=CostApprovalId("1"), case_id=CaseId("c"), **values)


@pytest.mark.parametrize(
    ("starts_on", "ends_on", "state"),
    [
        pytest.param(None, None, CostApprovalState.RUNNING, id="no days"),
        pytest.param(date(2026, 3, 15), None, CostApprovalState.COMING, id="coming"),
        pytest.param(None, date(2026, 4, 14), CostApprovalState.RUNNING, id="runs"),
        pytest.param(None, date(2026, 4, 13), CostApprovalState.ENDS_SOON, id="soon"),
        pytest.param(None, TODAY, CostApprovalState.ENDS_SOON, id="its last day"),
        pytest.param(None, date(2026, 3, 13), CostApprovalState.ENDED, id="ended"),
    ],
)
def test_the_state_follows_from_the_days(
    starts_on: date | None, ends_on: date | None, state: CostApprovalState
) -> None:
    assert an_approval(starts_on=starts_on, ends_on=ends_on).state_on(TODAY) is state


@pytest.mark.parametrize(
    ("values", "noted", "share", "is_scarce", "left"),
    [
        pytest.param({}, 60, None, False, None, id="nothing approved"),
        pytest.param(
            {"approved_minutes": 600, "counts_entries": True},
            479,
            Fraction(479, 600),
            False,
            121,
            id="just below four fifths",
        ),
        pytest.param(
            {"approved_minutes": 600, "counts_entries": True},
            480,
            Fraction(4, 5),
            True,
            120,
            id="four fifths of the time noted",
        ),
        pytest.param(
            {"approved_minutes": 600, "used_minutes": 60},
            480,
            Fraction(1, 10),
            False,
            540,
            id="what is typed counts, unless the record does",
        ),
        pytest.param(
            {"approved_minutes": 600, "counts_entries": True},
            660,
            Fraction(11, 10),
            True,
            -60,
            id="too much is used",
        ),
        pytest.param(
            {"approved_cents": 100_00, "used_cents": 80_00, "approved_minutes": 600},
            0,
            Fraction(4, 5),
            True,
            600,
            id="the larger share counts",
        ),
    ],
)
def test_the_use_is_counted_in_whole_minutes_and_cents(
    values: dict[str, Any],
    noted: int,
    share: Fraction | None,
    is_scarce: bool,
    left: int | None,
) -> None:
    use = use_of(an_approval(**values), noted)

    assert use.share == share
    assert use.is_scarce is is_scarce
    assert use.minutes_left == left


def test_an_amount_is_left_where_one_is_approved() -> None:
    use = use_of(an_approval(approved_cents=500_00, used_cents=123_45), 0)

    assert use.cents_left == 376_55
    assert use_of(an_approval(), 0).cents_left is None


def test_contradicting_days_are_refused() -> None:
    wrong = an_approval(starts_on=TODAY, ends_on=date(2026, 3, 13))

    with pytest.raises(CostApprovalEndsBeforeItBegins):
        check_cost_approval(wrong)
