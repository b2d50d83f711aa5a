"""What issued documents hold: which declaration or plan on which pages."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sqlcipher3.dbapi2 import Connection

    from casedesk.domain.case import CaseId
    from casedesk.domain.consent import ConsentId
    from casedesk.domain.document import DocumentId
    from casedesk.domain.received import DocumentPart, DocumentPartId
    from casedesk.store.rows import Rows


class DocumentPartTable:
    """Rows of `document_part`, which triggers keep from changing."""

    def __init__(self, connection: Connection, rows: Rows[DocumentPart]) -> None:
        self._connection = connection
        self._rows = rows

    def add(self, part: DocumentPart) -> None:
        """Note a part of a document that is issued in the same deed."""
        self._rows.add(part)

    def find(self, part_id: DocumentPartId) -> DocumentPart | None:
        """Return a part, or nothing."""
        return self._rows.find(part_id)

    def of_document(self, document_id: DocumentId) -> list[DocumentPart]:
        """Return the parts of a document in their order."""
        return self._rows.of(document_id=document_id)

    def of_case(self, case_id: CaseId) -> list[DocumentPart]:
        """Return the parts of all documents of a case."""
        return self._rows.of(case_id=case_id)

    def of_consent(self, consent_id: ConsentId) -> list[DocumentPart]:
        """Return where a declaration was printed."""
        return self._rows.of(consent_id=consent_id)

    def printed_at(self, consent_id: ConsentId) -> datetime | None:
        """Return when a paper with this declaration was last issued, if ever."""
        row = self._connection.execute(
            """
            SELECT max(document.issued_at) AS latest
              FROM document_part JOIN document ON document.id = document_id
             WHERE consent_id = ?
            """,
            (consent_id,),
        ).fetchone()
        return None if row["latest"] is None else datetime.fromisoformat(row["latest"])
