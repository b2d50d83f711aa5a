"""What the search found, described well enough to be recognised."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from casedesk.domain.case import CaseId
    from casedesk.domain.client import ClientId
    from casedesk.domain.phase import Phase


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """One result: what it is, whose it is, and the words around the match."""

    noun: str
    record_id: str
    case_id: CaseId | None
    client_id: ClientId | None
    client_name: str
    excerpt: str
    phase: Phase | None = None
