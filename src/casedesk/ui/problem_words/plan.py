"""Goals, measures and plans that contradict themselves."""

from __future__ import annotations

from typing import TYPE_CHECKING

from casedesk.domain.goal import GuidingGoalBeneathAnother, NotOnTheScale
from casedesk.domain.measure import (
    ApprovalEndsBeforeItBegins,
    GoalServedTwice,
    MeasureEndsBeforeItBegins,
)
from casedesk.domain.plan import VersionNotAgreed
from casedesk.domain.plan_version import (
    AgreedAlready,
    AgreedByDeed,
    AgreedInFuture,
    AgreedStays,
    NothingToDiscard,
    OralWithoutReason,
    VersionFollowed,
)
from casedesk.ui.language import gettext as _

if TYPE_CHECKING:
    from casedesk.domain.problems import Problem


def plan_problems() -> dict[type[Problem], str]:
    """Return the sentence for each of these problems."""
    return {
        NotOnTheScale: _(
            "This rating does not fit the scale: importance and difficulty go from "
            "0 to 3, levels from -2 to +2."
        ),
        GuidingGoalBeneathAnother: _(
            "A guiding goal serves no other goal. Make it a goal of action first, or "
            "leave out the guiding goal."
        ),
        MeasureEndsBeforeItBegins: _("The measure would end before it begins."),
        ApprovalEndsBeforeItBegins: _(
            "The approval would end before the day on which it was granted."
        ),
        GoalServedTwice: _("The measure serves this goal already."),
        AgreedStays: _(
            "This version of the plan was agreed and stays as it is. What changes goes "
            "into the next version."
        ),
        AgreedByDeed: _(
            "Note the agreement with “Note agreement …”; then what was agreed is kept "
            "with its pages."
        ),
        AgreedAlready: _("This version of the plan is agreed already."),
        AgreedInFuture: _("The plan cannot have been agreed on a day to come."),
        OralWithoutReason: _(
            "Please say why the plan was agreed orally and not signed."
        ),
        NothingToDiscard: _(
            "This is the first version of the plan; it is written on, not given up."
        ),
        VersionFollowed: _(
            "A newer version of the plan was begun since this draft was given up. So "
            "it cannot come back."
        ),
        VersionNotAgreed: _(
            "This version of the plan has not been agreed yet. Go on writing in it."
        ),
    }
