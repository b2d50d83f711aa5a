from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from casedesk.domain.case import CaseId
from casedesk.domain.referral import (
    AnsweredBeforeSent,
    Referral,
    ReferralEndsBeforeItBegins,
    ReferralId,
    ReferralKind,
    ReferralState,
    ReferralStep,
    by_urgency,
    check_referral,
)

TODAY = date(2026, 3, 14)
SENT = date(2026, 3, 1)
LATER = date(2026, 3, 20)


# Any: each value has the type of its field.
def a_referral(**values: Any) -> Referral:
    return Referral(id=ReferralId("1"), case_id=CaseId("c"), **values)


@pytest.mark.parametrize(
    ("values", "state", "step", "due_on"),
    [
        pytest.param({}, ReferralState.DRAFT, ReferralStep.SEND, None, id="draft"),
        pytest.param(
            {"sent_on": SENT, "feedback_until": LATER},
            ReferralState.SENT,
            ReferralStep.ANSWER,
            LATER,
            id="sent",
        ),
        pytest.param(
            {"sent_on": SENT, "accepted_on": TODAY},
            ReferralState.ACCEPTED,
            ReferralStep.ARRANGE,
            None,
            id="accepted",
        ),
        pytest.param(
            {"sent_on": SENT, "accepted_on": TODAY, "appointment_on": LATER},
            ReferralState.ACCEPTED,
            ReferralStep.APPOINTMENT,
            LATER,
            id="with an appointment",
        ),
        pytest.param(
            {"sent_on": SENT, "accepted_on": SENT, "appointment_on": SENT},
            ReferralState.ACCEPTED,
            ReferralStep.BEGIN,
            None,
            id="after the appointment",
        ),
        pytest.param(
            {"sent_on": SENT, "waiting_since": TODAY},
            ReferralState.WAITING,
            ReferralStep.ARRANGE,
            None,
            id="waiting",
        ),
        pytest.param(
            {"sent_on": SENT, "waiting_since": SENT, "started_on": LATER},
            ReferralState.WAITING,
            ReferralStep.BEGIN,
            LATER,
            id="begins later",
        ),
        pytest.param(
            {"sent_on": SENT, "started_on": TODAY},
            ReferralState.RUNNING,
            ReferralStep.NOTHING,
            None,
            id="running",
        ),
        pytest.param(
            {"sent_on": SENT, "declined_on": TODAY},
            ReferralState.DECLINED,
            ReferralStep.REPLACE,
            None,
            id="declined",
        ),
        pytest.param(
            {"sent_on": SENT, "started_on": SENT, "ended_on": TODAY},
            ReferralState.ENDED,
            ReferralStep.NOTHING,
            None,
            id="ended",
        ),
        pytest.param(
            {"sent_on": SENT, "feedback_on": TODAY},
            ReferralState.ACCEPTED,
            ReferralStep.ARRANGE,
            None,
            id="a referral that was answered goes on",
        ),
        pytest.param(
            {"kind": ReferralKind.INQUIRY, "sent_on": SENT, "feedback_on": TODAY},
            ReferralState.ENDED,
            ReferralStep.NOTHING,
            None,
            id="an inquiry that was answered is done",
        ),
    ],
)
def test_state_and_next_step_follow_from_the_dates(
    values: dict[str, Any],
    state: ReferralState,
    step: ReferralStep,
    due_on: date | None,
) -> None:
    referral = a_referral(**values)

    assert referral.state_on(TODAY) is state
    assert referral.next_on(TODAY) == (step, due_on)


def test_an_answer_is_overdue_until_something_is_heard() -> None:
    asked = a_referral(sent_on=SENT, feedback_until=date(2026, 3, 13))

    assert asked.is_overdue_on(TODAY)
    assert not asked.is_overdue_on(date(2026, 3, 13))
    assert not a_referral(feedback_until=date(2026, 3, 13)).is_overdue_on(TODAY)
    for name in ("accepted_on", "waiting_since", "feedback_on", "ended_on"):
        assert not replace(asked, **{name: TODAY}).is_overdue_on(TODAY)  # type: ignore[arg-type]  # days all of them


def test_contradicting_dates_are_refused() -> None:
    with pytest.raises(ReferralEndsBeforeItBegins):
        check_referral(a_referral(started_on=TODAY, ended_on=SENT))
    with pytest.raises(AnsweredBeforeSent):
        check_referral(a_referral(sent_on=TODAY, declined_on=SENT))
    check_referral(a_referral(accepted_on=SENT))


def test_overdue_comes_first_and_what_is_closed_last() -> None:
    overdue = a_referral(sent_on=SENT, feedback_until=SENT)
    awaited = a_referral(sent_on=SENT, feedback_until=LATER)
    draft = a_referral()
    ended = a_referral(sent_on=SENT, ended_on=TODAY)

    ranked = sorted(
        (ended, draft, awaited, overdue), key=lambda each: by_urgency(each, TODAY)
    )

    assert ranked == [overdue, awaited, draft, ended]
