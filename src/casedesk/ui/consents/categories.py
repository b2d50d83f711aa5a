"""The kinds of information as the practice has them, with their names and marks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from casedesk.domain.data_category import all_categories
from casedesk.ui.language import gettext as _
from casedesk.words import phrases

if TYPE_CHECKING:
    from collections.abc import Iterable

    from casedesk.domain.data_category import CategoryId
    from casedesk.services.session import Session


class Categories:
    """Names the kinds of information; read anew where the list may have changed."""

    def __init__(self, session: Session) -> None:
        own = session.own_categories.all()
        self._own = {each.id: each for each in own}
        hidden = session.hidden_categories.all()
        self._all = all_categories(own, session.clock.today(), hidden)
        self._special = {each.id for each in self._all if each.is_special}

    def offered(self) -> list[tuple[CategoryId, str]]:
        """Return what can be chosen, each with its name and mark."""
        return [
            (each.id, self.marked(each.id))
            for each in self._all
            if each.is_offered and self.name(each.id).strip()
        ]

    def name(self, category: CategoryId) -> str:
        """Name a kind of information."""
        return phrases.category(category, self._own, _)

    def marked(self, category: CategoryId) -> str:
        """Name it, with a mark if the law protects it specially."""
        return self.name(category) + (" *" if self.is_special(category) else "")

    def listed(self, categories: Iterable[CategoryId]) -> str:
        """Name several, one after the other."""
        return ", ".join(self.marked(each) for each in categories)

    def is_special(self, category: CategoryId) -> bool:
        """Whether the law protects it specially, or the practice says so."""
        return category in self._special
