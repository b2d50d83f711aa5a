"""The words for the fields of goals, measures, plans, and needs without a goal."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from casedesk.ui.language import gettext
from casedesk.ui.language import gettext as _
from casedesk.words import plan_fields

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping


def _translated(labels: Mapping[str, str]) -> dict[str, str]:
    return {name: gettext(label) for name, label in labels.items()}


def _measure_template() -> dict[str, str]:
    return {
        "name": _("Name"),
        "anchor": _("Day from which the others are counted"),
        "goal": _("Goal that is proposed"),
        "note": _("Note"),
        "version": _("Version"),
    }


def _template_step() -> dict[str, str]:
    return {
        "template_id": _("Template"),
        "position": _("Place in the plan"),
        "kind": _("Becomes"),
        "what": _("What is done"),
        "responsible": _("Who sees to it"),
        "near_help": _("What the client and the close network can do themselves"),
        "frequency": _("How often"),
        "success_criterion": _("When it has worked"),
        "plan_b": _("If it does not work"),
        "from_day": _("From this day on"),
        "until_day": _("Until this day"),
        "review_day": _("Review on this day"),
    }


# Functions, because words are translated when they are asked for.
PLAN_WORDS: dict[str, Callable[[], dict[str, str]]] = {
    "goal": partial(_translated, plan_fields.GOAL),
    "measure": partial(_translated, plan_fields.MEASURE),
    "no_goal": partial(_translated, plan_fields.NO_GOAL),
    "plan": partial(_translated, plan_fields.PLAN),
    "plan_section": partial(_translated, plan_fields.SECTION),
    "plan_dissent": partial(_translated, plan_fields.DISSENT),
    "emergency_note": partial(_translated, plan_fields.EMERGENCY),
    "measure_template": _measure_template,
    "template_step": _template_step,
}
