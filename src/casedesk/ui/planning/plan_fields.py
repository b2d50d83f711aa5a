"""The fields of goals, measures and the texts of the plan."""

from __future__ import annotations

from typing import TYPE_CHECKING

from casedesk.domain.dates import Leaning
from casedesk.domain.goal import Achievement, GoalEnding
from casedesk.domain.measure import MeasureState, Responsible
from casedesk.domain.plan import Agreement
from casedesk.ui import fields
from casedesk.ui.language import gettext as _
from casedesk.ui.planning import plan_words

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from casedesk.domain.case import PartyId
    from casedesk.ui.fields import Today
    from casedesk.ui.widgets.field_cell import Field


def goal(today: Today, domains: Sequence[tuple[object, str]]) -> list[Field]:
    """Return new fields for one goal."""
    return [
        fields.text("wording", _("Goal, in the client's words"), lines=1),
        fields.pick("life_domain", _("Domain of life"), domains),
        fields.day("target_on", _("To be reached by"), today, leaning=Leaning.FUTURE),
        fields.text("indicator", _("How we shall see that it is reached"), lines=1),
        fields.text("baseline", _("Where the client stands today"), lines=1),
        fields.choice("ending", _("How it ended"), GoalEnding, may_be_empty=True),
        fields.choice(
            "achievement", _("How far it was reached"), Achievement, may_be_empty=True
        ),
        fields.pick(
            "importance", _("Importance for the client"), plan_words.importances()
        ),
        fields.scale("progress", _("Progress"), _("at the start"), _("reached")),
        fields.text("professional_wording", _("Professional wording"), lines=1),
    ]


def measure(today: Today, names: Mapping[PartyId, str]) -> list[Field]:
    """Return new fields for one measure."""
    return [
        fields.text("what", _("What is done"), lines=1),
        fields.choice("responsible", _("Who sees to it"), Responsible),
        fields.pick("party_id", _("With whom"), list(names.items())),
        fields.day("starts_on", _("From"), today),
        fields.day("ends_on", _("Until"), today, leaning=Leaning.FUTURE),
        fields.line("frequency", _("How often"), placeholder=_("twice a week")),
        fields.choice("state", _("State"), MeasureState),
        fields.line("payer", _("Who pays, and what is approved")),
        fields.line("cost", _("Cost")),
        fields.day("review_on", _("Review on"), today, leaning=Leaning.FUTURE),
        fields.text("result", _("Result"), lines=1),
    ]


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
