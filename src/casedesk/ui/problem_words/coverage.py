"""What went wrong with findings and times of care, in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from casedesk.domain import finding as f
from casedesk.domain.care_slot import NothingToPropose, SlotEndsBeforeItBegins
from casedesk.ui.language import gettext as _

if TYPE_CHECKING:
    from casedesk.domain.problems import Problem


def coverage_problems() -> dict[type[Problem], str]:
    """Return the words for each problem."""
    return {
        f.FindingReasonMissing: _("Say why this may stay as it is."),
        f.AcceptedUntilThePast: _("The last day lies in the past."),
        SlotEndsBeforeItBegins: _("This time would end before it begins."),
        NothingToPropose: _(
            "No measure tells on which days or how often in a week it is, or its times "
            "stand in the week already."
        ),
    }
