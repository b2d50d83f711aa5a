"""Readers: for whom a paper is, and what they may read of it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from casedesk.domain.consent import Direction
from casedesk.domain.minimisation import gets_neutral_texts
from casedesk.domain.permission import MAY_GO, Channel, Question, check
from casedesk.services.paper_words.excerpt import Excerpt

if TYPE_CHECKING:
    from casedesk.domain.case import PartyId
    from casedesk.domain.data_category import CategoryId
    from casedesk.services.paper_words.case_records import CaseRecords


@dataclass(frozen=True, slots=True, kw_only=True)
class Reader:
    """Somebody of the case for whom a paper is, and how it gets there.

    `by_law` lets them read, too, what no consent covers, but never more than somebody
    of their kind may ever get.
    """

    party_id: PartyId
    channel: Channel = Channel.HANDED_OVER
    by_law: bool = False


def excerpt_for(
    case: CaseRecords, kinds: tuple[CategoryId, ...], reader: Reader
) -> Excerpt | None:
    """Return what a reader may read, or nothing if that is all of it."""
    party = case.parties[reader.party_id]
    question = Question(
        party_id=reader.party_id,
        direction=Direction.PASS_ON,
        categories=kinds,
        day=case.today,
        channel=reader.channel,
    )
    allowed = frozenset(
        each.category
        for each in check(question, case.permissions).findings
        if each.verdict in MAY_GO or (reader.by_law and not each.is_above_profile)
    )
    is_neutral = gets_neutral_texts(party.party.roles)
    if allowed.issuperset(kinds) and not is_neutral:
        return None
    return Excerpt(allowed=allowed, is_neutral=is_neutral, reader=party.name)
