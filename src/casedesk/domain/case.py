"""The case: the work with one client under one mandate."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, NewType

from casedesk.domain.problems import RuleBroken
from casedesk.domain.review_rhythm import ReviewRhythm

if TYPE_CHECKING:
    from datetime import date

    from casedesk.domain.client import ClientId
    from casedesk.domain.network import OrganisationId, PersonId

CaseId = NewType("CaseId", str)
PartyId = NewType("PartyId", str)
MandateId = NewType("MandateId", str)
WEIGHTS = (1, 2, 3, 4, 5)
"""How complex a case may be: from usual to very complex."""


class Area(StrEnum):
    """The field in which case management is applied."""

    HEALTH_CARE = "health_care"
    NURSING_CARE = "nursing_care"
    SOCIAL_WORK = "social_work"
    REHABILITATION = "rehabilitation"


class PartyRole(StrEnum):
    """What somebody is in this case; one party may be several things."""

    REFERRER = "referrer"
    COMMISSIONER = "commissioner"
    PAYER = "payer"
    INVOICE_RECIPIENT = "invoice_recipient"
    FAMILY = "family"
    FRIEND = "friend"
    REPRESENTATIVE = "representative"
    PHYSICIAN = "physician"
    HOSPITAL = "hospital"
    CARE_SERVICE = "care_service"
    THERAPIST = "therapist"
    SOCIAL_SERVICE = "social_service"
    AUTHORITY = "authority"
    INSURER = "insurer"
    EMPLOYER = "employer"
    SCHOOL = "school"
    VOLUNTEER = "volunteer"
    OTHER = "other"


class PartyOfNobody(RuleBroken):
    """A part in a case belongs to a person or an organisation."""


class WeightOffTheScale(RuleBroken):
    """A case is weighted with a number that is none of the scale."""


class MandateEndsBeforeItBegins(RuleBroken):
    """The last day of a mandate lies before its first."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """One episode of case management for one client."""

    id: CaseId
    client_id: ClientId
    number: str
    title: str = ""
    area: Area = Area.HEALTH_CARE
    opened_on: date
    paused_on: date | None = None
    closed_on: date | None = None
    cycle: int = 1
    review_rhythm: ReviewRhythm = ReviewRhythm.THREE_MONTHS
    follows_id: CaseId | None = None
    """The closed case that this one goes on with."""
    weight: int = 1
    """How complex it is, for the weighted caseload."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Party:
    """A person, an organisation, or a person acting for one, with a part in a case."""

    id: PartyId
    case_id: CaseId
    person_id: PersonId | None = None
    organisation_id: OrganisationId | None = None
    roles: tuple[PartyRole, ...] = ()
    function: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Mandate:
    """What was commissioned: for what, how much, until when."""

    id: MandateId
    case_id: CaseId
    reference_number: str = ""
    purpose: str = ""
    approved_minutes: int | None = None
    approved_cents: int | None = None
    starts_on: date | None = None
    ends_on: date | None = None
    reports_due_on: tuple[date, ...] = ()
    note: str = ""


def check_case(case: Case) -> None:
    """Raise `WeightOffTheScale` if its weight is none of the scale."""
    if case.weight not in WEIGHTS:
        raise WeightOffTheScale


def check_party(party: Party) -> None:
    """Raise `PartyOfNobody` if neither person nor organisation is named."""
    if party.person_id is None and party.organisation_id is None:
        raise PartyOfNobody


def check_mandate(mandate: Mandate) -> None:
    """Raise `MandateEndsBeforeItBegins` if the dates contradict each other."""
    if mandate.starts_on and mandate.ends_on and mandate.ends_on < mandate.starts_on:
        raise MandateEndsBeforeItBegins
