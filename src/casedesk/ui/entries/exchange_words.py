"""What was exchanged in a contact, in a line beneath its text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from casedesk.domain.consent import Direction
from casedesk.ui.consents.categories import Categories
from casedesk.ui.language import gettext as _

if TYPE_CHECKING:
    from collections.abc import Sequence

    from casedesk.domain.disclosure import Disclosure
    from casedesk.services.session import Session


def exchange_words(session: Session, lines: Sequence[Disclosure]) -> list[str]:
    """Say what went which way; what went without consent is marked."""
    if not lines:
        return []
    categories = Categories(session)
    said = {
        Direction.OBTAIN: _("Obtained: {categories}"),
        Direction.PASS_ON: _("Passed on: {categories}"),
        Direction.BOTH: _("Exchanged: {categories}"),
    }
    mark = _("by law, without the client's consent")
    return [
        said[line.direction].format(categories=categories.listed(line.categories))
        + (f" (§ {mark})" if line.is_without_consent else "")
        for line in lines
    ]
