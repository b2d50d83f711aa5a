from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from casedesk.domain.case import CaseId
from casedesk.domain.consent import (
    DUE_DAYS,
    Consent,
    ConsentId,
    ConsentKind,
    ConsentState,
    EndsBeforeSigned,
    SignedBeforeExplained,
    WithdrawnBeforeSigned,
    check_consent,
)
from casedesk.domain.problems import RuleBroken
from casedesk.domain.signing import SignerRole

DAY = date(2026, 6, 1)
DRAFT = Consent(id=ConsentId("c"), case_id=CaseId("k"), kind=ConsentKind.RELEASE)
SIGNED = replace(DRAFT, explained_on=DAY, signed_on=DAY, signed_by=(SignerRole.CLIENT,))
UNTIL = DAY + timedelta(days=365)


@pytest.mark.parametrize(
    ("consent", "day", "state"),
    [
        pytest.param(DRAFT, DAY, ConsentState.DRAFT, id="draft"),
        pytest.param(
            replace(DRAFT, explained_on=DAY),
            DAY,
            ConsentState.EXPLAINED,
            id="explained",
        ),
        pytest.param(
            replace(DRAFT, explained_on=UNTIL), DAY, ConsentState.DRAFT, id="not yet"
        ),
        pytest.param(SIGNED, DAY, ConsentState.IN_FORCE, id="from its day on"),
        pytest.param(
            SIGNED, DAY - timedelta(days=1), ConsentState.DRAFT, id="not before"
        ),
        pytest.param(
            replace(SIGNED, valid_until=UNTIL), DAY, ConsentState.IN_FORCE, id="long"
        ),
        pytest.param(
            replace(SIGNED, valid_until=UNTIL),
            UNTIL - timedelta(days=DUE_DAYS),
            ConsentState.DUE,
            id="thirty days before its end",
        ),
        pytest.param(
            replace(SIGNED, valid_until=UNTIL), UNTIL, ConsentState.DUE, id="last day"
        ),
        pytest.param(
            replace(SIGNED, valid_until=UNTIL),
            UNTIL + timedelta(days=1),
            ConsentState.EXPIRED,
            id="day after its end",
        ),
        pytest.param(
            replace(SIGNED, withdrawn_on=DAY), DAY, ConsentState.WITHDRAWN, id="at once"
        ),
    ],
)
def test_the_state_follows_from_the_dates(
    consent: Consent, day: date, state: ConsentState
) -> None:
    assert consent.state_on(day) is state
    assert consent.covers(day) is (state in (ConsentState.IN_FORCE, ConsentState.DUE))


@pytest.mark.parametrize(
    ("consent", "problem"),
    [
        pytest.param(
            replace(DRAFT, signed_on=DAY), SignedBeforeExplained, id="never explained"
        ),
        pytest.param(
            replace(DRAFT, signed_on=DAY, explained_on=UNTIL),
            SignedBeforeExplained,
            id="explained too late",
        ),
        pytest.param(
            replace(SIGNED, valid_until=DAY - timedelta(days=1)),
            EndsBeforeSigned,
            id="over before it began",
        ),
        pytest.param(
            replace(DRAFT, withdrawn_on=DAY), WithdrawnBeforeSigned, id="never signed"
        ),
        pytest.param(
            replace(SIGNED, withdrawn_on=DAY - timedelta(days=1)),
            WithdrawnBeforeSigned,
            id="withdrawn too early",
        ),
    ],
)
def test_contradicting_dates_are_refused(
    consent: Consent, problem: type[RuleBroken]
) -> None:
    with pytest.raises(problem):
        check_consent(consent)


DAYS = st.none() | st.dates(date(2026, 1, 1), date(2026, 12, 31))


@given(DAYS, DAYS, DAYS, DAYS, st.dates(date(2026, 1, 1), date(2027, 1, 31)))
def test_nothing_unexplained_unsigned_expired_or_withdrawn_ever_counts(
    explained: date | None,
    signed: date | None,
    until: date | None,
    withdrawn: date | None,
    day: date,
) -> None:
    consent = replace(
        DRAFT,
        explained_on=explained,
        signed_on=signed,
        valid_until=until,
        withdrawn_on=withdrawn,
    )
    try:
        check_consent(consent)
    except RuleBroken:
        return
    if consent.covers(day):
        assert signed is not None
        assert signed <= day
        assert explained is not None
        assert explained <= signed
        assert until is None or day <= until
        assert withdrawn is None or day < withdrawn
