"""The names of those who have a part in a case."""

from __future__ import annotations

from typing import TYPE_CHECKING

from casedesk.words import phrases

if TYPE_CHECKING:
    from casedesk.domain.case import CaseId, PartyId
    from casedesk.services.session import Session


def party_names(session: Session, case_id: CaseId) -> dict[PartyId, str]:
    """Return the name of each party of a case, in alphabetical order."""
    parties = session.parties.of(case_id=case_id)
    persons = session.persons.among(p.person_id for p in parties if p.person_id)
    organisations = session.organisations.among(
        p.organisation_id for p in parties if p.organisation_id
    )
    names = {
        party.id: phrases.party_name(
            persons.get(party.person_id or ""),
            organisations.get(party.organisation_id or ""),
        )
        for party in parties
    }
    return dict(sorted(names.items(), key=lambda named: named[1].casefold()))
