from __future__ import annotations

import pytest

from casedesk.domain.document import DocumentId
from casedesk.domain.page_code import PageCode, read_code
from casedesk.pdf.blocks import Letterhead, NewPage, Sheet, Text, Title
from casedesk.pdf.page import printed
from casedesk.pdf.parts import Stretch, parts_in
from casedesk.ui.scans.reader.codes import codes_in
from casedesk.ui.scans.reader.pages import pages_of

DOCUMENT = DocumentId("0198c0de-7abc-7def-8123-456789abcdef")
LONG = Text("Was hier steht, füllt mehr als eine Seite. " * 120)


def a_paper(document_id: str = DOCUMENT, *, large: bool = False) -> bytes:
    sheet = Sheet(
        title="Einwilligungen 2026-0001-E1",
        letterhead=Letterhead(name="Case Management Aarelauf"),
        case_number="Fall 2026-0001",
        document_number="Dokument 2026-0001-E1",
        version="Version 1",
        short_code="89ABCDEF",
        document_id=document_id,
        large_print=large,
    )
    blocks = (Title("Eins"), LONG, LONG, NewPage(), Title("Zwei"), Text("Kurz."))
    return printed(sheet, blocks)


@pytest.mark.parametrize("large", [False, True])
def test_every_page_carries_its_own_code(*, large: bool) -> None:
    pdf = a_paper(large=large)

    read = [codes_in(picture).texts for _, picture in pages_of(pdf)]

    assert len(read) > 2
    assert [[read_code(text) for text in texts] for texts in read] == [
        [PageCode(DOCUMENT, page)] for page in range(1, len(read) + 1)
    ]


def test_a_sheet_of_no_document_has_no_code() -> None:
    [first, *_] = [codes_in(picture) for _, picture in pages_of(a_paper(""))]

    assert first.texts == ()


def test_the_file_says_on_which_pages_its_parts_are() -> None:
    pdf = a_paper()
    pages = len([*pages_of(pdf)])

    assert parts_in(pdf) == (Stretch(1, pages - 1), Stretch(pages, pages))


def test_other_files_say_nothing_of_parts() -> None:
    assert parts_in(b"%PDF-1.7 /Keywords (of somebody else)") == ()
