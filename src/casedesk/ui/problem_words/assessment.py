"""Assessments and sheets of instruments that stay as they are."""

from __future__ import annotations

from typing import TYPE_CHECKING

from casedesk.domain import assessment as a
from casedesk.domain.benefit import BenefitEndsBeforeItBegins
from casedesk.domain.care_allowance import NotSevenAmounts
from casedesk.domain.client_snapshot import SnapshotStays
from casedesk.domain.instrument import ResultOutOfRange, SheetStays, UnknownAnswer
from casedesk.ui.language import gettext as _

if TYPE_CHECKING:
    from casedesk.domain.problems import Problem


def assessment_problems() -> dict[type[Problem], str]:
    """Return the sentence for each of these problems."""
    return {
        a.ConfirmedStays: _(
            "This assessment is confirmed and stays as it is. Begin a correction or a "
            "new assessment to write something else."
        ),
        a.DraftStillOpen: _(
            "The latest assessment is still being written. Confirm it first, or remove "
            "it; then begin the next one."
        ),
        a.DissentMissing: _(
            "Note in what the client does not agree, in the client's words if possible."
        ),
        a.ConfirmedBeforeHeld: _(
            "It cannot be confirmed before the day on which it was held."
        ),
        a.OnlyAssessment: _("This is the only assessment of the case and stays."),
        SnapshotStays: _(
            "What was noted about the client with a confirmed assessment stays."
        ),
        BenefitEndsBeforeItBegins: _("The benefit would end before it begins."),
        NotSevenAmounts: _("Each of the seven stages needs its amount."),
        UnknownAnswer: _("There is no such answer. Choose one of those offered."),
        ResultOutOfRange: _(
            "The instrument has no such result. Compare it with the paper you have."
        ),
        SheetStays: _(
            "A confirmed sheet keeps its answers. Begin a new one with them to put "
            "something right."
        ),
    }
