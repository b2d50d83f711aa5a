from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import TYPE_CHECKING

import pytest
from domain.quality_case import (
    AGREEMENT,
    ASSESSMENT,
    CASE,
    CONFERENCE,
    EVALUATION,
    GOAL,
    INTAKE,
    MANDATE,
    MEASURE,
    NEED,
    NOTICE,
    PLAN,
    RELEASE,
    REVIEW,
    RISK,
    ROW,
    THE_CASE,
    THEN,
    TODAY,
    a_consent,
    a_file,
    a_run,
)

from casedesk.domain.account_use import AccountUse
from casedesk.domain.assessment import Stance
from casedesk.domain.closure import ClosingReason, Closure, ClosureId
from casedesk.domain.consent import ConsentKind, Direction
from casedesk.domain.intake import Decision
from casedesk.domain.measure import MeasureId, MeasureState, Responsible
from casedesk.domain.no_goal import NoGoal, NoGoalGround, NoGoalId
from casedesk.domain.phase import Phase
from casedesk.domain.quality import (
    LineState,
    QualityCheck,
    QualityWaiver,
    QualityWaiverId,
    WaiverReasonMissing,
    check_waiver,
    settled,
)
from casedesk.domain.quality_rules import quality_lines
from casedesk.domain.statute import Statute, StatutoryBasis, StatutoryBasisId

if TYPE_CHECKING:
    from casedesk.domain.quality_file import QualityFile

Q = QualityCheck
CLOSED = replace(THE_CASE, closed_on=TODAY)
CLOSURE = Closure(
    id=ClosureId("x"),
    case_id=CASE,
    reason=ClosingReason.GOALS_REACHED,
    talk_on=TODAY,
    aftercare="Hausärztin",
    closed_on=TODAY,
    keep_until=date(2036, 3, 14),
)
ENDED = replace(AGREEMENT, valid_until=TODAY)
RELEASE_ENDED = replace(RELEASE, valid_until=TODAY)


def a_closed_file(**changes: object) -> QualityFile:
    ending = {
        "case": CLOSED,
        "closure": CLOSURE,
        "evaluations": (EVALUATION,),
        "consents": (ENDED, RELEASE_ENDED),
        "measures": (replace(MEASURE, state=MeasureState.DONE),),
    }
    return a_file(**(ending | changes))


def missing(file: QualityFile) -> list[QualityCheck]:
    return [line.check for line in quality_lines(file) if line.is_missing]


def there(file: QualityFile) -> set[QualityCheck]:
    lines = quality_lines(file)
    return {line.check for line in lines if line.state is LineState.THERE}


LACKING = {
    Q.REVIEWED: a_file(
        reviews=(), today=date(2026, 5, 1), last_entry_on=TODAY, risks=()
    ),
    Q.RISKS_KEPT: a_file(risks=(replace(RISK, review_on=THEN),)),
    Q.CARRIER_NAMED: a_file(measures=(replace(MEASURE, party_id=None),)),
    Q.CARRIER_RELEASED: a_file(items=()),
    Q.MINUTES_ISSUED: a_file(
        conferences=(replace(CONFERENCE, minutes_issued_on=None),)
    ),
    Q.COMMISSIONED: a_file(
        intake=replace(INTAKE, commission=" "), mandates=(replace(MANDATE, purpose=""),)
    ),
    Q.INFORMED: a_file(
        intake=replace(INTAKE, information_given_on=THEN + timedelta(days=1))
    ),
    Q.AGREEMENT: a_file(consents=(RELEASE,)),
    Q.ASSESSED: a_file(assessments=(replace(ASSESSMENT, confirmed_on=None),)),
    Q.PLAN_AGREED: a_file(plans=(replace(PLAN, agreed_on=None),), reviews=()),
    Q.GOALS_MEASURABLE: a_file(goals=(replace(GOAL, indicator=""),)),
    Q.EVALUATED: a_closed_file(evaluations=(), client_view_on=TODAY),
    Q.CLOSED_IN_ORDER: a_closed_file(closure=replace(CLOSURE, aftercare="")),
    Q.RESOURCES_NOTED: a_file(assessments=(replace(ASSESSMENT, strengths=""),)),
    Q.NEAR_FIRST: a_file(measures=(replace(MEASURE, near_help=""),)),
    Q.NEEDS_RATED: a_file(entries=(replace(NEED, need_level=None),)),
    Q.NEEDS_ANSWERED: a_file(measures=(replace(MEASURE, state=MeasureState.REFUSED),)),
    Q.NEED_STILL_MET: a_file(reviews=(replace(REVIEW, need_fit=None),)),
    Q.CONCERN: a_file(intake=replace(INTAKE, concern="")),
    Q.WISHES: a_file(assessments=(replace(ASSESSMENT, wishes=""),)),
    Q.VIEW_ASKED: a_file(assessments=(replace(ASSESSMENT, stance=Stance.NOT_ASKED),)),
    Q.PLAN_HANDED: a_file(plan_handed_on=None),
    Q.REVIEWED_TOGETHER: a_file(reviews=(replace(REVIEW, client_words=""),)),
    Q.CLIENT_EVALUATED: a_closed_file(
        evaluations=(replace(EVALUATION, client_words=""),)
    ),
    Q.DECIDED: a_file(intake=replace(INTAKE, decided_on=None)),
    Q.INDICATED: a_file(intake=replace(INTAKE, indications=())),
    Q.DATA_CONSENT: a_file(
        consents=(AGREEMENT,),
        measures=(replace(MEASURE, responsible=Responsible.FAMILY),),
    ),
    Q.DECLARATIONS_CURRENT: a_file(
        consents=(replace(AGREEMENT, valid_until=THEN), RELEASE)
    ),
    Q.DECLARATIONS_ENDED: a_closed_file(consents=(AGREEMENT, RELEASE_ENDED)),
    Q.EXCHANGES_NOTED: a_file(unnoted_entries=("entry",)),
    Q.WITHDRAWALS_TOLD: a_file(notices=(replace(NOTICE, told_on=None),)),
    Q.RECORD_CURRENT: a_file(last_entry_on=date(2025, 12, 1)),
    Q.RETENTION: a_closed_file(closure=replace(CLOSURE, keep_until=None)),
    Q.SCOPE: a_file(mandates=(replace(MANDATE, approved_minutes=None),)),
    Q.HOURS_KEPT: a_file(use=AccountUse(approved_minutes=600, used_minutes=601)),
}


