"""Versions of an assessment in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from casedesk.ui import wording
from casedesk.ui.language import gettext as _

if TYPE_CHECKING:
    from casedesk.domain.assessment import Assessment


def version_title(assessment: Assessment) -> str:
    """Name a version: number, what it was, and on which day."""
    kind = wording.label(assessment.kind)
    if assessment.is_correction:
        kind = _("{kind}, corrected").format(kind=kind)
    parts = [f"{assessment.version}", kind, wording.day(assessment.held_on)]
    return " · ".join(filter(None, parts))


def state_words(assessment: Assessment, *, counts: bool) -> str:
    """Say whether it is a draft or confirmed, and what plan and papers build on."""
    if assessment.confirmed_on is None:
        if counts:
            return _("Draft. Plan and papers use it until one is confirmed.")
        return _("Draft. Plan and papers use the confirmed one until then.")
    words = _("Confirmed on {day}. {stance}.").format(
        day=wording.day(assessment.confirmed_on),
        stance=wording.label(assessment.stance),
    )
    if not counts:
        words += " " + _("A later one counts now.")
    return words
