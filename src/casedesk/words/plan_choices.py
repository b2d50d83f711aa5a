"""The words for the choices of goals, of measures, and of needs without a goal."""

from __future__ import annotations

from typing import TYPE_CHECKING

from casedesk.domain.goal import (
    Achievement,
    GoalEnding,
    GoalKind,
    GoalLifecycle,
    GoalOwner,
)
from casedesk.domain.measure import Approval, Chooser, MeasureState, Responsible
from casedesk.domain.measure_template import StepKind
from casedesk.domain.no_goal import Decider, NoGoalGround
from casedesk.domain.plan_change import PlanChangeKind
from casedesk.domain.plan_copies import HeldCopy
from casedesk.domain.plan_version import PlanState
from casedesk.domain.smart import SmartAspect, SmartReason

if TYPE_CHECKING:
    from enum import StrEnum


def _(message: str) -> str:
    """Mark a message for translation; it is translated when it is used."""
    return message


PLAN_LABELS: dict[type[StrEnum], dict[StrEnum, str]] = {
    GoalKind: {
        GoalKind.GUIDING: _("Guiding goal"),
        GoalKind.ACTION: _("Goal of action"),
    },
    GoalOwner: {
        GoalOwner.CLIENT: _("The client's own goal"),
        GoalOwner.JOINT: _("Joint goal"),
        GoalOwner.PAYER: _("Imposed by the payer"),
    },
    GoalEnding: {
        GoalEnding.COMPLETED: _("completed"),
        GoalEnding.CANCELLED: _("given up"),
        GoalEnding.REJECTED: _("rejected by the client"),
        GoalEnding.ENTERED_IN_ERROR: _("entered in error"),
    },
    GoalLifecycle: {
        GoalLifecycle.PROPOSED: _("proposed"),
        GoalLifecycle.PLANNED: _("planned"),
        GoalLifecycle.ACCEPTED: _("agreed"),
        GoalLifecycle.ACTIVE: _("being pursued"),
        GoalLifecycle.ON_HOLD: _("on hold"),
        GoalLifecycle.COMPLETED: _("completed"),
        GoalLifecycle.CANCELLED: _("given up"),
        GoalLifecycle.REJECTED: _("rejected by the client"),
        GoalLifecycle.ENTERED_IN_ERROR: _("entered in error"),
    },
    Achievement: {
        Achievement.IN_PROGRESS: _("in progress"),
        Achievement.IMPROVING: _("improving"),
        Achievement.NO_CHANGE: _("no change"),
        Achievement.WORSENING: _("worsening"),
        Achievement.ACHIEVED: _("reached"),
        Achievement.SUSTAINING: _("reached and kept up"),
        Achievement.PARTLY_ACHIEVED: _("partly reached"),
        Achievement.NO_PROGRESS: _("no progress"),
        Achievement.NOT_ACHIEVED: _("not reached"),
        Achievement.NOT_ATTAINABLE: _("not attainable"),
    },
    Responsible: {
        Responsible.CLIENT: _("Client"),
        Responsible.FAMILY: _("Family or friends"),
        Responsible.VOLUNTEER: _("Volunteers"),
        Responsible.PROVIDER: _("Service provider"),
        Responsible.CASE_MANAGER: _("Case management"),
    },
    MeasureState: {
        MeasureState.PLANNED: _("planned"),
        MeasureState.REQUESTED: _("requested"),
        MeasureState.RUNNING: _("running"),
        MeasureState.DONE: _("done"),
        MeasureState.REFUSED: _("refused"),
        MeasureState.DROPPED: _("dropped"),
    },
    Approval: {
        Approval.NOT_ASKED: _("no approval asked for"),
        Approval.ASKED: _("approval asked for"),
        Approval.GRANTED: _("approved"),
        Approval.RUN_OUT: _("approval run out"),
        Approval.REFUSED: _("approval refused"),
        Approval.APPEALED: _("appeal filed"),
    },
    Chooser: {
        Chooser.CLIENT: _("Client"),
        Chooser.REPRESENTATIVE: _("Legal representative"),
        Chooser.FAMILY: _("Family or friends"),
        Chooser.JOINT: _("Client and case management together"),
        Chooser.CASE_MANAGER: _("Case management"),
        Chooser.PAYER: _("Payer"),
    },
    StepKind: {
        StepKind.MEASURE: _("Measure"),
        StepKind.TASK: _("Task"),
    },
    NoGoalGround: {
        NoGoalGround.NOT_WISHED: _("the client does not wish it"),
        NoGoalGround.COVERED: _("covered already"),
        NoGoalGround.LATER: _("later; other things come first"),
        NoGoalGround.OUTSIDE_MANDATE: _("outside the mandate"),
        NoGoalGround.OTHER_CARE: _("somebody else sees to it"),
        NoGoalGround.OTHER: _("for another reason"),
    },
    Decider: {
        Decider.CLIENT: _("Client"),
        Decider.JOINT: _("Client and case management together"),
        Decider.REPRESENTATIVE: _("Legal representative"),
        Decider.CASE_MANAGER: _("Case management"),
        Decider.PAYER: _("Payer"),
    },
    PlanState: {
        PlanState.DRAFT: _("draft"),
        PlanState.AHEAD: _("agreed, in force later"),
        PlanState.IN_FORCE: _("agreed"),
        PlanState.SUPERSEDED: _("superseded"),
    },
    PlanChangeKind: {
        PlanChangeKind.ADDED: _("new"),
        PlanChangeKind.LEFT_OUT: _("left out"),
        PlanChangeKind.CHANGED: _("changed"),
    },
    HeldCopy: {
        HeldCopy.CURRENT: _("has this version"),
        HeldCopy.OLDER: _("has an older version or a draft only"),
        HeldCopy.NOTHING: _("has no version yet"),
    },
    SmartAspect: {
        SmartAspect.SPECIFIC: _("specific"),
        SmartAspect.MEASURABLE: _("measurable"),
        SmartAspect.ACCEPTED: _("accepted by the client"),
        SmartAspect.REALISTIC: _("realistic"),
        SmartAspect.TIMED: _("timed"),
    },
    SmartReason: {
        SmartReason.NO_WORDING: _("the goal has no words yet"),
        SmartReason.FEW_WORDS: _("the goal is said in very few words"),
        SmartReason.NO_INDICATOR: _(
            "nothing says yet by what one will see that it is reached"
        ),
        SmartReason.IMPOSED: _("the payer imposed it, and the client has not agreed"),
        SmartReason.NOT_OWN_WORDS: _("the client's own words are missing"),
        SmartReason.NOT_IMPORTANT: _("it is not important to the client"),
        SmartReason.NO_STARTING_POINT: _("the starting point is not described"),
        SmartReason.ALREADY_THERE: _("the starting point is what is expected already"),
        SmartReason.NO_MEASURE: _("nobody does anything for it yet"),
        SmartReason.NO_TARGET_DAY: _("there is no day by which to reach it"),
        SmartReason.DAY_PASSED: _("the target day has passed"),
    },
}
