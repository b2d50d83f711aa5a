"""Disclosures: the one way out of a case, which asks the consents and keeps the log."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from casedesk.domain.disclosure import DisclosureId, Facts, log_line, notice_line
from casedesk.domain.permission import check
from casedesk.services.circumstances import read_permissions
from casedesk.words import phrases

if TYPE_CHECKING:
    from datetime import datetime

    from casedesk.domain.case import CaseId, PartyId
    from casedesk.domain.disclosure import Disclosure, Override
    from casedesk.domain.permission import Answer, Permissions, Question
    from casedesk.domain.withdrawal_notice import WithdrawalNotice
    from casedesk.services.announcer import Announcer
    from casedesk.services.clock import Clock
    from casedesk.store.database import Database
    from casedesk.store.tables import Tables


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
        made_by=facts.made_by or practice.holder_name,
    )
    line = log_line(line_id, case_id, answer, known, override)
    tables.disclosures.add(line)
    return line


def write_notice_line(
    tables: Tables, line_id: DisclosureId, notice: WithdrawalNotice, at: datetime
) -> Disclosure:
    """Add the line that somebody was told of a withdrawal, within that deed.

    The letter is the one that was filed for the notice, and nothing else is said.
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
    line = notice_line(line_id, notice, facts)
    tables.disclosures.add(line)
    return line


def _reached(tables: Tables, party_id: PartyId) -> tuple[str, str]:
    """Return who a party is today and how it is reached, for the log."""
    party = tables.parties.get(party_id)
    person = tables.persons.find(party.person_id or "")
    employer = person.organisation_id if person else None
    organisation = tables.organisations.find(party.organisation_id or employer or "")
    function = party.function or (person.function if person else "")
    name = phrases.party_name(person, organisation)
    contacts = [
        side.phone or side.email for side in (person, organisation) if side is not None
    ]
    recipient = ", ".join(part for part in (name, function) if part)
    return recipient, next(filter(None, contacts), "")
