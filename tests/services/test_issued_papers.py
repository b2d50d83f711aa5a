"""Papers that are given out: numbered, frozen, and checked."""

from __future__ import annotations

from hashlib import sha256
from io import BytesIO
from typing import TYPE_CHECKING

import pytest
import sqlcipher3
from pypdf import PdfReader
from services.paper_case import a_paper_case

from casedesk.domain.document import NumberTaken
from casedesk.domain.handing import TO_CLIENT

if TYPE_CHECKING:
    from casedesk.services.paper import Paper
    from casedesk.services.session import Session


def printed(paper: Paper) -> str:
    reader = PdfReader(BytesIO(paper.render()))
    return " ".join(page.extract_text() for page in reader.pages)


def test_issuing_freezes_the_pages_with_number_version_and_hash(
    session: Session,
) -> None:
    case = a_paper_case(session).case
    paper = session.papers.care_plan(case.id)
    pdf = paper.render()

    document = session.papers.issue(paper, pdf, TO_CLIENT).document

    assert session.documents.of_case(case.id) == [document]
    assert session.documents.document(document.id) == document
    assert session.documents.pdf(document.id) == pdf
    assert document.sha256 == sha256(pdf).hexdigest()
    assert document.number == f"{case.number}-P1"
    assert document.version == 1
    assert document.file_name == paper.file_name
    assert document.short_code in printed(paper)
    assert session.documents.is_intact(document.id)


def test_each_further_paper_of_a_kind_is_the_next_version(session: Session) -> None:
    case = a_paper_case(session).case
    first = session.papers.care_plan(case.id)
    session.papers.issue(first, b"first", TO_CLIENT)
    client_version = session.papers.care_plan_client(case.id)
    session.papers.issue(client_version, b"client", TO_CLIENT)

    second = session.papers.care_plan(case.id)

    assert (client_version.number, client_version.version) == (f"{case.number}-K2", 1)
    assert (second.number, second.version) == (f"{case.number}-P3", 2)
    assert "Fassung 2" in printed(second)


def test_a_paper_whose_number_was_taken_meanwhile_is_refused(session: Session) -> None:
    case = a_paper_case(session).case
    late = session.papers.care_plan(case.id)
    session.papers.issue(session.papers.care_plan(case.id), b"early", TO_CLIENT)

    with pytest.raises(NumberTaken):
        session.papers.issue(late, b"late", TO_CLIENT)

    [only] = session.documents.of_case(case.id)
    assert session.documents.pdf(only.id) == b"early"


def test_issuing_is_announced(session: Session) -> None:
    case = a_paper_case(session).case
    heard: list[str] = []
    session.announcer.listen(heard.append)

    session.papers.issue(session.papers.care_plan(case.id), b"pages", TO_CLIENT)

    assert heard == ["document"]


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE document SET number = 'X'",
        "UPDATE document_content SET pdf = x'00'",
    ],
)
def test_what_was_issued_cannot_be_changed(session: Session, statement: str) -> None:
    case = a_paper_case(session).case
    session.papers.issue(session.papers.care_plan(case.id), b"pages", TO_CLIENT)

    with pytest.raises(sqlcipher3.DatabaseError, match="frozen"):
        session._database._connection.execute(statement)


def test_pages_that_differ_from_their_hash_are_noticed(session: Session) -> None:
    case = a_paper_case(session).case
    document = session.papers.issue(
        session.papers.care_plan(case.id), b"pages", TO_CLIENT
    ).document
    connection = session._database._connection
    connection.execute("DROP TRIGGER document_content_is_frozen")

    connection.execute("UPDATE document_content SET pdf = x'00'")

    assert not session.documents.is_intact(document.id)
