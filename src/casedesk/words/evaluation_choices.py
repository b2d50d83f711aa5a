"""The words for the choices of evaluations."""

from __future__ import annotations

from typing import TYPE_CHECKING

from casedesk.domain.evaluation import Attainment, Effect, EvaluationGap

if TYPE_CHECKING:
    from enum import StrEnum


def _(message: str) -> str:
    """Mark a message for translation; it is translated when it is used."""
    return message


EVALUATION_LABELS: dict[type[StrEnum], dict[StrEnum, str]] = {
    Attainment: {
        Attainment.REACHED: _("reached"),
        Attainment.PARTLY: _("partly reached"),
        Attainment.NOT_REACHED: _("not reached"),
        Attainment.GIVEN_UP: _("given up"),
    },
    Effect: {
        Effect.BETTER: _("better"),
        Effect.SAME: _("unchanged"),
        Effect.WORSE: _("worse"),
        Effect.NOT_CONCERNED: _("not concerned"),
    },
    EvaluationGap: {
        EvaluationGap.GIVEN_UP_UNEXPLAINED: _("A goal was given up: say why."),
        EvaluationGap.AVOIDED_UNFOUNDED: _(
            "The cost avoided is an estimate: write down its assumptions."
        ),
        EvaluationGap.GOAL_OPEN: _("How far a goal was reached is still open."),
        EvaluationGap.GOAL_UNSCORED: _(
            "At least one goal has no level; it does not count for the T-score."
        ),
        EvaluationGap.NO_EFFECT: _("Nothing is noted about what has changed."),
        EvaluationGap.CLIENT_UNASKED: _("Nothing is noted about the client's view."),
    },
}
