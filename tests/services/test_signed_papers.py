from __future__ import annotations

from datetime import date
from hashlib import sha256
from typing import TYPE_CHECKING

import pytest
from services.paper_case import PaperCase, a_paper_case, a_plan, a_recipient

from casedesk.domain.consent import ConsentKind, ConsentState, Decision, Direction
from casedesk.domain.handing import TO_CLIENT
from casedesk.domain.page_code import PageCode
from casedesk.domain.problems import NotFound
from casedesk.domain.received import ChangedSincePrinted
from casedesk.domain.signing import SignerRole
from casedesk.services.scans import ScannedPage

if TYPE_CHECKING:
    from casedesk.domain.consent import ConsentId
    from casedesk.domain.document import Document
    from casedesk.services.session import Session
    from casedesk.services.signed_papers import Question

EXPLAINED, SIGNED = date(2026, 3, 10), date(2026, 3, 12)
BY_CLIENT = (SignerRole.CLIENT,)


def came_back(session: Session, document: Document, pages: int) -> None:
    for number in range(1, pages + 1):
        session.scans.take(
            ScannedPage(
                source_sha256=sha256(document.id.encode()).hexdigest(),
                number=number,
                pages=pages,
                codes=(PageCode(document.id, number).text,),
                turn=0,
                width=1,
                height=1,
                picture=f"{document.id} {number}".encode(),
            )
        )


def a_release(session: Session) -> tuple[PaperCase, ConsentId]:
    paper = a_paper_case(session)
    [consent] = session.declarations.new_set(paper.case.id, (ConsentKind.RELEASE,))
    a_recipient(session, consent, paper.doctor, Direction.BOTH)
    a_recipient(session, consent, paper.nurse, Direction.OBTAIN)
    session.declarations.change(consent.id, explained_on=EXPLAINED)
    return paper, consent.id


def asked_about(session: Session, consent_id: ConsentId) -> Question:
    prepared = session.papers.consent_set([consent_id], with_information=False)
    document = session.papers.issue(prepared, prepared.render(), TO_CLIENT).document
    [part] = session.documents.parts(document.id)
    came_back(session, document, part.pages)
    [question] = session.signed_papers.questions()
    return question


def test_a_paper_that_came_back_is_no_signature_until_somebody_says_so(
    session: Session,
) -> None:
    _, consent_id = a_release(session)

    question = asked_about(session, consent_id)

    assert question.kind is ConsentKind.RELEASE
    assert [row.name for row in question.rows] == [
        "Ömer Şahin",
        "Claudia Weber, Spitex Aarelauf AG",
    ]
    assert question.missing_pages == ()
    assert session.consents.get(consent_id).signed_on is None


def test_what_is_said_is_stored_row_by_row(session: Session) -> None:
    _, consent_id = a_release(session)
    question = asked_about(session, consent_id)
    doctor, nurse = question.rows

    session.signed_papers.sign(
        question.received.id,
        signed_on=SIGNED,
        signed_by=BY_CLIENT,
        signed_at="Bern",
        struck=(nurse.item_id,),
    )

    consent = session.consents.get(consent_id)
    assert (consent.signed_on, consent.signed_at) == (SIGNED, "Bern")
    assert consent.signed_by == BY_CLIENT
    decisions = {
        each.id: each.decision
        for each in session.consent_items.of(consent_id=consent_id)
    }
    assert decisions == {
        doctor.item_id: Decision.GRANTED,
        nurse.item_id: Decision.STRUCK,
    }
    assert session.signed_papers.questions() == []


def test_pages_that_are_missing_are_named(session: Session) -> None:
    _, consent_id = a_release(session)
    prepared = session.papers.consent_set([consent_id], with_information=False)
    document = session.papers.issue(prepared, prepared.render(), TO_CLIENT).document
    came_back(session, document, 1)

    [question] = session.signed_papers.questions()

    assert question.missing_pages == tuple(range(2, question.part.last_page + 1))


def test_a_row_that_is_not_on_the_paper_is_never_granted(session: Session) -> None:
    paper, consent_id = a_release(session)
    question = asked_about(session, consent_id)
    consent = session.consents.get(consent_id)
    later = a_recipient(session, consent, paper.insurer, Direction.BOTH)

    session.signed_papers.sign(
        question.received.id, signed_on=SIGNED, signed_by=BY_CLIENT
    )

    assert session.consent_items.get(later.id).decision is Decision.STRUCK


def test_a_declaration_changed_since_it_was_printed_is_not_signed(
    session: Session,
) -> None:
    _, consent_id = a_release(session)
    session.declarations.change(consent_id, aim="Wieder nach Hause")
    question = asked_about(session, consent_id)
    session.declarations.change(consent_id, aim="Etwas ganz anderes")
    row = question.rows[0].item_id
    session.consent_items.change(row, direction=Direction.PASS_ON)

    with pytest.raises(ChangedSincePrinted):
        session.signed_papers.sign(
            question.received.id, signed_on=SIGNED, signed_by=BY_CLIENT
        )
    session.signed_papers.put_back_printed(question.received.id)
    session.signed_papers.sign(
        question.received.id, signed_on=SIGNED, signed_by=BY_CLIENT
    )

    assert session.consents.get(consent_id).aim == "Wieder nach Hause"
    assert session.consent_items.get(row).direction is Direction.BOTH


def test_a_row_that_was_removed_comes_back_with_the_printed_words(
    session: Session,
) -> None:
    _, consent_id = a_release(session)
    question = asked_about(session, consent_id)
    gone = question.rows[1].item_id
    session.consent_items.remove(gone)
    [changed] = session.signed_papers.questions()
    assert not changed.is_as_printed

    session.signed_papers.put_back_printed(question.received.id)

    [again] = session.signed_papers.questions()
    assert again.is_as_printed
    assert session.consent_items.find(gone) is not None


def test_filed_only_asks_no_more_until_asked_again(session: Session) -> None:
    _, consent_id = a_release(session)
    question = asked_about(session, consent_id)

    session.signed_papers.file_only(question.received.id)

    assert session.signed_papers.questions() == []
    assert session.scans.of_consent(consent_id)
    session.signed_papers.ask_again(question.received.id)
    assert len(session.signed_papers.questions()) == 1


def test_a_plan_that_came_back_signed_is_agreed(session: Session) -> None:
    paper = a_paper_case(session)
    a_plan(session, paper.case)
    prepared = session.papers.care_plan_client(paper.case.id)
    document = session.papers.issue(prepared, prepared.render(), TO_CLIENT).document
    came_back(session, document, 1)
    [question] = session.signed_papers.questions(paper.case.id)
    assert (question.kind, question.rows) == (None, ())

    session.signed_papers.agree(question.received.id, SIGNED)

    assert session.planning.latest(paper.case.id).agreed_on == SIGNED
    assert session.signed_papers.questions() == []
    with pytest.raises(NotFound):
        session.signed_papers.agree(question.received.id, SIGNED)


def test_a_case_in_the_bin_asks_nothing(session: Session) -> None:
    paper, consent_id = a_release(session)
    asked_about(session, consent_id)

    session.bin.put(paper.case.client_id)

    assert session.signed_papers.questions() == []


def test_a_printed_declaration_is_in_the_state_printed(session: Session) -> None:
    paper, consent_id = a_release(session)
    assert session.declarations.states(paper.case.id)[consent_id] is (
        ConsentState.EXPLAINED
    )

    asked_about(session, consent_id)

    assert session.declarations.states(paper.case.id)[consent_id] is (
        ConsentState.PRINTED
    )
