"""The kinds of services as the practice has them, with their names."""

from __future__ import annotations

from typing import TYPE_CHECKING

from casedesk.domain.provider import Service
from casedesk.services.providing import offered
from casedesk.ui import wording

if TYPE_CHECKING:
    from collections.abc import Iterable

    from casedesk.domain.provider import ServiceKey
    from casedesk.services.session import Session


class ServiceNames:
    """Names kinds of services; read anew where the list may have changed."""

    def __init__(self, session: Session) -> None:
        self._kinds = session.providing.service_kinds()
        self._own = {each.id: each.name for each in self._kinds}

    def offered(self) -> list[tuple[object, str]]:
        """Return what can be chosen, by name."""
        named = [(key, self.name(key)) for key in offered(self._kinds)]
        found = [(key, name) for key, name in named if name.strip()]
        return [*sorted(found, key=lambda each: each[1].casefold())]

    def name(self, key: ServiceKey) -> str:
        """Name a kind of service."""
        if isinstance(key, Service):
            return wording.label(key)
        return self._own.get(key, "")

    def listed(self, keys: Iterable[ServiceKey]) -> str:
        """Name several, one after the other."""
        return ", ".join(filter(None, map(self.name, keys)))
