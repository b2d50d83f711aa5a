"""Providers: what somebody of the network offers, where, and how soon."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, NewType, TypeAlias

from casedesk.domain.problems import RuleBroken
from casedesk.domain.spelling import folded

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from casedesk.domain.network import OrganisationId, PersonId

ProviderId = NewType("ProviderId", str)
ServiceKindId = NewType("ServiceKindId", str)

_RANGE = re.compile(r"(\d{2,5})\s*[-–]\s*(\d{2,5})")
_DIGITS = re.compile(r"\d{1,5}")
_CODE = "#"  # before the digits of a postcode, to tell them from a place
ANYWHERE = "*"


class Service(StrEnum):
    """A kind of service that every practice can choose from."""

    HOME_NURSING = "home_nursing"
    HOME_HELP = "home_help"
    MEALS = "meals"
    TRANSPORT = "transport"
    DAY_CARE = "day_care"
    SHORT_TERM_CARE = "short_term_care"
    RESIDENTIAL_CARE = "residential_care"
    RELIEF = "relief"
    REHABILITATION = "rehabilitation"
    THERAPY = "therapy"
    PSYCHIATRY = "psychiatry"
    ADDICTION_HELP = "addiction_help"
    PALLIATIVE_CARE = "palliative_care"
    COUNSELLING = "counselling"
    DEBT_COUNSELLING = "debt_counselling"
    LEGAL_ADVICE = "legal_advice"
    HOUSING = "housing"
    WORK = "work"
    EDUCATION = "education"
    CHILD_AND_FAMILY = "child_and_family"
    AIDS = "aids"
    INTERPRETING = "interpreting"
    VOLUNTEERS = "volunteers"
    SELF_HELP = "self_help"
    EMERGENCY = "emergency"


ServiceKey: TypeAlias = Service | ServiceKindId
"""One that CaseDesk knows, or the id of one that the practice added."""


class Accessibility(StrEnum):
    """What makes an offer reachable for somebody."""

    WHEELCHAIR = "wheelchair"
    LIFT = "lift"
    HOME_VISITS = "home_visits"
    VIDEO = "video"
    SIGN_LANGUAGE = "sign_language"
    PLAIN_LANGUAGE = "plain_language"
    INTERPRETER = "interpreter"
    PUBLIC_TRANSPORT = "public_transport"
    WOMEN_ONLY = "women_only"
    FREE_OF_CHARGE = "free_of_charge"


class ProviderOfNobody(RuleBroken):
    """What is offered belongs to one person or one organisation."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ServiceKind:
    """A kind of service that a practice added, or a known one that it hides.

    Its id is then the value of the `Service`.
    """

    id: ServiceKindId
    name: str = ""
    position: int = 0
    is_hidden: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Provider:
    """What somebody of the network offers. `experience` is never printed."""

    id: ProviderId
    person_id: PersonId | None = None
    organisation_id: OrganisationId | None = None
    services: tuple[ServiceKey, ...] = ()
    regions: tuple[str, ...] = ()
    """Places, postcodes (`8400`, `84`, `8000-8999`), cantons and the like."""
    languages: tuple[str, ...] = ()
    accessibility: tuple[Accessibility, ...] = ()
    conditions: str = ""
    waiting_weeks: int | None = None
    waiting_note: str = ""
    waiting_told_on: date | None = None
    verified_on: date | None = None
    experience: str = ""
    """The practice's own, private: on no paper and in no export for others."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ProviderLine:
    """Somebody of the network in a list to choose from, with what they offer."""

    person_id: PersonId | None
    organisation_id: OrganisationId | None
    name: str
    town: str
    phone: str
    provider: Provider | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Wish:
    """What is looked for among the providers; what is empty does not matter."""

    typed: str = ""
    service: ServiceKey | None = None
    postcode: str = ""
    places: tuple[str, ...] = ()
    language: str = ""
    accessibility: tuple[Accessibility, ...] = ()
    most_weeks: int | None = None
    verified_since: date | None = None

    @property
    def asks_for_offers(self) -> bool:
        """Whether only those count of whom it is known what they offer.

        A region alone leaves out only those of whom another region is known.
        """
        rest = Wish(typed=self.typed, postcode=self.postcode, places=self.places)
        return self != rest


def check_provider(provider: Provider) -> None:
    """Raise `ProviderOfNobody` unless exactly one of both is named."""
    if (provider.person_id is None) == (provider.organisation_id is None):
        raise ProviderOfNobody


def region_terms(regions: Iterable[str]) -> frozenset[str]:
    """Return the terms under which regions are found: places, digits, or anywhere.

    Somebody of whom no region is known may serve everywhere.
    """
    listed = [each.strip() for each in regions if each.strip()]
    if not listed:
        return frozenset({ANYWHERE})
    return frozenset(term for region in listed for term in _terms(region))


def wanted_terms(postcode: str, places: Iterable[str]) -> frozenset[str]:
    """Return the terms of regions that hold a postcode or are one of the places."""
    named = {folded(each).strip() for each in places} - {""}
    digits = {_CODE + postcode[:n] for n in range(len(postcode) + 1) if postcode}
    return frozenset({ANYWHERE} | named | digits) if named or digits else frozenset()


def language_terms(languages: Iterable[str]) -> frozenset[str]:
    """Return the terms under which languages are found."""
    return frozenset(folded(each).strip() for each in languages) - {""}


def _terms(region: str) -> list[str]:
    span = _RANGE.fullmatch(region)
    if span is not None and len(span[1]) == len(span[2]):
        return [_CODE + each for each in _covering(span[1], span[2])]
    is_code = bool(_DIGITS.fullmatch(region))
    return [_CODE + region if is_code else folded(region)]


def _covering(first: str, last: str, start: str = "") -> list[str]:
    """Return the shortest beginnings that all numbers from first to last share."""
    low, high = start.ljust(len(first), "0"), start.ljust(len(first), "9")
    if high < first or low > last:
        return []
    if first <= low and high <= last:
        return [start]
    return [each for n in "0123456789" for each in _covering(first, last, start + n)]
