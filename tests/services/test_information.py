"""The receipt of the information sheet, with the version and language given."""

from __future__ import annotations

from typing import TYPE_CHECKING

from services.paper_case import a_paper_case

from casedesk.domain.consent import ConsentKind
from casedesk.domain.handing import TO_CLIENT
from casedesk.domain.practice import PaperLanguage

if TYPE_CHECKING:
    from casedesk.domain.case import CaseId
    from casedesk.services.session import Session


def print_sheet(
    session: Session, case_id: CaseId, language: PaperLanguage, *, with_it: bool = True
) -> None:
    consent = session.declarations.new(case_id, ConsentKind.RELEASE)
    paper = session.papers.consent_set(
        [consent.id], with_information=with_it, language=language
    )
    session.papers.issue(paper, paper.render(), TO_CLIENT)


def test_a_receipt_names_the_sheet_that_was_printed_last(session: Session) -> None:
    case = a_paper_case(session).case
    print_sheet(session, case.id, PaperLanguage.FR)
    print_sheet(session, case.id, PaperLanguage.EN, with_it=False)

    receipt = session.information.new(case.id)

    assert receipt.language is PaperLanguage.FR
    assert receipt.version == "2026.1"
    assert receipt.received_on == session.clock.today()


def test_without_a_printed_sheet_it_is_the_one_in_use(session: Session) -> None:
    case = a_paper_case(session).case

    receipt = session.information.new(case.id)

    assert (receipt.version, receipt.language) == ("2026.1", PaperLanguage.DE_CH)


def test_a_receipt_is_stored_as_it_was_noted(session: Session) -> None:
    case = a_paper_case(session).case
    before = session.information.latest(case.id)

    noted = session.information.receipts.add(session.information.new(case.id))

    assert before is None
    assert session.information.latest(case.id) == noted


def test_a_receipt_without_its_day_does_not_count(session: Session) -> None:
    case = a_paper_case(session).case
    noted = session.information.receipts.add(session.information.new(case.id))

    session.information.receipts.change(noted.id, received_on=None)

    assert session.information.latest(case.id) is None
