"""The fields of the intake, in the order of the first talk."""

from __future__ import annotations

from typing import TYPE_CHECKING

from casedesk.domain.dates import Leaning
from casedesk.domain.intake import Decision, Indication, Urgency
from casedesk.ui import fields
from casedesk.ui.language import gettext as _

if TYPE_CHECKING:
    from casedesk.ui.fields import Today
    from casedesk.ui.widgets.field_cell import Field


def concern(today: Today) -> list[Field]:
    """Return the fields on why somebody turns to case management."""
    return [
        fields.text(
            "concern",
            _("What brings the client here, in the client's own words"),
            lines=6,
            placeholder=_("“I want to go home again and not be a burden to anyone.”"),
        ),
        fields.text(
            "referral_reason", _("Reason for the referral, as the referrer says")
        ),
        fields.day(
            "received_on", _("Request received on"), today, leaning=Leaning.PAST
        ),
        fields.line(
            "channel", _("How it came"), placeholder=_("by telephone, by letter")
        ),
    ]


def commission(today: Today) -> list[Field]:
    """Return the fields on what is wanted, and how soon."""
    return [
        fields.text(
            "commission",
            _("Who wants what from whom, until when, and what must not happen"),
            lines=3,
        ),
        fields.choice("urgency", _("Urgency"), Urgency),
        fields.day(
            "information_given_on",
            _("Information on case management and data protection given on"),
            today,
            leaning=Leaning.PAST,
        ),
        fields.text(
            "immediate_steps",
            _("Immediate steps"),
            hint=_(
                "Danger to oneself or others, protection of children, loss of home, "
                "income or cover, running deadlines"
            ),
        ),
        fields.text("previous_help", _("Previous help, and who has led the case")),
    ]


def indication() -> list[Field]:
    """Return the fields of the indication check."""
    return [fields.chips("indications", _("What applies"), Indication)]


def indication_note() -> list[Field]:
    """Return the field beneath the result of the indication check."""
    return [fields.text("indication_note", _("Remarks on the indication"))]


def decision(today: Today) -> list[Field]:
    """Return the fields on what came of the request."""
    return [
        fields.choice("decision", _("Decision"), Decision),
        fields.day("decided_on", _("Decided on"), today, leaning=Leaning.PAST),
        fields.text("decision_reason", _("Reason; if passed on, to whom")),
    ]
