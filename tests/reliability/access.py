"""R12, R13 and R15: one writer at a time, no stray opening, quick deeds."""

from __future__ import annotations

import sys
import time
from functools import partial
from typing import TYPE_CHECKING

from reliability import office
from reliability.children import HAS_FORK, NO_FORK, Child
from reliability.figures import Figure, percentile, skipped

from casedesk.domain.problems import VaultInUse
from casedesk.services import vaults

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from casedesk.services.session import Session

MOST_MS = 30
MOST_SECONDS_TO_TAKE_OVER = 1.0


def second_instance(trials: int, folder: Path) -> Figure:
    """Open a vault that another process holds; kill that one and open it again."""
    if not HAS_FORK:
        return skipped(NO_FORK)
    path = folder / "vault.casedesk"
    office.new_vault(path, 10)
    opened_twice, slowest = 0, 0.0
    for _ in range(trials):
        child = Child(partial(_hold, path))
        child.wait_for_word()
        try:
            vaults.unlock(path, office.KEY).lock()
            opened_twice += 1
        except VaultInUse:
            pass
        child.kill()
        begun = time.perf_counter()
        vaults.unlock(path, office.KEY).lock()
        slowest = max(slowest, time.perf_counter() - begun)
    return Figure(
        reached=f"{trials} trials, {opened_twice} times open twice, taken over within "
        f"{slowest * 1000:.0f} ms",
        is_met=not opened_twice,
        is_slow=slowest >= MOST_SECONDS_TO_TAKE_OVER,
    )


def stray_openings(rounds: int, folder: Path) -> Figure:
    """Use the services while every file that Python opens is watched."""
    path = folder / "vault.casedesk"
    office.new_vault(path, 10)
    opened: list[str] = []

    def watch(event: str, arguments: tuple[object, ...]) -> None:
        if event == "open" and str(arguments[0]) == str(path):
            opened.append(str(arguments[0]))

    session = vaults.unlock(path, office.KEY)
    sys.addaudithook(watch)
    for number in range(rounds):
        _use(session, number)
    strays = len(opened)
    session.lock()
    path.read_bytes()  # shows that the watch sees what it should
    return Figure(
        reached=f"{rounds} rounds, {strays} openings; the watch "
        f"{'works' if len(opened) > strays else 'is blind'}",
        is_met=not strays and len(opened) > strays,
    )


def deeds(count: int, folder: Path) -> Figure:
    """Measure how long a deed takes until it is safe on the disk."""
    path = folder / "vault.casedesk"
    state = office.new_vault(path)
    session = vaults.unlock(path, office.KEY)
    took = []
    for number in range(count):
        begun = time.perf_counter()
        state = office.do(session, state, number)
        took.append((time.perf_counter() - begun) * 1000)
    session.lock()
    slow = percentile(took, 0.95)
    return Figure(
        reached=f"{count} deeds, p50 {percentile(took, 0.5):.1f} ms, p95 {slow:.1f} ms",
        is_met=True,
        is_slow=slow >= MOST_MS,
    )


def _hold(path: Path, say: Callable[[bytes], None]) -> None:
    session = vaults.unlock(path, office.KEY)
    say(b".")
    time.sleep(60)
    session.lock()


def _use(session: Session, number: int) -> None:
    office.do(session, office.found_in(session), number)
    session.search.find("Wolken")
    session.backups.make()
    session.backups.listing()()
    session.backups.state()
    session.recovery.mark()
    session.trail.exported()
    session.header()
