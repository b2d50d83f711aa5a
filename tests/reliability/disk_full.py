"""R4: the disk is full at every possible write."""

from __future__ import annotations

import signal
import sys
from functools import partial
from typing import TYPE_CHECKING

from reliability import office
from reliability.children import HAS_FORK, NO_FORK, Child
from reliability.figures import Figure, skipped

from casedesk.domain.problems import DiskFull
from casedesk.services import vaults

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

SMALLEST_STEP = 1031  # bytes: no multiple of a page, so that pages are cut, too
LARGEST = 600_000
MOST_DEEDS = 120


def at_every_write(points: int, folder: Path) -> Figure:
    """Let files grow to so many bytes only; then give room and store the same again."""
    if not HAS_FORK or sys.platform == "win32":
        return skipped(NO_FORK)
    lost = refused = unsound = crashed = 0
    step = max(LARGEST // points, SMALLEST_STEP)
    for point in range(points):
        path = folder / f"{point}.casedesk"
        state = office.new_vault(path)
        work = partial(_write_until_full, path, state, point * step % LARGEST)
        said, code = Child(work).wait()
        crashed += code != 0
        refused += b"!" in said
        done = said.count(b".")
        session = vaults.unlock(path, office.KEY)
        held = office.matching(state, 0, done, office.found_in(session))
        # The deed that was refused was done again with room.
        lost += held != done
        unsound += not office.is_sound(session)
        session.lock()
        path.unlink()
    return Figure(
        reached=f"{points} points, {refused} times full, {lost} times something lost "
        f"or half, {unsound} unsound, {crashed} crashes",
        is_met=not lost and not unsound and not crashed and refused > points // 2,
    )


def _write_until_full(
    path: Path, state: office.State, room: int, say: Callable[[bytes], None]
) -> None:
    import resource

    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    session = vaults.unlock(path, office.KEY)
    _, most = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (room, most))
    for number in range(MOST_DEEDS):
        try:
            state = office.do(session, state, number)
        except DiskFull:
            say(b"!")
            assert office.found_in(session) == state  # reading goes on
            resource.setrlimit(resource.RLIMIT_FSIZE, (most, most))
            state = office.do(session, state, number)
            say(b".")
            break
        say(b".")
    resource.setrlimit(resource.RLIMIT_FSIZE, (most, most))
    session.lock()
