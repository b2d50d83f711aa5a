from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from casedesk.domain.case import CaseId
from casedesk.domain.claim import (
    Claim,
    ClaimId,
    ClaimState,
    ClaimStep,
    DecidedBeforeSubmitted,
    Outcome,
    ReceivedBeforeDecided,
    by_urgency,
    check_claim,
)
from casedesk.domain.deadline import Period, PeriodUnit

BEFORE, TODAY, LATER = date(2026, 3, 1), date(2026, 3, 14), date(2026, 4, 1)
REFUSED = {"submitted_on": BEFORE, "outcome": Outcome.REFUSED, "received_on": TODAY}


# Any: each value has the type of its field.
def a_claim(**values: Any) -> Claim:
    return Claim(id=ClaimId("1"), case_id=CaseId("c"), **values)


@pytest.mark.parametrize(
    ("values", "state", "step", "due_on"),
    [
        pytest.param({}, ClaimState.DRAFT, ClaimStep.SUBMIT, None, id="draft"),
        pytest.param(
            {"submitted_on": BEFORE, "expected_on": LATER},
            ClaimState.SUBMITTED,
            ClaimStep.DECISION,
            LATER,
            id="submitted",
        ),
        pytest.param(
            {"submitted_on": BEFORE, "hand_in_until": LATER},
            ClaimState.SUBMITTED,
            ClaimStep.HAND_IN,
            LATER,
            id="something is missing",
        ),
        pytest.param(
            {"submitted_on": BEFORE, "hand_in_until": LATER, "handed_in_on": TODAY},
            ClaimState.SUBMITTED,
            ClaimStep.DECISION,
            None,
            id="handed in",
        ),
        pytest.param(
            {"submitted_on": BEFORE, "outcome": Outcome.GRANTED},
            ClaimState.GRANTED,
            ClaimStep.NOTHING,
            None,
            id="granted",
        ),
        pytest.param(
            REFUSED,
            ClaimState.REFUSED,
            ClaimStep.SET_DEADLINE,
            None,
            id="refused, and no deadline noted",
        ),
        pytest.param(
            {**REFUSED, "outcome": Outcome.PARTLY, "appeal_until": LATER},
            ClaimState.PARTLY,
            ClaimStep.OBJECT,
            LATER,
            id="granted in part",
        ),
        pytest.param(
            {**REFUSED, "appeal_until": LATER, "no_appeal_on": TODAY},
            ClaimState.REFUSED,
            ClaimStep.NOTHING,
            None,
            id="left at that",
        ),
        pytest.param(
            {**REFUSED, "appealed_on": TODAY},
            ClaimState.APPEALED,
            ClaimStep.APPEAL_DECISION,
            None,
            id="objected",
        ),
        pytest.param(
            {**REFUSED, "appealed_on": TODAY, "appeal_outcome": Outcome.GRANTED},
            ClaimState.GRANTED,
            ClaimStep.NOTHING,
            None,
            id="granted after all",
        ),
    ],
)
def test_state_and_next_step_follow_from_what_is_noted(
    values: dict[str, Any], state: ClaimState, step: ClaimStep, due_on: date | None
) -> None:
    claim = a_claim(**values)

    assert claim.state is state
    assert claim.step() == (step, due_on)


def test_an_unknown_deadline_is_as_pressing_as_a_missed_one() -> None:
    assert a_claim(**REFUSED).is_overdue_on(TODAY)
    assert a_claim(**REFUSED, appeal_until=BEFORE).is_overdue_on(TODAY)
    assert not a_claim(**REFUSED, appeal_until=TODAY).is_overdue_on(TODAY)
    assert not a_claim().is_overdue_on(TODAY)


def test_the_period_is_what_was_typed() -> None:
    typed = a_claim(period_count=30, period_unit=PeriodUnit.DAYS)

    assert typed.period == Period(count=30, unit=PeriodUnit.DAYS)
    assert a_claim().period is None


def test_contradicting_dates_are_refused() -> None:
    with pytest.raises(DecidedBeforeSubmitted):
        check_claim(a_claim(submitted_on=TODAY, decided_on=BEFORE))
    with pytest.raises(ReceivedBeforeDecided):
        check_claim(a_claim(decided_on=TODAY, received_on=BEFORE))
    check_claim(a_claim(decided_on=TODAY, received_on=LATER))


def test_what_is_overdue_comes_first_and_what_is_done_last() -> None:
    unknown = a_claim(**REFUSED)
    awaited = a_claim(submitted_on=BEFORE, expected_on=LATER)
    draft = a_claim()
    done = a_claim(outcome=Outcome.GRANTED)

    ranked = sorted(
        (done, draft, awaited, unknown), key=lambda each: by_urgency(each, TODAY)
    )

    assert ranked == [unknown, awaited, draft, done]
