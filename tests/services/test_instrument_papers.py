from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from pdf.samples import words
from services.paper_case import a_paper_case

from casedesk.domain.document import DocumentKind
from casedesk.domain.instrument import InstrumentId
from casedesk.domain.practice import PaperLanguage
from casedesk.words.instruments import packs

if TYPE_CHECKING:
    from casedesk.services.session import Session

PHQ_9, NBA, WHO_5 = (InstrumentId(each) for each in ("phq9", "nba", "who5"))


def test_a_filled_sheet_shows_answers_sum_and_the_notice(session: Session) -> None:
    case = a_paper_case(session).case
    sheet = session.instruments.begin(case.id, PHQ_9)
    for item in range(1, 10):
        session.instruments.answer(sheet.id, str(item), "1")

    paper = session.instrument_papers.sheet(sheet.id)
    read = words(paper.render())

    assert paper.kind is DocumentKind.INSTRUMENT_SHEET
    assert read.count("An einzelnen Tagen") == 9
    assert "9 von 27 · leicht" in read
    assert "Kurt Kroenke" in read
    assert "keine Diagnose" in read


def test_what_is_not_answered_is_printed_to_be_ticked(session: Session) -> None:
    case = a_paper_case(session).case
    sheet = session.instruments.begin(case.id, PHQ_9)
    session.instruments.answer(sheet.id, "1", "2")

    read = words(session.instrument_papers.sheet(sheet.id).render())

    assert read.count("Beinahe jeden Tag") == 8
    assert "noch kein Ergebnis" in read


@pytest.mark.parametrize("instrument", [PHQ_9, NBA])
def test_an_empty_sheet_asks_in_the_order_of_the_screen(
    session: Session, instrument: InstrumentId
) -> None:
    case = a_paper_case(session).case
    [pack] = [p for p in packs() if (p.id, p.language) == (instrument, "de")]

    read = words(session.instrument_papers.empty_sheet(case.id, instrument).render())

    places = [read.index(section.heading) for section in pack.sections_in("")]
    assert places == sorted(places)
    assert "Anna Brunner" in read
    assert session.instrument_sheets.all() == []


def test_a_result_from_elsewhere_is_printed_with_its_source(session: Session) -> None:
    case = a_paper_case(session).case
    sheet = session.instruments.begin(case.id, WHO_5)
    session.instrument_sheets.change(sheet.id, result="13", source="Hausarztpraxis")

    read = words(session.instrument_papers.sheet(sheet.id).render())

    assert "WHO-5 13" in read
    assert "Hausarztpraxis" in read


def test_the_same_sheet_is_prepared_in_english(session: Session) -> None:
    case = a_paper_case(session).case
    sheet = session.instruments.begin(case.id, PHQ_9)
    paper = session.instrument_papers.sheet(sheet.id)

    again = session.papers.again(
        paper, language=PaperLanguage.EN, with_information=False
    )

    assert "Little interest or pleasure" in words(again.render())
