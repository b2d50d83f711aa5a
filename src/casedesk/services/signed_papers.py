"""What a person must say about paper that came back: who signed, when, which rows."""

from __future__ import annotations

import json
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from casedesk.domain.consent import ConsentId, ConsentItemId
from casedesk.domain.plan import Agreement, PlanId
from casedesk.domain.plan_version import Agreed
from casedesk.domain.problems import NotFound
from casedesk.domain.received import ChangedSincePrinted
from casedesk.services.plan_agreements import is_plan_as_printed

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from casedesk.domain.case import CaseId
    from casedesk.domain.consent import Consent, ConsentItem, ConsentKind
    from casedesk.domain.document import Document
    from casedesk.domain.received import (
        DocumentPart,
        ReceivedDocument,
        ReceivedDocumentId,
    )
    from casedesk.domain.signing import SignerRole
    from casedesk.services.announcer import Announcer
    from casedesk.services.consents import ConsentService
    from casedesk.services.plan_agreements import PlanAgreementService
    from casedesk.store.columns import Stored
    from casedesk.store.database import Database
    from casedesk.store.rows import Rows
    from casedesk.store.tables import Tables

# What is read before signing. The rest of the record may be filled in later by pen.
_WORDS = (
    "kind",
    "aim",
    "purpose",
    "scope",
    "consequences_agree",
    "consequences_refuse",
    "consequences_withdraw",
)
_ROW = ("party_id", "direction", "categories", "means", "valid_until")


@dataclass(frozen=True, slots=True)
class PrintedRow:
    """A recipient as it stands on the paper."""

    item_id: ConsentItemId
    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """A paper that came back and about which nobody has said yet what it is worth."""

    received: ReceivedDocument
    document: Document
    part: DocumentPart
    client_name: str
    kind: ConsentKind | None  # none for a plan
    rows: tuple[PrintedRow, ...]
    missing_pages: tuple[int, ...]
    is_as_printed: bool
    is_explained: bool
    is_changed_plan: bool = False
    """Whether a plan says something else by now; it is agreed as it is printed."""


class SignedPaperService:
    """Asks about papers that came back, and notes the answers."""

    def __init__(
        self,
        database: Database,
        announcer: Announcer,
        declarations: ConsentService,
        agreements: PlanAgreementService,
    ) -> None:
        self._database = database
        self._announcer = announcer
        self._declarations = declarations
        self._agreements = agreements

    def questions(self, case_id: CaseId | None = None) -> list[Question]:
        """Return what is to be asked, in one case or in all, oldest first."""
        with self._database.read() as tables:
            hidden = tables.bin.hidden()
            came = map(
                tables.received_documents.get, tables.received_pages.unanswered()
            )
            asked = [
                _question(tables, received)
                for received in came
                if received.case_id not in hidden
                and (case_id is None or received.case_id == case_id)
            ]
        return [each for each in asked if each is not None]

    def question(self, received_id: ReceivedDocumentId) -> Question | None:
        """Return what is to be asked about a paper, or nothing if all is said."""
        with self._database.read() as tables:
            return _question(tables, tables.received_documents.get(received_id))

    def sign(
        self,
        received_id: ReceivedDocumentId,
        *,
        signed_on: date,
        signed_by: tuple[SignerRole, ...],
        signed_at: str = "",
        struck: tuple[ConsentItemId, ...] = (),
    ) -> None:
        """Note the signature under a declaration as it was printed.

        A row that is not on the paper counts as struck. Raises `ChangedSincePrinted`
        while the declaration says something else than the paper.
        """
        question = self._asked(received_id)
        if not question.is_as_printed:
            raise ChangedSincePrinted
        consent_id = question.part.consent_id
        if consent_id is None:
            raise NotFound
        with self._database.read() as tables:
            rows = tables.consent_items.of(consent_id=consent_id)
        added = [row.id for row in rows if row.id not in question.part.item_ids]
        self._declarations.sign(
            consent_id,
            signed_on=signed_on,
            signed_by=signed_by,
            signed_at=signed_at,
            struck=(*struck, *added),
        )
        self._drop_drafts(received_id)
        self._announcer.announce("received_document")

    def agree(
        self,
        received_id: ReceivedDocumentId,
        signed_on: date,
        signed_by: tuple[SignerRole, ...] = (),
    ) -> None:
        """Note that the plan that came back was signed; it is frozen as it was printed.

        What was written since then becomes the draft of the next version.
        """
        part = self._asked(received_id).part
        if part.plan_id is None:
            raise NotFound
        agreed = Agreed(on=signed_on, how=Agreement.SIGNATURE, by=signed_by)
        self._agreements.agree_printed(part.plan_id, part.id, agreed)
        self._drop_drafts(received_id)
        self._announcer.announce("received_document")

    def drafts(self, received_id: ReceivedDocumentId) -> dict[str, str]:
        """Return what was answered about a paper but not noted yet."""
        with self._database.read() as tables:
            return tables.drafts.of(received_id)

    def keep_drafts(
        self, received_id: ReceivedDocumentId, answers: Mapping[str, str]
    ) -> None:
        """Keep answers that are not noted yet, so that a lock does not lose them."""
        with self._database.note() as tables:
            before = tables.drafts.of(received_id)
            for field, text in answers.items():
                if text != before.get(field, ""):
                    tables.drafts.keep(received_id, field, text)

    def file_only(self, received_id: ReceivedDocumentId) -> None:
        """Note that nothing is signed on the paper; it is kept all the same."""
        self._set_filed_only(received_id, is_filed_only=True)

    def ask_again(self, received_id: ReceivedDocumentId) -> None:
        """Ask about a paper after all."""
        self._set_filed_only(received_id, is_filed_only=False)

    def put_back_printed(self, received_id: ReceivedDocumentId) -> None:
        """Let an unsigned declaration say again what stands on the paper."""
        question = self._asked(received_id)
        consent_id = question.part.consent_id
        if consent_id is None:
            raise NotFound
        printed = json.loads(question.part.snapshot)
        with self._database.write("consent.as_printed", consent_id) as tables:
            before = tables.consents.get(consent_id)
            consent = _with(tables.consents, before, printed["consent"], _WORDS)
            tables.consents.update(consent)
            for stored in printed["items"]:
                _put_row(tables, stored)
        self._announcer.announce("consent")

    def _drop_drafts(self, received_id: ReceivedDocumentId) -> None:
        with self._database.note() as tables:
            for field in tables.drafts.of(received_id):
                tables.drafts.drop(received_id, field)

    def _asked(self, received_id: ReceivedDocumentId) -> Question:
        question = self.question(received_id)
        if question is None:
            raise NotFound
        return question

    def _set_filed_only(
        self, received_id: ReceivedDocumentId, *, is_filed_only: bool
    ) -> None:
        with self._database.write("received_document.change", received_id) as tables:
            received = tables.received_documents.get(received_id)
            tables.received_documents.update(
                replace(received, is_filed_only=is_filed_only)
            )
        self._announcer.announce("received_document")