@pytest.mark.parametrize("check", QualityCheck)
def test_each_check_is_raised_alone_where_its_matter_is_missing(
    check: QualityCheck,
) -> None:
    assert missing(LACKING[check]) == [check]


@pytest.mark.parametrize("file", [a_file(), a_closed_file()], ids=["open", "closed"])
def test_a_file_that_holds_everything_lacks_nothing(file: QualityFile) -> None:
    assert missing(file) == []


def test_every_check_is_met_in_one_file_or_the_other() -> None:
    assert there(a_file()) | there(a_closed_file()) == set(QualityCheck)


NOT_YET = {
    "a case that has just come in": a_file(
        intake=replace(
            INTAKE,
            concern="",
            commission="",
            decision=Decision.OPEN,
            decided_on=None,
            indications=(),
        ),
        mandates=(),
        runs=(a_run(Phase.INTAKE),),
        consents=(),
        items=(),
        assessments=(replace(ASSESSMENT, confirmed_on=None, wishes="", strengths=""),),
        entries=(),
        goals=(),
        measures=(),
        plans=(replace(PLAN, agreed_on=None),),
        reviews=(),
        risks=(),
        conferences=(),
        notices=(),
        last_entry_on=None,
    ),
    "an assessment at work": a_file(
        runs=(a_run(Phase.INTAKE, THEN), a_run(Phase.ASSESSMENT)),
        assessments=(replace(ASSESSMENT, confirmed_on=None, wishes="", strengths=""),),
        entries=(replace(NEED, need_level=None),),
        goals=(),
        measures=(),
        plans=(replace(PLAN, agreed_on=None),),
        reviews=(),
    ),
    "a plan that is being written": a_file(
        runs=(a_run(Phase.ASSESSMENT, THEN), a_run(Phase.PLANNING)),
        goals=(replace(GOAL, indicator=""),),
        measures=(),
        plans=(replace(PLAN, agreed_on=None),),
        plan_handed_on=None,
        reviews=(),
    ),
    "minutes of last week": a_file(
        conferences=(
            replace(
                CONFERENCE, held_on=TODAY - timedelta(days=7), minutes_issued_on=None
            ),
        )
    ),
    "an evaluation that has begun": a_file(
        runs=(a_run(Phase.MONITORING), a_run(Phase.EVALUATION))
    ),
    "a re-assessment of a new round": a_file(
        case=replace(THE_CASE, cycle=2),
        runs=(a_run(Phase.MONITORING), a_run(Phase.ASSESSMENT, cycle=2)),
        assessments=(ASSESSMENT, replace(ASSESSMENT, confirmed_on=None)),
    ),
    "a case that rests": a_file(
        case=replace(THE_CASE, paused_on=THEN), last_entry_on=date(2025, 1, 1)
    ),
    "a case that was passed on": a_file(
        case=CLOSED,
        intake=replace(
            INTAKE,
            decision=Decision.PASSED_ON,
            decision_reason="Fällt unter die Spitex",
            commission="",
            indications=(),
        ),
        mandates=(),
        closure=CLOSURE,
        consents=(),
        items=(),
        assessments=(replace(ASSESSMENT, confirmed_on=None),),
        entries=(),
        goals=(),
        measures=(),
        plans=(),
        reviews=(),
    ),
}


