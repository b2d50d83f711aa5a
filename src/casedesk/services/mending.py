"""A damaged vault: looked over, opened to be read, saved as far as it can be read.

Nothing here changes the damaged file. All but `put_in_place` is slow: call it on a
worker thread, while the vault is closed.
"""

from __future__ import annotations

import re
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING

from casedesk.domain.problems import DiskFull
from casedesk.domain.salvage import Salvage, SalvageStopped, is_to_go
from casedesk.services.clock import Clock
from casedesk.services.names_beside import free_name

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from casedesk.security.keys import VaultKey
    from casedesk.services.session import Session
    from casedesk.store.database import Database

__all__ = [
    "Looking",
    "SalvageStopped",
    "Saved",
    "look_into",
    "look_over",
    "put_in_place",
    "save_readable",
    "sweep_kept",
]

_BEFORE_UPGRADE = re.compile(r"\.before-upgrade-\d+")
_KEPT = re.compile(r"\.damaged-(\d{4}-\d{2}-\d{2})(-\d+)?")


@dataclass(frozen=True, slots=True, kw_only=True)
class Saved:
    """A new vault with all that could be read of a damaged one."""

    path: Path
    report: Salvage


@dataclass(frozen=True, slots=True)
class Looking:
    """What could be read of a damaged vault, in memory alone."""

    database: Database
    path: Path
    clock: Clock
    key: VaultKey
    report: Salvage

    def session(self) -> Session:
        """Return a session in which nothing can be changed, on the calling thread."""
        from casedesk.services.session import Session

        self.database.take_over()
        return Session(self.database, self.path, self.clock, self.key)


def look_over(
    path: Path,
    key: VaultKey,
    clock: Clock | None = None,
    is_stopped: Callable[[], bool] = lambda: False,
) -> None:
    """Look at every page of a closed vault; free pages are healed.

    Raises `VaultDamaged` if records are damaged, `LookStopped` if it is to stop.
    """
    from casedesk.services import holder
    from casedesk.store import vault_file

    clock = clock or Clock()
    holder.check_not_held_elsewhere(path)
    vault_file.open_vault(
        path, key, clock.now, must_look=True, is_stopped=is_stopped
    ).close()


def save_readable(
    path: Path,
    key: VaultKey,
    clock: Clock | None = None,
    tell: Callable[[float], None] = lambda _share: None,
    is_stopped: Callable[[], bool] = lambda: False,
) -> Saved:
    """Save what can be read of a damaged vault into a new one beside it.

    Raises `StructureLost`, `SalvageStopped`, or the problem of the disk.
    """
    from casedesk.store import salvage
    from casedesk.store.faults import faults_of_files

    clock = clock or Clock()
    fresh = free_name(path, "salvaged", clock.today())
    _check_journal(path)
    with faults_of_files():
        report = salvage.salvage_into_file(
            path, key, fresh, clock.now, salvage.Progress(tell, is_stopped)
        )
    return Saved(path=fresh, report=report)


def look_into(
    path: Path,
    key: VaultKey,
    clock: Clock | None = None,
    tell: Callable[[float], None] = lambda _share: None,
    is_stopped: Callable[[], bool] = lambda: False,
) -> Looking:
    """Read a damaged vault into memory, where nothing of it can be changed."""
    from casedesk.store import salvage

    clock = clock or Clock()
    _check_journal(path)
    database, report = salvage.salvage_into_memory(
        path, key, clock.now, salvage.Progress(tell, is_stopped)
    )
    return Looking(database, path, clock, key, report)


def put_in_place(path: Path, by: Path, today: date) -> Path:
    """Let a new vault take the name of a damaged one, which is kept under another.

    Both are closed. Returns where the damaged one is now.
    """
    from casedesk.store import vault_file
    from casedesk.store.faults import faults_of_files

    kept = free_name(path, "damaged", today)
    with faults_of_files():
        path.rename(kept)
        journal = path.with_name(f"{path.name}-wal")
        if journal.exists():
            journal.rename(kept.with_name(f"{kept.name}-wal"))
        by.rename(path)
        vault_file.flush(path.parent)
    return kept


def sweep_kept(path: Path, today: date) -> None:
    """Remove what was kept beside a sound vault for ninety days.

    These are damaged vaults, and copies from before an upgrade: both may hold people
    who were erased since.
    """
    for each in path.parent.glob(f"*{path.suffix}"):
        with suppress(OSError):
            since = _kept_since(each, path)
            if since is not None and is_to_go(since, today):
                each.unlink(missing_ok=True)
                each.with_name(f"{each.name}-wal").unlink(missing_ok=True)


def _kept_since(each: Path, vault: Path) -> date | None:
    """Return since when a file beside a vault is kept, if it is one that goes."""
    if not each.stem.startswith(vault.stem):
        return None
    ending = each.stem.removeprefix(vault.stem)
    if _BEFORE_UPGRADE.fullmatch(ending):
        return datetime.fromtimestamp(each.stat().st_mtime, UTC).date()
    match = _KEPT.fullmatch(ending)
    return None if match is None else date.fromisoformat(match[1])


def _check_journal(path: Path) -> None:
    """Raise `DiskFull` where the last deeds stand in a journal that would be missed."""
    from casedesk.store.repair import was_left_open

    if was_left_open(path):
        raise DiskFull
