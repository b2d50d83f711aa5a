"""The usual agenda of a case conference, in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from casedesk.domain.conference import UsualItem

if TYPE_CHECKING:
    from casedesk.words.catalog import Words


def usual_agenda(words: Words) -> list[tuple[str, int]]:
    """Return the items that are proposed, each with the minutes it usually takes."""
    titles = {
        UsualItem.WELCOME: (words("Welcome, roles, confidentiality"), 5),
        UsualItem.CONCERN: (words("What the client wants from this meeting"), 10),
        UsualItem.REPORTS: (words("How things stand, from each one's view"), 15),
        UsualItem.RESOURCES: (words("Strengths and resources"), 5),
        UsualItem.GOALS: (words("Goals"), 10),
        UsualItem.MEASURES: (words("Measures: who does what by when"), 15),
        UsualItem.OPEN_POINTS: (words("Open points, and where views differ"), 10),
        UsualItem.NEXT_MEETING: (
            words("Next meeting; what the client says about today"),
            5,
        ),
    }
    return [titles[item] for item in UsualItem]
