"""Applications in words, and the fields of one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from casedesk.domain.claim import ClaimStep, Outcome
from casedesk.domain.dates import Leaning
from casedesk.domain.deadline import LONGEST, PeriodUnit
from casedesk.domain.permission import Channel
from casedesk.ui import fields, wording
from casedesk.ui.changes.field_words import field_label
from casedesk.ui.language import gettext as _
from casedesk.ui.regions import region_field
from casedesk.ui.widgets.choice_chips import ChoiceChips
from casedesk.ui.widgets.field_cell import Field
from casedesk.ui.widgets.parsed_line import ParsedLine

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from casedesk.domain.case import PartyId
    from casedesk.domain.claim import Claim
    from casedesk.ui.consents.categories import Categories
    from casedesk.ui.fields import Today
    from casedesk.ui.implementation.referral_words import Offers

NONE = "—"


def claim_fields(
    today: Today, parties: Offers, measures: Offers, categories: Categories
) -> list[Field]:
    """Return new fields for one application, in the order in which it runs."""

    def named(name: str) -> str:
        return field_label("claim", name)

    def past(name: str) -> Field:
        return fields.day(name, named(name), today, leaning=Leaning.PAST)

    def coming(name: str, hint: str = "") -> Field:
        return fields.day(name, named(name), today, leaning=Leaning.FUTURE, hint=hint)

    return [
        fields.text("what", named("what"), lines=1),
        fields.pick("party_id", named("party_id"), parties),
        fields.pick("measure_id", named("measure_id"), measures),
        fields.line("reference_number", named("reference_number")),
        fields.text("letter", named("letter")),
        fields.text("enclosures", named("enclosures"), hint=_("One on each line.")),
        Field(
            "categories",
            named("categories"),
            ChoiceChips([*categories.offered()]),
            _("The consent is checked against these before the letter goes out."),
            wide=True,
        ),
        past("submitted_on"),
        fields.choice("channel", named("channel"), Channel, may_be_empty=True),
        coming("expected_on"),
        coming("hand_in_until"),
        past("handed_in_on"),
        past("decided_on"),
        past("received_on"),
        fields.choice("outcome", named("outcome"), Outcome, may_be_empty=True),
        fields.text("decision", named("decision"), lines=1),
        Field(
            "period_count",
            named("period_count"),
            ParsedLine(_count, str, _("Please type a whole number.")),
            _("Proposed only: please check in the notice."),
        ),
        fields.needed_pick(
            "period_unit", named("period_unit"), wording.choices(PeriodUnit)
        ),
        region_field("region", named("region"), unless=_("as for the practice")),
        coming("appeal_until", _("As the notice says; you decide.")),
        past("appealed_on"),
        past("no_appeal_on"),
        fields.line("appeal_reference", named("appeal_reference")),
        past("appeal_decided_on"),
        fields.choice(
            "appeal_outcome", named("appeal_outcome"), Outcome, may_be_empty=True
        ),
        fields.text("note", named("note"), lines=1),
    ]


def _count(typed: str) -> int:
    count = int(typed)
    if not 0 < count <= LONGEST:
        raise ValueError
    return count


def captions() -> tuple[str, ...]:
    """Return the heads of the columns."""
    return (
        _("What is applied for"),
        _("Authority or insurer"),
        _("Submitted"),
        _("Until"),
        _("State"),
    )


def cells(claim: Claim, parties: Mapping[PartyId, str], today: date) -> tuple[str, ...]:
    """Return what for and what is next, where, submitted, until, and its state."""
    _step, due_on = claim.step()
    number = claim.reference_number
    party = parties.get(claim.party_id, "") if claim.party_id else ""
    parts = (claim.what or _("(not named yet)"), number, next_words(claim, today))
    return (
        " · ".join(filter(None, parts)),
        party or _("nobody chosen yet"),
        wording.day(claim.submitted_on) or NONE,
        wording.day(due_on) or NONE,
        wording.label(claim.state),
    )


def next_words(claim: Claim, today: date) -> str:
    """Say what comes next; what is overdue says so."""
    step, _due_on = claim.step()
    if step is ClaimStep.NOTHING:
        return ""
    if claim.is_overdue_on(today):
        return _("overdue: {what}").format(what=wording.label(step))
    return _("next: {what}").format(what=wording.label(step))
