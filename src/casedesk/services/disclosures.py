"""Disclosures: the one way out of a case, which asks the consents and keeps the log."""

from __future__ import annotations

from dataclasses import dataclass, replace
from hashlib import sha256
from typing import TYPE_CHECKING

from casedesk.domain.consent import Direction
from casedesk.domain.content import ANYTHING
from casedesk.domain.disclosure import (
    Basis,
    DisclosureId,
    Facts,
    log_line,
    notice_line,
)
from casedesk.domain.document import NOT_FOR_PARTIES, DocumentKind
from casedesk.domain.handing import ForClientAlone, Handover, HandoverId, Whom
from casedesk.domain.permission import Question, check
from casedesk.services.circumstances import read_permissions
from casedesk.services.people import sides_of
from casedesk.words import phrases

if TYPE_CHECKING:
    from datetime import datetime

    from casedesk.domain.case import CaseId, PartyId
    from casedesk.domain.data_category import CategoryId
    from casedesk.domain.disclosure import Disclosure, Override
    from casedesk.domain.document import Document
    from casedesk.domain.entry import Entry
    from casedesk.domain.handing import Handing
    from casedesk.domain.permission import Answer, Channel, Permissions
    from casedesk.domain.withdrawal_notice import WithdrawalNotice
    from casedesk.services.announcer import Announcer
    from casedesk.services.clock import Clock
    from casedesk.services.recovery import LooseSheet
    from casedesk.services.statistic_papers import StatisticPapers
    from casedesk.services.trail import TrailService
    from casedesk.store.database import Database
    from casedesk.store.tables import Tables


