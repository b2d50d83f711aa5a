from __future__ import annotations

from datetime import date
from hashlib import sha256
from io import BytesIO
from typing import TYPE_CHECKING

import pytest
from pypdf import PdfReader
from services.paper_case import PaperCase, a_paper_case, a_recipient

from casedesk.domain.consent import (
    ConsentKind,
    ConsentState,
    Decision,
    Direction,
    SignedBeforeExplained,
)
from casedesk.domain.document import NumberTaken
from casedesk.domain.drawn_signature import NothingDrawn
from casedesk.domain.handing import TO_CLIENT
from casedesk.domain.signing import SignatureForm, SignerRole

if TYPE_CHECKING:
    from casedesk.domain.consent import Consent, ConsentItem
    from casedesk.services.session import Session

STROKES = (tuple((100 + 10 * n, 500 + (n % 3) * 90) for n in range(40)),)
CLIENT = {SignerRole.CLIENT: STROKES}


@pytest.fixture
def made(session: Session) -> PaperCase:
    return a_paper_case(session)


@pytest.fixture
def rows(session: Session, made: PaperCase) -> list[ConsentItem]:
    consent = session.declarations.new(made.case.id, ConsentKind.RELEASE)
    session.declarations.change(consent.id, explained_on=date(2026, 3, 10))
    return [
        a_recipient(session, consent, party, Direction.BOTH)
        for party in (made.doctor, made.nurse)
    ]


def signed(session: Session, rows: list[ConsentItem]) -> Consent:
    consent_id, signing = rows[0].consent_id, session.screen_signing
    said = {rows[0].id: Decision.GRANTED, rows[1].id: Decision.STRUCK}
    shown = signing.paper(consent_id, said)
    prepared = signing.prepare(
        consent_id, shown, said=said, signatures=CLIENT, place="Bern"
    )
    names = signing.signers(consent_id)
    consent, _document = signing.sign(
        consent_id, prepared, prepared.paper.render(), names
    )
    return consent


def test_a_drawn_signature_is_noted_with_its_rows(
    session: Session, made: PaperCase, rows: list[ConsentItem]
) -> None:
    consent = signed(session, rows)

    state = session.declarations.states(made.case.id)[consent.id]
    assert state is ConsentState.IN_FORCE
    assert consent.signature_form is SignatureForm.ON_SCREEN
    assert consent.signed_at == "Bern"
    stored = session.consent_items.of(consent_id=consent.id)
    assert [row.decision for row in stored] == [Decision.GRANTED, Decision.STRUCK]


def test_the_strokes_are_frozen_in_the_document_and_beside_it(
    session: Session, made: PaperCase, rows: list[ConsentItem]
) -> None:
    consent = signed(session, rows)

    [document] = session.documents.of_case(made.case.id)
    pdf = session.documents.pdf(document.id)
    text = " ".join(page.extract_text() for page in PdfReader(BytesIO(pdf)).pages)
    with session._database.read() as tables:
        [drawn] = tables.drawn_signatures.of(consent_id=consent.id)
    assert drawn.drawing() == STROKES
    assert drawn.name == "Anna Brunner"
    assert (drawn.document_id, drawn.sha256) == (document.id, document.sha256)
    assert sha256(pdf).hexdigest() == document.sha256
    assert "Einfache elektronische Signatur" in " ".join(text.split())


def test_the_signed_paper_bears_the_number_of_the_one_that_was_shown(
    session: Session, rows: list[ConsentItem]
) -> None:
    consent_id, signing = rows[0].consent_id, session.screen_signing
    shown = signing.paper(consent_id, {})
    again = signing.paper(consent_id, {rows[0].id: Decision.GRANTED}, shown)
    prepared = signing.prepare(consent_id, again, said={}, signatures=CLIENT)

    assert again.document_id == shown.document_id
    assert prepared.paper.number == shown.number
    assert prepared.paper.render() != shown.render()


def test_nothing_is_signed_before_it_was_explained(
    session: Session, made: PaperCase
) -> None:
    consent = session.declarations.new(made.case.id, ConsentKind.RELEASE)

    with pytest.raises(SignedBeforeExplained):
        session.screen_signing.signers(consent.id)


def test_an_empty_field_is_no_signature(
    session: Session, rows: list[ConsentItem]
) -> None:
    consent_id, signing = rows[0].consent_id, session.screen_signing
    shown = signing.paper(consent_id, {})

    with pytest.raises(NothingDrawn):
        signing.prepare(consent_id, shown, said={}, signatures={SignerRole.CLIENT: ()})


def test_if_the_number_was_taken_meanwhile_nothing_is_signed(
    session: Session, rows: list[ConsentItem]
) -> None:
    consent_id, signing = rows[0].consent_id, session.screen_signing
    shown = signing.paper(consent_id, {})
    other = session.papers.consent_set((consent_id,))
    session.papers.issue(other, other.render(), TO_CLIENT)
    prepared = signing.prepare(consent_id, shown, said={}, signatures=CLIENT)

    with pytest.raises(NumberTaken):
        signing.sign(consent_id, prepared, b"%PDF", {})

    assert session.consents.get(consent_id).signed_on is None
