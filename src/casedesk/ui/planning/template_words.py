"""Templates of measures in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from casedesk.ui import wording
from casedesk.ui.language import gettext as _
from casedesk.ui.language import ngettext

if TYPE_CHECKING:
    from casedesk.domain.measure_template import DatedStep, MeasureTemplate

NOUN = "measure_template"


def template_title(template: MeasureTemplate) -> str:
    """Name a template; one of the practice is told from those of CaseDesk."""
    if template.version:
        return template.name
    return _("{name} (own template)").format(name=template.name)


def step_note(dated: DatedStep) -> str:
    """Say what a step becomes, who sees to it, until when, and how often."""
    step = dated.step
    parts = [wording.label(step.kind), wording.label(step.responsible)]
    if dated.ends_on is not None:
        parts.append(_("until {day}").format(day=wording.day(dated.ends_on)))
    parts.append(step.frequency)
    return " · ".join(part for part in parts if part)


def made_words(count: int) -> str:
    """Say how many measures and tasks were made."""
    return ngettext(
        "{count} measure or task was made.",
        "{count} measures and tasks were made.",
        count,
    ).format(count=count)
