"""What stands in the open places of a declaration."""

from __future__ import annotations

from typing import TYPE_CHECKING

from casedesk.domain.case import PartyRole
from casedesk.domain.consent import ConsentKind
from casedesk.domain.form import FormKind, FormLanguage, form_language
from casedesk.services.paper_words.case_records import one_line
from casedesk.words.form_template import Placeholder
from casedesk.words.forms import secrecy_text

if TYPE_CHECKING:
    from casedesk.domain.consent import Consent
    from casedesk.services.paper_words.case_records import CaseRecords
    from casedesk.words.catalog import Words


def general_values(records: CaseRecords, words: Words) -> dict[str, str]:
    """Return what every paper of the set says about client and practice."""
    client, practice = records.client, records.practice
    town = f"{practice.postcode} {practice.town}"
    return {
        Placeholder.CLIENT_NAME: client.full_name,
        Placeholder.CLIENT_BORN: words.partial_day(client.born),
        Placeholder.CLIENT_ADDRESS: records.client_address,
        Placeholder.CASE_NUMBER: records.case.number,
        Placeholder.REPRESENTATIVE: records.represented_by(words),
        Placeholder.HOLDER_NAME: practice.holder_name,
        Placeholder.PRACTICE_NAME: practice.name,
        Placeholder.PRACTICE_ADDRESS: one_line(practice.street, town),
        Placeholder.PRACTICE_CONTACT: one_line(practice.phone, practice.email),
        Placeholder.SUPERVISORY_AUTHORITY: practice.supervisory_authority,
        Placeholder.SECRECY: secrecy_text(
            practice.profession, practice.country, form_language(words.language)
        ),
    }


def consent_values(
    consent: Consent, records: CaseRecords, words: Words
) -> dict[str, str]:
    """Return what one declaration says.

    A text that is still the one offered is left out: the paper then takes it in its
    own language.
    """
    scope_place = (
        Placeholder.MANDATE_SCOPE
        if consent.kind is ConsentKind.AGREEMENT
        else Placeholder.SCOPE
    )
    written = {
        Placeholder.AIM: consent.aim,
        Placeholder.PURPOSE: consent.purpose,
        scope_place: consent.scope,
        Placeholder.CONSEQUENCES_AGREE: consent.consequences_agree,
        Placeholder.CONSEQUENCES_REFUSE: consent.consequences_refuse,
        Placeholder.CONSEQUENCES_WITHDRAW: consent.consequences_withdraw,
    }
    offered = offered_texts(consent.kind, records)
    own: dict[str, str] = {
        name: text for name, text in written.items() if text not in offered
    }
    return {
        **own,
        Placeholder.VALID_UNTIL: words.day(consent.valid_until),
        Placeholder.BODIES: _bodies(consent, records),
        Placeholder.MANDATE_PERIOD: _mandate_period(records, words),
        Placeholder.PAYER: _payers(records),
    }


def offered_texts(kind: ConsentKind, records: CaseRecords) -> frozenset[str]:
    """Return the texts that forms offer for a kind, in all languages."""
    country = records.practice.country
    forms = (
        records.form_texts.text(FormKind(kind), country, language)
        for language in FormLanguage
    )
    return frozenset(text.strip() for form in forms for text in form.defaults.values())


def _bodies(consent: Consent, records: CaseRecords) -> str:
    named = (
        records.parties[item.party_id]
        for item in records.consent_items
        if item.consent_id == consent.id and item.party_id in records.parties
    )
    return "\n".join(one_line(party.name, party.address) for party in named)


def _mandate_period(records: CaseRecords, words: Words) -> str:
    mandate = records.mandate
    if mandate is None or mandate.starts_on is None:
        return ""
    first, last = words.day(mandate.starts_on), words.day(mandate.ends_on)
    if not last:
        return words("from {first}").format(first=first)
    return words("from {first} to {last}").format(first=first, last=last)


def _payers(records: CaseRecords) -> str:
    return "; ".join(
        party.name
        for party in records.parties.values()
        if PartyRole.PAYER in party.party.roles
    )
