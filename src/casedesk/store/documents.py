"""Issued documents and their frozen pages."""

from __future__ import annotations

from typing import TYPE_CHECKING

from casedesk.domain.document import DocumentId
from casedesk.domain.problems import NotFound

if TYPE_CHECKING:
    from sqlcipher3.dbapi2 import Connection

    from casedesk.domain.case import CaseId
    from casedesk.domain.document import Document, DocumentKind
    from casedesk.store.rows import Rows


class DocumentTable:
    """Rows of `document` and `document_content`, which triggers keep from changing."""

    def __init__(self, connection: Connection, rows: Rows[Document]) -> None:
        self._connection = connection
        self._rows = rows

    def add(self, document: Document, pdf: bytes) -> None:
        """Freeze an issued document with its pages."""
        self._rows.add(document)
        self._connection.execute(
            "INSERT INTO document_content (id, pdf) VALUES (?, ?)", (document.id, pdf)
        )

    def index_all(self) -> None:
        """Put every document into the search index anew."""
        self._rows.index_all()

    def get(self, document_id: DocumentId) -> Document:
        """Return a document, or raise `NotFound`."""
        return self._rows.get(document_id)

    def of_case(self, case_id: CaseId) -> list[Document]:
        """Return the documents of a case, newest first."""
        return self._rows.of(case_id=case_id)

    def find(self, document_id: DocumentId) -> Document | None:
        """Return a document, or nothing."""
        return self._rows.find(document_id)

    def with_hash(self, sha256: str) -> Document | None:
        """Return the document whose file has this content, if there is one."""
        return next(iter(self._rows.of(sha256=sha256)), None)

    def pdf(self, document_id: DocumentId) -> bytes:
        """Return the pages as they were issued, or raise `NotFound`."""
        row = self._connection.execute(
            "SELECT pdf FROM document_content WHERE id = ?", (document_id,)
        ).fetchone()
        if row is None:
            raise NotFound
        return bytes(row["pdf"])

    def some(self, most: int) -> list[Document]:
        """Return some documents, at random."""
        rows = self._connection.execute(
            "SELECT id FROM document ORDER BY random() LIMIT ? + 0", (most,)
        ).fetchall()
        return [self.get(DocumentId(row["id"])) for row in rows]

    def latest_version(self, case_id: CaseId, kind: DocumentKind) -> int:
        """Return the highest version issued of a kind in a case, or 0."""
        row = self._connection.execute(
            """
            SELECT max(version) AS latest FROM document
             WHERE case_id = ? AND kind = ?
            """,
            (case_id, kind),
        ).fetchone()
        return int(row["latest"] or 0)

    def count(self) -> int:
        """Return how many documents the vault holds."""
        (count,) = self._connection.execute("SELECT count(*) FROM document").fetchone()
        return int(count)