@pytest.mark.parametrize("file", NOT_YET.values(), ids=NOT_YET.keys())
def test_nothing_is_asked_for_before_the_work_has_come_that_far(
    file: QualityFile,
) -> None:
    assert missing(file) == []


SETTLED = {
    "a rule of law covers the provider": a_file(
        items=(),
        bases=(
            StatutoryBasis(
                id=StatutoryBasisId("b"),
                case_id=CASE,
                party_id=ROW.party_id,
                direction=Direction.BOTH,
                statute=next(iter(Statute)),
                valid_from=THEN,
            ),
        ),
    ),
    "the need gets no goal, and why": a_file(
        measures=(replace(MEASURE, state=MeasureState.DROPPED),),
        no_goals=(
            NoGoal(
                id=NoGoalId("ng"),
                case_id=CASE,
                life_domain=NEED.life_domain,
                decided_on=THEN,
                ground=NoGoalGround.NOT_WISHED,
            ),
        ),
    ),
    "the six questions were answered": a_closed_file(
        evaluations=(replace(EVALUATION, client_words=""),), client_view_on=TODAY
    ),
    "no talk, and why": a_closed_file(
        closure=replace(CLOSURE, talk_on=None, no_talk_reason="Kontakt verloren")
    ),
    "the last review before the end was in time": a_closed_file(
        case=replace(CLOSED, closed_on=date(2026, 5, 1)), today=date(2027, 1, 1)
    ),
    "an information sheet that was received": a_file(
        intake=replace(INTAKE, information_given_on=None), informed_on=(THEN,)
    ),
}


@pytest.mark.parametrize("file", SETTLED.values(), ids=SETTLED.keys())
def test_what_is_settled_in_another_way_is_not_missing(file: QualityFile) -> None:
    assert missing(file) == []


def test_a_declined_case_says_why() -> None:
    intake = replace(INTAKE, decision=Decision.DECLINED, decision_reason=" ")

    assert Q.DECIDED in missing(a_file(intake=intake))


def test_a_consent_that_was_withdrawn_is_none() -> None:
    release = replace(RELEASE, withdrawn_on=TODAY)

    assert Q.DATA_CONSENT in missing(a_file(consents=(AGREEMENT, release)))


def test_what_lacks_a_signature_is_no_agreement() -> None:
    unsigned = a_consent(ConsentKind.AGREEMENT, signed_by=())

    found = missing(a_file(consents=(unsigned, RELEASE)))

    assert found == [Q.AGREEMENT, Q.DECLARATIONS_CURRENT]


def waived(file: QualityFile, **changes: object) -> QualityWaiver:
    [line] = [each for each in quality_lines(file) if each.is_missing]
    waiver = QualityWaiver(
        id=QualityWaiverId("w"),
        case_id=CASE,
        quality_check=line.check,
        seal=line.seal,
        reason="Wohnt allein",
        noted_on=TODAY,
    )
    return replace(waiver, **changes)  # type: ignore[arg-type]  # fields of a waiver


def test_what_does_not_apply_rests_until_its_matter_changes() -> None:
    file = LACKING[Q.NEAR_FIRST]
    waiver = waived(file)
    another = replace(MEASURE, id=MeasureId("other"), near_help="")
    more = a_file(measures=(*file.measures, another))

    assert settled(quality_lines(file), [waiver]).missing == []
    [line] = settled(quality_lines(more), [waiver]).missing
    assert line.check is Q.NEAR_FIRST


def test_a_review_that_is_due_again_is_asked_for_again() -> None:
    late = LACKING[Q.REVIEWED]
    waiver = waived(late)
    later = replace(late, plans=(replace(PLAN, agreed_on=date(2026, 1, 1)),))

    assert settled(quality_lines(late), [waiver]).missing == []
    assert [e.check for e in settled(quality_lines(later), [waiver]).missing] == [
        Q.REVIEWED
    ]


def test_what_was_taken_back_is_missing_again() -> None:
    file = LACKING[Q.CONCERN]
    waiver = waived(file, taken_back_on=TODAY)

    assert len(settled(quality_lines(file), [waiver]).missing) == 1


def test_a_waiver_needs_a_reason() -> None:
    with pytest.raises(WaiverReasonMissing):
        check_waiver(waived(LACKING[Q.CONCERN], reason=" "))
