"""A case whose file holds all that the quality check looks for."""

from __future__ import annotations

from datetime import date
from typing import Any

from casedesk.domain.account_use import AccountUse
from casedesk.domain.assessment import (
    Assessment,
    AssessmentId,
    DomainEntry,
    DomainEntryId,
    NeedLevel,
)
from casedesk.domain.case import Case, CaseId, Mandate, MandateId, PartyId
from casedesk.domain.client import ClientId
from casedesk.domain.conference import Conference, ConferenceId
from casedesk.domain.consent import (
    Consent,
    ConsentId,
    ConsentItem,
    ConsentItemId,
    ConsentKind,
    Decision,
)
from casedesk.domain.evaluation import Evaluation, EvaluationId
from casedesk.domain.goal import Goal, GoalId
from casedesk.domain.intake import Decision as Intaken
from casedesk.domain.intake import Indication, Intake, IntakeId
from casedesk.domain.life_domain import LifeDomain
from casedesk.domain.measure import Measure, MeasureId, MeasureState, Responsible
from casedesk.domain.phase import Phase, PhaseRun, PhaseRunId
from casedesk.domain.plan import Plan, PlanId
from casedesk.domain.quality_file import QualityFile
from casedesk.domain.review import Fit, Review, ReviewId
from casedesk.domain.risk import Risk, RiskId, Told
from casedesk.domain.signing import SignerRole
from casedesk.domain.withdrawal_notice import WithdrawalNotice, WithdrawalNoticeId

TODAY = date(2026, 3, 14)
THEN = date(2026, 1, 12)
CASE = CaseId("case")
SPITEX = PartyId("spitex")

THE_CASE = Case(id=CASE, client_id=ClientId("anna"), number="2026-0001", opened_on=THEN)
INTAKE = Intake(
    id=IntakeId("i"),
    case_id=CASE,
    received_on=THEN,
    concern="Ich will zu Hause bleiben.",
    commission="Hilfe zu Hause ordnen",
    indications=(Indication.COMPLEX_NEEDS,),
    information_given_on=THEN,
    decision=Intaken.ACCEPTED,
    decided_on=THEN,
)
MANDATE = Mandate(
    id=MandateId("m"), case_id=CASE, purpose="Rückkehr", approved_minutes=600
)
ASSESSMENT = Assessment(
    id=AssessmentId("a"),
    case_id=CASE,
    held_on=THEN,
    wishes="Selber kochen",
    strengths="Geduld",
    confirmed_on=THEN,
)
NEED = DomainEntry(
    id=DomainEntryId("need"),
    case_id=CASE,
    assessment_id=ASSESSMENT.id,
    life_domain=LifeDomain.SELF_CARE,
    need="Hilfe beim Duschen",
    need_level=NeedLevel.SOON,
)
GOAL = Goal(
    id=GoalId("g"),
    case_id=CASE,
    life_domain=LifeDomain.SELF_CARE,
    wording="Ich dusche allein.",
    indicator="Duscht ohne Hilfe",
)
MEASURE = Measure(
    id=MeasureId("mm"),
    case_id=CASE,
    goal_id=GOAL.id,
    what="Üben",
    responsible=Responsible.PROVIDER,
    near_help="Die Tochter wohnt weit weg.",
    party_id=SPITEX,
    state=MeasureState.RUNNING,
)
PLAN = Plan(id=PlanId("p"), case_id=CASE, agreed_on=date(2026, 1, 30))
REVIEW = Review(
    id=ReviewId("r"),
    case_id=CASE,
    held_on=date(2026, 3, 2),
    client_words="Es geht besser.",
    need_fit=Fit.FITS,
    confirmed_on=date(2026, 3, 2),
)
RISK = Risk(
    id=RiskId("risk"),
    case_id=CASE,
    reason="Sturz im Bad",
    noted_on=THEN,
    review_on=date(2026, 4, 1),
    told=Told.TOLD,
)
CONFERENCE = Conference(
    id=ConferenceId("c"),
    case_id=CASE,
    held_on=date(2026, 2, 10),
    minutes_issued_on=date(2026, 2, 12),
)
EVALUATION = Evaluation(
    id=EvaluationId("e"),
    case_id=CASE,
    held_on=date(2026, 3, 10),
    client_words="Es hat mir geholfen.",
    confirmed_on=date(2026, 3, 10),
)


def a_run(phase: Phase, finished_on: date | None = None, cycle: int = 1) -> PhaseRun:
    return PhaseRun(
        id=PhaseRunId(f"{phase}{cycle}"),
        case_id=CASE,
        phase=phase,
        cycle=cycle,
        started_on=THEN,
        finished_on=finished_on,
    )


def a_consent(kind: ConsentKind, **changes: Any) -> Consent:
    fields: dict[str, Any] = {
        "id": ConsentId(kind),
        "explained_on": THEN,
        "signed_on": THEN,
        "signed_by": (SignerRole.CLIENT,),
    }
    return Consent(case_id=CASE, kind=kind, **(fields | changes))


AGREEMENT = a_consent(ConsentKind.AGREEMENT)
RELEASE = a_consent(ConsentKind.RELEASE)
ROW = ConsentItem(
    id=ConsentItemId("row"),
    case_id=CASE,
    consent_id=RELEASE.id,
    party_id=SPITEX,
    decision=Decision.GRANTED,
)
NOTICE = WithdrawalNotice(
    id=WithdrawalNoticeId("n"),
    case_id=CASE,
    consent_id=RELEASE.id,
    party_id=SPITEX,
    withdrawn_on=THEN,
    told_on=THEN,
)


def a_file(**changes: Any) -> QualityFile:
    """Return the file of a case in monitoring, with these parts instead."""
    fields: dict[str, Any] = {
        "today": TODAY,
        "case": THE_CASE,
        "intake": INTAKE,
        "mandates": (MANDATE,),
        "runs": tuple(map(a_run, (Phase.INTAKE, Phase.PLANNING, Phase.MONITORING))),
        "consents": (AGREEMENT, RELEASE),
        "items": (ROW,),
        "assessments": (ASSESSMENT,),
        "entries": (NEED,),
        "goals": (GOAL,),
        "measures": (MEASURE,),
        "plans": (PLAN,),
        "plan_handed_on": PLAN.agreed_on,
        "reviews": (REVIEW,),
        "risks": (RISK,),
        "conferences": (CONFERENCE,),
        "notices": (NOTICE,),
        "last_entry_on": TODAY,
        "use": AccountUse(approved_minutes=600, used_minutes=120),
    }
    return QualityFile(**(fields | changes))
