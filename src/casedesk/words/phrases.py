"""Days, times, amounts and names in words. `translate` decides in which language."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from casedesk.domain.data_category import DataCategory
from casedesk.domain.life_domain import LifeDomain
from casedesk.domain.practice import Country
from casedesk.words.choices import LABELS, PHASES

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from datetime import date, datetime
    from enum import StrEnum

    from casedesk.domain.data_category import CategoryId, OwnCategory
    from casedesk.domain.dates import PartialDate
    from casedesk.domain.life_domain import DomainKey, OwnDomain
    from casedesk.domain.network import Organisation, Person
    from casedesk.domain.phase import Phase
    from casedesk.domain.practice import Standard
    from casedesk.domain.tariff import BillingUnit

    Translate = Callable[[str], str]


def _(message: str) -> str:
    """Mark a message for translation; it is translated when it is used."""
    return message


NO_BREAK = "\u00a0"  # a number and its unit stay on one line

_DAY_FORMAT = _("%d/%m/%Y")
_MONTH_FORMAT = _("{month:02}/{year}")
_DECIMAL_POINT = _(".")
_HOURS = _("{hours} h")
_HOURS_OF = _("{spent} of {approved} h")


def label(value: StrEnum, translate: Translate) -> str:
    """Name a stored choice."""
    return translate(LABELS[type(value)][value])


def category(
    value: CategoryId, own: Mapping[CategoryId, OwnCategory], translate: Translate
) -> str:
    """Name a kind of information, known or added by the practice."""
    if value in own:
        return own[value].name
    return label(DataCategory(value), translate) if value in set(DataCategory) else ""


def life_domain(
    value: DomainKey, own: Mapping[str, OwnDomain], translate: Translate
) -> str:
    """Name a domain of life, known or added by the practice."""
    if isinstance(value, LifeDomain):
        return label(value, translate)
    return own[value].name if value in own else ""


def figure(value: Fraction, translate: Translate) -> str:
    """Write a number with as many decimals as it needs, two at the most."""
    text = f"{float(value):.2f}".rstrip("0").rstrip(".")
    return text.replace(".", translate(_DECIMAL_POINT))


def phase(value: Phase, standard: Standard, translate: Translate) -> str:
    """Name a phase as the chosen standard calls it."""
    return translate(PHASES[standard][value])


def day(value: date | None, translate: Translate) -> str:
    """Write a day with a year of four digits, or nothing."""
    return "" if value is None else value.strftime(translate(_DAY_FORMAT))


def month(value: date | PartialDate, translate: Translate) -> str:
    """Write a month with its year."""
    return translate(_MONTH_FORMAT).format(month=value.month, year=value.year)


def partial_day(value: PartialDate | None, translate: Translate) -> str:
    """Write as much of a day as is known."""
    if value is None:
        return ""
    whole = value.whole()
    if whole is not None:
        return day(whole, translate)
    if value.month is None:
        return str(value.year)
    return month(value, translate)


def moment(value: datetime, translate: Translate) -> str:
    """Write a day and the time of day at this place."""
    local = value.astimezone()
    return f"{day(local.date(), translate)} {local:%H:%M}"


def hours(minutes: int | None, translate: Translate) -> str:
    """Write minutes as hours, with one decimal where it is needed."""
    if minutes is None:
        return ""
    number = _in_hours(minutes, translate)
    return translate(_HOURS).format(hours=number).replace(" ", NO_BREAK)


def hours_of(spent: int, approved: int, translate: Translate) -> str:
    """Write how many of the approved minutes are spent, as hours."""
    words = translate(_HOURS_OF).format(
        spent=_in_hours(spent, translate), approved=_in_hours(approved, translate)
    )
    return words.replace(" ", NO_BREAK)


def _in_hours(minutes: int, translate: Translate) -> str:
    tenths = round(minutes / 6)
    return str(tenths // 10) if tenths % 10 == 0 else _decimal(tenths, translate)


def _decimal(tenths: int, translate: Translate) -> str:
    point = translate(_("decimal point: ."))[-1]
    return f"{tenths // 10}{point}{tenths % 10}"


def units(minutes: int, unit: BillingUnit, translate: Translate) -> str:
    """Write minutes as units of a tariff, to two decimals."""
    return figure(Fraction(minutes, unit.minutes), translate)


def amount(cents: int | None, country: Country) -> str:
    """Write an amount of money as the country does."""
    if cents is None:
        return ""
    grouped = f"{cents / 100:,.2f}"
    if country is Country.CH:
        return "CHF " + grouped.replace(",", "'")
    swapped = grouped.replace(",", " ").replace(".", ",").replace(" ", ".")
    return f"€ {swapped}" if country is Country.AT else f"{swapped} €"


def money(cents: int | None, currency: str, country: Country) -> str:
    """Write an amount in a currency, as the country writes amounts."""
    at_home = "CHF" if country is Country.CH else "EUR"
    text = amount(cents, country)
    if currency in ("", at_home):
        return text
    return text.replace("CHF" if country is Country.CH else "€", currency)


def party_name(person: Person | None, organisation: Organisation | None) -> str:
    """Name somebody of the network: the person, and for whom the person acts."""
    names = [
        person.full_name if person else "",
        organisation.name if organisation else "",
    ]
    return ", ".join(name for name in names if name)
