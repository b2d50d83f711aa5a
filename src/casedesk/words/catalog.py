"""The words of one language: for papers, whose language is not the window's."""

from __future__ import annotations

import gettext
from typing import TYPE_CHECKING

from casedesk.domain.practice import PaperLanguage
from casedesk.words import phrases
from casedesk.words.resources import resource

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date, datetime
    from enum import StrEnum

    from casedesk.domain.data_category import CategoryId, OwnCategory
    from casedesk.domain.dates import PartialDate
    from casedesk.domain.life_domain import DomainKey, OwnDomain
    from casedesk.domain.phase import Phase
    from casedesk.domain.practice import Language, Standard

DOMAIN = "casedesk"

# Swiss and Austrian words are kept where they differ; the rest is German as in Germany.
# French and Italian hold the words that papers for a client ask for, and no others.
CATALOGUES = {
    PaperLanguage.DE_CH: ("de_CH", "de"),
    PaperLanguage.DE_DE: ("de",),
    PaperLanguage.DE_AT: ("de_AT", "de"),
    PaperLanguage.EN: ("en",),
    PaperLanguage.FR: ("fr",),
    PaperLanguage.IT: ("it",),
    PaperLanguage.PLAIN_CH: ("de_CH", "de"),
    PaperLanguage.PLAIN_DE: ("de",),
    PaperLanguage.PLAIN_AT: ("de_AT", "de"),
}
SWISS_GERMAN = (PaperLanguage.DE_CH, PaperLanguage.PLAIN_CH)


class Words:
    """Everything printed, in one language."""

    def __init__(self, language: Language | PaperLanguage) -> None:
        self.language = PaperLanguage(language)
        self._catalogue = gettext.translation(
            DOMAIN, resource("locale"), CATALOGUES[self.language], fallback=True
        )

    def __call__(self, message: str) -> str:
        """Return a message in this language."""
        # The Swiss spelling has no ß; words taken over from German are written with ss.
        text = self._catalogue.gettext(message)
        return text.replace("ß", "ss") if self.language in SWISS_GERMAN else text

    def label(self, value: StrEnum) -> str:
        """Name a stored choice."""
        return phrases.label(value, self)

    def category(self, value: CategoryId, own: Mapping[CategoryId, OwnCategory]) -> str:
        """Name a kind of information, known or added by the practice."""
        return phrases.category(value, own, self)

    def life_domain(self, value: DomainKey, own: Mapping[str, OwnDomain]) -> str:
        """Name a domain of life, known or added by the practice."""
        return phrases.life_domain(value, own, self)

    def phase(self, value: Phase, standard: Standard) -> str:
        """Name a phase as the chosen standard calls it."""
        return phrases.phase(value, standard, self)

    def day(self, value: date | None) -> str:
        """Write a day, or nothing."""
        return phrases.day(value, self)

    def partial_day(self, value: PartialDate | None) -> str:
        """Write as much of a day as is known."""
        return phrases.partial_day(value, self)

    def moment(self, value: datetime) -> str:
        """Write a day and the time of day at this place."""
        return phrases.moment(value, self)

    def hours(self, minutes: int | None) -> str:
        """Write minutes as hours."""
        return phrases.hours(minutes, self)
