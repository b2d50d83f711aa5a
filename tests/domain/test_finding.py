from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest
from domain.coverage_cases import (
    CARE,
    TODAY,
    Giver,
    Stage,
    a_case,
    a_measure,
    a_need,
    a_service,
    an_aim,
    day,
    findings_of,
    informal,
)

from casedesk.domain.case import CaseId
from casedesk.domain.coverage import CoverState, coverage
from casedesk.domain.finding import (
    AcceptedFinding,
    AcceptedFindingId,
    AcceptedUntilThePast,
    Finding,
    FindingReasonMissing,
    check_accepted_finding,
)

if TYPE_CHECKING:
    from datetime import date

    from casedesk.domain.coverage_facts import Situation

REVIEW = a_case(an_aim(), a_measure(review_on=day(-3)))


def the_finding(situation: Situation) -> Finding:
    [found] = findings_of(situation, TODAY)
    return found


def accepted(finding: Finding, **said: Any) -> AcceptedFinding:
    made = AcceptedFinding(
        id=AcceptedFindingId("a"),
        case_id=CaseId("c"),
        finding_key=finding.key,
        seal=finding.seal,
        reason="besprochen",
        accepted_on=TODAY,
    )
    return replace(made, **said)


def test_an_accepted_finding_rests() -> None:
    finding = the_finding(REVIEW)

    seen = coverage(REVIEW, [accepted(finding)], TODAY)

    assert seen.findings == ()
    assert [each for each, _why in seen.settled.accepted] == [finding]


def test_it_comes_back_when_what_it_is_about_changes() -> None:
    before = the_finding(REVIEW)
    later = a_case(an_aim(), a_measure(review_on=day(-1)))

    seen = coverage(later, [accepted(before)], TODAY)

    assert [each.key for each in seen.findings] == [before.key]
    assert seen.findings[0].seal != before.seal


def test_another_name_for_the_same_provider_is_no_other_matter() -> None:
    renamed = a_case(an_aim(), a_measure(review_on=day(-3), name="Spitex Neu"))

    assert the_finding(renamed).seal == the_finding(REVIEW).seal


@pytest.mark.parametrize(
    ("until", "on", "rests"),
    [
        pytest.param(day(7), day(7), True, id="on the last day"),
        pytest.param(day(7), day(8), False, id="after it"),
    ],
)
def test_it_rests_until_a_day(until: date, on: date, rests: bool) -> None:
    finding = the_finding(REVIEW)

    held = accepted(finding, accepted_until=until).holds(finding, on)

    assert held is rests


def test_what_was_taken_back_does_not_rest() -> None:
    finding = the_finding(REVIEW)

    assert not accepted(finding, taken_back_on=TODAY).holds(finding, TODAY)


def test_the_new_assessment_of_the_same_need_keeps_what_was_accepted() -> None:
    early, late = (
        the_finding(a_case(a_need(assessed_on=day(-n), entry_id=str(n))))
        for n in (60, 5)
    )

    assert (early.key, early.seal) == (late.key, late.seal)


def test_a_reason_is_needed_and_the_last_day_does_not_lie_before() -> None:
    finding = the_finding(REVIEW)

    with pytest.raises(FindingReasonMissing):
        check_accepted_finding(replace(accepted(finding), reason=" "))
    with pytest.raises(AcceptedUntilThePast):
        check_accepted_finding(accepted(finding, accepted_until=day(-1)))


def test_gaps_of_pressing_needs_come_before_doublings() -> None:
    found = findings_of(
        a_case(
            an_aim(),
            a_measure(review_on=day(-2)),
            a_service(who="pflege24", what="Duschen mit Hilfe"),
        ),
        TODAY,
    )

    assert [each.is_duplicate for each in found] == [False, True]


@pytest.mark.parametrize(
    ("situation", "state"),
    [
        pytest.param(a_case(), CoverState.OPEN, id="nobody"),
        pytest.param(a_case(an_aim(), a_measure()), CoverState.COVERED, id="running"),
        pytest.param(
            a_case(an_aim(), a_measure(stage=Stage.PLANNED, starts_on=day(5))),
            CoverState.COMING,
            id="planned",
        ),
        pytest.param(
            a_case(no_goal={CARE: "später"}), CoverState.NO_GOAL, id="without a goal"
        ),
        pytest.param(
            a_case(an_aim(is_reached=True, is_pursued=False)),
            CoverState.REACHED,
            id="reached",
        ),
        pytest.param(a_case(an_aim(is_resting=True)), CoverState.RESTING, id="on hold"),
        pytest.param(
            a_case(a_need(level=None)), CoverState.NO_NEED, id="nothing needed"
        ),
        pytest.param(
            a_case(a_service(starts_on=day(-400))),
            CoverState.COVERED,
            id="older help is there, whatever the plan lacks",
        ),
    ],
)
def test_a_row_says_how_a_domain_stands(
    situation: Situation, state: CoverState
) -> None:
    [row] = coverage(situation, [], TODAY).rows

    assert row.state is state


def test_a_row_holds_who_helps_and_who_pays() -> None:
    daughter, service = informal(), a_service("b2", payer="Pflegekasse")

    [row] = coverage(a_case(daughter, service), [], TODAY).rows

    assert row.cells[Giver.NETWORK] == (daughter,)
    assert row.cells[Giver.PROVIDER] == (service,)
    assert row.payers == (("Pflegekasse", service),)


def test_an_accepted_gap_leaves_its_row_open() -> None:
    situation = a_case()

    [row] = coverage(situation, [accepted(the_finding(situation))], TODAY).rows

    assert (row.state, row.findings) == (CoverState.OPEN, ())
