"""Records of a case that contradict each other."""

from __future__ import annotations

from typing import TYPE_CHECKING

from casedesk.domain.binned import CaseStillOpen
from casedesk.domain.case import MandateEndsBeforeItBegins, PartyOfNobody
from casedesk.domain.phase import EndsBeforeItBegins
from casedesk.domain.plan import MeasureEndsBeforeItBegins, VersionNotAgreed
from casedesk.domain.representation import RepresentationEndsBeforeItBegins
from casedesk.ui.language import gettext as _

if TYPE_CHECKING:
    from casedesk.domain.problems import Problem


def case_problems() -> dict[type[Problem], str]:
    """Return the sentence for each of these problems."""
    return {
        CaseStillOpen: _(
            "Only a closed case can be deleted. Close it first, in its overview."
        ),
        PartyOfNobody: _(
            "Somebody must have this part: leave the person or the organisation in."
        ),
        MandateEndsBeforeItBegins: _("The mandate would end before it begins."),
        RepresentationEndsBeforeItBegins: _(
            "The representation would end before it begins."
        ),
        EndsBeforeItBegins: _("The phase would end before it begins."),
        MeasureEndsBeforeItBegins: _("The measure would end before it begins."),
        VersionNotAgreed: _(
            "This version of the plan has not been agreed yet. Go on writing in it."
        ),
    }
