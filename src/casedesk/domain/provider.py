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


def serves(regions: Iterable[str], postcode: str, places: Iterable[str]) -> bool:
    """Whether one of the regions holds a postcode or is one of the places.

    Somebody of whom no region is known may serve everywhere.
    """
    listed = [each for each in regions if each.strip()]
    wanted = {folded(each).strip() for each in places} - {""}
    if not listed or not (postcode or wanted):
        return True
    return any(
        _holds(region, postcode) or folded(region).strip() in wanted
        for region in listed
    )


def speaks(languages: Iterable[str], language: str) -> bool:
    """Whether a language is among those that somebody speaks."""
    wanted = folded(language).strip()
    return any(wanted in folded(each) for each in languages)


def _holds(region: str, postcode: str) -> bool:
    """Whether a postcode lies in a range, or begins with the digits of a region."""
    if not postcode:
        return False
    span = _RANGE.fullmatch(region.strip())
    if span is not None:
        width = len(span[1])
        return span[1] <= postcode[:width] <= span[2][:width]
    return bool(_DIGITS.fullmatch(region.strip())) and postcode.startswith(
        region.strip()
    )
