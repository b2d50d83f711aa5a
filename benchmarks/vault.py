"""The vault: unlock, commit, backup, check, new passphrase, beside the engine alone.

The engine alone does the bare minimum of each: the key and the first read; one row in a
bare table; a copy of the pages; one look at them; the pages under a new key. Both go by
turns, in one run, on copies of the same file. `--large` measures 1 GB, too.
"""

from __future__ import annotations

import os
import shutil
import sys
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from time import perf_counter
from typing import TYPE_CHECKING, Any

import sqlcipher3
from _vaults import PASSPHRASE, Chance, vault_of_size

from casedesk.domain.client import Client, ClientId
from casedesk.security.keys import LIGHT, new_key
from casedesk.services import vaults

if TYPE_CHECKING:
    from collections.abc import Callable

    from casedesk.security.keys import VaultKey
    from casedesk.services.session import Session

SIZES, LARGE = (30,), 1000
ROUNDS = {30: 5, 1000: 1}
COMMITS = 200
NOTE_LETTERS = 500
MEGABYTES_OF_ROOM = 6  # for each megabyte of the vault
DURABLE = ("journal_mode = WAL", "synchronous = FULL", "secure_delete = ON")
OTHER = new_key("sechs Lampen warten leise", bytes(range(11)), LIGHT)


@dataclass(slots=True)
class Times:
    """Seconds of ours and of the engine alone."""

    ours: list[float] = field(default_factory=list)
    bare: list[float] = field(default_factory=list)

    def line(self, what: str) -> str:
        """Return both medians and their ratio."""
        mine, limit = median(self.ours) * 1000, median(self.bare) * 1000
        ratio = mine / limit
        return f"  {what:15} {mine:9.1f} ms  {limit:9.1f} ms  {ratio:5.2f}"


def main(sizes: tuple[int, ...]) -> None:
    """Print what each took, for each size."""
    vaults.get_ready()  # as the program does while a passphrase is typed
    for megabytes in sizes:
        with TemporaryDirectory() as folder:
            os.environ["XDG_DATA_HOME"] = folder
            room = shutil.disk_usage(folder).free // 1_000_000
            if room < MEGABYTES_OF_ROOM * megabytes:
                print(f"{megabytes} MB: left out, only {room} MB of the disk are free")
                continue
            measured = _measured(megabytes, Path(folder))
        print(f"{megabytes} MB            ours       engine alone  ratio")
        for what, times in measured.items():
            print(times.line(what), flush=True)


def _measured(megabytes: int, folder: Path) -> dict[str, Times]:
    kept, key = vault_of_size(megabytes)
    names = ("unlock", "commit", "backup", "check", "new passphrase")
    measured = {name: Times() for name in names}
    for turn in range(ROUNDS.get(megabytes, 1)):
        ours, bare = folder / f"{turn}.casedesk", folder / f"{turn}.bare"
        shutil.copyfile(kept, ours)
        shutil.copyfile(kept, bare)
        _measure_bare(bare, key, measured)
        _measure_ours(ours, measured)
        for each in folder.glob(f"{turn}.*"):
            each.unlink()
    return measured


def _measure_ours(path: Path, measured: dict[str, Times]) -> None:
    def unlock() -> Session:
        key = vaults.derive_key(PASSPHRASE, vaults.read_header(path))
        return vaults.unlock(path, key)

    session = _timed(measured["unlock"].ours, unlock)
    chance = Chance(seed=1)
    client = Client(id=ClientId(session.clock.new_id()), family_name="Muster")
    session.clients.add(client)
    for _ in range(COMMITS):
        change = partial(session.clients.change, client.id)
        _timed(measured["commit"].ours, partial(change, note=chance.text(NOTE_LETTERS)))
    session.settle()
    _timed(measured["backup"].ours, session.backups.make)
    [backup, *_] = session.backups.listing()()
    _timed(measured["check"].ours, session.backups.checking([backup]))
    change_key = partial(vaults.change_passphrase, session, OTHER)
    _timed(measured["new passphrase"].ours, change_key).lock()


def _measure_bare(path: Path, key: VaultKey, measured: dict[str, Times]) -> None:
    def unlock() -> Any:  # the engine has no types
        derived = vaults.derive_key(PASSPHRASE, key.salt)
        connection = _keyed(path, derived)
        connection.execute("SELECT count(*) FROM sqlite_schema").fetchone()
        return connection

    connection = _timed(measured["unlock"].bare, unlock)
    for pragma in DURABLE:
        connection.execute(f"PRAGMA {pragma}")
    connection.execute("CREATE TABLE bare (id INTEGER PRIMARY KEY, note TEXT)")
    connection.execute("INSERT INTO bare VALUES (1, '')")
    chance = Chance(seed=1)
    for _ in range(COMMITS):
        row = (chance.text(NOTE_LETTERS),)
        commit = partial(connection.execute, "UPDATE bare SET note = ?", row)
        _timed(measured["commit"].bare, commit)
    connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
    copy = path.with_suffix(".copy")
    _timed(measured["backup"].bare, partial(_copied, connection, copy, key))
    connection.close()
    copied = _keyed(copy, key)
    look = partial(copied.execute, "PRAGMA quick_check")
    _timed(measured["check"].bare, lambda: look().fetchall())
    copied.close()
    connection = _keyed(path, key)
    fresh = path.with_suffix(".fresh")
    _timed(measured["new passphrase"].bare, partial(_copied, connection, fresh, OTHER))
    connection.close()


def _keyed(path: Path, key: VaultKey) -> Any:  # the engine has no types
    connection = sqlcipher3.connect(str(path), isolation_level=None)
    spelled = bytearray(f"x'{key.key.hex()}{key.salt.hex()}'".encode())
    connection.set_key(spelled)
    return connection


def _copied(connection: Any, path: Path, key: VaultKey) -> None:
    target = _keyed(path, key)
    target.execute("PRAGMA synchronous = OFF")
    connection.backup(target)
    target.close()
    handle = os.open(path, os.O_RDWR)
    os.fsync(handle)
    os.close(handle)


# Any: whatever is measured.
def _timed(seconds: list[float], work: Callable[[], Any]) -> Any:
    begun = perf_counter()
    done = work()
    seconds.append(perf_counter() - begun)
    return done


if __name__ == "__main__":
    main((*SIZES, LARGE) if "--large" in sys.argv[1:] else SIZES)
