"""R17: days of work with sleeps, in which the clock jumps, and kills."""

from __future__ import annotations

import time
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from functools import partial
from random import Random
from typing import TYPE_CHECKING

from reliability import office
from reliability.children import HAS_FORK, NO_FORK, Child
from reliability.figures import Figure, skipped

from casedesk.services import vaults
from casedesk.services.clock import Clock

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from casedesk.domain.trail import Anchor

MONDAY = datetime(2026, 3, 9, 7, 0, tzinfo=UTC)
KILL_EVERY = 5  # of five ends, one is a kill and four are sleeps
DEEDS_IN_A_SITTING = 12
SECONDS_FOR_A_DEED = 40
MEBIBYTE = b","  # said once for each that the journal has
LOGO_BYTES = 2_000_000
LARGEST_JOURNAL = 16 << 20
MOST_BACKUPS = 10 + 14 + 8 + 12  # what the rule keeps at most
LONGEST_LIFE = 0.5


@dataclass(slots=True)
class Days:
    """How the days went so far."""

    now: datetime = MONDAY
    state: office.State = field(default_factory=dict)
    number: int = 0
    anchor: Anchor | None = None
    kills: int = 0
    journal: int = 0
    broken: list[str] = field(default_factory=list)


def days(sittings: int, folder: Path) -> Figure:
    """Work in many sittings; each ends in a sleep or a kill, and all is looked over."""
    if not HAS_FORK:
        return skipped(NO_FORK)
    path, random, run = folder / "vault.casedesk", Random(17), Days()
    run.state = office.new_vault(path)
    for sitting in range(sittings):
        is_killed = sitting % KILL_EVERY == KILL_EVERY - 1
        child = Child(partial(_sit, path, run.state, run.number, run.now))
        said = _killed(child, random) if is_killed else _slept(child, path, run)
        run.kills += is_killed
        done = run.number + said.count(b".")
        run.now += timedelta(seconds=SECONDS_FOR_A_DEED * DEEDS_IN_A_SITTING)
        run.now += timedelta(minutes=random.choice((2, 7, 30, 90, 600, -60)))
        _look_over(path, done, sitting, run, is_killed=is_killed)
    length = (run.now - MONDAY).total_seconds() / 86_400
    return Figure(
        reached=f"{length:.1f} days, {run.number} deeds, "
        f"{sittings - run.kills} sleeps, {run.kills} kills: {len(run.broken)} "
        f"invariants broken, journal at most {run.journal / (1 << 20):.1f} MiB"
        + "".join(f"; {each}" for each in run.broken[:5]),
        is_met=not run.broken and run.journal <= LARGEST_JOURNAL,
    )


def _sit(
    path: Path,
    state: office.State,
    begun: int,
    at: datetime,
    say: Callable[[bytes], None],
) -> None:
    """Work for a while as the program does, then close the vault before a sleep."""
    passed = [timedelta()]
    session = vaults.unlock(path, office.KEY, Clock(now=lambda: at + passed[0]))
    for number in range(begun, begun + DEEDS_IN_A_SITTING):
        passed[0] += timedelta(seconds=SECONDS_FOR_A_DEED)
        state = office.do(session, state, number)
        say(b".")
        if number % 4 == 0:
            session.settle()
        if session.backups.is_due():
            session.backups.make()
    session.practice.set_logo(Random(begun).randbytes(LOGO_BYTES))
    say(MEBIBYTE * -(-_journal_of(path).stat().st_size >> 20))
    if session.backups.is_changed():
        session.backups.make()
    session.lock()


def _journal_of(path: Path) -> Path:
    return path.with_name(f"{path.name}-wal")


def _killed(child: Child, random: Random) -> bytes:
    time.sleep(random.uniform(0.02, LONGEST_LIFE))
    return child.kill()


def _slept(child: Child, path: Path, run: Days) -> bytes:
    said = b""
    while word := child.wait_for_word():
        said += word
    run.journal = max(run.journal, said.count(MEBIBYTE) << 20)
    _, code = child.wait()
    if code:
        run.broken.append(f"a sitting ended with {code}")
    return said


def _look_over(
    path: Path, done: int, sitting: int, run: Days, *, is_killed: bool
) -> None:
    journal = _journal_of(path)
    if journal.exists():
        run.journal = max(run.journal, journal.stat().st_size)
        if not is_killed and journal.stat().st_size:
            run.broken.append(f"{sitting}: a journal was left")
    session = vaults.unlock(path, office.KEY, Clock(now=lambda: run.now))
    found = office.found_in(session)
    held = office.matching(run.state, run.number, done, found)
    if held is None:
        run.broken.append(f"{sitting}: something is lost")
    if not office.is_sound(session):
        run.broken.append(f"{sitting}: unsound")
    if run.anchor is not None and session.trail.is_older_than(run.anchor):
        run.broken.append(f"{sitting}: older than it was")
    if not 0 < len(session.backups.listing()()) <= MOST_BACKUPS:
        run.broken.append(f"{sitting}: too many backups, or none")
    run.state, run.number = found, done if held is None else held
    run.anchor = session.trail.anchor()
    session.lock()
    left = [each.name for each in path.parent.iterdir() if each.is_file()]
    if left != [path.name]:
        run.broken.append(f"{sitting}: left beside the vault: {left}")
