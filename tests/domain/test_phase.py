from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from casedesk.domain.case import CaseId
from casedesk.domain.phase import (
    EndsBeforeItBegins,
    Phase,
    PhaseRun,
    PhaseRunId,
    PhaseState,
    check_run,
    latest_run,
    state,
)

JANUARY, MARCH = date(2026, 1, 5), date(2026, 3, 5)
RUN = PhaseRun(
    id=PhaseRunId("1"),
    case_id=CaseId("k"),
    phase=Phase.ASSESSMENT,
    started_on=JANUARY,
)


@pytest.mark.parametrize(
    ("runs", "stands"),
    [
        pytest.param([], PhaseState.NOT_BEGUN, id="no run"),
        pytest.param([RUN], PhaseState.IN_PROGRESS, id="begun"),
        pytest.param([RUN.finished(on=MARCH)], PhaseState.DONE, id="finished"),
        pytest.param(
            [
                RUN.finished(on=JANUARY),
                replace(RUN, id=PhaseRunId("2"), started_on=MARCH),
            ],
            PhaseState.IN_PROGRESS,
            id="begun again",
        ),
        pytest.param([replace(RUN, cycle=2)], PhaseState.NOT_BEGUN, id="other cycle"),
        pytest.param(
            [replace(RUN, phase=Phase.PLANNING)], PhaseState.NOT_BEGUN, id="other phase"
        ),
    ],
)
def test_the_state_of_a_phase_follows_from_its_runs(
    runs: list[PhaseRun], stands: PhaseState
) -> None:
    assert state(runs, Phase.ASSESSMENT, cycle=1) is stands


def test_the_latest_run_is_of_the_latest_cycle() -> None:
    second = replace(RUN, id=PhaseRunId("0"), cycle=2)

    assert latest_run([RUN, second], Phase.ASSESSMENT) == second
    assert latest_run([RUN], Phase.MONITORING) is None


def test_a_run_cannot_end_before_it_begins() -> None:
    run = replace(RUN, started_on=MARCH)

    with pytest.raises(EndsBeforeItBegins):
        run.finished(on=JANUARY)
    with pytest.raises(EndsBeforeItBegins):
        check_run(replace(run, finished_on=JANUARY))
    check_run(run.finished(on=MARCH))
