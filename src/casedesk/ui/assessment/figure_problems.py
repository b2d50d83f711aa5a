"""What can go wrong with network map and genogram, in words."""

from __future__ import annotations

from casedesk.domain import kinship, tie
from casedesk.ui.language import gettext as _


def figure_problems() -> dict[type, str]:
    """Say for each problem what the user can do."""
    return {
        tie.TieOfNobody: _("Somebody on the map needs a name. Type one, please."),
        tie.MapOfThisDayExists: _(
            "The newest map is of today. Change that one; a further map is for "
            "another day."
        ),
        kinship.UnionOfOne: _("Choose two different people, please."),
        kinship.OwnAncestor: _(
            "So somebody would descend from themselves. Choose another child."
        ),
    }
