"""The practice: who the case manager is, and which country's words and rules apply."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import NewType

PracticeId = NewType("PracticeId", str)
THE_PRACTICE = PracticeId("practice")


class Country(StrEnum):
    """The country whose law the practice works under."""

    CH = "CH"
    DE = "DE"
    AT = "AT"


class Language(StrEnum):
    """A language, with the wording of its country."""

    DE_CH = "de_CH"
    DE_DE = "de_DE"
    DE_AT = "de_AT"
    EN = "en"


class Profession(StrEnum):
    """What the case manager is by training; it decides which secrecy law applies."""

    NURSE = "nurse"
    SOCIAL_WORKER = "social_worker"
    PSYCHOLOGIST = "psychologist"
    PHYSICIAN = "physician"
    THERAPIST = "therapist"
    INSURANCE_CASE_MANAGER = "insurance_case_manager"
    OTHER = "other"


class Standard(StrEnum):
    """The professional standard whose names the phases bear."""

    SIX_STEPS = "six_steps"
    NETZWERK_CM_CH = "netzwerk_cm_ch"
    DGCC = "dgcc"


@dataclass(frozen=True, slots=True, kw_only=True)
class Practice:
    """The one practice of a vault."""

    id: PracticeId = THE_PRACTICE
    name: str = ""
    holder_name: str = ""
    qualification: str = ""
    profession: Profession = Profession.OTHER
    country: Country = Country.CH
    language: Language = Language.DE_CH
    standard: Standard = Standard.SIX_STEPS
    street: str = ""
    postcode: str = ""
    town: str = ""
    phone: str = ""
    email: str = ""
    website: str = ""
    register_number: str = ""
    tax_number: str = ""
    vat_number: str = ""
    supervisory_authority: str = ""


def home_language(country: Country) -> Language:
    """Return the German of a country."""
    return {
        Country.CH: Language.DE_CH,
        Country.DE: Language.DE_DE,
        Country.AT: Language.DE_AT,
    }[country]
