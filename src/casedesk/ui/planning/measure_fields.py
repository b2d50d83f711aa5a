"""The fields of measures: those of every day, and groups that are unfolded."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from casedesk.domain.benefit import Per
from casedesk.domain.dates import Leaning
from casedesk.domain.measure import Chooser, MeasureState, Responsible
from casedesk.ui import fields
from casedesk.ui.folded_groups import FoldedGroup
from casedesk.ui.language import gettext as _
from casedesk.ui.widgets.choice_chips import ChoiceChips
from casedesk.ui.widgets.field_cell import Field

if TYPE_CHECKING:
    from collections.abc import Sequence

    from casedesk.ui.fields import Today

    Items = Sequence[tuple[object, str]]


@dataclass(frozen=True, slots=True, kw_only=True)
class MeasureOffers:
    """What can be chosen in the form of a measure."""

    today: Today
    parties: Items
    goals: Items
    """All goals of the plan."""
    further: Items
    """Those beside the main one."""


class GoalChips(ChoiceChips):
    """Ticks goals; one that was removed meanwhile is not shown."""

    def set_value(self, value: object) -> None:
        """Tick those of these goals that there are."""
        known = self._row.values()
        given = value if isinstance(value, tuple) else ()
        super().set_value(tuple(each for each in given if each in known))


def measure(offers: MeasureOffers) -> list[Field]:
    """Return new fields for what is asked about every measure."""
    return [
        fields.text("what", _("What is done"), lines=1),
        fields.choice("responsible", _("Who sees to it"), Responsible),
        fields.pick("party_id", _("With whom"), offers.parties),
        fields.day("starts_on", _("From"), offers.today),
        fields.day("ends_on", _("Until"), offers.today, leaning=Leaning.FUTURE),
        fields.line("frequency", _("How often"), placeholder=_("twice a week")),
        fields.choice("state", _("State"), MeasureState),
        fields.day("review_on", _("Review on"), offers.today, leaning=Leaning.FUTURE),
        fields.text("result", _("Result"), lines=1),
    ]


def measure_groups(offers: MeasureOffers) -> list[FoldedGroup]:
    """Return the groups of fields that are asked about some measures."""
    return [
        FoldedGroup(
            _("Close network and choice"),
            ("near_help", "alternatives", "chosen_by", "choice_reason"),
            _choice,
        ),
        FoldedGroup(
            _("Cost and approval"),
            (
                "payer",
                "cost_cents",
                "cost_per",
                "cost",
                "asked_on",
                "granted_on",
                "granted_until",
                "refused_on",
                "appeal_until",
                "appealed_on",
            ),
            lambda: _cost(offers),
        ),
        FoldedGroup(_("Success and plan B"), ("success_criterion", "plan_b"), _success),
        FoldedGroup(
            _("Goals it serves"),
            ("goal_id", "further_goal_ids"),
            lambda: _goals(offers),
        ),
    ]


def _choice() -> list[Field]:
    return [
        fields.text(
            "near_help",
            _("What the client and the close network can do themselves"),
            lines=1,
        ),
        fields.text("alternatives", _("Alternatives that were offered"), lines=1),
        fields.choice("chosen_by", _("Who chose"), Chooser, may_be_empty=True),
        fields.text("choice_reason", _("Why this was chosen"), lines=1),
    ]


def _cost(offers: MeasureOffers) -> list[Field]:
    def day(name: str, label: str, leaning: Leaning = Leaning.PAST) -> Field:
        return fields.day(name, label, offers.today, leaning=leaning)

    return [
        fields.text("payer", _("Who pays, and what is approved"), lines=1),
        fields.amount("cost_cents", _("Cost")),
        fields.choice("cost_per", _("Cost per"), Per),
        fields.text("cost", _("Cost in words"), lines=1),
        day("asked_on", _("Approval asked for on")),
        day("granted_on", _("Granted on")),
        day("granted_until", _("Granted until"), Leaning.FUTURE),
        day("refused_on", _("Refused on")),
        day("appeal_until", _("Appeal possible until"), Leaning.FUTURE),
        day("appealed_on", _("Appeal filed on")),
    ]


def _success() -> list[Field]:
    return [
        fields.text("success_criterion", _("When it has worked"), lines=1),
        fields.text("plan_b", _("If it does not work"), lines=1),
    ]


def _goals(offers: MeasureOffers) -> list[Field]:
    chips = GoalChips(offers.further)
    return [
        fields.needed_pick("goal_id", _("Main goal"), offers.goals),
        Field("further_goal_ids", _("Serves these goals, too"), chips, "", wide=True),
    ]
