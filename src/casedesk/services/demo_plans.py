"""The versions of the plans in the demo: agreed, frozen, handed out, a draft begun."""

from __future__ import annotations

from contextlib import suppress
from datetime import timedelta
from typing import TYPE_CHECKING

from casedesk.domain.handing import TO_CLIENT, Handing, Whom
from casedesk.domain.permission import Channel
from casedesk.domain.plan_version import (
    AgreedPlan,
    AgreedPlanId,
    PlanDissent,
    PlanDissentId,
)
from casedesk.domain.problems import Problem
from casedesk.services.paper_words.reader import Reader
from casedesk.services.papers import file_paper

if TYPE_CHECKING:
    from casedesk.domain.case import CaseId
    from casedesk.services.session import Session
    from casedesk.store.database import Database

# Whose plan is frozen with its pages and followed by a draft.
WITH_VERSIONS = ("Wiśniewski",)
_REVIEW_DAYS = 60


def write_versions(session: Session, database: Database) -> None:
    """Freeze the agreed plans of some cases, hand them out, and begin the next ones."""
    for line in session.cases.lines():
        if line.family_name in WITH_VERSIONS:
            _freeze(session, database, line.case_id)
            _hand_out(session, line.case_id)
            _begin_next(session, line.case_id)


def _freeze(session: Session, database: Database, case_id: CaseId) -> None:
    plan = session.planning.latest(case_id)
    paper = session.papers.care_plan(case_id)
    pdf = paper.render()
    with database.write("plan.agree", plan.id) as tables:
        document = file_paper(tables, paper, pdf, session.clock)
        [part] = tables.document_parts.of_document(document.id)
        tables.agreed_plans.add(
            AgreedPlan(
                id=AgreedPlanId(session.clock.new_id()),
                case_id=case_id,
                plan_id=plan.id,
                document_id=document.id,
                part_id=part.id,
                frozen_at=session.clock.now(),
            )
        )
    session.disclosures.hand_out_again(document, TO_CLIENT)


def _hand_out(session: Session, case_id: CaseId) -> None:
    """Give an excerpt to the first of the case whom the consents allow one."""
    for party in session.parties.of(case_id=case_id):
        reader = Reader(party_id=party.id, channel=Channel.LETTER)
        paper = session.papers.care_plan(case_id, reader=reader)
        handing = Handing(whom=Whom.PARTY, party_id=party.id, channel=Channel.LETTER)
        with suppress(Problem):
            session.papers.issue(paper, paper.render(), handing)
            return


def _begin_next(session: Session, case_id: CaseId) -> None:
    clock = session.clock
    draft = session.planning.new_version(case_id)
    first, second, *_ = session.goals.of(case_id=case_id)
    review_on = clock.today() + timedelta(days=_REVIEW_DAYS)
    session.goals.change(second.id, target_on=review_on)
    measure, *_ = session.measures.of(goal_id=first.id)
    session.measures.change(measure.id, frequency="an vier Tagen pro Woche")
    session.plans.change(draft.id, next_review_on=review_on)
    session.plan_dissents.add(
        PlanDissent(
            id=PlanDissentId(clock.new_id()),
            case_id=case_id,
            plan_id=draft.id,
            goal_id=first.id,
            said_by="Unfallversicherung",
            text="Hält 100 Prozent bis zum Mandatsende für möglich.",
            noted_on=clock.today(),
        )
    )
