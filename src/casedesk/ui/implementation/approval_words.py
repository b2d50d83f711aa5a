"""Cost approvals in words, and the fields of one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from casedesk.domain.dates import Leaning
from casedesk.ui import fields, wording
from casedesk.ui.changes.field_words import field_label
from casedesk.ui.language import gettext as _
from casedesk.ui.parties.mandate_panel import hours_field
from casedesk.words import phrases

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from casedesk.domain.case import PartyId
    from casedesk.domain.cost_approval import CostApproval, Use
    from casedesk.domain.practice import Country
    from casedesk.ui.fields import Today
    from casedesk.ui.implementation.referral_words import Offers
    from casedesk.ui.widgets.field_cell import Field

NONE = "—"


def approval_fields(today: Today, parties: Offers, measures: Offers) -> list[Field]:
    """Return new fields for one approval."""

    def named(name: str) -> str:
        return field_label("cost_approval", name)

    return [
        fields.text("what", named("what"), lines=1),
        fields.pick("party_id", named("party_id"), parties),
        fields.line("payer", named("payer")),
        fields.line("number", named("number")),
        fields.pick("measure_id", named("measure_id"), measures),
        fields.day("starts_on", named("starts_on"), today),
        fields.day("ends_on", named("ends_on"), today, leaning=Leaning.FUTURE),
        hours_field("approved_minutes", named("approved_minutes")),
        fields.tick("counts_entries", named("counts_entries")),
        hours_field("used_minutes", named("used_minutes")),
        fields.amount("approved_cents", named("approved_cents")),
        fields.amount("used_cents", named("used_cents")),
        fields.day("used_as_of", named("used_as_of"), today, leaning=Leaning.PAST),
        fields.day("settled_on", named("settled_on"), today, leaning=Leaning.PAST),
        fields.text("note", named("note"), lines=1),
    ]


def captions() -> tuple[str, ...]:
    """Return the heads of the columns."""
    return _("What is approved"), _("Who pays"), _("From"), _("Until"), _("State")


def cells(
    approval: CostApproval, parties: Mapping[PartyId, str], today: date
) -> tuple[str, ...]:
    """Return what is approved, by whom, from, until, and whether it runs."""
    party = parties.get(approval.party_id, "") if approval.party_id else ""
    payer = ", ".join(filter(None, (party, approval.payer)))
    state = wording.label(approval.state_on(today))
    if approval.settled_on is not None:
        state = _("settled")
    return (
        " · ".join(
            filter(None, (approval.what or _("(not named yet)"), approval.number))
        ),
        payer or NONE,
        wording.day(approval.starts_on) or NONE,
        wording.day(approval.ends_on) or NONE,
        state,
    )


def use_words(use: Use, country: Country) -> str:
    """Say how much is used and left, in hours and money."""
    parts = (_hours(use), _money(use, country))
    words = "; ".join(filter(None, parts))
    if words and use.share is not None:
        percent = int(use.share * 100)
        return _("{percent} % used: {words}").format(percent=percent, words=words)
    return words


def _hours(use: Use) -> str:
    left = use.minutes_left
    if left is None:
        return ""
    of = wording.hours_of(use.minutes or 0, use.approved_minutes or 0)
    if left < 0:
        over = wording.hours(-left)
        return _("{used_of_approved}, {over} too many").format(
            used_of_approved=of, over=over
        )
    return _("{used_of_approved}, {left} left").format(
        used_of_approved=of, left=wording.hours(left)
    )


def _money(use: Use, country: Country) -> str:
    left = use.cents_left
    if left is None:
        return ""
    used = phrases.amount(use.cents or 0, country)
    approved = phrases.amount(use.approved_cents, country)
    if left < 0:
        return _("{used} of {approved}, {over} too much").format(
            used=used, approved=approved, over=phrases.amount(-left, country)
        )
    return _("{used} of {approved}, {left} left").format(
        used=used, approved=approved, left=phrases.amount(left, country)
    )
