"""Whom has to be told that a consent, or a row of it, was withdrawn (GDPR Art. 19)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NewType

from casedesk.domain.problems import RuleBroken

if TYPE_CHECKING:
    from datetime import date

    from casedesk.domain.case import CaseId, PartyId
    from casedesk.domain.consent import ConsentId
    from casedesk.domain.data_category import CategoryId
    from casedesk.domain.document import DocumentId
    from casedesk.domain.permission import Channel

WithdrawalNoticeId = NewType("WithdrawalNoticeId", str)


class ToldAlready(RuleBroken):
    """Whom was told once stands in the log of disclosures."""


class ToldBeforeWithdrawn(RuleBroken):
    """Nobody can be told of a withdrawal before its day."""


@dataclass(frozen=True, slots=True, kw_only=True)
class WithdrawalNotice:
    """A recipient who had received something under what was withdrawn."""

    id: WithdrawalNoticeId
    case_id: CaseId
    consent_id: ConsentId
    party_id: PartyId
    categories: tuple[CategoryId, ...] = ()
    withdrawn_on: date
    told_on: date | None = None
    channel: Channel | None = None
    how: str = ""
    document_id: DocumentId | None = None

    @property
    def is_open(self) -> bool:
        """Whether the recipient still has to be told."""
        return self.told_on is None


def check_notice(notice: WithdrawalNotice) -> None:
    """Raise `ToldBeforeWithdrawn` if the dates contradict each other."""
    if notice.told_on is not None and notice.told_on < notice.withdrawn_on:
        raise ToldBeforeWithdrawn
