"""A paper as it would be issued now, and who it is for."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from casedesk.domain.document import DocumentId, DocumentKind, file_name, next_number
from casedesk.pdf import sectioned_paper
from casedesk.services.paper_words.case_records import read_case
from casedesk.services.paper_words.imprint import Imprint

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from casedesk.domain.assessment import AssessmentId
    from casedesk.domain.case import CaseId, PartyId
    from casedesk.domain.conference import ConferenceId, ParticipantId
    from casedesk.domain.consent import ConsentId
    from casedesk.domain.data_category import CategoryId
    from casedesk.domain.document import Document
    from casedesk.domain.entry import EntryId
    from casedesk.domain.handing import Handing, Whom
    from casedesk.domain.practice import PaperLanguage
    from casedesk.domain.withdrawal_notice import WithdrawalNoticeId
    from casedesk.pdf.sectioned_paper import SectionedPaper
    from casedesk.services.clock import Clock
    from casedesk.services.disclosures import Clearance
    from casedesk.services.paper_words.case_records import CaseRecords
    from casedesk.services.paper_words.reader import Reader
    from casedesk.services.printed_parts import PaperPart
    from casedesk.store.tables import Tables
    from casedesk.words.catalog import Words


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
    filed: Callable[[Tables, Document, Handing], str] | None = None
    """What else is noted in the deed that files it; returns the noun of that."""
    is_as_shown: Callable[[Tables], bool] | None = None
    """Says whether the records still are what it shows, if issuing freezes them."""
    cut_anew: Callable[[PaperLanguage, Reader | None], Paper] | None = None
    """Prepares it for another reader, if it is cut for whoever reads it."""
    entry_ids: tuple[EntryId, ...] = ()
    """The entries of the record that stand on it; they are locked when it is issued."""
    notice_id: WithdrawalNoticeId | None = None
    """The notice of a withdrawal that this letter gives."""
    conference_id: ConferenceId | None = None
    """The case conference that it belongs to."""
    participant_id: ParticipantId | None = None
    """The one on the list of that conference to whom it is written."""
    whom: Whom | PartyId | None = None
    """For whom it is composed; nobody else gets it, though the own file may."""
    usually_for: Whom | PartyId | None = None
    """Who is proposed to get it; anybody else may be chosen."""
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

    def made_anew(self, language: PaperLanguage, reader: Reader | None) -> Paper | None:
        """Return the paper prepared again, if it knows itself how."""
        if self.cut_anew is not None:
            return self.cut_anew(language, reader)
        return None if self.remade is None else self.remade(language)

    @property
    def imprint(self) -> Imprint:
        """By what the paper is told apart from all others."""
        return Imprint(
            document_id=self.document_id,
            kind=self.kind,
            number=self.number,
            version=self.version,
        )


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


def begun(
    tables: Tables, clock: Clock, case_id: CaseId, kind: DocumentKind
) -> tuple[CaseRecords, Imprint]:
    """Return a case as it is today, with the imprint of its next paper of a kind."""
    case = read_case(tables, case_id, clock.today())
    return case, new_imprint(tables, case, kind, DocumentId(clock.new_id()))


def prepared(
    imprint: Imprint,
    case_id: CaseId,
    words: Words,
    template_version: str,
    render: Callable[[], bytes],
) -> Paper:
    """Return a paper with what every paper has."""
    return Paper(
        document_id=imprint.document_id,
        case_id=case_id,
        kind=imprint.kind,
        number=imprint.number,
        version=imprint.version,
        language=words.language,
        template_version=template_version,
        title=imprint.title(words),
        render=render,
    )


def prepared_in_sections(
    imprint: Imprint,
    case_id: CaseId,
    words: Words,
    template_version: str,
    composed: SectionedPaper,
) -> Paper:
    """Return a paper of sections with what every paper has."""
    render = partial(sectioned_paper.render, composed)
    return prepared(imprint, case_id, words, template_version, render)


def held_back(
    kinds: Sequence[CategoryId], shown: Sequence[CategoryId]
) -> tuple[CategoryId, ...]:
    """Return the kinds of information that a paper could tell and does not."""
    return tuple(each for each in kinds if each not in shown)
