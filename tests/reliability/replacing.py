"""R3: the process ends while a file is written that is to take a vault's place."""

from __future__ import annotations

import time
from random import Random
from typing import TYPE_CHECKING

from reliability import office, releases
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


def killed(kills: int, folder: Path) -> Figure:
    """Kill a quarter each: passphrase change, backup, upgrade, restoring."""
    if not HAS_FORK:
        return skipped(NO_FORK)
    some = kills // 4
    neither, changed, unsound = _in_place(2 * some, folder)
    upgrades = sum(_is_upgrade_lost(turn, folder) for turn in range(some))
    restored = _restorings_lost(some, folder)
    return Figure(
        reached=f"{some} kills each in a change of the passphrase ({changed} came "
        f"after the change), a backup, an upgrade and restoring: {neither} times no "
        f"key opened it, {unsound + upgrades + restored} unsound",
        is_met=not neither and not unsound and not upgrades and not restored,
    )


def _in_place(kills: int, folder: Path) -> tuple[int, int, int]:
    path, random = folder / "vault.casedesk", Random(3)
    state = office.new_vault(path, 60)
    keys = [office.KEY, OTHER_KEY]
    neither = changed = unsound = 0
    # So that kills fall on every moment, and some after the end, on any machine.
    longest = 1.2 * _seconds_of(_change(path, keys))
    keys.reverse()
    for turn in range(kills):
        work = _change(path, keys) if turn % 2 else _back_up(path, keys[0])
        _kill(work, random, longest)
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
    return neither, changed, unsound


def _is_upgrade_lost(turn: int, folder: Path) -> bool:
    """Kill the first opening of a vault of the oldest version; then open it."""
    name, contents = min(releases.noted().items())
    path = folder / f"old-{turn}.casedesk"
    key = releases.copied(name, path)

    def upgrade(say: Callable[[bytes], None]) -> None:
        say(b".")
        vaults.unlock(path, key)

    _kill(upgrade, Random(turn))
    session = vaults.unlock(path, key)
    is_right = releases.is_as_noted(session, contents)
    session.lock()
    for copy in folder.glob(f"{path.stem}.before-upgrade*.casedesk"):
        session = vaults.unlock(copy, key)  # under its own name it is whole
        is_right = is_right and releases.is_as_noted(session, contents)
        session.lock()
    return not is_right


def _restorings_lost(kills: int, folder: Path) -> int:
    """Kill a restoring; what stands beside the vault under its name is whole."""
    home = folder / "restoring"
    home.mkdir()
    path, random, lost = home / "vault.casedesk", Random(33), 0
    state = office.new_vault(path, 60)
    session = vaults.unlock(path, office.KEY)
    session.backups.make()
    session.lock()

    def restore(say: Callable[[bytes], None]) -> None:
        session = vaults.unlock(path, office.KEY)
        [backup, *_] = session.backups.listing()()
        say(b".")
        session.backups.restoring(backup)()

    for _ in range(kills):
        _kill(restore, random, 0.06)
        for each in [path, *home.glob("vault.restored-*.casedesk")]:
            session = vaults.unlock(each, office.KEY)
            is_same = office.found_in(session) == state
            lost += not (is_same and office.is_sound(session))
            session.lock()
            if each != path:
                each.unlink()
    return lost


def _kill(
    work: Callable[[Callable[[bytes], None]], None],
    random: Random,
    longest: float = LONGEST_LIFE,
) -> None:
    child = Child(work)
    child.wait_for_word()
    time.sleep(random.uniform(0, longest))
    child.kill()


def _seconds_of(work: Callable[[Callable[[bytes], None]], None]) -> float:
    child = Child(work)
    child.wait_for_word()
    begun = time.perf_counter()
    child.wait()
    return time.perf_counter() - begun


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
