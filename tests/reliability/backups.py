"""R9 and R10: backups while somebody writes, and all of them restored again."""

from __future__ import annotations

import time
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from reliability import office, releases
from reliability.figures import Figure, percentile

from casedesk.domain.backup import Verdict, backup_name
from casedesk.services import vaults
from casedesk.store import vault_file

if TYPE_CHECKING:
    from pathlib import Path

    from casedesk.services.backups import Backup
    from casedesk.services.session import Session

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
        is_met=sound == runs,
        is_slow=slow >= MOST_MS,
    )


def restored(trials: int, folder: Path) -> Figure:
    """Back up a growing vault and old ones; restore all that is kept, and compare."""
    path = folder / "vault.casedesk"
    state, number = office.new_vault(path, 20), 20
    session = vaults.unlock(path, office.KEY)
    states: dict[str, office.State] = {}
    for _ in range(trials):
        state = office.do(session, state, number)
        number += 1
        states[session.backups.make().checks[0].name] = state
    kept = session.backups.listing()()
    right = sum(_is_restored(session, each, states[each.path.name]) for each in kept)
    drill = session.backups.rehearsing()()
    session.backups.note_drill(drill)
    session.lock()
    old = releases.noted()
    old_right = sum(_is_old_restored(name, folder) for name in old)
    return Figure(
        reached=f"{right} of {len(kept)} kept backups and {old_right} of {len(old)} "
        f"of earlier schemas restored with their content; drill "
        f"{'passed' if drill and drill.is_sound else 'FAILED'}",
        is_met=right == len(kept) > 0
        and old_right == len(old)
        and drill is not None
        and drill.is_sound,
    )


def _is_restored(session: Session, backup: Backup, state: office.State) -> bool:
    path = session.backups.restoring(backup)().path
    restored = vaults.unlock(path, office.KEY)
    is_right = office.found_in(restored) == state and office.is_sound(restored)
    restored.lock()
    return is_right


def _is_old_restored(name: str, folder: Path) -> bool:
    """Restore a backup that an earlier version has written."""
    path = folder / name
    key = releases.copied(name, path)
    session = vaults.unlock(path, key)
    old = session.backups.state().local_folder / backup_name(
        session.backups.vault_id(), datetime(2026, 1, 2, tzinfo=UTC)
    )
    old.parent.mkdir(parents=True, exist_ok=True)
    releases.copied(name, old)
    vault_file.connected(old, key, journal="DELETE").close()  # as backups are
    [backup] = session.backups.listing()()
    restored = vaults.unlock(session.backups.restoring(backup)().path, key)
    is_right = releases.is_as_noted(restored, releases.noted()[name])
    drill = session.backups.rehearsing()()
    restored.lock()
    session.lock()
    return is_right and drill is not None and drill.is_sound