class NotCleared(Exception):  # noqa: N818 - a bug, never shown as a problem
    """Something was about to leave the program that nobody has looked at."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Clearance:
    """That these very bytes may leave the program. Made in this module alone.

    Printing and saving ask for one; so no way out can go past the check.
    """

    sha256: str
    disclosure_id: DisclosureId | None = None
    """The line of the log, if they go to somebody but the client."""

    def check(self, content: bytes) -> None:
        """Raise `NotCleared` if other bytes are about to go."""
        if sha256(content).hexdigest() != self.sha256:
            raise NotCleared


def cleared_without_case(
    source: LooseSheet | TrailService | StatisticPapers, content: bytes
) -> Clearance:
    """Clear what holds nothing of any case: a sheet, the trail, the statistics."""
    del source  # asked for so that nothing else is taken for one of them
    return Clearance(sha256=sha256(content).hexdigest())


class DisclosureService:
    """Answers whether something may go, and writes down what went."""

    def __init__(self, database: Database, announcer: Announcer, clock: Clock) -> None:
        self._database = database
        self._announcer = announcer
        self._clock = clock

    def permissions(self, case_id: CaseId) -> Permissions:
        """Return everything that decides whether something may go out of a case."""
        with self._database.read() as tables:
            return read_permissions(tables, case_id)

    def check(self, case_id: CaseId, question: Question) -> Answer:
        """Answer whether something may go out of a case, or come in."""
        return check(question, self.permissions(case_id))

    def record(
        self,
        case_id: CaseId,
        question: Question,
        facts: Facts,
        override: Override | None = None,
    ) -> Disclosure:
        """Write down what goes, or raise `NotCovered` if it may not go.

        `override` names the rule of law on which it goes without the client's consent.
        """
        line_id = DisclosureId(self._clock.new_id())
        with self._database.write("disclosure.record", line_id) as tables:
            line = write_line(tables, line_id, case_id, question, facts, override)
        self._announcer.announce("disclosure")
        return line

    def record_contact(
        self,
        entry: Entry,
        question: Question,
        facts: Facts,
        override: Override | None = None,
    ) -> Disclosure:
        """Write down what was exchanged in a contact, as `record` does.

        It is asked about the day of the contact.
        """
        return self.record(
            entry.case_id,
            replace(question, day=entry.happened_on),
            replace(
                facts,
                happened_at=self._clock.moment_on(entry.happened_on),
                entry_id=entry.id,
            ),
            override,
        )

    def hand_out_again(self, document: Document, handing: Handing) -> Clearance:
        """Clear an issued document to go out once more, or raise why it may not."""
        with self._database.write("document.hand_out", document.id) as tables:
            clearance = clear(tables, self._clock, document, handing)
        self._announcer.announce("disclosure")
        return clearance

    def handovers(self, case_id: CaseId) -> list[Handover]:
        """Return which papers of a case the client got, or went to the own file."""
        with self._database.read() as tables:
            return tables.handovers.of(case_id=case_id)


def clear(
    tables: Tables,
    clock: Clock,
    document: Document,
    handing: Handing,
    left_out: tuple[CategoryId, ...] = (),
) -> Clearance:
    """Clear a document within the deed that hands it out, and note where it goes.

    Raises `NotCovered` and its kin if it may not go there.
    """
    if handing.whom is not Whom.PARTY or handing.party_id is None:
        tables.handovers.add(
            Handover(
                id=HandoverId(clock.new_id()),
                case_id=document.case_id,
                document_id=document.id,
                whom=handing.whom,
                happened_at=clock.now(),
            )
        )
        return Clearance(sha256=document.sha256)
    if document.kind in NOT_FOR_PARTIES:
        raise ForClientAlone
    if document.kind is DocumentKind.WITHDRAWAL_LETTER:
        return _cleared_letter(tables, clock, document, handing)
    line = write_line(
        tables,
        DisclosureId(clock.new_id()),
        document.case_id,
        Question(
            party_id=handing.party_id,
            direction=Direction.PASS_ON,
            categories=document.categories or ANYTHING,
            day=clock.today(),
            channel=handing.channel,
        ),
        Facts(
            happened_at=clock.now(),
            content=document.number,
            left_out=left_out,
            document_id=document.id,
            sha256=document.sha256,
            purpose=handing.purpose,
            necessity=handing.necessity,
            requested_by=handing.requested_by,
        ),
        handing.override,
    )
    return Clearance(sha256=document.sha256, disclosure_id=line.id)


def write_line(
    tables: Tables,
    line_id: DisclosureId,
    case_id: CaseId,
    question: Question,
    facts: Facts,
    override: Override | None = None,
) -> Disclosure:
    """Add a line to the log within another deed, or raise `NotCovered`."""
    answer = check(question, read_permissions(tables, case_id))
    recipient, contact = _reached(tables, question.party_id)
    [practice] = tables.practice.all()
    known = replace(
        facts,
        recipient=facts.recipient or recipient,
        contact=facts.contact or contact,
        purpose=facts.purpose or _agreed_purpose(tables, answer),
        made_by=facts.made_by or practice.holder_name,
    )
    line = log_line(line_id, case_id, answer, known, override)
    tables.disclosures.add(line)
    return line


def _cleared_letter(
    tables: Tables, clock: Clock, document: Document, handing: Handing
) -> Clearance:
    """Clear a letter that tells of a withdrawal, for the one it was written to."""
    for notice in tables.withdrawal_notices.of(document_id=document.id):
        if notice.party_id == handing.party_id:
            line = write_notice_line(
                tables, clock, notice, handing.channel, clock.now()
            )
            return Clearance(sha256=document.sha256, disclosure_id=line.id)
    raise ForClientAlone


def is_letter_out(tables: Tables, notice: WithdrawalNotice) -> bool:
    """Whether the log says already that the letter for a notice went out."""
    if notice.document_id is None:
        return False
    lines = tables.disclosures.of(document_id=notice.document_id)
    return any(line.basis is Basis.OWN_NOTICE for line in lines)


def write_notice_line(
    tables: Tables,
    clock: Clock,
    notice: WithdrawalNotice,
    channel: Channel,
    at: datetime,
) -> Disclosure:
    """Add the line that somebody is told of a withdrawal, within that deed.

    The letter is the one that was filed for the notice, and nothing else is said; so
    this cannot serve to tell anything about the client.
    """
    recipient, contact = _reached(tables, notice.party_id)
    [practice] = tables.practice.all()
    letter = notice.document_id
    facts = Facts(
        happened_at=at,
        recipient=recipient,
        contact=contact,
        sha256=tables.documents.get(letter).sha256 if letter else "",
        made_by=practice.holder_name,
    )
    line = notice_line(DisclosureId(clock.new_id()), notice, channel, facts)
    tables.disclosures.add(line)
    return line


def _agreed_purpose(tables: Tables, answer: Answer) -> str:
    """Return the purpose that the client agreed to, where it rests on a consent."""
    for item in tables.consent_items.among(answer.item_ids):
        purpose = tables.consents.get(item.consent_id).purpose
        if purpose.strip():
            return purpose
    return ""


def _reached(tables: Tables, party_id: PartyId) -> tuple[str, str]:
    """Return who a party is today and how it is reached, for the log."""
    party = tables.parties.get(party_id)
    person, organisation = sides_of(tables, party)
    function = party.function or (person.function if person else "")
    name = phrases.party_name(person, organisation)
    contacts = [
        side.phone or side.email for side in (person, organisation) if side is not None
    ]
    recipient = ", ".join(part for part in (name, function) if part)
    return recipient, next(filter(None, contacts), "")
