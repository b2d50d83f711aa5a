"""Backups as files: written under another name, verified, then named; read again."""

from __future__ import annotations

import errno
import hashlib
import os
import shutil
from contextlib import contextmanager
from typing import TYPE_CHECKING

import sqlcipher3

from casedesk.domain.backup import (
    BackupDamaged,
    BackupNotWritten,
    BackupStopped,
    Holdings,
    NoRoomForBackup,
    made_at,
    room_needed,
)
from casedesk.domain.problems import (
    DiskFull,
    NotAVault,
    VaultDamaged,
    VaultMissing,
    VaultReadOnly,
)
from casedesk.store import vault_file
from casedesk.store.faults import faults_explained
from casedesk.store.holdings import holdings_of
from casedesk.store.repair import is_whole

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from datetime import datetime
    from pathlib import Path

    from sqlcipher3.dbapi2 import Connection

    from casedesk.security.keys import VaultKey
    from casedesk.store.database import Database

PART = ".part"
TRIAL = "trial-"
PAPERS_READ = 50
_PIECE = 1 << 20
_LOOK_EVERY = 20_000  # instructions of the engine
_NO_ROOM = {
    getattr(errno, name)
    for name in ("ENOSPC", "EFBIG", "EDQUOT")
    if hasattr(errno, name)
}


def part_of(path: Path) -> Path:
    """Return the name under which a backup is written until it is verified."""
    return path.with_name(path.name + PART)


def prepare_folder(folder: Path, vault_id: str, vault_bytes: int) -> None:
    """Make sure that a backup can be written; remove what a killed one left.

    Raises `NoRoomForBackup` or `BackupNotWritten`.
    """
    with written_or_explained(vault_bytes):
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        for left in folder.glob(f"CaseDesk_{vault_id}_*{PART}*"):
            left.unlink(missing_ok=True)
        for left in folder.glob(f"{TRIAL}{vault_id}*"):
            shutil.rmtree(left, ignore_errors=True)
        if shutil.disk_usage(folder).free < room_needed(vault_bytes):
            raise NoRoomForBackup(room_needed(vault_bytes))


def reserve(path: Path) -> None:
    """Make an empty file that only its owner can read, where there is none."""
    os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))


def settle(part: Path, path: Path) -> None:
    """Give a verified backup its name, durably; nothing is ever overwritten."""
    if path.exists():
        raise BackupNotWritten
    with written_or_explained():
        part.rename(path)
        vault_file.flush(path.parent)


def copy_file(source: Path, part: Path, is_stopped: Callable[[], bool]) -> None:
    """Copy a closed file to a new one and bring it to the disk, or leave nothing."""
    try:
        with written_or_explained(source.stat().st_size):
            reserve(part)
            with source.open("rb") as read, part.open("wb") as write:
                while piece := read.read(_PIECE):
                    if is_stopped():
                        raise BackupStopped
                    write.write(piece)
            vault_file.flush(part)
    except BaseException:
        part.unlink(missing_ok=True)
        raise


def digest_of(path: Path) -> str:
    """Return the SHA-256 of a closed file, read from the disk again."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def names_of(folder: Path, vault_id: str) -> dict[str, datetime]:
    """Return the backups of a vault in a folder, and when they were made."""
    try:
        names = [each.name for each in folder.iterdir()]
    except OSError:
        return {}
    dated = ((name, made_at(name, vault_id)) for name in names)
    return {name: made for name, made in dated if made is not None}


def examine(
    path: Path, key: VaultKey, is_stopped: Callable[[], bool] = lambda: False
) -> Holdings:
    """Open a backup anew, check each of its pages, and count what it holds.

    Raises `BackupDamaged`, or `BackupStopped` if it is asked to stop.
    """
    connection = _opened(path, key)
    connection.set_progress_handler(is_stopped, _LOOK_EVERY)
    try:
        if is_stopped():
            raise BackupStopped
        with faults_explained():
            _check_pages(connection, "quick_check")
            return holdings_of(connection)
    except sqlcipher3.OperationalError:
        if is_stopped():  # the engine says that it was interrupted
            raise BackupStopped from None
        raise
    except VaultDamaged:
        raise BackupDamaged from None
    finally:
        connection.close()


def rehearse(
    backup: Path, key: VaultKey, now: Callable[[], datetime], trial: Path
) -> tuple[Holdings, int]:
    """Restore a backup into the folder `trial`, open it as a vault, and use it.

    Returns what it holds and how many papers were found to be what they were when
    issued. Raises `BackupDamaged`. The folder is gone afterwards.
    """
    with written_or_explained(backup.stat().st_size):
        trial.mkdir(mode=0o700)
    try:
        vault = trial / "trial.casedesk"
        copy_file(backup, vault, lambda: False)
        holdings = _check_whole(vault, key)
        database = vault_file.open_vault(vault, key, now)
        try:
            return holdings, _check_papers(database)
        finally:
            database.close()
    except (VaultDamaged, NotAVault):
        raise BackupDamaged from None
    finally:
        shutil.rmtree(trial, ignore_errors=True)


@contextmanager
def written_or_explained(vault_bytes: int = 0) -> Iterator[None]:
    """Raise the `Problem` that stands for what prevents writing a backup."""
    try:
        yield
    except DiskFull:
        raise NoRoomForBackup(room_needed(vault_bytes)) from None
    except (VaultReadOnly, VaultMissing):
        raise BackupNotWritten from None
    except OSError as error:
        if error.errno in _NO_ROOM:
            raise NoRoomForBackup(room_needed(vault_bytes)) from None
        raise BackupNotWritten from None


def _check_pages(connection: Connection, pragma: str) -> None:
    if not is_whole(connection, pragma):
        raise BackupDamaged
    # The seal of every page, also of those that hold nothing now.
    if connection.execute("PRAGMA cipher_integrity_check").fetchone() is not None:
        raise BackupDamaged


def _opened(path: Path, key: VaultKey) -> Connection:
    try:
        # The engine has the salt by the key; a passphrase needs the one in the file.
        if vault_file.header_of(path) != key.salt:
            raise BackupDamaged
        return vault_file.connected_to_read(path, key)
    except (VaultDamaged, NotAVault, VaultMissing):
        raise BackupDamaged from None


def _check_whole(path: Path, key: VaultKey) -> Holdings:
    connection = _opened(path, key)
    try:
        with faults_explained():
            _check_pages(connection, "integrity_check")
            if connection.execute("PRAGMA foreign_key_check").fetchone() is not None:
                raise BackupDamaged
            return holdings_of(connection)
    finally:
        connection.close()


def _check_papers(database: Database) -> int:
    with database.read() as tables:
        papers = tables.documents.some(PAPERS_READ)
        for paper in papers:
            pages = tables.documents.pdf(paper.id)
            if hashlib.sha256(pages).hexdigest() != paper.sha256:
                raise BackupDamaged
    return len(papers)
