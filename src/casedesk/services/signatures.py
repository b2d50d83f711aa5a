"""Signatures: who has to sign, and what a signature brings along."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from casedesk.domain.consent import (
    Consent,
    Decision,
    SignedWordsStay,
    check_consent,
    proposed_end,
)
from casedesk.domain.signing import (
    SignatureForm,
    check_signers,
    proposal,
    roles_of,
)
from casedesk.services.circumstances import read_circumstances

if TYPE_CHECKING:
    from collections.abc import Collection
    from datetime import date

    from casedesk.domain.case import CaseId
    from casedesk.domain.consent import ConsentId, ConsentItem, ConsentItemId
    from casedesk.domain.representation import Representation
    from casedesk.domain.signing import Capacity, Proposal, SignerRole
    from casedesk.store.tables import Tables


@dataclass(frozen=True, slots=True, kw_only=True)
class Signing:
    """What is known of a signature: who, when, where, and what to each row."""

    signed_on: date
    signed_by: tuple[SignerRole, ...]
    signed_at: str = ""
    granted: Collection[ConsentItemId] | None = None
    """Without it, all is granted that is neither struck nor said already."""
    struck: Collection[ConsentItemId] = ()
    form: SignatureForm = SignatureForm.INK

    def said_to(self, item: ConsentItem) -> Decision:
        """Return what was said to a row."""
        if item.id in self.struck:
            return Decision.STRUCK
        is_open = item.decision is Decision.OPEN
        if is_open if self.granted is None else item.id in self.granted:
            return Decision.GRANTED
        return item.decision


def note_signature(tables: Tables, consent_id: ConsentId, signing: Signing) -> Consent:
    """Store a signature within a deed, or raise the `RuleBroken` that forbids it."""
    before = tables.consents.get(consent_id)
    if before.signed_on is not None and not before.missing_signers():
        raise SignedWordsStay
    days = (before.signed_on, signing.signed_on)
    signed = replace(
        before,
        signed_on=max(day for day in days if day is not None),
        signed_by=tuple(dict.fromkeys((*before.signed_by, *signing.signed_by))),
        signed_at=signing.signed_at or before.signed_at,
        signature_form=signing.form,
    )
    after = as_signed(tables, before, signed)
    check_consent(after)
    tables.consents.update(after)
    for item in tables.consent_items.of(consent_id=consent_id):
        said = signing.said_to(item)
        if said is not item.decision:
            tables.consent_items.update(replace(item, decision=said))
    tables.drafts.drop(consent_id, "signed_on")
    return after


def as_signed(tables: Tables, before: Consent, after: Consent) -> Consent:
    """Return a declaration with what its first signature brings along.

    That is an end of validity, where none was agreed; who signed, where that is not
    said; and what stood in the case that day. Raises `NobodyRepresents` or
    `BeyondAuthority` if a representative signs who may not.
    """
    signed_on = after.signed_on
    if signed_on is None:
        return replace(after, signed_by=())
    if (before.signed_on, before.signed_by) != (after.signed_on, after.signed_by):
        after = replace(after, signed_by=after.signed_by or roles_of(after.signer))
        valid = valid_representations(tables, after.case_id, signed_on)
        items = tables.consent_items.of(consent_id=after.id)
        about = {category for item in items for category in item.categories}
        check_signers(after.signed_by, valid, about)
    if before.signed_on is not None:
        return after
    now = read_circumstances(tables, after.case_id)
    return replace(
        after,
        valid_until=after.valid_until or proposed_end(signed_on),
        at_signing_payers=now.payers,
        at_signing_employers=now.employers,
        at_signing_representations=tuple(
            each.id for each in now.representations if each.is_valid_on(signed_on)
        ),
        at_signing_mandate=now.mandate,
        at_signing_purpose=now.purpose,
    )


def proposed(
    tables: Tables, case_id: CaseId, capacity: Capacity | None, day: date
) -> Proposal:
    """Return who should sign on a day by the law of the country, and why."""
    [practice] = tables.practice.all()
    client = tables.clients.get(tables.cases.get(case_id).client_id)
    return proposal(
        valid_representations(tables, case_id, day),
        capacity=capacity,
        age=client.born.age_on(day) if client.born else None,
        country=practice.country,
    )


def valid_representations(
    tables: Tables, case_id: CaseId, day: date
) -> list[Representation]:
    """Return who represents the client of a case on a day."""
    client_id = tables.cases.get(case_id).client_id
    found = tables.representations.of(client_id=client_id)
    return [each for each in found if not each.is_empty and each.is_valid_on(day)]
