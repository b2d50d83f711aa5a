"""What each check looks for, and from when on: core point, check, time, what is there.

The core points are those of the standard. What is looked for beneath them was chosen
here, from its steps (reference 1.3); only what can stand in a file can be looked for.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from casedesk.domain import quality_looks as look
from casedesk.domain.phase import Phase
from casedesk.domain.quality import (
    CorePoint,
    LineState,
    QualityCheck,
    QualityLine,
)

if TYPE_CHECKING:
    from collections.abc import Callable

    from casedesk.domain.quality import Look
    from casedesk.domain.quality_file import QualityFile

    When = Callable[[QualityFile], bool]
    Rule = tuple[When, Callable[[QualityFile], Look | None]]


def _always(_: QualityFile) -> bool:
    return True


def _started(file: QualityFile) -> bool:
    return file.has_started


def _assessed(file: QualityFile) -> bool:
    return file.was_taken and file.is_past(Phase.ASSESSMENT)


def _planned(file: QualityFile) -> bool:
    return file.was_taken and (file.agreed_plan is not None or file.is_under_way)


def _ending(file: QualityFile) -> bool:
    return file.is_ending


def _closed(file: QualityFile) -> bool:
    return file.is_closed


def _running(file: QualityFile) -> bool:
    return not file.is_closed


_POINTS: dict[CorePoint, dict[QualityCheck, Rule]] = {
    CorePoint.STEERING: {
        QualityCheck.REVIEWED: (_always, look.reviewed),
        QualityCheck.RISKS_KEPT: (_running, look.risks_kept),
    },
    CorePoint.COOPERATION: {
        QualityCheck.CARRIER_NAMED: (_planned, look.carrier_named),
        QualityCheck.CARRIER_RELEASED: (_running, look.carrier_released),
        QualityCheck.MINUTES_ISSUED: (_always, look.minutes_issued),
    },
    CorePoint.CONTRACT: {
        QualityCheck.COMMISSIONED: (_started, look.commissioned),
        QualityCheck.INFORMED: (_started, look.informed),
        QualityCheck.AGREEMENT: (_started, look.agreement),
    },
    CorePoint.STEPS: {
        QualityCheck.ASSESSED: (_assessed, look.assessed),
        QualityCheck.PLAN_AGREED: (lambda file: file.is_under_way, look.plan_agreed),
        QualityCheck.GOALS_MEASURABLE: (_planned, look.goals_measurable),
        QualityCheck.EVALUATED: (_ending, look.evaluated),
        QualityCheck.CLOSED_IN_ORDER: (_closed, look.closed_in_order),
    },
    CorePoint.RESOURCES: {
        QualityCheck.RESOURCES_NOTED: (_assessed, look.resources_noted),
        QualityCheck.NEAR_FIRST: (_planned, look.near_first),
    },
    CorePoint.NEEDS: {
        QualityCheck.NEEDS_RATED: (_assessed, look.needs_rated),
        QualityCheck.NEEDS_ANSWERED: (_planned, look.needs_answered),
        QualityCheck.NEED_STILL_MET: (_always, look.need_still_met),
    },
    CorePoint.CLIENT: {
        QualityCheck.CONCERN: (_started, look.concern),
        QualityCheck.WISHES: (_assessed, look.wishes),
        QualityCheck.VIEW_ASKED: (_always, look.view_asked),
        QualityCheck.PLAN_HANDED: (_always, look.plan_handed),
        QualityCheck.REVIEWED_TOGETHER: (_always, look.reviewed_together),
        QualityCheck.CLIENT_EVALUATED: (_ending, look.client_evaluated),
    },
    CorePoint.TRIAGE: {
        QualityCheck.DECIDED: (lambda f: f.is_past(Phase.INTAKE), look.decided),
        QualityCheck.INDICATED: (_started, look.indicated),
    },
    CorePoint.RECORDS: {
        QualityCheck.DATA_CONSENT: (_started, look.data_consent),
        QualityCheck.DECLARATIONS_CURRENT: (_running, look.declarations_current),
        QualityCheck.DECLARATIONS_ENDED: (_closed, look.declarations_ended),
        QualityCheck.EXCHANGES_NOTED: (_always, look.exchanges_noted),
        QualityCheck.WITHDRAWALS_TOLD: (_always, look.withdrawals_told),
        QualityCheck.RECORD_CURRENT: (_running, look.record_current),
        QualityCheck.RETENTION: (_closed, look.retention),
    },
    CorePoint.PRACTICE: {
        QualityCheck.SCOPE: (_started, look.scope),
        QualityCheck.HOURS_KEPT: (_always, look.hours_kept),
    },
}


def quality_lines(file: QualityFile) -> list[QualityLine]:
    """Return every check that means something in a case, in the order of the points."""
    lines = []
    for point, rules in _POINTS.items():
        for check, (is_due, looked) in rules.items():
            found = looked(file)
            if found is not None:
                state = _state(found, is_due=is_due(file))
                lines.append(
                    QualityLine(point=point, check=check, state=state, look=found)
                )
    return lines


def _state(found: Look, *, is_due: bool) -> LineState:
    if found.is_there:
        return LineState.THERE
    return LineState.MISSING if is_due else LineState.NOT_YET
