from __future__ import annotations

import pytest

from casedesk.domain.scan_file import (
    MOST_PDF_BYTES,
    MOST_PICTURE_BYTES,
    ScanFault,
    ScanKind,
    fault_of_size,
    kind_of,
)

PDF = b"%PDF-1.7\n"
JPEG = b"\xff\xd8\xff\xe0"
PNG = b"\x89PNG\r\n\x1a\n"


def test_a_file_is_what_its_first_bytes_say() -> None:
    assert kind_of(PDF) is ScanKind.PDF
    assert kind_of(b"\n\nscanner" + PDF) is ScanKind.PDF
    assert kind_of(JPEG) is ScanKind.PICTURE
    assert kind_of(PNG) is ScanKind.PICTURE
    assert kind_of(b"GIF89a") is None


@pytest.mark.parametrize(
    ("start", "size", "fault"),
    [
        (PDF, MOST_PDF_BYTES, None),
        (PDF, MOST_PDF_BYTES + 1, ScanFault.TOO_LARGE),
        (JPEG, MOST_PICTURE_BYTES, None),
        (JPEG, MOST_PICTURE_BYTES + 1, ScanFault.TOO_LARGE),
        (b"MZ", 10, ScanFault.UNKNOWN_KIND),
    ],
)
def test_files_beyond_the_limits_are_not_taken(
    start: bytes, size: int, fault: ScanFault | None
) -> None:
    assert fault_of_size(start, size) is fault
