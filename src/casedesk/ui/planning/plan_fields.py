"""The fields of what is agreed around the goals."""

from __future__ import annotations

from typing import TYPE_CHECKING

from casedesk.domain.dates import Leaning
from casedesk.ui import fields
from casedesk.ui.language import gettext as _

if TYPE_CHECKING:
    from collections.abc import Sequence

    from casedesk.ui.fields import Today
    from casedesk.ui.widgets.field_cell import Field


def plan_texts(today: Today, profiles: Sequence[tuple[object, str]]) -> list[Field]:
    """Return the fields of what is agreed around the goals."""
    return [
        fields.needed_pick("profile", _("Kind of plan"), profiles),
        fields.text("situation", _("The situation in short"), lines=3),
        fields.text("crisis_plan", _("In a crisis, and important numbers"), lines=3),
        fields.text(
            "not_covered", _("Needs not covered, offers declined, with the reason")
        ),
        fields.text("client_tasks", _("What the client takes on")),
        fields.text("participants", _("Who took part in the planning"), lines=1),
        fields.day("valid_from", _("Valid from"), today),
        fields.text("dissent", _("Differing opinion on the plan"), lines=1),
    ]


def after_agreement(today: Today) -> list[Field]:
    """Return the fields that stay open when a version is agreed."""
    return [
        fields.day("next_review_on", _("Next review"), today, leaning=Leaning.FUTURE),
        fields.text("agreement_note", _("Remarks on the agreement"), lines=1),
    ]


def dissent(goals: Sequence[tuple[object, str]], today: Today) -> list[Field]:
    """Return new fields for one differing opinion."""
    return [
        fields.pick(
            "goal_id", _("On which goal"), goals, hint=_("Empty: on the plan.")
        ),
        fields.line("said_by", _("Who sees it differently")),
        fields.needed_day("noted_on", _("Noted on"), today),
        fields.text("text", _("In words"), lines=1),
    ]
