"""Pages that came back, with their pictures."""

from __future__ import annotations

from typing import TYPE_CHECKING

from casedesk.domain.problems import NotFound

if TYPE_CHECKING:
    from datetime import datetime

    from sqlcipher3.dbapi2 import Connection

    from casedesk.domain.document import DocumentId
    from casedesk.domain.received import (
        ReceivedDocumentId,
        ReceivedPage,
        ReceivedPageId,
    )
    from casedesk.store.rows import Rows


class ReceivedPageTable:
    """Rows of `received_page` and `received_picture`."""

    def __init__(self, connection: Connection, rows: Rows[ReceivedPage]) -> None:
        self._connection = connection
        self._rows = rows

    def add(self, page: ReceivedPage, picture: bytes) -> None:
        """Keep a page with its picture."""
        self._rows.add(page)
        self._connection.execute(
            "INSERT INTO received_picture (id, picture) VALUES (?, ?)",
            (page.id, picture),
        )

    def update(self, page: ReceivedPage) -> None:
        """Change what is known about a page; its picture stays."""
        self._rows.update(page)

    def get(self, page_id: ReceivedPageId) -> ReceivedPage:
        """Return a page, or raise `NotFound`."""
        return self._rows.get(page_id)

    def picture(self, page_id: ReceivedPageId) -> bytes:
        """Return the picture as it came, or raise `NotFound`."""
        row = self._connection.execute(
            "SELECT picture FROM received_picture WHERE id = ?", (page_id,)
        ).fetchone()
        if row is None:
            raise NotFound
        return bytes(row["picture"])

    def of(self, received_id: ReceivedDocumentId) -> list[ReceivedPage]:
        """Return the pages of what came back, in the order of the paper."""
        return self._rows.of(received_document_id=received_id)

    def with_source(self, sha256: str) -> list[ReceivedPage]:
        """Return the pages that came out of a file with this content."""
        return self._rows.of(source_sha256=sha256)

    def with_picture(self, sha256: str) -> list[ReceivedPage]:
        """Return the pages whose pictures have this content."""
        return self._rows.of(sha256=sha256)

    def waiting(self) -> list[ReceivedPage]:
        """Return the pages in the tray, in the order in which they came."""
        return self._where("received_document_id IS NULL AND discarded_at IS NULL")

    def discarded(self) -> list[ReceivedPage]:
        """Return the pages that were discarded and can be taken back."""
        return self._where("discarded_at IS NOT NULL")

    def count_waiting(self) -> int:
        """Return how many pages lie in the tray."""
        (count,) = self._connection.execute(
            """
            SELECT count(*) FROM received_page
             WHERE received_document_id IS NULL AND discarded_at IS NULL
            """
        ).fetchone()
        return int(count)

    def unanswered(self) -> list[ReceivedDocumentId]:
        """Return the papers that may want an answer, the oldest first.

        Among them are some that were signed by several; that is looked at one by one.
        """
        rows = self._connection.execute(
            """
            SELECT came.id FROM received_document AS came
              LEFT JOIN consent ON consent.id = came.consent_id
              LEFT JOIN plan ON plan.id = came.plan_id
             WHERE came.is_filed_only = 0 AND came.part_id IS NOT NULL
               AND (consent.id IS NOT NULL AND consent.withdrawn_on IS NULL
                    AND (consent.signed_on IS NULL OR consent.signer <> 'client')
                 OR plan.id IS NOT NULL AND plan.agreed_on IS NULL)
             ORDER BY came.received_at, came.id
            """
        )
        return [row["id"] for row in rows]

    def numbers_of(self, document_id: DocumentId) -> set[int]:
        """Return which pages of an issued document came back."""
        rows = self._connection.execute(
            """
            SELECT page FROM received_page
              JOIN received_document ON received_document.id = received_document_id
             WHERE document_id = ? AND page IS NOT NULL AND discarded_at IS NULL
            """,
            (document_id,),
        )
        return {row["page"] for row in rows}

    def erase_discarded(self, before: datetime) -> int:
        """Erase the pages that were discarded before a moment; return how many."""
        gone = [
            page.id
            for page in self.discarded()
            if page.discarded_at is not None and page.discarded_at <= before
        ]
        for page_id in gone:
            self._connection.execute(
                "DELETE FROM received_picture WHERE id = ?", (page_id,)
            )
            self._rows.remove(page_id)
        return len(gone)

    def _where(self, condition: str) -> list[ReceivedPage]:
        # S608: the conditions stand in this file.
        rows = self._connection.execute(
            f"SELECT id FROM received_page WHERE {condition} ORDER BY id"  # noqa: S608
        ).fetchall()
        return [self._rows.get(row["id"]) for row in rows]
