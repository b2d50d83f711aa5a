"""Documents: the papers that were issued, as they were, and what is in them."""

from __future__ import annotations

from hashlib import sha256
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date

    from casedesk.domain.case import CaseId
    from casedesk.domain.consent import ConsentId
    from casedesk.domain.document import Document, DocumentId
    from casedesk.domain.received import DocumentPart
    from casedesk.store.database import Database


class DocumentService:
    """Reads what was issued; nothing of it ever changes."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def of_case(self, case_id: CaseId) -> list[Document]:
        """Return the documents issued in a case, newest first."""
        with self._database.read() as tables:
            return tables.documents.of_case(case_id)

    def document(self, document_id: DocumentId) -> Document:
        """Return an issued document, or raise `NotFound`."""
        with self._database.read() as tables:
            return tables.documents.get(document_id)

    def parts(self, document_id: DocumentId) -> list[DocumentPart]:
        """Return what an issued document holds, in its order."""
        with self._database.read() as tables:
            return tables.document_parts.of_document(document_id)

    def printed_on(self, consent_id: ConsentId) -> date | None:
        """Return the day on which a paper with a declaration was last issued.

        What was printed is not signed for that.
        """
        with self._database.read() as tables:
            at = tables.document_parts.printed_at(consent_id)
        return None if at is None else at.astimezone().date()

    def issued_with_hash(self, digest: str) -> Document | None:
        """Return the issued document whose file is exactly the one of this hash."""
        with self._database.read() as tables:
            return tables.documents.with_hash(digest)

    def find(self, document_id: DocumentId) -> Document | None:
        """Return an issued document, or nothing."""
        with self._database.read() as tables:
            return tables.documents.find(document_id)

    def pdf(self, document_id: DocumentId) -> bytes:
        """Return the pages as they were issued, or raise `NotFound`."""
        with self._database.read() as tables:
            return tables.documents.pdf(document_id)

    def is_intact(self, document_id: DocumentId) -> bool:
        """Whether the pages are still those that were issued."""
        with self._database.read() as tables:
            issued = tables.documents.get(document_id)
            pdf = tables.documents.pdf(document_id)
        return sha256(pdf).hexdigest() == issued.sha256
