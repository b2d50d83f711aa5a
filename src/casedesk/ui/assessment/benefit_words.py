"""Benefits and services in words, and the fields of one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from casedesk.domain.benefit import Application, BenefitKind, Per
from casedesk.domain.dates import Leaning
from casedesk.ui import fields, wording
from casedesk.ui.language import gettext as _
from casedesk.words import phrases

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from casedesk.domain.benefit import Benefit, WeeklyHelp
    from casedesk.domain.case import PartyId
    from casedesk.domain.practice import Country
    from casedesk.ui.fields import Today
    from casedesk.ui.widgets.field_cell import Field


def benefit_fields(
    today: Today,
    parties: Mapping[PartyId, str],
    domains: Sequence[tuple[object, str]],
) -> list[Field]:
    """Return new fields for one benefit."""
    return [
        fields.text("what", _("What the client gets, or has asked for"), lines=1),
        fields.choice("kind", _("Kind"), BenefitKind),
        fields.pick("party_id", _("Who provides it"), list(parties.items())),
        fields.line("provider", _("Somebody else who provides it")),
        fields.line("payer", _("Who pays")),
        fields.pick("life_domain", _("Domain of life"), domains),
        fields.duration(
            "weekly_minutes", _("Time in a week"), hint=_("such as 3:30 or 45")
        ),
        fields.day("starts_on", _("Since"), today, leaning=Leaning.PAST),
        fields.day("ends_on", _("Until"), today, leaning=Leaning.FUTURE),
        fields.amount("amount_cents", _("Amount")),
        fields.choice("per", _("Amount is paid"), Per),
        fields.choice("application", _("Application"), Application),
        fields.line("reference_number", _("Reference number")),
        fields.day("applied_on", _("Applied for on"), today, leaning=Leaning.PAST),
        fields.day("decided_on", _("Decided on"), today, leaning=Leaning.PAST),
        fields.day(
            "objection_until",
            _("Objection possible until"),
            today,
            leaning=Leaning.FUTURE,
        ),
        fields.text("note", _("Note"), lines=1),
    ]


def captions() -> tuple[str, ...]:
    """Return the heads of the columns."""
    return _("What"), _("Provided by"), _("Since"), _("Until"), _("Application")


def cells(
    benefit: Benefit, parties: Mapping[PartyId, str], country: Country
) -> tuple[str, ...]:
    """Return what it is, from whom, since, until, and how the application stands."""
    parts = [
        benefit.what or _("(not named yet)"),
        wording.label(benefit.kind),
        weekly(benefit.weekly_minutes),
        _paid(benefit, country),
        benefit.reference_number,
    ]
    return (
        " · ".join(filter(None, parts)),
        provider(benefit, parties),
        wording.day(benefit.starts_on) or "—",
        wording.day(benefit.ends_on) or "—",
        _application(benefit.application),
    )


def provider(benefit: Benefit, parties: Mapping[PartyId, str]) -> str:
    """Name who provides it, and who pays."""
    party = parties.get(benefit.party_id, "") if benefit.party_id else ""
    named = ", ".join(filter(None, (party, benefit.provider)))
    if benefit.payer and benefit.payer not in named:
        pays = _("paid by {payer}").format(payer=benefit.payer)
        return f"{named} ({pays})" if named else pays
    return named or "—"


def weekly(minutes: int | None) -> str:
    """Say how much time it is in a week."""
    if not minutes:
        return ""
    return _("{hours} a week").format(hours=wording.hours(minutes))


def help_words(given: WeeklyHelp) -> str:
    """Say how much help runs in a week, and by whom."""
    return _("{formal} formal, {informal} informal").format(
        formal=wording.hours(given.formal), informal=wording.hours(given.informal)
    )


def _paid(benefit: Benefit, country: Country) -> str:
    amount = phrases.amount(benefit.amount_cents, country)
    return f"{amount} {wording.label(benefit.per)}" if amount else ""


def _application(state: Application) -> str:
    return "—" if state is Application.NONE else wording.label(state)
