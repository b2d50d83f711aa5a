"""How a phase stands, in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from casedesk.domain.phase import latest_run
from casedesk.ui import wording
from casedesk.ui.language import gettext as _

if TYPE_CHECKING:
    from collections.abc import Iterable

    from casedesk.domain.phase import Phase, PhaseRun


def standing(runs: Iterable[PhaseRun], phase: Phase, cycle: int) -> str:
    """Say how a phase stands in a cycle, with the days."""
    known = list(runs)
    run = latest_run([run for run in known if run.cycle == cycle], phase)
    words = _run_words(run) if run else _not_begun(latest_run(known, phase))
    if cycle == 1:
        return words
    return _("{words} · cycle {number}").format(words=words, number=cycle)


def short_standing(runs: Iterable[PhaseRun], phase: Phase, cycle: int) -> str:
    """Say it beside a ring that shows the state: a finished run is but its days."""
    known = list(runs)
    run = latest_run([run for run in known if run.cycle == cycle], phase)
    if run is None or run.finished_on is None:
        return standing(known, phase, cycle)
    days = wording.day(run.started_on), wording.day(run.finished_on)
    words = days[0] if days[0] == days[1] else " – ".join(days)
    if cycle == 1:
        return words
    return _("{words} · cycle {number}").format(words=words, number=cycle)


def _run_words(run: PhaseRun) -> str:
    begun = wording.day(run.started_on)
    if run.finished_on is None:
        return _("in progress since {day}").format(day=begun)
    return _("done on {day} (begun on {begun})").format(
        day=wording.day(run.finished_on), begun=begun
    )


def _not_begun(earlier: PhaseRun | None) -> str:
    if earlier is None:
        return _("not begun")
    return _("not begun in this cycle, last begun on {day}").format(
        day=wording.day(earlier.started_on)
    )
