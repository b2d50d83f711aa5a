"""What is done with backups on a worker thread: on files alone, never on the vault."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from casedesk.domain.backup import (
    BackupDamaged,
    BackupPlace,
    Check,
    Drill,
    ExternalMissing,
    Holdings,
    Verdict,
    kept,
)
from casedesk.domain.problems import Problem
from casedesk.services import backup_places
from casedesk.services.names_beside import free_name

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime
    from pathlib import Path

    from casedesk.security.keys import VaultKey
    from casedesk.services.backup_places import ExternalPlace
    from casedesk.services.clock import Clock
    from casedesk.store.copying import Copying


@dataclass(frozen=True, slots=True, kw_only=True)
class Backup:
    """A backup as it lies on a disk, with what is known about it."""

    place: BackupPlace
    path: Path
    made_at: datetime
    size: int
    check: Check | None = None  # none if it was never looked at, or touched since
    is_ours: bool = True  # not if it is under an earlier passphrase

    @property
    def verdict(self) -> Verdict:
        """What is known about it in one word."""
        if not self.is_ours:
            return Verdict.OLD_PASSPHRASE
        return Verdict.UNCHECKED if self.check is None else self.check.verdict


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What a backup came to: a check for each place, or why there is none outside."""

    checks: tuple[Check, ...]
    external_folder: Path | None = None
    external_problem: Problem | None = None

    def check_at(self, place: BackupPlace) -> Check | None:
        """Return the check of the new backup at a place."""
        return next((each for each in self.checks if each.place is place), None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Restored:
    """A backup restored into a file of its own, and what was counted in it."""

    path: Path
    holdings: Holdings | None  # none if it is under an earlier passphrase


@dataclass(frozen=True, slots=True, kw_only=True)
class Worker:
    """Everything that work on backups needs, as plain data."""

    vault_id: str
    key: VaultKey
    clock: Clock
    local: Path
    external: ExternalPlace | None
    is_stopped: Callable[[], bool]

    def finish(self, copying: Copying, made_at: datetime) -> Outcome:
        """Verify a copy and give it its name; then copy it to the place outside."""
        from casedesk.store import backup as files

        path = copying.path.with_name(copying.path.name.removesuffix(files.PART))
        try:
            with files.written_or_explained():
                size = copying.path.stat().st_size
            with files.written_or_explained(size):
                copying.close()
            self._verify(copying.path, copying.holdings)
            files.settle(copying.path, path)
        except BaseException:
            copying.discard()
            raise
        check = self._checked(BackupPlace.LOCAL, path, made_at, copying.holdings)
        self._thin(self.local)
        if self.external is None:
            return Outcome(checks=(check,))
        try:
            folder = self._copy_outside(path, copying.holdings)
        except Problem as problem:
            return Outcome(checks=(check,), external_problem=problem)
        outside = self._checked(
            BackupPlace.EXTERNAL, folder / path.name, made_at, copying.holdings
        )
        return Outcome(checks=(check, outside), external_folder=folder)

    def list_all(self, known: list[Check]) -> list[Backup]:
        """Return the backups at every place that can be reached, newest first."""
        folders = {BackupPlace.LOCAL: self.local}
        outside = None if self.external is None else backup_places.found(self.external)
        if outside is not None:
            folders[BackupPlace.EXTERNAL] = outside
        backups = [
            each
            for place, folder in folders.items()
            for each in self._in_folder(place, folder, known)
        ]
        return sorted(
            backups, key=lambda each: (each.made_at, each.place), reverse=True
        )

    def check(self, backup: Backup) -> Check:
        """Look at one backup anew."""
        from casedesk.store import backup as files

        if not backup.is_ours:
            verdict, holdings = Verdict.OLD_PASSPHRASE, Holdings()
        else:
            try:
                holdings = files.examine(backup.path, self.key, self.is_stopped)
                verdict = Verdict.SOUND
            except BackupDamaged:
                verdict, holdings = Verdict.DAMAGED, Holdings()
        return self._checked(
            backup.place, backup.path, backup.made_at, holdings, verdict
        )

    def restore(self, backup: Backup, vault: Path) -> Restored:
        """Restore a backup into a new file beside the vault, which stays as it is.

        Raises `BackupDamaged` if it does not hold what it should.
        """
        from casedesk.store import backup as files

        path = free_name(vault, "restored", backup.made_at.astimezone().date())
        part = files.part_of(path)
        part.unlink(missing_ok=True)
        files.copy_file(backup.path, part, self.is_stopped)
        try:
            holdings = files.examine(part, self.key) if backup.is_ours else None
            if backup.check is not None and backup.check.verdict is Verdict.SOUND:
                _compare(backup.check.holdings, holdings)
            files.settle(part, path)
        except BaseException:
            part.unlink(missing_ok=True)
            raise
        return Restored(path=path, holdings=holdings)

    def rehearse(self, backup: Backup) -> Drill:
        """Restore a backup on trial, open it as a vault and read it."""
        from casedesk.store import backup as files

        trial = self.local / f"{files.TRIAL}{self.vault_id}"
        holdings, papers, is_sound = Holdings(), 0, True
        try:
            holdings, papers = files.rehearse(
                backup.path, self.key, self.clock.now, trial
            )
            if backup.check is not None:
                _compare(backup.check.holdings, holdings)
        except BackupDamaged:
            is_sound = False
        return Drill(
            at=self.clock.now(),
            name=backup.path.name,
            is_sound=is_sound,
            holdings=holdings,
            papers_read=papers,
        )

    def _copy_outside(self, path: Path, holdings: Holdings) -> Path:
        from casedesk.store import backup as files

        folder = None if self.external is None else backup_places.found(self.external)
        if folder is None:
            raise ExternalMissing
        files.prepare_folder(folder, self.vault_id, path.stat().st_size)
        part = files.part_of(folder / path.name)
        files.copy_file(path, part, self.is_stopped)
        try:
            self._verify(part, holdings)
            files.settle(part, folder / path.name)
        except BaseException:
            part.unlink(missing_ok=True)
            raise
        self._thin(folder)
        return folder

    def _verify(self, path: Path, expected: Holdings) -> None:
        from casedesk.store import backup as files

        _compare(expected, files.examine(path, self.key, self.is_stopped))

    def _checked(
        self,
        place: BackupPlace,
        path: Path,
        made_at: datetime,
        holdings: Holdings,
        verdict: Verdict = Verdict.SOUND,
    ) -> Check:
        about = path.stat()
        return Check(
            place=place,
            name=path.name,
            made_at=made_at,
            checked_at=self.clock.now(),
            verdict=verdict,
            size=about.st_size,
            header=b"" if verdict is Verdict.OLD_PASSPHRASE else self.key.salt,
            written_ns=about.st_mtime_ns,
            holdings=holdings,
        )

    def _in_folder(
        self, place: BackupPlace, folder: Path, known: list[Check]
    ) -> list[Backup]:
        from casedesk.store import backup as files

        names = files.names_of(folder, self.vault_id)
        found = (
            self._seen(place, folder / name, made_at, known)
            for name, made_at in names.items()
        )
        return [each for each in found if each is not None]

    def _seen(
        self, place: BackupPlace, path: Path, made_at: datetime, known: list[Check]
    ) -> Backup | None:
        try:
            about = path.stat()
        except OSError:
            return None  # it went away meanwhile
        check = next(
            (
                each
                for each in known
                if (each.place, each.name) == (place, path.name)
                and (each.size, each.written_ns) == (about.st_size, about.st_mtime_ns)
            ),
            None,
        )
        return Backup(
            place=place,
            path=path,
            made_at=made_at,
            size=about.st_size,
            check=check,
            is_ours=self._is_ours(path, known),
        )

    def _is_ours(self, path: Path, known: list[Check]) -> bool:
        from casedesk.store import vault_file

        headers = [each.header for each in known if each.name == path.name]
        if self.key.salt in headers:
            return True  # whatever happened to its header since
        try:
            header = vault_file.header_of(path)
        except Problem:
            return True  # and damaged, as will be seen
        return header == self.key.salt or not header.startswith(b"CD")

    def _thin(self, folder: Path) -> None:
        from casedesk.store import backup as files

        names = files.names_of(folder, self.vault_id)
        stay = kept(names.values(), self.clock.now())
        for name, made_at in names.items():
            if made_at not in stay:
                (folder / name).unlink(missing_ok=True)


def _compare(expected: Holdings, found: Holdings | None) -> None:
    if found is not None and found != expected:
        raise BackupDamaged
