"""The receipt of the information sheet: noted with the version and language given."""

from __future__ import annotations

from typing import TYPE_CHECKING

from casedesk.domain.document import DocumentKind
from casedesk.domain.form import FormKind, form_language
from casedesk.domain.information_receipt import InformationReceipt, InformationReceiptId
from casedesk.domain.practice import PaperLanguage, Practice
from casedesk.services.form_texts import read_texts
from casedesk.services.records import Records

if TYPE_CHECKING:
    from casedesk.domain.case import CaseId
    from casedesk.services.announcer import Announcer
    from casedesk.services.clock import Clock
    from casedesk.store.database import Database
    from casedesk.store.tables import Tables


class InformationService:
    """Knows which information sheet a client was given, and when it was received."""

    def __init__(self, database: Database, announcer: Announcer, clock: Clock) -> None:
        self._database = database
        self._clock = clock
        self.receipts = Records(
            database,
            announcer,
            "information_receipt",
            lambda t: t.information_receipts,
        )

    def new(self, case_id: CaseId) -> InformationReceipt:
        """Return a receipt of today for the sheet that was printed last.

        Where none was printed, it is the sheet that would be printed now. It is not
        stored yet.
        """
        with self._database.read() as tables:
            version, language = _printed(tables, case_id) or _current(tables)
        return InformationReceipt(
            id=InformationReceiptId(self._clock.new_id()),
            case_id=case_id,
            received_on=self._clock.today(),
            version=version,
            language=language,
        )

    def latest(self, case_id: CaseId) -> InformationReceipt | None:
        """Return the newest receipt of a case, if there is one."""
        found = [
            each
            for each in self.receipts.of(case_id=case_id)
            if each.received_on is not None
        ]
        return found[-1] if found else None


def _printed(tables: Tables, case_id: CaseId) -> tuple[str, PaperLanguage] | None:
    for document in tables.documents.of_case(case_id):
        if document.kind is not DocumentKind.CONSENT_SET:
            continue
        for part in tables.document_parts.of_document(document.id):
            if part.consent_id is None:
                return part.template_version, document.language
    return None


def _current(tables: Tables) -> tuple[str, PaperLanguage]:
    practice = next(iter(tables.practice.all()), Practice())
    language = PaperLanguage(practice.language)
    text = read_texts(tables).text(
        FormKind.INFORMATION, practice.country, form_language(language)
    )
    return text.version, language
