"""What needs attention: dates that come near or have passed."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date

    from casedesk.domain.case import CaseId

AHEAD_DAYS = 30
MINUTES_DAYS = 14  # after a conference, its minutes should have gone out
CONTACT_DAYS = 30  # for so long a contact asks what was exchanged


class DueKind(StrEnum):
    """What is due."""

    NO_CONSENT = "no_consent"
    CONSENT_ENDS = "consent_ends"
    SIGNATURE_MISSING = "signature_missing"
    ORAL_UNSIGNED = "oral_unsigned"
    NOTICE_OPEN = "notice_open"
    REPRESENTATION_ENDS = "representation_ends"
    COMES_OF_AGE = "comes_of_age"
    ORIGINAL_OUT = "original_out"
    SILENCE = "silence"
    REPORT_DUE = "report_due"
    MANDATE_ENDS = "mandate_ends"
    PLAN_REVIEW = "plan_review"
    MEASURE_REVIEW = "measure_review"
    GOAL_REVIEW = "goal_review"
    RISK_REVIEW = "risk_review"
    GOAL_DUE = "goal_due"
    BENEFIT_ENDS = "benefit_ends"
    OBJECTION_ENDS = "objection_ends"
    MEASURE_APPROVAL_ENDS = "measure_approval_ends"
    MEASURE_APPEAL_ENDS = "measure_appeal_ends"
    EXCHANGE_OPEN = "exchange_open"
    INVOICE_OVERDUE = "invoice_overdue"
    APPEAL_ENDS = "appeal_ends"
    APPEAL_UNKNOWN = "appeal_unknown"
    CLAIM_HAND_IN = "claim_hand_in"
    CLAIM_EXPECTED = "claim_expected"
    REFERRAL_ANSWER = "referral_answer"
    APPOINTMENT = "appointment"
    APPROVAL_ENDS = "approval_ends"
    APPROVAL_SCARCE = "approval_scarce"
    TASK_DUE = "task_due"
    CONFERENCE_NEAR = "conference_near"
    MINUTES_OPEN = "minutes_open"


ABOUT_CONSENT = frozenset(
    {
        DueKind.NO_CONSENT,
        DueKind.CONSENT_ENDS,
        DueKind.SIGNATURE_MISSING,
        DueKind.ORAL_UNSIGNED,
        DueKind.NOTICE_OPEN,
        DueKind.REPRESENTATION_ENDS,
        DueKind.COMES_OF_AGE,
        DueKind.ORIGINAL_OUT,
        DueKind.SILENCE,
    }
)
"""What is mended among the declarations of the case."""

ABOUT_PROVISION = frozenset(
    {
        DueKind.APPEAL_ENDS,
        DueKind.APPEAL_UNKNOWN,
        DueKind.CLAIM_HAND_IN,
        DueKind.CLAIM_EXPECTED,
        DueKind.REFERRAL_ANSWER,
        DueKind.APPOINTMENT,
        DueKind.APPROVAL_ENDS,
        DueKind.APPROVAL_SCARCE,
    }
)
"""What is seen to where services are arranged."""


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
