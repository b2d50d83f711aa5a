"""Backups that are found while no vault is open: listed, checked, restored.

All of it works on files alone and is slow: call it on a worker thread.
"""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from casedesk.domain.backup import (
    BackupDamaged,
    BackupPlace,
    Holdings,
    made_at,
    vault_of,
)
from casedesk.domain.problems import Problem
from casedesk.services import backup_places
from casedesk.services.backup_work import Restored
from casedesk.services.names_beside import free_name

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from pathlib import Path

    from casedesk.security.keys import VaultKey
    from casedesk.services.known_places import KnownPlaces

__all__ = [
    "FoundBackup",
    "Restored",
    "checked",
    "find_all",
    "holdings_of_vault",
    "newest_good",
    "restore",
    "taken_from_file",
]


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundBackup:
    """A backup as it lies on a disk; what is in it is known when it was opened."""

    path: Path
    place: BackupPlace
    made_at: datetime
    size: int
    header: bytes
    vault: Path | None = None
    holdings: Holdings | None = None
    is_damaged: bool = False


def find_all(known: Iterable[KnownPlaces]) -> list[FoundBackup]:
    """Return the backups at every known place that can be reached, newest first."""
    found: dict[Path, FoundBackup] = {}
    for places in known:
        for place, folder in _folders(places):
            for path in _backups_in(folder):
                if path in found and vault_of(path.name) != places.vault_id:
                    continue  # known from the vault that it belongs to
                backup = _found(path, place)
                if backup is not None:
                    found[path] = _with_vault(backup, places)
    return sorted(found.values(), key=lambda each: each.made_at, reverse=True)


def taken_from_file(path: Path) -> FoundBackup:
    """Return a backup that the user has picked, or raise the `Problem`."""
    from casedesk.security.keys import profile_of
    from casedesk.store import vault_file

    header = vault_file.header_of(path)
    profile_of(header)
    about = path.stat()
    named = made_at(path.name, vault_of(path.name))
    return FoundBackup(
        path=path,
        place=BackupPlace.EXTERNAL,
        made_at=named or datetime.fromtimestamp(about.st_mtime, UTC),
        size=about.st_size,
        header=header,
    )


def checked(backup: FoundBackup, key: VaultKey) -> FoundBackup:
    """Open a backup and look at each of its pages."""
    from casedesk.store import backup as files

    try:
        return replace(backup, holdings=files.examine(backup.path, key))
    except BackupDamaged:
        return replace(backup, is_damaged=True)


def newest_good(
    backups: Iterable[FoundBackup], vault: Path, key: VaultKey
) -> FoundBackup | None:
    """Return the newest sound backup of a vault that its present key opens."""
    for backup in backups:
        if backup.header == key.salt:
            with suppress(Problem):  # one that cannot be looked at is passed over
                looked_at = checked(backup, key)
                if not looked_at.is_damaged:
                    return looked_at
    return None


def restore(
    backup: FoundBackup,
    key: VaultKey,
    vault: Path,
    is_stopped: Callable[[], bool] = lambda: False,
) -> Restored:
    """Restore a backup into a new file beside the place of the vault.

    Raises `BackupDamaged`, or the problem of the disk; then there is no new file.
    """
    from casedesk.store import backup as files

    path = free_name(vault, "restored", backup.made_at.astimezone().date())
    part = files.part_of(path)
    part.unlink(missing_ok=True)
    files.copy_file(backup.path, part, is_stopped)
    try:
        holdings = files.examine(part, key)
        files.settle(part, path)
    except BaseException:
        part.unlink(missing_ok=True)
        raise
    return Restored(path=path, holdings=holdings)


def holdings_of_vault(path: Path, key: VaultKey) -> Holdings | None:
    """Count what a closed vault holds; nothing if this key does not open it."""
    from casedesk.store import vault_file
    from casedesk.store.faults import faults_explained
    from casedesk.store.holdings import holdings_of

    try:
        if vault_file.header_of(path) != key.salt:
            return None
        connection = vault_file.connected(path, key)
    except Problem:
        return None
    try:
        with faults_explained():
            return holdings_of(connection)
    except Problem:
        return None
    finally:
        connection.close()


def _folders(places: KnownPlaces) -> list[tuple[BackupPlace, Path]]:
    folders = [(BackupPlace.LOCAL, places.local)]
    outside = None
    if places.external is not None:
        outside = backup_places.found(places.external)
    if outside is not None:
        folders.append((BackupPlace.EXTERNAL, outside))
    return folders


def _backups_in(folder: Path) -> list[Path]:
    try:
        return [each for each in folder.iterdir() if vault_of(each.name)]
    except OSError:
        return []


def _found(path: Path, place: BackupPlace) -> FoundBackup | None:

    try:
        return replace(taken_from_file(path), place=place)
    except (OSError, Problem):
        return None


def _with_vault(backup: FoundBackup, places: KnownPlaces) -> FoundBackup:

    is_its = vault_of(backup.path.name) == places.vault_id
    return replace(backup, vault=places.vault) if is_its else backup
