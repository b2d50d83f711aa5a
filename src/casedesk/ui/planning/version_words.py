"""Versions of a plan in words: where they stand, how they were agreed, who has them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from casedesk.domain.handing import Whom
from casedesk.domain.plan import Agreement
from casedesk.domain.plan_version import PlanState
from casedesk.ui import wording
from casedesk.ui.language import gettext as _
from casedesk.ui.widgets.labels import Tone

if TYPE_CHECKING:
    from casedesk.domain.plan import Plan
    from casedesk.domain.plan_copies import Holding, PlanCopy
    from casedesk.services.plan_versions import PlanVersion

TONES = {
    PlanState.DRAFT: Tone.NEUTRAL,
    PlanState.AHEAD: Tone.ACCENT,
    PlanState.IN_FORCE: Tone.OK,
    PlanState.SUPERSEDED: Tone.NEUTRAL,
}


def version_title(plan: Plan) -> str:
    """Name a version."""
    return _("Version {number}").format(number=plan.version)


def version_note(version: PlanVersion) -> str:
    """Say where a version stands, with the day that matters."""
    plan, state = version.plan, version.state
    if state is PlanState.DRAFT:
        return _("draft")
    if state is PlanState.SUPERSEDED:
        return _("superseded since {day}").format(
            day=wording.day(version.superseded_on)
        )
    begins = wording.day(plan.valid_from or plan.agreed_on)
    if state is PlanState.AHEAD:
        return _("agreed, in force from {day}").format(day=begins)
    return _("agreed, in force since {day}").format(day=begins)


def agreement_words(plan: Plan) -> str:
    """Say when and how a version was agreed, by whom, and why not in writing."""
    if plan.agreed_on is None:
        return _("Not agreed yet.")
    said = {
        Agreement.SIGNATURE: _("Agreed by signature on paper on {day}"),
        Agreement.ON_SCREEN: _("Agreed by a signature on the screen on {day}"),
        Agreement.ORAL: _("Agreed orally on {day}"),
    }[plan.agreed_by].format(day=wording.day(plan.agreed_on))
    by = ", ".join(wording.label(role) for role in plan.agreed_with)
    if by:
        said = _("{said} by: {who}").format(said=said, who=by)
    lines = [f"{said}."]
    if plan.oral_reason.strip():
        lines.append(_("Reason: {reason}").format(reason=plan.oral_reason))
    return "\n".join(lines)


def copy_words(copy: PlanCopy) -> str:
    """Say who got which paper of the plan, and when."""
    what = _("excerpt") if copy.is_excerpt else _("whole plan")
    if not copy.is_as_agreed:
        what = _("{what}, as a draft").format(what=what)
    return _("{when}: {who} – {number}, {what}").format(
        when=wording.moment(copy.happened_at),
        who=_recipient(copy),
        number=copy.number,
        what=what,
    )


def _recipient(copy: PlanCopy) -> str:
    return copy.recipient if copy.whom is Whom.PARTY else wording.label(copy.whom)


def holding_words(holding: Holding) -> str:
    """Say what somebody holds of the plan."""
    name = holding.recipient or wording.label(Whom.CLIENT)
    return f"{name}: {wording.label(holding.held)}"
