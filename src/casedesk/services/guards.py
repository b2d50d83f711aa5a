"""What stays as it was signed, looked at within the deed that would change it."""

from __future__ import annotations

from dataclasses import fields
from typing import TYPE_CHECKING

from casedesk.domain.consent import SignedWordsStay, check_change
from casedesk.domain.problems import StillUsed

if TYPE_CHECKING:
    from casedesk.domain.case import Party, PartyId
    from casedesk.domain.consent import Consent, ConsentItem
    from casedesk.store.tables import Tables


def guard_consent(_: Tables, before: Consent | None, after: Consent | None) -> None:
    """Raise `SignedWordsStay` if a signed declaration would lose its words."""
    if before is None:
        return
    if after is None:
        if before.signed_on is not None:
            raise SignedWordsStay
        return
    for field in fields(before):
        if getattr(before, field.name) != getattr(after, field.name):
            check_change(before, field.name)


def guard_item(
    tables: Tables, before: ConsentItem | None, after: ConsentItem | None
) -> None:
    """Raise `SignedWordsStay` if recipients of a signed declaration would change."""
    for item in (before, after):
        if item is not None and _is_signed(tables, item):
            raise SignedWordsStay


def guard_party(tables: Tables, before: Party | None, after: Party | None) -> None:
    """Keep whom a signed declaration names: neither removed nor made somebody else."""
    if before is None or not _is_named(tables, before.id):
        return
    if after is None:
        raise StillUsed
    who = (before.person_id, before.organisation_id)
    if who != (after.person_id, after.organisation_id):
        raise SignedWordsStay


def _is_named(tables: Tables, party_id: PartyId) -> bool:
    return any(
        _is_signed(tables, item) for item in tables.consent_items.of(party_id=party_id)
    )


def _is_signed(tables: Tables, item: ConsentItem) -> bool:
    consent = tables.consents.find(item.consent_id)
    return consent is not None and consent.signed_on is not None
