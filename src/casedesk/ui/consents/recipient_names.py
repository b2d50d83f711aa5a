"""The names of those with whom information is shared under a declaration."""

from __future__ import annotations

from typing import TYPE_CHECKING

from casedesk.ui.entries.party_names import party_names

if TYPE_CHECKING:
    from casedesk.domain.consent import Consent
    from casedesk.services.session import Session


def recipients_of(session: Session, consent: Consent) -> list[str]:
    """Return the names of the recipients of a declaration, in their order."""
    items = session.consent_items.of(consent_id=consent.id)
    if not items:
        return []
    names = party_names(session, consent.case_id)
    return [names[item.party_id] for item in items if item.party_id in names]
