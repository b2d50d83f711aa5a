"""Risks and warning notes in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from casedesk.domain.risk import RiskWeight
from casedesk.ui import wording
from casedesk.ui.language import gettext as _
from casedesk.ui.widgets.labels import Tone

if TYPE_CHECKING:
    from casedesk.domain.risk import Risk
    from casedesk.ui.record_list import Remark


def title(risk: Risk) -> str:
    """Name a risk by what it is."""
    kind = wording.label(risk.kind)
    return f"{kind}: {risk.what}" if risk.what.strip() else kind


def short(risk: Risk) -> str:
    """Name a risk on one line of the head of a case."""
    first_line = risk.what.strip().partition("\n")[0]
    return first_line or wording.label(risk.kind)


def note(risk: Risk) -> Remark:
    """Say since when a risk is noted, and when it is looked at again."""
    if risk.ended_on is not None:
        words = _("Over since {day}").format(day=wording.day(risk.ended_on))
        return words, Tone.NEUTRAL
    parts = [_("Noted on {day}").format(day=wording.day(risk.noted_on))]
    if risk.review_on is not None:
        parts.append(_("review on {day}").format(day=wording.day(risk.review_on)))
    tone = Tone.WARNING if risk.weight is RiskWeight.HIGH else Tone.NEUTRAL
    return " · ".join((wording.label(risk.weight), *parts)), tone


def hint(risk: Risk) -> str:
    """Say what the note lacks."""
    return " ".join(wording.label(gap) for gap in risk.gaps)
