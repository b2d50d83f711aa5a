"""Referrals and inquiries in words, and the fields of one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from casedesk.domain.dates import Leaning
from casedesk.domain.intake import Urgency
from casedesk.domain.permission import Channel
from casedesk.domain.referral import ReferralKind, ReferralStep
from casedesk.ui import fields, wording
from casedesk.ui.changes.field_words import field_label
from casedesk.ui.language import gettext as _
from casedesk.ui.widgets.choice_chips import ChoiceChips
from casedesk.ui.widgets.field_cell import Field

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date

    from casedesk.domain.case import PartyId
    from casedesk.domain.referral import Referral
    from casedesk.ui.consents.categories import Categories
    from casedesk.ui.fields import Today

    Offers = Sequence[tuple[object, str]]

NONE = "—"


def referral_fields(
    today: Today, parties: Offers, measures: Offers, categories: Categories
) -> list[Field]:
    """Return new fields for one referral, in the order in which it runs."""

    def named(name: str) -> str:
        return field_label("referral", name)

    def past(name: str) -> Field:
        return fields.day(name, named(name), today, leaning=Leaning.PAST)

    def coming(name: str) -> Field:
        return fields.day(name, named(name), today, leaning=Leaning.FUTURE)

    return [
        fields.text("subject", named("subject"), lines=1),
        fields.needed_pick("kind", named("kind"), wording.choices(ReferralKind)),
        fields.pick("party_id", named("party_id"), parties),
        fields.pick("measure_id", named("measure_id"), measures),
        fields.text("request", named("request")),
        fields.text("concern", named("concern")),
        fields.text(
            "findings",
            named("findings"),
            hint=_("No more than they need for what is asked of them."),
        ),
        fields.text("existing", named("existing"), lines=1),
        Field(
            "categories",
            named("categories"),
            ChoiceChips([*categories.offered()]),
            _("The consent is checked against these before the letter goes out."),
            wide=True,
        ),
        fields.choice("urgency", named("urgency"), Urgency, may_be_empty=True),
        coming("feedback_until"),
        past("sent_on"),
        fields.choice("channel", named("channel"), Channel, may_be_empty=True),
        past("accepted_on"),
        past("waiting_since"),
        past("declined_on"),
        fields.text("decline_reason", named("decline_reason"), lines=1),
        coming("appointment_on"),
        fields.line("appointment_note", named("appointment_note")),
        past("started_on"),
        fields.day("ended_on", named("ended_on"), today),
        past("feedback_on"),
        fields.text("feedback", named("feedback")),
        fields.text("note", named("note"), lines=1),
    ]


def captions() -> tuple[str, ...]:
    """Return the heads of the columns."""
    return _("About what"), _("To whom"), _("Sent"), _("Until"), _("State")


def cells(
    referral: Referral, parties: Mapping[PartyId, str], today: date
) -> tuple[str, ...]:
    """Return what it is about and what is next, to whom, sent, until, and its state."""
    _step, due_on = referral.next_on(today)
    party = parties.get(referral.party_id, "") if referral.party_id else ""
    return (
        " · ".join(filter(None, (title(referral), next_words(referral, today)))),
        party or _("nobody chosen yet"),
        wording.day(referral.sent_on) or NONE,
        wording.day(due_on) or NONE,
        wording.label(referral.state_on(today)),
    )


def title(referral: Referral) -> str:
    """Name it by its kind and what it is about."""
    kind = wording.label(referral.kind)
    return f"{kind}: {referral.subject}" if referral.subject else kind


def next_words(referral: Referral, today: date) -> str:
    """Say what comes next; what is overdue says so."""
    step, _due_on = referral.next_on(today)
    if step is ReferralStep.NOTHING:
        return ""
    if referral.is_overdue_on(today):
        return _("overdue: {what}").format(what=wording.label(step))
    return _("next: {what}").format(what=wording.label(step))
