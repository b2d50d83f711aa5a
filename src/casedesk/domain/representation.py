"""Legal representation of a client, with the kinds each country knows."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, NewType

from casedesk.domain.data_category import DataCategory
from casedesk.domain.problems import RuleBroken

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from casedesk.domain.client import ClientId
    from casedesk.domain.network import PersonId
    from casedesk.domain.practice import Country

RepresentationId = NewType("RepresentationId", str)


class RepresentationKind(StrEnum):
    """On what the power to represent rests."""

    PARENTS = "parents"
    DE_BETREUUNG = "de_betreuung"
    DE_VORSORGEVOLLMACHT = "de_vorsorgevollmacht"
    DE_SPOUSE = "de_spouse"
    CH_BEISTANDSCHAFT = "ch_beistandschaft"
    CH_VORSORGEAUFTRAG = "ch_vorsorgeauftrag"
    CH_MEDICAL = "ch_medical"
    AT_VORSORGEVOLLMACHT = "at_vorsorgevollmacht"
    AT_CHOSEN = "at_chosen"
    AT_STATUTORY = "at_statutory"
    AT_COURT = "at_court"
    OTHER = "other"


class Matter(StrEnum):
    """A field of life for which somebody may decide."""

    HEALTH = "health"
    FINANCES = "finances"
    HOUSING = "housing"
    AUTHORITIES = "authorities"
    WORK = "work"
    POST = "post"
    RESIDENCE = "residence"


# In whose field a kind of information falls; who the client is falls in every one.
MATTER_OF: dict[str, Matter] = {
    DataCategory.HEALTH: Matter.HEALTH,
    DataCategory.MEDICATION: Matter.HEALTH,
    DataCategory.CARE_NEEDS: Matter.HEALTH,
    DataCategory.WORK_CAPACITY: Matter.HEALTH,
    DataCategory.REPORTS: Matter.HEALTH,
    DataCategory.ADDICTION: Matter.HEALTH,
    DataCategory.FINANCES: Matter.FINANCES,
    DataCategory.HOUSING_FAMILY: Matter.HOUSING,
    DataCategory.BENEFITS: Matter.AUTHORITIES,
    DataCategory.LEGAL_PROCEEDINGS: Matter.AUTHORITIES,
    DataCategory.EDUCATION_WORK: Matter.WORK,
}


class RepresentationEndsBeforeItBegins(RuleBroken):
    """The last day of a representation lies before its first."""


def kinds_in(country: Country) -> tuple[RepresentationKind, ...]:
    """Return the kinds that the law of a country knows (reference 2.4)."""
    prefix = f"{country.lower()}_"
    everywhere = (RepresentationKind.PARENTS, RepresentationKind.OTHER)
    own = tuple(kind for kind in RepresentationKind if kind.startswith(prefix))
    return (everywhere[0], *own, everywhere[1])


@dataclass(frozen=True, slots=True, kw_only=True)
class Representation:
    """Who may act for the client, in which matters, and on what proof."""

    id: RepresentationId
    client_id: ClientId
    kind: RepresentationKind = RepresentationKind.OTHER
    person_id: PersonId | None = None
    matters: tuple[Matter, ...] = ()
    scope: str = ""
    restrictions: str = ""
    authority: str = ""
    file_number: str = ""
    valid_from: date | None = None
    valid_until: date | None = None
    seen_on: date | None = None
    is_joint: bool = False

    @property
    def is_empty(self) -> bool:
        """Whether neither who represents nor since or until when is known."""
        return not (self.person_id or self.valid_from or self.valid_until)

    def may_decide(self, matters: Iterable[Matter]) -> bool:
        """Whether all these fields are named; to name none leaves it open."""
        return not self.matters or set(matters) <= set(self.matters)

    def is_valid_on(self, day: date) -> bool:
        """Whether the representation stands on `day`, as far as its dates say."""
        begun = self.valid_from is None or self.valid_from <= day
        return begun and (self.valid_until is None or day <= self.valid_until)


def check_representation(representation: Representation) -> None:
    """Raise `RepresentationEndsBeforeItBegins` if the dates contradict each other."""
    begin, end = representation.valid_from, representation.valid_until
    if begin and end and end < begin:
        raise RepresentationEndsBeforeItBegins
