from __future__ import annotations

from fractions import Fraction
from typing import Any

import pytest
from domain.coverage_cases import (
    CARE,
    TODAY,
    Stage,
    a_case,
    a_grant,
    a_measure,
    a_need,
    a_service,
    an_aim,
    day,
    findings_of,
)

from casedesk.domain.case import CaseId, PartyId
from casedesk.domain.claim import Claim, ClaimId, Outcome
from casedesk.domain.cost_approval import CostApproval, CostApprovalId, use_of
from casedesk.domain.coverage_provision import Provision, arranged, grants_of
from casedesk.domain.finding import FindingKind
from casedesk.domain.measure import MeasureId
from casedesk.domain.referral import Referral, ReferralId, ReferralKind

CASE = CaseId("c")
ASKED = a_measure(stage=Stage.ASKED, starts_on=None)


def a_referral(referral_id: str = "r1", **said: Any) -> Referral:
    told: dict[str, Any] = {"measure_id": MeasureId("m1"), **said}
    return Referral(id=ReferralId(referral_id), case_id=CASE, **told)


def a_claim(**said: Any) -> Claim:
    told: dict[str, Any] = {"measure_id": MeasureId("m1"), **said}
    return Claim(id=ClaimId("a1"), case_id=CASE, **told)


@pytest.mark.parametrize(
    ("referrals", "stage", "asked_on"),
    [
        pytest.param([a_referral()], Stage.ASKED, None, id="not sent yet"),
        pytest.param([a_referral(sent_on=day(-20))], Stage.ASKED, day(-20), id="sent"),
        pytest.param(
            [a_referral(sent_on=day(-20), waiting_since=day(-9))],
            Stage.ASKED,
            day(-20),
            id="on a waiting list",
        ),
        pytest.param(
            [a_referral(sent_on=day(-20), accepted_on=day(-9), started_on=day(-2))],
            Stage.RUNNING,
            None,
            id="begun",
        ),
        pytest.param(
            [a_referral(sent_on=day(-20), accepted_on=day(-9), appointment_on=day(5))],
            Stage.PLANNED,
            None,
            id="with an appointment",
        ),
        pytest.param(
            [a_referral(sent_on=day(-20), declined_on=day(-9))],
            Stage.REFUSED,
            None,
            id="declined",
        ),
        pytest.param(
            [
                a_referral(sent_on=day(-20), declined_on=day(-9)),
                a_referral("r2", sent_on=day(-8)),
            ],
            Stage.ASKED,
            day(-8),
            id="declined, and somebody else asked",
        ),
        pytest.param(
            [a_referral(sent_on=day(-20), kind=ReferralKind.INQUIRY)],
            Stage.ASKED,
            None,
            id="only an inquiry",
        ),
    ],
)
def test_a_letter_says_how_far_a_measure_has_come(
    referrals: list[Referral], stage: Stage, asked_on: object
) -> None:
    [piece] = arranged([ASKED], Provision(referrals=referrals), TODAY)

    assert (piece.stage, piece.asked_on) == (stage, asked_on)


def test_a_letter_says_nothing_new_of_what_runs() -> None:
    running = a_measure()
    letter = a_referral(sent_on=day(-20), declined_on=day(-9))

    assert arranged([running], Provision(referrals=[letter]), TODAY) == [running]


def test_a_declined_letter_leaves_a_gap_that_leads_to_it() -> None:
    letter = a_referral(sent_on=day(-20), declined_on=day(-9))
    [piece] = arranged([ASKED], Provision(referrals=[letter]), TODAY)

    [finding] = findings_of(a_case(an_aim(), piece), TODAY)

    assert finding.kind is FindingKind.REFUSED
    assert finding.helps[0].referral_id == letter.id


@pytest.mark.parametrize(
    ("claim", "stage"),
    [
        pytest.param(a_claim(submitted_on=day(-9)), Stage.ASKED, id="submitted"),
        pytest.param(
            a_claim(
                submitted_on=day(-50),
                decided_on=day(-9),
                outcome=Outcome.REFUSED,
                no_appeal_on=day(-2),
            ),
            Stage.REFUSED,
            id="refused, and nobody objects",
        ),
        pytest.param(
            a_claim(submitted_on=day(-50), decided_on=day(-9), outcome=Outcome.REFUSED),
            Stage.PLANNED,
            id="refused, and it may still be objected to",
        ),
    ],
)
def test_an_application_says_how_far_a_measure_has_come(
    claim: Claim, stage: Stage
) -> None:
    planned = a_measure(stage=Stage.PLANNED, starts_on=None)

    [piece] = arranged([planned], Provision(claims=[claim]), TODAY)

    assert piece.stage is stage


def test_an_approval_is_a_grant_with_what_is_used_until_it_is_settled() -> None:
    approval = CostApproval(
        id=CostApprovalId("k"),
        case_id=CASE,
        measure_id=MeasureId("m1"),
        party_id=PartyId("kasse"),
        approved_minutes=600,
        used_minutes=500,
        ends_on=day(200),
    )
    settled = CostApproval(id=CostApprovalId("x"), case_id=CASE, settled_on=day(-1))
    provision = Provision(
        approvals=[(each, use_of(each, 0)) for each in (approval, settled)]
    )

    [grant] = grants_of(provision, [a_measure()], {PartyId("kasse"): "Kasse"}, TODAY)

    assert (grant.payer, grant.domains, grant.what) == (
        "Kasse",
        (CARE,),
        "Duschen mit Hilfe",
    )
    assert grant.used_percent == int(Fraction(500, 600) * 100) == 83


def test_two_payers_who_approved_the_same_are_found() -> None:
    both = a_case(
        an_aim(),
        a_measure(),
        a_grant(until=day(90)),
        a_grant("k2", payer="Unfallversicherung", until=day(90)),
    )
    after = a_case(
        an_aim(),
        a_measure(),
        a_grant(until=day(90)),
        a_grant("k2", payer="Unfallversicherung", starts_on=day(91), until=day(300)),
    )

    assert [each.kind for each in findings_of(both, TODAY)] == [FindingKind.TWO_PAYERS]
    assert findings_of(after, TODAY) == []


def test_the_end_of_an_approval_is_not_told_twice() -> None:
    situation = a_case(
        an_aim(target_on=day(90)),
        a_measure(ends_on=day(90)),
        a_service(ends_on=day(20)),
        a_grant(until=day(14)),
    )

    [finding] = findings_of(situation, TODAY)

    assert (finding.kind, finding.on) == (FindingKind.GRANT_ENDS, day(14))


def test_an_approval_that_no_measure_names_is_told_of_too() -> None:
    situation = a_case(a_need(level=None), a_grant(help_id="", until=day(3)))

    [finding] = findings_of(situation, TODAY)

    assert finding.kind is FindingKind.GRANT_ENDS
