"""Papers: prepared from the vault, rendered elsewhere, filed when given out."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from hashlib import sha256
from typing import TYPE_CHECKING

from casedesk.domain.document import (
    Document,
    DocumentId,
    DocumentKind,
    NumberTaken,
    file_name,
    next_number,
)
from casedesk.pdf import care_plan, care_plan_client, consent_set
from casedesk.pdf.parts import parts_in
from casedesk.services.figure_papers import (
    FIGURE_KINDS,
    FIGURE_TEMPLATE,
    figure_renderer,
)
from casedesk.services.paper_words import care_plan as plan_paper
from casedesk.services.paper_words import care_plan_client as client_paper
from casedesk.services.paper_words import declarations
from casedesk.services.paper_words.case_records import read_case, read_plan
from casedesk.services.paper_words.imprint import Imprint
from casedesk.services.printed_parts import (
    PaperPart,
    consent_parts,
    document_parts,
    information_part,
    plan_part,
)
from casedesk.words.catalog import Words

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from datetime import date

    from casedesk.domain.case import CaseId
    from casedesk.domain.consent import ConsentId
    from casedesk.domain.practice import PaperLanguage
    from casedesk.domain.received import DocumentPart
    from casedesk.services.announcer import Announcer
    from casedesk.services.clock import Clock
    from casedesk.services.paper_words.case_records import CaseRecords
    from casedesk.store.database import Database
    from casedesk.store.tables import Tables


@dataclass(frozen=True, slots=True, kw_only=True)
class Paper:
    """A paper as it would be issued now. `render` is slow and touches no vault."""

    document_id: DocumentId
    case_id: CaseId
    kind: DocumentKind
    number: str
    version: int
    language: PaperLanguage
    template_version: str
    title: str
    render: Callable[[], bytes]
    consent_ids: tuple[ConsentId, ...] = ()
    subjects: tuple[str, ...] = ()
    """The maps that a figure shows, or the comparison of a profile."""
    with_information: bool = False
    parts: tuple[PaperPart, ...] = ()
    """What is frozen with it, in the order in which its titles are printed."""

    @property
    def file_name(self) -> str:
        """The file name that the issued document will have."""
        return file_name(self.number, self.kind, self.version)


class PaperService:
    """Prepares papers, which is quick, and files those that are given out."""

    def __init__(self, database: Database, announcer: Announcer, clock: Clock) -> None:
        self._database = database
        self._announcer = announcer
        self._clock = clock

    def consent_set(
        self,
        consent_ids: Iterable[ConsentId],
        *,
        with_information: bool = True,
        language: PaperLanguage | None = None,
    ) -> Paper:
        """Prepare declarations of one case, each with its own heading and signature."""
        ids = tuple(consent_ids)
        kind = DocumentKind.CONSENT_SET
        with self._database.read() as tables:
            consents = [tables.consents.get(consent_id) for consent_id in ids]
            [case_id] = {consent.case_id for consent in consents}
            case = read_case(tables, case_id, self._clock.today())
            imprint = self._imprint(tables, case, kind)
            words = Words(language or case.practice.language)
            parts = [*consent_parts(tables, case, consents, words.language)]
            if with_information:
                parts.append(information_part(tables, case, words.language))
        composed, template_version = declarations.consent_set(
            imprint, case, consents, words, with_information=with_information
        )
        return Paper(
            document_id=imprint.document_id,
            case_id=case_id,
            kind=kind,
            number=imprint.number,
            version=imprint.version,
            language=words.language,
            template_version=template_version,
            title=imprint.title(words),
            render=partial(consent_set.render, composed),
            consent_ids=ids,
            with_information=with_information,
            parts=tuple(parts),
        )

    def care_plan(
        self, case_id: CaseId, *, language: PaperLanguage | None = None
    ) -> Paper:
        """Prepare the care plan as professionals read it."""
        return self._plan(case_id, DocumentKind.CARE_PLAN, language)

    def care_plan_client(
        self, case_id: CaseId, *, language: PaperLanguage | None = None
    ) -> Paper:
        """Prepare the care plan as the client reads it."""
        return self._plan(case_id, DocumentKind.CARE_PLAN_CLIENT, language)

    def _plan(
        self, case_id: CaseId, kind: DocumentKind, language: PaperLanguage | None
    ) -> Paper:
        with self._database.read() as tables:
            case = read_case(tables, case_id, self._clock.today())
            records = read_plan(tables, case_id)
            imprint = self._imprint(tables, case, kind)
            part = plan_part(tables, case, records, plan_paper.PLAN_TEMPLATE)
        words = Words(language or case.practice.language)
        render: Callable[[], bytes]
        if kind is DocumentKind.CARE_PLAN:
            plan = plan_paper.care_plan(imprint, case, records, words)
            render = partial(care_plan.render, plan)
        else:
            mine = client_paper.care_plan_client(imprint, case, records, words)
            render = partial(care_plan_client.render, mine)
        return Paper(
            document_id=imprint.document_id,
            case_id=case_id,
            kind=kind,
            number=imprint.number,
            version=imprint.version,
            language=words.language,
            template_version=plan_paper.PLAN_TEMPLATE,
            title=imprint.title(words),
            render=render,
            parts=(part,),
        )

    def figure(
        self,
        kind: DocumentKind,
        case_id: CaseId,
        subjects: tuple[str, ...] = (),
        *,
        language: PaperLanguage | None = None,
    ) -> Paper:
        """Prepare a paper around a figure of the assessment."""
        with self._database.read() as tables:
            case = read_case(tables, case_id, self._clock.today())
            imprint = self._imprint(tables, case, kind)
            words = Words(language or case.practice.language)
            render = figure_renderer(tables, imprint, case, subjects, words)
        return Paper(
            document_id=imprint.document_id,
            case_id=case_id,
            kind=kind,
            number=imprint.number,
            version=imprint.version,
            language=words.language,
            template_version=FIGURE_TEMPLATE,
            title=imprint.title(words),
            render=render,
            subjects=subjects,
        )

    def _imprint(
        self, tables: Tables, case: CaseRecords, kind: DocumentKind
    ) -> Imprint:
        case_id = case.case.id
        issued = tables.documents.of_case(case_id)
        return Imprint(
            document_id=DocumentId(self._clock.new_id()),
            kind=kind,
            number=next_number(case.case.number, kind, issued),
            version=tables.documents.latest_version(case_id, kind) + 1,
        )

    def again(
        self, paper: Paper, *, language: PaperLanguage, with_information: bool
    ) -> Paper:
        """Prepare the same paper again, in a language, with or without information."""
        if paper.kind is DocumentKind.CONSENT_SET:
            return self.consent_set(
                paper.consent_ids,
                with_information=with_information,
                language=language,
            )
        if paper.kind in FIGURE_KINDS:
            return self.figure(
                paper.kind, paper.case_id, paper.subjects, language=language
            )
        return self._plan(paper.case_id, paper.kind, language)

    def issue(self, paper: Paper, pdf: bytes) -> Document:
        """Freeze the pages of a paper that is given out, or raise `NumberTaken`."""
        document = Document(
            id=paper.document_id,
            case_id=paper.case_id,
            kind=paper.kind,
            number=paper.number,
            version=paper.version,
            language=paper.language,
            template_version=paper.template_version,
            issued_at=self._clock.now(),
            sha256=sha256(pdf).hexdigest(),
            size_bytes=len(pdf),
        )
        with self._database.write("document.issue", document.id) as tables:
            latest = tables.documents.latest_version(paper.case_id, paper.kind)
            if paper.version <= latest:
                raise NumberTaken
            tables.documents.add(document, pdf)
            for part in document_parts(
                document, paper.parts, parts_in(pdf), self._clock
            ):
                tables.document_parts.add(part)
        self._announcer.announce("document")
        return document

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

    def issued_with_hash(self, sha256: str) -> Document | None:
        """Return the issued document whose file is exactly the one of this hash."""
        with self._database.read() as tables:
            return tables.documents.with_hash(sha256)

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
