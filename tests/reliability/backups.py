"""R9 and R10: backups while somebody writes, and all of them restored again."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from reliability import office
from reliability.figures import Figure, percentile

from casedesk.domain.backup import Verdict
from casedesk.services import vaults

if TYPE_CHECKING:
    from pathlib import Path

MOST_MS = 50
DEEDS = 400


def while_writing(runs: int, folder: Path) -> Figure:
    """Back up in steps, write between them, and look at each backup anew."""
    path = folder / "vault.casedesk"
    state, number = office.new_vault(path, DEEDS), DEEDS
    session = vaults.unlock(path, office.KEY)
    steps: list[float] = []
    sound = 0
    for _ in range(runs):
        run = session.backups.begin()
        is_going_on = True
        while is_going_on:
            begun = time.perf_counter()
            is_going_on = run.step()
            steps.append((time.perf_counter() - begun) * 1000)
            if is_going_on:
                state = office.do(session, state, number)
                number += 1
        outcome = run.finish()
        session.backups.note(outcome)
        sound += all(each.verdict is Verdict.SOUND for each in outcome.checks)
    session.lock()
    slow = percentile(steps, 0.95)
    return Figure(
        reached=f"{sound} of {runs} verified, step p95 {slow:.0f} ms",
        is_met=sound == runs and slow < MOST_MS,
    )


def restored(trials: int, folder: Path) -> Figure:
    """Make backups of a growing vault and restore every one that was kept."""
    path = folder / "vault.casedesk"
    state, number = office.new_vault(path, 20), 20
    session = vaults.unlock(path, office.KEY)
    for _ in range(trials):
        state = office.do(session, state, number)
        number += 1
        session.backups.make()
    kept = session.backups.listing()()
    right = 0
    for backup in kept:
        session.backups.restoring(backup)()
        right += 1
    drill = session.backups.rehearsing()()
    session.backups.note_drill(drill)
    session.lock()
    return Figure(
        reached=f"{right} of {len(kept)} kept backups restored; drill "
        f"{'done' if drill else 'missing'}",
        is_met=right == len(kept) and right > 0 and drill is not None,
    )
