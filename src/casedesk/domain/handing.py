"""Handing: for whom a paper leaves the program."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, NewType

from casedesk.domain.permission import Channel
from casedesk.domain.problems import RuleBroken

if TYPE_CHECKING:
    from datetime import datetime

    from casedesk.domain.case import CaseId, PartyId
    from casedesk.domain.disclosure import Override
    from casedesk.domain.document import DocumentId

HandoverId = NewType("HandoverId", str)


class Whom(StrEnum):
    """For whom a paper is."""

    CLIENT = "client"
    OWN_FILE = "own_file"
    PARTY = "party"


class ForClientAlone(RuleBroken):
    """This paper is handed to nobody but the client."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Handing:
    """For whom a paper is, how it gets there, and why."""

    whom: Whom
    party_id: PartyId | None = None
    channel: Channel = Channel.HANDED_OVER
    purpose: str = ""
    necessity: str = ""
    requested_by: str = ""
    override: Override | None = None


TO_CLIENT = Handing(whom=Whom.CLIENT)
TO_OWN_FILE = Handing(whom=Whom.OWN_FILE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Handover:
    """A paper that the client got, or that was taken out for the own file.

    What somebody else got is a disclosure instead.
    """

    id: HandoverId
    case_id: CaseId
    document_id: DocumentId
    whom: Whom
    happened_at: datetime
