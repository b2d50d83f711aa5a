"""Intake: the first call, whether case management is indicated, and the decision."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, NewType

if TYPE_CHECKING:
    from datetime import date

    from casedesk.domain.case import CaseId

IntakeId = NewType("IntakeId", str)


class Urgency(StrEnum):
    """How soon something must happen."""

    NORMAL = "normal"
    SOON = "soon"
    AT_ONCE = "at_once"


class Indication(StrEnum):
    """A reason why ordinary help does not suffice."""

    COMPLEX_NEEDS = "complex_needs"
    SEVERAL_HELPERS = "several_helpers"
    NO_ROUTINE = "no_routine"
    LOSS_OF_COORDINATION = "loss_of_coordination"
    CLIENT_AGREES = "client_agrees"


class Decision(StrEnum):
    """What came of the request."""

    OPEN = "open"
    ACCEPTED = "accepted"
    DECLINED = "declined"
    PASSED_ON = "passed_on"


@dataclass(frozen=True, slots=True, kw_only=True)
class Intake:
    """What is known after clarification, in the words of those involved."""

    id: IntakeId
    case_id: CaseId
    received_on: date | None = None
    channel: str = ""
    concern: str = ""
    referral_reason: str = ""
    commission: str = ""
    urgency: Urgency = Urgency.NORMAL
    immediate_steps: str = ""
    indications: tuple[Indication, ...] = ()
    indication_note: str = ""
    previous_help: str = ""
    information_given_on: date | None = None
    decision: Decision = Decision.OPEN
    decision_reason: str = ""
    decided_on: date | None = None
