"""Consent: what a client has declared, to whom it applies, and for how long."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum
from typing import TYPE_CHECKING, NewType

from casedesk.domain.dates import add_months
from casedesk.domain.problems import RuleBroken

if TYPE_CHECKING:
    from datetime import date

    from casedesk.domain.case import CaseId, PartyId

ConsentId = NewType("ConsentId", str)
ConsentItemId = NewType("ConsentItemId", str)

DUE_DAYS = 30
DEFAULT_MONTHS = 12


class ConsentKind(StrEnum):
    """Four declarations that are never mixed (reference 2.1)."""

    AGREEMENT = "agreement"
    POWER_OF_ATTORNEY = "power_of_attorney"
    RELEASE = "release"
    DATA_PROTECTION = "data_protection"


WITH_RECIPIENTS = (ConsentKind.RELEASE, ConsentKind.DATA_PROTECTION)


class ConsentState(StrEnum):
    """Where a declaration stands, derived from its dates."""

    DRAFT = "draft"
    EXPLAINED = "explained"
    IN_FORCE = "in_force"
    DUE = "due"
    EXPIRED = "expired"
    WITHDRAWN = "withdrawn"


class Direction(StrEnum):
    """Which way information may go."""

    OBTAIN = "obtain"
    PASS_ON = "pass_on"  # noqa: S105 - a direction, no password
    BOTH = "both"


class DataCategory(StrEnum):
    """A kind of information."""

    IDENTITY = "identity"
    HEALTH = "health"
    MEDICATION = "medication"
    CARE_NEEDS = "care_needs"
    WORK_CAPACITY = "work_capacity"
    REPORTS = "reports"
    FINANCES = "finances"
    HOUSING_FAMILY = "housing_family"
    EDUCATION_WORK = "education_work"
    BENEFITS = "benefits"
    ADDICTION = "addiction"
    LEGAL_PROCEEDINGS = "legal_proceedings"


# GDPR Art. 9(1); Swiss DSG Art. 5 lit. c also names social help and proceedings.
SPECIAL_CATEGORIES = (
    DataCategory.HEALTH,
    DataCategory.MEDICATION,
    DataCategory.CARE_NEEDS,
    DataCategory.WORK_CAPACITY,
    DataCategory.REPORTS,
    DataCategory.BENEFITS,
    DataCategory.ADDICTION,
    DataCategory.LEGAL_PROCEEDINGS,
)


class Means(StrEnum):
    """How information travels."""

    SPOKEN = "spoken"
    WRITTEN = "written"
    ENCRYPTED_MAIL = "encrypted_mail"
    CONFERENCE = "conference"


class Capacity(StrEnum):
    """Whether the client can decide in this matter."""

    GIVEN = "given"
    DOUBTFUL = "doubtful"
    NOT_GIVEN = "not_given"


class Signer(StrEnum):
    """Who signs."""

    CLIENT = "client"
    REPRESENTATIVE = "representative"
    BOTH = "both"


class SignedBeforeExplained(RuleBroken):
    """A declaration counts only if it was explained before it was signed."""


class WithdrawnBeforeSigned(RuleBroken):
    """What was never signed cannot be withdrawn."""


class SignedWordsStay(RuleBroken):
    """The words of a signed declaration are those that were signed."""


class EndsBeforeSigned(RuleBroken):
    """The validity would end before the signature."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Consent:
    """One declaration of a client, from draft to withdrawal."""

    id: ConsentId
    case_id: CaseId
    kind: ConsentKind
    aim: str = ""
    purpose: str = ""
    scope: str = ""
    consequences_agree: str = ""
    consequences_refuse: str = ""
    consequences_withdraw: str = ""
    explained_on: date | None = None
    explained_by: str = ""
    explained_minutes: int | None = None
    language: str = ""
    interpreter: str = ""
    aids: str = ""
    questions: str = ""
    material: str = ""
    capacity: Capacity | None = None
    capacity_note: str = ""
    signer: Signer = Signer.CLIENT
    signed_on: date | None = None
    signed_at: str = ""
    valid_until: date | None = None
    withdrawn_on: date | None = None
    withdrawal_note: str = ""

    def state_on(self, day: date) -> ConsentState:
        """Return where the declaration stands on `day`."""
        if self.withdrawn_on is not None and self.withdrawn_on <= day:
            return ConsentState.WITHDRAWN
        if self.signed_on is None or self.signed_on > day:
            explained = self.explained_on is not None and self.explained_on <= day
            return ConsentState.EXPLAINED if explained else ConsentState.DRAFT
        if self.valid_until is None:
            return ConsentState.IN_FORCE
        if self.valid_until < day:
            return ConsentState.EXPIRED
        is_due = self.valid_until - day <= timedelta(days=DUE_DAYS)
        return ConsentState.DUE if is_due else ConsentState.IN_FORCE

    def covers(self, day: date) -> bool:
        """Whether the declaration counts on `day`."""
        return self.state_on(day) in (ConsentState.IN_FORCE, ConsentState.DUE)


@dataclass(frozen=True, slots=True, kw_only=True)
class ConsentItem:
    """One recipient in a declaration: which way, about what, by which means."""

    id: ConsentItemId
    case_id: CaseId
    consent_id: ConsentId
    party_id: PartyId
    direction: Direction = Direction.BOTH
    categories: tuple[DataCategory, ...] = ()
    means: tuple[Means, ...] = ()
    valid_until: date | None = None


# What may still be noted about a declaration that was signed.
_AFTER_SIGNING = frozenset(
    {
        "signer",
        "signed_on",
        "signed_at",
        "valid_until",
        "withdrawn_on",
        "withdrawal_note",
    }
)


def check_change(before: Consent, field: str) -> None:
    """Raise `SignedWordsStay` if a field no longer changes after the signature."""
    if before.signed_on is not None and field not in _AFTER_SIGNING:
        raise SignedWordsStay


def proposed_end(signed_on: date) -> date:
    """Return until when a declaration is valid unless agreed otherwise."""
    return add_months(signed_on, DEFAULT_MONTHS)


def check_consent(consent: Consent) -> None:
    """Raise the `RuleBroken` that the dates of a declaration offend against."""
    if consent.signed_on is not None:
        if consent.explained_on is None or consent.explained_on > consent.signed_on:
            raise SignedBeforeExplained
        if consent.valid_until is not None and consent.valid_until < consent.signed_on:
            raise EndsBeforeSigned
    if consent.withdrawn_on is not None and (
        consent.signed_on is None or consent.withdrawn_on < consent.signed_on
    ):
        raise WithdrawnBeforeSigned
