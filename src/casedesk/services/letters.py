"""Letters by which services are arranged; one that goes out is noted as sent."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from casedesk.domain.document import DocumentId, DocumentKind
from casedesk.domain.handing import Whom
from casedesk.domain.problems import RuleBroken
from casedesk.domain.referral import ReferralKind
from casedesk.pdf import letter
from casedesk.services.paper import new_imprint, prepared
from casedesk.services.paper_words import arranging
from casedesk.services.paper_words.case_records import read_case
from casedesk.words.catalog import Words

if TYPE_CHECKING:
    from casedesk.domain.case import PartyId
    from casedesk.domain.claim import ClaimId
    from casedesk.domain.document import Document
    from casedesk.domain.handing import Handing
    from casedesk.domain.practice import PaperLanguage
    from casedesk.domain.referral import ReferralId
    from casedesk.services.clock import Clock
    from casedesk.services.paper import Paper
    from casedesk.store.database import Database
    from casedesk.store.tables import Tables

_KINDS = {
    ReferralKind.REFERRAL: DocumentKind.REFERRAL,
    ReferralKind.INQUIRY: DocumentKind.INQUIRY,
}


class NobodyToWriteTo(RuleBroken):
    """A letter needs somebody of the case to whom it goes."""


class LetterService:
    """Prepares letters, which is quick; issuing is as for all papers."""

    def __init__(self, database: Database, clock: Clock) -> None:
        self._database = database
        self._clock = clock

    def of_referral(
        self, referral_id: ReferralId, language: PaperLanguage | None = None
    ) -> Paper:
        """Prepare a referral or inquiry, or raise `NobodyToWriteTo`."""
        with self._database.read() as tables:
            referral = tables.referrals.get(referral_id)
            if referral.party_id is None:
                raise NobodyToWriteTo
            case = read_case(tables, referral.case_id, self._clock.today())
            kind = _KINDS[referral.kind]
            imprint = new_imprint(tables, case, kind, self._new_id())
        words = Words(language or case.practice.language)
        composed = arranging.referral_letter(imprint, case, referral, words)
        render = partial(letter.render, composed)
        return replace(
            prepared(imprint, case.case.id, words, arranging.TEMPLATE, render),
            categories=arranging.kinds_in(referral.categories),
            whom=referral.party_id,
            filed=partial(self._note_referral, referral_id),
            remade=partial(self.of_referral, referral_id),
        )

    def of_claim(
        self, claim_id: ClaimId, language: PaperLanguage | None = None
    ) -> Paper:
        """Prepare what goes with an application, or raise `NobodyToWriteTo`."""
        with self._database.read() as tables:
            claim = tables.claims.get(claim_id)
            if claim.party_id is None:
                raise NobodyToWriteTo
            case = read_case(tables, claim.case_id, self._clock.today())
            kind = DocumentKind.CLAIM_LETTER
            imprint = new_imprint(tables, case, kind, self._new_id())
        words = Words(language or case.practice.language)
        composed = arranging.claim_letter(imprint, case, claim, words)
        render = partial(letter.render, composed)
        return replace(
            prepared(imprint, case.case.id, words, arranging.TEMPLATE, render),
            categories=arranging.kinds_in(claim.categories),
            whom=claim.party_id,
            filed=partial(self._note_claim, claim_id),
            remade=partial(self.of_claim, claim_id),
        )

    def _new_id(self) -> DocumentId:
        return DocumentId(self._clock.new_id())

    def _note_referral(
        self,
        referral_id: ReferralId,
        tables: Tables,
        document: Document,
        handing: Handing,
    ) -> str:
        """Note that the letter went out to its addressee."""
        referral = tables.referrals.find(referral_id)
        if referral is not None and _is_for(handing, referral.party_id):
            tables.referrals.update(
                replace(
                    referral,
                    sent_on=referral.sent_on or self._clock.today(),
                    channel=handing.channel,
                    document_id=document.id,
                )
            )
        return "referral"

    def _note_claim(
        self, claim_id: ClaimId, tables: Tables, document: Document, handing: Handing
    ) -> str:
        """Note that the application went out to its addressee."""
        claim = tables.claims.find(claim_id)
        if claim is not None and _is_for(handing, claim.party_id):
            tables.claims.update(
                replace(
                    claim,
                    submitted_on=claim.submitted_on or self._clock.today(),
                    channel=handing.channel,
                    document_id=document.id,
                )
            )
        return "claim"


def _is_for(handing: Handing, party_id: PartyId | None) -> bool:
    """Whether it goes to this party; a copy for somebody else is no sending."""
    return handing.whom is Whom.PARTY and handing.party_id == party_id
