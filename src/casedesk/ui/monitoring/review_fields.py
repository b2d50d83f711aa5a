"""The fields of a review, of the rating of a goal and of the check of a measure."""

from __future__ import annotations

from typing import TYPE_CHECKING

from casedesk.domain.dates import Leaning
from casedesk.domain.review import Fit, ReviewOutcome, Standing
from casedesk.ui import fields
from casedesk.ui.language import gettext as _
from casedesk.ui.widgets.field_cell import Field
from casedesk.ui.widgets.level_field import LevelField

if TYPE_CHECKING:
    from casedesk.ui.fields import Today

IF_DEVIATING = ("reason", "reaction")


def head(today: Today) -> list[Field]:
    """Return the fields of when a review was held, and with whom."""
    return [
        fields.needed_day("held_on", _("Held on"), today),
        fields.line("participants", _("Who took part")),
    ]


def rating() -> list[Field]:
    """Return the fields for the rating of one goal."""
    return [
        Field("level", _("Level reached"), LevelField()),
        fields.scale("progress", _("Progress"), _("at the start"), _("reached")),
        fields.text("words", _("How it stands, in words"), lines=1),
    ]


def check() -> list[Field]:
    """Return the fields for the check of one measure."""
    return [
        fields.answer("standing", _("How it runs"), Standing),
        fields.answer("fit", _("Does it still meet the need?"), Fit),
        fields.scale(
            "satisfaction",
            _("Satisfaction of the client with it"),
            _("not at all"),
            _("fully"),
        ),
        fields.text("reason", _("Why it deviates"), lines=1),
        fields.text("reaction", _("What is done about it"), lines=1),
    ]


def views() -> list[Field]:
    """Return the fields for what the client and the providers say."""
    ends = (_("not at all"), _("fully"))
    return [
        fields.scale("client_satisfaction", _("Satisfaction of the client"), *ends),
        fields.scale(
            "provider_satisfaction", _("Satisfaction of those who provide help"), *ends
        ),
        fields.text("client_words", _("What the client says"), lines=1),
        fields.text("provider_words", _("What the providers say"), lines=1),
        fields.text("new_risks", _("New risks"), lines=1),
        fields.text("incidents", _("Incidents since the last review"), lines=1),
        fields.answer(
            "need_fit",
            _("Does the plan as a whole still meet the need?"),
            Fit,
            wide=True,
        ),
        fields.text("need_words", _("What has changed in the need"), lines=1),
    ]


def outcome(today: Today) -> list[Field]:
    """Return the fields of what follows from a review."""
    return [
        fields.answer("outcome", _("What follows"), ReviewOutcome, wide=True),
        fields.text("outcome_reason", _("Why"), lines=1),
        fields.day(
            "next_on",
            _("Next review on"),
            today,
            leaning=Leaning.FUTURE,
            hint=_("Without a day, it follows from the rhythm of the case."),
        ),
    ]
