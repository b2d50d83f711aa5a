"""One line of the client list: who, and how the case stands."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from casedesk.domain.account_use import NOTHING_APPROVED

if TYPE_CHECKING:
    from datetime import date

    from casedesk.domain.account_use import AccountUse
    from casedesk.domain.case import CaseId
    from casedesk.domain.client import ClientId
    from casedesk.domain.phase import Phase


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseLine:
    """A case as the list of clients shows it."""

    case_id: CaseId
    client_id: ClientId
    family_name: str
    given_name: str
    number: str
    title: str
    opened_on: date
    closed_on: date | None
    phases: tuple[Phase, ...]
    use: AccountUse = NOTHING_APPROVED

    @property
    def initials(self) -> str:
        """The first letters of given and family name."""
        return (self.given_name[:1] + self.family_name[:1]).upper()

    @property
    def name(self) -> str:
        """Family name first."""
        return ", ".join(part for part in (self.family_name, self.given_name) if part)
