"""What issued documents hold: which declaration or plan on which pages."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from casedesk.domain.document import DocumentId
from casedesk.domain.plan import PlanId

if TYPE_CHECKING:
    from sqlcipher3.dbapi2 import Connection

    from casedesk.domain.case import CaseId
    from casedesk.domain.consent import ConsentId
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

    def plans_in(self, case_id: CaseId) -> dict[DocumentId, tuple[PlanId, bool]]:
        """Return which documents of a case tell of which plan, and whether wholly.

        An excerpt names no plan that could be agreed by it, but what it was cut of.
        """
        rows = self._connection.execute(
            """
            SELECT document_id, plan_id,
                   json_extract(snapshot, '$.plan.id') AS cut_of
              FROM document_part
             WHERE case_id = ? AND json_extract(snapshot, '$.plan.id') IS NOT NULL
            """,
            (case_id,),
        )
        return {
            DocumentId(row["document_id"]): (
                PlanId(row["plan_id"] or row["cut_of"]),
                row["plan_id"] is not None,
            )
            for row in rows
        }

    def of_plan(self, plan_id: PlanId) -> list[DocumentPart]:
        """Return where a version of a plan stands as a whole, the oldest first."""
        return sorted(self._rows.of(plan_id=plan_id), key=lambda part: part.id)

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
