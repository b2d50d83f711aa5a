"""The words for the fields of goals, measures, plans, and needs without a goal."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from casedesk.ui.language import gettext
from casedesk.words import plan_fields

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping


def _translated(labels: Mapping[str, str]) -> dict[str, str]:
    return {name: gettext(label) for name, label in labels.items()}


# Functions, because words are translated when they are asked for.
PLAN_WORDS: dict[str, Callable[[], dict[str, str]]] = {
    "goal": partial(_translated, plan_fields.GOAL),
    "measure": partial(_translated, plan_fields.MEASURE),
    "no_goal": partial(_translated, plan_fields.NO_GOAL),
    "plan": partial(_translated, plan_fields.PLAN),
    "plan_section": partial(_translated, plan_fields.SECTION),
    "plan_dissent": partial(_translated, plan_fields.DISSENT),
    "emergency_note": partial(_translated, plan_fields.EMERGENCY),
}
