from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest
from services.paper_case import a_paper_case, a_recipient, sign

from casedesk.domain.consent import (
    ConsentKind,
    ConsentState,
    Direction,
    EndsBeforeSigned,
    SignedBeforeExplained,
    SignedWordsStay,
)
from casedesk.domain.representation import (
    Representation,
    RepresentationId,
    RepresentationKind,
)
from casedesk.domain.signing import Signer

if TYPE_CHECKING:
    from casedesk.services.session import Session

TODAY = date(2026, 3, 14)


@pytest.mark.parametrize("kind", ConsentKind)
def test_a_new_declaration_begins_with_the_texts_of_its_template(
    session: Session, kind: ConsentKind
) -> None:
    case = a_paper_case(session).case

    consent = session.declarations.new(case.id, kind)

    assert session.consents.of(case_id=case.id) == [consent]
    assert consent.state_on(TODAY) is ConsentState.DRAFT
    assert consent.explained_by == "Regula Ammann"
    assert consent.language == "Deutsch"
    has_scope = kind in (ConsentKind.AGREEMENT, ConsentKind.POWER_OF_ATTORNEY)
    assert bool(consent.scope) == has_scope
    assert bool(consent.consequences_refuse) == (kind is not ConsentKind.AGREEMENT)


def test_a_consent_set_is_made_in_one_deed(session: Session) -> None:
    case = a_paper_case(session).case
    heard: list[str] = []
    session.announcer.listen(heard.append)

    made = session.declarations.new_set(case.id)

    assert [consent.kind for consent in made] == [
        ConsentKind.AGREEMENT,
        ConsentKind.RELEASE,
        ConsentKind.DATA_PROTECTION,
    ]
    assert heard == ["consent"]


def test_the_representative_of_a_represented_client_signs_too(
    session: Session,
) -> None:
    made = a_paper_case(session)
    session.representations.add(
        Representation(
            id=RepresentationId(session.clock.new_id()),
            client_id=made.case.client_id,
            kind=RepresentationKind.CH_BEISTANDSCHAFT,
            person_id=made.doctor.person_id,
        )
    )

    consent = session.declarations.new(made.case.id, ConsentKind.RELEASE)

    assert consent.signer is Signer.BOTH


def test_a_signature_before_the_explanation_is_refused(session: Session) -> None:
    case = a_paper_case(session).case
    consent = session.declarations.new(case.id, ConsentKind.RELEASE)

    with pytest.raises(SignedBeforeExplained):
        session.declarations.change(consent.id, signed_on=TODAY)

    assert session.consents.get(consent.id) == consent


def test_signing_proposes_twelve_months_of_validity(session: Session) -> None:
    case = a_paper_case(session).case
    consent = session.declarations.new(case.id, ConsentKind.RELEASE)

    signed = sign(session, consent.id)

    assert signed.valid_until == date(2027, 3, 12)
    assert session.consents.get(consent.id).covers(TODAY)


def test_an_end_that_was_agreed_before_signing_stays(session: Session) -> None:
    case = a_paper_case(session).case
    consent = session.declarations.new(case.id, ConsentKind.RELEASE)
    session.declarations.change(consent.id, valid_until=date(2026, 6, 30))

    assert sign(session, consent.id).valid_until == date(2026, 6, 30)


def test_an_end_that_was_taken_away_after_signing_stays_away(session: Session) -> None:
    case = a_paper_case(session).case
    consent = session.declarations.new(case.id, ConsentKind.RELEASE)
    sign(session, consent.id)

    session.declarations.change(consent.id, valid_until=None)
    changed = session.declarations.change(consent.id, signed_at="Bern")

    assert changed.valid_until is None


def test_an_end_before_the_signature_is_refused(session: Session) -> None:
    case = a_paper_case(session).case
    consent = session.declarations.new(case.id, ConsentKind.RELEASE)
    sign(session, consent.id)

    with pytest.raises(EndsBeforeSigned):
        session.declarations.change(consent.id, valid_until=date(2026, 1, 1))


def test_the_words_of_a_signed_declaration_stay(session: Session) -> None:
    case = a_paper_case(session).case
    consent = session.declarations.new(case.id, ConsentKind.RELEASE)
    sign(session, consent.id)

    with pytest.raises(SignedWordsStay):
        session.declarations.change(consent.id, purpose="Something else")

    withdrawn = session.declarations.change(consent.id, withdrawn_on=TODAY)
    assert withdrawn.state_on(TODAY) is ConsentState.WITHDRAWN


def test_a_signature_noted_by_mistake_can_be_taken_away(session: Session) -> None:
    case = a_paper_case(session).case
    consent = session.declarations.new(case.id, ConsentKind.RELEASE)
    sign(session, consent.id)

    session.declarations.change(consent.id, signed_on=None, valid_until=None)

    changed = session.declarations.change(consent.id, purpose="Something else")
    assert changed.purpose == "Something else"


def test_a_change_that_changes_nothing_is_no_deed(session: Session) -> None:
    case = a_paper_case(session).case
    consent = session.declarations.new(case.id, ConsentKind.RELEASE)
    heard: list[str] = []
    session.announcer.listen(heard.append)

    assert session.declarations.change(consent.id, aim="") == consent
    assert heard == []


def test_renewal_copies_words_and_recipients_but_no_signature(
    session: Session,
) -> None:
    made = a_paper_case(session)
    consent = session.declarations.new(made.case.id, ConsentKind.RELEASE)
    session.declarations.change(consent.id, aim="Zu Hause bleiben")
    item = a_recipient(session, consent, made.nurse, Direction.BOTH)
    signed = sign(session, consent.id)

    renewed = session.declarations.renew(consent.id)

    [copied] = session.consent_items.of(consent_id=renewed.id)
    assert renewed.aim == "Zu Hause bleiben"
    assert renewed.state_on(TODAY) is ConsentState.DRAFT
    assert renewed.valid_until is None
    assert (copied.party_id, copied.categories) == (item.party_id, item.categories)
    assert session.consents.get(consent.id) == signed