def _question(tables: Tables, received: ReceivedDocument) -> Question | None:
    part = tables.document_parts.find(received.part_id) if received.part_id else None
    if received.is_filed_only or part is None:
        return None
    pages = tables.received_pages.of(received.id)
    consent = _unsigned(tables, part)
    if not pages or (consent is None and not _is_open_plan(tables, part)):
        return None
    printed = json.loads(part.snapshot)
    there = {page.page for page in pages}
    numbers = range(part.first_page, part.last_page + 1) if part.first_page else ()
    client = tables.clients.get(tables.cases.get(received.case_id).client_id)
    return Question(
        received=received,
        document=tables.documents.get(part.document_id),
        part=part,
        client_name=client.sorted_name,
        kind=None if consent is None else consent.kind,
        rows=tuple(
            PrintedRow(item_id, printed["recipients"].get(item_id, ""))
            for item_id in part.item_ids
        ),
        missing_pages=tuple(number for number in numbers if number not in there),
        is_as_printed=consent is None or _is_as_printed(tables, consent, printed),
        is_explained=consent is None or consent.explained_on is not None,
        is_changed_plan=consent is None and not is_plan_as_printed(tables, part),
    )


def _unsigned(tables: Tables, part: DocumentPart) -> Consent | None:
    if part.consent_id is None:
        return None
    consent = tables.consents.find(ConsentId(part.consent_id))
    if consent is None or consent.withdrawn_on is not None:
        return None
    return consent if consent.missing_signers() else None


def _is_open_plan(tables: Tables, part: DocumentPart) -> bool:
    if part.plan_id is None:
        return False
    plan = tables.plans.find(PlanId(part.plan_id))
    return plan is not None and plan.agreed_on is None


# Any: a snapshot is JSON.
def _is_as_printed(tables: Tables, consent: Consent, printed: dict[str, Any]) -> bool:
    now = tables.consents.stored(consent)
    if any(now[name] != printed["consent"][name] for name in _WORDS):
        return False
    for stored in printed["items"]:
        item = tables.consent_items.find(stored["id"])
        if item is None:
            return False
        row = tables.consent_items.stored(item)
        if any(row[name] != stored[name] for name in _ROW):
            return False
    return True


def _put_row(tables: Tables, stored: Mapping[str, Stored]) -> None:
    rows = tables.consent_items
    item: ConsentItem | None = rows.find(str(stored["id"]))
    if item is None:
        rows.add(rows.made_from(stored))
    else:
        rows.update(_with(rows, item, stored, _ROW))


# Any: records of whatever kind.
def _with(
    rows: Rows[Any], record: Any, stored: Mapping[str, Stored], names: tuple[str, ...]
) -> Any:
    return replace(record, **rows.read_fields({name: stored[name] for name in names}))
