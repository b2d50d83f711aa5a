"""Backups of the open vault: made, listed, checked, restored, rehearsed."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from functools import partial
from threading import Event
from typing import TYPE_CHECKING, Generic, TypeVar

from casedesk.domain.backup import (
    BackupPlace,
    Check,
    Drill,
    Freshness,
    Holdings,
    backup_name,
    freshness,
    is_changed,
    is_drill_due,
    is_due,
)
from casedesk.domain.problems import VaultOpenToRead
from casedesk.services import backup_places, cloud_folders
from casedesk.services.backup_memory import BackupMemory, last_sound
from casedesk.services.backup_work import Backup, Outcome, Restored, Worker

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from pathlib import Path

    from casedesk.domain.cloud import CloudService
    from casedesk.security.keys import VaultKey
    from casedesk.services.announcer import Announcer
    from casedesk.services.backup_places import ExternalPlace
    from casedesk.services.clock import Clock
    from casedesk.store.copying import Copying
    from casedesk.store.database import Database

__all__ = [
    "Backup",
    "BackupRun",
    "BackupService",
    "BackupState",
    "Outcome",
    "Restored",
]

NOUN = "backup"


@dataclass(frozen=True, slots=True, kw_only=True)
class BackupState:
    """How things stand with both places, as far as the vault knows it by itself."""

    local_folder: Path
    local: Check | None
    external_place: ExternalPlace | None
    external: Check | None
    freshness: Freshness
    now: datetime
    drill: Drill | None
    vault_cloud: CloudService | None
    external_cloud: CloudService | None


Made = TypeVar("Made")


class BackupRun(Generic[Made]):
    """A copy being made. Its steps belong to the thread of the vault."""

    def __init__(
        self, copying: Copying, finish: Callable[[], Made], stopping: Event
    ) -> None:
        self._copying = copying
        self._stopping = stopping
        # Verifies, names and copies further; slow, for a worker thread.
        self.finish = finish

    @property
    def share(self) -> float:
        """How much of the vault is copied."""
        return self._copying.share

    def step(self) -> bool:
        """Copy some pages; tell whether there are more, or raise the `Problem`."""
        try:
            return self._copying.step()
        except BaseException:
            self._copying.discard()
            raise

    def stop(self) -> None:
        """Give up as soon as can be; nothing half is left."""
        self._stopping.set()
        self._copying.stop()


class BackupService:
    """Knows where backups of the vault lie and what is in them.

    Methods that return a function leave it to be called on a worker thread.
    """

    def __init__(
        self,
        database: Database,
        announcer: Announcer,
        clock: Clock,
        path: Path,
        key: VaultKey,
    ) -> None:
        self._database = database
        self._announcer = announcer
        self._clock = clock
        self._path = path
        self._key = key
        self._memory = BackupMemory(database)
        self._run: BackupRun[Outcome] | None = None
        self._stopping = Event()

    def vault_id(self) -> str:
        """Return what names the vault on its backups; it gets it at the first need."""
        return self._memory.vault_id() or self._memory.name_vault(self._clock.new_id())

    def state(self) -> BackupState:
        """Tell how things stand, without looking at any disk."""
        checks = self._memory.checks()
        outside = self._memory.external()
        local = last_sound(checks, BackupPlace.LOCAL)
        external = last_sound(checks, BackupPlace.EXTERNAL)
        now = self._clock.now()
        since = self._memory.begun_at() if external is None else external.made_at
        return BackupState(
            local_folder=self._memory.local_folder(),
            local=local,
            external_place=outside,
            external=external,
            freshness=freshness(since, now),
            now=now,
            drill=self.drill(),
            vault_cloud=cloud_folders.cloud_of(self._path.parent),
            external_cloud=None
            if outside is None
            else cloud_folders.cloud_of(outside.folder),
        )

    def is_outside_behind(self) -> bool:
        """Whether a place outside is chosen that lacks the latest deeds."""
        newest = self._memory.newest_change()
        outside = self._last_of_ours(BackupPlace.EXTERNAL)
        return self._memory.external() is not None and is_changed(outside, newest)

    def looking(self) -> Callable[[], bool]:
        """Return what looks whether the place outside is connected now."""
        place = self._memory.external()
        return lambda: place is not None and backup_places.found(place) is not None

    def is_changed(self, *, outside_is_here: bool = False) -> bool:
        """Whether anything was done since the last sound backup.

        The place outside counts only where it can be reached.
        """
        newest = self._memory.newest_change()
        return any(is_changed(last, newest) for last in self._lasts(outside_is_here))

    def is_due(self, *, outside_is_here: bool = False) -> bool:
        """Whether a backup is to be made now, while work goes on."""
        if self._memory.was_cut_short():
            return self.is_changed(outside_is_here=outside_is_here)
        newest = self._memory.newest_change()
        now = self._clock.now()
        return any(is_due(last, newest, now) for last in self._lasts(outside_is_here))

    def is_drill_due(self) -> bool:
        """Whether a backup is to be restored on trial."""
        return is_drill_due(self.drill(), self._clock.now()) and bool(
            self._memory.checks()
        )

    def begin(self) -> BackupRun[Outcome]:
        """Begin a backup, or raise the `Problem` that prevents it."""
        from casedesk.store import backup as files
        from casedesk.store.copying import Copying

        if self._database.is_read_only:
            raise VaultOpenToRead
        self.stop()
        vault_id, folder, size = (
            self.vault_id(),
            self._memory.local_folder(),
            self._database.size(),
        )
        files.prepare_folder(folder, vault_id, size)
        at = self._clock.now().replace(microsecond=0)
        while (path := folder / backup_name(vault_id, at)).exists():
            at += timedelta(seconds=1)
        part = files.part_of(path)
        with files.written_or_explained(size):
            files.reserve(part)
            copying = Copying(self._database, part, self._key)
        self._stopping = Event()
        finish = partial(self._worker().finish, copying, at)
        self._run = BackupRun(copying, finish, self._stopping)
        return self._run

    def note(self, outcome: Outcome) -> None:
        """Remember a backup that was made."""
        self._run = None
        place = self._memory.external()
        if outcome.external_folder is not None and place is not None:
            self._memory.keep_external(replace(place, folder=outcome.external_folder))
        self._memory.keep_checks(outcome.checks)
        self._memory.keep_cut_short(False)
        self._announcer.announce(NOUN)

    def note_cut_short(self) -> None:
        """Remember that there was no time for a backup."""
        self._memory.keep_cut_short(True)

    def make(self, tick: Callable[[], None] = lambda: None) -> Outcome:
        """Make a backup and wait for it; `tick` is called between the steps.

        Raises the `Problem` that prevents it.
        """
        run = self.begin()
        try:
            while run.step():
                tick()
            outcome = run.finish()
        except BaseException:
            run.stop()
            raise
        self.note(outcome)
        return outcome

    def secure(self, tick: Callable[[], None] = lambda: None) -> None:
        """Make a backup unless the last one is up to date, before a great change.

        Raises the `Problem` that prevents it.
        """
        if self.is_changed():
            self.make(tick)

    def stop(self) -> None:
        """Give up what is going on, since the vault is to be closed."""
        self._stopping.set()
        if self._run is not None:
            self._run.stop()
            self._run = None

    def choose_external(self, folder: Path) -> ExternalPlace:
        """Take a folder outside the computer for backups from now on.

        Raises `BackupNotWritten` if nothing can be written there.
        """
        place = replace(
            backup_places.marked(folder, self._clock.new_id()),
            is_same_disk=backup_places.is_same_disk(folder, self._path.parent),
        )
        self._memory.keep_external(place)
        self._announcer.announce(NOUN)
        return place

    def forget_external(self) -> None:
        """Make no more backups outside; those that lie there stay."""
        self._memory.keep_external(None)
        self._announcer.announce(NOUN)

    def listing(self) -> Callable[[], list[Backup]]:
        """Return what lists the backups at all places, newest first."""
        return partial(self._worker().list_all, self._memory.checks())

    def note_listing(self, backups: list[Backup]) -> None:
        """Forget backups that are gone from a place that was reached."""
        there = {(each.place, each.path.name) for each in backups}
        reached = {BackupPlace.LOCAL, *(each.place for each in backups)}
        known = self._memory.checks()
        left = [
            each
            for each in known
            if each.place not in reached or (each.place, each.name) in there
        ]
        if left != known:
            self._memory.put_checks(left)
            self._announcer.announce(NOUN)

    def checking(self, backups: Iterable[Backup]) -> Callable[[], list[Check]]:
        """Return what looks at backups anew."""
        worker, wanted = self._worker(), tuple(backups)
        return lambda: [
            worker.check(each) for each in wanted if not worker.is_stopped()
        ]

    def note_checks(self, checks: Iterable[Check]) -> None:
        """Remember what was found when backups were looked at."""
        self._memory.keep_checks(checks)
        self._announcer.announce(NOUN)

    def holdings(self) -> Holdings:
        """Count what the vault holds now."""
        return self._database.holdings()

    def restoring(self, backup: Backup) -> Callable[[], Restored]:
        """Return what restores a backup into a new file beside the vault."""
        return partial(self._worker().restore, backup, self._path)

    def note_restored(self) -> None:
        """Note in the trail that a backup was restored beside the vault."""
        with self._database.write("backup.restore"):
            pass

    def remove(self, backups: Iterable[Backup]) -> None:
        """Remove backups for good, such as those under an earlier passphrase."""
        from casedesk.store import backup as files

        with self._database.write("backup.remove"), files.written_or_explained():
            for backup in backups:
                backup.path.unlink(missing_ok=True)
        self._announcer.announce(NOUN)

    def rehearsing(self) -> Callable[[], Drill | None]:
        """Return what restores the newest backup that can be reached, on trial."""
        worker, known = self._worker(), self._memory.checks()

        def rehearse() -> Drill | None:
            ours = [each for each in worker.list_all(known) if each.is_ours]
            return worker.rehearse(ours[0]) if ours else None

        return rehearse

    def note_drill(self, drill: Drill | None) -> None:
        """Remember how a trial went."""
        if drill is not None:
            self._memory.keep_drill(drill)
            self._announcer.announce(NOUN)

    def drill(self) -> Drill | None:
        """Return how the last trial went."""
        return self._memory.drill()

    def _worker(self) -> Worker:
        return Worker(
            vault_id=self.vault_id(),
            key=self._key,
            clock=self._clock,
            local=self._memory.local_folder(),
            external=self._memory.external(),
            is_stopped=self._stopping.is_set,
        )

    def _lasts(self, outside_is_here: bool) -> list[Check | None]:
        places = [BackupPlace.LOCAL]
        if outside_is_here and self._memory.external() is not None:
            places.append(BackupPlace.EXTERNAL)
        return [self._last_of_ours(place) for place in places]

    def _last_of_ours(self, place: BackupPlace) -> Check | None:
        """Return the last sound backup at a place under the present passphrase."""
        ours = [each for each in self._memory.checks() if each.header == self._key.salt]
        last = last_sound(ours, place)
        is_gone = (
            last is not None
            and place is BackupPlace.LOCAL
            and not (self._memory.local_folder() / last.name).is_file()
        )
        return None if is_gone else last
