"""What the square on a printed page says: which document, which page, and a check."""

from __future__ import annotations

from dataclasses import dataclass
from hashlib import sha256
from typing import TYPE_CHECKING
from uuid import UUID

from casedesk.domain.document import DocumentId

if TYPE_CHECKING:
    from collections.abc import Iterable

# Digits alone make the smallest square: 48 of them fit into 25 by 25 places.
_ID_DIGITS = 39
_PAGE_DIGITS = 3
_CHECK_DIGITS = 6
LENGTH = _ID_DIGITS + _PAGE_DIGITS + _CHECK_DIGITS
LAST_PAGE = 10**_PAGE_DIGITS - 1
_PURPOSE = b"CaseDesk page 1"
_ID_BITS = 128


@dataclass(frozen=True, slots=True)
class PageCode:
    """Names one page of one issued document, and nobody."""

    document_id: DocumentId
    page: int

    @property
    def text(self) -> str:
        """The digits that are printed; none for a page too far behind to be named."""
        if not 0 < self.page <= LAST_PAGE:
            return ""
        number = UUID(self.document_id).int
        named = f"{number:0{_ID_DIGITS}}{self.page:0{_PAGE_DIGITS}}"
        return named + _check(named)


def read_code(text: str) -> PageCode | None:
    """Return what a square says, or nothing if it is none of ours."""
    if len(text) != LENGTH or not (text.isascii() and text.isdigit()):
        return None
    named, check = text[:-_CHECK_DIGITS], text[-_CHECK_DIGITS:]
    number, page = int(named[:_ID_DIGITS]), int(named[_ID_DIGITS:])
    if check != _check(named) or number >> _ID_BITS or not page:
        return None
    return PageCode(DocumentId(str(UUID(int=number))), page)


def codes_among(texts: Iterable[str]) -> tuple[PageCode, ...]:
    """Return what the squares of one picture say, each page once."""
    read = (read_code(text) for text in texts)
    return tuple(dict.fromkeys(code for code in read if code is not None))


def _check(named: str) -> str:
    digest = sha256(_PURPOSE + named.encode()).digest()
    number = int.from_bytes(digest[:8], "big") % 10**_CHECK_DIGITS
    return f"{number:0{_CHECK_DIGITS}}"
