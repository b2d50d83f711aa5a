"""Records of a case that contradict each other."""

from __future__ import annotations

from typing import TYPE_CHECKING

from casedesk.domain.binned import CaseStillOpen, StillKept
from casedesk.domain.capacity import CapacityOutOfRange
from casedesk.domain.case import (
    MandateEndsBeforeItBegins,
    PartyOfNobody,
    WeightOffTheScale,
)
from casedesk.domain.claim import DecidedBeforeSubmitted, ReceivedBeforeDecided
from casedesk.domain.cost_approval import CostApprovalEndsBeforeItBegins
from casedesk.domain.phase import EndsBeforeItBegins
from casedesk.domain.provider import ProviderOfNobody
from casedesk.domain.referral import AnsweredBeforeSent, ReferralEndsBeforeItBegins
from casedesk.domain.representation import RepresentationEndsBeforeItBegins
from casedesk.ui.language import gettext as _

if TYPE_CHECKING:
    from casedesk.domain.problems import Problem


def case_problems() -> dict[type[Problem], str]:
    """Return the sentence for each of these problems."""
    return {
        StillKept: _(
            "This file is to be kept longer. Say on what ground it is deleted before."
        ),
        CaseStillOpen: _(
            "Only a closed case can be deleted. Close it first, in its overview."
        ),
        PartyOfNobody: _(
            "Somebody must have this part: leave the person or the organisation in."
        ),
        WeightOffTheScale: _("The complexity of a case is a number from 1 to 5."),
        CapacityOutOfRange: _(
            "No year can be like that: up to 52 weeks, up to 168 hours in each, shares "
            "from 0 to 100 per cent, and more than nothing for a case."
        ),
        MandateEndsBeforeItBegins: _("The mandate would end before it begins."),
        RepresentationEndsBeforeItBegins: _(
            "The representation would end before it begins."
        ),
        EndsBeforeItBegins: _("The phase would end before it begins."),
        ProviderOfNobody: _("What is offered belongs to one person or organisation."),
        ReferralEndsBeforeItBegins: _("The service would end before it begins."),
        AnsweredBeforeSent: _(
            "The answer would have come before the letter was sent. Check both days."
        ),
        DecidedBeforeSubmitted: _(
            "The decision would be older than the application. Check both days."
        ),
        ReceivedBeforeDecided: _(
            "The decision would have come before its own day. Check both days."
        ),
        CostApprovalEndsBeforeItBegins: _("The approval would end before it begins."),
    }
