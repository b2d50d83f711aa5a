"""R1 and R3: the process ends at any moment, while somebody works in the vault."""

from __future__ import annotations

import time
from functools import partial
from itertools import count
from random import Random
from typing import TYPE_CHECKING

from reliability import office
from reliability.children import HAS_FORK, NO_FORK, Child
from reliability.figures import Figure, skipped

from casedesk.domain.problems import Problem, VaultDamaged
from casedesk.security.keys import LIGHT, VaultKey, new_key
from casedesk.services import vaults

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from casedesk.services.session import Session

LONGEST_LIFE = 0.25
OTHER_KEY = new_key("sechs Lampen warten leise", bytes(range(11, 22)), LIGHT)


def while_writing(kills: int, folder: Path) -> Figure:
    """Kill a process that writes; nothing that it acknowledged may be missing."""
    if not HAS_FORK:
        return skipped(NO_FORK)
    path, random = folder / "vault.casedesk", Random(1)
    state, number = office.new_vault(path), 0
    acknowledged = lost = unsound = 0
    for _ in range(kills):
        child = Child(partial(_write, path, state, number))
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
        is_met=not lost and not unsound and acknowledged > kills,
    )


def while_replacing(kills: int, folder: Path) -> Figure:
    """Kill a change of the passphrase or a backup; one of both keys must open it."""
    if not HAS_FORK:
        return skipped(NO_FORK)
    path, random = folder / "vault.casedesk", Random(3)
    state = office.new_vault(path, 60)
    keys = [office.KEY, OTHER_KEY]
    neither = changed = unsound = 0
    for turn in range(kills):
        work = _change(path, keys) if turn % 2 else _back_up(path, keys[0])
        child = Child(work)
        child.wait_for_word()
        time.sleep(random.uniform(0, LONGEST_LIFE))
        child.kill()
        session = _opened_with_either(path, keys)
        if session is None:
            neither += 1
            break
        # The key that opened it stands first from now on.
        is_other = session.header() != keys[0].salt
        changed += is_other
        keys = keys[::-1] if is_other else keys
        is_same = office.found_in(session) == state
        unsound += not (is_same and office.is_sound(session))
        session.lock()
    return Figure(
        reached=f"{kills} kills (half while changing the passphrase, {changed} of them "
        f"after the change; half in a backup), {neither} times neither key opened it, "
        f"{unsound} unsound",
        is_met=not neither and not unsound,
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


def _change(path: Path, keys: list[VaultKey]) -> Callable[..., None]:
    def change(say: Callable[[bytes], None]) -> None:
        session = vaults.unlock(path, keys[0])
        say(b".")
        vaults.change_passphrase(session, keys[1]).lock()

    return change


def _back_up(path: Path, key: VaultKey) -> Callable[..., None]:
    def back_up(say: Callable[[bytes], None]) -> None:
        session = vaults.unlock(path, key)
        say(b".")
        session.backups.make()

    return back_up


def _opened_with_either(path: Path, keys: list[VaultKey]) -> Session | None:
    for key in keys:
        try:
            if vaults.read_header(path) == key.salt:
                return vaults.unlock(path, key)
        except VaultDamaged:
            continue
        except Problem:
            return None
    return None
