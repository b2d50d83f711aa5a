"""R14 and R16: how long it takes with a vault of many megabytes."""

from __future__ import annotations

import shutil
import time
from functools import partial
from statistics import median
from typing import TYPE_CHECKING, TypeVar

import _vaults
from reliability.figures import Figure, skipped

from casedesk.domain.backup import Verdict
from casedesk.security.keys import LIGHT, STRONG, new_key
from casedesk.services import vaults

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from casedesk.security.keys import VaultKey

Done = TypeVar("Done")

ROUNDS = 5
LONGEST_KEY_SECONDS = 1.5
MOST_MS_AFTER_KEY = 50
# Seconds for each gigabyte; small vaults are given what every start costs.
BACKUP, CHECK, PASSPHRASE = 30.0, 10.0, 30.0
ROOM_OF_VAULTS = 7
SMALL = 1.0


def unlocking(megabytes: int, folder: Path) -> Figure:
    """Derive the key as for a user's vault, and open the vault with it."""
    if (path := copy(megabytes, folder)) is None:
        return skipped("too little room on the disk")
    deriving, opening = [], []
    for _ in range(ROUNDS):
        key, seconds = _timed(partial(_key_of, path))
        deriving.append(seconds)
        session, seconds = _timed(partial(vaults.unlock, path, key))
        opening.append(seconds)
        session.lock()
    key_seconds, after_ms = median(deriving), median(opening) * 1000
    return Figure(
        reached=f"{megabytes} MB: key {key_seconds:.2f} s with "
        f"{STRONG.memory_kib >> 10} MiB, then {after_ms:.0f} ms",
        is_met=True,
        is_slow=key_seconds > LONGEST_KEY_SECONDS or after_ms >= MOST_MS_AFTER_KEY,
    )


def work(megabytes: int, folder: Path) -> Figure:
    """Back up, check and give a new passphrase."""
    if (path := copy(megabytes, folder)) is None:
        return skipped("too little room on the disk")
    session = vaults.unlock(path, _key_of(path))
    outcome, backup = _timed(session.backups.make)
    is_sound = all(each.verdict is Verdict.SOUND for each in outcome.checks)
    [made, *_] = session.backups.listing()()
    checks, check = _timed(session.backups.checking([made]))
    is_sound = is_sound and checks[0].verdict is Verdict.SOUND
    key = new_key("sechs Lampen warten leise", bytes(range(11)), LIGHT)
    changed, passphrase = _timed(partial(vaults.change_passphrase, session, key))
    is_sound = is_sound and changed.header() == key.salt
    changed.lock()
    gigabytes = megabytes / 1000
    return Figure(
        reached=f"{megabytes} MB: backup with its check {backup:.1f} s, check "
        f"{check:.1f} s, new passphrase {passphrase:.1f} s",
        is_met=is_sound,
        is_slow=backup > SMALL + BACKUP * gigabytes
        or check > SMALL + CHECK * gigabytes
        or passphrase > SMALL + PASSPHRASE * gigabytes,
    )


def copy(megabytes: int, folder: Path) -> Path | None:
    """Return a copy of the vault of that size; nothing if there is no room for it."""
    _vaults.FOLDER.mkdir(parents=True, exist_ok=True)
    room = ROOM_OF_VAULTS * megabytes * 1_000_000
    # The vault that is copied may have to be made first, perhaps on the same disk.
    if any(shutil.disk_usage(each).free < room for each in (folder, _vaults.FOLDER)):
        return None
    kept, _key = _vaults.vault_of_size(megabytes)
    path = folder / "vault.casedesk"
    shutil.copyfile(kept, path)
    return path


def _key_of(path: Path) -> VaultKey:
    return vaults.derive_key(_vaults.PASSPHRASE, vaults.read_header(path))


def _timed(work: Callable[[], Done]) -> tuple[Done, float]:
    begun = time.perf_counter()
    done = work()
    return done, time.perf_counter() - begun
