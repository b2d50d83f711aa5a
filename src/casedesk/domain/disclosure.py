"""Disclosure: to whom something from a case may be passed on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from casedesk.domain.consent import WITH_RECIPIENTS, Direction

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from casedesk.domain.case import PartyId
    from casedesk.domain.consent import Consent, ConsentItem

_PASSES_ON = (Direction.PASS_ON, Direction.BOTH)


def recipients_on(
    day: date, consents: Iterable[Consent], items: Iterable[ConsentItem]
) -> frozenset[PartyId]:
    """Return the parties to whom a consent in force on `day` lets something go."""
    in_force = {
        consent.id
        for consent in consents
        if consent.kind in WITH_RECIPIENTS and consent.covers(day)
    }
    return frozenset(
        item.party_id
        for item in items
        if item.consent_id in in_force
        and item.direction in _PASSES_ON
        and (item.valid_until is None or day <= item.valid_until)
    )
