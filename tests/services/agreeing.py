"""Agreeing a plan in tests: the paper is set at once, as a job does it beside."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from casedesk.domain.plan import Agreement
from casedesk.domain.plan_version import Agreed
from casedesk.domain.signing import SignerRole

if TYPE_CHECKING:
    from datetime import date

    from casedesk.domain.case import CaseId
    from casedesk.domain.plan import Plan
    from casedesk.services.session import Session


def agree(
    session: Session,
    case_id: CaseId,
    on: date,
    how: Agreement = Agreement.SIGNATURE,
    reason: str = "",
    note: str = "",
) -> Plan:
    plan = session.planning.latest(case_id)
    agreed = Agreed(on=on, how=how, by=(SignerRole.CLIENT,), reason=reason, note=note)
    paper = session.papers.care_plan(case_id, agreed=agreed)
    return session.plan_agreements.agree(plan.id, agreed, paper, paper.render())


def agreed_without_pages(session: Session, case_id: CaseId, on: date) -> Plan:
    """Agree as it was before pages were kept."""
    plan = replace(session.planning.latest(case_id), agreed_on=on)
    with session._database.write("plan.agree", plan.id) as tables:
        tables.plans.update(plan)
    return plan
