"""A vault moves to another computer: copied, compared there, wiped here."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from threading import Event
from typing import TYPE_CHECKING

from casedesk.domain.backup import BackupDamaged
from casedesk.domain.moving import MovingList
from casedesk.domain.problems import VaultExists, VaultOpenToRead
from casedesk.security.recovery import mark_of
from casedesk.services.backups import BackupRun

if TYPE_CHECKING:
    from pathlib import Path

    from casedesk.domain.backup import Holdings
    from casedesk.security.keys import VaultKey
    from casedesk.services.session import Session
    from casedesk.store.copying import Copying
    from casedesk.store.database import Database

__all__ = ["Moved", "MovingList", "MovingService", "Traces", "wipe"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Moved:
    """A verified copy for the other computer."""

    path: Path
    holdings: Holdings
    sha256: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Traces:
    """What of a vault lies on this computer."""

    vault: Path
    vault_id: str
    backups: Path

    @classmethod
    def of(cls, session: Session) -> Traces:
        """Return what lies here of an open vault."""
        return cls(
            vault=session.path,
            vault_id=session.backups.vault_id(),
            backups=session.backups.state().local_folder,
        )


class MovingService:
    """Copies the open vault for another computer, and tells what to compare there."""

    def __init__(self, database: Database, path: Path, key: VaultKey) -> None:
        self._database = database
        self._path = path
        self._key = key

    def list(self) -> MovingList:
        """Count what the vault holds now."""
        holdings = self._database.holdings()
        with self._database.read() as tables:
            last = tables.deeds.latest_change()
            deeds = tables.deeds.numbered(last)
            closed = tables.case_list.count(closed=True)
            open_cases = tables.case_list.count(closed=False)
        return MovingList(
            mark=mark_of(self._key.salt),
            clients=holdings.clients,
            open_cases=open_cases,
            closed_cases=closed,
            entries=holdings.entries,
            papers=holdings.documents,
            last_deed=last,
            last_deed_at=deeds[0].at if deeds else None,
        )

    def begin(self, folder: Path) -> BackupRun[Moved]:
        """Begin copying the vault into a folder, or raise the `Problem`.

        Raises `VaultExists` if a file of its name lies there: nothing is overwritten.
        """
        from casedesk.store import backup as files
        from casedesk.store.copying import Copying

        if self._database.is_read_only:
            raise VaultOpenToRead
        target, size = folder / self._path.name, self._database.size()
        if target.exists():
            raise VaultExists
        files.prepare_folder(folder, "", size)
        part = files.part_of(target)
        with files.written_or_explained(size):
            part.unlink(missing_ok=True)
            files.reserve(part)
            copying = Copying(self._database, part, self._key)
        finish = partial(_finish, copying, target, self._key)
        return BackupRun(copying, finish, Event())


def wipe(traces: Traces) -> list[Path]:
    """Delete a closed vault here, with its backups and all that lies beside it.

    Returns what could not be deleted.
    """
    left = []
    for path in _files_of(traces):
        try:
            path.unlink(missing_ok=True)
        except OSError:
            left.append(path)
    return left


def _files_of(traces: Traces) -> list[Path]:
    from casedesk.store import backup as files

    vault = traces.vault
    names = files.names_of(traces.backups, traces.vault_id)
    endings = ("", "-wal", "-journal", ".lock", ".reserve", ".reserve.part", ".new")
    made_by_us = ("before-upgrade-", "salvaged-", "damaged-", "restored-")
    beside = [
        each
        for each in vault.parent.iterdir()
        if each.name.startswith(f"{vault.stem}.")
        and each.name.removeprefix(f"{vault.stem}.").startswith(made_by_us)
    ]
    return [
        *(vault.with_name(vault.name + ending) for ending in endings),
        *beside,
        *(traces.backups / name for name in names),
    ]


def _finish(copying: Copying, target: Path, key: VaultKey) -> Moved:
    """Verify a copy by opening it anew; then give it its name."""
    from casedesk.store import backup as files

    try:
        with files.written_or_explained():
            size = copying.path.stat().st_size
        with files.written_or_explained(size):
            copying.close()
        if files.examine(copying.path, key) != copying.holdings:
            raise BackupDamaged
        digest = files.digest_of(copying.path)
        files.settle(copying.path, target)
    except BaseException:
        copying.discard()
        raise
    return Moved(path=target, holdings=copying.holdings, sha256=digest)
