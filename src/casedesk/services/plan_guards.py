"""What stays as it was agreed, looked at within the deed that would change it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from casedesk.domain.plan_version import (
    AgreedStays,
    NothingToDiscard,
    VersionFollowed,
    check_plan_change,
)

if TYPE_CHECKING:
    from casedesk.domain.plan import Plan
    from casedesk.domain.plan_version import PlanDissent, PlanSection
    from casedesk.store.tables import Tables


def guard_plan(tables: Tables, before: Plan | None, after: Plan | None) -> None:
    """Raise `AgreedStays` or its kin if what was agreed would change or go.

    A draft can be given up where an agreed version stands before it, and comes back
    while none was begun since.
    """
    if before is None:
        if after is not None:
            _refuse_if_followed(tables, after)
        return
    if after is not None:
        check_plan_change(before, after)
        return
    if before.agreed_on is not None:
        raise AgreedStays
    if len(tables.plans.of(case_id=before.case_id)) == 1:
        raise NothingToDiscard


def _refuse_if_followed(tables: Tables, draft: Plan) -> None:
    others = tables.plans.of(case_id=draft.case_id)
    if any(other.version >= draft.version for other in others):
        raise VersionFollowed


def guard_plan_part(
    tables: Tables,
    before: PlanSection | PlanDissent | None,
    after: PlanSection | PlanDissent | None,
) -> None:
    """Raise `AgreedStays` if a text or dissent of an agreed version would change."""
    for each in (before, after):
        plan = tables.plans.find(each.plan_id) if each is not None else None
        if plan is not None and plan.agreed_on is not None:
            raise AgreedStays
