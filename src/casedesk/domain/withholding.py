"""What the client wants nobody, or somebody in particular, to learn."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NewType

from casedesk.domain.problems import RuleBroken

if TYPE_CHECKING:
    from datetime import date

    from casedesk.domain.case import CaseId, PartyId
    from casedesk.domain.data_category import CategoryId

WithholdingId = NewType("WithholdingId", str)


class LiftedBeforeSaid(RuleBroken):
    """A wish cannot be lifted before it was said."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Withholding:
    """Something that is not passed on, whatever any consent says.

    A wish of this kind needs no form and no signature. Without a party it holds
    towards everybody, without categories for everything.
    """

    id: WithholdingId
    case_id: CaseId
    party_id: PartyId | None = None
    categories: tuple[CategoryId, ...] = ()
    words: str = ""
    said_on: date
    lifted_on: date | None = None
    lifted_note: str = ""

    def holds_on(self, day: date) -> bool:
        """Whether the wish stands on `day`."""
        return self.said_on <= day and (self.lifted_on is None or day < self.lifted_on)

    def concerns(self, party_id: PartyId, category: CategoryId) -> bool:
        """Whether the wish is about this somebody and this information."""
        about_party = self.party_id is None or self.party_id == party_id
        return about_party and (not self.categories or category in self.categories)


def check_withholding(withholding: Withholding) -> None:
    """Raise `LiftedBeforeSaid` if the dates contradict each other."""
    lifted = withholding.lifted_on
    if lifted is not None and lifted < withholding.said_on:
        raise LiftedBeforeSaid
