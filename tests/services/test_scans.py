from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from hashlib import sha256
from itertools import pairwise
from typing import TYPE_CHECKING

import pytest
import sqlcipher3
from services.paper_case import PaperCase, a_paper_case, a_plan, a_recipient

from casedesk.domain.consent import ConsentKind, Direction
from casedesk.domain.document import DocumentId
from casedesk.domain.handing import TO_CLIENT
from casedesk.domain.page_code import PageCode
from casedesk.domain.received import Doubt, NothingToFileUnder
from casedesk.services.scans import Fate, ScannedPage

if TYPE_CHECKING:
    from casedesk.domain.document import Document
    from casedesk.services.session import Session

PICTURE = b"the picture of page "


def a_page(
    document_id: str = "", number: int = 1, *, file: str = "one", place: int = 1
) -> ScannedPage:
    code = PageCode(DocumentId(document_id), number).text if document_id else ""
    picture = PICTURE + f"{file} {place} {document_id} {number}".encode()
    return ScannedPage(
        source_sha256=sha256(file.encode()).hexdigest(),
        number=place,
        pages=3,
        codes=(code,) if code else (),
        turn=90,
        width=1654,
        height=2339,
        picture=picture,
    )


def an_issued_set(session: Session, paper: PaperCase) -> Document:
    consents = session.declarations.new_set(paper.case.id)
    for consent in consents:
        if consent.kind is not ConsentKind.AGREEMENT:
            a_recipient(session, consent, paper.doctor, Direction.BOTH)
            a_recipient(session, consent, paper.nurse, Direction.OBTAIN)
    prepared = session.papers.consent_set([c.id for c in consents])
    return session.papers.issue(prepared, prepared.render(), TO_CLIENT).document


def test_an_issued_paper_remembers_what_it_holds(session: Session) -> None:
    paper = a_paper_case(session)
    document = an_issued_set(session, paper)

    parts = session.documents.parts(document.id)

    consents = session.consents.of(case_id=paper.case.id)
    assert [p.consent_id for p in parts] == [*(c.id for c in consents), None]
    assert parts[0].first_page == 1
    assert all(
        before.last_page + 1 == after.first_page for before, after in pairwise(parts)
    )
    rows = session.consent_items.of(consent_id=consents[1].id)
    assert parts[1].item_ids == tuple(row.id for row in rows)
    assert "Brunner" in parts[1].snapshot


def test_a_plan_remembers_its_version(session: Session) -> None:
    paper = a_paper_case(session)
    a_plan(session, paper.case)
    prepared = session.papers.care_plan(paper.case.id)
    document = session.papers.issue(prepared, prepared.render(), TO_CLIENT).document

    [part] = session.documents.parts(document.id)

    assert part.plan_id == session.planning.latest(paper.case.id).id
    assert part.first_page == 1
    assert part.last_page > 1


def test_what_was_issued_keeps_its_snapshot(session: Session) -> None:
    paper = a_paper_case(session)
    document = an_issued_set(session, paper)
    before = session.documents.parts(document.id)

    session.clients.change(paper.case.client_id, family_name="Anders")
    connection = session._database._connection
    with pytest.raises(sqlcipher3.IntegrityError):
        connection.execute("UPDATE document_part SET snapshot = '{}'")
    with pytest.raises(sqlcipher3.IntegrityError):
        connection.execute("DELETE FROM document_part")

    assert session.documents.parts(document.id) == before


def test_printed_is_a_day_and_no_signature(session: Session) -> None:
    paper = a_paper_case(session)
    [consent] = session.declarations.new_set(paper.case.id, (ConsentKind.RELEASE,))

    assert session.documents.printed_on(consent.id) is None
    prepared = session.papers.consent_set([consent.id])
    session.papers.issue(prepared, prepared.render(), TO_CLIENT)

    assert session.documents.printed_on(consent.id) == date(2026, 3, 14)
    assert session.consents.get(consent.id).signed_on is None


def test_a_page_is_filed_under_its_declaration(session: Session) -> None:
    paper = a_paper_case(session)
    document = an_issued_set(session, paper)
    part = session.documents.parts(document.id)[1]

    taken = session.scans.take(a_page(document.id, part.first_page))

    assert taken.fate is Fate.FILED
    assert part.consent_id is not None
    [received] = session.scans.of_consent(part.consent_id)
    assert (received.document_id, received.part_id) == (document.id, part.id)
    assert session.scans.pages(received.id) == [taken.page]
    assert taken.page.page == part.first_page
    assert taken.page.turn == 90


def test_pages_come_in_any_order_and_lie_in_theirs(session: Session) -> None:
    paper = a_paper_case(session)
    document = an_issued_set(session, paper)
    part = session.documents.parts(document.id)[1]
    numbers = [*range(part.first_page, part.last_page + 1)]
    assert len(numbers) > 1

    for place, number in enumerate(reversed(numbers), start=1):
        session.scans.take(a_page(document.id, number, place=place))

    [received] = session.scans.of_case(paper.case.id)
    assert [page.page for page in session.scans.pages(received.id)] == numbers


def test_pages_without_a_code_and_of_other_vaults_wait(session: Session) -> None:
    elsewhere = "0198c0de-7abc-7def-8123-456789abcdef"

    session.scans.take(a_page())
    session.scans.take(a_page(elsewhere, place=2))

    assert [page.doubt for page in session.scans.tray()] == [
        Doubt.NO_CODE,
        Doubt.OTHER_VAULT,
    ]
    assert session.scans.waiting() == 2


