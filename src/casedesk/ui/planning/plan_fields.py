"""The fields of what is agreed around the goals."""

from __future__ import annotations

from typing import TYPE_CHECKING

from casedesk.domain.dates import Leaning
from casedesk.domain.plan import Agreement
from casedesk.ui import fields
from casedesk.ui.language import gettext as _

if TYPE_CHECKING:
    from casedesk.ui.fields import Today
    from casedesk.ui.widgets.field_cell import Field


def plan_texts(today: Today) -> list[Field]:
    """Return the fields of what is agreed around the goals."""
    return [
        fields.text("situation", _("The situation in short"), lines=3),
        fields.text("crisis_plan", _("In a crisis, and important numbers"), lines=3),
        fields.text(
            "not_covered", _("Needs not covered, offers declined, with the reason")
        ),
        fields.text("client_tasks", _("What the client takes on")),
        fields.text("participants", _("Who took part in the planning"), lines=1),
        fields.day("valid_from", _("Valid from"), today),
        fields.day("next_review_on", _("Next review"), today, leaning=Leaning.FUTURE),
    ]


def agreement(today: Today) -> list[Field]:
    """Return the fields of how the client agreed."""
    return [
        fields.day("agreed_on", _("Agreed on"), today, leaning=Leaning.PAST),
        fields.choice("agreed_by", _("How"), Agreement),
        fields.text("dissent", _("Differing opinion"), lines=1),
        fields.text("agreement_note", _("Remarks on the agreement"), lines=1),
    ]
