"""The words for the choices of reviews."""

from __future__ import annotations

from typing import TYPE_CHECKING

from casedesk.domain.review import Fit, ReviewGap, ReviewOutcome, Standing
from casedesk.domain.review_rhythm import ReviewRhythm

if TYPE_CHECKING:
    from enum import StrEnum


def _(message: str) -> str:
    """Mark a message for translation; it is translated when it is used."""
    return message


REVIEW_LABELS: dict[type[StrEnum], dict[StrEnum, str]] = {
    ReviewRhythm: {
        ReviewRhythm.TWO_WEEKS: _("every two weeks"),
        ReviewRhythm.ONE_MONTH: _("every month"),
        ReviewRhythm.TWO_MONTHS: _("every two months"),
        ReviewRhythm.THREE_MONTHS: _("every three months"),
        ReviewRhythm.SIX_MONTHS: _("every six months"),
        ReviewRhythm.TWELVE_MONTHS: _("every twelve months"),
    },
    Fit: {
        Fit.FITS: _("fits"),
        Fit.PARTLY: _("fits in part"),
        Fit.NO: _("does not fit any more"),
    },
    Standing: {
        Standing.AS_AGREED: _("as agreed"),
        Standing.DEVIATES: _("deviates"),
        Standing.NOT_STARTED: _("not begun"),
        Standing.ENDED: _("over"),
    },
    ReviewOutcome: {
        ReviewOutcome.UNCHANGED: _("The plan stays as it is"),
        ReviewOutcome.NEW_PLAN: _("A new version of the plan"),
        ReviewOutcome.REASSESSMENT: _("A new assessment"),
    },
    ReviewGap: {
        ReviewGap.NO_OUTCOME: _("Say what follows from the review."),
        ReviewGap.DEVIATION_UNEXPLAINED: _(
            "A measure deviates or does not meet the need: say why."
        ),
        ReviewGap.GOAL_UNRATED: _("A goal has not been rated."),
        ReviewGap.MEASURE_UNCHECKED: _("A measure has not been looked at."),
        ReviewGap.CLIENT_UNASKED: _("Nothing is noted about the client's view."),
    },
}
