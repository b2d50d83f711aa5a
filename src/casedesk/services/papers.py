"""Papers: prepared from the vault, rendered elsewhere, filed when given out."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import partial
from hashlib import sha256
from typing import TYPE_CHECKING

from casedesk.domain.data_category import DataCategory
from casedesk.domain.document import (
    Document,
    DocumentId,
    DocumentKind,
    NumberTaken,
    file_name,
    next_number,
)
from casedesk.pdf import (
    care_plan,
    care_plan_client,
    consent_set,
    disclosure_list,
    letter,
)
from casedesk.pdf.parts import parts_in
from casedesk.services.disclosures import clear
from casedesk.services.paper_words import assessment_papers, declarations, withdrawal
from casedesk.services.paper_words import care_plan as plan_paper
from casedesk.services.paper_words import care_plan_client as client_paper
from casedesk.services.paper_words import disclosure_list as list_paper
from casedesk.services.paper_words.assessment_report import ASSESSMENT_TEMPLATE
from casedesk.services.paper_words.case_records import read_case, read_plan
from casedesk.services.paper_words.excerpt import kinds_in_plan
from casedesk.services.paper_words.imprint import Imprint
from casedesk.services.paper_words.reader import Reader, excerpt_for
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

    from casedesk.domain.assessment import AssessmentId
    from casedesk.domain.case import CaseId
    from casedesk.domain.consent import ConsentId
    from casedesk.domain.data_category import CategoryId
    from casedesk.domain.handing import Handing
    from casedesk.domain.practice import PaperLanguage
    from casedesk.domain.received import DocumentPart
    from casedesk.domain.withdrawal_notice import WithdrawalNoticeId
    from casedesk.services.announcer import Announcer
    from casedesk.services.clock import Clock
    from casedesk.services.disclosures import Clearance
    from casedesk.services.paper_words.case_records import CaseRecords
    from casedesk.services.paper_words.signing_lines import Drawing
    from casedesk.store.database import Database
    from casedesk.store.tables import Tables


@dataclass(frozen=True, slots=True, kw_only=True)
class Issued:
    """A paper that was filed, and that it may leave the program."""

    document: Document
    clearance: Clearance


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
    assessment_ids: tuple[AssessmentId, ...] = ()
    """The versions it tells of, the earlier one first."""
    with_information: bool = False
    remade: Callable[[PaperLanguage], Paper] | None = None
    """Prepares it in another language, if this service cannot."""
    notice_id: WithdrawalNoticeId | None = None
    """The notice of a withdrawal that this letter gives."""
    categories: tuple[CategoryId, ...] = ()
    """The kinds of information in it."""
    left_out: tuple[CategoryId, ...] = ()
    """The kinds that its reader does not get."""
    reader: Reader | None = None
    parts: tuple[PaperPart, ...] = ()
    """What is frozen with it, in the order in which its titles are printed."""

    @property
    def file_name(self) -> str:
        """The file name that the issued document will have."""
        return file_name(self.number, self.kind, self.version)

    @property
    def imprint(self) -> Imprint:
        """By what the paper is told apart from all others."""
        return Imprint(
            document_id=self.document_id,
            kind=self.kind,
            number=self.number,
            version=self.version,
        )


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
        drawing: Drawing | None = None,
        like: Paper | None = None,
    ) -> Paper:
        """Prepare declarations of one case, each with its own heading and signature.

        `drawing` is what was said and drawn on the screen; `like` keeps the number of
        the paper that was shown there.
        """
        ids = tuple(consent_ids)
        kind = DocumentKind.CONSENT_SET
        with self._database.read() as tables:
            consents = [tables.consents.get(consent_id) for consent_id in ids]
            [case_id] = {consent.case_id for consent in consents}
            case = read_case(tables, case_id, self._clock.today())
            imprint = (
                self._imprint(tables, case, kind) if like is None else like.imprint
            )
            words = Words(language or case.practice.language)
            parts = [*consent_parts(tables, case, consents, words.language)]
            if with_information:
                parts.append(information_part(tables, case, words.language))
        composed, template_version = declarations.consent_set(
            imprint,
            case,
            consents,
            words,
            with_information=with_information,
            drawing=drawing,
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
        self,
        case_id: CaseId,
        *,
        language: PaperLanguage | None = None,
        reader: Reader | None = None,
    ) -> Paper:
        """Prepare the care plan as professionals read it.

        A `reader` gets no more of it than consent, law and their profile allow.
        """
        return self._plan(case_id, DocumentKind.CARE_PLAN, language, reader)

    def care_plan_client(
        self, case_id: CaseId, *, language: PaperLanguage | None = None
    ) -> Paper:
        """Prepare the care plan as the client reads it."""
        return self._plan(case_id, DocumentKind.CARE_PLAN_CLIENT, language)

    def _plan(
        self,
        case_id: CaseId,
        kind: DocumentKind,
        language: PaperLanguage | None,
        reader: Reader | None = None,
    ) -> Paper:
        with self._database.read() as tables:
            case = read_case(tables, case_id, self._clock.today())
            records = read_plan(tables, case_id)
            imprint = self._imprint(tables, case, kind)
            part = plan_part(tables, case, records, plan_paper.PLAN_TEMPLATE)
        words = Words(language or case.practice.language)
        kinds = kinds_in_plan(case, records)
        shown = kinds
        render: Callable[[], bytes]
        if kind is DocumentKind.CARE_PLAN:
            excerpt = excerpt_for(case, kinds, reader) if reader else None
            shown = kinds_in_plan(case, records, excerpt)
            plan = plan_paper.care_plan(imprint, case, records, words, excerpt)
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
            categories=shown,
            left_out=tuple(each for each in kinds if each not in shown),
            reader=reader,
            # An excerpt is not what is agreed by a signature.
            parts=(part if reader is None else replace(part, plan_id=None),),
        )

    def assessment(
        self,
        kind: DocumentKind,
        assessment_ids: Iterable[AssessmentId],
        *,
        language: PaperLanguage | None = None,
        reader: Reader | None = None,
    ) -> Paper:
        """Prepare one of `ASSESSMENT_KINDS`, of one version or of two.

        Of two, the first is the earlier one. Only a report is cut for a `reader`.
        """
        ids = tuple(assessment_ids)
        with self._database.read() as tables:
            case_id = tables.assessments.get(ids[-1]).case_id
            case = read_case(tables, case_id, self._clock.today())
            versions = assessment_papers.read_versions(tables, ids, case)
            imprint = self._imprint(tables, case, kind)
        words = Words(language or case.practice.language)
        made = assessment_papers.composed(
            imprint,
            case,
            versions,
            words,
            lambda kinds: excerpt_for(case, kinds, reader) if reader else None,
        )
        paper = _paper(imprint, case_id, words, ASSESSMENT_TEMPLATE, made.render)
        return replace(
            paper,
            assessment_ids=ids,
            categories=made.shown,
            left_out=tuple(each for each in made.kinds if each not in made.shown),
            reader=reader,
        )

    def withdrawal_confirmation(
        self, consent_id: ConsentId, *, language: PaperLanguage | None = None
    ) -> Paper:
        """Prepare what the client gets who has withdrawn something."""
        kind = DocumentKind.WITHDRAWAL_CONFIRMATION
        with self._database.read() as tables:
            consent = tables.consents.get(consent_id)
            case = read_case(tables, consent.case_id, self._clock.today())
            imprint = self._imprint(tables, case, kind)
        words = Words(language or case.practice.language)
        composed, version = withdrawal.confirmation(imprint, case, consent, words)
        paper = _paper(
            imprint, case.case.id, words, version, partial(letter.render, composed)
        )
        return replace(paper, consent_ids=(consent_id,))

    def withdrawal_letter(
        self, notice_id: WithdrawalNoticeId, *, language: PaperLanguage | None = None
    ) -> Paper:
        """Prepare the letter to somebody who has to be told of a withdrawal."""
        kind = DocumentKind.WITHDRAWAL_LETTER
        with self._database.read() as tables:
            notice = tables.withdrawal_notices.get(notice_id)
            consent = tables.consents.get(notice.consent_id)
            case = read_case(tables, notice.case_id, self._clock.today())
            imprint = self._imprint(tables, case, kind)
        words = Words(language or case.practice.language)
        composed, version = withdrawal.letter(imprint, case, consent, notice, words)
        paper = _paper(
            imprint, case.case.id, words, version, partial(letter.render, composed)
        )
        return replace(paper, notice_id=notice_id, categories=(DataCategory.IDENTITY,))

    def disclosure_list(
        self, case_id: CaseId, *, language: PaperLanguage | None = None
    ) -> Paper:
        """Prepare the list that tells the client who got what."""
        kind = DocumentKind.DISCLOSURE_LIST
        with self._database.read() as tables:
            case = read_case(tables, case_id, self._clock.today())
            lines = tables.disclosures.of(case_id=case_id)
            documents = {each.id: each for each in tables.documents.of_case(case_id)}
            imprint = self._imprint(tables, case, kind)
        words = Words(language or case.practice.language)
        composed = list_paper.disclosure_list(imprint, case, lines, documents, words)
        render = partial(disclosure_list.render, composed)
        return _paper(imprint, case_id, words, list_paper.LIST_TEMPLATE, render)

    def _imprint(
        self, tables: Tables, case: CaseRecords, kind: DocumentKind
    ) -> Imprint:
        return new_imprint(tables, case, kind, DocumentId(self._clock.new_id()))

    def again(
        self,
        paper: Paper,
        *,
        language: PaperLanguage,
        with_information: bool,
        reader: Reader | None = None,
    ) -> Paper:
        """Prepare the same paper again: in a language, for a reader, as wished."""
        if paper.kind is DocumentKind.CONSENT_SET:
            return self.consent_set(
                paper.consent_ids,
                with_information=with_information,
                language=language,
            )
        if paper.kind in assessment_papers.ASSESSMENT_KINDS:
            return self.assessment(
                paper.kind, paper.assessment_ids, language=language, reader=reader
            )
        if paper.remade is not None:
            return paper.remade(language)
        if paper.notice_id is not None:
            return self.withdrawal_letter(paper.notice_id, language=language)
        if paper.kind is DocumentKind.WITHDRAWAL_CONFIRMATION:
            [consent_id] = paper.consent_ids
            return self.withdrawal_confirmation(consent_id, language=language)
        if paper.kind is DocumentKind.DISCLOSURE_LIST:
            return self.disclosure_list(paper.case_id, language=language)
        return self._plan(paper.case_id, paper.kind, language, reader)

    def issue(self, paper: Paper, pdf: bytes, handing: Handing) -> Issued:
        """Freeze the pages of a paper that is given out, and note to whom.

        Raises `NumberTaken`, or `NotCovered` and its kin if it may not go there;
        nothing is filed then.
        """
        with self._database.write("document.issue", paper.document_id) as tables:
            document = file_paper(tables, paper, pdf, self._clock)
            clearance = clear(tables, self._clock, document, handing, paper.left_out)
        self._announcer.announce("document")
        return Issued(document=document, clearance=clearance)

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


def file_paper(tables: Tables, paper: Paper, pdf: bytes, clock: Clock) -> Document:
    """Freeze the pages of a paper within a deed, or raise `NumberTaken`."""
    document = Document(
        id=paper.document_id,
        case_id=paper.case_id,
        kind=paper.kind,
        number=paper.number,
        version=paper.version,
        language=paper.language,
        template_version=paper.template_version,
        issued_at=clock.now(),
        sha256=sha256(pdf).hexdigest(),
        size_bytes=len(pdf),
        categories=paper.categories,
    )
    latest = tables.documents.latest_version(paper.case_id, paper.kind)
    if paper.version <= latest:
        raise NumberTaken
    tables.documents.add(document, pdf)
    for part in document_parts(document, paper.parts, parts_in(pdf), clock):
        tables.document_parts.add(part)
    if paper.notice_id is not None:
        notice = tables.withdrawal_notices.get(paper.notice_id)
        if notice.is_open:
            tables.withdrawal_notices.update(replace(notice, document_id=document.id))
    return document


def new_imprint(
    tables: Tables, case: CaseRecords, kind: DocumentKind, document_id: DocumentId
) -> Imprint:
    """Return number and version of the next paper of a kind."""
    case_id = case.case.id
    return Imprint(
        document_id=document_id,
        kind=kind,
        number=next_number(case.case.number, kind, tables.documents.of_case(case_id)),
        version=tables.documents.latest_version(case_id, kind) + 1,
    )


def _paper(
    imprint: Imprint,
    case_id: CaseId,
    words: Words,
    version: str,
    render: Callable[[], bytes],
) -> Paper:
    return Paper(
        document_id=imprint.document_id,
        case_id=case_id,
        kind=imprint.kind,
        number=imprint.number,
        version=imprint.version,
        language=words.language,
        template_version=version,
        title=imprint.title(words),
        render=render,
    )
