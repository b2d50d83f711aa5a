"""What went wrong with reviews, risks, evaluations and closings, in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from casedesk.domain import closure as c
from casedesk.domain import evaluation as e
from casedesk.domain import review as r
from casedesk.domain.quality import WaiverReasonMissing
from casedesk.domain.risk import RiskEndsBeforeItBegins
from casedesk.ui.language import gettext as _

if TYPE_CHECKING:
    from casedesk.domain.problems import Problem


def monitoring_problems() -> dict[type[Problem], str]:
    """Return the words for each problem."""
    return {
        r.ReviewStays: _(
            "This review was confirmed and stays as it is. Begin a new one to note "
            "what has changed."
        ),
        r.ReviewHasGaps: _(
            "Before it is confirmed, say what follows from the review, and give the "
            "reason for every measure that deviates."
        ),
        r.NotConfirmedYet: _("Confirm it first: only what stays goes onto paper."),
        r.NextReviewBeforeThis: _("The next review has to lie after this one."),
        e.EvaluationStays: _(
            "This evaluation was confirmed and stays as it is. Begin a new one to note "
            "what has changed."
        ),
        e.EvaluationHasGaps: _(
            "Before it is confirmed, give the reason for every goal that was given up, "
            "and the assumptions behind an estimate of cost avoided."
        ),
        e.ResultOffTheScale: _("Please choose a level of the scale."),
        e.AmountBelowNothing: _("Hours and amounts cannot be less than nothing."),
        WaiverReasonMissing: _("Say why this does not apply here."),
        c.ClosureStays: _("What was noted at the closing stays as it is."),
        c.ClosingPointsOpen: _(
            "The case cannot be closed yet. Look at what is still open, or say why it "
            "may stay open."
        ),
        c.CaseClosed: _(
            "This case is closed and is only read. To go on, open it again as a new "
            "episode in the overview."
        ),
        c.CaseNotClosed: _("Only a closed case can be opened again."),
        RiskEndsBeforeItBegins: _("A risk cannot be over before it was noted."),
        r.RatingOffTheScale: _("Please choose a value of the scale."),
    }
