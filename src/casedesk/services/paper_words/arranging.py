"""Referrals, inquiries, and letters that go with an application."""

from __future__ import annotations

from typing import TYPE_CHECKING

from casedesk.domain.consent import Direction
from casedesk.domain.data_category import DataCategory
from casedesk.domain.permission import Question, check
from casedesk.domain.referral import ReferralKind
from casedesk.domain.statute import Statute
from casedesk.pdf.blocks import Fact
from casedesk.pdf.section import Section
from casedesk.services.paper_words.letter_frame import (
    about,
    address_of,
    framed,
    salutation,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from casedesk.domain.case import PartyId
    from casedesk.domain.claim import Claim
    from casedesk.domain.data_category import CategoryId
    from casedesk.domain.permission import Answer
    from casedesk.domain.referral import Referral
    from casedesk.pdf.letter import Letter
    from casedesk.services.paper_words.case_records import CaseRecords
    from casedesk.services.paper_words.imprint import Imprint
    from casedesk.words.catalog import Words

TEMPLATE = "2026-11"
_BENEATH = ": "


def kinds_in(categories: tuple[CategoryId, ...]) -> tuple[CategoryId, ...]:
    """Return the kinds of information in a letter that tells these."""
    return tuple(dict.fromkeys((DataCategory.IDENTITY, *categories)))


def referral_letter(
    imprint: Imprint, records: CaseRecords, referral: Referral, words: Words
) -> Letter:
    """Compose a referral or an inquiry; what was left empty is not printed."""
    party = records.parties[_known(referral.party_id)]
    is_referral = referral.kind is ReferralKind.REFERRAL
    home = records.client_address if is_referral else ""
    opening = (
        words("I ask you to take this on for the person named above:")
        if is_referral
        else words("I have a question about the person named above:")
    )
    return framed(
        imprint,
        records,
        words,
        address=address_of(party),
        title=_titled(words.label(referral.kind), referral.subject),
        particulars=(about(records.client, words, home), *_terms(referral, words)),
        paragraphs=(salutation(party, words), opening),
        sections=(
            *_passages(referral, words),
            *_consent_note(records, referral.party_id, referral.categories, words),
        ),
        closing=words("Yours sincerely"),
    )


def claim_letter(
    imprint: Imprint, records: CaseRecords, claim: Claim, words: Words
) -> Letter:
    """Compose the letter that goes with an application."""
    party = records.parties[_known(claim.party_id)]
    number = claim.reference_number
    reference = Fact(label=words("Your reference"), value=number)
    said = claim.letter.strip() or words(
        "Enclosed you receive the application named above. Please confirm that you "
        "have received it, and tell me if anything is missing."
    )
    return framed(
        imprint,
        records,
        words,
        address=address_of(party),
        title=_titled(words("Application"), claim.what),
        particulars=(about(records.client, words), *((reference,) if number else ())),
        paragraphs=(salutation(party, words), said),
        sections=(*_consent_note(records, claim.party_id, claim.categories, words),),
        closing=words("Yours sincerely"),
        enclosures=_lines(claim.enclosures),
    )


def _titled(kind: str, subject: str) -> str:
    return _BENEATH.join(part.strip() for part in (kind, subject) if part.strip())


def _known(party_id: PartyId | None) -> PartyId:
    assert party_id is not None  # noqa: S101 - a letter is prepared for somebody
    return party_id


def _terms(referral: Referral, words: Words) -> Iterator[Fact]:
    if referral.urgency is not None:
        urgency = words.label(referral.urgency)
        yield Fact(label=words("How urgent"), value=urgency)
    if referral.feedback_until is not None:
        until = words.day(referral.feedback_until)
        yield Fact(label=words("Please answer by"), value=until)


def _passages(referral: Referral, words: Words) -> Iterator[Section]:
    for heading, text in (
        (words("What I ask of you"), referral.request),
        (words("Concern and question"), referral.concern),
        (words("What you need to know for it"), referral.findings),
        (words("Who helps already"), referral.existing),
    ):
        if text.strip():
            yield Section(heading=heading, paragraphs=_lines(text))


def _lines(text: str) -> tuple[str, ...]:
    return tuple(line.strip() for line in text.splitlines() if line.strip())


def _consent_note(
    records: CaseRecords,
    party_id: PartyId | None,
    categories: tuple[CategoryId, ...],
    words: Words,
) -> Iterator[Section]:
    """Say on what it rests that this is passed on; nothing where it rests on nothing.

    Such a letter does not leave the program by itself.
    """
    question = Question(
        party_id=_known(party_id),
        direction=Direction.PASS_ON,
        categories=kinds_in(categories),
        day=records.today,
    )
    answer = check(question, records.permissions)
    if answer.is_covered:
        note = " ".join(_grounds(records, answer, words))
        yield Section(heading=words("Consent"), paragraphs=(note,), fine=True)


def _grounds(records: CaseRecords, answer: Answer, words: Words) -> Iterator[str]:
    rows = {item.id: item.consent_id for item in records.consent_items}
    relied = {rows[row] for row in answer.item_ids}
    for consent in records.consents:
        if consent.id not in relied:
            continue
        if consent.signed_on is not None:
            yield words("The client agreed to this in writing on {day}.").format(
                day=words.day(consent.signed_on)
            )
        else:
            yield words("The client agreed to this by word of mouth on {day}.").format(
                day=words.day(consent.oral_on)
            )
    laws = {each.id: each for each in records.permissions.statutory}
    for rule in (laws[each] for each in answer.statutory_ids):
        own = rule.named if rule.statute is Statute.OTHER else ""
        yield words("It is passed on under this rule of law: {law}.").format(
            law=own or words.label(rule.statute)
        )
    yield words("Please treat it in confidence, and use it for nothing else.")