def test_the_same_page_twice_is_noticed(session: Session) -> None:
    document = an_issued_set(session, a_paper_case(session))
    first = session.scans.take(a_page(document.id))

    again = session.scans.take(a_page(document.id))
    same_picture = session.scans.take(
        replace(a_page(document.id), source_sha256="another file")
    )
    scanned_anew = session.scans.take(a_page(document.id, file="two"))

    assert (again.fate, again.page) == (Fate.KNOWN, first.page)
    assert same_picture.fate is Fate.KNOWN
    assert scanned_anew.page.doubt is Doubt.DOUBLE_PAGE
    assert session.scans.waiting() == 1


def test_a_file_is_taken_when_all_its_pages_are(session: Session) -> None:
    pages = [a_page(place=place) for place in (1, 2, 3)]
    mark = pages[0].source_sha256

    for page in pages[:2]:
        session.scans.take(page)
    assert not session.scans.is_taken(mark)
    session.scans.take(pages[2])

    assert session.scans.is_taken(mark)


def test_the_picture_stays_as_it_came(session: Session) -> None:
    scanned = a_page()
    page = session.scans.take(scanned).page

    session.scans.turn(page.id)

    assert session.scans.picture(page.id) == scanned.picture
    assert session.scans.is_intact(page.id)
    connection = session._database._connection
    for statement in (
        "UPDATE received_picture SET picture = x'00'",
        "DELETE FROM received_picture",
        "UPDATE received_page SET sha256 = 'another'",
    ):
        with pytest.raises(sqlcipher3.IntegrityError):
            connection.execute(statement)


def test_a_waiting_page_is_filed_by_hand(session: Session) -> None:
    document = an_issued_set(session, a_paper_case(session))
    page = session.scans.take(a_page()).page

    filed = session.scans.file(page.id, document.id, 1)

    assert (filed.page, filed.doubt) == (1, None)
    assert session.scans.tray() == []


def test_a_page_the_document_does_not_have_is_refused(session: Session) -> None:
    document = an_issued_set(session, a_paper_case(session))
    page = session.scans.take(a_page()).page

    for number in (0, 99):
        with pytest.raises(NothingToFileUnder):
            session.scans.file(page.id, document.id, number)

    assert session.scans.waiting() == 1


def test_other_papers_are_kept_under_a_title(session: Session) -> None:
    case = a_paper_case(session).case
    pages = [session.scans.take(a_page(place=place)).page for place in (1, 2)]

    with pytest.raises(NothingToFileUnder):
        session.scans.keep([pages[0].id], case.id, "  ")
    received = session.scans.keep([p.id for p in pages], case.id, " Ernennungsurkunde ")

    assert received.title == "Ernennungsurkunde"
    assert [p.id for p in session.scans.pages(received.id)] == [p.id for p in pages]
    assert session.signed_papers.questions() == []
    assert session.search.find("Ernennung")


def test_a_page_filed_in_the_wrong_place_can_be_taken_out(session: Session) -> None:
    case = a_paper_case(session).case
    page = session.scans.take(a_page()).page
    session.scans.keep([page.id], case.id, "Falsch")

    session.scans.take_out(page.id)

    [waiting] = session.scans.tray()
    assert (waiting.id, waiting.doubt) == (page.id, Doubt.TAKEN_OUT)
    assert session.scans.of_case(case.id) == []


def test_a_discarded_page_can_be_taken_back_and_is_erased_later(
    session: Session,
) -> None:
    page = session.scans.take(a_page()).page
    session.scans.discard(page.id)
    assert session.scans.tray() == []
    session.scans.take_back(page.id)
    assert session.scans.waiting() == 1

    session.scans.discard(page.id)
    assert session.scans.erase_discarded() == 0
    later = session.clock.now() + timedelta(days=31)
    session.scans._clock = replace(session.clock, now=lambda: later)

    assert session.scans.erase_discarded() == 1
    assert session.scans.discarded() == []


def test_a_discarded_page_that_comes_again_waits_again(session: Session) -> None:
    page = session.scans.take(a_page()).page
    session.scans.discard(page.id)

    taken = session.scans.take(a_page())

    assert (taken.fate, taken.page.id) == (Fate.IN_TRAY, page.id)


def test_erasing_a_case_erases_what_came_back(session: Session) -> None:
    paper = a_paper_case(session)
    document = an_issued_set(session, paper)
    session.scans.take(a_page(document.id))
    session.scans.keep(
        [session.scans.take(a_page(place=2)).page.id], paper.case.id, "Anderes"
    )

    session.bin.erase(paper.case.client_id)

    connection = session._database._connection
    for table in (
        "document_part",
        "received_document",
        "received_page",
        "received_picture",
    ):
        statement = f"SELECT count(*) FROM {table}"  # noqa: S608 - our own names
        (count,) = connection.execute(statement).fetchone()
        assert count == 0, table


def test_a_file_is_known_byte_for_byte(session: Session) -> None:
    document = an_issued_set(session, a_paper_case(session))
    pdf = session.documents.pdf(document.id)

    assert session.documents.issued_with_hash(sha256(pdf).hexdigest()) == document
    assert session.documents.issued_with_hash(sha256(pdf + b" ").hexdigest()) is None


def test_a_reading_that_broke_off_is_completed_by_the_next(session: Session) -> None:
    document = an_issued_set(session, a_paper_case(session))
    pages = [a_page(document.id, n, place=n) for n in (1, 2, 3)]
    for page in pages[:2]:
        session.scans.take(page)  # and then the program was killed

    fates = [session.scans.take(page).fate for page in pages]

    assert fates == [Fate.KNOWN, Fate.KNOWN, Fate.FILED]
    assert session.scans.is_taken(pages[0].source_sha256)
