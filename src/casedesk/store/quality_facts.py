"""What the quality check has to know of tables that it does not read as a whole."""

from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING

from casedesk.store.dates_due import NOT_NOTED

if TYPE_CHECKING:
    from sqlcipher3.dbapi2 import Connection

    from casedesk.domain.case import CaseId
    from casedesk.domain.plan import PlanId


class QualityFacts:
    """Answers each question in one statement along an index of the case."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def last_entry_on(self, case_id: CaseId) -> date | None:
        """Return the day of the newest entry of a case, if there is one."""
        (day,) = self._connection.execute(
            "SELECT max(happened_on) FROM entry WHERE case_id = ?", (case_id,)
        ).fetchone()
        return None if day is None else date.fromisoformat(day)

    def unnoted(self, case_id: CaseId, before: date) -> list[str]:
        """Return the contacts before a day that do not say what was exchanged."""
        rows = self._connection.execute(
            f"""
            SELECT id FROM entry
             WHERE case_id = ? AND happened_on < ? AND {NOT_NOTED}
             ORDER BY happened_on, id
            """,  # noqa: S608 - a constant is put in
            (case_id, before.isoformat()),
        )
        return [str(row["id"]) for row in rows]

    def plan_handed_on(self, plan_id: PlanId) -> date | None:
        """Return when the client first got a version as it was agreed, if ever.

        Of one that was agreed before its pages were kept, any paper counts.
        """
        (moment,) = self._connection.execute(
            """
            SELECT min(handover.happened_at)
              FROM plan
              JOIN document_part ON document_part.case_id = plan.case_id
               AND document_part.plan_id = plan.id
              LEFT JOIN agreed_plan ON agreed_plan.plan_id = plan.id
              JOIN document ON document.id = document_part.document_id
              JOIN handover ON handover.document_id = document.id
             WHERE plan.id = ? AND handover.whom = 'client'
               AND (agreed_plan.id IS NULL OR document.id = agreed_plan.document_id
                    OR document.issued_at >= agreed_plan.frozen_at)
            """,
            (plan_id,),
        ).fetchone()
        return (
            None
            if moment is None
            else datetime.fromisoformat(moment).astimezone().date()
        )
