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
    return [
        fields.text("what", _named("what"), lines=1),
        fields.pick("party_id", _named("party_id"), parties),
        fields.pick("measure_id", _named("measure_id"), measures),
        fields.line("reference_number", _named("reference_number")),
        *_letter_fields(categories),
        _past("submitted_on", today),
        fields.choice("channel", _named("channel"), Channel, may_be_empty=True),
        _coming("expected_on", today),
        _coming("hand_in_until", today),
        _past("handed_in_on", today),
        *_decision_fields(today),
        *_appeal_fields(today),
        fields.text("note", _named("note"), lines=1),
    ]


def _letter_fields(categories: Categories) -> list[Field]:
    return [
        fields.text("letter", _named("letter")),
        fields.text("enclosures", _named("enclosures"), hint=_("One on each line.")),
        Field(
            "categories",
            _named("categories"),
            ChoiceChips([*categories.offered()]),
            _("The consent is checked against these before the letter goes out."),
            wide=True,
        ),
    ]


def _decision_fields(today: Today) -> list[Field]:
    return [
        _past("decided_on", today),
        _past("received_on", today),
        fields.choice("outcome", _named("outcome"), Outcome, may_be_empty=True),
        fields.text("decision", _named("decision"), lines=1),
    ]


def _appeal_fields(today: Today) -> list[Field]:
    return [
        Field(
            "period_count",
            _named("period_count"),
            ParsedLine(_count, str, _("Please type a whole number.")),
            _("Proposed only: please check in the notice."),
        ),
        fields.needed_pick(
            "period_unit", _named("period_unit"), wording.choices(PeriodUnit)
        ),
        region_field("region", _named("region"), unless=_("as for the practice")),
        _coming("appeal_until", today, _("As the notice says; you decide.")),
        _past("appealed_on", today),
        _past("no_appeal_on", today),
        fields.line("appeal_reference", _named("appeal_reference")),
        _past("appeal_decided_on", today),
        fields.choice(
            "appeal_outcome", _named("appeal_outcome"), Outcome, may_be_empty=True
        ),
    ]


def _named(name: str) -> str:
    return field_label("claim", name)


def _past(name: str, today: Today) -> Field:
    return fields.day(name, _named(name), today, leaning=Leaning.PAST)


def _coming(name: str, today: Today, hint: str = "") -> Field:
    return fields.day(name, _named(name), today, leaning=Leaning.FUTURE, hint=hint)


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
