"""What needs attention: dates that come near or have passed."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date

    from casedesk.domain.case import CaseId

AHEAD_DAYS = 30


class DueKind(StrEnum):
    """What is due."""

    NO_CONSENT = "no_consent"
    CONSENT_ENDS = "consent_ends"
    REPORT_DUE = "report_due"
    MANDATE_ENDS = "mandate_ends"
    PLAN_REVIEW = "plan_review"
    MEASURE_REVIEW = "measure_review"
    GOAL_DUE = "goal_due"
    BENEFIT_ENDS = "benefit_ends"
    OBJECTION_ENDS = "objection_ends"


@dataclass(frozen=True, slots=True, kw_only=True)
class Due:
    """Something in a case that wants doing, and by when."""

    case_id: CaseId
    kind: DueKind
    due_on: date | None
    subject_id: str
    client_name: str = ""

    def is_overdue(self, today: date) -> bool:
        """Whether the day has passed, or something is missing altogether."""
        return self.due_on is None or self.due_on < today
