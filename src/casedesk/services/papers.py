"""Papers: prepared from the vault, rendered elsewhere, filed when given out."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from hashlib import sha256
from typing import TYPE_CHECKING

from casedesk.domain.data_category import DataCategory
from casedesk.domain.document import (
    Document,
    DocumentId,
    DocumentKind,
    NumberTaken,
    PaperBehind,
)
from casedesk.pdf import (
    care_plan,
    care_plan_client,
    consent_set,
    disclosure_list,
    letter,
)
from casedesk.pdf.parts import parts_in
from casedesk.services.conference_papers import note_issued
from casedesk.services.disclosures import clear
from casedesk.services.entry_prints import lock_entries
from casedesk.services.paper import Issued, Paper, held_back, new_imprint, prepared
from casedesk.services.paper_words import assessment_papers, declarations, withdrawal
from casedesk.services.paper_words import care_plan as plan_paper
from casedesk.services.paper_words import care_plan_client as client_paper
from casedesk.services.paper_words import disclosure_list as list_paper
from casedesk.services.paper_words.assessment_report import ASSESSMENT_TEMPLATE
from casedesk.services.paper_words.case_records import read_case
from casedesk.services.paper_words.excerpt import kinds_in_plan
from casedesk.services.paper_words.plan_records import read_plan
from casedesk.services.paper_words.reader import Reader, excerpt_for
from casedesk.services.printed_parts import (
    consent_parts,
    document_parts,
    information_part,
    plan_part,
)
from casedesk.words.catalog import Words

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from casedesk.domain.assessment import AssessmentId
    from casedesk.domain.case import CaseId
    from casedesk.domain.consent import ConsentId
    from casedesk.domain.handing import Handing
    from casedesk.domain.plan import PlanId
    from casedesk.domain.plan_version import Agreed
    from casedesk.domain.practice import PaperLanguage
    from casedesk.domain.withdrawal_notice import WithdrawalNoticeId
    from casedesk.services.announcer import Announcer
    from casedesk.services.clock import Clock
    from casedesk.services.paper_words.case_records import CaseRecords
    from casedesk.services.paper_words.imprint import Imprint
    from casedesk.services.paper_words.signing_lines import Drawing
    from casedesk.store.database import Database
    from casedesk.store.tables import Tables


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
        render = partial(consent_set.render, composed)
        return replace(
            prepared(imprint, case_id, words, template_version, render),
            consent_ids=ids,
            with_information=with_information,
            parts=tuple(parts),
        )

    def information_sheet(
        self, case_id: CaseId, *, language: PaperLanguage | None = None
    ) -> Paper:
        """Prepare the information sheet alone, which is received and not signed."""
        with self._database.read() as tables:
            case = read_case(tables, case_id, self._clock.today())
            imprint = self._imprint(tables, case, DocumentKind.CONSENT_SET)
            words = Words(language or case.practice.language)
            part = information_part(tables, case, words.language)
        composed, template_version = declarations.consent_set(
            imprint, case, (), words, with_information=True
        )
        render = partial(consent_set.render, composed)
        return replace(
            prepared(imprint, case_id, words, template_version, render),
            with_information=True,
            parts=(part,),
        )

    def care_plan(
        self,
        case_id: CaseId,
        *,
        language: PaperLanguage | None = None,
        reader: Reader | None = None,
        agreed: Agreed | None = None,
        plan_id: PlanId | None = None,
    ) -> Paper:
        """Prepare the care plan as professionals read it.

        A `reader` gets no more of it than consent, law and their profile allow. As
        `agreed`, it says how, and leaves nothing to be ticked. Without `plan_id`, it
        is the newest version.
        """
        kind = DocumentKind.CARE_PLAN
        paper = self._plan(
            case_id, kind, language, reader, agreed=agreed, plan_id=plan_id
        )
        if plan_id is None:
            return paper
        return replace(
            paper,
            cut_anew=lambda other, who: self.care_plan(
                case_id, language=other, reader=who, plan_id=plan_id
            ),
        )

    def care_plan_client(
        self,
        case_id: CaseId,
        *,
        language: PaperLanguage | None = None,
        plan_id: PlanId | None = None,
    ) -> Paper:
        """Prepare the care plan as the client reads it: the newest version, or one."""
        kind = DocumentKind.CARE_PLAN_CLIENT
        paper = self._plan(case_id, kind, language, plan_id=plan_id)
        if plan_id is None:
            return paper
        return replace(
            paper,
            remade=lambda other: self.care_plan_client(
                case_id, language=other, plan_id=plan_id
            ),
        )

    def drawn_plan(self, case_id: CaseId, shown: Paper, drawing: Drawing) -> Paper:
        """Prepare the plan that was shown, with what was drawn beneath it."""
        return self._plan(
            case_id, shown.kind, shown.language, drawing=drawing, like=shown
        )

    def _plan(
        self,
        case_id: CaseId,
        kind: DocumentKind,
        language: PaperLanguage | None,
        reader: Reader | None = None,
        *,
        drawing: Drawing | None = None,
        like: Paper | None = None,
        agreed: Agreed | None = None,
        plan_id: PlanId | None = None,
    ) -> Paper:
        with self._database.read() as tables:
            case = read_case(tables, case_id, self._clock.today())
            records = read_plan(tables, case_id, plan_id)
            imprint = (
                self._imprint(tables, case, kind) if like is None else like.imprint
            )
            part = plan_part(tables, case, records, plan_paper.PLAN_TEMPLATE)
        if agreed is not None:
            records = replace(records, plan=agreed.said_in(records.plan))
        words = Words(language or case.practice.language)
        kinds = kinds_in_plan(case, records)
        shown = kinds
        render: Callable[[], bytes]
        if kind is DocumentKind.CARE_PLAN:
            excerpt = excerpt_for(case, kinds, reader) if reader else None
            shown = kinds_in_plan(case, records, excerpt)
            plan = plan_paper.care_plan(imprint, case, records, words, excerpt, drawing)
            render = partial(care_plan.render, plan)
        else:
            mine = client_paper.care_plan_client(imprint, case, records, words, drawing)
            render = partial(care_plan_client.render, mine)
        return replace(
            prepared(imprint, case_id, words, plan_paper.PLAN_TEMPLATE, render),
            categories=shown,
            left_out=held_back(kinds, shown),
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
        paper = prepared(imprint, case_id, words, ASSESSMENT_TEMPLATE, made.render)
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
        render = partial(letter.render, composed)
        paper = prepared(imprint, case.case.id, words, version, render)
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
        render = partial(letter.render, composed)
        paper = prepared(imprint, case.case.id, words, version, render)
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
        return prepared(imprint, case_id, words, list_paper.LIST_TEMPLATE, render)

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
            if not paper.consent_ids:
                return self.information_sheet(paper.case_id, language=language)
            return self.consent_set(
                paper.consent_ids,
                with_information=with_information,
                language=language,
            )
        if paper.kind in assessment_papers.ASSESSMENT_KINDS:
            return self.assessment(
                paper.kind, paper.assessment_ids, language=language, reader=reader
            )
        if (anew := paper.made_anew(language, reader)) is not None:
            return anew
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

        Raises what `file_paper` does, or `NotCovered` and its kin if it may not go
        there; nothing is filed then.
        """
        with self._database.write("document.issue", paper.document_id) as tables:
            document = file_paper(tables, paper, pdf, self._clock)
            clearance = clear(tables, self._clock, document, handing, paper.left_out)
            note_issued(tables, paper, handing, self._clock.today())
            noted = paper.filed(tables, document, handing) if paper.filed else ""
        self._announcer.announce("document")
        if paper.conference_id is not None:
            self._announcer.announce("conference")
        if noted:
            self._announcer.announce(noted)
        return Issued(document=document, clearance=clearance)


def file_paper(tables: Tables, paper: Paper, pdf: bytes, clock: Clock) -> Document:
    """Freeze the pages within a deed, or raise `NumberTaken` or `PaperBehind`."""
    if paper.is_as_shown is not None and not paper.is_as_shown(tables):
        raise PaperBehind
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
    lock_entries(tables, paper, clock)
    for part in document_parts(document, paper.parts, parts_in(pdf), clock):
        tables.document_parts.add(part)
    if paper.notice_id is not None:
        notice = tables.withdrawal_notices.get(paper.notice_id)
        if notice.is_open:
            tables.withdrawal_notices.update(replace(notice, document_id=document.id))
    return document
