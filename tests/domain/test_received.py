from __future__ import annotations

from datetime import UTC, datetime

import pytest

from casedesk.domain.case import CaseId
from casedesk.domain.document import Document, DocumentId, DocumentKind
from casedesk.domain.page_code import PageCode
from casedesk.domain.practice import PaperLanguage
from casedesk.domain.received import (
    DocumentPart,
    DocumentPartId,
    Doubt,
    Place,
    part_with,
    place_of,
    turned,
)

DOCUMENT = Document(
    id=DocumentId("0198c0de-7abc-7def-8123-456789abcdef"),
    case_id=CaseId("case"),
    kind=DocumentKind.CONSENT_SET,
    number="2026-0001-E1",
    version=1,
    language=PaperLanguage.DE_CH,
    template_version="1",
    issued_at=datetime(2026, 3, 14, tzinfo=UTC),
    sha256="",
    size_bytes=1,
)


def a_part(position: int, first: int, last: int) -> DocumentPart:
    return DocumentPart(
        id=DocumentPartId(f"part {position}"),
        document_id=DOCUMENT.id,
        case_id=DOCUMENT.case_id,
        position=position,
        first_page=first,
        last_page=last,
    )


PARTS = (a_part(1, 1, 3), a_part(2, 4, 4))
UNKNOWN = (a_part(1, 0, 0), a_part(2, 0, 0))


def test_a_page_is_placed_in_the_part_that_has_it() -> None:
    for page, part in ((1, PARTS[0]), (3, PARTS[0]), (4, PARTS[1])):
        place = place_of([PageCode(DOCUMENT.id, page)], DOCUMENT, PARTS, ())

        assert place == Place(DOCUMENT, part, page)


@pytest.mark.parametrize(
    ("codes", "document", "there", "doubt"),
    [
        pytest.param([], DOCUMENT, (), Doubt.NO_CODE, id="no code"),
        pytest.param([1, 2], DOCUMENT, (), Doubt.SEVERAL_CODES, id="two codes"),
        pytest.param([1], None, (), Doubt.OTHER_VAULT, id="another vault"),
        pytest.param([5], DOCUMENT, (), Doubt.NO_SUCH_PAGE, id="behind the last"),
        pytest.param([2], DOCUMENT, {2}, Doubt.DOUBLE_PAGE, id="there already"),
    ],
)
def test_what_is_in_doubt_is_not_placed(
    codes: list[int], document: Document | None, there: set[int], doubt: Doubt
) -> None:
    named = [PageCode(DOCUMENT.id, page) for page in codes]

    assert place_of(named, document, PARTS, there) is doubt


def test_without_known_pages_the_part_is_left_open_unless_there_is_one() -> None:
    assert part_with(2, UNKNOWN) is None
    assert part_with(2, UNKNOWN[:1]) is UNKNOWN[0]
    assert UNKNOWN[0].pages == 0
    assert PARTS[0].pages == 3


def test_four_quarters_are_a_whole_turn() -> None:
    turn = 0
    for _ in range(4):
        turn = turned(turn)

    assert turn == 0
