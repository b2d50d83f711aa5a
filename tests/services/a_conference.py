"""A case conference with people who may come and people who may not."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from services.paper_case import a_paper_case, a_recipient, sign

from casedesk.domain.conference import USUALLY_TOLD, ConferenceKind
from casedesk.domain.consent import ConsentKind, Direction

if TYPE_CHECKING:
    from services.paper_case import PaperCase

    from casedesk.domain.case import Party
    from casedesk.domain.conference import Conference
    from casedesk.services.session import Session


@dataclass(frozen=True, slots=True)
class Meeting:
    case: PaperCase
    conference: Conference


def a_meeting(
    session: Session, kind: ConferenceKind = ConferenceKind.ROUND_TABLE
) -> Meeting:
    """Plan a conference; the doctor may come, the nurse has no release yet."""
    case = a_paper_case(session)
    allow(session, case.doctor)
    conference = session.conferencing.plan(case.case.id, kind)
    session.conferencing.add_party(conference.id, case.doctor.id)
    session.conferencing.add_party(conference.id, case.nurse.id)
    return Meeting(case, conference)


def allow(session: Session, party: Party) -> None:
    """Have the client sign that a party may be told what is usually talked about."""
    consent = session.declarations.new(party.case_id, ConsentKind.RELEASE)
    item = a_recipient(session, consent, party, Direction.BOTH)
    session.consent_items.change(item.id, categories=USUALLY_TOLD, means=())
    sign(session, consent.id)
