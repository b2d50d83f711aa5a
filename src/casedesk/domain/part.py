"""The part that somebody of the network has in a case."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from casedesk.domain.case import CaseId, PartyRole


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """In which case somebody is met, and as what."""

    case_id: CaseId
    case_number: str
    client_name: str
    roles: tuple[PartyRole, ...]
    function: str = ""
    is_closed: bool = False
