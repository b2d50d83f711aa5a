"""Paper that came back: pages as they were scanned, and what they belong to."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum
from typing import TYPE_CHECKING, NewType

from casedesk.domain.problems import RuleBroken

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence
    from datetime import datetime

    from casedesk.domain.case import CaseId
    from casedesk.domain.consent import ConsentId, ConsentItemId
    from casedesk.domain.document import Document, DocumentId
    from casedesk.domain.page_code import PageCode
    from casedesk.domain.plan import PlanId

DocumentPartId = NewType("DocumentPartId", str)
ReceivedDocumentId = NewType("ReceivedDocumentId", str)
ReceivedPageId = NewType("ReceivedPageId", str)

DISCARDED_KEPT = timedelta(days=30)
QUARTER, WHOLE = 90, 360


class Doubt(StrEnum):
    """Why a page waits in the tray instead of lying in its case."""

    NO_CODE = "no_code"
    OTHER_VAULT = "other_vault"
    SEVERAL_CODES = "several_codes"
    NO_SUCH_PAGE = "no_such_page"
    DOUBLE_PAGE = "double_page"
    TAKEN_OUT = "taken_out"


class NothingToFileUnder(RuleBroken):
    """A page is filed under a document that has it, or under a title."""


class ChangedSincePrinted(RuleBroken):
    """The declaration says something else than the paper that came back."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentPart:
    """A declaration or a plan as it stands in an issued document. It never changes."""

    id: DocumentPartId
    document_id: DocumentId
    case_id: CaseId
    position: int
    consent_id: ConsentId | None = None
    plan_id: PlanId | None = None
    template_version: str = ""
    first_page: int = 0  # 0 where the pages do not tell
    last_page: int = 0
    item_ids: tuple[ConsentItemId, ...] = ()  # the rows, as they were printed
    snapshot: str = ""  # the records from which it was composed, as JSON

    @property
    def pages(self) -> int:
        """How many pages it takes, 0 if that is not known."""
        return self.last_page - self.first_page + 1 if self.first_page else 0

    def holds(self, page: int) -> bool:
        """Whether a page of the document belongs to it."""
        return self.first_page <= page <= self.last_page


@dataclass(frozen=True, slots=True, kw_only=True)
class ReceivedDocument:
    """What came back: a part of an issued document, or another paper with a title."""

    id: ReceivedDocumentId
    case_id: CaseId
    document_id: DocumentId | None = None
    part_id: DocumentPartId | None = None
    consent_id: ConsentId | None = None
    plan_id: PlanId | None = None
    title: str = ""
    received_at: datetime
    is_filed_only: bool = False  # somebody has said that nothing is signed on it


@dataclass(frozen=True, slots=True, kw_only=True)
class ReceivedPage:
    """One page as it came: in the tray, or filed."""

    id: ReceivedPageId
    received_at: datetime
    source_sha256: str
    source_page: int
    source_pages: int
    sha256: str
    size_bytes: int
    width: int
    height: int
    turn: int = 0
    case_id: CaseId | None = None
    received_document_id: ReceivedDocumentId | None = None
    page: int | None = None
    doubt: Doubt | None = None
    named_document_id: DocumentId | None = None
    named_page: int | None = None
    discarded_at: datetime | None = None

    @property
    def waits(self) -> bool:
        """Whether it lies in the tray."""
        return self.received_document_id is None and self.discarded_at is None


@dataclass(frozen=True, slots=True)
class Place:
    """Where a page belongs."""

    document: Document
    part: DocumentPart | None
    page: int


def place_of(
    codes: Sequence[PageCode],
    document: Document | None,
    parts: Sequence[DocumentPart],
    there: Collection[int],
) -> Place | Doubt:
    """Say where a page belongs by its codes, or why that is in doubt.

    `document` is what the code names, if this vault has it; `there` are its pages that
    came back already.
    """
    if not codes:
        return Doubt.NO_CODE
    if len(codes) > 1:
        return Doubt.SEVERAL_CODES
    if document is None:
        return Doubt.OTHER_VAULT
    [code] = codes
    last = max((part.last_page for part in parts), default=0)
    if last and code.page > last:
        return Doubt.NO_SUCH_PAGE
    if code.page in there:
        return Doubt.DOUBLE_PAGE
    return Place(document, part_with(code.page, parts), code.page)


def part_with(page: int, parts: Sequence[DocumentPart]) -> DocumentPart | None:
    """Return the part of a document to which a page belongs, if that is known."""
    if len(parts) == 1:
        return parts[0]
    return next((part for part in parts if part.holds(page)), None)


def turned(turn: int) -> int:
    """Return how far a page is turned after one more quarter to the right."""
    return (turn + QUARTER) % WHOLE
