"""The names of those who have a part in a case."""

from __future__ import annotations

from typing import TYPE_CHECKING

from casedesk.domain.case import PartyRole
from casedesk.ui import wording
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


def party_labels(session: Session, case_id: CaseId) -> dict[PartyId, str]:
    """Return the name of each party of a case with what it is there."""
    roles = {party.id: party.roles for party in session.parties.of(case_id=case_id)}
    return {
        party_id: " · ".join(
            filter(None, (name, ", ".join(map(wording.label, roles[party_id]))))
        )
        for party_id, name in party_names(session, case_id).items()
    }


def payers(session: Session, case_id: CaseId) -> list[str]:
    """Return the names of those who pay: the organisation, or else the person."""
    paying = [
        party
        for party in session.parties.of(case_id=case_id)
        if PartyRole.PAYER in party.roles
    ]
    persons = session.persons.among(p.person_id for p in paying if p.person_id)
    organisations = session.organisations.among(
        p.organisation_id for p in paying if p.organisation_id
    )
    return [
        organisations[party.organisation_id].name
        if party.organisation_id in organisations
        else persons[party.person_id or ""].full_name
        for party in paying
    ]
