"""The parties and measures of a case, named for the forms of its provisions."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from casedesk.ui.entries.party_names import party_names
from casedesk.ui.language import gettext as _

if TYPE_CHECKING:
    from casedesk.domain.case import CaseId, PartyId
    from casedesk.domain.measure import MeasureId
    from casedesk.services.session import Session


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseNames:
    """Names by id, and the same as choices of a box."""

    parties: dict[PartyId, str] = field(default_factory=dict)
    measures: dict[MeasureId, str] = field(default_factory=dict)

    def party_offers(self) -> list[tuple[object, str]]:
        """Return the parties to choose from."""
        return [*self.parties.items()]

    def measure_offers(self) -> list[tuple[object, str]]:
        """Return the measures to choose from."""
        return [*self.measures.items()]


def names_in(session: Session, case_id: CaseId) -> CaseNames:
    """Read the names of a case."""
    measures = session.measures.of(case_id=case_id)
    return CaseNames(
        parties=party_names(session, case_id),
        measures={each.id: each.what or _("(not named yet)") for each in measures},
    )
