from __future__ import annotations

from datetime import UTC, datetime

import pytest

from casedesk.domain.case import CaseId
from casedesk.domain.document import (
    KIND_LETTERS,
    Document,
    DocumentId,
    DocumentKind,
    next_number,
)
from casedesk.domain.practice import PaperLanguage


def a_document(number: str) -> Document:
    return Document(
        id=DocumentId("019ceb92-eae5-7000-8000-00000000003a"),
        case_id=CaseId("case"),
        kind=DocumentKind.CARE_PLAN,
        number=number,
        version=2,
        language=PaperLanguage.EN,
        template_version="2026.1",
        issued_at=datetime(2026, 3, 14, tzinfo=UTC),
        sha256="",
        size_bytes=0,
    )


def test_the_short_code_is_the_end_of_the_id() -> None:
    assert a_document("2026-0001-P1").short_code == "0000003A"


def test_the_file_name_says_what_it_is_and_names_nobody() -> None:
    name = a_document("2026-0001-P3").file_name

    assert name == "CD-2026-0001-P3-care-plan-v2.pdf"


@pytest.mark.parametrize(
    ("issued", "number"),
    [
        ([], "2026-0001-E1"),
        (["2026-0001-P1"], "2026-0001-E2"),
        (["2026-0001-E11", "2026-0001-P2"], "2026-0001-E12"),
        (["2026-0001-WP12"], "2026-0001-E13"),
    ],
)
def test_papers_of_a_case_are_numbered_in_one_count(
    issued: list[str], number: str
) -> None:
    known = [a_document(each) for each in issued]

    assert next_number("2026-0001", DocumentKind.CONSENT_SET, known) == number


def test_every_kind_of_document_has_its_letters() -> None:
    assert set(KIND_LETTERS) == set(DocumentKind)
    assert len(set(KIND_LETTERS.values())) == len(KIND_LETTERS)
    assert len(set(KIND_LETTERS.values())) == len(DocumentKind)


def test_each_kind_of_paper_has_a_letter_of_its_own() -> None:
    assert set(KIND_LETTERS) == set(DocumentKind)
    assert len(set(KIND_LETTERS.values())) == len(DocumentKind)
