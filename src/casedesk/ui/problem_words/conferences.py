"""What went wrong with case conferences, in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from casedesk.domain import conference as c
from casedesk.ui.language import gettext as _

if TYPE_CHECKING:
    from casedesk.domain.problems import Problem


def conference_problems() -> dict[type[Problem], str]:
    """Return the words for each problem."""
    return {
        c.CancelledWithoutReason: _("Say why the conference is cancelled."),
        c.HeldAndCancelled: _("What took place cannot be cancelled."),
        c.MinutesBeforeHeld: _(
            "Note first that the conference took place. Then there can be minutes."
        ),
        c.MinutesStay: _(
            "These minutes were issued and stay as they are. Begin a corrected version."
        ),
        c.MinutesNotIssued: _(
            "These minutes were not issued yet: change them where they stand."
        ),
        c.ClientHasNotAgreed: _(
            "A participation plan conference takes place with the client's consent "
            "only. Note first on which day the client agreed."
        ),
        c.MadeAlready: _("This was made already; it is not made a second time."),
        c.OnlyDecisionsBecomeMeasures: _(
            "An information is neither done nor agreed. Make it a decision or a task."
        ),
    }
