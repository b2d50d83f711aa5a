from __future__ import annotations

from dataclasses import replace
from hashlib import sha256
from typing import TYPE_CHECKING

import pytest
from services.paper_case import a_paper_case, a_recipient, sign

from casedesk.domain.consent import (
    ConsentItem,
    ConsentKind,
    Direction,
    SignedWordsStay,
)
from casedesk.domain.data_category import DataCategory
from casedesk.domain.form import FormKind, FormLanguage
from casedesk.domain.handing import TO_CLIENT
from casedesk.services.paper_words.case_records import read_case

if TYPE_CHECKING:
    from casedesk.domain.consent import Consent
    from casedesk.domain.document import Document
    from casedesk.services.session import Session


def a_signed_release(session: Session) -> tuple[Consent, ConsentItem, Document]:
    made = a_paper_case(session)
    consent = session.declarations.new(made.case.id, ConsentKind.RELEASE)
    row = a_recipient(session, consent, made.nurse, Direction.PASS_ON)
    paper = session.papers.consent_set([consent.id], with_information=False)
    issued = session.papers.issue(paper, paper.render(), TO_CLIENT).document
    return sign(session, consent.id), session.consent_items.get(row.id), issued


def change_everything_around(session: Session, consent: Consent) -> None:
    case = session.case_records.get(consent.case_id)
    session.clients.change(case.client_id, family_name="Ganz-Anders", given_name="Eva")
    practice = session.practice.get()
    session.practice.records.change(practice.id, name="Neue Praxis", town="Genf")
    own = session.forms.make_own(
        FormKind.RELEASE, practice.country, FormLanguage.GERMAN
    )
    session.forms.take_into_use(own.id)
    for organisation in session.organisations.all():
        session.organisations.change(organisation.id, name="Umbenannt AG")


def test_what_was_signed_stays_whatever_changes_around_it(session: Session) -> None:
    consent, row, issued = a_signed_release(session)
    pages = session.documents.pdf(issued.id)
    parts = session.documents.parts(issued.id)

    change_everything_around(session, consent)

    assert session.documents.pdf(issued.id) == pages
    assert session.documents.is_intact(issued.id)
    assert session.documents.parts(issued.id) == parts
    assert session.documents.document(issued.id) == issued
    assert session.documents.issued_with_hash(sha256(pages).hexdigest()) == issued
    assert session.consents.get(consent.id) == consent
    assert session.consent_items.get(row.id) == row


def test_the_words_and_rows_of_what_was_signed_cannot_be_changed(
    session: Session,
) -> None:
    consent, row, _ = a_signed_release(session)

    with pytest.raises(SignedWordsStay):
        session.declarations.change(consent.id, purpose="etwas anderes")
    with pytest.raises(SignedWordsStay):
        session.consent_items.change(row.id, categories=(DataCategory.FINANCES,))
    with pytest.raises(SignedWordsStay):
        session.consent_items.remove(row.id)
    with pytest.raises(SignedWordsStay):
        session.consents.remove(consent.id)

    assert session.consents.get(consent.id) == consent
    assert session.consent_items.get(row.id) == row


def test_a_paper_printed_afterwards_has_the_new_facts_and_a_new_version(
    session: Session,
) -> None:
    consent, _, issued = a_signed_release(session)
    change_everything_around(session, consent)

    again = session.papers.consent_set([consent.id], with_information=False)

    assert again.version == issued.version + 1
    with session._database.read() as tables:
        case = read_case(tables, consent.case_id, session.clock.today())
    assert case.client.full_name == "Eva Ganz-Anders"
    assert replace(issued, version=again.version) != issued
