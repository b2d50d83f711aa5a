"""R1: the process ends at any moment, while somebody works in the vault."""

from __future__ import annotations

import time
from functools import partial
from itertools import count
from random import Random
from typing import TYPE_CHECKING

from reliability import office
from reliability.children import HAS_FORK, NO_FORK, Child
from reliability.figures import Figure, skipped

from casedesk.services import vaults

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

LONGEST_LIFE = 0.25
# Every other one is killed only after it has done something, however slow the machine.
LONGEST_WAIT = 60


def while_writing(kills: int, folder: Path) -> Figure:
    """Kill a process that writes; nothing that it acknowledged may be missing."""
    if not HAS_FORK:
        return skipped(NO_FORK)
    path, random = folder / "vault.casedesk", Random(1)
    state, number = office.new_vault(path), 0
    acknowledged = lost = unsound = 0
    for turn in range(kills):
        child = Child(partial(_write, path, state, number))
        if turn % 2:
            child.speaks_within(LONGEST_WAIT)
        time.sleep(random.uniform(0.001, LONGEST_LIFE))
        done = number + len(child.kill())
        acknowledged += done - number
        session = vaults.unlock(path, office.KEY)
        found = office.found_in(session)
        held = office.matching(state, number, done, found)
        lost += held is None
        unsound += not office.is_sound(session)
        state, number = found, done if held is None else held
        session.lock()
    return Figure(
        reached=f"{kills} kills, {acknowledged} deeds acknowledged, {lost} times "
        f"something lost, {unsound} unsound",
        is_met=not lost and not unsound and acknowledged >= kills // 2,
    )


def _write(
    path: Path, state: office.State, begun: int, say: Callable[[bytes], None]
) -> None:
    session = vaults.unlock(path, office.KEY)
    for number in count(begun):
        state = office.do(session, state, number)
        say(b".")
        if number % 5 == 0:
            session._database.checkpoint()
