"""Goals, measures and versions of the plan in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from casedesk.domain.goal import GoalEnding, achievement_of
from casedesk.domain.measure import Responsible
from casedesk.ui import wording
from casedesk.ui.language import gettext as _

if TYPE_CHECKING:
    from collections.abc import Mapping

    from casedesk.domain.case import PartyId
    from casedesk.domain.goal import Goal
    from casedesk.domain.measure import Measure
    from casedesk.domain.plan import Plan
    from casedesk.ui.assessment.domain_names import DomainNames

BY_THEMSELVES = (Responsible.CLIENT, Responsible.CASE_MANAGER)


def heading(plan: Plan) -> str:
    """Name the plan, its version, and when it was agreed."""
    if plan.agreed_on is None:
        return _("Care plan · version {number} · not agreed yet").format(
            number=plan.version
        )
    return _("Care plan · version {number} · agreed on {day}").format(
        number=plan.version, day=wording.day(plan.agreed_on)
    )


def goal_title(goal: Goal) -> str:
    """Return the wording of a goal, or say that it has none yet."""
    return goal.wording or goal.professional_wording or _("(goal without words yet)")


def goal_note(goal: Goal, domains: DomainNames) -> str:
    """Say to which domain a goal belongs, by when, and how it ended."""
    parts = []
    if goal.life_domain is not None:
        parts.append(domains.name(goal.life_domain))
    if goal.ending is not None:
        completed = goal.ending is GoalEnding.COMPLETED
        achievement = achievement_of(goal) if completed else None
        parts.append(wording.label(achievement or goal.ending))
    elif goal.target_on is not None:
        parts.append(_("by {day}").format(day=wording.day(goal.target_on)))
    return " · ".join(parts)


def importances() -> list[tuple[int, str]]:
    """Return the four steps of importance, each with its words."""
    steps = (
        _("0 · not important"),
        _("1 · somewhat important"),
        _("2 · important"),
        _("3 · very important"),
    )
    return list(enumerate(steps))


def pips(goal: Goal) -> int:
    """Return how many of five bars show the progress of a goal."""
    return 5 if goal.is_reached else round((goal.progress or 0) / 2)


def progress_words(goal: Goal) -> str:
    """Say how far a goal is."""
    if goal.progress is None:
        return _("progress not rated")
    return _("progress {value} of 10").format(value=goal.progress)


def captions() -> tuple[str, ...]:
    """Return the heads of the columns of measures."""
    return _("Measure"), _("Responsible"), _("From"), _("Until"), _("State")


def measure_cells(measure: Measure, names: Mapping[PartyId, str]) -> tuple[str, ...]:
    """Return what is done, who, from, until and the state of a measure."""
    what = measure.what or _("(measure without words yet)")
    if measure.frequency:
        what = f"{what}, {measure.frequency}"
    return (
        what,
        _who(measure, names),
        wording.day(measure.starts_on) or "—",
        wording.day(measure.ends_on) or (_("open") if measure.starts_on else "—"),
        wording.label(measure.state),
    )


def _who(measure: Measure, names: Mapping[PartyId, str]) -> str:
    who = wording.label(measure.responsible)
    party = names.get(measure.party_id) if measure.party_id else None
    if party is None:
        return who
    if measure.responsible in BY_THEMSELVES:
        return _("{who} with {party}").format(who=who, party=party)
    return party
