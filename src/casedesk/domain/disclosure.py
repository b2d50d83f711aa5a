"""Disclosure: the log of what was obtained and passed on, and on what it rests."""

from __future__ import annotations

from dataclasses import dataclass, fields
from enum import StrEnum
from typing import TYPE_CHECKING, NewType

from casedesk.domain.consent import Direction
from casedesk.domain.data_category import DataCategory
from casedesk.domain.permission import Channel, Verdict
from casedesk.domain.problems import RuleBroken
from casedesk.domain.statute import check_reason

if TYPE_CHECKING:
    from datetime import date, datetime

    from casedesk.domain.case import CaseId, PartyId
    from casedesk.domain.consent import ConsentItemId
    from casedesk.domain.data_category import CategoryId
    from casedesk.domain.document import DocumentId
    from casedesk.domain.entry import EntryId
    from casedesk.domain.permission import Answer
    from casedesk.domain.statute import Statute
    from casedesk.domain.withdrawal_notice import WithdrawalNotice

DisclosureId = NewType("DisclosureId", str)


class Basis(StrEnum):
    """On what a disclosure rests."""

    CONSENT = "consent"
    STATUTE = "statute"
    OWN_NOTICE = "own_notice"  # that a consent was withdrawn; nothing about the client


class NotCovered(RuleBroken):
    """Neither a consent in force nor a rule of law covers what would go."""

    def __init__(self, answer: Answer | None = None) -> None:
        super().__init__()
        self.answer = answer


class AboveProfile(NotCovered):
    """Somebody of this kind may never get it, whatever covers it (BGE 143 IV 209)."""


class NotConfirmed(RuleBroken):
    """Passing on without the client's consent has to be confirmed a second time."""


class LogStays(RuleBroken):
    """What was disclosed stays in the log as it was written."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Disclosure:
    """A line of the log: what went to whom, how, why, and on what it rests.

    Fields as in reference 4.4. Only what comes later can be added to it.
    """

    id: DisclosureId
    case_id: CaseId
    happened_at: datetime
    direction: Direction
    party_id: PartyId | None = None
    recipient: str = ""
    contact: str = ""
    channel: Channel = Channel.LETTER
    categories: tuple[CategoryId, ...] = ()
    content: str = ""
    left_out: tuple[CategoryId, ...] = ()
    document_id: DocumentId | None = None
    sha256: str = ""
    entry_id: EntryId | None = None
    purpose: str = ""
    basis: Basis = Basis.CONSENT
    item_ids: tuple[ConsentItemId, ...] = ()
    statute: Statute | None = None
    statute_named: str = ""
    reason: str = ""
    is_against_wish: bool = False
    necessity: str = ""
    requested_by: str = ""
    made_by: str = ""
    client_informed_on: date | None = None
    client_informed_how: str = ""
    returned_on: date | None = None
    addendum: str = ""

    @property
    def is_without_consent(self) -> bool:
        """Whether it went by law, without the client's consent."""
        return self.basis is Basis.STATUTE


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """What the log has to know beside what was asked (reference 4.4)."""

    happened_at: datetime
    recipient: str = ""
    contact: str = ""
    content: str = ""
    left_out: tuple[CategoryId, ...] = ()
    document_id: DocumentId | None = None
    sha256: str = ""
    entry_id: EntryId | None = None
    purpose: str = ""
    necessity: str = ""
    requested_by: str = ""
    made_by: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Override:
    """A rule of law on which something goes that no consent covers."""

    statute: Statute
    named: str = ""
    reason: str = ""
    is_confirmed: bool = False


_ADDED_LATER = frozenset(
    {"client_informed_on", "client_informed_how", "returned_on", "addendum"}
)


def check_log_change(before: Disclosure, after: Disclosure | None) -> None:
    """Raise `LogStays` unless only what comes later is added to a line."""
    if after is None:
        raise LogStays
    for field in fields(before):
        changed = getattr(before, field.name) != getattr(after, field.name)
        if changed and field.name not in _ADDED_LATER:
            raise LogStays


def log_line(
    line_id: DisclosureId,
    case_id: CaseId,
    answer: Answer,
    facts: Facts,
    override: Override | None = None,
) -> Disclosure:
    """Return the line of the log for what goes, or raise why it may not go.

    Raises `AboveProfile` if something may never go there, whatever rule is named;
    `NotCovered` if something is blocked and no rule of law is named for it;
    `ReasonMissing`, `StatuteNotNamed` or `NotConfirmed` if that is left open.
    """
    question, blocked = answer.question, answer.blocked
    if answer.above_profile:
        raise AboveProfile(answer)
    if not answer.findings or (blocked and override is None):
        raise NotCovered(answer)
    used = override if blocked else None
    if used is not None:
        check_reason(used.statute, used.named, used.reason)
        if not used.is_confirmed:
            raise NotConfirmed
    is_by_law = used is not None or bool(answer.statutory_ids)
    return Disclosure(
        id=line_id,
        case_id=case_id,
        happened_at=facts.happened_at,
        direction=question.direction,
        party_id=question.party_id,
        recipient=facts.recipient,
        contact=facts.contact,
        channel=question.channel or Channel.HANDED_OVER,
        categories=question.categories,
        content=facts.content,
        left_out=facts.left_out,
        document_id=facts.document_id,
        sha256=facts.sha256,
        entry_id=facts.entry_id,
        purpose=facts.purpose,
        basis=Basis.STATUTE if is_by_law else Basis.CONSENT,
        item_ids=answer.item_ids,
        statute=used.statute if used else None,
        statute_named=used.named if used else "",
        reason=used.reason if used else "",
        is_against_wish=any(each.verdict is Verdict.WITHHELD for each in blocked),
        necessity=facts.necessity,
        requested_by=facts.requested_by,
        made_by=facts.made_by,
    )


def notice_line(
    line_id: DisclosureId, notice: WithdrawalNotice, channel: Channel, facts: Facts
) -> Disclosure:
    """Return the line of the log for telling somebody of a withdrawal.

    It needs no consent, and so it holds who the client is and nothing else: what
    `facts` say of contents, purposes and things left out is not taken over.
    """
    return Disclosure(
        id=line_id,
        case_id=notice.case_id,
        happened_at=facts.happened_at,
        direction=Direction.PASS_ON,
        party_id=notice.party_id,
        recipient=facts.recipient,
        contact=facts.contact,
        channel=channel,
        categories=(DataCategory.IDENTITY,),
        document_id=notice.document_id,
        sha256=facts.sha256,
        basis=Basis.OWN_NOTICE,
        made_by=facts.made_by,
    )
