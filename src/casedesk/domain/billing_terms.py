"""Billing terms: what an hour costs, how it is rounded, what is said of the tax."""

from __future__ import annotations

from dataclasses import dataclass, fields, replace
from enum import StrEnum
from typing import TYPE_CHECKING, NewType

from casedesk.domain.practice import Country
from casedesk.domain.problems import RuleBroken
from casedesk.domain.working_time import STEPS, Rounding, RoundingMode

if TYPE_CHECKING:
    from casedesk.domain.case import CaseId
    from casedesk.domain.tariff import BillingUnit, FlatPer

BillingTermsId = NewType("BillingTermsId", str)
OF_THE_PRACTICE = BillingTermsId("practice")
CURRENCIES = ("CHF", "EUR")
MOST_RATE = 100_00  # hundredths of a per cent


class VatRule(StrEnum):
    """What the user has chosen about the tax; the program never chooses."""

    RATE = "rate"
    EXEMPT = "exempt"


class NotARounding(RuleBroken):
    """Time is rounded to 1, 5, 6, 10 or 15 minutes."""


class NotARate(RuleBroken):
    """A rate of tax lies between 0 and 100 per cent."""


@dataclass(frozen=True, slots=True, kw_only=True)
class BillingTerms:
    """The terms of the practice, or what differs from them in one case.

    What is not said stays open; in a case it is as in the practice.
    """

    id: BillingTermsId
    case_id: CaseId | None = None
    unit: BillingUnit | None = None
    """To which unit the price belongs; an hour where nothing is said."""
    hourly_cents: int | None = None
    travel_cents: int | None = None
    """For an hour on the way; without it, travel costs as much as work."""
    kilometre_cents: int | None = None
    flat_cents: int | None = None
    flat_per: FlatPer | None = None
    rounding_minutes: int | None = None
    rounding_mode: RoundingMode | None = None
    vat_rule: VatRule | None = None
    vat_rate: int | None = None
    """In hundredths of a per cent."""
    vat_note: str = ""
    """Why no tax is charged, in the words that stand on the invoice."""
    payment_days: int | None = None
    currency: str = ""
    """Another one than the country's: a Swiss practice may write in euros."""
    rounds_total: bool | None = None
    """Whether the total is rounded to five Rappen."""
    iban: str = ""
    bank: str = ""

    @property
    def rounding(self) -> Rounding:
        """Return how time is rounded; to begun minutes where nothing is said."""
        return Rounding(
            step=self.rounding_minutes or 1, mode=self.rounding_mode or RoundingMode.UP
        )


def check_terms(terms: BillingTerms) -> None:
    """Raise the `RuleBroken` that says what cannot be."""
    if terms.rounding_minutes not in (None, *STEPS):
        raise NotARounding
    if terms.vat_rate is not None and not 0 <= terms.vat_rate <= MOST_RATE:
        raise NotARate


def effective(of_practice: BillingTerms, of_case: BillingTerms | None) -> BillingTerms:
    """Return what holds in a case: its own terms before those of the practice.

    The tax is one statement; a case that says something of it says all of it.
    """
    if of_case is None:
        return of_practice
    own = {
        field.name: value
        for field in fields(of_case)
        if (value := getattr(of_case, field.name)) not in (None, "")
    }
    if of_case.vat_rule is not None:
        own |= {"vat_rate": of_case.vat_rate, "vat_note": of_case.vat_note}
    else:
        own = {name: own[name] for name in own if not name.startswith("vat_")}
    return replace(of_practice, **own)


def currency_of(country: Country, chosen: str = "") -> str:
    """Return the currency of invoices: the one chosen, else that of the country.

    Only a Swiss practice can choose; its bill may be in euros, too.
    """
    if country is Country.CH and chosen in CURRENCIES:
        return chosen
    return "CHF" if country is Country.CH else "EUR"
