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


class PaperLanguage(StrEnum):
    """A language a paper may be in; the window speaks fewer.

    The values of those that the window speaks, too, are the same.
    """

    DE_CH = "de_CH"
    DE_DE = "de_DE"
    DE_AT = "de_AT"
    EN = "en"
    FR = "fr"
    IT = "it"
    PLAIN_CH = "de_CH_plain"
    PLAIN_DE = "de_DE_plain"
    PLAIN_AT = "de_AT_plain"

    @property
    def is_plain(self) -> bool:
        """Whether it is plain German: short sentences in large print."""
        return self in PLAIN.values()

    @property
    def tag(self) -> str:
        """The language as other programs name it, such as `de-CH`."""
        return self.removesuffix("_plain").replace("_", "-")


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


class AddressWindow(StrEnum):
    """Where the window of the practice's envelopes shows the address."""

    DIN_B = "din_b"
    SWISS_LEFT = "swiss_left"
    SWISS_RIGHT = "swiss_right"


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
    rounding_minutes: int = 1
    """To how many begun minutes a measured time is rounded up."""
    region: str = ""
    """Whose public holidays count for deadlines, such as `CH-BE`."""
    address_window: AddressWindow | None = None
    """None stands for what is usual in the country."""

    @property
    def window(self) -> AddressWindow:
        """Where the address of a letter has to stand."""
        if self.address_window is not None:
            return self.address_window
        is_swiss = self.country is Country.CH
        return AddressWindow.SWISS_RIGHT if is_swiss else AddressWindow.DIN_B


PLAIN = {
    Country.CH: PaperLanguage.PLAIN_CH,
    Country.DE: PaperLanguage.PLAIN_DE,
    Country.AT: PaperLanguage.PLAIN_AT,
}
"""The plain German of each country."""


def client_languages(practice: Practice) -> tuple[PaperLanguage, ...]:
    """Return the languages in which a client may have a copy, the practice's first."""
    further = (
        PLAIN[practice.country],
        PaperLanguage.FR,
        PaperLanguage.IT,
        PaperLanguage.EN,
    )
    return tuple(dict.fromkeys((PaperLanguage(practice.language), *further)))


def home_language(country: Country) -> Language:
    """Return the German of a country."""
    return {
        Country.CH: Language.DE_CH,
        Country.DE: Language.DE_DE,
        Country.AT: Language.DE_AT,
    }[country]
