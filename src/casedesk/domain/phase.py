"""The phases of case management: several at once, in any order, again and again."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TYPE_CHECKING, NewType

from casedesk.domain.problems import RuleBroken

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from casedesk.domain.case import CaseId

PhaseRunId = NewType("PhaseRunId", str)


class Phase(StrEnum):
    """A step of the process. The order is that of the tabs, not of the work."""

    INTAKE = "intake"
    ASSESSMENT = "assessment"
    PLANNING = "planning"
    IMPLEMENTATION = "implementation"
    COORDINATION = "coordination"
    MONITORING = "monitoring"
    EVALUATION = "evaluation"


class PhaseState(StrEnum):
    """How far a phase is, derived from its runs."""

    NOT_BEGUN = "not_begun"
    IN_PROGRESS = "in_progress"
    DONE = "done"


class EndsBeforeItBegins(RuleBroken):
    """The last day lies before the first."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PhaseRun:
    """One time that a phase was worked through, in one cycle of the case."""

    id: PhaseRunId
    case_id: CaseId
    phase: Phase
    cycle: int = 1
    started_on: date
    finished_on: date | None = None

    def finished(self, on: date) -> PhaseRun:
        """Return this run as it stands once finished."""
        if on < self.started_on:
            raise EndsBeforeItBegins
        return replace(self, finished_on=on)


def check_run(run: PhaseRun) -> None:
    """Raise `EndsBeforeItBegins` if the dates of a run contradict each other."""
    if run.finished_on is not None and run.finished_on < run.started_on:
        raise EndsBeforeItBegins


def latest_run(runs: Iterable[PhaseRun], phase: Phase) -> PhaseRun | None:
    """Return the run that says how a phase stands now."""
    own = [run for run in runs if run.phase is phase]
    return max(own, key=lambda run: (run.cycle, run.started_on, run.id), default=None)


def state(runs: Iterable[PhaseRun], phase: Phase, cycle: int) -> PhaseState:
    """Return how a phase stands in a cycle."""
    run = latest_run([run for run in runs if run.cycle == cycle], phase)
    if run is None:
        return PhaseState.NOT_BEGUN
    return PhaseState.IN_PROGRESS if run.finished_on is None else PhaseState.DONE
