from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from casedesk.domain.case import CaseId
from casedesk.domain.plan import Agreement, Plan, PlanId
from casedesk.domain.plan_version import (
    AFTER_AGREEMENT,
    AgreedByDeed,
    AgreedStays,
    PlanState,
    check_plan_change,
    state_on,
    superseded_on,
)

FIRST = Plan(
    id=PlanId("first"),
    case_id=CaseId("case"),
    version=1,
    agreed_on=date(2026, 1, 10),
    valid_from=date(2026, 1, 15),
)
SECOND = replace(
    FIRST,
    id=PlanId("second"),
    version=2,
    agreed_on=date(2026, 6, 1),
    valid_from=date(2026, 7, 1),
)
DRAFT = replace(
    FIRST, id=PlanId("draft"), version=3, agreed_on=None, valid_from=date(2026, 8, 1)
)
ALL = [FIRST, SECOND, DRAFT]


@pytest.mark.parametrize(
    ("plan", "day", "state"),
    [
        pytest.param(DRAFT, date(2026, 9, 1), PlanState.DRAFT, id="a date is nothing"),
        pytest.param(FIRST, date(2026, 1, 14), PlanState.AHEAD, id="agreed for later"),
        pytest.param(FIRST, date(2026, 1, 15), PlanState.IN_FORCE, id="from its day"),
        pytest.param(FIRST, date(2026, 6, 30), PlanState.IN_FORCE, id="until the next"),
        pytest.param(FIRST, date(2026, 7, 1), PlanState.SUPERSEDED, id="then replaced"),
        pytest.param(SECOND, date(2026, 6, 15), PlanState.AHEAD, id="next not yet"),
        pytest.param(SECOND, date(2026, 7, 1), PlanState.IN_FORCE, id="next counts"),
    ],
)
def test_a_state_follows_from_the_dates(
    plan: Plan, day: date, state: PlanState
) -> None:
    assert state_on(plan, ALL, day) is state


def test_a_version_is_superseded_by_the_next_one() -> None:
    assert superseded_on(FIRST, ALL) == date(2026, 7, 1)
    assert superseded_on(SECOND, ALL) is None


def test_without_a_first_day_a_version_counts_from_the_agreement() -> None:
    plan = replace(FIRST, valid_from=None)

    assert state_on(plan, [plan], date(2026, 1, 10)) is PlanState.IN_FORCE


@pytest.mark.parametrize("field", ["situation", "dissent", "crisis_plan", "profile"])
def test_a_text_of_an_agreed_version_stays(field: str) -> None:
    with pytest.raises(AgreedStays):
        check_plan_change(FIRST, replace(FIRST, **{field: "anders"}))  # type: ignore[arg-type]  # these fields are texts


def test_only_review_and_remark_are_free_after_the_agreement() -> None:
    check_plan_change(FIRST, replace(FIRST, next_review_on=date(2027, 1, 1)))
    check_plan_change(FIRST, replace(FIRST, agreement_note="Original beim Beistand"))

    assert frozenset({"next_review_on", "agreement_note"}) == AFTER_AGREEMENT


def test_an_agreement_is_no_field_to_be_typed() -> None:
    with pytest.raises(AgreedByDeed):
        check_plan_change(DRAFT, replace(DRAFT, agreed_on=date(2026, 8, 1)))
    with pytest.raises(AgreedByDeed):
        check_plan_change(DRAFT, replace(DRAFT, agreed_by=Agreement.ORAL))
    check_plan_change(DRAFT, replace(DRAFT, situation="geschrieben"))
