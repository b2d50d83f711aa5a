from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING

import pytest
from pypdf import PdfReader

from casedesk.domain.care_slot import CareSlot, CareSlotId
from casedesk.domain.content import ANYTHING
from casedesk.domain.data_category import DataCategory
from casedesk.domain.document import DocumentKind
from casedesk.domain.handing import TO_OWN_FILE
from casedesk.domain.life_domain import LifeDomain
from casedesk.domain.practice import PaperLanguage
from casedesk.domain.rhythm import WEEK
from casedesk.services.clock import Clock
from casedesk.services.coverage_papers import LARGE
from casedesk.services.demo import create_demo

if TYPE_CHECKING:
    from collections.abc import Iterator

    from casedesk.domain.case import CaseId
    from casedesk.security.keys import VaultKey
    from casedesk.services.session import Session


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory, key: VaultKey) -> Iterator[Session]:
    """The demo, made once; no test minds what another one files or accepts."""
    path = tmp_path_factory.mktemp("demo") / "vault.casedesk"
    session = create_demo(path, key, Clock())
    yield session
    session.lock()


@pytest.fixture
def case_id(demo: Session) -> CaseId:
    lines = demo.cases.lines()
    return next(line.case_id for line in lines if line.family_name == "Wiśniewski")


def pages(pdf: bytes) -> list[str]:
    return [page.extract_text() for page in PdfReader(BytesIO(pdf)).pages]


def test_the_check_is_printed_with_its_findings_and_the_table(
    demo: Session, case_id: CaseId
) -> None:
    paper = demo.coverage_papers.prepare(
        DocumentKind.COVERAGE, case_id, language=PaperLanguage.DE_CH
    )

    text = " ".join(" ".join(pages(paper.render())).split())

    assert "Versorgungsprüfung" in text
    assert "Handtherapie" in text
    assert "wird doppelt bezahlt" in text
    assert "Klient:in und nahes Umfeld" in text
    assert "ß" not in text
    assert paper.categories == ANYTHING  # its words are free
    assert DataCategory.MEDICATION in paper.categories


def test_what_was_accepted_is_printed_with_its_reason(
    demo: Session, case_id: CaseId
) -> None:
    finding = demo.covering.check(case_id).coverage.findings[-1]
    demo.covering.accept(case_id, finding, said="", reason="<b>Klärung läuft</b>")
    paper = demo.coverage_papers.prepare(DocumentKind.COVERAGE, case_id)

    text = " ".join(" ".join(pages(paper.render())).split())

    assert "<b>Klärung läuft</b>" in text


def test_the_check_is_filed(demo: Session, case_id: CaseId) -> None:
    paper = demo.coverage_papers.prepare(DocumentKind.COVERAGE, case_id)

    issued = demo.papers.issue(paper, paper.render(), TO_OWN_FILE)

    assert issued.document.kind is DocumentKind.COVERAGE
    assert issued.document in demo.documents.of_case(case_id)


@pytest.mark.parametrize("subjects", [(), (LARGE,)])
def test_the_week_is_printed_on_a_page_on_its_side_and_as_a_list(
    demo: Session, case_id: CaseId, subjects: tuple[str, ...]
) -> None:
    for day in WEEK[:3]:
        demo.care_week.add(
            CareSlot(
                id=CareSlotId(demo.clock.new_id()),
                case_id=case_id,
                weekday=day,
                begins=8 * 60,
                ends=9 * 60 + 30,
                name="Spitex Muster",
                what="Handtherapie",
                life_domain=LifeDomain.PHYSICAL_HEALTH,
            )
        )
    paper = demo.coverage_papers.prepare(
        DocumentKind.CARE_WEEK, case_id, subjects, language=PaperLanguage.DE_DE
    )

    assert DataCategory.MEDICATION in paper.categories
    read = PdfReader(BytesIO(paper.render())).pages

    listed, drawn = read[0].extract_text(), read[-1]
    assert "08:00–09:30" in listed
    assert "Spitex Muster" in listed
    assert drawn.rotation == 90 or drawn.mediabox.width > drawn.mediabox.height
    assert "Sonntag" in drawn.extract_text()
