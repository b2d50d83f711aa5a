"""The fields of an evaluation and of the result of a goal."""

from __future__ import annotations

from typing import TYPE_CHECKING

from casedesk.domain.evaluation import Attainment, Effect
from casedesk.ui import fields
from casedesk.ui.language import gettext as _
from casedesk.ui.widgets.field_cell import Field
from casedesk.ui.widgets.level_field import LevelField

if TYPE_CHECKING:
    from casedesk.ui.fields import Today


def head(today: Today) -> list[Field]:
    """Return the field of when the evaluation was made."""
    return [fields.needed_day("held_on", _("Held on"), today)]


def result() -> list[Field]:
    """Return the fields for the result of one goal."""
    return [
        Field("level", _("Level reached in the end"), LevelField()),
        fields.answer("attainment", _("In one word"), Attainment),
        fields.text("reason", _("Why; for a goal given up always"), lines=1),
    ]


def effects() -> list[Field]:
    """Return the fields of what the work has changed."""
    return [
        fields.answer("independence", _("Independence"), Effect),
        fields.answer("quality_of_life", _("Quality of life"), Effect),
        fields.answer("care_situation", _("Care and support"), Effect),
        fields.answer("work_capacity", _("Capacity for work or school"), Effect),
        fields.text(
            "effect_words", _("In words: what has changed, and by what"), lines=2
        ),
    ]


def views() -> list[Field]:
    """Return the fields of what others say."""
    return [
        fields.text("client_words", _("What the client says, in own words"), lines=2),
        fields.text("network_view", _("View of the network"), lines=1),
        fields.text("payer_view", _("View of the payer"), lines=1),
    ]


def cost() -> list[Field]:
    """Return the fields of hours and cost."""
    return [
        fields.duration("planned_minutes", _("Hours planned")),
        fields.amount("planned_cents", _("Cost planned")),
        fields.amount("actual_cents", _("Cost in fact")),
        fields.amount(
            "avoided_cents",
            _("Cost avoided: your own estimate"),
            hint=_("CaseDesk never works this out. Leave it empty if in doubt."),
        ),
        fields.text(
            "avoided_assumptions",
            _("Assumptions behind the estimate: what, how long, at which rate"),
            lines=1,
        ),
    ]


def lessons() -> list[Field]:
    """Return the fields of what can be learned."""
    return [
        fields.text("worked_well", _("What worked"), lines=1),
        fields.text("lessons", _("What the care system can learn from it"), lines=1),
    ]
