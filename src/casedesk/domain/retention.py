"""How long the file of a closed case is kept: by which rule, and until when."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING

from casedesk.domain.dates import add_months
from casedesk.domain.practice import Country, Profession

if TYPE_CHECKING:
    from casedesk.domain.dates import PartialDate

AS_OF = date(2026, 8, 1)
"""The state of the law of which the rules speak."""
YEAR_MONTHS = 12
ADULT_YEARS = 30


class RetentionRule(StrEnum):
    """The rules that come into question for the file of a case."""

    DE_TREATMENT = "de_treatment"
    DE_NO_STATUTE = "de_no_statute"
    DE_YOUTH = "de_youth"
    CH_CONTRACT = "ch_contract"
    CH_INJURY = "ch_injury"
    CH_PHYSICIAN = "ch_physician"
    CH_HEALTH = "ch_health"
    AT_NURSING = "at_nursing"
    AT_NO_STATUTE = "at_no_statute"


class Certainty(StrEnum):
    """How sure a rule is."""

    LAW = "law"
    AGREEMENT = "agreement"
    """It holds where it was agreed, and by itself for nobody."""
    LIMITATION = "limitation"
    """How long somebody can claim something; no duty to keep anything."""
    RECOMMENDATION = "recommendation"
    UNVERIFIED = "unverified"


@dataclass(frozen=True, slots=True, kw_only=True)
class Retention:
    """What a rule says: how many years, from when, how sure."""

    rule: RetentionRule
    country: Country
    years: int
    certainty: Certainty
    from_year_end: bool = False
    from_thirtieth_birthday: bool = False


RETENTIONS = (
    Retention(
        rule=RetentionRule.DE_TREATMENT,
        country=Country.DE,
        years=10,
        certainty=Certainty.LAW,
    ),
    Retention(
        rule=RetentionRule.DE_NO_STATUTE,
        country=Country.DE,
        years=10,
        certainty=Certainty.RECOMMENDATION,
        from_year_end=True,
    ),
    Retention(
        rule=RetentionRule.DE_YOUTH,
        country=Country.DE,
        years=70,
        certainty=Certainty.AGREEMENT,
        from_thirtieth_birthday=True,
    ),
    Retention(
        rule=RetentionRule.CH_CONTRACT,
        country=Country.CH,
        years=10,
        certainty=Certainty.LIMITATION,
    ),
    Retention(
        rule=RetentionRule.CH_INJURY,
        country=Country.CH,
        years=20,
        certainty=Certainty.LIMITATION,
    ),
    Retention(
        rule=RetentionRule.CH_PHYSICIAN,
        country=Country.CH,
        years=20,
        certainty=Certainty.RECOMMENDATION,
    ),
    Retention(  # ten to twenty years, as the canton has it: the longest
        rule=RetentionRule.CH_HEALTH,
        country=Country.CH,
        years=20,
        certainty=Certainty.UNVERIFIED,
    ),
    Retention(
        rule=RetentionRule.AT_NURSING,
        country=Country.AT,
        years=10,
        certainty=Certainty.UNVERIFIED,
    ),
    Retention(
        rule=RetentionRule.AT_NO_STATUTE,
        country=Country.AT,
        years=30,
        certainty=Certainty.UNVERIFIED,
    ),
)
_TREATING = (Profession.NURSE, Profession.PHYSICIAN, Profession.THERAPIST)


def offered(country: Country) -> list[Retention]:
    """Return the rules of a country, those that are proposed first in front."""
    return [each for each in RETENTIONS if each.country is country]


def proposed(country: Country, profession: Profession) -> Retention:
    """Return the rule that is proposed; the user decides.

    A case manager with a treating profession does not always treat, but the longer
    duty is proposed where it may apply.
    """
    found = {each.rule: each for each in offered(country)}
    if country is Country.DE and profession not in _TREATING:
        return found[RetentionRule.DE_NO_STATUTE]
    if country is Country.AT and profession is not Profession.NURSE:
        return found[RetentionRule.AT_NO_STATUTE]
    if country is Country.CH and profession is Profession.PHYSICIAN:
        return found[RetentionRule.CH_PHYSICIAN]
    if country is Country.CH and profession in _TREATING:
        return found[RetentionRule.CH_HEALTH]
    return next(iter(found.values()))


def keep_until(
    rule: RetentionRule, closed_on: date, born: PartialDate | None
) -> date | None:
    """Return until when a file is kept; nothing if the day of birth is not known."""
    retention = next(each for each in RETENTIONS if each.rule is rule)
    start = closed_on
    if retention.from_thirtieth_birthday:
        if born is None:
            return None
        start = add_months(born.last_day(), ADULT_YEARS * YEAR_MONTHS)
    if retention.from_year_end:
        start = date(closed_on.year, 12, 31)
    return add_months(start, retention.years * YEAR_MONTHS)
