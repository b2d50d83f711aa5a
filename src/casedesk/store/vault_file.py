"""The vault as a file: made, opened, copied, given a new key. One file, no sidecar."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import sqlcipher3

from casedesk.domain.problems import (
    DiskFull,
    EngineTooOld,
    NotAVault,
    VaultDamaged,
    VaultExists,
    VaultLeftOpen,
    VaultMissing,
    VaultReadOnly,
    VaultTooNew,
)
from casedesk.store.database import Database
from casedesk.store.faults import faults_explained
from casedesk.store.migrations import STEPS, Step, is_behind, version_of
from casedesk.store.noting import NotingConnection
from casedesk.store.repair import (
    Condition,
    condition_of,
    is_whole,
    was_left_open,
    write_without_free_pages,
)
from casedesk.store.reserve import Reserve
from casedesk.store.tables import Tables

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime
    from pathlib import Path

    from sqlcipher3.dbapi2 import Connection

    from casedesk.security.keys import VaultKey

APPLICATION_ID = 0x43444B31  # "CDK1"
HEADER_BYTES = 16
# Before 3.51.3 a reset of the write-ahead log could corrupt the file.
OLDEST_SOUND_ENGINE = (3, 51, 3)
# Each piece of the engine's memory is kept from the disk, and wiped afterwards.
LOCKED_MEMORY = "PRAGMA cipher_memory_security = ON"
_NEVER_LEAVES_MEMORY = (
    "PRAGMA temp_store = MEMORY",
    "PRAGMA secure_delete = ON",
    "PRAGMA trusted_schema = OFF",
    "PRAGMA cell_size_check = ON",
    "PRAGMA mmap_size = 0",
    "PRAGMA cache_size = -32000",
    "PRAGMA journal_size_limit = 16777216",
)
_SURVIVES_POWER_CUTS = (
    "PRAGMA synchronous = FULL",
    "PRAGMA fullfsync = ON",
    "PRAGMA checkpoint_fullfsync = ON",
)


def get_ready() -> None:
    """Do now what would be done when the first vault is opened, on any thread."""
    connection = sqlcipher3.connect(":memory:", isolation_level=None)
    Tables(connection)  # learns the columns of every kind of record
    connection.close()


def header_of(path: Path) -> bytes:
    """Return the salt of a closed vault, or raise the `Problem` that prevents it.

    Must never be called while the vault is open: closing the file again would release
    the locks of the database engine.
    """
    try:
        with path.open("rb") as file:
            header = file.read(HEADER_BYTES)
    except (FileNotFoundError, NotADirectoryError):
        raise VaultMissing from None
    except IsADirectoryError:
        raise NotAVault from None
    except PermissionError:
        raise VaultReadOnly from None
    if len(header) < HEADER_BYTES or header.startswith(b"SQLite format 3"):
        raise NotAVault
    return header


def create(path: Path, key: VaultKey, now: Callable[[], datetime]) -> Database:
    """Make a new vault, or raise the `Problem` that prevents it."""
    if path.exists():
        raise VaultExists
    if not path.parent.is_dir():
        raise VaultMissing
    try:
        os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
    except PermissionError:
        raise VaultReadOnly from None
    except OSError:
        raise DiskFull from None
    try:
        connection = connected(path, key)
        with faults_explained():
            connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        return Database(connection, now, reserve=Reserve(path))
    except BaseException:
        path.unlink()
        raise


def open_vault(
    path: Path,
    key: VaultKey,
    now: Callable[[], datetime],
    steps: tuple[Step, ...] = STEPS,
    *,
    must_look: bool = False,
    is_stopped: Callable[[], bool] = lambda: False,
) -> Database:
    """Open a vault, or raise the `Problem` that prevents it.

    A vault of an earlier version is copied beside itself before it is upgraded. One
    that was not closed in order is looked over before, or any one that `must` be; that
    can be stopped.
    """
    if not os.access(path, os.W_OK) or not os.access(path.parent, os.W_OK):
        raise VaultReadOnly if path.exists() else VaultMissing
    is_in_doubt = must_look or was_left_open(path)
    connection = connected(path, key)
    try:
        if is_in_doubt:
            connection = _looked_over(connection, path, key, is_stopped)
        with faults_explained():
            _check_is_ours(connection, steps)
            if is_behind(connection, steps):
                _copy_before_upgrade(connection, path, key)
        database = Database(connection, now, steps, reserve=Reserve(path))
        if is_in_doubt:
            database.mend_search()
        return database
    except BaseException:
        connection.close()
        raise


def write_copy(
    database: Database,
    path: Path,
    key: VaultKey,
    tick: Callable[[], None] = lambda: None,
) -> None:
    """Write a verified copy of an open vault to a new file, under `key`.

    `tick` is called between the steps; nothing may be written meanwhile.
    """
    target = connected(path, key, journal="DELETE")
    try:
        database.copy_to(target, tick)
        verify(target)
        target.execute("PRAGMA journal_mode = DELETE")
    finally:
        target.close()
    flush(path)


def replace(path: Path, by: Path) -> None:
    """Put the file `by` in the place of a closed vault, durably.

    Raises `DiskFull` if the vault could not be closed with everything in it.
    """
    # A journal that stayed behind would be taken for one of the new file.
    if path.with_name(f"{path.name}-wal").exists():
        raise DiskFull
    try:
        by.replace(path)
        flush(path.parent)
    except PermissionError:
        raise VaultReadOnly from None


def next_to(path: Path) -> Path:
    """Return where the file is made that is to replace a vault."""
    return path.with_name(f"{path.name}.new")


def sweep(path: Path) -> None:
    """Remove what an interrupted replacement of a vault has left beside it."""
    begun = next_to(path)
    for ending in ("", "-journal", "-wal"):
        begun.with_name(begun.name + ending).unlink(missing_ok=True)


def connected(path: Path, key: VaultKey, *, journal: str = "WAL") -> NotingConnection:
    """Connect to an encrypted file with its key; make it if there is none."""
    if tuple(map(int, sqlcipher3.sqlite_version.split("."))) < OLDEST_SOUND_ENGINE:
        raise EngineTooOld
    with faults_explained():
        # A backup takes turns with its thread; see `casedesk.store.copying`.
        connection: NotingConnection = sqlcipher3.connect(
            str(path),
            isolation_level=None,
            timeout=0,
            check_same_thread=False,
            factory=NotingConnection,
        )
    connection.row_factory = sqlcipher3.Row
    try:
        with faults_explained():
            _unlock(connection, key)
            _set_up(connection, journal)
    except BaseException:
        connection.close()
        raise
    return connection


def connected_to_memory() -> NotingConnection:
    """Return an empty vault that is nowhere but in memory."""
    connection: NotingConnection = sqlcipher3.connect(
        ":memory:",
        isolation_level=None,
        check_same_thread=False,
        factory=NotingConnection,
    )
    connection.row_factory = sqlcipher3.Row
    connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    for pragma in _NEVER_LEAVES_MEMORY:
        connection.execute(pragma)
    return connection


def check_whole(path: Path, key: VaultKey) -> None:
    """Raise `VaultDamaged` unless a closed vault is sound in every page."""
    connection = connected(path, key)
    try:
        if condition_of(connection) is not Condition.SOUND:
            raise VaultDamaged
    finally:
        connection.close()


def connected_to_read(path: Path, key: VaultKey) -> Connection:
    """Connect to a closed file of the house without changing anything in it.

    Raises `VaultLeftOpen` if its last deeds stand in a journal beside it.
    """
    try:
        return _connected_by(path, key, "mode=ro")
    except (DiskFull, VaultMissing):
        # To read what keeps a journal, the engine would have to write beside it.
        if was_left_open(path):
            raise VaultLeftOpen from None
        return connected_as_it_is(path, key)


def connected_as_it_is(path: Path, key: VaultKey) -> Connection:
    """Connect to a closed vault that may be damaged, past its journal and locks."""
    return _connected_by(path, key, "immutable=1")


def _connected_by(path: Path, key: VaultKey, way: str) -> Connection:
    with faults_explained():
        connection = sqlcipher3.connect(
            f"{path.absolute().as_uri()}?{way}", uri=True, isolation_level=None
        )
    connection.row_factory = sqlcipher3.Row
    try:
        with faults_explained():
            _unlock(connection, key)
            for pragma in _NEVER_LEAVES_MEMORY:
                connection.execute(pragma)
            _check_is_ours(connection, STEPS)
    except BaseException:
        connection.close()
        raise
    return connection


def _unlock(connection: Connection, key: VaultKey) -> None:
    connection.execute("PRAGMA cipher_log_level = NONE")
    spelled = bytearray(f"x'{key.key.hex()}{key.salt.hex()}'".encode())
    connection.set_key(spelled)
    spelled[:] = bytes(len(spelled))
    connection.execute("PRAGMA locking_mode = EXCLUSIVE")
    # The first read tests the key and learns the structure of the tables: thousands of
    # small pieces that tell of nobody. To lock each would take ten times as long.
    connection.execute("SELECT count(*) FROM sqlite_schema").fetchone()
    connection.execute(LOCKED_MEMORY)
    if connection.execute("PRAGMA cipher_status").fetchone()[0] != "1":
        raise VaultDamaged


def _set_up(connection: Connection, journal: str) -> None:
    connection.execute(f"PRAGMA journal_mode = {journal}")
    for pragma in (*_SURVIVES_POWER_CUTS, *_NEVER_LEAVES_MEMORY):
        connection.execute(pragma)
    # The exclusive lock is taken by the first write; it must not wait for a deed.
    connection.execute("BEGIN IMMEDIATE")
    connection.execute("COMMIT")


def _check_is_ours(connection: Connection, steps: tuple[Step, ...]) -> None:
    (application,) = connection.execute("PRAGMA application_id").fetchone()
    if application != APPLICATION_ID:
        raise NotAVault
    if version_of(connection) > len(steps):
        raise VaultTooNew


def _looked_over(
    connection: Connection, path: Path, key: VaultKey, is_stopped: Callable[[], bool]
) -> Connection:
    """Return the connection to go on with, or raise `VaultDamaged`."""
    found = condition_of(connection, is_stopped)
    if found is Condition.DAMAGED:
        raise VaultDamaged
    if found is Condition.FREE_PAGES:
        return _without_free_pages(connection, path, key)
    return connection


def _without_free_pages(
    connection: Connection, path: Path, key: VaultKey
) -> Connection:
    fresh = next_to(path)
    sweep(path)
    try:
        write_without_free_pages(connection, fresh)
        connection.close()
        written = connected(fresh, key, journal="DELETE")
        try:
            if condition_of(written) is not Condition.SOUND:
                raise VaultDamaged
        finally:
            written.close()
        flush(fresh)
        replace(path, fresh)
    except BaseException:
        sweep(path)
        raise
    return connected(path, key)


def _copy_before_upgrade(connection: Connection, path: Path, key: VaultKey) -> None:
    copy = path.with_name(
        f"{path.stem}.before-upgrade-{version_of(connection)}.casedesk"
    )
    if copy.exists():
        return
    # Under its own name there is a copy only when it is whole.
    part = copy.with_name(f"{copy.name}.part")
    part.unlink(missing_ok=True)
    try:
        target = connected(part, key, journal="DELETE")
        try:
            connection.backup(target)
            verify(target)
            target.execute("PRAGMA journal_mode = DELETE")
        finally:
            target.close()
        flush(part)
        part.replace(copy)
    finally:
        part.unlink(missing_ok=True)
    flush(copy.parent)


def verify(connection: Connection) -> None:
    """Raise `VaultDamaged` unless records can be relied on."""
    if not is_whole(connection):
        raise VaultDamaged


def flush(path: Path) -> None:
    """Bring a file, or the names in a folder, durably to the disk."""
    if os.name == "nt" and path.is_dir():
        return  # Windows cannot flush a folder
    handle = os.open(path, os.O_RDONLY if path.is_dir() else os.O_RDWR)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
