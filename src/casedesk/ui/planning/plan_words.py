"""Goals, measures and versions of the plan in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from casedesk.domain.goal import LEVELS, GoalKind, GoalOwner
from casedesk.domain.measure import Approval, Responsible, approval_on
from casedesk.ui import wording
from casedesk.ui.language import gettext as _

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from datetime import date
    from enum import StrEnum

    from casedesk.domain.case import PartyId
    from casedesk.domain.goal import Goal
    from casedesk.domain.measure import Measure
    from casedesk.domain.plan import Plan
    from casedesk.domain.smart import SmartHint
    from casedesk.ui.assessment.domain_names import DomainNames

CHOICE_LETTERS = 60
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


def goal_note(goal: Goal, standing: StrEnum, domains: DomainNames) -> str:
    """Say which domains a goal is about, by when, and where it stands."""
    parts = [", ".join(domains.name(key) for key in goal.domains)]
    if goal.target_on is not None and goal.is_pursued:
        parts.append(_("by {day}").format(day=wording.day(goal.target_on)))
    parts.append(wording.label(standing))
    return " · ".join(part for part in parts if part)


def goal_marks(goal: Goal) -> str:
    """Say what sets a goal apart: that it guides others, and whose it is."""
    marks = []
    if goal.kind is GoalKind.GUIDING:
        marks.append(wording.label(goal.kind))
    if goal.owner is not GoalOwner.CLIENT:
        marks.append(wording.label(goal.owner))
    return " · ".join(marks)


def smart_words(hints: Iterable[SmartHint]) -> str:
    """Say what a goal does not show yet, and why; nothing if all is visible."""
    lines = [
        f"{wording.label(hint.aspect)}: {wording.label(hint.reason)}" for hint in hints
    ]
    if not lines:
        return ""
    return "\n".join((_("Not visible yet (SMART):"), *lines))


def near_words() -> str:
    """Say that a provider was chosen before anybody looked at the close network."""
    return _(
        "A provider is chosen, and nothing says yet what the client, relatives, "
        "friends or volunteers could do. If you have looked at it, note it under "
        "“Close network and choice”."
    )


def level_words() -> list[tuple[int, str]]:
    """Return the five levels of attainment, each with its words."""
    steps = (
        _("-2 · much less than expected"),
        _("-1 · less than expected"),
        _("0 · as expected"),
        _("+1 · more than expected"),
        _("+2 · much more than expected"),
    )
    return list(zip(LEVELS, steps, strict=True))


def numbered(goals: Sequence[Goal]) -> list[tuple[object, str]]:
    """Return goals with their numbers and first words, to choose from."""
    titles = ((goal.id, goal_title(goal)) for goal in goals)
    return [
        (goal_id, f"{number} · {_shortened(title)}")
        for number, (goal_id, title) in enumerate(titles, start=1)
    ]


def _shortened(title: str) -> str:
    return title if len(title) <= CHOICE_LETTERS else f"{title[:CHOICE_LETTERS]}…"


def pips(goal: Goal) -> int | None:
    """Return how many of five bars show the progress of a goal; nothing shows none.

    A guiding goal gives a direction; how far it is, few can say.
    """
    if goal.kind is GoalKind.GUIDING and goal.progress is None:
        return None
    return 5 if goal.is_reached else round((goal.progress or 0) / 2)


def progress_words(goal: Goal) -> str:
    """Say how far a goal is."""
    if goal.progress is None:
        return _("progress not rated")
    return _("progress {value} of 10").format(value=goal.progress)


def captions() -> tuple[str, ...]:
    """Return the heads of the columns of measures."""
    return _("Measure"), _("Responsible"), _("From"), _("Until"), _("State")


def measure_cells(
    measure: Measure, names: Mapping[PartyId, str], day: date
) -> tuple[str, ...]:
    """Return what is done, who, from, until and the state of a measure."""
    what = measure.what or _("(measure without words yet)")
    if measure.frequency:
        what = f"{what}, {measure.frequency}"
    approval = approval_on(measure, day)
    if approval is not Approval.NOT_ASKED:
        what = f"{what} · {wording.label(approval)}"
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
