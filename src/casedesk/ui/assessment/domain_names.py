"""The names of the domains of life, those of the practice among them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from casedesk.domain.life_domain import LifeDomain
from casedesk.ui.language import gettext as _
from casedesk.words import phrases
from casedesk.words.guidance import guidance

if TYPE_CHECKING:
    from casedesk.domain.assessment import DomainEntry
    from casedesk.domain.case import CaseId
    from casedesk.domain.life_domain import DomainKey, OwnDomain
    from casedesk.services.session import Session


class DomainNames:
    """Names the domains; made anew where the practice may have changed its own."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._own: dict[str, OwnDomain] = {
            each.id: each for each in session.own_domains.all()
        }

    def name(self, key: DomainKey) -> str:
        """Name a domain."""
        return phrases.life_domain(key, self._own, _)

    def of(self, entry: DomainEntry) -> str:
        """Name the domain of an entry as it was called when that was confirmed."""
        return entry.named or self.name(entry.life_domain)

    def guidance(self, entry: DomainEntry) -> str:
        """Return what to ask about a domain in the area of the case."""
        key = entry.life_domain
        if isinstance(key, LifeDomain):
            case = self._session.case_records.get(entry.case_id)
            return guidance(key, case.area, _)
        return self._own[key].guidance if key in self._own else ""

    def offered(self, case_id: CaseId) -> list[tuple[object, str]]:
        """Return the domains that can be chosen in a case, each with its name."""
        area = self._session.case_records.get(case_id).area
        keys = self._session.life_domains.offered(area)
        return [(key, self.name(key)) for key in keys]
