"""R4: the disk is full at every possible write, without and with a reserve."""

from __future__ import annotations

import json
import signal
import sys
from functools import partial
from typing import TYPE_CHECKING

from reliability import office, small_disk
from reliability.children import HAS_FORK, NO_FORK, Child
from reliability.figures import Figure, skipped

from casedesk.domain.problems import DiskFull
from casedesk.services import vaults
from casedesk.store.reserve import RESERVE_BYTES

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

SMALLEST_STEP = 1031  # bytes: no multiple of a page, so that pages are cut, too
LARGEST = 600_000
MOST_DEEDS = 120
DISK_BYTES = 16 << 20
BLOCK = 4096  # of the small disk
NO_DISK = "this system lets nobody mount a small disk"


def full(points: int, folder: Path) -> Figure:
    """Fill the disk both ways."""
    without = at_every_write(points, folder)
    reserved = with_a_reserve(points, folder)
    return Figure(
        reached=f"{without.reached}; with a reserve: {reserved.reached}",
        is_met=without.is_met is not False and reserved.is_met is not False,
    )


def with_a_reserve(points: int, folder: Path) -> Figure:
    """Fill a small disk: the last entry is stored all the same, and nothing is lost."""
    if not HAS_FORK:
        return skipped(NO_FORK)
    disk = folder / "disk"
    disk.mkdir()
    said, code = Child(partial(_fill_disks, points, disk)).wait()
    if said == b"no disk":
        return skipped(NO_DISK)
    counts = json.loads(said or b"{}")
    return Figure(
        reached=f"{points} points, {counts}, exit {code}",
        is_met=code == 0
        and counts["saved_by_reserve"] == counts["refused_then_done"] == points
        and counts["kept"] == counts["reserve_back"] == points,
    )


def _fill_disks(points: int, disk: Path, say: Callable[[bytes], None]) -> None:
    if not small_disk.mount(disk, DISK_BYTES):
        say(b"no disk")
        return
    counts = dict.fromkeys(
        ("saved_by_reserve", "refused_then_done", "kept", "reserve_back"), 0
    )
    for point in range(points):
        for name, is_so in _fill_once(disk, point * BLOCK % LARGEST).items():
            counts[name] += is_so
    say(json.dumps(counts).encode())


def _fill_once(disk: Path, room: int) -> dict[str, bool]:
    vault, ballast = disk / "vault.casedesk", disk / "ballast"
    state = office.new_vault(vault)
    session = vaults.unlock(vault, office.KEY)
    reserve = session._database.reserve
    assert reserve is not None
    assert reserve.make(0)
    small_disk.fill(ballast, room)
    number = 0
    while not session.room.is_short():  # no deed is refused until then, nor then
        state = office.do(session, state, number)
        number += 1
    is_stored = office.found_in(session) == state
    small_disk.fill(ballast, 0)
    is_refused = False
    while not is_refused:
        small_disk.fill(ballast, 0)
        try:
            state = office.do(session, state, number)
            number += 1
        except DiskFull as problem:
            is_refused = problem.needed_bytes > RESERVE_BYTES
    is_same = office.found_in(session) == state
    ballast.unlink()
    state = office.do(session, state, number)
    is_back = reserve.make(0) and not session.room.is_short()
    session.lock()
    again = vaults.unlock(vault, office.KEY)
    is_kept = office.found_in(again) == state and office.is_sound(again)
    again.lock()
    for each in disk.iterdir():
        each.unlink()
    return {
        "saved_by_reserve": is_stored,
        "refused_then_done": is_same,
        "kept": is_kept,
        "reserve_back": is_back,
    }


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
